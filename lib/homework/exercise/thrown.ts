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

const transposedShape = (
  shape: Shape,
): Shape => [...shape.slice(0, -2), ...shape.slice(-2).toReversed()];

/** The error of `tf.matMul` for tensors of these shapes, with its two flags, in each wording. */
function matMulMessages(
  left: Shape,
  right: Shape,
  transposeLeft: boolean,
  transposeRight: boolean,
): Throws {
  const depths = [
    (transposeLeft ? transposedShape(left) : left).at(-1),
    (transposeRight ? transposedShape(right) : right).at(-2),
  ];
  return new Throws(
    `Error in matMul: inner shapes (${depths[0]}) and (${depths[1]}) of Tensors with shapes ` +
      `${left} and ${right} and transposeA=${transposeLeft} and transposeB=${transposeRight} must match.`,
    `expected inner shapes that agree, got ${depths[0]} and ${depths[1]} of ` +
      `[${left}]${transposeLeft ? "ᵀ" : ""} · [${right}]${transposeRight ? "ᵀ" : ""}`,
  );
}

/**
 * The error of a matrix product whose inner axes differ, or undefined where they agree. A factor may be
 * transposed: by a flag of `tf.matMul`, or beforehand by `tf.transpose`.
 *
 * @param left the first factor, as it lies
 * @param right the second factor, as it lies
 * @param transposed which of them is transposed
 *
 * @example
 * ```ts
 * import { matMulShapeError } from "lib/homework/exercise/thrown.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   matMulShapeError([2, 5], [3, 5])?.messages.at(-1),
 *   "expected inner shapes that agree, got 5 and 3 of [2,5] · [3,5]",
 * );
 * assertEquals(matMulShapeError([2, 5], [3, 5], "right"), undefined);
 * ```
 */
export function matMulShapeError(
  left: readonly number[],
  right: readonly number[],
  transposed?: "left" | "right",
): Throws | undefined {
  const transposeLeft = transposed === "left";
  const transposeRight = transposed === "right";
  const a = transposeLeft ? transposedShape(left) : left;
  const b = transposeRight ? transposedShape(right) : right;
  if (a.at(-1) === b.at(-2)) return undefined;
  const plain = matMulMessages(a, b, false, false);
  return transposed
    ? new Throws(
      ...matMulMessages(left, right, transposeLeft, transposeRight).messages,
      ...plain.messages,
    )
    : plain;
}

/** What `tf.matMul` gives for two matrices: their product, or its error where the inner axes differ. */
export function matMul(
  left: TensorData,
  right: TensorData,
  transposed?: "left" | "right",
): TensorData | Throws {
  const a = left.rows();
  const b = right.rows();
  return matMulShapeError(left.shape, right.shape, transposed) ??
    TensorData.fromRows(
      multiply(transposed === "left" ? transpose(a) : a, transposed === "right" ? transpose(b) : b),
    );
}

/** The error of two shapes that do not broadcast, in either order, or undefined where they do. */
export function broadcastError(
  left: readonly number[],
  right: readonly number[],
): Throws | undefined {
  const fits = right.every((length, i) => {
    const other = left.at(i - right.length);
    return other === undefined || other === length || other === 1 || length === 1;
  });
  if (fits) return undefined;
  const message = (first: Shape, second: Shape): string =>
    `Operands could not be broadcast together with shapes ${first} and ${second}.`;
  return new Throws(message(left, right), message(right, left));
}

/** The error of `tf.softmax(logits, axis)` along any axis but the last. */
export function softmaxAxisError(axis: number, { shape }: TensorData): Throws {
  return new Throws(
    "Softmax along a non-last dimension is not yet supported. " +
      `Logits was rank ${shape.length} and dim was ${axis}`,
  );
}
