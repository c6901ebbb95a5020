/** Which mistake explains which outcomes: error for error, number for number, in every call. */
import { assertEquals } from "@std/assert";
import type { AnswerFunction, Case, Exercise, Mistake } from "lib/homework/exercise/exercise.ts";
import type { Outcome } from "lib/homework/exercise/outcome.ts";
import { loadExercise } from "lib/homework/exercises/catalogue.ts";
import { expectedOf } from "lib/homework/judge/expected.ts";
import { judge } from "lib/homework/judge/judge.ts";
import { callLive } from "lib/homework/live/call.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

async function mistakeOf(exercise: Exercise, name: string): Promise<Mistake> {
  const found = (await exercise.mistakes()).find((mistake) => mistake.name.en === name);
  if (!found) throw new Error(`expected a mistake "${name}" of ${exercise.id}`);
  return found;
}

async function outcomeOf(answer: AnswerFunction, { args }: Case): Promise<Outcome> {
  try {
    return { kind: "value", ...await callLive(answer, args) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "error", name: error.name, message: error.message };
  }
}

const project = await loadExercise("03.2");
const cases = project.cases(new Random(3));
const transposed = await mistakeOf(project, "W transposed");

/** What the mistake "W transposed" does: a value for square matrices, an error for others. */
const outcomes = await Promise.all(cases.map((call) => outcomeOf(transposed.answer, call)));

/** What all calls are called, with other outcomes in place of some. */
async function nameWith(
  change: (outcome: Outcome, call: Case) => Outcome | Promise<Outcome>,
): Promise<string | undefined> {
  const changed = await Promise.all(outcomes.map((outcome, i) => change(outcome, cases[i])));
  return (await judge(project, cases, changed)).mistake?.name.en;
}

Deno.test("judge: names a mistake that ends in errors where it should, and in values elsewhere", async () => {
  assertEquals(new Set(outcomes.map(({ kind }) => kind)), new Set(["value", "error"]));
  assertEquals(await nameWith((outcome) => outcome), "W transposed");
});

Deno.test("judge: gives no name for another error in the same calls", async () => {
  for (
    const message of [
      "Cannot read properties of undefined (reading 'shape')",
      "matMul is not defined",
      "Error in matMul: inner shapes",
      "",
    ]
  ) {
    const name = await nameWith((outcome) =>
      outcome.kind === "error" ? { ...outcome, message } : outcome
    );
    assertEquals([message, name], [message, undefined]);
  }
});

Deno.test("judge: gives no mistake's name where its error comes for inputs that it fits", async () => {
  const error = outcomes.find(({ kind }) => kind === "error")!;
  // What all calls have in common is named all the same: the error.
  const general = "shapes that do not fit together";
  assertEquals(await nameWith((outcome) => outcome.kind === "value" ? error : outcome), general);
  assertEquals(await nameWith(() => error), general);
});

Deno.test("judge: gives no name where a value comes for inputs that the mistake ends on", async () => {
  const right = await nameWith(async (outcome, call) =>
    outcome.kind === "error" ? { kind: "value", value: await expectedOf(project, call) } : outcome
  );
  assertEquals(right, undefined);
});

Deno.test("judge: the calls must agree on one variant of a mistake", async () => {
  const entropy = await loadExercise("04.4");
  const { answer, variants = [] } = await mistakeOf(entropy, "base 2 instead of e");
  const calls = entropy.cases(new Random(3));
  const name = async (choose: (i: number) => AnswerFunction) => {
    const mixed = await Promise.all(calls.map((call, i) => outcomeOf(choose(i), call)));
    return (await judge(entropy, calls, mixed)).mistake?.name.en;
  };
  assertEquals(await name(() => answer), "base 2 instead of e");
  assertEquals(await name(() => variants[0]), "base 2 instead of e");
  // Each makes NaN of a weight of 0 in every call or in none.
  const zeros = calls.flatMap(({ args: [weights] }, i) =>
    Array.isArray(weights) && weights.includes(0) ? [i] : []
  );
  assertEquals(zeros.length > 1, true);
  assertEquals(await name((i) => i === zeros[0] ? variants[0] : answer), undefined);
});

Deno.test("judge: what holds although the rest does not earns its part", async () => {
  const attention = await loadExercise("04.2");
  const calls = attention.cases(new Random(1));
  const { answer } = await mistakeOf(attention, "divides by d_k");
  const outcomes = await Promise.all(calls.map((call) => outcomeOf(answer, call)));
  const { status, points, held, failures } = await judge(attention, calls, outcomes);
  assertEquals([status, held.length + failures.length], ["failed", 6]);
  assertEquals(held.slice(0, 2).map(({ en }) => en.split(":")[0]), ["One key", "Equal keys"]);
  assertEquals(points, Math.round(100 * 4 * held.length / 6) / 100);
});

Deno.test("judge: a right value is none if the inputs were changed in place", async () => {
  const entropy = await loadExercise("04.4");
  const calls = entropy.cases(new Random(3));
  const solution = await entropy.solution();
  const spoiling = (weights: number[]): unknown => {
    const value = Reflect.apply(solution, undefined, [[...weights]]);
    weights.fill(0);
    return value;
  };
  const changed = await Promise.all(calls.map((call) => outcomeOf(spoiling, call)));
  const { status, failures } = await judge(entropy, calls, changed);
  assertEquals(status, "failed");
  assertEquals(
    failures[0].problem.en,
    "changes its argument weights in place: the caller still needs it, so work on a copy",
  );
});

Deno.test("judge: says which fields of a result are right already", async () => {
  const attention = await loadExercise("04.2");
  const calls = attention.cases(new Random(3));
  const { answer } = await mistakeOf(attention, "scales the values as well");
  const scaled = await Promise.all(calls.map((call) => outcomeOf(answer, call)));
  const { failures } = await judge(attention, calls, scaled);
  assertEquals(failures[0].right?.en, "already right: weights");
});

Deno.test("judge: who knows the examples by heart and nothing else earns nothing", async () => {
  const entropy = await loadExercise("04.4");
  const calls = entropy.cases(new Random(3));
  const [noticed, forgotten] = [calls.map(({ args }) => JSON.stringify(args)), "?"];
  const table = new Map(
    await Promise.all(
      entropy.cases(new Random(9)).map(async (call) =>
        [JSON.stringify(call.args), await expectedOf(entropy, call)] as const
      ),
    ),
  );
  const byHeart = (...args: unknown[]): unknown => table.get(JSON.stringify(args)) ?? forgotten;
  const outcomes = await Promise.all(calls.map((call) => outcomeOf(byHeart, call)));
  const { status, points, held } = await judge(entropy, calls, outcomes);
  assertEquals([status, points, held.length > 0, noticed.length > held.length], [
    "failed",
    0,
    true,
    true,
  ]);
});

Deno.test("judge: for marks no right value is told of inputs that were drawn", async () => {
  const entropy = await loadExercise("04.4");
  const calls = entropy.cases(new Random(3));
  const outcomes = await Promise.all(calls.map((call) => outcomeOf(() => 0.125, call)));
  const expected = await Promise.all(calls.map((call) => expectedOf(entropy, call)));
  const { failures } = await judge(entropy, calls, outcomes, { forMarks: true });
  const drawn = failures.filter((_, i) => calls[i].result === undefined);
  assertEquals(drawn.length > 1, true);
  for (const [i, { problem, comparison, inputs }] of failures.entries()) {
    if (calls[i].result !== undefined) continue;
    const digits = String(expected[i]).slice(0, 5);
    assertEquals([problem.en.includes(digits), comparison, inputs.length > 0], [
      false,
      undefined,
      true,
    ]);
    assertEquals(problem.en, "entropy: 0.125 is not right");
  }
});

Deno.test("judge: where the engine trapped, there is no name and no comparison", async () => {
  const trap: Outcome = {
    kind: "error",
    name: "RuntimeError",
    message: "memory access out of bounds",
  };
  // Nor where a mistake's own answer traps as well, as all do after the first trap.
  const trapping: Exercise = {
    ...project,
    mistakes: () => {
      const answer = () => {
        throw new WebAssembly.RuntimeError(trap.message);
      };
      return Promise.resolve([{ ...transposed, answer, variants: [] }]);
    },
  };
  const verdict = await judge(trapping, cases, cases.map(() => trap));
  assertEquals([verdict.status, verdict.points, verdict.mistake], ["error", 0, undefined]);
  assertEquals(/restart the kernel/.test(verdict.problem?.en ?? ""), true, verdict.problem?.en);
});

Deno.test("judge: an operation that the engine lacks is told in words", async () => {
  const message = "Kernel 'Einsum' not registered for backend 'wasm'";
  const verdict = await judge(
    project,
    cases,
    cases.map((): Outcome => ({ kind: "error", name: "Error", message })),
  );
  assertEquals(/tf\.matMul for tf\.einsum/.test(verdict.failures[0].problem.en), true);
});
