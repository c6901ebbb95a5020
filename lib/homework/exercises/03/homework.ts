/**
 * The homework of notebook 03, "Queries, keys, values".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { attend } from "./attend/exercise.ts";
import { crossAttention } from "./cross_attention/exercise.ts";
import { lookup } from "./lookup/exercise.ts";
import { project } from "./project/exercise.ts";
import { selfAttentionWithoutParameters } from "./self_attention_without_parameters/exercise.ts";

/** Exercises 03.1 to 03.5. */
export const homework: Homework = {
  notebook: "03",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(selfAttentionWithoutParameters, {
      solution: () => import("./self_attention_without_parameters/solution.ts"),
      mistakes: () => import("./self_attention_without_parameters/mistakes.ts"),
    }),
    withAnswers(project, {
      solution: () => import("./project/solution.ts"),
      mistakes: () => import("./project/mistakes.ts"),
    }),
    withAnswers(attend, {
      solution: () => import("./attend/solution.ts"),
      mistakes: () => import("./attend/mistakes.ts"),
    }),
    withAnswers(lookup, {
      solution: () => import("./lookup/solution.ts"),
      mistakes: () => import("./lookup/mistakes.ts"),
    }),
    withAnswers(crossAttention, {
      solution: () => import("./cross_attention/solution.ts"),
      mistakes: () => import("./cross_attention/mistakes.ts"),
    }),
  ],
};
