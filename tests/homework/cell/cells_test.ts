import { assert, assertEquals, assertThrows } from "@std/assert";
import { UserError } from "lib/command.ts";
import { writeHomework } from "lib/homework/commands/author_command.ts";
import {
  buildPristine,
  checkCell,
  homeworkCells,
  notebookNumber,
  stubCell,
  taskCell,
} from "lib/homework/cell/cells.ts";
import { functionText, readCell } from "lib/homework/cell/cell_source.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { cellRules, homeworkModule } from "lib/homework/cell/homework_module.ts";
import { resetExercise } from "lib/homework/commands/reset_command.ts";
import { markdownCell, newNotebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";

const [variance, attention] = homework.exercises;

Deno.test("stubCell, checkCell, taskCell: canonical ids, tags and sources", () => {
  const cells = [taskCell(attention), stubCell(attention), checkCell(attention)];
  assertEquals(cells.map(({ id }) => id), [
    "scaled-dot-product-attention-task",
    "scaled-dot-product-attention-homework",
    "scaled-dot-product-attention-check",
  ]);
  assertEquals(cells.map(({ metadata }) => metadata), [
    { exercise: "04.2", tags: ["task"] },
    { exercise: "04.2", tags: ["homework"] },
    { exercise: "04.2", tags: ["check"] },
  ]);
  assertEquals(cells[2].source, `await check("04.2", scaledDotProductAttention);`);
});

Deno.test("buildPristine: survives the file format, and each homework cell is found in it", () => {
  const notebook = parseNotebook(serializeNotebook(buildPristine(homework)));
  assertEquals(notebookNumber(notebook), "04");
  for (const { id, stub } of homework.exercises) {
    assertEquals(homeworkCells(notebook, id).map(({ source }) => source), [stub]);
  }
});

Deno.test("writeHomework: fills an empty notebook, before the recap", () => {
  const notebook = newNotebook([markdownCell("title", "# 4"), markdownCell("recap", "## Recap")]);
  assertEquals(writeHomework(notebook, homework), []);
  assertEquals(notebook.cells.length, 2 + 3 * homework.exercises.length);
  assertEquals([notebook.cells[0].id, notebook.cells.at(-1)?.id], ["title", "recap"]);
  assertEquals(notebook.cells[1], taskCell(variance));
  const before = serializeNotebook(notebook);
  writeHomework(notebook, homework);
  assertEquals(serializeNotebook(notebook), before);
});

Deno.test("writeHomework: keeps work, refreshes what is around it, restores a deleted check", () => {
  const notebook = buildPristine(homework);
  const [work] = homeworkCells(notebook, "04.2");
  work.source = "function scaledDotProductAttention() { return 한글; }";
  notebook.cells = notebook.cells.filter(({ id }) => id !== "scaled-dot-product-attention-check");
  notebook.cells[1].source = "an older task";
  assertEquals(writeHomework(notebook, homework), ["04.2"]);
  assertEquals(homeworkCells(notebook, "04.2")[0].source, work.source);
  assertEquals(notebook.cells[1].source, taskCell(variance).source);
  const ids = notebook.cells.map(({ id }) => id);
  assertEquals(ids, buildPristine(homework).cells.map(({ id }) => id));
});

Deno.test("resetExercise: changes the one cell, or puts a deleted one back before its check", () => {
  const notebook = buildPristine(homework);
  assertEquals(resetExercise(notebook, attention), "was a stub");
  homeworkCells(notebook, "04.1")[0].source = "mine";
  homeworkCells(notebook, "04.2")[0].source = "wrong";
  assertEquals(resetExercise(notebook, attention), "changed");
  assertEquals(homeworkCells(notebook, "04.1")[0].source, "mine");
  assertEquals(homeworkCells(notebook, "04.2")[0].source, attention.stub);
  const at = notebook.cells.findIndex(({ id }) => id === "scaled-dot-product-attention-homework");
  notebook.cells.splice(at, 1);
  assertEquals(resetExercise(notebook, attention), "changed");
  assertEquals(notebook.cells[at].source, attention.stub);
});

Deno.test("resetExercise: refuses to choose between duplicates", () => {
  const notebook = buildPristine(homework);
  notebook.cells.push({ ...stubCell(attention), source: "a copy" });
  assertThrows(
    () => resetExercise(notebook, attention),
    UserError,
    "Expected one homework cell for 04.2, got 2",
  );
});

Deno.test("readCell: sees every way to name a module, and no name in comments or strings", () => {
  const source = `import a from "m1"; import type { B } from "m2"; export * from "m3";
import c = require("m4"); type D = import("m5").D; import * as e from "m6"; import "m7";
// import f from "no1"
const text = 'import g from "no2"'; const regex = /import h from "no3"/; const t = \`import("no4")\`;`;
  assertEquals([...readCell(source).imports].sort(), ["m1", "m2", "m3", "m4", "m5", "m6", "m7"]);
  assertEquals(readCell(source).forbidden, undefined);
  for (
    const call of [
      'import("m")',
      "import(name)",
      "import.defer('m')",
      'require("m")',
      "import.meta",
    ]
  ) {
    assert(readCell(`const x = ${call};`).forbidden, `expected ${call} to be forbidden`);
  }
});

Deno.test("homeworkModule: keeps the lines of the cell, exports once, prefers the cell's own imports", () => {
  const text = (source: string): string => {
    const module = homeworkModule(cellRules(homework, variance), source);
    return module.kind === "module" ? module.text : module.problem;
  };
  const plain = text("const x = 1;\nfunction dotProductVariance() {}");
  assertEquals(plain.split("\n").length, 4);
  assertEquals(plain.split("\n").slice(1), [
    "function dotProductVariance() {}",
    "export { dotProductVariance };",
    "",
  ]);
  assertEquals(text("export const dotProductVariance = 1;").includes("export {"), false);
  const own = text(`import * as tf from "@tensorflow/tfjs";\nfunction dotProductVariance() {}`);
  assertEquals(own.split(`from "@tensorflow/tfjs"`).length, 2);
  assertEquals(
    text("x".repeat(200_000)),
    "the cell holds 200000 characters; at most 100000 are read",
  );
});

Deno.test("functionText: a function with its comment, without export", () => {
  const source =
    `import x from "y";\n\n/** Says. */\nexport function one(): void {\n  // why\n}\nfunction two() {}\n`;
  assertEquals(functionText(source, "one"), "/** Says. */\nfunction one(): void {\n  // why\n}");
  assertEquals(functionText(source, "three"), undefined);
});
