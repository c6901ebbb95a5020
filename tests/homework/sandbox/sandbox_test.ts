/** The sandbox: right answers pass in it, and nothing that a cell tries gets out of it. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { projectFolder } from "lib/platform/project.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { evaluate, processesWith } from "../submission.ts";

const workspace = sharedWorkspace();

const solved = Object.fromEntries(
  await Promise.all(homework.exercises.map(async ({ id }) => [id, await solutionCell(id)])),
);

/** An `entropy` cell with `statements` before it, and `body` in it. */
function entropyCell(body: string, statements = ""): string {
  return `${statements}
function entropy(weights: number[]): number {
  ${body}
}`;
}

/** The right answer to 04.4 in one line. */
const right = "return weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum, 0);";

/** Cells that must not pass, and what is said about them. Each is an answer to 04.4. */
const refused: Readonly<Record<string, readonly [source: string, status: string, says: RegExp]>> = {
  "a static import of the reference": [
    entropyCell(
      right,
      `import { entropy as e } from "file://${projectFolder}lib/homework/exercises/04/homework.ts";`,
    ),
    "error",
    /forbidden import.*may import/,
  ],
  "an import hidden by comments": [
    entropyCell(right, `import/**/{ x }/**/from/**/"lib/homework/exercises/04/homework.ts";`),
    "error",
    /forbidden import/,
  ],
  "an import behind a regular expression": [
    entropyCell(
      right,
      `const quote = /'/; const m = import("lib/homework/exercises/catalogue.ts");`,
    ),
    "error",
    /forbidden in homework: import\(/,
  ],
  "a computed import": [
    entropyCell(`const m = import(["lib", "course", "load.ts"].join("/")); ${right}`),
    "error",
    /forbidden in homework: import\(/,
  ],
  "a deferred import": [
    entropyCell(right, `import defer * as load from "lib/homework/exercises/catalogue.ts";`),
    "error",
    /forbidden import/,
  ],
  "the type of another file": [
    entropyCell(
      right,
      `type Secret = typeof import("../../lib/homework/exercises/04/entropy/solution.ts");`,
    ),
    "error",
    /forbidden import/,
  ],
  "a reference to another file": [
    `/// <reference path="/etc/passwd" />\n${entropyCell(right)}`,
    "error",
    /forbidden import/,
  ],
  "types named in a comment": [
    entropyCell(right, `// @ts-types="/etc/passwd"\nimport * as t from "@tensorflow/tfjs";`),
    "error",
    /forbidden in homework: @ts-types/,
  ],
  "a JSON file as a module": [
    entropyCell(right, `import data from "../deno.json" with { type: "json" };`),
    "error",
    /forbidden import/,
  ],
  "declarations for other learners' cells": [
    entropyCell(right, `declare global { interface Array<T> { sum: number } }`),
    "error",
    /declare global/,
  ],
  "what grades": [
    entropyCell(right, `import { check } from "lib/homework/check.ts";`),
    "error",
    /forbidden import/,
  ],
  "import.meta": [entropyCell(`console.log(import.meta.url); ${right}`), "error", /import\.meta/],
  "require": [entropyCell(`require("node:fs"); ${right}`), "error", /require/],
  "a syntax error": [
    "function entropy(weights: number[]): number {\n  return 1 +;\n}",
    "error",
    /syntax error at line 2, column 13: Expression expected/,
  ],
  "no function of that name": ["const entropie = 1;", "error", /declares entropie, and no entropy/],
  "an empty cell": ["", "error", /no longer declares entropy/],
  "a name that is no function": [
    "const entropy = 3;",
    "failed",
    /expected entropy to be a function, got number/,
  ],
};

for (const [name, [source, status, says]] of Object.entries(refused)) {
  Deno.test(`sandbox: refuses ${name}`, async () => {
    const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
    assertEquals([verdict.status, verdict.points], [status, 0]);
    assertMatch((verdict.problem ?? verdict.failures[0].problem).en, says);
  });
}

/** Bodies that compute nothing right, and try to get at something else. */
const attempts: Readonly<Record<string, readonly [body: string, says: RegExp]>> = {
  "reading a file": [`return Deno.readTextFileSync("/etc/passwd").length;`, /asked for more/],
  "reading the reference": [
    `return Deno.readTextFileSync("${projectFolder}lib/homework/exercises/04/homework.ts").length;`,
    /asked for more/,
  ],
  "writing into its own stage": [
    `Deno.writeTextFileSync("cells/04_4.ts", "x"); return 0;`,
    /asked for more/,
  ],
  "an environment variable": [`return Number(Deno.env.get("HOME"));`, /asked for more/],
  "a process": [`new Deno.Command("id").outputSync(); return 0;`, /asked for more/],
  "a connection": [
    `Deno.listen({ port: 0 }); return 0;`,
    /asked for more/,
  ],
  "a library of the system": [`Deno.dlopen("libc.so.6", {}); return 0;`, /asked for more/],
  "more permissions": [
    `Deno.permissions.requestSync({ name: "read" }); return Deno.readTextFileSync("/etc/passwd").length;`,
    /asked for more/,
  ],
  "the system's name": [`return Deno.hostname().length;`, /asked for more/],
};

Deno.test("sandbox: a function gets at nothing outside of it", async () => {
  for (const [name, [body, says]] of Object.entries(attempts)) {
    const { "04.4": verdict } = await evaluate(workspace(), homework, {
      "04.4": entropyCell(body),
    });
    assertEquals([name, verdict.status, verdict.points], [name, "error", 0]);
    assertMatch(verdict.problem?.en ?? "", says);
  }
});

Deno.test("sandbox: imports made out of text are held to the stage", async () => {
  const targets: Readonly<Record<string, RegExp>> = {
    [`file://${projectFolder}lib/homework/exercises/04/homework.ts`]: /Requires read access/,
    [`file://${projectFolder}lib/homework/exercises/04/entropy/solution.ts`]:
      /Requires read access/,
    "lib/attention/dot_product.ts": /Module not found/,
    "lib/homework/exercises/04/homework.ts": /Module not found/,
    "https://example.com/module.ts": /--no-remote/,
    "npm:left-pad@1.3.0": /asked for more: .*left-pad/,
  };
  for (const [target, says] of Object.entries(targets)) {
    const source = `async function entropy(weights: number[]): Promise<unknown> {
  const load = new Function("target", "return import(target)");
  return (await load("${target}")).entropy?.reference(weights) ?? "loaded";
}`;
    const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
    assertEquals([target, verdict.status === "passed", verdict.points], [target, false, 0]);
    assertMatch((verdict.problem ?? verdict.failures[0].problem).en, says);
  }
});

Deno.test("sandbox: what ends or fills the process is told, and nothing is left running", async () => {
  const ends: Readonly<Record<string, readonly [source: string, status: string, says: RegExp]>> = {
    "an endless loop": [entropyCell("while (true);"), "timeout", /within 2 s: is there a loop/],
    "an await that never ends": [
      `async function entropy(weights: number[]): Promise<number> { return await new Promise(() => {}); }`,
      "timeout",
      /an await on/,
    ],
    "an await outside of the function": [
      entropyCell(right, "await new Promise(() => {});"),
      "timeout",
      /an await on/,
    ],
    "too much memory in arrays": [
      entropyCell("const all = []; while (true) all.push(new Float64Array(1e7).fill(1));"),
      "error",
      /ran out of memory/,
    ],
    "memory taken to the last byte": [
      entropyCell(
        `const all = [];
         for (let size = 1e7; size > 1e4; ) {
           try { all.push(new Float64Array(size).fill(1)); } catch { size /= 2; }
         }
         while (true) all.push(all.map((each) => new Float32Array(each.length)));`,
      ),
      "error",
      /ran out of memory/,
    ],
    "too much memory in lists": [
      entropyCell("const all: unknown[] = []; while (true) all.push(new Array(1e6).fill(0.5));"),
      "error",
      /ran out of memory/,
    ],
    "leaving": [entropyCell("Deno.exit(0);"), "error", /ended by itself \(status 0\)/],
    "printing without end": [
      entropyCell(`while (true) console.log("x".repeat(10_000));`),
      "error",
      /printed more than 1 MB/,
    ],
    "writing answers by hand": [
      entropyCell(
        `const line = new TextEncoder().encode('{"id":"1","answers":[{"value":0}]}\\n'.repeat(1000));
         while (true) Deno.stdout.writeSync(line);`,
      ),
      "error",
      /returned more than 16 MB/,
    ],
  };
  for (const [name, [source, status, says]] of Object.entries(ends)) {
    const answers = { "04.1": solved["04.1"], "04.4": source };
    const verdicts = await evaluate(workspace(), homework, answers, {
      seconds: status === "timeout" ? 2 : 30,
    });
    const verdict = verdicts["04.4"];
    assertEquals([name, verdict.status, verdict.points], [name, status, 0]);
    assertMatch(verdict.problem?.en ?? "", says);
    assertEquals(verdicts["04.1"].status, "passed");
  }
  assertEquals(await processesWith(workspace().folder), []);
});

Deno.test("sandbox: one exercise that never ends leaves the others their points", async () => {
  const stuck =
    "function dotProductVariance(queries: number[][], keys: number[][]): number { while (true); }";
  const verdicts = await evaluate(workspace(), homework, { ...solved, "04.1": stuck }, {
    seconds: 2,
  });
  assertEquals(
    Object.values(verdicts).map(({ status }) => status),
    homework.exercises.map(({ id }) => id === "04.1" ? "timeout" : "passed"),
  );
});

Deno.test("sandbox: tampering with what the process shares passes nothing that is wrong", async () => {
  const tricks = [
    `JSON.stringify = () => '{"id":"ready","answers":[{"value":0}]}';`,
    `Object.prototype.toString = () => "0"; Array.prototype.map = () => [];`,
    `Math.abs = () => 0; Number.isNaN = () => false;`,
    `Object.defineProperty(Object.prototype, "value", { get: () => 0 });`,
    `globalThis.Error = class extends Error { message = "Not implemented yet"; } as typeof Error;`,
  ];
  for (const trick of tricks) {
    const source = entropyCell("return 0.5;", trick);
    const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
    assertEquals([trick, verdict.status === "passed"], [trick, false]);
  }
});

Deno.test("sandbox: what equals anything is compared as what it says", async () => {
  const results = [
    "{ valueOf: () => 0.5 }",
    "new Proxy({}, { get: () => 0 })",
    "{ $: 'number', text: 'NaN' }",
    "Symbol('x')",
    "() => 0",
    "10n",
    "NaN",
    "'0.693'",
    "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
  ];
  for (const result of results) {
    const source = `function entropy(weights: number[]) { return ${result}; }`;
    const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
    assertEquals([result, verdict.status, verdict.points], [result, "failed", 0]);
  }
});

Deno.test("sandbox: what is shown of a result is short and plain", async () => {
  const results = [
    `"x".repeat(1e6)`,
    `Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => ["\\x1b[2J\\u202e" + i, i]))`,
    `(() => { throw new Error("\\x1b[2J".repeat(1e5)); })()`,
  ];
  for (const result of results) {
    const source = `function entropy(weights: number[]) { return ${result}; }`;
    const { "04.4": { status, failures } } = await evaluate(workspace(), homework, {
      "04.4": source,
    });
    assertEquals([result, status], [result, "failed"]);
    const [{ problem: { en: problem } }] = failures;
    assertEquals([problem.length < 600, problem.includes("\x1b") || problem.includes("\u202e")], [
      true,
      false,
    ]);
  }
});

Deno.test("sandbox: a learner's error names its line of the cell and no line of ours", async () => {
  const source = `function entropy(weights: number[]): number {
  const first: { value?: { length: number } } = {};
  return first.value!.length;
}`;
  const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
  assertEquals(verdict.status, "failed");
  assertStringIncludes(verdict.failures[0].problem.en, "threw TypeError: Cannot read properties");
  assertStringIncludes(verdict.failures[0].problem.en, "(line 3 of your cell)");
  const deep = `function entropy(weights: number[]): number {
  const rows = tf.zeros([2, weights.length]);
  return tf.add(rows, tf.zeros([weights.length + 1])).dataSync()[0];
}`;
  const { "04.4": { failures } } = await evaluate(workspace(), homework, { "04.4": deep });
  assertMatch(
    failures.at(-1)?.problem.en ?? "",
    /could not be broadcast .* \(line 3 of your cell\)/,
  );
});

Deno.test("sandbox: a cell may repeat the set-up, export, and print 한글", async () => {
  const source = `import * as tf from "@tensorflow/tfjs";
console.log("안녕하세요", tf.version.tfjs);
export const entropy = (weights: number[]): number => {
  ${right}
};`;
  const { "04.4": verdict } = await evaluate(workspace(), homework, { "04.4": source });
  assertEquals([verdict.status, verdict.problem], ["passed", undefined]);
});

Deno.test("sandbox: operations that tfjs has on its cpu backend alone work in it", async () => {
  const source = `
function scaledDotProductAttention(queries: tf.Tensor, keys: tf.Tensor, values: tf.Tensor) {
  const scores = tf.div(tf.einsum("qd,kd->qk", queries, keys), Math.sqrt(keys.shape[1]));
  const weights = tf.softmax(scores);
  return { output: tf.einsum("qk,kd->qd", weights, values), weights };
}`;
  const { "04.2": verdict } = await evaluate(workspace(), homework, { "04.2": source });
  assertEquals([verdict.status, verdict.problem], ["passed", undefined]);
});
