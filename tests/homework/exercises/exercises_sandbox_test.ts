/**
 * The proof of `exercises_test.ts` once more, where homework is graded: in the sandbox, whose backend is
 * not the notebook's, and behind the type check. All answers to the exercises of one notebook are handed
 * in at once, each as an exercise of its own, so that a few processes do.
 */
import { assertEquals } from "@std/assert";
import type { Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { evaluate } from "../submission.ts";
import { loadWrongAnswers, wrongAnswersTo } from "./wrong_answers.ts";

/** An answer, what it answers, and what shall be said about it. */
interface Answer {
  readonly exercise: Exercise;
  readonly source: string;
  readonly expected: readonly [status: Verdict["status"], mistake: string | undefined];
}

function mistaken(exercise: Exercise): Answer[] {
  return exercise.mistakes.map((mistake) => {
    // Coming last, it gives an answer its name only if no other mistake does.
    const others = exercise.mistakes.filter((other) => other !== mistake);
    const comingLast = { ...exercise, mistakes: [...others, mistake] };
    return { exercise: comingLast, source: mistake.source, expected: ["failed", mistake.name] };
  });
}

/** Hands all answers in at once, and compares what is said about each with what is expected. */
async function assertJudged(
  workspace: Workspace,
  homework: Homework,
  answers: readonly Answer[],
  options: { readonly types: boolean },
): Promise<void> {
  const submitted = answers.map(({ exercise, ...rest }, i) => (
    { ...rest, exercise: { ...exercise, id: `${exercise.id}x${i}` } }
  ));
  const sources = submitted.map(({ exercise, source }) => [exercise.id, source]);
  const verdicts = await evaluate(
    workspace,
    { ...homework, exercises: submitted.map(({ exercise }) => exercise) },
    Object.fromEntries(sources),
    options,
  );
  for (const { exercise: { id }, source, expected: [status, mistake] } of submitted) {
    const verdict = verdicts[id];
    const { problem, failures } = verdict;
    assertEquals(
      { source, status: verdict.status, mistake: verdict.mistake?.name },
      { source, status, mistake },
      `${id}: ${problem ?? failures[0]?.problem}`,
    );
  }
}

Deno.test("sandbox: every stub, solution, mistake and wrong answer is judged as what it is", async (t) => {
  await using workspace = await Workspace.create();
  for (const number of await homeworkNumbers()) {
    const homework = await loadHomework(number);
    const automatic = homework.exercises.filter(({ manual }) => !manual);

    await t.step(`notebook ${number}: stubs, solutions, named mistakes`, async () => {
      const stubs = automatic.map((exercise): Answer => (
        { exercise, source: exercise.stub, expected: ["not started", undefined] }
      ));
      const solutions = await Promise.all(automatic.map(async (exercise): Promise<Answer> => (
        { exercise, source: await solutionCell(exercise.id), expected: ["passed", undefined] }
      )));
      const answers = [...stubs, ...solutions, ...automatic.flatMap(mistaken)];
      await assertJudged(workspace, homework, answers, { types: true });
    });

    await t.step(`notebook ${number}: further wrong answers`, async () => {
      const wrong = await loadWrongAnswers(number);
      const answers = automatic.flatMap((exercise) =>
        Object.values(wrongAnswersTo(exercise.id, wrong)).map((source): Answer => (
          { exercise, source, expected: ["failed", undefined] }
        ))
      );
      await assertJudged(workspace, homework, answers, { types: false });
    });
  }
});
