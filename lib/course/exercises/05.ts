/**
 * The homework of notebook 05, "Multi-head attention".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { countParameters } from "./05/count_parameters.ts";
import { mergeHeads } from "./05/merge_heads.ts";
import { multiHeadAttention } from "./05/multi_head_attention.ts";
import { splitHeads } from "./05/split_heads.ts";

/** Exercises 05.1 to 05.4. */
export const homework: Homework = {
  notebook: "05",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";`,
  exercises: [splitHeads, mergeHeads, multiHeadAttention, countParameters],
};
