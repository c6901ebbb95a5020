/**
 * The variables by which the course is told how to run, such as `COURSE_BUDGET`.
 *
 * @module
 */

/** The value of a variable; undefined where it is not set, or (homework in its sandbox) may not be asked for. */
export function environmentVariable(name: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable: name });
  return state === "granted" ? Deno.env.get(name) : undefined;
}

/** Sets a variable for this process, unless it is set already or may not be asked for. */
export function setDefaultVariable(name: string, value: string): void {
  const { state } = Deno.permissions.querySync({ name: "env", variable: name });
  if (state === "granted" && !Deno.env.get(name)) Deno.env.set(name, value);
}
