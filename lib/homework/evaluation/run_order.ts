/**
 * In which order one process can run the cells of a submission, so that none sees its answer.
 *
 * Cells differ in what they may see: notebook 05's may import the attention that notebook 04 asks for, and
 * 05.3 calls the solutions of 05.1 and 05.2. Starting tfjs costs more than all calls together, so that one
 * process per kind of cell would be several times slower. Instead the stage grows: what an exercise must
 * not see is added after its cell has run, when its verdict is known.
 *
 * @module
 */
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { allowedImports } from "../cell/homework_module.ts";
import { type EarlierModule, earlierModule } from "../exercises/solutions.ts";
import { reachable } from "../sandbox/stage.ts";

/** An exercise to run, in its homework. */
export interface Task {
  /** Whose set-up its cell sees. */
  readonly homework: Homework;
  /** What it answers. */
  readonly exercise: Exercise;
}

/** Tasks that run on the same stage. */
export interface Phase<T extends Task> {
  /** In the order given. */
  readonly tasks: readonly T[];
  /** What their cells may import, and what was there before. */
  readonly modules: readonly string[];
  /** The functions of earlier exercises that they may use. */
  readonly earlier: EarlierModule;
}

interface Needs {
  /** What the cell may import; the tail end of every import. */
  readonly modules: readonly string[];
  readonly reached: ReadonlySet<string>;
  /** Exercises whose solutions are lent to it. */
  readonly lent: readonly string[];
}

/** The phases of each process, in order; nearly always one process. */
export async function runOrder<T extends Task>(tasks: readonly T[]): Promise<Phase<T>[][]> {
  const needs = new Map(
    await Promise.all(tasks.map(async (task) => [task, await needsOf(task)] as const)),
  );
  const remaining = new Set(tasks);
  const processes: Phase<T>[][] = [];
  let phases: Phase<T>[] = [];
  const spoilsNobody = (task: T): boolean =>
    [...remaining].every((other) => other === task || !spoils(needs.get(task), other));
  while (remaining.size > 0) {
    const free = [...remaining].filter(spoilsNobody);
    // What is lent comes last: a process reads the module of earlier solutions once.
    const plain = free.filter((task) => needs.get(task)?.lent.length === 0);
    const lending = phases.some(({ earlier }) => earlier.names.length > 0);
    const next = plain.length > 0 ? plain : lending ? [] : free;
    if (next.length > 0) {
      phases.push(await phaseOf(next, phases.at(-1)?.modules ?? []));
      for (const task of next) remaining.delete(task);
    } else if (phases.length > 0) {
      processes.push(phases); // a new process forgets what was staged
      phases = [];
    } else {
      const [first] = remaining; // a circle: it runs by itself
      processes.push([await phaseOf([first], [])]);
      remaining.delete(first);
    }
  }
  return phases.length > 0 ? [...processes, phases] : processes;
}

/** True if `other` must not see what a task needs. */
function spoils(needs: Needs | undefined, { exercise: { id, withheld = [] } }: Task): boolean {
  return needs !== undefined &&
    (needs.lent.includes(id) || withheld.some((module) => needs.reached.has(module)));
}

async function phaseOf<T extends Task>(
  tasks: readonly T[],
  before: readonly string[],
): Promise<Phase<T>> {
  const earlier = await earlierModule(tasks.flatMap(({ exercise: { uses = [] } }) => uses));
  const modules = await Promise.all(tasks.map(async (task) => (await needsOf(task)).modules));
  return { tasks, modules: [...new Set([...before, ...modules.flat()])], earlier };
}

const known = new WeakMap<Exercise, Promise<Needs>>();

function needsOf(task: Task): Promise<Needs> {
  const needs = known.get(task.exercise) ?? findNeeds(task);
  known.set(task.exercise, needs);
  return needs;
}

async function findNeeds({ homework, exercise }: Task): Promise<Needs> {
  const earlier = await earlierModule(exercise.uses ?? []);
  const modules = [
    ...allowedImports(homework, exercise),
    ...exercise.helpers ?? [],
    ...earlier.modules,
  ];
  const reached = new Set((await reachable(modules)).modules.keys());
  return { modules, reached, lent: earlier.ids };
}
