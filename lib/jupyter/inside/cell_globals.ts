/**
 * Functions of Deno that belong to a terminal, replaced by ones that work in a notebook. In the stock kernel an alert
 * and what is written to `Deno.stdout` or `process.stdout` vanish, `console.clear` prints control codes,
 * and `Deno.exit` takes all variables with it, and output that was on its way.
 *
 * @module
 */

/** Sends a message to the front end; everything sent or printed arrives in call order. */
export type Broadcast = (type: string, content: Record<string, unknown>) => Promise<void>;

/** What a call of `Deno.exit` throws. */
class Exit extends Error {
  override name = "Exit";
}

/** The answer to a question that was stopped: what a terminal makes of Ctrl-C. */
export const stopAnswer = "\x03";

/**
 * Replaces these functions. A question that is answered with {@linkcode stopAnswer} throws `interruption()`;
 * `flush` is called before each question.
 */
export function installCellGlobals(
  broadcast: Broadcast,
  flush: () => void,
  interruption: () => Error,
): void {
  function exit(code?: number | string): never {
    const error = new Exit(
      `exit(${code ?? ""}) ended this cell only: the kernel and its variables are still there.`,
    );
    error.stack = `${error.name}: ${error.message}`;
    throw error;
  }
  define(Deno, "exit", exit);
  define(globalThis.process, "exit", exit);

  const ask = globalThis.prompt;
  function prompt(message?: string, defaultValue?: string): string | null {
    flush();
    const answer = ask(message, defaultValue);
    if (answer === stopAnswer) throw interruption();
    if (answer === null) {
      console.warn("Nobody can be asked here: this front end takes no input.");
    }
    return answer;
  }
  define(globalThis, "prompt", prompt);
  define(globalThis, "confirm", (message = "Confirm") => {
    return /^y(es)?$/i.test(prompt(`${message} [y/N]`)?.trim() ?? "");
  });
  define(globalThis, "alert", (message = "Alert") => console.log(`${message}`));
  define(console, "clear", () => void broadcast("clear_output", { wait: false }));

  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new TextDecoder();
    const writeSync = (bytes: Uint8Array) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") void broadcast("stream", { name, text });
      return bytes.length;
    };
    define(Deno[name], "writeSync", writeSync);
    define(Deno[name], "write", (bytes: Uint8Array) => Promise.resolve(writeSync(bytes)));
    const writable = () =>
      new WritableStream<Uint8Array>({ write: (bytes) => void writeSync(bytes) });
    Object.defineProperty(Deno[name], "writable", { get: writable, configurable: true });
  }
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
