/**
 * The errors of shapes that do not fit, word for word, so that a named mistake can say for which inputs
 * it ends in which. tfjs and the course's kernels each have words of their own.
 *
 * @module
 */
import { multiply, transpose } from "./arithmetic.ts";
import { Throws } from "./exercise.ts";
import { TensorData } from "./values.ts";

type Shape = readonly number[];

const turnedShape = (
  shape: Shape,
): Shape => [...shape.slice(0, -2), ...shape.slice(-2).toReversed()];

/** `tf.matMul` of tensors of these shapes, with its two flags. */
function innerShapes(left: Shape, right: Shape, turnLeft: boolean, turnRight: boolean): Throws {
  const depths = [
    (turnLeft ? turnedShape(left) : left).at(-1),
    (turnRight ? turnedShape(right) : right).at(-2),
  ];
  return new Throws(
    `Error in matMul: inner shapes (${depths[0]}) and (${depths[1]}) of Tensors with shapes ` +
      `${left} and ${right} and transposeA=${turnLeft} and transposeB=${turnRight} must match.`,
    `expected inner shapes that agree, got ${depths[0]} and ${depths[1]} of ` +
      `[${left}]${turnLeft ? "ᵀ" : ""} · [${right}]${turnRight ? "ᵀ" : ""}`,
  );
}

/**
 * The error of a matrix product whose inner axes differ, or undefined where they agree. A factor may be
 * turned: by a flag of `tf.matMul`, or beforehand by `tf.transpose`.
 *
 * @param left the first factor, as it lies
 * @param right the second factor, as it lies
 * @param turned which of them is transposed
 *
 * @example
 * ```ts
 * import { unlikeInner } from "lib/homework/exercise/thrown.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   unlikeInner([2, 5], [3, 5])?.messages.at(-1),
 *   "expected inner shapes that agree, got 5 and 3 of [2,5] · [3,5]",
 * );
 * assertEquals(unlikeInner([2, 5], [3, 5], "right"), undefined);
 * ```
 */
export function unlikeInner(
  left: readonly number[],
  right: readonly number[],
  turned?: "left" | "right",
): Throws | undefined {
  const [turnLeft, turnRight] = [turned === "left", turned === "right"];
  const [a, b] = [turnLeft ? turnedShape(left) : left, turnRight ? turnedShape(right) : right];
  if (a.at(-1) === b.at(-2)) return undefined;
  const plain = innerShapes(a, b, false, false);
  return turned
    ? new Throws(...innerShapes(left, right, turnLeft, turnRight).messages, ...plain.messages)
    : plain;
}

/** What `tf.matMul` gives for two matrices: their product, or its error where the inner axes differ. */
export function matMul(
  left: TensorData,
  right: TensorData,
  turned?: "left" | "right",
): TensorData | Throws {
  const [a, b] = [left.rows(), right.rows()];
  return unlikeInner(left.shape, right.shape, turned) ??
    TensorData.fromRows(
      multiply(turned === "left" ? transpose(a) : a, turned === "right" ? transpose(b) : b),
    );
}

/** The error of two shapes that do not broadcast, in either order, or undefined where they do. */
export function unlikeShapes(
  left: readonly number[],
  right: readonly number[],
): Throws | undefined {
  const fits = right.every((length, i) => {
    const other = left.at(i - right.length);
    return other === undefined || other === length || other === 1 || length === 1;
  });
  if (fits) return undefined;
  return new Throws(
    ...[`${left} and ${right}`, `${right} and ${left}`].map((both) =>
      `Operands could not be broadcast together with shapes ${both}.`
    ),
  );
}

/** The error of `tf.softmax(logits, axis)` along any axis but the last. */
export function softmaxAlong(axis: number, { shape }: TensorData): Throws {
  return new Throws(
    "Softmax along a non-last dimension is not yet supported. " +
      `Logits was rank ${shape.length} and dim was ${axis}`,
  );
}
