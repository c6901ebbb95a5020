/**
 * From what the learner's function did with each case to a verdict: status, points, which property
 * fails, and which named mistake explains it.
 *
 * @module
 */
import { plainText } from "../cell/plain_text.ts";
import { type Case, type Exercise, type Mistake, type Text, Throws } from "../exercise/exercise.ts";
import { notImplemented, type Status } from "../exercise/in_notebook.ts";
import { type Outcome, outOfMemory } from "../exercise/outcome.ts";
import { describeValue, isList, type Value } from "../exercise/values.ts";
import { compareNumbers, type Comparison, difference } from "./compare.ts";

type Call = Case<readonly Value[]>;
type AnyMistake = Mistake<readonly Value[], Value>;
type Mistaken = ReturnType<AnyMistake["values"]>;

/** A property that does not hold, with the first call that shows it. */
export interface Failure {
  /** As the cases name it. */
  readonly property: string;
  /** The call's arguments, with shapes and axes. */
  readonly inputs: string;
  /** Expected and got, or what was thrown. */
  readonly problem: string;
  /** The numbers of both, where they can be drawn. */
  readonly comparison?: Comparison;
}

/** What is said about one exercise of one learner. */
export interface Verdict {
  /** What was asked. */
  readonly exercise: Exercise;
  /** What became of it. */
  readonly status: Status;
  /** Properties that hold earn equal parts of the exercise's points. */
  readonly points: number;
  /** Properties that hold, in the order of the cases. */
  readonly held: readonly string[];
  /** Properties that do not hold. */
  readonly failures: readonly Failure[];
  /** The named mistake that gives exactly these outcomes. */
  readonly mistake?: { readonly name: string; readonly hint: Text };
  /** Why there is nothing to compare: a deleted cell, a forbidden import, a syntax or type error. */
  readonly problem?: string;
}

/** A verdict without any call: the cell could not be run, or need not be. */
export function verdictWithout(exercise: Exercise, status: Status, problem?: string): Verdict {
  const plain = problem === undefined ? undefined : plainText(problem);
  return { exercise, status, points: 0, held: [], failures: [], problem: plain };
}

/** Judges the outcomes of `cases`, in their order. Outcomes may end early where a call ended it all. */
export function judge(
  exercise: Exercise,
  cases: readonly Call[],
  outcomes: readonly Outcome[],
): Verdict {
  if (outcomes.length > 0 && outcomes.every(isNotImplemented)) {
    return verdictWithout(exercise, "not started");
  }
  const last = outcomes.at(-1);
  if (last?.kind === "timeout") {
    return verdictWithout(
      exercise,
      "timeout",
      `did not finish within ${last.seconds} s: is there a loop that never ends, or an await on ` +
        `something that never comes?`,
    );
  }
  if (last?.kind === "died") return verdictWithout(exercise, "error", last.message);
  if (last?.kind === "not run") {
    return verdictWithout(exercise, last.reason === "no time" ? "timeout" : "error", last.message);
  }
  const denied = outcomes.find(isDenied);
  if (denied?.kind === "error") {
    const asked = denied.message.split("\n")[0].replace(
      /, run again with .*| is specified\..*/,
      "",
    );
    return verdictWithout(
      exercise,
      "error",
      `forbidden: homework computes and nothing else. It asked for more: ${asked}`,
    );
  }
  if (outcomes.some(isOutOfMemory)) return verdictWithout(exercise, "error", outOfMemory);
  const problems = cases.map((call, i) => problemOf(exercise, call, outcomes[i]));
  const properties = [...new Set(cases.map((call) => call.property))];
  const failures = properties.flatMap((property): Failure[] => {
    const i = cases.findIndex((call, at) => call.property === property && problems[at]);
    const problem = problems[i];
    if (!problem) return [];
    const comparison = comparisonOf(exercise, cases[i], outcomes[i]);
    return [{
      property,
      inputs: describeInputs(exercise, cases[i].args),
      problem: plainText(problem, 500),
      ...(comparison && { comparison }),
    }];
  });
  const failed = new Set(failures.map((failure) => failure.property));
  const held = properties.filter((property) => !failed.has(property));
  if (failures.length === 0) {
    return { exercise, status: "passed", points: exercise.points, held, failures };
  }
  const points = Math.round(100 * exercise.points * held.length / properties.length) / 100;
  const mistake = exercise.mistakes.find((named) => matches(exercise, named, cases, outcomes));
  return {
    exercise,
    status: "failed",
    points,
    held,
    failures,
    ...(mistake && { mistake: { name: mistake.name, hint: mistake.hint } }),
  };
}

function isNotImplemented(outcome: Outcome): boolean {
  return outcome.kind === "error" && outcome.message === notImplemented;
}

/** A typed array that the limit forbids throws; a list that it forbids ends the process. */
function isOutOfMemory(outcome: Outcome): boolean {
  return outcome.kind === "error" &&
    /^(?:Array buffer allocation failed$|WebAssembly\.Memory\(\): could not)/.test(outcome.message);
}

/** A permission that the sandbox does not give; an import without it is a TypeError. */
function isDenied(outcome: Outcome): boolean {
  return outcome.kind === "error" &&
    (outcome.name === "NotCapable" ||
      /^Requires \w+ access |--(?:no-remote|cached-only) is specified/.test(outcome.message));
}

function problemOf(
  exercise: Exercise,
  call: Call,
  outcome: Outcome | undefined,
): string | undefined {
  if (!outcome) return "was not reached";
  if (outcome.kind === "error") {
    const line = outcome.line === undefined ? "" : ` (line ${outcome.line} of your cell)`;
    return `threw ${outcome.name}: ${outcome.message}${line}`;
  }
  if (outcome.kind !== "value") return outcome.kind;
  if (exercise.judge) {
    const reason = exercise.judge(outcome.value, ...call.args);
    return reason && `${reason.en} (${reason.ko})`;
  }
  return difference(expectedOf(exercise, call), outcome.value, exercise);
}

function comparisonOf(
  exercise: Exercise,
  call: Call,
  outcome: Outcome | undefined,
): Comparison | undefined {
  if (outcome?.kind !== "value" || exercise.judge) return undefined;
  return compareNumbers(expectedOf(exercise, call), outcome.value, exercise);
}

// The same for every learner who gets the same inputs: computed once.
const expected = new WeakMap<Call, Value>();
const mistaken = new WeakMap<Call, Map<AnyMistake, Mistaken>>();

function expectedOf(exercise: Exercise, call: Call): Value {
  if (!expected.has(call)) expected.set(call, exercise.reference(...call.args));
  return expected.get(call);
}

function mistakenOf(mistake: AnyMistake, call: Call): Mistaken {
  const known = mistaken.get(call) ?? new Map<AnyMistake, Mistaken>();
  mistaken.set(call, known);
  const predicted = known.get(mistake) ?? mistake.values(...call.args);
  known.set(mistake, predicted);
  return predicted;
}

/** True if one variant of the mistake predicts every outcome, number for number and error for error. */
function matches(
  exercise: Exercise,
  mistake: AnyMistake,
  cases: readonly Call[],
  outcomes: readonly Outcome[],
): boolean {
  let variants: number[] | undefined;
  for (const [i, call] of cases.entries()) {
    const predicted = mistakenOf(mistake, call);
    variants = (variants ?? [...predicted.keys()])
      .filter((variant) => isSame(exercise, predicted[variant], outcomes[i]));
    if (variants.length === 0) return false;
  }
  return variants !== undefined;
}

function isSame(
  exercise: Exercise,
  predicted: Value | Throws,
  outcome: Outcome | undefined,
): boolean {
  if (predicted instanceof Throws) {
    return outcome?.kind === "error" && predicted.messages.includes(outcome.message);
  }
  return outcome?.kind === "value" && difference(predicted, outcome.value, exercise) === undefined;
}

/** `queries [query, dim] = [3, 5], scale 2`. */
function describeInputs(exercise: Exercise, args: readonly Value[]): string {
  return args.map((value, i) => {
    const { name, axes } = exercise.parameters[i] ?? { name: `argument ${i + 1}`, axes: "" };
    const described = describeValue(value, axes).replace(/^(tensor|array) (?=\[)/, "");
    const plain = isList(value) && described.startsWith("[") && axes !== "" &&
      !described.includes("=");
    return plain ? `${name} = ${described}` : `${name} ${described}`;
  }).join(", ");
}
