/**
 * The homework of notebook 07, "Masking".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { causalMask } from "./07/causal_mask.ts";
import { combineMasks } from "./07/combine_masks.ts";
import { maskedSoftmax } from "./07/masked_softmax.ts";
import { paddingMask } from "./07/padding_mask.ts";

/** Exercises 07.1 to 07.4. */
export const homework: Homework = {
  notebook: "07",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [paddingMask, causalMask, maskedSoftmax, combineMasks],
};
