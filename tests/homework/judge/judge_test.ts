/** Which mistake explains which outcomes: error for error, number for number, in every call. */
import { assertEquals } from "@std/assert";
import { type Case, Throws } from "lib/homework/exercise/exercise.ts";
import { type Outcome } from "lib/homework/exercise/outcome.ts";
import type { Value } from "lib/homework/exercise/values.ts";
import { loadExercise } from "lib/homework/exercises/catalogue.ts";
import { judge } from "lib/homework/judge/judge.ts";
import { Random } from "lib/random.ts";

const project = await loadExercise("03.2");
const transposed = project.mistakes.find(({ name }) => name === "W transposed")!;
const cases = project.cases(new Random(3));

function outcomeOf(does: Value | Throws): Outcome {
  return does instanceof Throws
    ? { kind: "error", name: "Error", message: does.messages[0] }
    : { kind: "value", value: does };
}

/** What the mistake "W transposed" does: a value for square matrices, an error for others. */
const outcomes = cases.map(({ args }) => outcomeOf(transposed.values(...args)[0]));

/** What all calls are called, with other outcomes in place of some. */
function nameWith(change: (outcome: Outcome, call: Case<readonly Value[]>) => Outcome) {
  const changed = outcomes.map((outcome, i) => change(outcome, cases[i]));
  return judge(project, cases, changed).mistake?.name;
}

const withMessage = (message: string) =>
  nameWith((outcome) => outcome.kind === "error" ? { ...outcome, message } : outcome);

Deno.test("judge: names a mistake that ends in errors where it should, and in values elsewhere", () => {
  assertEquals(outcomes.map(({ kind }) => kind), ["value", "value", "error", "error"]);
  assertEquals(nameWith((outcome) => outcome), "W transposed");
});

Deno.test("judge: gives no name for another error in the same calls", () => {
  for (
    const message of [
      "Cannot read properties of undefined (reading 'shape')",
      "matMul is not defined",
      "Error in matMul: inner shapes",
      "Error in matMul: inner shapes (5) and (7) of Tensors with shapes 3,5 and 7,2 and " +
      "transposeA=false and transposeB=true must match.",
      "",
    ]
  ) {
    assertEquals([message, withMessage(message)], [message, undefined]);
  }
});

Deno.test("judge: gives no name where the mistake's error comes for inputs that it fits", () => {
  const [, , error] = outcomes;
  assertEquals(nameWith((outcome) => outcome.kind === "value" ? error : outcome), undefined);
  assertEquals(nameWith(() => error), undefined);
});

Deno.test("judge: gives no name where a value comes for inputs that the mistake ends on", () => {
  const right = nameWith((outcome, { args }) =>
    outcome.kind === "error" ? { kind: "value", value: project.reference(...args) } : outcome
  );
  assertEquals(right, undefined);
});

Deno.test("judge: the calls must agree on one variant of a mistake", async () => {
  // One shared projection: that of the queries, or that of the states.
  const exercise = await loadExercise("02.2");
  const shared = exercise.mistakes.find(({ name }) => name === "one shared projection")!;
  const calls = exercise.cases(new Random(3)).slice(0, 2);
  const predicted = (variant: number, i: number) =>
    outcomeOf(shared.values(...calls[i].args)[variant]);
  const name = (first: number, second: number) =>
    judge(exercise, calls, [predicted(first, 0), predicted(second, 1)]).mistake?.name;
  assertEquals([name(0, 0), name(1, 1)], [shared.name, shared.name]);
  assertEquals([name(0, 1), name(1, 0)], [undefined, undefined]);
});

Deno.test("judge: what holds although the rest does not earns its part", async () => {
  const variance = await loadExercise("04.1");
  const calls = variance.cases(new Random(1));
  const biased = calls.map(({ args }) => outcomeOf(variance.mistakes[0].values(...args)[0]));
  const { status, points, held } = judge(variance, calls, biased);
  assertEquals([status, points, held.length], ["failed", 0.4, 1]);
});
