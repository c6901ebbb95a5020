/**
 * A solution of exercise 06.1, with the thought behind it.
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
