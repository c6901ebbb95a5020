/**
 * Evaluates homework without trusting it: checks the types of its cells, and calls each function in the
 * sandbox with inputs drawn here.
 *
 * @module
 */
import { CellRunner, moduleName, type RunnerOptions } from "./cell_runner.ts";
import type { CellProblem } from "../cell/cell_source.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { allowedImports } from "../cell/homework_module.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import type { ModuleItem, Prepared } from "./prepare.ts";
import { type Phase, runOrder } from "./run_order.ts";
import { earlierModule } from "../exercises/solutions.ts";
import { reachable, type Workspace } from "../sandbox/stage.ts";
import { hidesErrors, typeProblems } from "./type_check.ts";

/** How to run. */
export interface RunOptions extends RunnerOptions {
  /** Type errors that are known already; without it the cells are checked here. */
  readonly typeErrors?: ReadonlyMap<ModuleItem, CellProblem>;
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
  for (const phases of await runOrder(runnable)) {
    await runPhases(workspace, phases, options, add);
  }
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
  const cells = items.map((item, i) => ({
    item,
    name: `cell_${check}_${i}`,
    firstColumn: item.firstColumn,
    hidesErrors: hidesErrors(item.text),
  }));
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

/** Runs the phases on one stage, which grows from phase to phase. */
async function runPhases(
  workspace: Workspace,
  phases: readonly Phase<ModuleItem>[],
  options: RunOptions,
  onVerdict: (verdict: Verdict, alone: boolean) => void,
): Promise<void> {
  const { packages } = await reachable(phases.flatMap(({ modules }) => modules));
  let stage: string | undefined;
  let runner: CellRunner | undefined;
  try {
    for (const [i, { tasks, modules, earlier }] of phases.entries()) {
      const texts = tasks.map(({ exercise, text }) => [moduleName(exercise), text]);
      const loader = `phase_${i}`;
      const imports = texts.map(([name]) => `import "./${name}.ts";`);
      const content = {
        cells: { ...Object.fromEntries(texts), [loader]: imports.join("\n") },
        modules,
        packages: [...packages],
        withheld: tasks.flatMap(({ exercise: { withheld = [] } }) => withheld),
        earlier: earlier.text,
      };
      if (stage) await workspace.extend(stage, content);
      else stage = await workspace.stage(content);
      runner ??= new CellRunner(stage, workspace.cache, options, onVerdict);
      await runner.run(tasks.map(({ exercise }) => exercise), loader);
    }
  } finally {
    await runner?.[Symbol.asyncDispose]();
    if (stage) await workspace.unstage(stage);
  }
}
