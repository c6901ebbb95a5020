/**
 * Evaluates homework without trusting it: finds the cells, refuses what is not allowed, checks the types,
 * and calls each function in the sandbox with inputs drawn here.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import type { Notebook } from "lib/jupyter/notebook.ts";
import { homeworkCells } from "./cells.ts";
import type { CellProblem } from "./cell_source.ts";
import type { Exercise, Homework } from "./exercise.ts";
import { allowedImports, homeworkModule } from "./homework_module.ts";
import { judge, type Outcome, type Verdict, verdictWithout } from "./judge.ts";
import { Sandbox } from "./sandbox.ts";
import { earlierModule } from "./solutions.ts";
import type { StageContent, Workspace } from "./stage.ts";
import { typeProblems } from "./type_check.ts";

/** An exercise of a submission: judged already, or a module to run. */
export type Prepared =
  | { readonly kind: "verdict"; readonly exercise: Exercise; readonly verdict: Verdict }
  | {
    readonly kind: "module";
    readonly exercise: Exercise;
    readonly text: string;
    readonly firstColumn: number;
  };

/** Looks for each exercise's cell in the notebooks given (one, unless a learner handed in two). */
export async function prepare(
  homework: Homework,
  notebooks: readonly Notebook[],
): Promise<Prepared[]> {
  return await Promise.all(homework.exercises.map(async (exercise): Promise<Prepared> => {
    const verdict = (...[status, problem]: [Verdict["status"], string?]): Prepared => (
      { kind: "verdict", exercise, verdict: verdictWithout(exercise, status, problem) }
    );
    const cells = notebooks.flatMap((notebook) => homeworkCells(notebook, exercise.id));
    if (cells.length === 0) {
      return verdict(
        "error",
        `the homework cell of ${exercise.id} is gone from the notebook ` +
          `(it carries the tag "homework" and the exercise id)`,
      );
    }
    if (cells.length > 1) {
      return verdict("error", `${cells.length} cells carry ${exercise.id}: duplicates; keep one`);
    }
    const [{ source }] = cells;
    if (exercise.manual) return verdict("manual", "a person reads this one");
    if (sameCode(source, exercise.stub)) return verdict("not started");
    const { names } = await earlierModule(exercise.uses ?? []);
    const module = homeworkModule(homework, exercise, source, names);
    if (module.kind === "refused") return verdict("error", module.problem);
    return { ...module, exercise };
  }));
}

function sameCode(left: string, right: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  return plain(left) === plain(right);
}

/** The name of an exercise's module in a stage. */
export function moduleName(exercise: Exercise): string {
  return exercise.id.replace(".", "_");
}

/** What exercises share a stage: those that may see exactly the same modules. */
export async function stageFor(
  homework: Homework,
  exercise: Exercise,
  cells: Readonly<Record<string, string>>,
): Promise<StageContent> {
  const { text } = await earlierModule(exercise.uses ?? []);
  return {
    cells,
    modules: allowedImports(homework, exercise),
    withheld: homework.exercises.flatMap((other) => other.withheld ?? []),
    ...(text && { earlier: text }),
  };
}

/** Exercises by what they may see, so that each group can share one stage and one process. */
export function groupByStage<T extends { readonly exercise: Exercise }>(
  homework: Homework,
  items: readonly T[],
): T[][] {
  const groups = Map.groupBy(
    items,
    ({ exercise }) => JSON.stringify([allowedImports(homework, exercise), exercise.uses ?? []]),
  );
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
  for (const group of groupByStage(homework, modules)) {
    const texts = group.map(({ exercise, text }) => [moduleName(exercise), text]);
    const content = await stageFor(homework, group[0].exercise, Object.fromEntries(texts));
    const stage = await workspace.stage(content);
    const problems = options.typeErrors ?? await checkTypes(stage, workspace.cache, group);
    for (const verdict of await runGroup(stage, workspace.cache, group, problems, options)) {
      add(verdict);
    }
  }
  return homework.exercises.flatMap(({ id }) => verdicts.get(id) ?? []);
}

type ModuleItem = Extract<Prepared, { kind: "module" }>;

/** The type errors of staged modules, by exercise id. */
async function checkTypes(
  stage: string,
  cache: string,
  group: readonly ModuleItem[],
): Promise<ReadonlyMap<string, CellProblem>> {
  const cells = group.map(({ exercise, firstColumn }) => (
    { name: moduleName(exercise), firstColumn }
  ));
  const found = await typeProblems(stage, cache, cells);
  return new Map(group.flatMap(({ exercise }) => {
    const problem = found.get(moduleName(exercise));
    return problem ? [[exercise.id, problem]] : [];
  }));
}

/** Runs one group in one process; a new one after each that had to be ended. */
async function runGroup(
  stage: string,
  cache: string,
  group: readonly ModuleItem[],
  problems: ReadonlyMap<string, CellProblem>,
  options: RunOptions,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let sandbox: Sandbox | undefined;
  try {
    for (const { exercise } of group) {
      const problem = problems.get(exercise.id);
      if (problem) {
        const { line, column, message } = problem;
        const sentence = `type error at line ${line}, column ${column} of the cell: ${message}`;
        verdicts.push(verdictWithout(exercise, "failed", sentence));
        continue;
      }
      sandbox ??= await Sandbox.start(stage, cache);
      verdicts.push(await runExercise(sandbox, exercise, options));
      if (!sandbox.alive) {
        await sandbox[Symbol.asyncDispose]();
        sandbox = undefined;
      }
    }
  } finally {
    await sandbox?.[Symbol.asyncDispose]();
  }
  return verdicts;
}

async function runExercise(
  sandbox: Sandbox,
  exercise: Exercise,
  options: RunOptions,
): Promise<Verdict> {
  const cases = exercise.cases(new Random(options.seed).fork(exercise.id));
  const seconds = options.seconds ?? exercise.seconds ?? 5;
  const outcomes: Outcome[] = [];
  for (const { args } of cases) {
    const call = { cell: moduleName(exercise), name: exercise.name, args, seconds };
    outcomes.push(await sandbox.call(call));
    if (!sandbox.alive) break;
  }
  return judge(exercise, cases, outcomes);
}
