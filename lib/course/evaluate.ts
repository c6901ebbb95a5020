/**
 * Evaluates homework without trusting it: checks the types of its cells, and calls each function in the
 * sandbox with inputs drawn here.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import type { CellProblem } from "./cell_source.ts";
import type { Exercise } from "./exercise.ts";
import { allowedImports } from "./homework_module.ts";
import { judge, type Outcome, type Verdict, verdictWithout } from "./judge.ts";
import type { ModuleItem, Prepared } from "./prepare.ts";
import { type Phase, runOrder } from "./run_order.ts";
import { Sandbox } from "./sandbox.ts";
import { earlierModule } from "./solutions.ts";
import { reachable, type Workspace } from "./stage.ts";
import { typeProblems } from "./type_check.ts";

/** The name of an exercise's module in a stage. */
export function moduleName(exercise: Exercise): string {
  return exercise.id.replace(".", "_");
}

/** How to run. */
export interface RunOptions {
  /** Decides the inputs; equal seeds give equal inputs. */
  readonly seed: number;
  /** Type errors that are known already; without it the cells are checked here. */
  readonly typeErrors?: ReadonlyMap<ModuleItem, CellProblem>;
  /** Seconds that one call may take, instead of what the exercise allows. */
  readonly seconds?: number;
  /** Called after each exercise; `alone` if no other cell had run in its process. */
  onVerdict?(verdict: Verdict, alone: boolean): void;
}

/** Runs what {@linkcode prepareExercise} left to run and returns all verdicts, in the order given. */
export async function run(
  workspace: Workspace,
  prepared: readonly Prepared[],
  options: RunOptions,
): Promise<Verdict[]> {
  const verdicts = new Map<Exercise, Verdict>();
  const add = (verdict: Verdict, alone: boolean): void => {
    verdicts.set(verdict.exercise, verdict);
    options.onVerdict?.(verdict, alone);
  };
  const modules: ModuleItem[] = [];
  for (const item of prepared) {
    if (item.kind === "verdict") add(item.verdict, true);
    else modules.push(item);
  }
  const typeErrors = options.typeErrors ?? await typeErrorsOf(workspace, modules);
  const runnable: ModuleItem[] = [];
  for (const item of modules) {
    const problem = typeErrors.get(item);
    if (problem) add(typeVerdict(item.exercise, problem), true);
    else runnable.push(item);
  }
  for (const phases of await runOrder(runnable)) await runProcess(workspace, phases, options, add);
  return prepared.flatMap(({ exercise }) => verdicts.get(exercise) ?? []);
}

/** The verdict on a cell with a type error: it is not run. */
export function typeVerdict(exercise: Exercise, { line, column, message }: CellProblem): Verdict {
  const sentence = `type error at line ${line}, column ${column} of the cell: ${message}`;
  return verdictWithout(exercise, "failed", sentence);
}

/** The type errors of cells, from any number of learners and notebooks, in one check. */
export async function typeErrorsOf(
  workspace: Workspace,
  items: readonly ModuleItem[],
): Promise<ReadonlyMap<ModuleItem, CellProblem>> {
  if (items.length === 0) return new Map();
  // A message can hold any text that a cell holds: nobody else's cell can be named in it.
  const check = crypto.randomUUID().replaceAll("-", "");
  const cells = items.map((item, i) => (
    { item, name: `cell_${check}_${i}`, firstColumn: item.firstColumn }
  ));
  const exercises = [...new Map(items.map(({ exercise, homework }) => [exercise, homework]))];
  const earlier = await earlierModule(exercises.flatMap(([{ uses = [] }]) => uses));
  const stage = await workspace.stage({
    cells: Object.fromEntries(cells.map(({ name, item }) => [name, item.text])),
    modules: [
      ...exercises.flatMap(([exercise, homework]) => allowedImports(homework, exercise)),
      ...exercises.flatMap(([{ helpers = [] }]) => helpers),
      ...earlier.modules,
    ],
    withheld: [], // nothing is run here
    earlier: earlier.text,
  }, "types");
  const problems = await typeProblems(stage, cells);
  await workspace.unstage(stage);
  return new Map(cells.flatMap(({ name, item }) => {
    const problem = problems.get(name);
    return problem ? [[item, problem]] : [];
  }));
}

/**
 * Runs the phases in one process, and in a new one after each cell that ended it or changed what all cells
 * share. What came of such a cell may be an earlier one's doing: it is run again in a process of its own.
 */
async function runProcess(
  workspace: Workspace,
  phases: readonly Phase<ModuleItem>[],
  options: RunOptions,
  onVerdict: (verdict: Verdict, alone: boolean) => void,
): Promise<void> {
  const { packages } = await reachable(phases.flatMap(({ modules }) => modules));
  let left = phases.reduce((count, { tasks }) => count + tasks.length, 0);
  let stage: string | undefined;
  let sandbox: Sandbox | undefined;
  const end = async (): Promise<void> => {
    await sandbox?.[Symbol.asyncDispose]();
    sandbox = undefined;
  };
  try {
    for (const { tasks, modules, earlier } of phases) {
      const texts = tasks.map(({ exercise, text }) => [moduleName(exercise), text]);
      const content = {
        cells: Object.fromEntries(texts),
        modules,
        packages: [...packages],
        withheld: tasks.flatMap(({ exercise: { withheld = [] } }) => withheld),
        earlier: earlier.text,
      };
      if (stage) await workspace.extend(stage, content);
      else stage = await workspace.stage(content);
      for (const { exercise } of tasks) {
        const isShared = sandbox !== undefined;
        const isLast = --left === 0;
        sandbox ??= await Sandbox.start(stage, workspace.cache);
        let verdict = await runExercise(sandbox, exercise, options);
        const isSpoiled = isLast && !isShared ? false : await sandbox.spoiled();
        if (isShared && isSpoiled) {
          await end();
          sandbox = await Sandbox.start(stage, workspace.cache);
          verdict = await runExercise(sandbox, exercise, options);
        }
        onVerdict(verdict, !isShared || isSpoiled);
        if (isSpoiled) await end();
      }
    }
  } finally {
    await end();
    if (stage) await workspace.unstage(stage);
  }
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
