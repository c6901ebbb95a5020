import { assertEquals } from "@std/assert";
import { homeworkCells, notebookNumber } from "lib/homework/cell/cells.ts";
import { checkCell, stubCell, taskCell } from "lib/homework/cell/written_cells.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { buildPristine } from "../submission.ts";

const [, attention] = homework.exercises;

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
