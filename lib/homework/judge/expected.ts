/**
 * What the course's own answers give: the solution and the known mistakes of an exercise, called in this process
 * with the inputs that the learner's answer was called with. Each call is made once, however many learners
 * get the same inputs, and a mistake is called only where somebody's answer is wrong.
 *
 * @module
 */
import type { AnswerFunction, Case, Exercise, Mistake } from "../exercise/exercise.ts";
import type { Outcome } from "../exercise/outcome.ts";
import type { Value } from "../exercise/values.ts";

const expected = new WeakMap<Case, Promise<Value>>();
const mistaken = new WeakMap<Case, Map<AnswerFunction, Promise<Outcome>>>();

/** The right value of a call. An error of the solution is the course's fault: it is thrown. */
export function expectedOf(exercise: Exercise, call: Case): Promise<Value> {
  const known = expected.get(call) ?? solve(exercise, call);
  expected.set(call, known);
  return known;
}

async function solve(exercise: Exercise, { args, result }: Case): Promise<Value> {
  if (result !== undefined) return result;
  return (await calling())(await exercise.solution(), args).then(({ value }) => value);
}

/** What a mistake gives for a call, or the error that it ends in. */
function outcomeOf(answer: AnswerFunction, call: Case): Promise<Outcome> {
  const known = mistaken.get(call) ?? new Map<AnswerFunction, Promise<Outcome>>();
  mistaken.set(call, known);
  const outcome = known.get(answer) ?? tryOut(answer, call);
  known.set(answer, outcome);
  return outcome;
}

async function tryOut(answer: AnswerFunction, { args }: Case): Promise<Outcome> {
  const call = await calling();
  try {
    return { kind: "value", ...await call(answer, args) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "error", name: error.name, message: error.message };
  }
}

/**
 * True if the mistake, in one of its variants, gives what `isSame` takes for the learner's outcome in every call.
 *
 * @param isSame Compares the mistake's outcome of the call at an index with the learner's.
 */
export async function explains(
  { answer, variants = [] }: Mistake,
  cases: readonly Case[],
  isSame: (outcome: Outcome, index: number) => boolean,
): Promise<boolean> {
  for (const one of [answer, ...variants]) {
    // From the last case on: the first ones are worked by hand, and many mistakes do nothing there.
    let left = cases.length - 1;
    while (left >= 0 && isSame(await outcomeOf(one, cases[left]), left)) left--;
    if (left < 0) return true;
  }
  return false;
}

type Call = typeof import("../live/call.ts").callLive;

let call: Promise<Call> | undefined;

/** tfjs takes half a second to load: only where there is something to judge. */
function calling(): Promise<Call> {
  return call ??= load();
}

/** In a notebook tfjs has the notebook's backend; elsewhere it gets the one that the sandbox has. */
async function load(): Promise<Call> {
  const [tf, { callLive }] = await Promise.all([
    import("@tensorflow/tfjs"),
    import("../live/call.ts"),
  ]);
  if (tf.getBackend() === undefined) {
    tf.env().set("IS_NODE", false); // or it advertises tfjs-node
    await tf.setBackend("cpu");
  }
  await tf.ready();
  return callLive;
}
