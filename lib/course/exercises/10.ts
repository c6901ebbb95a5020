/**
 * The homework of notebook 10, "BERT and GPT".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { freeze } from "./10/freeze.ts";
import { maskTokens } from "./10/mask_tokens.ts";
import { nextWordLoss } from "./10/next_word_loss.ts";
import { sampleTopK } from "./10/sample_top_k.ts";
import { sentencePairs } from "./10/sentence_pairs.ts";

/** Exercises 10.1 to 10.5. */
export const homework: Homework = {
  notebook: "10",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";`,
  exercises: [maskTokens, sentencePairs, nextWordLoss, sampleTopK, freeze],
};
