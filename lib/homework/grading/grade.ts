/**
 * Grades many submissions: what earlier runs found is taken from the cache, types are checked in batches
 * across learners, and one locked-down process per submission runs the rest, as many at a time as the
 * machine has cores.
 *
 * @module
 */
import { JobQueue } from "lib/platform/job_queue.ts";
import {
  type Answer,
  planAnswer,
  planCells,
  type PlannedCell,
  typeVerdict,
} from "../evaluation/plan.ts";
import { run } from "../evaluation/run.ts";
import { runOrder } from "../evaluation/run_order.ts";
import { typeCheck } from "../evaluation/type_check.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { allHomework, loadHomework } from "../exercises/catalogue.ts";
import { judge, type Verdict, verdictWithout } from "../judge/judge.ts";
import type { Workspace } from "../sandbox/stage.ts";
import {
  readSubmission,
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
  readonly notebooks: ReadonlyMap<string, SubmittedNotebook>;
  /** Of all exercises that anybody handed in. */
  readonly verdicts: readonly Verdict[];
}

/** How to grade. */
export interface GradeOptions {
  /** What earlier runs found, and the seed: every learner gets the same inputs. */
  readonly cache: VerdictCache;
  /** Processes at a time. Default: the machine's cores, at most 8. */
  readonly workers?: number;
  /** Seconds of a submission after which no further cell is begun. Default 120; honest ones take one. */
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
  readonly problem?: string;
}

/** What the cache knows about a submission. */
interface Known {
  readonly verdicts: ReadonlyMap<Exercise, Verdict>;
  /** Cells to run, each with its {@linkcode VerdictCache.contextKey}. */
  readonly missing: ReadonlyMap<SubmittedAnswer, string>;
}

/** Cells that one type check takes together: starting the compiler costs as much as 500 of them. */
const batch = { first: 400, later: 1600 };

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
  const jobs: Promise<void>[] = [];
  for (const indices of inBatches(open, (index) => newCells(answers[index], cache))) {
    const chosen = indices.map((index) => answers[index]);
    // Before what waits already, so that no core is idle while the next types are checked.
    const checked = queue.runNext(() => checkNew(workspace, chosen, cache));
    jobs.push(...indices.map(async (index) => {
      await checked.catch(() => {}); // each submission tells why
      const verdicts = await queue.run(() => gradeOne(workspace, answers[index], checked, options));
      finish(index, verdicts);
      options.onProgress?.(++done, open.length);
    }));
    await checked.catch(() => {});
  }
  await Promise.all(jobs);
  return graded;
}

/** Reads every submission, a few at a time. */
async function readAll(
  submissions: readonly Submission[],
  { onRead, onStray }: GradeOptions,
): Promise<SubmittedWork[]> {
  const homeworks = await allHomework();
  const works: SubmittedWork[] = [];
  const queue = submissions.entries();
  let done = 0;
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (const [index, submission] of queue) {
      works[index] = await readSubmission(submission, homeworks);
      onRead?.(++done, submissions.length);
    }
  }));
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

function answersOf(
  { notebooks }: SubmittedWork,
  homeworks: readonly Homework[],
  cache: VerdictCache,
): SubmittedAnswer[] {
  return homeworks.flatMap((homework) => {
    const notebook = notebooks.get(homework.notebook);
    const problem = notebook ? notebook.problem : `no notebook ${homework.notebook} was handed in`;
    return homework.exercises.map((exercise): SubmittedAnswer => {
      const sources = notebook?.cells.get(exercise.id) ?? [];
      const key = sources.length === 1 ? cache.cellKey(exercise, sources[0]) : undefined;
      return { homework, exercise, sources, key, problem };
    });
  });
}

function isNew({ key }: SubmittedAnswer, cache: VerdictCache): boolean {
  return key !== undefined && !cache.has(key);
}

function newCells(answers: readonly SubmittedAnswer[], cache: VerdictCache): number {
  return answers.filter((answer) => isNew(answer, cache)).length;
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

async function withoutCell(answer: SubmittedAnswer): Promise<CacheEntry> {
  const { exercise, problem } = answer;
  if (problem) return { runs: false, verdict: verdictWithout(exercise, "error", problem) };
  const planned = await planAnswer(answer);
  return { runs: false, verdict: planned.kind === "verdict" ? planned.verdict : undefined };
}

/**
 * Plans the cells that are new, and checks the types of those that can be run, each text once. Returns what it
 * planned, by the cells' keys.
 */
async function checkNew(
  workspace: () => Promise<Workspace>,
  submissions: readonly (readonly SubmittedAnswer[])[],
  cache: VerdictCache,
): Promise<ReadonlyMap<string, PlannedCell>> {
  const cells = new Map<string, PlannedCell>();
  for (const answer of submissions.flat()) {
    const { key } = answer;
    if (key === undefined || cache.has(key) || cells.has(key)) continue;
    const planned = await planAnswer(answer);
    if (planned.kind === "cell") cells.set(key, planned.cell);
    else cache.put(key, { runs: false, verdict: planned.verdict });
  }
  if (cells.size === 0) return cells;
  const problems = await typeCheck(await workspace(), [...cells.values()]);
  for (const [key, cell] of cells) {
    const problem = problems.get(cell);
    cache.put(
      key,
      problem ? { runs: false, verdict: typeVerdict(cell, problem) } : { runs: true },
    );
  }
  return cells;
}

/** Runs what is missing of one submission. Whatever happens here concerns this submission alone. */
async function gradeOne(
  workspace: () => Promise<Workspace>,
  answers: readonly SubmittedAnswer[],
  checked: Promise<ReadonlyMap<string, PlannedCell>>,
  { cache, secondsInAll = 120 }: GradeOptions,
): Promise<ReadonlyMap<Exercise, Verdict>> {
  const verdicts = new Map<Exercise, Verdict>();
  try {
    const planned = await checked;
    const known = await lookUpVerdicts(answers, cache);
    for (const [exercise, verdict] of known.verdicts) verdicts.set(exercise, verdict);
    if (known.missing.size === 0) return verdicts;
    const keys = new Map<Exercise, { readonly cell: string; readonly context: string }>();
    const cells: PlannedCell[] = [];
    for (const [answer, context] of known.missing) {
      const { exercise, key = "" } = answer;
      keys.set(exercise, { cell: key, context });
      const cell = planned.get(key) ?? await cellOf(answer);
      if (cell) cells.push(cell);
    }
    const options = { seed: cache.seed, trusting: true, secondsInAll };
    for await (const ran of run(await workspace(), await planCells(cells), options)) {
      const { exercise, cases, outcomes, alone } = ran;
      const verdict = judge(exercise, cases, outcomes);
      verdicts.set(exercise, verdict);
      const key = keys.get(exercise);
      const notCacheable = outcomes.some(({ kind }) => kind === "not run");
      if (!key || notCacheable) continue;
      const cacheForAllLearners = alone || verdict.status === "passed";
      cache.put(cacheForAllLearners ? key.cell : key.context, { runs: true, verdict });
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const { exercise } of answers) {
      if (verdicts.has(exercise)) continue;
      verdicts.set(exercise, verdictWithout(exercise, "error", `could not be graded: ${reason}`));
    }
  }
  return verdicts;
}

async function cellOf(answer: Answer): Promise<PlannedCell | undefined> {
  const planned = await planAnswer(answer);
  return planned.kind === "cell" ? planned.cell : undefined;
}

/** Splits `items` into batches by the sum of their sizes; the first is small, so that running can begin. */
function* inBatches(items: readonly number[], size: (item: number) => number): Generator<number[]> {
  let chosen: number[] = [];
  let total = 0;
  let limit: number = batch.first;
  for (const item of items) {
    chosen.push(item);
    total += size(item);
    if (total < limit) continue;
    yield chosen;
    chosen = [];
    total = 0;
    limit = batch.later;
  }
  if (chosen.length > 0) yield chosen;
}
