/**
 * The check that follows each homework cell in a notebook. It calls the learner's live function in the
 * kernel (their own machine, no sandbox) and prints what it finds. It never throws and never stops the
 * notebook.
 *
 * @module
 */
import { importCourseModule } from "lib/platform/course_modules.ts";
import { currentNotebook } from "lib/platform/notebook.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import type { Language } from "lib/language.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { ready } from "lib/tensor/ready.ts";
import { plainText } from "./cell/plain_text.ts";
import { withheldProblem } from "./cell/refusals.ts";
import { casesFor } from "./exercise/cases.ts";
import { callSeconds, checkSeed, type Exercise } from "./exercise/exercise.ts";
import { type ShownVerdict, verdictType } from "./exercise/in_notebook.ts";
import type { Outcome } from "./exercise/outcome.ts";
import type { Value } from "./exercise/values.ts";
import { loadExercise } from "./exercises/catalogue.ts";
import { besideEarlier, fairest, judge, type Verdict, verdictWithout } from "./judge/judge.ts";
import { reportVerdict } from "./judge/report.ts";
import { callLive } from "./live/call.ts";
import { valueInCells, withReplaced } from "./live/cell_scope.ts";

/**
 * Checks a homework function and shows the verdict.
 *
 * @param id The exercise: `04.2`.
 * @param learner The function that the homework cell declares.
 * @param language Of what is shown. Default: the notebook's. The page shows it in the language that is chosen there.
 *
 * @example
 * ```ts
 * import { check } from "lib/homework/check.ts";
 *
 * await check("04.4", (weights: number[]) => Math.log(weights.length));
 * ```
 */
export async function check(
  id: string,
  learner: CallableFunction,
  language: Language = notebookLanguage(),
): Promise<void> {
  await checkAndShow(id, learner, language);
}

/**
 * As {@linkcode check}, and its result is the points, as plain text: what nbgrader reads of a graded cell.
 * Zero points where the check could not run.
 */
export async function checkPoints(
  id: string,
  learner: CallableFunction,
): Promise<Record<symbol, () => Record<string, string>>> {
  const points = await checkAndShow(id, learner, "en");
  return { [Symbol.for("Jupyter.display")]: () => ({ "text/plain": String(points) }) };
}

/** Shows the verdict and returns the points. */
async function checkAndShow(
  id: string,
  learner: CallableFunction,
  language: Language,
): Promise<number> {
  try {
    await ready(); // a learner may come here first
    const verdict = await checkFunction(await loadExercise(id), learner);
    await show(verdict, language);
    return verdict.points;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failed = { en: "the check could not run", ko: "확인을 실행하지 못했습니다" }[language];
    console.log(`! ${id}: ${failed}: ${reason}`);
    return 0;
  }
}

/** In a notebook the verdict is an output of its own, apart from what the learner's code prints. */
async function show(verdict: Verdict, language: Language): Promise<void> {
  const report = reportVerdict(verdict, { language });
  const notebook = currentNotebook();
  if (!notebook) return console.log(report);
  const { exercise, status, points } = verdict;
  const shown: ShownVerdict = {
    exercise: exercise.id,
    status,
    points,
    max: exercise.points,
    report: {
      en: reportVerdict(verdict, { language: "en" }),
      ko: reportVerdict(verdict, { language: "ko" }),
    },
  };
  await notebook.display({ "text/plain": report, [verdictType]: shown });
}

/**
 * The verdict on a live function. An answer that calls earlier exercises gets a second chance with the course's
 * functions in the place of the learner's own. A call that awaits for longer than the exercise allows ends the
 * check; a loop that never ends can only be stopped by the notebook's Stop.
 */
export async function checkFunction(
  exercise: Exercise,
  learner: CallableFunction,
  seed: number = checkSeed,
): Promise<Verdict> {
  const withheld = await withheldFunction(exercise, learner);
  if (withheld) return verdictWithout(exercise, "error", withheldProblem(withheld));
  const verdict = await callAndJudge(exercise, learner, seed);
  if (!exercise.uses || verdict.status === "passed" || verdict.status === "not started") {
    return verdict;
  }
  const used = (await Promise.all(exercise.uses.map(loadExercise))).flatMap((earlier) => {
    const own = valueInCells(earlier.name);
    return typeof own === "function" ? [{ earlier, own }] : [];
  });
  if (used.length === 0) return verdict;
  const lent = new Map<string, unknown>();
  for (const { earlier } of used) lent.set(earlier.name, await earlier.solution());
  const second = await withReplaced(lent, () => callAndJudge(exercise, learner, seed));
  const off: Exercise[] = [];
  for (const { earlier, own } of used) {
    if ((await callAndJudge(earlier, own, seed)).status !== "passed") off.push(earlier);
  }
  if (!second) return besideEarlier(verdict, off);
  return fairest(verdict, second, used.map(({ earlier }) => earlier), off);
}

/** Calls the function for each case, and judges what it gave. */
async function callAndJudge(
  exercise: Exercise,
  learner: CallableFunction,
  seed: number,
): Promise<Verdict> {
  const cases = casesFor(exercise, seed);
  const outcomes: Outcome[] = [];
  const seconds = callSeconds(exercise);
  for (const { args } of cases) {
    const pending = outcomeOf(learner, args, exercise.forbiddenKernels);
    const inTime = await settlesWithin(pending, seconds * 1000);
    const outcome: Outcome = inTime ? await pending : { kind: "timeout", seconds };
    outcomes.push(outcome);
    if (outcome.kind === "timeout") break;
  }
  return await judge(exercise, cases, outcomes);
}

/** Comments and texts, in which a name is no call. */
const comments = /\/\*[^]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/**
 * The library's function that an answer calls though the exercise withholds it. Where answers are graded it is not
 * there; in a notebook it is, and the answer's own text tells.
 */
async function withheldFunction(
  { withheld = [] }: Exercise,
  learner: CallableFunction,
): Promise<string | undefined> {
  if (typeof learner !== "function" || withheld.length === 0) return undefined;
  const text = Function.prototype.toString.call(learner).replace(comments, "");
  for (const path of withheld) {
    const module = await importCourseModule(path);
    const used = Object.entries(module).find(([name, value]) =>
      typeof value === "function" && valueInCells(name) === value &&
      new RegExp(`(?<![.\\w$])${name}\\s*\\(`).test(text)
    );
    if (used) return `${used[0]} (${path})`;
  }
  return undefined;
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
