/**
 * An experiment: several plans, each run with several seeds, under one progress bar.
 *
 * @module
 */
import { progressBar } from "lib/progress.ts";

/**
 * Runs every plan with every seed, one after the other.
 *
 * @example
 * ```ts
 * import { experiment } from "lib/lessons/tasks/experiment.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const run = (size: number, seed: number) => Promise.resolve(size * seed);
 * assertEquals(await experiment("products", [10, 100], [1, 2, 3], run), [
 *   [10, 20, 30],
 *   [100, 200, 300],
 * ]);
 * ```
 *
 * @param label What the progress bar is called.
 * @returns What `run` returned: [plan][seed]
 */
export async function experiment<Plan, Result>(
  label: string,
  plans: readonly Plan[],
  seeds: readonly number[],
  run: (plan: Plan, seed: number) => Promise<Result>,
): Promise<Result[][]> {
  const bar = progressBar({ total: plans.length * seeds.length, label });
  const results: Result[][] = plans.map(() => []);
  for (const [i, plan] of plans.entries()) {
    for (const seed of seeds) {
      results[i].push(await run(plan, seed));
      bar.update(results.flat().length);
    }
  }
  bar.finish();
  return results;
}
