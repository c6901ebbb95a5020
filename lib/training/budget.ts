/**
 * How much computing a lesson may take. The full lesson trains long enough for its assertions to
 * hold; `COURSE_BUDGET=small` shortens every training, for slow laptops and for continuous
 * integration, and the assertions about results are then skipped, with a word.
 *
 * @module
 */
import { environmentVariable } from "lib/platform/environment.ts";

/**
 * True unless the environment says `COURSE_BUDGET=small`. A cell whose assertion needs the whole
 * training asks this first.
 */
export function isFullBudget(): boolean {
  const wanted = environmentVariable("COURSE_BUDGET") ?? "";
  if (!["", "full", "small"].includes(wanted)) {
    throw new RangeError(
      `expected COURSE_BUDGET to be full or small, got ${JSON.stringify(wanted)}`,
    );
  }
  return wanted !== "small";
}

/**
 * `full` for the whole lesson, `small` for the shortened one.
 *
 * @example
 * ```ts
 * import { budget } from "lib/training/budget.ts";
 *
 * const steps = budget({ full: 2000, small: 20 });
 * const seeds = budget({ full: [1, 2, 3], small: [1] });
 * ```
 */
export function budget<T>({ full, small }: { readonly full: T; readonly small: T }): T {
  return isFullBudget() ? full : small;
}
