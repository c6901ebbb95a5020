/**
 * Runs planned cells and judges what they gave. An answer that calls earlier exercises is first judged with the
 * learner's own; where it fails it gets a second chance with the course's, so that a mistake is paid for once.
 *
 * @module
 */
import { fairest, judge, type JudgeOptions, type Verdict } from "../judge/judge.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { planExercise } from "./exercise_plan.ts";
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
  const again: PlannedCell[] = [];
  const firsts = new Map<PlannedCell, First>();
  for await (const ran of run(workspace, cells, options, again)) {
    const judged = await judgeRan(ran, options);
    const first = firsts.get(ran.cell);
    const { withLent } = ran.cell;
    if (first) {
      yield await fairer(first, judged, options);
    } else if (withLent && judged.ran && judged.verdict.status !== "passed") {
      firsts.set(withLent, { judged, cell: ran.cell });
      again.push(withLent);
    } else {
      yield judged;
    }
  }
}

/** What came of an answer with the learner's own earlier functions, which failed. */
interface First {
  readonly judged: JudgedCell;
  readonly cell: PlannedCell;
}

/** The fairer verdict on an answer that ran with the learner's own earlier functions, and with the course's. */
async function fairer(
  { judged, cell }: First,
  lent: JudgedCell,
  { statusOf }: JudgeOptions,
): Promise<JudgedCell> {
  // Graded once more, it has its second chance.
  if (!lent.ran) return { ...judged, ran: false };
  const { earlier } = await planExercise(cell);
  const used = earlier.filter(({ name }) => cell.own.includes(name));
  const off = used.filter(({ id }) => (statusOf?.(id) ?? "passed") !== "passed");
  const verdict = fairest(judged.verdict, lent.verdict, used, off);
  return verdict === judged.verdict ? judged : { ...lent, verdict };
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
