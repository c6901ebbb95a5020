/**
 * Whether two errors are one: what a mistake throws, and what a learner's answer throws.
 *
 * @module
 */

/**
 * True for equal texts, and for two of tfjs's broadcasting errors about the same shapes: in which order the operands
 * stand, and how many axes of length 1 lead, changes the text and not the mistake.
 *
 * @example
 * isSameError(
 *   "Operands could not be broadcast together with shapes 1,5,5 and 3,1,4.",
 *   "Operands could not be broadcast together with shapes 3,1,4 and 5,5.",
 * ); // true
 */
export function isSameError(one: string, other: string): boolean {
  if (one === other) return true;
  const shapes = shapesOf(one);
  return shapes !== undefined && shapes === shapesOf(other);
}

/** The two shapes that do not fit, in a fixed order and without leading axes of length 1. */
function shapesOf(message: string): string | undefined {
  const found = /^Operands could not be broadcast together with shapes ([\d,]+) and ([\d,]+)\.$/
    .exec(message);
  return found?.slice(1).map((shape) => shape.replace(/^(?:1,)+/, "")).sort().join(" and ");
}
