/**
 * One solution of each exercise of notebook 06, with the thought behind it. `deno task check 06
 * --solution 06.2` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** A table, one cell at a time: the angle of its hand at its position, then sine or cosine. */
export function sinusoidalEncoding(length: number, modelSize: number): Axes<"time model"> {
  const rows = Array.from(
    { length },
    (_, time) =>
      Array.from({ length: modelSize }, (_, dimension) => {
        // Two neighbours share a hand: dimensions 2i and 2i + 1 have the same angle.
        const pair = Math.floor(dimension / 2);
        const angle = time / 10000 ** (2 * pair / modelSize);
        return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
      }),
  );
  return tf.tensor2d(rows, [length, modelSize]);
}

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

/** Scale, then add: [time, model] broadcasts over the batch by itself. */
export function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
): Axes<"batch time model"> {
  const [, , model] = embeddings.shape;
  // Drawn with variance 1/model, embeddings come to variance 1: as large as the waves.
  return tf.add(tf.mul(embeddings, Math.sqrt(model)), positions);
}
