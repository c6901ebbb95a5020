/**
 * The homework of notebook 05, "Multi-head attention".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { countParameters } from "./count_parameters/exercise.ts";
import { mergeHeads } from "./merge_heads/exercise.ts";
import { multiHeadAttention } from "./multi_head_attention/exercise.ts";
import { splitHeads } from "./split_heads/exercise.ts";

/** Exercises 05.1 to 05.4. */
export const homework: Homework = {
  notebook: "05",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";`,
  exercises: [
    withAnswers(splitHeads, {
      solution: () => import("./split_heads/solution.ts"),
      mistakes: () => import("./split_heads/mistakes.ts"),
    }),
    withAnswers(mergeHeads, {
      solution: () => import("./merge_heads/solution.ts"),
      mistakes: () => import("./merge_heads/mistakes.ts"),
    }),
    withAnswers(multiHeadAttention, {
      solution: () => import("./multi_head_attention/solution.ts"),
      mistakes: () => import("./multi_head_attention/mistakes.ts"),
    }),
    withAnswers(countParameters, {
      solution: () => import("./count_parameters/solution.ts"),
      mistakes: () => import("./count_parameters/mistakes.ts"),
    }),
  ],
};
