/**
 * Grades many submissions: what earlier runs found is taken from the cache, types are checked in batches
 * across learners, and one locked-down process per submission runs the rest, as many at a time as the
 * machine has cores.
 *
 * @module
 */
import { notBegun } from "../evaluation/cell_runner.ts";
import { run, typeErrorsOf, typeVerdict } from "../evaluation/evaluate.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import type { CacheEntry, VerdictCache } from "./verdict_cache.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import { allHomework, loadHomework } from "../exercises/catalogue.ts";
import { type ModuleItem, prepareExercise } from "../evaluation/prepare.ts";
import { runOrder } from "../evaluation/run_order.ts";
import { cannotStart } from "../sandbox/sandbox.ts";
import { Slots } from "./slots.ts";
import type { Workspace } from "../sandbox/stage.ts";
import {
  readSubmission,
  type Submission,
  type SubmittedNotebook,
  type SubmittedWork,
} from "./submissions.ts";

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

/** An exercise of a submission. */
interface Answer {
  readonly homework: Homework;
  readonly exercise: Exercise;
  /** The texts of the cells that claim to answer it. */
  readonly sources: readonly string[];
  /** The cache's key, where there is one text. */
  readonly key?: string;
  /** Why there is nothing to look at. */
  readonly problem?: string;
}

/** What the cache knows about a submission. */
interface Known {
  readonly verdicts: ReadonlyMap<Exercise, Verdict>;
  /** Cells to run, each with its {@linkcode VerdictCache.contextKey}. */
  readonly missing: ReadonlyMap<Answer, string>;
}

/** Problems that say something about the machine or other cells, and nothing about the one at hand. */
const saysNothing: ReadonlySet<string | undefined> = new Set([cannotStart, notBegun]);

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
  let told = 0;
  const finish = (index: number, verdicts: ReadonlyMap<Exercise, Verdict>): void => {
    const { submission: { learner }, notebooks } = works[index];
    const inOrder = answers[index].flatMap(({ exercise }) => verdicts.get(exercise) ?? []);
    graded[index] = { learner, notebooks, verdicts: inOrder };
    for (; graded[told]; told++) options.onGraded?.(graded[told]);
  };

  const open: number[] = [];
  for (const [index, mine] of answers.entries()) {
    const known = mine.some((answer) => isNew(answer, cache)) ? undefined : await look(mine, cache);
    if (known?.missing.size === 0) finish(index, known.verdicts);
    else open.push(index);
  }

  let done = 0;
  options.onProgress?.(0, open.length);
  const slots = new Slots(workers);
  const jobs: Promise<void>[] = [];
  for (const indices of inBatches(open, (index) => newCells(answers[index], cache))) {
    const chosen = indices.map((index) => answers[index]);
    // Before what waits already, so that no core is idle while the next types are checked.
    const checked = slots.takeNext(() => checkNew(workspace, chosen, cache));
    jobs.push(...indices.map(async (index) => {
      await checked.catch(() => {}); // each submission tells why
      const verdicts = await slots.take(() =>
        gradeOne(workspace, answers[index], checked, options)
      );
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
): Answer[] {
  return homeworks.flatMap((homework) => {
    const notebook = notebooks.get(homework.notebook);
    const problem = notebook ? notebook.problem : `no notebook ${homework.notebook} was handed in`;
    return homework.exercises.map((exercise): Answer => {
      const sources = notebook?.cells.get(exercise.id) ?? [];
      const key = sources.length === 1 ? cache.cellKey(exercise, sources[0]) : undefined;
      return { homework, exercise, sources, key, problem };
    });
  });
}

function isNew({ key }: Answer, cache: VerdictCache): boolean {
  return key !== undefined && !cache.has(key);
}

function newCells(answers: readonly Answer[], cache: VerdictCache): number {
  return answers.filter((answer) => isNew(answer, cache)).length;
}

/** What the cache says, and which cells have to run. Every cell is in it by now. */
async function look(answers: readonly Answer[], cache: VerdictCache): Promise<Known> {
  const verdicts = new Map<Exercise, Verdict>();
  const runnable: Answer[] = [];
  for (const answer of answers) {
    const { exercise, key } = answer;
    const entry = key === undefined ? await withoutCell(answer) : cache.get(key, exercise);
    if (entry?.verdict) verdicts.set(exercise, entry.verdict);
    if (entry?.runs) runnable.push(answer);
  }
  const missing = new Map<Answer, string>();
  const before: string[] = []; // or beside it
  for (const { tasks } of (await runOrder(runnable)).flat()) {
    before.push(...tasks.map(({ key = "" }) => key));
    for (const answer of tasks) {
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

async function withoutCell({ homework, exercise, sources, problem }: Answer): Promise<CacheEntry> {
  if (problem) return { runs: false, verdict: verdictWithout(exercise, "error", problem) };
  const prepared = await prepareExercise(homework, exercise, sources);
  return { runs: false, verdict: prepared.kind === "verdict" ? prepared.verdict : undefined };
}

/**
 * Parses the cells that are new, and checks the types of those that can be run, each text once. Returns what
 * it parsed, by the cells' keys.
 */
async function checkNew(
  workspace: () => Promise<Workspace>,
  submissions: readonly (readonly Answer[])[],
  cache: VerdictCache,
): Promise<ReadonlyMap<string, ModuleItem>> {
  const items = new Map<string, ModuleItem>();
  for (const { homework, exercise, sources, key } of submissions.flat()) {
    if (key === undefined || cache.has(key) || items.has(key)) continue;
    const prepared = await prepareExercise(homework, exercise, sources);
    if (prepared.kind === "module") items.set(key, prepared);
    else cache.put(key, { runs: false, verdict: prepared.verdict });
  }
  if (items.size === 0) return items;
  const problems = await typeErrorsOf(await workspace(), [...items.values()]);
  for (const [key, item] of items) {
    const problem = problems.get(item);
    cache.put(
      key,
      problem ? { runs: false, verdict: typeVerdict(item.exercise, problem) } : { runs: true },
    );
  }
  return items;
}

/** Runs what is missing of one submission. Whatever happens here concerns this submission alone. */
async function gradeOne(
  workspace: () => Promise<Workspace>,
  answers: readonly Answer[],
  checked: Promise<ReadonlyMap<string, ModuleItem>>,
  { cache, secondsInAll = 120 }: GradeOptions,
): Promise<ReadonlyMap<Exercise, Verdict>> {
  const verdicts = new Map<Exercise, Verdict>();
  try {
    const parsed = await checked;
    const known = await look(answers, cache);
    for (const [exercise, verdict] of known.verdicts) verdicts.set(exercise, verdict);
    if (known.missing.size === 0) return verdicts;
    const keys = new Map<Exercise, { cell: string; context: string }>();
    const items: ModuleItem[] = [];
    for (const [{ homework, exercise, sources, key = "" }, context] of known.missing) {
      keys.set(exercise, { cell: key, context });
      const item = parsed.get(key) ?? await prepareExercise(homework, exercise, sources);
      if (item.kind === "module") items.push(item);
    }
    await run(await workspace(), items, {
      seed: cache.seed,
      trusting: true,
      secondsInAll,
      typeErrors: new Map(),
      onVerdict(verdict, alone) {
        verdicts.set(verdict.exercise, verdict);
        const { cell, context } = keys.get(verdict.exercise) ?? {};
        if (!cell || !context || saysNothing.has(verdict.problem)) return;
        const holdsForAll = alone || verdict.status === "passed";
        cache.put(holdsForAll ? cell : context, { runs: true, verdict });
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    for (const { exercise } of answers) {
      if (verdicts.has(exercise)) continue;
      verdicts.set(exercise, verdictWithout(exercise, "error", `could not be graded: ${reason}`));
    }
  }
  return verdicts;
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
