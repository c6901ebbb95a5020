/**
 * Runs planned cells and judges what they gave. An answer that calls earlier exercises is first judged with the
 * learner's own; where it fails it gets a second chance with the course's, so that a mistake is paid for once.
 *
 * @module
 */
import { fairest, judge, type JudgeOptions, type Verdict } from "../judge/judge.ts";
import type { Workspace } from "../sandbox/stage.ts";
import type { PlannedCell } from "./plan.ts";
import { run } from "./run.ts";
import type { RanCell, RunOptions } from "./shared_process.ts";

/** The verdict on a cell. */
export interface JudgedCell {
  /** On what it answers. */
  readonly verdict: Verdict;
  /** True if no other cell had run in its process. */
  readonly alone: boolean;
  /** False if there was no call, because of the machine or of other cells. */
  readonly ran: boolean;
}

/** The verdict on each cell, as soon as it is sure. */
export async function* judgeCells(
  workspace: Workspace,
  cells: readonly PlannedCell[],
  options: RunOptions & JudgeOptions,
): AsyncGenerator<JudgedCell> {
  // Both ways run in one process: to start a second one takes longer than all calls.
  const both = cells.flatMap((cell) => cell.withLent ? [cell, cell.withLent] : [cell]);
  const runs = new Map<PlannedCell, RanCell>();
  const answerOf = new Map(cells.flatMap((cell) => {
    const { withLent } = cell;
    return withLent ? [[cell, cell] as const, [withLent, cell] as const] : [];
  }));
  for await (const ran of run(workspace, both, options)) {
    const cell = answerOf.get(ran.cell);
    if (!cell) {
      yield await judgeRan(ran, options);
      continue;
    }
    runs.set(ran.cell, ran);
    const own = runs.get(cell), lent = cell.withLent && runs.get(cell.withLent);
    if (own && lent) yield await judgeBoth(own, lent, options);
  }
}

/** The fairer verdict on an answer that ran with the learner's own earlier functions, and with the course's. */
async function judgeBoth(
  own: RanCell,
  lent: RanCell,
  options: JudgeOptions,
): Promise<JudgedCell> {
  const first = await judgeRan(own, options);
  if (first.verdict.status === "passed") return first;
  const second = await judgeRan(lent, options);
  const verdict = fairest(first.verdict, second.verdict, own.cell.own);
  return verdict === first.verdict ? first : { ...second, verdict };
}

async function judgeRan(
  { cell: { exercise }, cases, outcomes, printed, alone }: RanCell,
  options: JudgeOptions,
): Promise<JudgedCell> {
  const verdict = await judge(exercise, cases, outcomes, options);
  return {
    verdict: printed ? { ...verdict, printed } : verdict,
    alone,
    ran: outcomes.every(({ kind }) => kind !== "not run"),
  };
}
