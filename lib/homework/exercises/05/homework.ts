/**
 * The homework of notebook 05, "Multi-head attention".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { countParameters } from "./count_parameters/exercise.ts";
import { mistakes as countParametersMistakes } from "./count_parameters/mistakes.ts";
import { mergeHeads } from "./merge_heads/exercise.ts";
import { mistakes as mergeHeadsMistakes } from "./merge_heads/mistakes.ts";
import { multiHeadAttention } from "./multi_head_attention/exercise.ts";
import { mistakes as multiHeadAttentionMistakes } from "./multi_head_attention/mistakes.ts";
import { splitHeads } from "./split_heads/exercise.ts";
import { mistakes as splitHeadsMistakes } from "./split_heads/mistakes.ts";

/** Exercises 05.1 to 05.4. */
export const homework: Homework = {
  notebook: "05",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";`,
  exercises: [
    withMistakes(splitHeads, splitHeadsMistakes),
    withMistakes(mergeHeads, mergeHeadsMistakes),
    withMistakes(multiHeadAttention, multiHeadAttentionMistakes),
    withMistakes(countParameters, countParametersMistakes),
  ],
};
