/**
 * From what the learner's function did with each case to a verdict: status, points, which property
 * fails, and which named mistake explains it.
 *
 * @module
 */
import { type Text, untranslated } from "lib/language.ts";
import { plainText } from "../cell/plain_text.ts";
import { casesFor } from "../exercise/cases.ts";
import type { Case, Exercise, Judged } from "../exercise/exercise.ts";
import { notImplemented, type Status } from "../exercise/in_notebook.ts";
import { engineBroke, forbiddenKernel, type Outcome, outOfMemory } from "../exercise/outcome.ts";
import { describeValue, isList, isRecordValue, type Value } from "../exercise/values.ts";
import { compareNumbers, type Comparison, difference, rightFields } from "./compare.ts";
import { expectedOf, explains } from "./expected.ts";
import { explainError } from "./error_words.ts";
import { generalMistake, type Named } from "./general_mistakes.ts";
import { isSameError } from "./same_error.ts";

/** A property that does not hold, with the first call that shows it. */
export interface Failure {
  /** As the cases name it. */
  readonly property: Text;
  /** The call's arguments, with shapes and axes. */
  readonly inputs: string;
  /** Expected and got, or what was thrown. */
  readonly problem: Text;
  /** What of the same call's result is right already. */
  readonly right?: Text;
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
  readonly held: readonly Text[];
  /** Properties that do not hold. */
  readonly failures: readonly Failure[];
  /** The named mistake that gives exactly these outcomes. */
  readonly mistake?: { readonly name: Text; readonly hint: Text };
  /** Why there is nothing to compare: a deleted cell, a forbidden import, a syntax error. */
  readonly problem?: Text;
  /** Beside the verdict: types that do not fit, an earlier exercise that was lent. */
  readonly notes?: readonly Text[];
  /** The last that the answer printed. */
  readonly printed?: string;
}

/** A verdict without any call: the cell could not be run, or need not be. */
export function verdictWithout(exercise: Exercise, status: Status, problem?: Text): Verdict {
  const plain = problem && { en: plainText(problem.en), ko: plainText(problem.ko) };
  return { exercise, status, points: 0, held: [], failures: [], problem: plain };
}

/** An earlier exercise whose function an answer calls. */
export interface Earlier {
  /** `05.1`. */
  readonly id: string;
  /** The function. */
  readonly name: string;
}

/** The learner's functions of earlier exercises, in words. */
function learners(
  some: readonly Earlier[],
): { readonly en: readonly string[]; readonly ko: string } {
  return {
    en: some.map(({ id, name }) => `your ${name} of ${id}`),
    ko: some.map(({ id, name }) => `${id}의 ${name}`).join(", "),
  };
}

/** What is said where the course's functions stand in for the learner's `used` ones, of which some are `off`. */
function lentNote(used: readonly Earlier[], off: readonly Earlier[], holds: boolean): Text {
  const names = used.map(({ name }) => name).join(", ");
  const yours = learners(off);
  const one = yours.en.length === 1;
  if (!holds) {
    return {
      en: `judged with the course's ${names}, since ${yours.en.join(" and ")} ` +
        `${one ? "gives" : "give"} something else`,
      ko: `직접 만든 ${yours.ko}의 결과가 달라서 강의의 구현으로 판정했습니다`,
    };
  }
  return {
    en: `judged with the course's ${names}: ` +
      (one ? `${yours.en[0]} is what is off here` : `what is off here is ${yours.en.join(" or ")}`),
    ko: `강의의 ${names}로 판정했습니다. 문제는 이 답이 아니라 직접 만든 ${yours.ko}에 있습니다`,
  };
}

/**
 * Of the verdicts on an answer with the learner's own earlier functions, which it has `used`, and with the course's,
 * the one to show: the better one, or where they earn the same, the one that speaks of this answer alone. It says
 * which earlier answer is `off`, where that is known.
 */
export function fairest(
  own: Verdict,
  lent: Verdict,
  used: readonly Earlier[],
  off: readonly Earlier[] = [],
): Verdict {
  const problems = ({ failures, problem }: Verdict) =>
    [problem, ...failures.map((failure) => failure.problem)].map((text) => text?.en).join("\n");
  const isSame = lent.points === own.points && problems(lent) === problems(own);
  if (lent.points < own.points || isSame) return own;
  return withNote(lent, lentNote(used, off.length > 0 ? off : used, lent.status === "passed"));
}

/** Looks up what became of an exercise among the verdicts that there are by then. */
export function statusIn(
  verdicts: ReadonlyMap<Exercise, Verdict>,
): (id: string) => Status | undefined {
  return (id) => verdicts.values().find(({ exercise }) => exercise.id === id)?.status;
}

/** The verdict on an answer that failed, where earlier ones that it calls are off and could not be replaced. */
export function besideEarlier(verdict: Verdict, off: readonly Earlier[]): Verdict {
  if (off.length === 0) return verdict;
  const { en, ko } = learners(off);
  const passes = off.length > 1 ? "do not pass yet" : "does not pass yet";
  return withNote(verdict, {
    en: `what is off may come from elsewhere: ${en.join(" and ")} ${passes}`,
    ko: `다른 데서 온 문제일 수 있습니다. 직접 만든 ${ko} 과제가 아직 통과하지 못했습니다`,
  });
}

/** A verdict with a further note. */
export function withNote(verdict: Verdict, note: Text): Verdict {
  return { ...verdict, notes: [...verdict.notes ?? [], note] };
}

/** How to judge. */
export interface JudgeOptions {
  /**
   * True for marks: of calls whose inputs were drawn for them, the right values are not told. Whoever hands in once
   * more meets them again.
   */
  readonly forMarks?: boolean;
  /** What became of other answers, by their exercise: of which earlier one is off. */
  readonly statusOf?: (id: string) => Status | undefined;
}

/** Judges the outcomes of `cases`, in their order. Outcomes may end early where a call ended it all. */
export async function judge(
  exercise: Exercise,
  cases: readonly Case[],
  outcomes: readonly Outcome[],
  { forMarks = false }: JudgeOptions = {},
): Promise<Verdict> {
  if (outcomes.length > 0 && outcomes.every(isNotImplemented)) {
    return verdictWithout(exercise, "not started");
  }
  const ended = endOf(exercise, outcomes);
  if (ended) return ended;
  const problems = await Promise.all(
    cases.map((call, i) => {
      const hideExpected = forMarks && call.result === undefined;
      return problemOf(exercise, call, outcomes[i], hideExpected);
    }),
  );
  const properties = [...new Map(cases.map(({ property }) => [property.en, property])).values()];
  const failures: Failure[] = [];
  for (const property of properties) {
    const i = cases.findIndex((call, at) => call.property.en === property.en && problems[at]);
    const problem = problems[i];
    if (!problem) continue;
    const { comparison, ...failure } = await failureOf(exercise, cases[i], outcomes[i], problem);
    const isTold = !forMarks || cases[i].result !== undefined;
    failures.push(comparison && isTold ? { ...failure, comparison } : failure);
  }
  const failed = new Set(failures.map((failure) => failure.property.en));
  const held = properties.filter(({ en }) => !failed.has(en));
  if (failures.length === 0) {
    return { exercise, status: "passed", points: exercise.points, held, failures };
  }
  // Who writes the right values of fixed inputs into a table has computed nothing.
  const drawn = drawnProperties(exercise);
  const isComputed = held.some(({ en }) => drawn.has(en));
  const share = isComputed ? held.length / properties.length : 0;
  const points = Math.round(100 * exercise.points * share) / 100;
  const mistake = await mistakeBehind(exercise, cases, outcomes) ?? commonMistake(problems);
  return {
    exercise,
    status: "failed",
    points,
    held,
    failures,
    ...(mistake && { mistake: { name: mistake.name, hint: mistake.hint } }),
  };
}

const drawnOf = new WeakMap<Exercise, ReadonlySet<string>>();

/** The properties, in English, whose inputs change with the seed. */
function drawnProperties(exercise: Exercise): ReadonlySet<string> {
  const known = drawnOf.get(exercise) ?? findDrawn(exercise);
  drawnOf.set(exercise, known);
  return known;
}

function findDrawn(exercise: Exercise): ReadonlySet<string> {
  const [first, second] = [1, 2].map((seed) => casesFor(exercise, seed));
  const isSame = (i: number): boolean =>
    JSON.stringify(first[i].args) === JSON.stringify(second[i]?.args);
  return new Set(first.flatMap(({ property }, i) => isSame(i) ? [] : [property.en]));
}

/** The verdict where a call ended all of them, or asked for what it may not have. */
function endOf(exercise: Exercise, outcomes: readonly Outcome[]): Verdict | undefined {
  const last = outcomes.at(-1);
  if (last?.kind === "timeout") {
    return verdictWithout(exercise, "timeout", {
      en:
        `did not finish within ${last.seconds} s: is there a loop that never ends, or an await on ` +
        `something that never comes?`,
      ko:
        `${last.seconds}초 안에 끝나지 않았습니다. 끝나지 않는 반복문이나, 끝내 오지 않는 것을 기다리는 await가 있나요?`,
    });
  }
  if (last?.kind === "died") return verdictWithout(exercise, "error", last.message);
  if (last?.kind === "not run") {
    return verdictWithout(exercise, last.reason === "no time" ? "timeout" : "error", last.message);
  }
  const forbidden = outcomes.find((outcome) =>
    outcome.kind === "error" && outcome.name === forbiddenKernel
  );
  if (forbidden?.kind === "error") {
    return verdictWithout(exercise, "failed", withheldOp(forbidden.message));
  }
  if (outcomes.some(isTrapped)) return verdictWithout(exercise, "error", engineBroke);
  const denied = outcomes.find(isDenied);
  if (denied?.kind === "error") {
    const asked = denied.message.split("\n")[0].replace(
      /, run again with .*| is specified\..*/,
      "",
    );
    return verdictWithout(exercise, "error", {
      en: `forbidden: homework computes and nothing else. It asked for more: ${asked}`,
      ko: `금지: 과제는 계산만 합니다. 그 밖의 것을 요청했습니다: ${asked}`,
    });
  }
  return outcomes.some(isOutOfMemory) ? verdictWithout(exercise, "error", outOfMemory) : undefined;
}

/** `tf.softmax` is what kernel `Softmax` does. */
function withheldOp(kernel: string): Text {
  const op = `tf.${kernel[0].toLowerCase()}${kernel.slice(1)}`;
  return {
    en: `uses ${op}, which is what this exercise asks you to write: do without it`,
    ko: `${op}: 이 과제에서 직접 구현할 함수입니다. 이것 없이 풀어 보세요`,
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

/**
 * A trap of WebAssembly, in which tfjs's engine runs in a notebook. After one, the course's own answers trap too, and
 * nothing can be compared: every error would look like every mistake that ends in one.
 */
function isTrapped(outcome: Outcome): boolean {
  return outcome.kind === "error" && outcome.name === "RuntimeError";
}

/** A permission that the sandbox does not give; an import without it is a TypeError. */
function isDenied(outcome: Outcome): boolean {
  return outcome.kind === "error" &&
    (outcome.name === "NotCapable" ||
      /^Requires \w+ access |--(?:no-remote|cached-only) is specified/.test(outcome.message));
}

async function problemOf(
  exercise: Exercise,
  call: Case,
  outcome: Outcome | undefined,
  hideExpected: boolean,
): Promise<Judged | undefined> {
  if (!outcome) return { en: "was not reached", ko: "실행되지 않았습니다" };
  if (outcome.kind === "error") return explainError(outcome);
  if (outcome.kind !== "value") return untranslated(outcome.kind);
  const problem = exercise.judge
    ? exercise.judge(outcome.value, ...call.args)
    : difference(await expectedOf(exercise, call), outcome.value, { ...exercise, hideExpected });
  if (problem || outcome.changed === undefined) return problem;
  const name = exercise.parameters[outcome.changed]?.name ?? `argument ${outcome.changed + 1}`;
  return {
    en: `changes its argument ${name} in place: the caller still needs it, so work on a copy`,
    ko: `인수 ${name}: 제자리에서 바뀌었습니다. 호출한 쪽이 계속 쓰는 값이니 복사본으로 계산하세요`,
  };
}

async function failureOf(
  exercise: Exercise,
  call: Case,
  outcome: Outcome | undefined,
  problem: Text,
): Promise<Failure> {
  const failure = {
    property: call.property,
    inputs: describeInputs(exercise, call.args),
    problem: { en: plainText(problem.en, 500), ko: plainText(problem.ko, 500) },
  };
  if (outcome?.kind !== "value" || exercise.judge) return failure;
  const expected = await expectedOf(exercise, call);
  const comparison = compareNumbers(expected, outcome.value, exercise);
  const right = rightFields(expected, outcome.value, exercise).join(", ");
  return {
    ...failure,
    ...(right && { right: { en: `already right: ${right}`, ko: `이미 맞음: ${right}` } }),
    ...(comparison && { comparison }),
  };
}

/** The first mistake that predicts every outcome, number for number and error for error; else a general one. */
async function mistakeBehind(
  exercise: Exercise,
  cases: readonly Case[],
  outcomes: readonly Outcome[],
): Promise<Named | undefined> {
  for (const mistake of await exercise.mistakes()) {
    const isSameAt = (outcome: Outcome, i: number) => isSame(exercise, outcome, outcomes[i]);
    if (await explains(mistake, cases, isSameAt)) return mistake;
  }
  return await generalMistake(exercise, cases, outcomes);
}

/** What most of the calls that say what the mistake is call it, if they are at least half of those that failed. */
function commonMistake(problems: readonly (Judged | undefined)[]): Named | undefined {
  const failed = problems.filter((problem) => problem !== undefined);
  const said = failed.flatMap(({ mistake }) => mistake ? [mistake] : []);
  return said.find((mistake) => {
    const same = said.filter((other) => other === mistake).length;
    return 2 * same > said.length && 2 * same >= failed.length;
  });
}

function isSame(exercise: Exercise, predicted: Outcome, outcome: Outcome | undefined): boolean {
  if (predicted.kind === "error") {
    return outcome?.kind === "error" &&
      isSameError(plainText(predicted.message), outcome.message);
  }
  return predicted.kind === "value" && outcome?.kind === "value" &&
    predicted.changed === outcome.changed &&
    hasSameFields(exercise, predicted.value, outcome.value) &&
    difference(predicted.value, outcome.value, exercise) === undefined;
}

/** True unless one of two records has a field that the exercise asks for and the other lacks. */
function hasSameFields({ result }: Exercise, left: Value, right: Value): boolean {
  if (!isRecordValue(left) || !isRecordValue(right)) return true;
  return result.every(({ name }) => Object.hasOwn(left, name) === Object.hasOwn(right, name));
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
