import { assertEquals, assertThrows } from "@std/assert";
import { UserError } from "lib/command.ts";
import { homeworkCells } from "lib/homework/cell/cells.ts";
import { stubCell } from "lib/homework/cell/written_cells.ts";
import { resetExercise } from "lib/homework/commands/reset_command.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { buildPristine } from "../submission.ts";

const [, attention] = homework.exercises;

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
