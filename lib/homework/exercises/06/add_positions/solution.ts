/**
 * A solution of exercise 06.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Scale, then add: [time, model] broadcasts over the batch by itself. */
export function addPositions(
  embeddings: Axes<"batch time model">,
  positions: Axes<"time model">,
): Axes<"batch time model"> {
  const [, , model] = embeddings.shape;
  // Drawn with variance 1/model, embeddings come to variance 1: as large as the waves.
  return tf.add(tf.mul(embeddings, Math.sqrt(model)), positions);
}
