/**
 * A cell's whole way to its verdict: plan, type check, run, judge.
 *
 * @module
 */
import { judge, type Verdict } from "../judge/judge.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { type Answer, plan, withoutTypeErrors } from "./plan.ts";
import { run } from "./run.ts";
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
  answers: readonly Answer[],
  options: EvaluateOptions,
): Promise<Verdict[]> {
  const planned = await plan(answers);
  const checked = await withoutTypeErrors(planned, await typeCheck(workspace, planned.cells));
  const verdicts = new Map<Answer["exercise"], Verdict>();
  const add = (verdict: Verdict): void => {
    verdicts.set(verdict.exercise, verdict);
    options.onVerdict?.(verdict);
  };
  for (const verdict of checked.verdicts) add(verdict);
  for await (const { exercise, cases, outcomes } of run(workspace, checked, options)) {
    add(judge(exercise, cases, outcomes));
  }
  return answers.flatMap(({ exercise }) => verdicts.get(exercise) ?? []);
}
