/** What cells of one process share: a cell may change it for itself, never for the next one. */
import { assertEquals } from "@std/assert";
import { Sandbox } from "lib/homework/sandbox/sandbox.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { EncodedCalls } from "lib/homework/sandbox/wire.ts";
import { asyncCell, type Attack, cell, right, testAttacks } from "./attack.ts";

type Change = readonly [name: string, before: string, status?: Attack[2], says?: RegExp];

/** Statements outside of the function, which itself returns a wrong answer. The next cell is honest. */
const changing = (
  [name, before, status = "failed", says = /\b0 of \d+ properties|did not finish/]: Change,
): Attack => [
  name,
  cell("return -1;", before),
  status,
  says,
];

testAttacks("changes for the next cell", [
  ...([
    ["Math.log", `Math.log = () => 7;`],
    ["Math.log, read-only", `Object.defineProperty(Math, "log", { get: () => () => 7 });`],
    ["Array.prototype.reduce", `Array.prototype.reduce = () => 7 as any;`],
    ["Array.prototype.map", `Array.prototype.map = () => [];`],
    [
      "the iterator of lists",
      `Array.prototype[Symbol.iterator] = function* () {} as any;`,
    ],
    [
      "the prototype of iterators",
      `Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())).next = () => ({ done: true });`,
    ],
    ["Object.prototype.toJSON", `(Object.prototype as any).toJSON = () => 0;`, "timeout"],
    [
      "Object.prototype.value",
      `Object.defineProperty(Object.prototype, "value", { get: () => 0, configurable: true });`,
    ],
    ["Object.entries", `Object.entries = () => [];`],
    ["Object.fromEntries", `Object.fromEntries = () => ({});`],
    ["JSON.stringify", `JSON.stringify = () => '{"id":"ready","answers":[{"value":0}]}';`],
    ["JSON.parse", `JSON.parse = () => ({});`],
    [
      "Promise",
      `globalThis.Promise = class extends Promise<any> { override then() { return this as any; } } as any;`,
      "timeout",
    ],
    [
      "Promise.prototype.then",
      `const then = Promise.prototype.then; Promise.prototype.then = function (...all: any[]) { return then.call(this, () => 7, all[1]); } as any;`,
      "timeout",
    ],
    ["Map.prototype.get", `Map.prototype.get = () => undefined;`],
    ["Number.isFinite", `Number.isFinite = () => false;`, "error", /could not be read/],
    ["Number.prototype.toString", `Number.prototype.toString = () => "7";`],
    ["String.prototype.split", `String.prototype.split = () => [];`],
    [
      "Symbol.hasInstance",
      `Object.defineProperty(tf.Tensor, Symbol.hasInstance, { value: () => true });`,
    ],
    [
      "Error",
      `globalThis.Error = class extends Error { override message = "Not implemented yet"; } as any;`,
    ],
    ["Error.prepareStackTrace", `(Error as any).prepareStackTrace = () => "at /cells/04_4.ts:99";`],
    ["console", `console.error = () => { throw new Error("x"); }; console.log = console.error;`],
    ["crypto.randomUUID", `crypto.randomUUID = () => "00000000-0000-0000-0000-000000000000";`],
    ["TextEncoder", `TextEncoder.prototype.encode = () => new Uint8Array([48, 10]);`],
    ["TextDecoder", `TextDecoder.prototype.decode = () => "";`],
    [
      "Uint8Array.prototype.subarray",
      `Uint8Array.prototype.subarray = () => new Uint8Array(1);`,
      "timeout",
    ],
    [
      "Function.prototype.call",
      `Function.prototype.call = () => 7; Function.prototype.apply = () => 7; Function.prototype.bind = () => () => 7;`,
    ],
    ["Deno.stdout.writeSync", `Deno.stdout.writeSync = () => 1;`],
    [
      "setTimeout, setImmediate",
      `globalThis.setTimeout = () => 0 as any; (globalThis as any).setImmediate = () => 0;`,
    ],
    [
      "an operation of tfjs",
      `tf.registerKernel({ kernelName: "Softmax", backendName: "cpu", kernelFunc: () => ({ dataId: {}, shape: [], dtype: "float32" }) } as any);`,
    ],
    ["a kernel taken away", `tf.unregisterKernel("Sum", "cpu");`],
    [
      "what tensors inherit",
      `tf.Tensor.prototype.dataSync = (() => [7]) as any; tf.Tensor.prototype.data = (async () => [7]) as any;`,
    ],
    ["a global for the next cell", `(globalThis as any).answer = (w: number[]) => 7;`],
    ["permissions", `await Deno.permissions.revoke({ name: "read" });`],
    ["a timer that changes things later", `setTimeout(() => { Math.log = () => 7; }, 0);`],
    ["a timer that loops later", `setTimeout(() => { while (true); }, 0);`, ["failed", "timeout"]],
    [
      "a timer that ends it all later",
      `setTimeout(() => Deno.exit(0), 0);`,
      ["failed", "error"],
      /^0 of \d+|ended by itself/,
    ],
    [
      "a timer that throws later",
      `setTimeout(() => { throw new Error("later"); }, 0);`,
      ["failed", "error"],
      /^0 of \d+|nothing catches.*later/,
    ],
    [
      "an answer for the next call, read from standard input",
      `Deno.stdin.read(new Uint8Array(10_000)).then(() => {});`,
    ],
    [
      "memory held",
      `(globalThis as any).held = Array.from({ length: 60 }, () => new Float64Array(1e6).fill(1));`,
    ],
    [
      "handlers of errors",
      `addEventListener("unhandledrejection", (event) => event.preventDefault()); addEventListener("error", (event) => event.preventDefault());`,
    ],
    [
      "handlers of the end",
      `addEventListener("unload", () => console.error("unload")); addEventListener("beforeunload", (event) => event.preventDefault());`,
    ],
    [
      "handlers of signals",
      `Deno.addSignalListener("SIGTERM", () => {}); Deno.addSignalListener("SIGINT", () => {});`,
    ],
    ["the exit code", `Deno.exitCode = 3;`],
    [
      "a global nobody can set again",
      `Object.freeze(globalThis); Object.freeze(Object.prototype); Object.freeze(Array.prototype);`,
    ],
  ] satisfies Change[]).map(changing),
  [
    "an own class of lists",
    cell(
      "return Array.from({ length: 3 }, () => -1);",
      `Object.defineProperty(Array, "from", { value: () => [0] });`,
    ),
    "failed",
    /expected entropy to be a number/,
  ],
  [
    "node: its own console",
    cell(
      `process.stdout.write('{"id":"x","answers":[{"value":0}]}\\n'); return -1;`,
    ),
    "failed",
    /\b0 of \d+ properties/,
  ],
  [
    "an error of each kind",
    asyncCell(
      `(Error.prototype as any).name = "NotCapable"; throw new Error("Requires nothing access");`,
    ),
    "error",
    /asked for more/,
  ],
  [
    "a wrong answer beside the right one",
    cell(
      `return weights.length;`,
      `function hidden(weights: number[]) { ${right} }\n(globalThis as any).answer = hidden;`,
    ),
    "failed",
    /properties hold/,
  ],
]);

Deno.test("Sandbox.spoiled: what homework does leaves a process as it was", async () => {
  await using workspace = await Workspace.create();
  const cells = {
    honest: `import * as tf from "@tensorflow/tfjs";
class Layer { weights = tf.variable(tf.ones([2, 2])); }
export function run() {
  const layer = new Layer();
  const loss = (x: tf.Tensor) => tf.sum(tf.softmax(tf.matMul(x, layer.weights))) as tf.Scalar;
  const names = new Map([["a", 1]]);
  console.log(tf.grad(loss)(tf.randomNormal([2, 2])).shape, [...names], JSON.stringify({}));
  try { throw new RangeError("x"); } catch (error) { return String((error as Error).stack).length > 0; }
}`,
    careless: `export function run() { Math.max = () => 0; return true; }`,
  };
  const stage = await workspace.stage(["@tensorflow/tfjs"]);
  stage.add({ cells });
  await using sandbox = await Sandbox.start(stage);
  const call = async (cell: string) =>
    await sandbox.call({ cell, name: "run", calls: new EncodedCalls([[]]), seconds: 10 });
  assertEquals(await call("honest"), [{ kind: "value", value: true }]);
  assertEquals(await sandbox.spoiled(), false);
  assertEquals(await call("careless"), [{ kind: "value", value: true }]);
  assertEquals(await sandbox.spoiled(), true);
});
