/**
 * What every exercise of the course must prove, whatever it asks: its stub is not started, its solution
 * passes, each of its named mistakes is recognised as itself and as no other, further wrong answers fail
 * and get no name. `exercises_sandbox_test.ts` proves the same where homework is graded.
 */
import { join } from "node:path";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { type Exercise, type Homework, Throws } from "lib/homework/exercise/exercise.ts";
import { type Outcome } from "lib/homework/exercise/outcome.ts";
import type { Value } from "lib/homework/exercise/values.ts";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { difference } from "lib/homework/judge/compare.ts";
import { judge } from "lib/homework/judge/judge.ts";
import { projectFolder } from "lib/platform/project.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { cellFunction } from "./cell_function.ts";
import { loadWrongAnswers, type WrongAnswers, wrongAnswersTo } from "./wrong_answers.ts";

// The notebook's backend; the sandbox tests use the sandbox's.
await ready();

const solutionSeeds = 200;
const mistakeSeeds = 20;
const wrongSeeds = 5;

for (const number of await homeworkNumbers()) {
  const homework = await loadHomework(number);
  const wrongAnswers = await loadWrongAnswers(number);
  for (const exercise of homework.exercises) {
    describe(homework, exercise, await solutionCell(exercise.id), wrongAnswers);
  }
}

/** An error of which no mistake knows. */
const unrelated: Outcome = {
  kind: "error",
  name: "TypeError",
  message: "Cannot read properties of undefined (reading 'shape')",
};

/** What a call with this result looks like: once for each wording of an error. */
function outcomesOf(predicted: Value | Throws): Outcome[] {
  if (!(predicted instanceof Throws)) return [{ kind: "value", value: predicted }];
  return predicted.messages.map((message) => ({ kind: "error", name: "Error", message }));
}

function describe(
  homework: Homework,
  exercise: Exercise,
  solution: string,
  wrongAnswers: WrongAnswers,
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
    const solved = await cellFunction(homework, exercise, solution);
    for (let seed = 0; seed < solutionSeeds; seed++) {
      const { status, failures, points } = await checkFunction(exercise, solved, seed);
      assertEquals({ seed, status, failures, points }, {
        seed,
        status: "passed",
        failures: [],
        points: exercise.points,
      });
    }
  });

  for (const mistake of exercise.mistakes) {
    // The first mistake that explains an answer gives it its name. Coming last, this one gives it only
    // if no other does.
    const others = exercise.mistakes.filter((other) => other !== mistake);
    const comingLast = { ...exercise, mistakes: [...others, mistake] };

    Deno.test(`${title}: "${mistake.name}" is recognised as itself and as no other`, async () => {
      const learner = await cellFunction(homework, exercise, mistake.source);
      for (let seed = 0; seed < mistakeSeeds; seed++) {
        const verdict = await checkFunction(comingLast, learner, seed);
        assertEquals([seed, verdict.status, verdict.mistake?.name], [seed, "failed", mistake.name]);
        assert(verdict.points < exercise.points);
      }
    });

    Deno.test(`${title}: every variant of "${mistake.name}" is that mistake and no other`, () => {
      for (let seed = 0; seed < mistakeSeeds; seed++) {
        const cases = exercise.cases(new Random(seed).fork(exercise.id));
        const predicted = cases.map(({ args }) => mistake.values(...args).map(outcomesOf));
        const variants = predicted[0].length;
        const nameOf = (outcomes: Outcome[]) => judge(comingLast, cases, outcomes).mistake?.name;
        assertEquals(predicted.map(({ length }) => length), predicted.map(() => variants));
        for (let variant = 0; variant < variants; variant++) {
          const wordings = Math.max(...predicted.map((each) => each[variant].length));
          for (let i = 0; i < wordings; i++) {
            const outcomes = predicted.map((each) => each[variant].at(i) ?? each[variant][0]);
            assertEquals([seed, variant, nameOf(outcomes)], [seed, variant, mistake.name]);
            if (seed > 0) continue;
            for (const at of cases.keys()) {
              assertEquals([variant, at, nameOf(outcomes.with(at, unrelated))], [
                variant,
                at,
                undefined,
              ]);
            }
          }
        }
      }
    });
  }

  Deno.test(`${title}: further wrong answers fail and are called by no wrong name`, async () => {
    for (const [name, source] of Object.entries(wrongAnswersTo(exercise.id, wrongAnswers))) {
      const learner = await cellFunction(homework, exercise, source);
      // Who trains takes long, and trains as wrongly with other numbers.
      const seeds = exercise.judge ? 1 : wrongSeeds;
      for (let seed = 0; seed < seeds; seed++) {
        const { status, mistake } = await checkFunction(exercise, learner, seed);
        assertEquals([name, seed, status, mistake?.name], [name, seed, "failed", undefined]);
      }
    }
  });

  Deno.test(`${title}: equal seeds give equal cases, the reference is its own equal`, () => {
    const [first, second] = [1, 1].map((seed) => exercise.cases(new Random(seed)));
    assertEquals(first, second);
    for (const { args } of first) {
      const a = exercise.reference(...args);
      const b = exercise.reference(...args);
      assertEquals(difference(a, b, exercise), undefined);
      assertEquals(args.length, exercise.parameters.length);
    }
    assertEquals(exercise.id.slice(0, 3), `${homework.notebook}.`);
  });

  Deno.test(`${title}: hints and mistakes speak English and Korean`, () => {
    const texts = [...exercise.hints, ...exercise.mistakes.map(({ hint }) => hint)];
    for (const { en, ko } of texts) {
      assertMatch(
        en,
        /^([A-Z]|tf\.|Math\.|d_k).*[.?!]$/,
        `expected an English sentence that begins with a capital letter, tf., Math. or d_k, got: ${en}`,
      );
      assertEquals(/[가-힣]/.test(en), false, `expected English, got: ${en}`);
      assertMatch(ko, /[가-힣].*[.?!]$/, `expected a Korean sentence, got: ${ko}`);
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
      await Deno.stat(join(projectFolder, module));
    }
  });
}
