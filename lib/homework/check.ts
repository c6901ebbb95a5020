/**
 * The check that follows each homework cell in a notebook. It calls the learner's live function in the
 * kernel (their own machine, no sandbox) and prints what it finds. It never throws and never stops the
 * notebook.
 *
 * @module
 */
import { plainText } from "./cell/plain_text.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { callSeconds, type Exercise } from "./exercise/exercise.ts";
import type { Outcome } from "./exercise/outcome.ts";
import { loadExercise } from "./exercises/catalogue.ts";
import { judge, type Verdict } from "./judge/judge.ts";
import { reportVerdict } from "./judge/report.ts";
import { callLive } from "./live/call.ts";
import type { Value } from "./exercise/values.ts";

/** The inputs are the same at each run, so that a notebook's output is too. */
const notebookSeed = 17;

/**
 * Checks a homework function and prints the verdict.
 *
 * @param id The exercise: `04.2`.
 * @param learner The function that the homework cell declares.
 *
 * @example
 * ```ts
 * import { check } from "lib/homework/check.ts";
 *
 * await check("04.4", (weights: number[]) => Math.log(weights.length));
 * ```
 */
export async function check(id: string, learner: CallableFunction): Promise<void> {
  try {
    await ready(); // a learner may come here first
    console.log(reportVerdict(await checkFunction(await loadExercise(id), learner)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`! ${id}: the check could not run: ${reason}`);
  }
}

/**
 * As {@linkcode check}, and its result is the points, as plain text: what nbgrader reads of a graded cell.
 * Zero points where the check could not run.
 */
export async function checkPoints(
  id: string,
  learner: CallableFunction,
): Promise<Record<symbol, () => Record<string, string>>> {
  let points = 0;
  try {
    await ready();
    const verdict = await checkFunction(await loadExercise(id), learner);
    console.log(reportVerdict(verdict));
    points = verdict.points;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`! ${id}: the check could not run: ${reason}`);
  }
  return { [Symbol.for("Jupyter.display")]: () => ({ "text/plain": String(points) }) };
}

/**
 * The verdict on a live function. A call that awaits for longer than the exercise allows ends the check;
 * a loop that never ends can only be stopped by the notebook's Stop.
 */
export async function checkFunction(
  exercise: Exercise,
  learner: CallableFunction,
  seed: number = notebookSeed,
): Promise<Verdict> {
  const cases = exercise.cases(new Random(seed).fork(exercise.id));
  const outcomes: Outcome[] = [];
  const seconds = callSeconds(exercise);
  for (const { args } of cases) {
    const pending = outcomeOf(learner, args, exercise.forbiddenKernels);
    const inTime = await settlesWithin(pending, seconds * 1000);
    const outcome: Outcome = inTime ? await pending : { kind: "timeout", seconds };
    outcomes.push(outcome);
    if (outcome.kind === "timeout") break;
  }
  return judge(exercise, cases, outcomes);
}

async function outcomeOf(
  learner: CallableFunction,
  args: readonly Value[],
  forbiddenKernels?: readonly string[],
): Promise<Outcome> {
  try {
    if (typeof learner !== "function") {
      throw new TypeError(`expected a function, got ${typeof learner}`);
    }
    return { kind: "value", ...await callLive(learner, args, forbiddenKernels) };
  } catch (error) {
    const known = error instanceof Error;
    return {
      kind: "error",
      name: known ? error.name : "Error",
      message: plainText(known ? error.message : String(error)),
    };
  }
}
