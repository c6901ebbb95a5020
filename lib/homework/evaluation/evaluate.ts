/**
 * A cell's whole way to its verdict: plan, run, judge. Its types are checked beside that: values decide, and a type
 * error is advice.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
import { statusIn, type Verdict, withNote } from "../judge/judge.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { judgeCells } from "./judge_cells.ts";
import { type Answer, plan, typeProblem } from "./plan.ts";
import type { Reader } from "./reader.ts";
import type { RunOptions } from "./shared_process.ts";
import { typeCheck } from "./type_check.ts";

/** How to evaluate. */
export interface EvaluateOptions extends RunOptions {
  /** Called with each verdict as soon as it is known. */
  onVerdict?(verdict: Verdict): void;
}

/** The verdicts on the answers of one submission, in their order. */
export async function evaluate(
  workspace: Workspace,
  reader: Reader,
  answers: readonly Answer[],
  options: EvaluateOptions,
): Promise<Verdict[]> {
  const planned = await plan(answers, reader.read);
  const checking = typeCheck(workspace, planned.cells);
  checking.catch(() => {}); // awaited below
  const verdicts = new Map<Exercise, Verdict>();
  const add = (verdict: Verdict): void => {
    verdicts.set(verdict.exercise, verdict);
    options.onVerdict?.(verdict);
  };
  for (const verdict of planned.verdicts) add(verdict);
  const statusOf = statusIn(verdicts);
  for await (
    const { verdict } of judgeCells(workspace, planned.cells, { ...options, statusOf })
  ) add(verdict);
  for (const [{ exercise }, problem] of await checking) {
    const verdict = verdicts.get(exercise);
    const { en, ko } = typeProblem(problem);
    if (verdict?.status === "passed") {
      verdicts.set(
        exercise,
        withNote(verdict, { en: `passes, with a ${en}`, ko: `통과. 다만 ${ko}` }),
      );
    } else if (verdict && mayBeCausedBy(problem.message, verdict)) {
      verdicts.set(
        exercise,
        withNote(verdict, { en: `perhaps the cause: ${en}`, ko: `원인일 수 있음: ${ko}` }),
      );
    }
  }
  return answers.flatMap(({ exercise }) => verdicts.get(exercise) ?? []);
}

/** Who learns what went wrong by name needs no guess, and a parameter without a type breaks nothing. */
function mayBeCausedBy(typeError: string, { status, mistake }: Verdict): boolean {
  return status !== "not started" && mistake === undefined && !/\(TS70\d\d\)$/.test(typeError);
}
