/**
 * Grades many submissions: types of all cells in batches, then one locked-down process per submission,
 * as many at a time as the machine has cores.
 *
 * @module
 */
import type { CellProblem } from "./cell_source.ts";
import { run, typeErrorsOf } from "./evaluate.ts";
import { type ModuleItem, prepare, type Prepared } from "./prepare.ts";
import type { Homework } from "./exercise.ts";
import { type Verdict, verdictWithout } from "./judge.ts";
import { homeworkNumbers, loadHomework } from "./load.ts";
import type { Workspace } from "./stage.ts";
import { readSubmitted, type Submission } from "./submissions.ts";

/** One learner's verdicts, in the order of the exercises. */
export interface GradedSubmission {
  /** The folder's name. */
  readonly learner: string;
  /** Of all exercises that anybody handed in. */
  readonly verdicts: readonly Verdict[];
}

/** How to grade. */
export interface GradeOptions {
  /** One seed for all: every learner gets the same inputs. */
  readonly seed: number;
  /** Processes at a time. Default: the machine's cores, at most 8. */
  readonly workers?: number;
  /** Called as submissions are done. */
  onProgress?(done: number, total: number): void;
  /** Called for files that belong to no notebook of the course. */
  onStray?(learner: string, problem: string): void;
}

interface Work {
  readonly homework: Homework;
  readonly prepared: readonly Prepared[];
}

/** Cells that one type check takes together. */
const batchSize = 80;

/**
 * Grades the submissions. Notebooks that nobody handed in are left out; one that only some handed in
 * counts as an error for the others.
 */
export async function gradeSubmissions(
  workspace: Workspace,
  submissions: readonly Submission[],
  options: GradeOptions,
): Promise<GradedSubmission[]> {
  const workers = options.workers ?? Math.min(8, navigator.hardwareConcurrency);
  const work = await prepareAll(submissions, options);
  const all = [...work.values()].flat();
  const typeErrors = await checkAllTypes(workspace, all, workers);
  const identical = new Map<string, Promise<Verdict[]>>();
  let done = 0;
  const graded = await inParallel(submissions, workers, async (submission) => {
    const verdicts: Verdict[] = [];
    for (const { homework, prepared } of work.get(submission) ?? []) {
      const errors = new Map(prepared.flatMap((item) => {
        const problem = typeErrors.get(keyOf(item));
        return problem ? [[item.exercise.id, problem]] : [];
      }));
      // Only a submission identical in every cell shares its result: cells of one run share a process.
      const key = JSON.stringify(prepared.map(keyOf));
      const same = prepared.every((item) => item.kind === "module") && identical.get(key);
      const running = same || run(workspace, homework, prepared, {
        seed: options.seed,
        typeErrors: errors,
      });
      identical.set(key, running);
      verdicts.push(...await running);
    }
    options.onProgress?.(++done, submissions.length);
    return { learner: submission.learner, verdicts };
  });
  return graded;
}

function keyOf(item: Prepared): string {
  const text = item.kind === "module"
    ? item.text
    : `${item.verdict.status} ${item.verdict.problem}`;
  return `${item.exercise.id} ${text}`;
}

/** Reads every submission; keeps the homework cells alone. */
async function prepareAll(
  submissions: readonly Submission[],
  options: GradeOptions,
): Promise<Map<Submission, Work[]>> {
  const known = await homeworkNumbers();
  const homeworks = await Promise.all(known.map(loadHomework));
  const found = new Map<Submission, Map<string, Prepared[]>>();
  for (const submission of submissions) {
    const files = await Promise.all(
      submission.files.map((name) => readSubmitted(submission.folder, name, known)),
    );
    for (const { number, name, problem } of files) {
      if (number) continue;
      const reason = problem ?? `${name} holds no homework of this course`;
      options.onStray?.(submission.learner, reason);
    }
    const byNumber = new Map<string, Prepared[]>();
    for (const homework of homeworks) {
      const mine = files.filter(({ number }) => number === homework.notebook);
      if (mine.length === 0) continue;
      const notebooks = mine.flatMap(({ notebook }) => notebook ?? []);
      byNumber.set(
        homework.notebook,
        notebooks.length > 0
          ? await prepare(homework, notebooks)
          : allErrors(homework, mine[0].problem ?? "the notebook cannot be read"),
      );
    }
    found.set(submission, byNumber);
  }
  const handedIn = homeworks.filter(({ notebook }) =>
    [...found.values()].some((byNumber) => byNumber.has(notebook))
  );
  return new Map([...found].map(([submission, byNumber]) => [
    submission,
    handedIn.map((homework) => ({
      homework,
      prepared: byNumber.get(homework.notebook) ??
        allErrors(homework, `no notebook ${homework.notebook} was handed in`),
    })),
  ]));
}

function allErrors(homework: Homework, problem: string): Prepared[] {
  return homework.exercises.map((exercise) => ({
    kind: "verdict",
    exercise,
    verdict: verdictWithout(exercise, "error", problem),
  }));
}

/** Type errors of all cells by {@linkcode keyOf}, each different cell checked once. */
async function checkAllTypes(
  workspace: Workspace,
  work: readonly Work[],
  workers: number,
): Promise<Map<string, CellProblem>> {
  const batches: { homework: Homework; items: ModuleItem[] }[] = [];
  for (const [homework, works] of Map.groupBy(work, ({ homework }) => homework)) {
    const items = works.flatMap(({ prepared }) => prepared).filter((item) =>
      item.kind === "module"
    );
    const different = [...new Map(items.map((item) => [keyOf(item), item])).values()];
    for (let start = 0; start < different.length; start += batchSize) {
      batches.push({ homework, items: different.slice(start, start + batchSize) });
    }
  }
  const found = await inParallel(
    batches,
    workers,
    async ({ homework, items }) => [...await typeErrorsOf(workspace, homework, items)],
  );
  return new Map(found.flat().map(([item, problem]) => [keyOf(item), problem]));
}

/** `map` with `workers` at a time; results keep their order. */
async function inParallel<T, R>(
  items: readonly T[],
  workers: number,
  each: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  await Promise.all(Array.from({ length: workers }, async () => {
    for (const [i, item] of queue) results[i] = await each(item);
  }));
  return results;
}
