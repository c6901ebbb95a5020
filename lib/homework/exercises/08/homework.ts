/**
 * The homework of notebook 08, "Transformer blocks".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { decoderLayer } from "./decoder_layer/exercise.ts";
import { encoderLayer } from "./encoder_layer/exercise.ts";
import { feedForward } from "./feed_forward/exercise.ts";
import { layerNorm } from "./layer_norm/exercise.ts";
import { measureInfluence } from "./measure_influence/exercise.ts";
import { residual } from "./residual/exercise.ts";

/** Exercises 08.1 to 08.6. */
export const homework: Homework = {
  notebook: "08",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";`,
  exercises: [
    withAnswers(layerNorm, {
      solution: () => import("./layer_norm/solution.ts"),
      mistakes: () => import("./layer_norm/mistakes.ts"),
    }),
    withAnswers(feedForward, {
      solution: () => import("./feed_forward/solution.ts"),
      mistakes: () => import("./feed_forward/mistakes.ts"),
    }),
    withAnswers(residual, {
      solution: () => import("./residual/solution.ts"),
      mistakes: () => import("./residual/mistakes.ts"),
    }),
    withAnswers(encoderLayer, {
      solution: () => import("./encoder_layer/solution.ts"),
      mistakes: () => import("./encoder_layer/mistakes.ts"),
    }),
    withAnswers(decoderLayer, {
      solution: () => import("./decoder_layer/solution.ts"),
      mistakes: () => import("./decoder_layer/mistakes.ts"),
    }),
    withAnswers(measureInfluence, {
      solution: () => import("./measure_influence/solution.ts"),
      mistakes: () => import("./measure_influence/mistakes.ts"),
    }),
  ],
};
