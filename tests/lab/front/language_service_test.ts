import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { CellText } from "lib/lab/front/language/questions.ts";
import { NotebookService } from "lib/lab/front/language/service.ts";
import { librarySources, packageTypings } from "lib/lab/server/typings.ts";
import { codeCells, courseNotebooks } from "../../notebooks/course_notebooks.ts";

const packages = JSON.parse(await packageTypings());
const library = await librarySources();

const service = new NotebookService(packages, library, "/notebooks");

/** A notebook of cells with these texts; their numbers are 1, 2, … */
function notebook(...texts: readonly string[]): NotebookService {
  service.setCells(numbered(texts));
  return service;
}

function numbered(texts: readonly string[]): CellText[] {
  return texts.map((text, i) => ({ cell: i + 1, text }));
}

/** What is suggested at the end of the last cell. */
function suggested(...texts: readonly string[]): string[] {
  const found = notebook(...texts).suggest(endOf(texts));
  return [...found?.options ?? []].sort((a, b) => b.nearness - a.nearness)
    .map(({ label }) => label);
}

function endOf(texts: readonly string[]): { cell: number; position: number } {
  return { cell: texts.length, position: texts.at(-1)?.length ?? 0 };
}

/** What is wrong in the last cell: the words and the message of each problem. */
function problems(...texts: readonly string[]): string[] {
  const [{ problems }] = notebook(...texts).check({ cell: texts.length });
  return problems.map(({ from, to, message }) => `${texts.at(-1)?.slice(from, to)}: ${message}`);
}

/** The type of `word` where it last stands in the last cell. */
function typeOf(word: string, ...texts: readonly string[]): string | undefined {
  const position = (texts.at(-1) ?? "").lastIndexOf(word);
  const found = notebook(...texts).hover({ cell: texts.length, position });
  return found?.code.map(({ text }) => text).join("");
}

const tf = 'import * as tf from "@tensorflow/tfjs";';

Deno.test("language service: finds nothing wrong in the course's notebooks", async () => {
  const found: string[] = [];
  for (const notebook of await courseNotebooks()) {
    const cells = codeCells(notebook);
    service.setCells(numbered(cells.map(({ source }) => source)));
    for (const [i, { id }] of cells.entries()) {
      const [{ problems }] = service.check({ cell: i + 1 });
      found.push(...problems.map(({ message }) => `${notebook.stem}, ${id}: ${message}`));
    }
  }
  assertEquals(found, []);
});

Deno.test("suggest: a package's members, a cell's own names, those of the cells above", () => {
  const members = suggested(tf, "tf.matM");
  assert(members.includes("matMul") && members.includes("softmax"));
  assertEquals(suggested("const point = { left: 1, top: 2 };", "point."), ["left", "top"]);
  const names = suggested("function softmax(x: number[]) { return x; }", "const mine = 1;\n");
  assert(names.includes("softmax") && names.includes("mine"));
  assert(names.indexOf("softmax") < names.indexOf("console"), "the notebook's own come first");
  assert(names.indexOf("console") < names.indexOf("const"), "keywords come last");
});

Deno.test("suggest: modules of the course and what they export", () => {
  assert(suggested('import { mean } from "lib/attention/').includes("lib/attention/masks.ts"));
  assert(suggested('import { mean } from "').includes("@tensorflow/tfjs"));
  const text = 'import { sc } from "lib/lessons/04.ts";';
  const found = notebook(text).suggest({ cell: 1, position: "import { sc".length });
  assert(found?.options.some(({ label }) => label === "scaledDotProductAttention"));
  assertEquals(found?.from, "import { ".length);
});

Deno.test("describe: the type, and the docstring of a library's function", () => {
  const found = notebook(tf, "tf.matM").describe({ cell: 2, position: 7 }, "matMul");
  const code = found?.code.map(({ text }) => text).join("") ?? "";
  assertStringIncludes(code, "transposeA?: boolean");
  assert(!/alias|import|export/.test(code), code);
  assertStringIncludes(found?.text ?? "", "dot product of two matrices");
  assertStringIncludes(found?.text ?? "", "`transposeB` — ");
});

Deno.test("signature: which parameter is being typed, and what is said of it", () => {
  const texts = [tf, "tf.matMul(tf.ones([2, 3]), "];
  const found = notebook(...texts).signature(endOf(texts));
  const parameters = found?.parameters.map((parts) => parts.map(({ text }) => text).join(""));
  assertEquals(parameters?.length, 4);
  assertEquals(found?.current, 1);
  assertEquals(parameters?.[1], "b: tf.Tensor | tf.TensorLike");
  assertStringIncludes(found?.parameterText ?? "", "Second matrix");
  assertEquals(notebook("1 + ").signature({ cell: 1, position: 4 }), undefined);
});

Deno.test("hover: types across cells, with the docstring of the cell that declares", () => {
  const declares = "/** Halves a number. */\nfunction half(x: number) { return x / 2; }";
  const found = notebook(declares, "half(4)").hover({ cell: 2, position: 1 });
  assertEquals(found?.code.map(({ text }) => text).join(""), "half(x: number): number");
  assertEquals(found?.text, "Halves a number.");
  assertEquals([found?.from, found?.to], [0, 4]);
  assertEquals(typeOf("tf", tf, "tf"), "import tf");
});

Deno.test("cells: a later declaration replaces an earlier one, in whatever way it is declared", () => {
  const first = "const x = 1;\nfunction f() { return 1; }\nclass C { a = 1; }";
  const second = 'let x = "text";\nconst f = () => "text";\nfunction C() { return true; }';
  assertEquals(problems(first, second), []);
  assertEquals(typeOf("x", first, "x"), "const x: 1");
  assertEquals(typeOf("x", first, second, "x"), "let x: string");
  assertEquals(problems(first, second, "x.toUpperCase() + f().toUpperCase(); C() === true;"), []);
  assertEquals(problems(first, "x.toFixed(); new C().a;", second), []);
});

Deno.test("cells: variables can be assigned to from another cell, with the right type", () => {
  assertEquals(problems("let count = 0; var total = 0;", "count += 1; total = count;"), []);
  assertEquals(problems("let count = 0;", 'count = "one";'), [
    "count: Type 'string' is not assignable to type 'number'.",
  ]);
  assertEquals(problems("const { a, b: [c] } = { a: 1, b: [2] };", "a + c;"), []);
});

Deno.test("cells: top-level await, imports for all cells below, helpers that come later", () => {
  assertEquals(problems(tf, "const t = await Promise.resolve(tf.ones([2]));", "t.rank + 1;"), []);
  assertEquals(problems("const twice = () => 2 * late();", "const late = () => 1;"), []);
  assertEquals(problems("function early() { return late(); }\nconst late = () => 1;"), []);
  assertEquals(problems("interface Point { x: number }", "const p: Point = { x: 1 };"), []);
  assertEquals(problems("export const shared = 1;", "shared.toFixed();"), []);
});

Deno.test("check: wrong types, unknown names and exports that a module does not have", () => {
  assertEquals(problems("const size: string = 3;"), [
    "size: Type 'number' is not assignable to type 'string'.",
  ]);
  assertEquals(problems(tf, "tf.matMull"), [
    `matMull: Property 'matMull' does not exist on type 'typeof import("@tensorflow/tfjs")'. ` +
    "Did you mean 'matMul'?",
  ]);
  assertEquals(problems('import { nope } from "lib/lessons/04.ts";'), [
    `nope: Module '"lib/lessons/04.ts"' has no exported member 'nope'.`,
  ]);
  assertEquals(problems('import { x } from "lib/gone.ts";'), [
    `"lib/gone.ts": Cannot find module 'lib/gone.ts' or its corresponding type declarations.`,
  ]);
});

Deno.test("check: a cell that uses the changed one is looked at too, others are not", () => {
  const service = notebook("const a: number = 1;", "a.toFixed();", "const b = 2;");
  assertEquals(service.check({ cell: 1 }).map(({ cell }) => cell), [1, 2]);
  service.setCells(numbered(['const a: string = "";', "a.toFixed();", "const b = 2;"]));
  const [own, user] = service.check({ cell: 1 });
  assertEquals(own.problems, []);
  assertStringIncludes(user.problems[0].message, "'toFixed' does not exist on type 'string'");
});

Deno.test("check: advice is no error, and a syntax error is said to be one", () => {
  const [{ problems: advice }] = notebook("function f(x) { return x; }").check({ cell: 1 });
  assertEquals(advice.map(({ severity, syntax }) => [severity, syntax]), [["info", false]]);
  const [{ problems: syntax }] = notebook("const a = ;").check({ cell: 1 });
  assertEquals(syntax.map(({ severity, syntax }) => [severity, syntax]), [["error", true]]);
  assertEquals(problems("// @ts-nocheck\nconst s: string = 3;"), []);
  assertEquals(
    problems("const broken = (", "broken;"),
    [],
    "what is broken above is not told here",
  );
});

Deno.test("check: packages, addresses and files that are not here are no mistakes", () => {
  const imports = ["npm:no-such-package", "https://example.invalid/x.ts", "./mine.ts", "node:fs"];
  for (const name of imports) {
    const cell = `import { a } from ${JSON.stringify(name)};\na.b.c();`;
    assertEquals(problems(cell), [], name);
  }
});

Deno.test("language service: survives whatever a notebook holds", () => {
  const strange = [
    "\u0000\ud800",
    "}}}}))))",
    "`${`${`",
    "import {",
    'import { toString, __proto__ } from "lib/lessons/04.ts";\nconst constructor = 1;',
    "declare global { const everywhere: number }\neverywhere",
    "export { nothing };\nexport default 1;",
    `const x = ${"[".repeat(400)}${"]".repeat(400)};`,
    '/// <reference path="../../../etc/passwd" />\n/// <reference types="node" />',
  ];
  const service = notebook(...strange, "const fine: string = 3; fine.");
  for (let cell = 1; cell <= strange.length + 1; cell++) {
    for (const position of [0, 3, 20]) {
      service.suggest({ cell, position });
      service.hover({ cell, position });
      service.signature({ cell, position });
    }
    service.check({ cell });
  }
  const last = { cell: strange.length + 1, position: "const fine: string = 3; fine.".length };
  assert(service.suggest(last)?.options.some(({ label }) => label === "toUpperCase"));
});
