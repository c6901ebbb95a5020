/**
 * The homework of notebook 02, "Attention weights".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { additiveScores } from "./additive_scores/exercise.ts";
import { mistakes as additiveScoresMistakes } from "./additive_scores/mistakes.ts";
import { attentionWeights } from "./attention_weights/exercise.ts";
import { mistakes as attentionWeightsMistakes } from "./attention_weights/mistakes.ts";
import { contextVector } from "./context_vector/exercise.ts";
import { mistakes as contextVectorMistakes } from "./context_vector/mistakes.ts";
import { softmax } from "./softmax/exercise.ts";
import { mistakes as softmaxMistakes } from "./softmax/mistakes.ts";

/** Exercises 02.1 to 02.4. */
export const homework: Homework = {
  notebook: "02",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(softmax, softmaxMistakes),
    withMistakes(additiveScores, additiveScoresMistakes),
    withMistakes(attentionWeights, attentionWeightsMistakes),
    withMistakes(contextVector, contextVectorMistakes),
  ],
};
