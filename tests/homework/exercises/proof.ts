/**
 * What every exercise of the course must prove, whatever it asks: its stub is not started, its solution
 * passes, each of its named mistakes is recognised as itself and as no other, further wrong answers fail
 * and get no name. `exercises_sandbox_test.ts` proves the same where homework is graded. `seeds.ts` says on how many
 * seeds. The tests of each notebook stand in a file of their own below `by_notebook/`: every answer is a module, and
 * to import one takes Deno the longer, the more modules a process has imported.
 *
 * @module
 */
import { join } from "node:path";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import type { AnswerFunction, Case, Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import type { Outcome } from "lib/homework/exercise/outcome.ts";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { type MistakeCells, mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { difference } from "lib/homework/judge/compare.ts";
import { expectedOf } from "lib/homework/judge/expected.ts";
import { judge } from "lib/homework/judge/judge.ts";
import { callLive } from "lib/homework/live/call.ts";
import { projectFolder } from "lib/platform/project.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { cellFunction } from "./cell_function.ts";
import { announce, ProofMemory, tellAtEnd } from "./proof_memory.ts";
import { seeds } from "./seeds.ts";
import {
  type AnswerCells,
  generalNameOf,
  loadRightAnswers,
  loadWrongAnswers,
  rightAnswersTo,
  wrongAnswersTo,
} from "./written_answers.ts";

/** Declares the tests of a notebook's exercises. */
export async function proveExercises(number: string): Promise<void> {
  // The notebook's backend; the sandbox tests use the sandbox's.
  await ready();
  const homework = await loadHomework(number);
  const wrongAnswers = await loadWrongAnswers(number);
  const rightAnswers = await loadRightAnswers(number);
  for (const exercise of homework.exercises) {
    const solution = await solutionCell(exercise.id);
    const mistakes = await mistakeCells(exercise);
    const memory = await ProofMemory.of(homework, exercise, "notebook");
    describe(homework, exercise, { solution, mistakes, wrongAnswers, rightAnswers }, memory);
  }
  tellAtEnd(`notebook ${number} in the notebook's backend`);
}

/** What learners may write for one exercise, as cells. */
interface Answers {
  readonly solution: string;
  readonly mistakes: readonly MistakeCells[];
  readonly wrongAnswers: AnswerCells;
  readonly rightAnswers: AnswerCells;
}

/** An error of which no mistake knows. */
const unrelated: Outcome = {
  kind: "error",
  name: "TypeError",
  message: "Cannot read properties of undefined (reading 'shape')",
};

/** What each case gives. */
function outcomesOf(answer: AnswerFunction, cases: readonly Case[]): Promise<Outcome[]> {
  return Promise.all(cases.map(async ({ args }): Promise<Outcome> => {
    try {
      return { kind: "value", ...await callLive(answer, args) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { kind: "error", name: error.name, message: error.message };
    }
  }));
}

/**
 * The exercise with one of its mistakes at the end: the first that explains an answer gives it its name, and so
 * the last one gives it only if no other does.
 */
function withLast(exercise: Exercise, index: number): Exercise {
  return {
    ...exercise,
    async mistakes() {
      const all = await exercise.mistakes();
      return [...all.toSpliced(index, 1), all[index]];
    },
  };
}

function describe(
  homework: Homework,
  exercise: Exercise,
  { solution, mistakes, wrongAnswers, rightAnswers }: Answers,
  memory: ProofMemory,
): void {
  const title = `${exercise.id} ${exercise.name}`;
  // Who trains takes long, and trains as wrongly with other numbers.
  const [mistakeSeeds, writtenSeeds] = exercise.judge ? [1, 1] : [seeds.mistake, seeds.written];
  const wrong = Object.entries(wrongAnswersTo(exercise.id, wrongAnswers));
  const right = Object.entries(rightAnswersTo(exercise.id, rightAnswers));
  announce(
    seeds.solution + mistakeSeeds * mistakes.flatMap(({ cells }) => cells).length +
      writtenSeeds * (wrong.length + right.length),
  );

  Deno.test(`${title}: the stub is not started`, async () => {
    const verdict = await checkFunction(
      exercise,
      await cellFunction(homework, exercise, exercise.stub),
    );
    assertEquals([verdict.status, verdict.points], ["not started", 0]);
  });

  Deno.test(`${title}: the solution passes for ${seeds.solution} seeds`, async () => {
    const solved = await cellFunction(homework, exercise, solution);
    await memory.eachSeed(`solution ${solution}`, seeds.solution, async (seed) => {
      const { status, failures, points } = await checkFunction(exercise, solved, seed);
      assertEquals({ seed, status, failures, points }, {
        seed,
        status: "passed",
        failures: [],
        points: exercise.points,
      });
    });
  });

  for (const [index, { name, cells }] of mistakes.entries()) {
    Deno.test(`${title}: "${name}" is recognised as itself and as no other`, async () => {
      const comingLast = withLast(exercise, index);
      for (const source of cells) {
        const learner = await cellFunction(homework, exercise, source);
        await memory.eachSeed(`${name} ${source}`, mistakeSeeds, async (seed) => {
          const { status, mistake, points } = await checkFunction(comingLast, learner, seed);
          assertEquals([seed, status, mistake?.name.en], [seed, "failed", name], source);
          assert(points < exercise.points);
        });
      }
    });
  }

  Deno.test(`${title}: a mistake is named only if it explains every call`, async () => {
    const cases = exercise.cases(new Random(1).fork(exercise.id));
    for (const { name, answer } of exercise.judge ? [] : await exercise.mistakes()) {
      const outcomes = await outcomesOf(answer, cases);
      assertEquals((await judge(exercise, cases, outcomes)).mistake?.name.en, name.en);
      for (const i of cases.keys()) {
        const other = outcomes.with(i, unrelated);
        assertEquals([i, (await judge(exercise, cases, other)).mistake], [i, undefined]);
      }
    }
  });

  Deno.test(`${title}: further wrong answers fail and are called by no wrong name`, async () => {
    for (const [name, source] of wrong) {
      const learner = await cellFunction(homework, exercise, source);
      await memory.eachSeed(`wrong ${source}`, writtenSeeds, async (seed) => {
        const { status, mistake } = await checkFunction(exercise, learner, seed);
        // What was trained is named by the exercise's own judge.
        const called = exercise.judge ? undefined : mistake?.name.en;
        const expected = generalNameOf(exercise.id, name);
        assertEquals([name, seed, status, called], [name, seed, "failed", expected]);
      });
    }
  });

  Deno.test(`${title}: right answers in other styles pass`, async () => {
    for (const [name, source] of right) {
      const learner = await cellFunction(homework, exercise, source);
      await memory.eachSeed(`right ${source}`, writtenSeeds, async (seed) => {
        const { status, failures } = await checkFunction(exercise, learner, seed);
        assertEquals({ name, seed, status, failures }, {
          name,
          seed,
          status: "passed",
          failures: [],
        });
      });
    }
  });

  Deno.test(`${title}: equal seeds give equal cases`, () => {
    const [first, second] = [1, 1].map((seed) => exercise.cases(new Random(seed)));
    assertEquals(first, second);
    for (const { args } of first) assertEquals(args.length, exercise.parameters.length);
    assertEquals(exercise.id.slice(0, 3), `${homework.notebook}.`);
  });

  Deno.test(`${title}: the solution gives what was worked out by hand`, async () => {
    const cases = exercise.cases(new Random(1)).map(({ result: _, ...call }) => call);
    const worked = exercise.cases(new Random(1)).map(({ result }) => result);
    if (!exercise.judge) assert(worked.some((result) => result !== undefined), "expected one");
    for (const [i, call] of cases.entries()) {
      if (worked[i] === undefined) continue;
      assertEquals(difference(worked[i], await expectedOf(exercise, call), exercise), undefined);
    }
  });

  Deno.test(`${title}: hints and mistakes speak English and Korean`, async () => {
    const texts = [...exercise.hints, ...(await exercise.mistakes()).map(({ hint }) => hint)];
    for (const { en, ko } of texts) {
      assertMatch(
        en,
        /^([A-Z]|tf\.|Math\.|d_k).*[.?!]$/,
        `expected an English sentence that begins with a capital letter, tf., Math. or d_k, got: ${en}`,
      );
      assertMatch(ko, /[가-힣].*[.?!]$/, `expected a Korean sentence, got: ${ko}`);
    }
    const names = [
      exercise.title,
      ...(await exercise.mistakes()).map(({ name }) => name),
      ...exercise.cases(new Random(1)).map(({ property }) => property),
    ];
    // A single result is called by a word; fields of a record are names of the code.
    if (exercise.result.length === 1 && !exercise.judge) {
      const [{ name, ko = name }] = exercise.result;
      assert(/[가-힣]/.test(ko) || name === name.toUpperCase(), `expected Korean for ${name}`);
    }
    for (const { en, ko } of [...texts, ...names]) {
      assertEquals(/[가-힣]/.test(en), false, `expected English, got: ${en}`);
      assertMatch(ko, /[가-힣]/, `expected Korean, got: ${ko}`);
    }
    assert(exercise.task.en.split(/\s+/).length <= 80, "expected a task of at most 80 words");
    assertMatch(exercise.task.ko, /[가-힣]/);
    assert(exercise.stub.includes(`function ${exercise.name}(`));
  });

  Deno.test(`${title}: the stub is formatted`, async () => {
    const process = new Deno.Command(Deno.execPath(), {
      args: ["fmt", "--ext=ts", "--line-width=100", "-"],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const writer = process.stdin.getWriter();
    await writer.write(new TextEncoder().encode(exercise.stub));
    await writer.close();
    assertEquals(new TextDecoder().decode((await process.output()).stdout), `${exercise.stub}\n`);
  });

  Deno.test(`${title}: what it withholds exists`, async () => {
    for (const module of exercise.withheld ?? []) {
      await Deno.stat(join(projectFolder, module));
    }
  });
}
