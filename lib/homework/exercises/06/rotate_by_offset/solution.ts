/**
 * A solution of exercise 06.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Sine and cosine of a sum: the unknown position is in the encoding, the known offset in the angle. */
export function rotateByOffset(
  encoding: Axes<"time model">,
  offset: number,
): Axes<"time model"> {
  const [time, model] = encoding.shape;
  const angles = Array.from(
    { length: model / 2 },
    (_, pair) => offset / 10000 ** (2 * pair / model),
  );
  const cosine = tf.tensor1d(angles.map((angle) => Math.cos(angle)));
  const sine = tf.tensor1d(angles.map((angle) => Math.sin(angle)));
  // [time, model] → [time, pair, 2]: the two numbers of a hand side by side.
  const [sines, cosines] = tf.unstack(tf.reshape(encoding, [time, model / 2, 2]), -1);
  const turnedSines = tf.add(tf.mul(sines, cosine), tf.mul(cosines, sine));
  const turnedCosines = tf.sub(tf.mul(cosines, cosine), tf.mul(sines, sine));
  return tf.reshape(tf.stack([turnedSines, turnedCosines], -1), [time, model]);
}
