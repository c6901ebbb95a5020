/**
 * One-dimensional convolution over time: each output sees a window of neighbours. It is the other
 * answer, beside recurrence and attention, to how two positions come to know of one another.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";
import { linear } from "./linear.ts";

/**
 * Convolution (cross-correlation) with zeros beyond both ends, so that the length stays the same. With
 * an even width, the window reaches one further ahead than back.
 *
 * It is written as one matrix product over windows laid side by side: tfjs's WebAssembly backend has
 * no gradient for a convolution's filter.
 *
 * @param inputs [batch, time, in]
 * @param filter [width, in, out]
 * @param bias [out]
 * @returns [batch, time, out]
 *
 * @example A difference filter
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { conv1d } from "lib/tensor/ops/conv1d.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const inputs = tf.tensor3d([[[1], [4], [9]]]);
 * const filter = tf.tensor3d([[[-1]], [[1]], [[0]]]);
 * assertEquals(conv1d(inputs, filter).arraySync(), [[[1], [3], [5]]]);
 * ```
 */
export function conv1d(
  inputs: Axes<"batch time in">,
  filter: Axes<"width in out">,
  bias?: Axes<"out">,
): Axes<"batch time out"> {
  assertShape("the filter", filter, { width: undefined, in: undefined, out: undefined });
  const [width, inputSize, outputSize] = filter.shape;
  assertShape("inputs", inputs, { batch: undefined, time: undefined, in: inputSize });
  const [batch, time] = inputs.shape;
  const before = Math.floor((width - 1) / 2);
  const padded: Axes<"batch time in"> = tf.pad(inputs, [[0, 0], [before, width - 1 - before], [
    0,
    0,
  ]]);
  const shifted: tf.Tensor[] = Array.from(
    { length: width },
    (_, offset) => tf.slice(padded, [0, offset, 0], [batch, time, inputSize]),
  );
  const windows: Axes<"batch time window"> = tf.concat(shifted, 2);
  return linear(windows, tf.reshape(filter, [width * inputSize, outputSize]), bias);
}
