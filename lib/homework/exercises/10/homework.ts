/**
 * The homework of notebook 10, "BERT and GPT".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { bertInputs } from "./bert_inputs/exercise.ts";
import { freeze } from "./freeze/exercise.ts";
import { maskTokens } from "./mask_tokens/exercise.ts";
import { nextWordLoss } from "./next_word_loss/exercise.ts";
import { sampleTopK } from "./sample_top_k/exercise.ts";
import { sentencePairs } from "./sentence_pairs/exercise.ts";

/** Exercises 10.1 to 10.6. */
export const homework: Homework = {
  notebook: "10",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";`,
  exercises: [
    withAnswers(maskTokens, {
      solution: () => import("./mask_tokens/solution.ts"),
      mistakes: () => import("./mask_tokens/mistakes.ts"),
    }),
    withAnswers(sentencePairs, {
      solution: () => import("./sentence_pairs/solution.ts"),
      mistakes: () => import("./sentence_pairs/mistakes.ts"),
    }),
    withAnswers(nextWordLoss, {
      solution: () => import("./next_word_loss/solution.ts"),
      mistakes: () => import("./next_word_loss/mistakes.ts"),
    }),
    withAnswers(sampleTopK, {
      solution: () => import("./sample_top_k/solution.ts"),
      mistakes: () => import("./sample_top_k/mistakes.ts"),
    }),
    withAnswers(freeze, {
      solution: () => import("./freeze/solution.ts"),
      mistakes: () => import("./freeze/mistakes.ts"),
    }),
    withAnswers(bertInputs, {
      solution: () => import("./bert_inputs/solution.ts"),
      mistakes: () => import("./bert_inputs/mistakes.ts"),
    }),
  ],
};
