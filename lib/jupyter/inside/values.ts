/**
 * The kernel's side of looking at values without running a cell: what `inspect_request` and the
 * `user_expressions` of a cell ask for.
 *
 * @module
 */
import type { Broadcast } from "./cell_globals.ts";
import { messageTypes, symbolNames } from "./names.ts";

/** Lines of a function or a class that are shown. */
const shownLines = 20;
/** Characters of a value that are shown. */
const shownCharacters = 10_000;

/**
 * Defines a function that evaluates `get` and broadcasts the value, or what it threw, under `id`.
 */
export function installValues(broadcast: Broadcast): void {
  const { inspect } = Deno;
  const shown = (value: unknown): string => {
    const text = described(value);
    return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`;
  };
  const described = (value: unknown): string => {
    if (typeof value !== "function") return inspect(value, { depth: 2, iterableLimit: 20 });
    // A function of a cell has a name, but not in its code: see `replaceable_code.ts`.
    const lines = Function.prototype.toString.call(value)
      .replace(/^((?:async )?function\*?)\s*\(/, `$1 ${value.name}(`).split("\n");
    return lines.length <= shownLines
      ? lines.join("\n")
      : [...lines.slice(0, shownLines), "…"].join("\n");
  };
  Object.defineProperty(globalThis, Symbol.for(symbolNames.evaluate), {
    value: async (id: string, get: () => unknown) => {
      try {
        await broadcast(messageTypes.value, { id, status: "ok", text: shown(get()) });
      } catch (error) {
        const [ename, evalue] = error instanceof Error
          ? [error.name, error.message]
          : ["Error", String(error)];
        await broadcast(messageTypes.value, { id, status: "error", ename, evalue });
      }
    },
  });
}
