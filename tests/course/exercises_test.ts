/**
 * What every exercise of the course must prove, whatever it asks: its stub is not started, its solution
 * passes, each of its named mistakes is recognised as itself alone, other wrong answers fail.
 */
import { assert, assertEquals, assertGreaterOrEqual, assertMatch } from "@std/assert";
import { Random } from "lib/random.ts";
import { functionText } from "lib/course/cell_source.ts";
import { checkFunction } from "lib/course/check.ts";
import { difference } from "lib/course/compare.ts";
import type { Exercise, Homework } from "lib/course/exercise.ts";
import { judge } from "lib/course/judge.ts";
import { homeworkNumbers, loadHomework } from "lib/course/load.ts";
import { ready } from "lib/tensor/ready.ts";
import { cellFunction } from "./cell_function.ts";

// The notebook's backend; the sandbox tests use the sandbox's.
await ready();

const solutionSeeds = 60;
const mistakeSeeds = 12;

type WrongAnswers = Readonly<Record<string, Readonly<Record<string, string>>>>;

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const solutions = await Deno.readTextFile(new URL(`../solutions/${number}.ts`, import.meta.url));
  const { wrongAnswers }: { wrongAnswers: WrongAnswers } = await import(
    `./wrong_answers/${number}.ts`
  );
  for (const exercise of homework.exercises) {
    describe(homework, exercise, solutions, wrongAnswers[exercise.id] ?? {});
  }
}

function describe(
  homework: Homework,
  exercise: Exercise,
  solutions: string,
  wrong: Readonly<Record<string, string>>,
): void {
  const title = `${exercise.id} ${exercise.name}`;

  Deno.test(`${title}: the stub is not started`, async () => {
    const verdict = await checkFunction(
      exercise,
      await cellFunction(homework, exercise, exercise.stub),
    );
    assertEquals([verdict.status, verdict.points], ["not started", 0]);
  });

  Deno.test(`${title}: the solution passes for ${solutionSeeds} seeds`, async () => {
    const text = functionText(solutions, exercise.name);
    assert(text, "expected a solution of that name");
    const solution = await cellFunction(homework, exercise, text);
    for (let seed = 0; seed < solutionSeeds; seed++) {
      const { status, failures, points } = await checkFunction(exercise, solution, seed);
      assertEquals({ seed, status, failures, points }, {
        ...{ seed, status: "passed", failures: [], points: exercise.points },
      });
    }
  });

  for (const mistake of exercise.mistakes) {
    Deno.test(`${title}: "${mistake.name}" is recognised as itself`, async () => {
      const learner = await cellFunction(homework, exercise, mistake.source);
      for (let seed = 0; seed < mistakeSeeds; seed++) {
        const verdict = await checkFunction(exercise, learner, seed);
        assertEquals([seed, verdict.status, verdict.mistake?.name], [seed, "failed", mistake.name]);
        assert(verdict.points < exercise.points);
      }
    });

    Deno.test(`${title}: every way of "${mistake.name}" is recognised as that mistake`, () => {
      for (let seed = 0; seed < mistakeSeeds; seed++) {
        const cases = exercise.cases(new Random(seed).fork(exercise.id));
        const ways = mistake.values(...cases[0].args).length;
        for (let way = 0; way < ways; way++) {
          const outcomes = cases.map(({ args }) => (
            { kind: "value", value: mistake.values(...args)[way] } as const
          ));
          const verdict = judge(exercise, cases, outcomes);
          assertEquals([way, verdict.mistake?.name], [way, mistake.name]);
        }
      }
    });
  }

  Deno.test(`${title}: other wrong answers fail and are called by no wrong name`, async () => {
    assertGreaterOrEqual(Object.keys(wrong).length, 2);
    for (const [name, source] of Object.entries(wrong)) {
      const learner = await cellFunction(homework, exercise, source);
      const { status, mistake } = await checkFunction(exercise, learner, 5);
      assertEquals([name, status, mistake], [name, "failed", undefined]);
    }
  });

  Deno.test(`${title}: equal seeds give equal cases, the reference is its own equal`, () => {
    const [first, second] = [1, 1].map((seed) => exercise.cases(new Random(seed)));
    assertEquals(first, second);
    for (const { args } of first) {
      const [a, b] = [exercise.reference(...args), exercise.reference(...args)];
      assertEquals(difference(a, b, exercise), undefined);
      assertEquals(args.length, exercise.parameters.length);
    }
    assertEquals(exercise.id.slice(0, 3), `${homework.notebook}.`);
  });

  Deno.test(`${title}: hints and mistakes speak English and Korean`, () => {
    const texts = [...exercise.hints, ...exercise.mistakes.map(({ hint }) => hint)];
    for (const { en, ko } of texts) {
      assertMatch(en, /^[A-Z].*[.?!]$|^tf\..*[.?!]$|^Math\..*[.?!]$|^d_k.*[.?!]$/);
      assertEquals(/[가-힣]/.test(en), false);
      assertMatch(ko, /[가-힣].*[.?!]$/);
    }
    assert(exercise.task.split(/\s+/).length <= 80, "expected a task of at most 80 words");
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
      await Deno.stat(new URL(`../../${module}`, import.meta.url));
    }
  });
}
