/**
 * Learners' answers get the verdict that is right: some of each exercise, all of them on several seeds with
 * `COURSE_PROOF=whole`.
 */
import { assert, assertEquals } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { ready } from "lib/tensor/ready.ts";
import { cellFunction } from "./cell_function.ts";
import { cellWith, type LearnersAnswer, loadLearnersAnswers } from "./learners_answers.ts";
import { isWhole } from "./seeds.ts";

await ready();

/** The first right one and the first two wrong ones. */
function some(answers: readonly LearnersAnswer[]): readonly LearnersAnswer[] {
  const by = (status: LearnersAnswer["status"]) => answers.filter((one) => one.status === status);
  return [...by("passed").slice(0, 1), ...by("failed").slice(0, 2)];
}

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const all = await loadLearnersAnswers(number);
  for (const exercise of homework.exercises) {
    const { id, name, stub } = exercise;
    const answers = all[id] ?? [];
    Deno.test(`learners: ${id} ${name} is judged in other words too`, async () => {
      const tried = some(answers);
      assert(tried.length === 3, `expected a right and two wrong answers to ${id}`);
      for (const { what, status, mistake, body } of isWhole ? answers : tried) {
        const learner = await cellFunction(homework, exercise, cellWith(stub, body));
        for (const seed of isWhole ? [17, 1, 2] : [17]) {
          const verdict = await checkFunction(exercise, learner, seed);
          // What was trained is named by the exercise's own judge.
          const called = exercise.judge && !mistake ? undefined : verdict.mistake?.name.en;
          assertEquals([what, seed, verdict.status, called], [what, seed, status, mistake]);
        }
      }
    });
  }
}
