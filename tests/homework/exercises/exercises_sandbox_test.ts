/**
 * The proof of `proof.ts` once more, where homework is graded: in the sandbox, whose backend is
 * not the notebook's. All answers to one exercise are handed in at once, each for each seed as an exercise of its own,
 * so that a few processes do. Those to another are another learner's: an answer brings along what its notebook declares, and
 * must not meet a wrong answer to an earlier exercise.
 */
import { assertEquals } from "@std/assert";
import { casesFor } from "lib/homework/exercise/cases.ts";
import type { Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { evaluate } from "../submission.ts";
import { sandboxSeeds } from "./seeds.ts";
import {
  loadRightAnswers,
  loadWrongAnswers,
  rightAnswersTo,
  wrongAnswersTo,
} from "./written_answers.ts";

/** An answer, what it answers, and what shall be said about it. */
interface Answer {
  readonly exercise: Exercise;
  readonly source: string;
  /** How many seeds it is tried on. */
  readonly seeds: number;
  readonly expected: readonly [status: Verdict["status"], mistake: string | undefined];
}

async function mistaken(exercise: Exercise): Promise<Answer[]> {
  const known = await mistakeCells(exercise);
  return known.flatMap(({ name, cells }) =>
    cells.map((source): Answer => (
      { exercise, source, seeds: sandboxSeeds.mistake, expected: ["failed", name] }
    ))
  );
}

/** Hands the answers to each exercise in at once, and compares what is said about each with what is expected. */
async function assertJudged(
  workspace: Workspace,
  homework: Homework,
  answers: readonly Answer[],
): Promise<void> {
  const byExercise = Map.groupBy(answers, ({ exercise }) => exercise.id);
  for (const some of byExercise.values()) await assertJudgedTogether(workspace, homework, some);
}

async function assertJudgedTogether(
  workspace: Workspace,
  homework: Homework,
  answers: readonly Answer[],
): Promise<void> {
  const submitted = answers.flatMap(({ exercise, seeds, ...rest }, i) =>
    // Who trains takes long, and trains as wrongly with other numbers.
    Array.from({ length: exercise.judge ? 1 : seeds }, (_, i) => sandboxSeeds.first + i).map(
      (seed) => {
        // All answers get the same calls, so that what the mistakes give for them is computed once.
        const cases = () => casesFor(exercise, seed);
        return { ...rest, exercise: { ...exercise, cases, id: `${exercise.id}x${i}s${seed}` } };
      },
    )
  );
  const sources = submitted.map(({ exercise, source }) => [exercise.id, source]);
  const verdicts = await evaluate(
    workspace,
    { ...homework, exercises: submitted.map(({ exercise }) => exercise) },
    Object.fromEntries(sources),
  );
  for (const { exercise: { id, judge }, source, expected: [status, mistake] } of submitted) {
    const verdict = verdicts[id];
    const { problem, failures } = verdict;
    // What was trained is named by the exercise's own judge.
    const called = judge && mistake === undefined ? undefined : verdict.mistake?.name.en;
    assertEquals(
      { source, status: verdict.status, mistake: called },
      { source, status, mistake },
      `${id}: ${(problem ?? failures[0]?.problem)?.en}`,
    );
  }
}

Deno.test("exercises: those of every notebook are proved in a notebook's backend too", async () => {
  const files = await Array.fromAsync(Deno.readDir(new URL("by_notebook/", import.meta.url)));
  assertEquals(
    files.map(({ name }) => name).sort(),
    (await homeworkNumbers()).map((number) => `${number}_test.ts`),
  );
});

Deno.test("sandbox: every stub, solution, mistake and wrong answer is judged as what it is", async (t) => {
  await using workspace = await Workspace.create();
  for (const number of await homeworkNumbers()) {
    const homework = await loadHomework(number);
    const automatic = homework.exercises.filter(({ manual }) => !manual);

    await t.step(`notebook ${number}: stubs, solutions, named mistakes`, async () => {
      const stubs = automatic.map((exercise): Answer => (
        { exercise, source: exercise.stub, seeds: 1, expected: ["not started", undefined] }
      ));
      const solutions = await Promise.all(automatic.map(async (exercise): Promise<Answer> => ({
        exercise,
        source: await solutionCell(exercise.id),
        seeds: sandboxSeeds.solution,
        expected: ["passed", undefined],
      })));
      const mistakes = (await Promise.all(automatic.map(mistaken))).flat();
      await assertJudged(workspace, homework, [...stubs, ...solutions, ...mistakes]);
    });

    await t.step(
      `notebook ${number}: further wrong answers, right ones in other styles`,
      async () => {
        const [wrong, right] = [await loadWrongAnswers(number), await loadRightAnswers(number)];
        const answers = automatic.flatMap((exercise): Answer[] => {
          const answer = (status: "failed" | "passed") => (source: string): Answer => (
            { exercise, source, seeds: sandboxSeeds.written, expected: [status, undefined] }
          );
          return [
            ...Object.values(wrongAnswersTo(exercise.id, wrong)).map(answer("failed")),
            ...Object.values(rightAnswersTo(exercise.id, right)).map(answer("passed")),
          ];
        });
        await assertJudged(workspace, homework, answers);
      },
    );
  }
});
