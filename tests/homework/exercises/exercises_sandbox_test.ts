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
import type { Workspace } from "lib/homework/sandbox/stage.ts";
import { sharedWorkspace } from "../shared_workspace.ts";
import { evaluate } from "../submission.ts";
import { advance, announce, ProofMemory, tellAtEnd } from "./proof_memory.ts";
import { sandboxSeeds } from "./seeds.ts";
import {
  generalNameOf,
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

/** So many answers are handed in at once: what is known by then survives the end of the process. */
const atOnce = 150;

async function assertJudgedTogether(
  workspace: Workspace,
  homework: Homework,
  answers: readonly Answer[],
): Promise<void> {
  const memory = await ProofMemory.of(homework, answers[0].exercise, "sandbox");
  const keyOf = ({ expected, source }: Answer): string => `${expected.join()} ${source}`;
  const submitted = answers.flatMap((answer, i) => {
    const { exercise } = answer;
    const seeds = memory.left(keyOf(answer), seedsOf(answer), sandboxSeeds.first);
    advance(seedsOf(answer) - seeds.length, true);
    return seeds.map((seed) => {
      // All answers get the same calls, so that what the mistakes give for them is computed once.
      const cases = () => casesFor(exercise, seed);
      return { answer, seed, exercise: { ...exercise, cases, id: `${exercise.id}x${i}s${seed}` } };
    });
  });
  for (let start = 0; start < submitted.length; start += atOnce) {
    const some = submitted.slice(start, start + atOnce);
    const sources = some.map(({ exercise, answer }) => [exercise.id, answer.source]);
    const verdicts = await evaluate(
      workspace,
      { ...homework, exercises: some.map(({ exercise }) => exercise) },
      Object.fromEntries(sources),
    );
    for (const { exercise: { id, judge }, seed, answer } of some) {
      const { source, expected: [status, mistake] } = answer;
      const verdict = verdicts[id];
      const { problem, failures } = verdict;
      // What was trained is named by the exercise's own judge.
      const called = judge && mistake === undefined ? undefined : verdict.mistake?.name.en;
      assertEquals(
        { source, status: verdict.status, mistake: called },
        { source, status, mistake },
        `${id}: ${(problem ?? failures[0]?.problem)?.en}`,
      );
      memory.passed(keyOf(answer), seed);
    }
    advance(some.length);
  }
}

/** Who trains takes long, and trains as wrongly with other numbers. */
function seedsOf({ exercise, seeds }: Answer): number {
  return exercise.judge ? 1 : seeds;
}

Deno.test("exercises: those of every notebook are proved in a notebook's backend too", async () => {
  const files = await Array.fromAsync(Deno.readDir(new URL("by_notebook/", import.meta.url)));
  assertEquals(
    files.map(({ name }) => name).sort(),
    (await homeworkNumbers()).map((number) => `${number}_test.ts`),
  );
});

const workspace = sharedWorkspace();

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const automatic = homework.exercises.filter(({ manual }) => !manual);
  const [wrong, right] = [await loadWrongAnswers(number), await loadRightAnswers(number)];
  const known: Answer[] = [];
  const further: Answer[] = [];
  for (const exercise of automatic) {
    const source = await solutionCell(exercise.id);
    known.push(
      { exercise, source: exercise.stub, seeds: 1, expected: ["not started", undefined] },
      { exercise, source, seeds: sandboxSeeds.solution, expected: ["passed", undefined] },
      ...await mistaken(exercise),
    );
    const seeds = sandboxSeeds.written;
    for (const [name, source] of Object.entries(wrongAnswersTo(exercise.id, wrong))) {
      const expected = ["failed", generalNameOf(exercise.id, name)] as const;
      further.push({ exercise, source, seeds, expected });
    }
    for (const source of Object.values(rightAnswersTo(exercise.id, right))) {
      further.push({ exercise, source, seeds, expected: ["passed", undefined] });
    }
  }

  Deno.test(`sandbox, notebook ${number}: stubs, solutions, named mistakes are judged as such`, async () => {
    announce(known.reduce((sum, answer) => sum + seedsOf(answer), 0));
    await assertJudged(workspace(), homework, known);
  });

  Deno.test(`sandbox, notebook ${number}: further wrong answers, right ones in other styles`, async () => {
    announce(further.reduce((sum, answer) => sum + seedsOf(answer), 0));
    await assertJudged(workspace(), homework, further);
  });
}

tellAtEnd("the exercises in the sandbox's backend");
