/**
 * Grades many submissions: what earlier runs found is taken from the cache, and one locked-down process per
 * submission runs the rest, as many at a time as the machine has cores. Nothing of one learner is checked or run
 * together with another's.
 *
 * @module
 */
import { JobQueue } from "lib/platform/job_queue.ts";
import type { ReadAnswer } from "../evaluation/bring_along.ts";
import { judgeCells } from "../evaluation/judge_cells.ts";
import { type Answer, planAnswer, type PlannedCell, typeVerdict } from "../evaluation/plan.ts";
import { runOrder } from "../evaluation/run_order.ts";
import { notBegun } from "../evaluation/shared_process.ts";
import { typeCheck } from "../evaluation/type_check.ts";
import type { Text } from "lib/language.ts";
import { Reader } from "../evaluation/reader.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { allHomework, loadHomework } from "../exercises/catalogue.ts";
import { statusIn, type Verdict, verdictWithout } from "../judge/judge.ts";
import { Budget } from "../sandbox/budget.ts";
import type { Workspace } from "../sandbox/stage.ts";
import {
  readSubmissions,
  type Submission,
  type SubmittedNotebook,
  type SubmittedWork,
} from "./submissions.ts";
import type { CacheEntry, VerdictCache } from "./verdict_cache.ts";

/** One learner's verdicts, in the order of the exercises. */
export interface GradedSubmission {
  /** The folder's name. */
  readonly learner: string;
  /** What was handed in, by the notebook's number. */
  readonly notebooks: ReadonlyMap<string, Pick<SubmittedNotebook, "cells">>;
  /** Of all exercises that anybody handed in. */
  readonly verdicts: readonly Verdict[];
}

/** How to grade. */
export interface GradeOptions {
  /** What earlier runs found, and the seed: every learner gets the same inputs. */
  readonly cache: VerdictCache;
  /** Processes at a time. Default: the machine's cores, at most 8. */
  readonly workers?: number;
  /** True where code with type errors earns nothing. Default: values decide. */
  readonly demandTypes?: boolean;
  /**
   * Seconds of one core that a submission may take, read, checked and run; after them nothing of it is begun. Default
   * 40, and what was begun may take 20 more; honest ones take a few in all.
   */
  readonly secondsInAll?: number;
  /** Called as submissions are read. */
  onRead?(done: number, total: number): void;
  /** Called as submissions are done; `total` leaves out those that the cache knows whole. */
  onProgress?(done: number, total: number): void;
  /** Called for each submission, in their order, once those before it are done. */
  onGraded?(graded: GradedSubmission): void;
  /** Called for files that belong to no notebook of the course. */
  onStray?(learner: string, problem: string): void;
}

/** A submission's answer to an exercise. */
interface SubmittedAnswer extends Answer {
  /** The cache's key, where there is one text. */
  readonly key?: string;
  /** Why there is nothing to look at. */
  readonly problem?: Text;
}

/** What the cache knows about a submission. */
interface Known {
  readonly verdicts: ReadonlyMap<Exercise, Verdict>;
  /** Cells to run, each with its {@linkcode VerdictCache.contextKey}. */
  readonly missing: ReadonlyMap<SubmittedAnswer, string>;
}

/**
 * Grades the submissions. Notebooks that nobody handed in are left out; one that only some handed in
 * counts as an error for the others. The workspace is asked for only where something has to run.
 */
export async function gradeSubmissions(
  workspace: () => Promise<Workspace>,
  submissions: readonly Submission[],
  options: GradeOptions,
): Promise<GradedSubmission[]> {
  const { cache, workers = Math.min(8, navigator.hardwareConcurrency) } = options;
  const works = await readAll(submissions, options);
  const homeworks = await homeworksOf(works);
  const answers = works.map((work) => answersOf(work, homeworks, cache));
  const graded: GradedSubmission[] = [];
  let reported = 0;
  const finish = (index: number, verdicts: ReadonlyMap<Exercise, Verdict>): void => {
    const { submission: { learner }, notebooks } = works[index];
    const inOrder = answers[index].flatMap(({ exercise }) => verdicts.get(exercise) ?? []);
    graded[index] = { learner, notebooks, verdicts: inOrder };
    for (; graded[reported]; reported++) options.onGraded?.(graded[reported]);
  };

  const open: number[] = [];
  for (const [index, mine] of answers.entries()) {
    const known = mine.some((answer) => isNew(answer, cache))
      ? undefined
      : await lookUpVerdicts(mine, cache);
    if (known?.missing.size === 0) finish(index, known.verdicts);
    else open.push(index);
  }

  let done = 0;
  options.onProgress?.(0, open.length);
  const queue = new JobQueue(workers);
  await using reader = new Reader();
  await Promise.all(open.map(async (index) => {
    const verdicts = await queue.run(() => gradeOne(workspace, reader, answers[index], options));
    finish(index, verdicts);
    options.onProgress?.(++done, open.length);
  }));
  return graded;
}

/** Reads every submission. */
async function readAll(
  submissions: readonly Submission[],
  { onRead, onStray }: GradeOptions,
): Promise<SubmittedWork[]> {
  const works = await readSubmissions(
    submissions,
    await allHomework(),
    (done) => onRead?.(done, submissions.length),
  );
  for (const { submission: { learner }, strays } of works) {
    for (const problem of strays) onStray?.(learner, problem);
  }
  return works;
}

/** The homework that anybody handed in. */
async function homeworksOf(works: readonly SubmittedWork[]): Promise<Homework[]> {
  const numbers = new Set(works.flatMap(({ notebooks }) => [...notebooks.keys()]));
  return await Promise.all([...numbers].sort().map(loadHomework));
}

/** What is said of a notebook that others handed in. */
export function notHandedIn(notebook: string): Text {
  return {
    en: `no notebook ${notebook} was handed in`,
    ko: `노트북 ${notebook}을 제출하지 않았습니다`,
  };
}

function answersOf(
  { notebooks }: SubmittedWork,
  homeworks: readonly Homework[],
  cache: VerdictCache,
): SubmittedAnswer[] {
  return homeworks.flatMap((homework) => {
    const notebook = notebooks.get(homework.notebook);
    const problem = notebook ? notebook.problem : notHandedIn(homework.notebook);
    return homework.exercises.map((exercise): SubmittedAnswer => {
      const sources = notebook?.cells.get(exercise.id) ?? [];
      const surroundings = notebook?.surroundings.get(exercise.id);
      const around = surroundings?.digest ?? "";
      const key = sources.length === 1 ? cache.cellKey(exercise, sources[0], around) : undefined;
      return { homework, exercise, sources, surroundings, key, problem };
    });
  });
}

function isNew({ key }: SubmittedAnswer, cache: VerdictCache): boolean {
  return key !== undefined && !cache.has(key);
}

/** What the cache says, and which cells have to run. Every cell is in it by now. */
async function lookUpVerdicts(
  answers: readonly SubmittedAnswer[],
  cache: VerdictCache,
): Promise<Known> {
  const verdicts = new Map<Exercise, Verdict>();
  const runnable: SubmittedAnswer[] = [];
  for (const answer of answers) {
    const { exercise, key } = answer;
    const entry = key === undefined ? await withoutCell(answer) : cache.get(key, exercise);
    if (entry?.verdict) verdicts.set(exercise, entry.verdict);
    if (entry?.runs) runnable.push(answer);
  }
  const missing = new Map<SubmittedAnswer, string>();
  const before: string[] = []; // or beside it
  for (const phase of (await runOrder(runnable)).flat()) {
    before.push(...phase.map(({ key = "" }) => key));
    for (const answer of phase) {
      const { exercise, key = "" } = answer;
      if (verdicts.has(exercise)) continue;
      const context = cache.contextKey(key, before);
      const verdict = cache.get(context, exercise)?.verdict;
      if (verdict) verdicts.set(exercise, verdict);
      else missing.set(answer, context);
    }
  }
  return { verdicts, missing };
}

/** What is known of an answer that has no cell, or several: nothing of it is read. */
async function withoutCell({ exercise, problem, ...answer }: SubmittedAnswer): Promise<CacheEntry> {
  if (problem) return { runs: false, verdict: verdictWithout(exercise, "error", problem) };
  const planned = await planAnswer({ exercise, ...answer }, readNothing);
  return { runs: false, verdict: planned.kind === "verdict" ? planned.verdict : undefined };
}

function readNothing(): Promise<never> {
  throw new Error("expected no cell to read");
}

/** The keys under which a cell's verdict is kept. */
interface Keys {
  readonly cell: string;
  readonly text: string;
  readonly context?: string;
}

/** Plans and runs what is missing of one submission. Whatever happens here concerns this submission alone. */
async function gradeOne(
  workspace: () => Promise<Workspace>,
  reader: Reader,
  answers: readonly SubmittedAnswer[],
  { cache, demandTypes = false, secondsInAll = 40 }: GradeOptions,
): Promise<ReadonlyMap<Exercise, Verdict>> {
  const verdicts = new Map<Exercise, Verdict>();
  const budget = new Budget(secondsInAll);
  const read: ReadAnswer = (request) => reader.read(request, budget);
  try {
    const planned = await planNew(read, answers, cache, budget);
    if (demandTypes) await refuseTypeErrors(workspace, planned, cache, budget);
    // Only now: whoever finds that a cell runs does not look at its types again.
    for (const [key, cell] of planned) {
      // Somebody may have handed in the same, among other cells.
      const verdict = cache.get(textKey(cell, cache), cell.exercise)?.verdict;
      cache.put(key, { runs: true, verdict });
    }
    const known = await lookUpVerdicts(answers, cache);
    for (const [exercise, verdict] of known.verdicts) verdicts.set(exercise, verdict);
    const keys = new Map<Exercise, Keys>();
    const cells: PlannedCell[] = [];
    for (const [answer, context] of known.missing) {
      const { exercise, key = "" } = answer;
      const cell = planned.get(key) ?? (budget.left > 0 ? await cellOf(read, answer) : undefined);
      if (!cell) continue;
      cells.push(cell);
      keys.set(exercise, { cell: key, text: textKey(cell, cache), context });
    }
    if (cells.length > 0) {
      const statusOf = statusIn(verdicts);
      const options = { seed: cache.seed, trusting: true, budget, forMarks: true, statusOf };
      for await (const { verdict, alone, ran } of judgeCells(await workspace(), cells, options)) {
        verdicts.set(verdict.exercise, verdict);
        const key = keys.get(verdict.exercise);
        if (!key || !ran) continue;
        const where = alone ? [key.cell, key.text] : [key.context ?? key.cell];
        for (const one of where) cache.put(one, { runs: true, verdict });
      }
    }
    for (const { exercise } of answers) {
      if (!verdicts.has(exercise)) {
        verdicts.set(exercise, verdictWithout(exercise, "timeout", notBegun));
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const { exercise } of answers) {
      if (verdicts.has(exercise)) continue;
      verdicts.set(
        exercise,
        verdictWithout(exercise, "error", {
          en: `could not be graded: ${reason}`,
          ko: `채점하지 못했습니다: ${reason}`,
        }),
      );
    }
  }
  return verdicts;
}

/**
 * Plans the answers that are new: those that can be run, by their keys. What is decided goes into the cache. Where
 * there is no time left, the others stay new.
 */
async function planNew(
  read: ReadAnswer,
  answers: readonly SubmittedAnswer[],
  cache: VerdictCache,
  budget: Budget,
): Promise<Map<string, PlannedCell>> {
  const cells = new Map<string, PlannedCell>();
  for (const answer of answers) {
    const { key } = answer;
    if (key === undefined || cache.has(key)) continue;
    if (budget.left <= 0) break;
    const planned = await planAnswer(answer, read);
    if (planned.kind === "verdict") {
      cache.put(key, { runs: false, verdict: planned.verdict });
      continue;
    }
    cells.set(key, planned.cell);
  }
  return cells;
}

/** Decides the cells that have type errors, and takes them out. */
async function refuseTypeErrors(
  workspace: () => Promise<Workspace>,
  planned: Map<string, PlannedCell>,
  cache: VerdictCache,
  budget: Budget,
): Promise<void> {
  if (planned.size === 0) return;
  const problems = await typeCheck(await workspace(), [...planned.values()], budget);
  for (const [key, cell] of [...planned]) {
    const problem = problems.get(cell);
    if (!problem) continue;
    planned.delete(key);
    cache.put(key, { runs: false, verdict: typeVerdict(cell, problem) });
  }
}

/** The texts of all that runs for a cell, and of its second chance. */
function textKey(cell: PlannedCell, cache: VerdictCache): string {
  const textsOf = ({ text, beside }: PlannedCell): string[] => [text, ...Object.values(beside)];
  const lent = cell.withLent ? textsOf(cell.withLent) : [];
  return cache.textKey(cell.exercise, [...textsOf(cell), "", ...lent]);
}

async function cellOf(read: ReadAnswer, answer: Answer): Promise<PlannedCell | undefined> {
  const planned = await planAnswer(answer, read);
  return planned.kind === "cell" ? planned.cell : undefined;
}
