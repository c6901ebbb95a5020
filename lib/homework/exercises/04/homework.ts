/**
 * The homework of notebook 04, "Scaling by √d_k".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { dotProductVariance } from "./dot_product_variance/exercise.ts";
import { mistakes as dotProductVarianceMistakes } from "./dot_product_variance/mistakes.ts";
import { entropy } from "./entropy/exercise.ts";
import { mistakes as entropyMistakes } from "./entropy/mistakes.ts";
import { scaledDotProductAttention } from "./scaled_dot_product_attention/exercise.ts";
import { mistakes as scaledDotProductAttentionMistakes } from "./scaled_dot_product_attention/mistakes.ts";
import { softmaxJacobian } from "./softmax_jacobian/exercise.ts";
import { mistakes as softmaxJacobianMistakes } from "./softmax_jacobian/mistakes.ts";

/** Exercises 04.1 to 04.4. */
export const homework: Homework = {
  notebook: "04",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(dotProductVariance, dotProductVarianceMistakes),
    withMistakes(scaledDotProductAttention, scaledDotProductAttentionMistakes),
    withMistakes(softmaxJacobian, softmaxJacobianMistakes),
    withMistakes(entropy, entropyMistakes),
  ],
};
