/**
 * Evaluates homework without trusting it: checks the types of its cells, and calls each function in the
 * sandbox with inputs drawn here.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import type { CellProblem } from "./cell_source.ts";
import type { Exercise, Homework } from "./exercise.ts";
import { allowedImports } from "./homework_module.ts";
import { judge, type Outcome, type Verdict, verdictWithout } from "./judge.ts";
import type { ModuleItem, Prepared } from "./prepare.ts";
import { Sandbox } from "./sandbox.ts";
import { earlierModule } from "./solutions.ts";
import type { StageContent, Workspace } from "./stage.ts";
import { typeProblems } from "./type_check.ts";

/** The name of an exercise's module in a stage. */
export function moduleName(exercise: Exercise): string {
  return exercise.id.replace(".", "_");
}

/**
 * The stage of `exercises`. To run, they share what they may see (see {@linkcode groupByStage}), and no
 * import may lead to what they withhold. To check types nothing is run, and all can be checked at once.
 */
export async function stageContent(
  homework: Homework,
  exercises: readonly Exercise[],
  cells: Readonly<Record<string, string>>,
  purpose: "run" | "types",
): Promise<StageContent> {
  const earlier = await earlierModule(exercises.flatMap(({ uses = [] }) => uses));
  const modules = exercises.flatMap((exercise) => [
    ...allowedImports(homework, exercise),
    ...exercise.helpers ?? [],
  ]);
  return {
    cells,
    modules: [...modules, ...earlier.modules],
    withheld: purpose === "run" ? exercises.flatMap(({ withheld = [] }) => withheld) : [],
    ...(earlier.text && { earlier: earlier.text }),
  };
}

/** Exercises by what they may see, so that each group can share one stage and one process. */
export function groupByStage<T extends { readonly exercise: Exercise }>(
  homework: Homework,
  items: readonly T[],
): T[][] {
  const groups = Map.groupBy(items, ({ exercise }) => {
    const { uses = [], helpers = [] } = exercise;
    return JSON.stringify([allowedImports(homework, exercise), uses, helpers]);
  });
  return [...groups.values()];
}

/** How to run. */
export interface RunOptions {
  /** Decides the inputs; equal seeds give equal inputs. */
  readonly seed: number;
  /** Type errors that are known already, by exercise id; without it the cells are checked here. */
  readonly typeErrors?: ReadonlyMap<string, CellProblem>;
  /** Seconds that one call may take, instead of what the exercise allows. */
  readonly seconds?: number;
  /** Called after each exercise, for a progress bar. */
  onVerdict?(verdict: Verdict): void;
}

/** Runs what {@linkcode prepare} left to run and returns all verdicts, in the homework's order. */
export async function run(
  workspace: Workspace,
  homework: Homework,
  prepared: readonly Prepared[],
  options: RunOptions,
): Promise<Verdict[]> {
  const verdicts = new Map<string, Verdict>();
  const add = (verdict: Verdict): void => {
    verdicts.set(verdict.exercise.id, verdict);
    options.onVerdict?.(verdict);
  };
  for (const item of prepared) if (item.kind === "verdict") add(item.verdict);
  const modules = prepared.filter((item) => item.kind === "module");
  const typeErrors = options.typeErrors ?? await checkTypes(workspace, homework, modules);
  for (const group of groupByStage(homework, modules)) {
    const exercises = group.map(({ exercise }) => exercise);
    const texts = group.map(({ exercise, text }) => [moduleName(exercise), text]);
    const content = await stageContent(homework, exercises, Object.fromEntries(texts), "run");
    const stage = await workspace.stage(content);
    for (const verdict of await runGroup(stage, workspace.cache, group, typeErrors, options)) {
      add(verdict);
    }
  }
  return homework.exercises.flatMap(({ id }) => verdicts.get(id) ?? []);
}

/** The type errors of a homework's cells, all in one check, by exercise id. */
async function checkTypes(
  workspace: Workspace,
  homework: Homework,
  items: readonly ModuleItem[],
): Promise<ReadonlyMap<string, CellProblem>> {
  const problems = await typeErrorsOf(workspace, homework, items);
  return new Map([...problems].map(([item, problem]) => [item.exercise.id, problem]));
}

/** The type errors of cells of one homework, from any number of learners, in one check. */
export async function typeErrorsOf(
  workspace: Workspace,
  homework: Homework,
  items: readonly ModuleItem[],
): Promise<ReadonlyMap<ModuleItem, CellProblem>> {
  if (items.length === 0) return new Map();
  const cells = items.map((item, i) => ({ item, name: `c${i}`, firstColumn: item.firstColumn }));
  const texts = Object.fromEntries(cells.map(({ name, item }) => [name, item.text]));
  const exercises = [...new Set(items.map(({ exercise }) => exercise))];
  const content = await stageContent(homework, exercises, texts, "types");
  const stage = await workspace.stage(content);
  const problems = await typeProblems(stage, workspace.cache, cells);
  return new Map(cells.flatMap(({ name, item }) => {
    const problem = problems.get(name);
    return problem ? [[item, problem]] : [];
  }));
}

/**
 * Runs one group in one process, and in a new one after each cell that ended it or changed what all cells
 * share. What came of such a cell may be an earlier one's doing: it is run again in a process of its own.
 */
async function runGroup(
  stage: string,
  cache: string,
  group: readonly ModuleItem[],
  problems: ReadonlyMap<string, CellProblem>,
  options: RunOptions,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let sandbox: Sandbox | undefined;
  const end = async (): Promise<void> => {
    await sandbox?.[Symbol.asyncDispose]();
    sandbox = undefined;
  };
  try {
    for (const [i, { exercise }] of group.entries()) {
      const problem = problems.get(exercise.id);
      if (problem) {
        const { line, column, message } = problem;
        const sentence = `type error at line ${line}, column ${column} of the cell: ${message}`;
        verdicts.push(verdictWithout(exercise, "failed", sentence));
        continue;
      }
      const isShared = sandbox !== undefined;
      sandbox ??= await Sandbox.start(stage, cache);
      let verdict = await runExercise(sandbox, exercise, options);
      const isLast = i === group.length - 1;
      const isSpoiled = isLast && !isShared ? false : await sandbox.spoiled();
      if (isShared && isSpoiled) {
        await end();
        sandbox = await Sandbox.start(stage, cache);
        verdict = await runExercise(sandbox, exercise, options);
      }
      verdicts.push(verdict);
      if (isSpoiled) await end();
    }
  } finally {
    await end();
  }
  return verdicts;
}

/** How many times the time of one call all calls of an exercise may take together. */
const callsInAll = 3;

async function runExercise(
  sandbox: Sandbox,
  exercise: Exercise,
  options: RunOptions,
): Promise<Verdict> {
  const cases = exercise.cases(new Random(options.seed).fork(exercise.id));
  const seconds = options.seconds ?? exercise.seconds ?? 5;
  const secondsInAll = callsInAll * seconds;
  const start = performance.now();
  const outcomes: Outcome[] = [];
  for (const { args } of cases) {
    const left = secondsInAll - (performance.now() - start) / 1000;
    const limit = Math.max(0, Math.min(seconds, left));
    const call = { cell: moduleName(exercise), name: exercise.name, args, seconds: limit };
    const outcome = await sandbox.call(call);
    const tooLong = outcome.kind === "timeout" && limit < seconds;
    outcomes.push(tooLong ? { ...outcome, seconds: secondsInAll } : outcome);
    if (!sandbox.alive) break;
  }
  return judge(exercise, cases, outcomes);
}
