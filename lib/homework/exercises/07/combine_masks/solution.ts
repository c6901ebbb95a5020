/**
 * A solution of exercise 07.4, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** A key must be no future and no padding. */
export function combineMasks(
  causal: Axes<"query key">,
  padding: Axes<"batch query key">,
): Axes<"batch query key"> {
  // The one has no batch, the other one row for all queries: both axes broadcast.
  return tf.logicalAnd(causal, padding);
}
