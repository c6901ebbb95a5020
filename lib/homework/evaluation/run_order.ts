/**
 * In which order one process can run the cells of a submission, so that none sees its answer.
 *
 * Cells differ in what they may see: notebook 05's may import the attention that notebook 04 asks for, and
 * 05.3 calls the solutions of 05.1 and 05.2. Starting tfjs costs more than all calls together, so that one
 * process per kind of cell would be several times slower. Instead the stage grows: what an exercise must
 * not see is added after its cell has run.
 *
 * @module
 */
import { type ExercisePlan, planExercise, type Task } from "./exercise_plan.ts";

/** The tasks of each process (one, unless they stand in a circle), and of each its phases: tasks that share a stage. */
export async function runOrder<T extends Task>(
  tasks: readonly T[],
): Promise<readonly (readonly (readonly T[])[])[]> {
  const plans = new Map(
    await Promise.all(tasks.map(async (task) => [task, await planExercise(task)] as const)),
  );
  const remaining = new Set(tasks);
  const processes: T[][][] = [];
  let phases: T[][] = [];
  const spoilsNobody = (task: T): boolean =>
    [...remaining].every((other) => other === task || !spoils(plans.get(task), other));
  while (remaining.size > 0) {
    const free = [...remaining].filter(spoilsNobody);
    if (free.length > 0) {
      phases.push(free);
      for (const task of free) remaining.delete(task);
    } else if (phases.length > 0) {
      processes.push(phases); // a new process forgets what was staged
      phases = [];
    } else {
      const [first] = remaining; // a circle: it runs by itself
      processes.push([[first]]);
      remaining.delete(first);
    }
  }
  return phases.length > 0 ? [...processes, phases] : processes;
}

/** True if `other` must not see what a task needs. */
function spoils(
  plan: ExercisePlan | undefined,
  { exercise: { id, withheld = [] } }: Task,
): boolean {
  return plan !== undefined &&
    (plan.earlier.some((one) => one.id === id) ||
      withheld.some((module) => plan.library.modules.has(module)));
}
