/**
 * The variables by which the course is told how to run, in the query of the worker's address:
 * `worker.js?COURSE_BUDGET=small`.
 *
 * @module
 */

const variables = new URLSearchParams(self.location.search);

/** The value of a variable; undefined where it is not set. */
export function environmentVariable(name: string): string | undefined {
  return variables.get(name) ?? undefined;
}

/** Sets a variable for this worker, unless it is set already. */
export function setDefaultVariable(name: string, value: string): void {
  if (!variables.get(name)) variables.set(name, value);
}
