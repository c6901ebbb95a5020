/**
 * A solution of exercise 10.5, with the thought behind it.
 *
 * @module
 */

/** A name belongs to a part if it is the part, or goes on with a dot. */
export function freeze(names: string[], frozen: string[]): string[] {
  const belongsTo = (name: string, part: string) => name === part || name.startsWith(`${part}.`);
  return names.filter((name) => !frozen.some((part) => belongsTo(name, part)));
}
