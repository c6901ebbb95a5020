/**
 * Runs planned cells and judges what they gave. An answer that calls earlier exercises is first judged with the
 * learner's own; where it fails it gets a second chance with the course's, so that a mistake is paid for once.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
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
  const lending = new Map<Exercise, PlannedCell>(
    cells.flatMap((cell) => cell.withLent ? [[cell.exercise, cell]] : []),
  );
  const failed = new Map<PlannedCell, JudgedCell>();
  for await (const ran of run(workspace, cells, options)) {
    const judged = await judgeRan(ran, options);
    const cell = lending.get(ran.exercise);
    if (cell && judged.verdict.status !== "passed") failed.set(cell, judged);
    else yield judged;
  }
  const again = [...failed.keys()].flatMap(({ withLent }) => withLent ?? []);
  if (again.length === 0) return;
  for await (const ran of run(workspace, again, options)) {
    const second = await judgeRan(ran, options);
    for (const [cell, first] of failed) {
      if (cell.exercise !== ran.exercise) continue;
      const verdict = fairest(first.verdict, second.verdict, cell.own);
      yield verdict === first.verdict ? first : { ...second, verdict };
    }
  }
}

async function judgeRan(
  { exercise, cases, outcomes, printed, alone }: RanCell,
  options: JudgeOptions,
): Promise<JudgedCell> {
  const verdict = await judge(exercise, cases, outcomes, options);
  return {
    verdict: printed ? { ...verdict, printed } : verdict,
    alone,
    ran: outcomes.every(({ kind }) => kind !== "not run"),
  };
}
