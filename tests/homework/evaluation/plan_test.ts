/** What is decided before anything of a submission is checked or run. */
import { assert, assertEquals } from "@std/assert";
import { readAnswer } from "lib/homework/evaluation/bring_along.ts";
import { planExercise } from "lib/homework/evaluation/exercise_plan.ts";
import { answersIn, plan } from "lib/homework/evaluation/plan.ts";
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
  const { verdicts, cells } = await plan(answersIn(homework, [notebook]), readAnswer);
  assertEquals(verdicts.map(({ exercise, status }) => [exercise.id, status]), [
    ["04.1", "not started"],
    ["04.3", "error"],
    ["04.5", "not started"],
  ]);
  assertEquals(cells.map(({ exercise }) => exercise.id), ["04.2", "04.4"]);
  for (const { text, firstColumn, exercise } of cells) {
    const module = text.slice(firstColumn);
    assertEquals(module, `${solved[exercise.id]}\nexport { ${exercise.name} };\n`);
  }
});

Deno.test("planExercise: once for all learners, and nothing withheld within a cell's reach", async () => {
  for (const exercise of homework.exercises) {
    const { library, rules } = await planExercise({ homework, exercise });
    assert(planExercise({ homework, exercise }) === planExercise({ homework, exercise }));
    assertEquals(rules.name, exercise.name);
    for (const module of exercise.withheld ?? []) assertEquals(library.modules.has(module), false);
  }
});
