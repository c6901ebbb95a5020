/**
 * The homework of notebook 02, "Attention weights".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { additiveScores } from "./02/additive_scores.ts";
import { attentionWeights } from "./02/attention_weights.ts";
import { contextVector } from "./02/context_vector.ts";
import { softmax } from "./02/softmax.ts";

/** Exercises 02.1 to 02.4. */
export const homework: Homework = {
  notebook: "02",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [softmax, additiveScores, attentionWeights, contextVector],
};
