/**
 * Sinusoidal positions (Vaswani et al., 2017, section 3.5): attention does not know the order of its
 * inputs, so each position adds a pattern of waves of its own,
 *
 *     PE(pos, 2i) = sin(pos / 10000^(2i/d)),   PE(pos, 2i+1) = cos(pos / 10000^(2i/d))
 *
 * The encoding says where a position *is*; moving on by k is a rotation that depends on k alone, which
 * is why offsets are easy to learn from it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";

/** Radians per position of the wave in dimensions 2i and 2i + 1. */
export function angularFrequency(pair: number, modelSize: number): number {
  return 10000 ** (-2 * pair / modelSize);
}

/**
 * The encoding of positions `start` … `start + length − 1`: sines on even, cosines on odd dimensions.
 *
 * @param length How many positions.
 * @param modelSize Length of each encoding.
 * @param start The first position, counted from 0. Default 0.
 * @returns [time, model]
 *
 * @example
 * ```ts
 * import { sinusoidalEncoding } from "lib/attention/positions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sinusoidalEncoding(1, 4).arraySync(), [[0, 1, 0, 1]]);
 * ```
 */
export function sinusoidalEncoding(
  length: number,
  modelSize: number,
  start = 0,
): Axes<"time model"> {
  const values = new Float32Array(length * modelSize);
  for (let time = 0; time < length; time++) {
    for (let dimension = 0; dimension < modelSize; dimension++) {
      const angle = (start + time) * angularFrequency(Math.floor(dimension / 2), modelSize);
      const wave = dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
      values[time * modelSize + dimension] = wave;
    }
  }
  return tf.tensor2d(values, [length, modelSize]);
}

/**
 * Moves encodings by `offset` positions without knowing where they are: each pair of sine and cosine is
 * rotated by its own angle.
 *
 * @param encoding [..., model], an even number of dimensions
 * @param offset How many positions further on; negative for back.
 * @returns [..., model]
 *
 * @example
 * ```ts
 * import { rotateByOffset, sinusoidalEncoding } from "lib/attention/positions.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const moved = rotateByOffset(sinusoidalEncoding(1, 6, 2), 5).dataSync();
 * const expected = sinusoidalEncoding(1, 6, 7).dataSync();
 * moved.forEach((value, i) => assertAlmostEquals(value, expected[i], 1e-5));
 * ```
 */
export function rotateByOffset(encoding: Axes<"... model">, offset: number): tf.Tensor {
  const modelSize = encoding.shape[encoding.rank - 1];
  if (modelSize % 2 !== 0) {
    throw new RangeError(`expected an even number of dimensions, got ${modelSize}`);
  }
  const angles = Array.from(
    { length: modelSize / 2 },
    (_, pair) => offset * angularFrequency(pair, modelSize),
  );
  const cosine = tf.tensor1d(angles.map(Math.cos));
  const sine = tf.tensor1d(angles.map(Math.sin));
  const pairs = tf.reshape(encoding, [...encoding.shape.slice(0, -1), modelSize / 2, 2]);
  const [sines, cosines] = tf.unstack(pairs, -1);
  const rotated = [
    tf.add(tf.mul(sines, cosine), tf.mul(cosines, sine)),
    tf.sub(tf.mul(cosines, cosine), tf.mul(sines, sine)),
  ];
  return tf.reshape(tf.stack(rotated, -1), encoding.shape);
}

/**
 * `embeddings · √model + positions` (section 3.4): embeddings are drawn small, and without the factor
 * the waves would drown them.
 *
 * @param embeddings [batch, time, model]
 * @param positions [time, model], the same for every sentence
 * @param scale What the embeddings are multiplied with. Default √model.
 * @returns [batch, time, model]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { addPositions } from "lib/attention/positions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sums = addPositions(tf.ones([1, 2, 4]), tf.tensor2d([[1, 2, 3, 4], [5, 6, 7, 8]]));
 * assertEquals(sums.arraySync(), [[[3, 4, 5, 6], [7, 8, 9, 10]]]);
 * ```
 */
export function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
  scale = Math.sqrt(embeddings.shape[2]),
): Axes<"batch time model"> {
  assertShape("embeddings", embeddings, { batch: undefined, time: undefined, model: undefined });
  const [, time, model] = embeddings.shape;
  assertShape("positions", positions, { time, model });
  return tf.add(scale === 1 ? embeddings : tf.mul(embeddings, scale), positions);
}
