/**
 * The kernel in the browser's worker: runs cells, one after the other, and answers questions about their values.
 *
 * @module
 */
import "./typescript_file.ts"; // first: it takes longest to come
import { bundleOf, send } from "./globals.ts";
import { collectTests } from "lib/jupyter/inside/cell_tests.ts";
import { installCellGlobals } from "lib/jupyter/inside/cell_globals.ts";
import { installConstants } from "lib/jupyter/inside/constants.ts";
import { globalNames, messageTypes, symbolNames } from "lib/jupyter/inside/names.ts";
import { nearest } from "lib/jupyter/inside/nearest.ts";
import { installPrinter } from "lib/jupyter/inside/printing.ts";
import { installResults } from "lib/jupyter/inside/results.ts";
import { installStopper } from "lib/jupyter/inside/stop.ts";
import { installValues } from "lib/jupyter/inside/values.ts";
import { loadParser, parseCell } from "lib/jupyter/kernel/cell_parser.ts";
import { makeReplaceable, type ReplaceableCode } from "lib/jupyter/kernel/replaceable_code.ts";
import { showResult } from "lib/jupyter/kernel/shown_result.ts";
import { makeStoppable } from "lib/jupyter/kernel/stoppable_code.ts";
import { describeSyntaxError, placeSyntaxError } from "lib/jupyter/kernel/syntax_error.ts";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import {
  courseModules,
  importCourseModule,
  type ModuleLoader,
  offerCourseModules,
} from "lib/platform/browser/course_modules.ts";
import { compileCell, type CompiledCell } from "./compile.ts";
import { inspect } from "./inspect.ts";
import type { CellError, FromKernel, ToKernel } from "./messages.ts";
import { Positions } from "./positions.ts";

/** A module does not export what a cell imports. */
class ImportError extends Error {
  override name = "ImportError";
}

const positions = new Positions();
const constants = new Set<string>();

// The cells' modules of `lib/jupyter/inside` send by what stands at `Deno.jupyter` now.
const { jupyter } = Deno;
const printer = installPrinter();
const broadcast: typeof printer.broadcast = (kind, content) =>
  kind === messageTypes.errorText
    ? printer.broadcast("stream", { ...content, text: positions.restore(`${content.text}`) })
    : printer.broadcast(kind, content);
const stopper = installStopper();
const printError = (name: "stdout" | "stderr", text: string) =>
  void broadcast(messageTypes.errorText, { name, text: `${text}\n` });
const runTests = collectTests({
  isStop: stopper.isInterruption,
  onFailure: (failure) => printError("stdout", inspect(failure)),
});
installConstants();
installResults(printer.flush);
installCellGlobals(broadcast, printer.flush, stopper.interruption);
/** Values that were asked for, by the request's number. */
const asked = new Map<string, (value: JsonObject) => void>();
installValues((_, { id, ...value }) => {
  asked.get(`${id}`)?.(JSON.parse(JSON.stringify(value)));
  asked.delete(`${id}`);
  return Promise.resolve();
});

async function importModule(
  specifier: string,
  _load?: unknown,
  wanted: readonly (readonly [name: string, isType: boolean])[] = [],
): Promise<Record<string, unknown>> {
  if (!courseModules().includes(specifier)) {
    const near = nearest(specifier, courseModules());
    const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
    throw new ImportError(
      `There is no module "${specifier}" in this browser: cells import the course's modules.${hint}`,
    );
  }
  const module = await importCourseModule(specifier);
  const missing = wanted.find(([name, isType]) => !(name in module) && !isType);
  // A type leaves nothing in a bundle; a name in capitals, used nowhere yet, may be one.
  if (
    !missing || /^[A-Z]/.test(missing[0]) && nearest(missing[0], Object.keys(module)).length === 0
  ) {
    return module;
  }
  const near = nearest(missing[0], Object.keys(module));
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new ImportError(`"${specifier}" exports no ${missing[0]}.${hint}`);
}
Object.defineProperty(globalThis, Symbol.for(symbolNames.importModule), { value: importModule });

self.addEventListener("error", (event) => {
  event.preventDefault();
  printError("stderr", `Uncaught (outside of a cell's own run): ${inspect(event.error)}`);
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  if (stopper.isInterruption(event.reason)) return; // a part of what was stopped
  printError("stderr", `Uncaught (in a promise that nobody awaited): ${inspect(event.reason)}`);
});

/** Runs a cell; resolves with its error if it fails. All its output has been sent by then. */
async function execute(code: string, count: number): Promise<CellError | undefined> {
  let error: CellError | undefined;
  try {
    const result = await run(code, count);
    printer.flush();
    if (result !== undefined) {
      const data = await bundleOf(result);
      await jupyter.broadcast("execute_result", { data, metadata: {}, execution_count: count });
    }
  } catch (thrown) {
    error = thrown instanceof WrongSyntax ? thrown.error : await errorOf(code, thrown);
  }
  stopper.endCell();
  printer.endCell();
  const failure = await runTests();
  printer.endCell();
  return error ?? failure;
}

/** A cell that no engine would compile. */
class WrongSyntax extends Error {
  constructor(readonly error: CellError) {
    super(error.evalue);
  }
}

/** Goes through the steps that make a script of a cell. */
async function prepare(
  code: string,
): Promise<{ readonly prepared: ReplaceableCode; readonly compiled: CompiledCell }> {
  const prepared = await makeReplaceable(
    await makeStoppable(await showResult(await objectAsExpression(code))),
    constants,
  );
  return { prepared, compiled: await compileCell(prepared.code) };
}

/** Has what most cells have. It is prepared and never runs. */
const example = `import { ready } from "lib/tensor/ready.ts";
const words: string[] = ["a", "b"];
for (const word of words) console.log(word);
await ready();`;

async function run(code: string, count: number): Promise<unknown> {
  if ((await parseCell(code)).problems.length > 0) {
    throw new WrongSyntax(await describeSyntaxError(code));
  }
  const { prepared, compiled } = await prepare(code);
  const lines = compiled.lines.map((line) => line && prepared.lines[line - 1]);
  const script = positions.add(`cell [${count}]`, lines);
  // An indirect call: the cell sees globals, and nothing of this module.
  const cell: () => Promise<unknown> = (0, eval)(`${compiled.code}\n//# sourceURL=${script}`);
  for (const name of [...prepared.declared.keys(), ...compiled.names]) {
    if (Object.hasOwn(globalThis, name)) continue;
    Object.defineProperty(globalThis, name, {
      value: undefined,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
  for (const [name, isConstant] of prepared.declared) {
    constants[isConstant ? "add" : "delete"](name);
  }
  return await cell();
}

/** `{ a: 1 }` alone is an object, not a block. */
async function objectAsExpression(code: string): Promise<string> {
  if (!/^\s*\{/.test(code)) return code;
  const { statements, compiler } = await parseCell(code);
  if (statements.length !== 1 || !compiler.isBlock(statements[0])) return code;
  return (await parseCell(`(${code})`)).problems.length === 0 ? `(${code})` : code;
}

async function errorOf(code: string, thrown: unknown): Promise<CellError> {
  if (!(thrown instanceof Error)) {
    const evalue = typeof thrown === "string" ? thrown : inspect(thrown);
    return { ename: "Error", evalue, traceback: [`Uncaught ${evalue}`] };
  }
  const { name: ename, message: evalue } = thrown;
  if (stopper.isInterruption(thrown)) return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
  const head = evalue === "" ? ename : `${ename}: ${evalue}`;
  const told = inspect(thrown, { depth: 6 });
  const text = told.startsWith(head) || told.startsWith("[") ? told : `${head}\n${told}`;
  const traceback = positions.restore(text).split("\n");
  if (ename !== "SyntaxError") return { ename, evalue, traceback };
  const placed = await placeSyntaxError(code, {
    output_type: "error",
    ename,
    evalue,
    traceback: [head],
  });
  return { ename: placed.ename, evalue: placed.evalue, traceback: placed.traceback };
}

function evaluate(expression: string): Promise<JsonObject> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    asked.set(id, resolve);
    const tell: (id: string, get: () => unknown) => void = Reflect.get(
      globalThis,
      Symbol.for(symbolNames.evaluate),
    );
    tell(id, () => (0, eval)(`(${expression}\n)`));
  });
}

/** Names that go on from what stands before the cursor, which counts characters. Looking does not call anything. */
function complete(code: string, cursor: number): JsonObject {
  const before = [...code].slice(0, cursor).join("");
  const [word] = /[\p{ID_Start}$_][\p{ID_Continue}$.]*$|$/u.exec(before) ?? [""];
  const parts = word.split(".");
  const start = parts.pop() ?? "";
  let owner: unknown = globalThis;
  for (const part of parts) {
    owner = owner === null || owner === undefined ? undefined : Reflect.get(Object(owner), part);
  }
  const names = new Set<string>();
  for (let at: unknown = owner; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(Object(at))) names.add(name);
  }
  const ours: readonly string[] = Object.values(globalNames);
  const matches = [...names].filter((name) => name.startsWith(start) && !ours.includes(name))
    .sort();
  const end = [...before].length;
  return {
    status: "ok",
    matches: matches.slice(0, 500).map((name) => [...parts, name].join(".")),
    cursor_start: end - [...word].length,
    cursor_end: end,
    metadata: {},
  };
}

/** Starts to serve the page; `modules` are what cells can import, by their names. */
export async function startKernel(modules: ReadonlyMap<string, ModuleLoader>): Promise<void> {
  offerCourseModules(modules);
  const answer = (id: number, content: JsonObject): void => send({ type: "answer", id, content });
  self.addEventListener("message", async ({ data }: MessageEvent<ToKernel>) => {
    if (data.type === "stop") {
      stopper.stop(data.time);
      send({ type: "heard" });
    } else if (data.type === "execute") {
      const error = await execute(data.code, data.count);
      answer(data.id, error ? { ...error, traceback: [...error.traceback] } : {});
    } else if (data.type === "evaluate") {
      answer(data.id, await evaluate(data.expression));
    } else if (data.type === "complete") {
      answer(data.id, complete(data.code, data.cursor));
    }
  });
  await loadParser();
  const ready: FromKernel = { type: "ready" };
  const isShared = typeof SharedArrayBuffer !== "undefined" &&
    stopper.flag.buffer instanceof SharedArrayBuffer;
  send(isShared ? { ...ready, flag: stopper.flag, time: stopper.time } : ready);
  // The page still begins. The engine compiles of TypeScript what is used when it is used first: not in the first cell.
  await prepare(example);
}
