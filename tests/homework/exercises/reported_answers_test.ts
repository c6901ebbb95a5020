/** The cells of `reported_answers.ts`, in a notebook's engine and in the sandbox, get the verdict that is right. */
import { assertEquals } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { loadExercise, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { ready } from "lib/tensor/ready.ts";
import { evaluate } from "../submission.ts";
import { cellFunction } from "./cell_function.ts";
import { reportedAnswers } from "./reported_answers.ts";

await ready();

/** The homework of each answer, with nothing but its exercise. */
const tasks = await Promise.all(reportedAnswers.map(async (answer) => {
  const homework = await loadHomework(answer.exercise.slice(0, 2));
  const exercise = await loadExercise(answer.exercise);
  return { answer, exercise, homework: { ...homework, exercises: [exercise] } };
}));

for (const { answer: { what, status, mistake, source }, exercise, homework } of tasks) {
  Deno.test(`reported: ${exercise.id} ${what} is ${mistake ?? status}`, async () => {
    const learner = await cellFunction(homework, exercise, source);
    for (const seed of [17, 1, 2]) {
      const verdict = await checkFunction(exercise, learner, seed);
      assertEquals([seed, verdict.status], [seed, status]);
      if (mistake) assertEquals(verdict.mistake?.name.en, mistake);
    }
  });
}

Deno.test("reported: the sandbox says the same", async () => {
  await using workspace = await Workspace.create();
  for (const { answer: { what, status, mistake, source }, exercise, homework } of tasks) {
    const verdict = (await evaluate(workspace, homework, { [exercise.id]: source }))[exercise.id];
    assertEquals([what, verdict.status], [what, status]);
    if (mistake) assertEquals(verdict.mistake?.name.en, mistake);
  }
});
