/** What is decided before anything of a submission is checked or run. */
import { assert, assertEquals } from "@std/assert";
import { planExercise } from "lib/homework/evaluation/exercise_plan.ts";
import { answersIn, plan, withoutTypeErrors } from "lib/homework/evaluation/plan.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { notebookWith } from "../submission.ts";

const homework = await loadHomework("04");
const solved = Object.fromEntries(
  await Promise.all(homework.exercises.map(async ({ id }) => [id, await solutionCell(id)])),
);

Deno.test("plan: stubs and what no cell may hold are decided, the others have a module", async () => {
  const notebook = notebookWith(homework, {
    "04.2": solved["04.2"],
    "04.3": `import "node:fs";`,
    "04.4": solved["04.4"],
  });
  const { verdicts, cells, processes } = await plan(answersIn(homework, [notebook]));
  assertEquals(verdicts.map(({ exercise, status }) => [exercise.id, status]), [
    ["04.1", "not started"],
    ["04.3", "error"],
  ]);
  assertEquals(cells.map(({ exercise }) => exercise.id), ["04.2", "04.4"]);
  assertEquals(new Set(processes.flat(2)), new Set(cells));
  for (const { text, firstColumn, exercise } of cells) {
    const module = text.slice(firstColumn);
    assertEquals(module, `${solved[exercise.id]}\nexport { ${exercise.name} };\n`);
  }
});

Deno.test("withoutTypeErrors: such a cell has its verdict and does not run", async () => {
  const planned = await plan(answersIn(homework, [notebookWith(homework, solved)]));
  const [first, ...others] = planned.cells;
  const problem = { line: 2, column: 3, message: "No. (TS2322)" };
  const checked = await withoutTypeErrors(planned, new Map([[first, problem]]));
  assertEquals(checked.verdicts.map(({ exercise, problem }) => [exercise.id, problem]), [
    ["04.1", "type error at line 2, column 3 of the cell: No. (TS2322)"],
  ]);
  assertEquals(checked.cells, others);
  assertEquals(new Set(checked.processes.flat(2)), new Set(others));
});

Deno.test("planExercise: once for all learners, and nothing withheld within a cell's reach", async () => {
  for (const exercise of homework.exercises) {
    const { library, rules } = await planExercise({ homework, exercise });
    assert(planExercise({ homework, exercise }) === planExercise({ homework, exercise }));
    assertEquals(rules.name, exercise.name);
    for (const module of exercise.withheld ?? []) assertEquals(library.modules.has(module), false);
  }
});
