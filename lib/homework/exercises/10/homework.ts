/**
 * The homework of notebook 10, "BERT and GPT".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { freeze } from "./freeze/exercise.ts";
import { mistakes as freezeMistakes } from "./freeze/mistakes.ts";
import { maskTokens } from "./mask_tokens/exercise.ts";
import { mistakes as maskTokensMistakes } from "./mask_tokens/mistakes.ts";
import { nextWordLoss } from "./next_word_loss/exercise.ts";
import { mistakes as nextWordLossMistakes } from "./next_word_loss/mistakes.ts";
import { sampleTopK } from "./sample_top_k/exercise.ts";
import { mistakes as sampleTopKMistakes } from "./sample_top_k/mistakes.ts";
import { sentencePairs } from "./sentence_pairs/exercise.ts";
import { mistakes as sentencePairsMistakes } from "./sentence_pairs/mistakes.ts";

/** Exercises 10.1 to 10.5. */
export const homework: Homework = {
  notebook: "10",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";`,
  exercises: [
    withMistakes(maskTokens, maskTokensMistakes),
    withMistakes(sentencePairs, sentencePairsMistakes),
    withMistakes(nextWordLoss, nextWordLossMistakes),
    withMistakes(sampleTopK, sampleTopKMistakes),
    withMistakes(freeze, freezeMistakes),
  ],
};
