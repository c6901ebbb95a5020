import { assertEquals, assertNotEquals } from "@std/assert";
import { homeworkCells } from "lib/homework/cell/cells.ts";
import { taskCell } from "lib/homework/cell/written_cells.ts";
import { writeHomework } from "lib/homework/commands/exercises_command.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { markdownCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { buildPristine } from "../submission.ts";

const [variance] = homework.exercises;

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

Deno.test("writeHomework: a Korean notebook gets its tasks in Korean", () => {
  const notebook = newNotebook([]);
  writeHomework(notebook, homework, "ko");
  assertEquals(notebook.cells[0], taskCell(variance, "ko"));
  assertNotEquals(notebook.cells[0].source, taskCell(variance).source);
});
