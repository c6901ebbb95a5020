/** What never ends, fills memory or floods the output is stopped, told, and costs the next cell nothing. */
import { assertEquals, assertLess } from "@std/assert";
import { Sandbox } from "lib/homework/sandbox/sandbox.ts";
import { EncodedCalls } from "lib/homework/sandbox/wire.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { asyncCell, type Attack, builtIn, cell, importing, right, testAttacks } from "./attack.ts";

const workspace = sharedWorkspace();

const never = /^did not finish within [\d.]+ s: is there a loop that never ends, or an await/;
const outOfMemory = /^ran out of memory/;

const endless = ([name, source]: readonly [string, string]): Attack => [
  name,
  source,
  "timeout",
  never,
];

testAttacks(
  "what never ends",
  ([
    ["a loop", cell("while (true);")],
    ["a loop outside of the function", cell(right, "for (;;);")],
    ["microtasks", asyncCell("while (true) await null;")],
    ["a promise that never settles", asyncCell("return await new Promise(() => {});")],
    ["the same, outside of the function", cell(right, "await new Promise(() => {});")],
    ["a promise returned", cell("return new Promise(() => {});")],
    ["timers", asyncCell("while (true) await new Promise((resolve) => setTimeout(resolve, 10));")],
    [
      "a then-able that answers with itself",
      cell("const t = { then(f: any) { f(t); } }; return t;"),
    ],
    ["a then-able that never answers", cell("return { then() {} };")],
    ["a getter in the result", cell("return { get value() { while (true); } };")],
    ["a proxy as the result", cell("return new Proxy({}, { ownKeys() { while (true); } });")],
    ["a proxy as a list", cell("return new Proxy([], { get(t, k) { while (true); } });")],
    [
      "an iterator without end",
      cell(`const list = new Float32Array(3);
    (list as any)[Symbol.iterator] = function* () { while (true) yield 0; }; return list;`),
    ],
    [
      "a generator run to its end",
      cell("return [...(function* () { while (true) yield; })()].length;"),
    ],
    ["toString of what is thrown", cell("throw { toString() { while (true); } };")],
    [
      "the message of what is thrown",
      cell(`throw Object.defineProperty(new Error(), "message", { get() { while (true); } });`),
    ],
    ["a regular expression", cell(`return /(a+)+$/.test("a".repeat(60) + "b");`)],
    [
      "waiting for another thread",
      cell("return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
    ],
    [
      "WebAssembly",
      asyncCell(
        `const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]);
    ((await WebAssembly.instantiate(bytes)).instance.exports.f as any)();`,
      ),
    ],
    ["reading standard input", cell("return Deno.stdin.readSync(new Uint8Array(10));")],
    ["an export named then", cell(right, "export function then() {}")],
    [
      "an export named then that goes on",
      cell(right, "export function then(f: any) { f({ then }); }"),
    ],
    ["a list with a long length", cell("return new Array(4e9).fill(0);")],
    [
      "sleeping a little in each call",
      asyncCell("await new Promise((resolve) => setTimeout(resolve, 400)); return 0.5;"),
    ],
  ] as const).map(endless),
);

const memory = ([name, source]: readonly [string, string]): Attack => [
  name,
  source,
  "error",
  outOfMemory,
];

testAttacks("memory", [
  ...([
    ["lists", cell("const all: any[] = []; while (true) all.push(new Array(1e6).fill(0.5));")],
    [
      "numbers",
      cell("const all: any[] = []; while (true) all.push(new Float64Array(1e7).fill(1));"),
    ],
    ["tensors", cell("const all: any[] = []; while (true) all.push(tf.ones([1000, 1000]));")],
    [
      "shared numbers",
      cell(
        "const all: any[] = []; while (true) all.push(new Uint8Array(new SharedArrayBuffer(1e8)).fill(1));",
      ),
    ],
    [
      "blobs",
      cell("const all: any[] = []; while (true) all.push(new Blob([new Uint8Array(5e7)]));"),
    ],
    [
      "WebAssembly's memory",
      cell(`const all: any[] = [];
      while (true) {
        const memory = new WebAssembly.Memory({ initial: 9000 });
        new Uint8Array(memory.buffer).fill(1);
        all.push(memory);
      }`),
    ],
  ] as const).map(memory),
  [
    "one string",
    cell(`let text = "x"; while (true) text += text;`),
    "failed",
    /Invalid string length/,
  ],
  ["one buffer", cell("return new ArrayBuffer(1e15);"), "error", outOfMemory],
  ["the stack", cell("return entropy(weights);"), "failed", /Maximum call stack size exceeded/],
  [
    "the stack, in what JSON asks",
    cell("const f = (): any => ({ get a() { return f(); } }); return f();"),
    "failed",
    /nested more than 8 levels/,
  ],
]);

testAttacks("floods and odd results", [
  [
    "printing without end",
    cell(`while (true) console.log("x".repeat(10_000));`),
    "error",
    /printed more than 1 MB/,
  ],
  [
    "lines without end",
    cell(
      `const lines = new TextEncoder().encode("\\n".repeat(1e5)); while (true) Deno.stdout.writeSync(lines);`,
    ),
    "error",
    /returned more than 16 MB/,
  ],
  [
    "one line without end",
    cell(`const part = new Uint8Array(1e5).fill(65); while (true) Deno.stdout.writeSync(part);`),
    "error",
    /returned more than 16 MB/,
  ],
  [
    "answers without end",
    cell(
      `const lines = new TextEncoder().encode('{"id":"1","answers":[{"value":0}]}\\n'.repeat(1e4)); while (true) Deno.stdout.writeSync(lines);`,
    ),
    "error",
    /returned more than 16 MB/,
  ],
  [
    "bytes that are no text",
    cell(`Deno.stdout.writeSync(new Uint8Array(1e5).fill(255)); return -1;`),
    "failed",
    /\b0 of \d+ properties/,
  ],
  [
    "an answer in advance",
    cell(
      `Deno.stdout.writeSync(new TextEncoder().encode('{"id":"ready","answers":[{"value":0.5}]}\\n')); return -1;`,
    ),
    "failed",
    /\b0 of \d+ properties/,
  ],
  ["a long list", cell("return new Array(2e6).fill(0);"), "failed", /more than 1000000 entries/],
  ["a large tensor", cell("return tf.zeros([1500, 1500]);"), "failed", /more than 1000000 entries/],
  [
    "a wide tree",
    cell(
      "let tree: any = [1, 2]; for (let i = 0; i < 7; i++) tree = Array(20).fill(tree); return tree;",
    ),
    "failed",
    /more than 1000000 entries/,
  ],
  [
    "a list that holds itself",
    cell("const list: any[] = []; list.push(list); return list;"),
    "failed",
    /nested more than 8 levels/,
  ],
  [
    "a record that holds itself",
    cell("const all: any = {}; all.all = all; return all;"),
    "failed",
    /nested more than 8 levels/,
  ],
  ["a long string", cell(`return "x".repeat(1e6);`), "failed", /got "x+ …$/],
  [
    "a million fields",
    cell("return Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`f${i}`, i]));"),
    "failed",
    /to be a number, got \{/,
  ],
  ["a function", cell("return () => 0;"), "failed", /holds a function/],
  ["a symbol", cell("return Symbol.iterator;"), "failed", /holds a symbol/],
  ["a large whole number", cell("return 10n;"), "failed", /holds a bigint/],
  [
    "a class of numbers",
    cell("return new (class extends Number {})(0.5);"),
    "failed",
    /to be a number/,
  ],
  [
    "what turns into any number",
    cell("return { valueOf: () => 0, [Symbol.toPrimitive]: () => 0 };"),
    "failed",
    /holds a function|to be a number/,
  ],
  [
    "a proxy that equals all",
    cell("return new Proxy({}, { get: () => 0 });"),
    "failed",
    /to be a number|threw TypeError/,
  ],
  [
    "a getter that changes",
    cell("let n = 0; return { get value() { return n++; } };"),
    "failed",
    /to be a number/,
  ],
  ["NaN", cell("return NaN;"), "failed", /expected 0, got NaN/],
  ["infinity", cell("return Infinity;"), "failed", /expected 0, got Infinity/],
  ["a number in text", cell(`return "0";`), "failed", /to be a number, got "0"/],
  ["a date", cell("return new Date(0);"), "failed", /to be a number/],
  ["null", cell("return null;"), "failed", /to be a number, got null/],
  ["nothing", cell("return;"), "failed", /got nothing: is there a return/],
  [
    "the marks of the protocol",
    cell(`return { $: "number", text: "NaN" };`),
    "failed",
    /to be a number/,
  ],
  [
    "a tensor that is none",
    cell("return Object.create(tf.Tensor.prototype);"),
    "failed",
    /threw|expected/,
  ],
  [
    "a tensor whose shape lies",
    cell("const t: any = tf.zeros([2]); t.shape = [1e9]; return t;"),
    "failed",
    /expected \d+ numbers|entries/,
  ],
  [
    "a tensor that is gone",
    cell("const t = tf.zeros([2]); t.dispose(); return t;"),
    "failed",
    /disposed/,
  ],
  ["a tensor of text", cell(`return tf.tensor(["a"]);`), "failed", /tensor of string/],
  [
    "a tensor that changes later",
    asyncCell(
      "const t: any = tf.tensor([0.5]); queueMicrotask(() => t.dataSync()[0] = 0); return t;",
    ),
    "failed",
    /to be a number/,
  ],
  [
    "an error with fields of other kinds",
    cell("throw Object.assign(new Error(), { message: { toString: 1 }, name: [], stack: 7 });"),
    "failed",
    /threw Error: \(no message\)/,
  ],
  [
    "an error without a prototype",
    cell("throw Object.create(null);"),
    "failed",
    /threw Error: \(no message\)/,
  ],
  [
    "an error whose fields throw",
    cell("throw new Proxy(new Error(), { get() { throw 5; } });"),
    "failed",
    /threw Error: \(no message\)/,
  ],
  ["an error that is no error", cell("throw 10n;"), "failed", /threw Error: 10/],
  [
    "an error of a million letters",
    cell(`throw new Error("x".repeat(1e7));`),
    "failed",
    /threw Error: x+ …/,
  ],
  [
    "a stack of its own",
    cell(`throw Object.assign(new Error("x"), { stack: "at /cells/04_4.ts:7".repeat(1e5) });`),
    "failed",
    /threw Error: x/,
  ],
  ["leaving", cell("Deno.exit(0);"), "error", /ended by itself \(status 0\)/],
  ["leaving with a status", cell("Deno.exit(42);", ""), "error", /ended by itself \(status 42\)/],
  [
    "leaving before the call",
    cell(right, "Deno.exit(0);"),
    "error",
    /ended by itself \(status 0\)/,
  ],
  [
    "closing the window",
    asyncCell("self.close(); await new Promise((resolve) => setTimeout(resolve, 5000));"),
    "error",
    /ended by itself/,
  ],
  [
    "closing standard output",
    cell("Deno.stdout.close(); return 0.5;"),
    "error",
    /nothing catches ended the program: BadResource/,
  ],
  [
    "node: aborting",
    importing("node:process", "module.default.abort()"),
    "error",
    builtIn,
  ],
  [
    "node: really exiting",
    importing("node:process", "module.default.reallyExit(5)"),
    "error",
    builtIn,
  ],
  [
    "a rejection that nobody sees",
    cell(`Promise.reject(new Error("left alone")); ${right}`),
    "error",
    /nothing catches ended the program: Error: left alone \(line 3 of your cell\)/,
  ],
  [
    "an error outside of the function, of what it needs",
    cell(`return table && -1;`, `const table = (() => { throw new Error("at the top"); })();`),
    "failed",
    /threw Error: at the top \(line 1 of your cell\)/,
  ],
  [
    "the stub's words from elsewhere",
    cell("return -1;", `console.log("Not implemented yet");`),
    "failed",
    /\b0 of \d+ properties/,
  ],
]);

Deno.test("Sandbox.call: an answer whose fields are of any kind ends no wait", async () => {
  const cells = {
    odd: `export function odd() { throw Object.assign(new Error("x"), { message: {} }); }`,
  };
  const stage = await workspace().stage();
  stage.add({ cells });
  await using sandbox = await Sandbox.start(stage);
  const [outcome] = await sandbox.call({
    cell: "odd",
    name: "odd",
    calls: new EncodedCalls([[]]),
    seconds: 20,
  });
  assertEquals([outcome.kind, sandbox.alive], ["error", true]);
});

Deno.test("Sandbox.call: calls that last arrive as they end, and each has its own time", async () => {
  const cells = {
    slow: `const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
export async function slow(time: number) { await rest(time); return time; }`,
  };
  const stage = await workspace().stage();
  stage.add({ cells });
  const outcomesOf = async (
    times: readonly number[],
    limits: { readonly seconds: number; readonly secondsInAll?: number },
  ) => {
    await using sandbox = await Sandbox.start(stage);
    const calls = new EncodedCalls(times.map((time) => [time]));
    return await sandbox.call({ cell: "slow", name: "slow", calls, ...limits });
  };
  const value = (value: number) => ({ kind: "value", value }) as const;
  const timeout = { kind: "timeout", seconds: 1.5 } as const;
  // Three calls of 0.6 s, though none may take more than 1.5.
  assertEquals(await outcomesOf([600, 601, 602], { seconds: 1.5 }), [600, 601, 602].map(value));
  assertEquals(await outcomesOf([600, 601, 1e6], { seconds: 1.5 }), [
    ...[600, 601].map(value),
    timeout,
  ]);
  assertEquals(await outcomesOf([600, 601, 602], { seconds: 10, secondsInAll: 1.5 }), [
    ...[600, 601].map(value),
    timeout,
  ]);
});

Deno.test("Sandbox.call: threads that keep the main one from its core win it no time", async () => {
  const cells = {
    storm: `export async function storm() {
  const key = await crypto.subtle.importKey("raw", new Uint8Array(16), "PBKDF2", false, ["deriveBits"]);
  const work = { name: "PBKDF2", hash: "SHA-512", salt: new Uint8Array(16), iterations: 2e9 };
  for (let i = 0; i < 40; i++) void crypto.subtle.deriveBits(work, key, 512);
  while (true);
}`,
    loop: `export function loop() { while (true); }`,
  };
  const stage = await workspace().stage();
  stage.add({ cells });
  /** Milliseconds until the call is ended. */
  const timeOf = async (name: string): Promise<number> => {
    await using sandbox = await Sandbox.start(stage);
    await sandbox.load(name, 20);
    const begun = performance.now();
    const calls = new EncodedCalls([[]]);
    const outcomes = await sandbox.call({ cell: name, name, calls, seconds: 2 });
    assertEquals(outcomes, [{ kind: "timeout", seconds: 2 }]);
    return performance.now() - begun;
  };
  const time = await timeOf("storm");
  // It asks for five times. A machine that is busy with other things gives more to all: then it wins nothing over
  // a loop without threads.
  if (time >= 6000) assertLess(time, 1.5 * await timeOf("loop"));
});

Deno.test("Sandbox.call: lines that hold no answer win the next one no time", async () => {
  const cells = {
    // It reads the request's name off the line, where the process takes it apart.
    silent: `let id = "";
const { split } = String.prototype;
String.prototype.split = function (...separators) {
  id = /"id":"([^"]*)/.exec(this)?.[1] ?? id;
  return Reflect.apply(split, this, separators);
};
export function silent() {
  const line = new TextEncoder().encode('\\n{"id":"' + id + '","answers":[]}\\n');
  for (;;) {
    const begun = performance.now();
    while (performance.now() - begun < 200);
    Deno.stdout.writeSync(line);
  }
}`,
  };
  const stage = await workspace().stage();
  stage.add({ cells });
  await using sandbox = await Sandbox.start(stage);
  await sandbox.load("silent", 20);
  const outcomes = await sandbox.call({
    cell: "silent",
    name: "silent",
    calls: new EncodedCalls([[]]),
    seconds: 1.5,
    secondsInAll: 6,
  });
  assertEquals(outcomes, [{ kind: "timeout", seconds: 1.5 }]);
});
