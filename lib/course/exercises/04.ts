/**
 * The homework of notebook 04, "Scaling by √d_k".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { dotProductVariance } from "./04/dot_product_variance.ts";
import { entropy } from "./04/entropy.ts";
import { scaledDotProductAttention } from "./04/scaled_dot_product_attention.ts";
import { softmaxJacobian } from "./04/softmax_jacobian.ts";

/** Exercises 04.1 to 04.4. */
export const homework: Homework = {
  notebook: "04",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [dotProductVariance, scaledDotProductAttention, softmaxJacobian, entropy],
};
