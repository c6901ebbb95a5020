/**
 * The homework of notebook 08, "Transformer blocks".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { decoderLayer } from "./decoder_layer/exercise.ts";
import { mistakes as decoderLayerMistakes } from "./decoder_layer/mistakes.ts";
import { encoderLayer } from "./encoder_layer/exercise.ts";
import { mistakes as encoderLayerMistakes } from "./encoder_layer/mistakes.ts";
import { feedForward } from "./feed_forward/exercise.ts";
import { mistakes as feedForwardMistakes } from "./feed_forward/mistakes.ts";
import { layerNorm } from "./layer_norm/exercise.ts";
import { mistakes as layerNormMistakes } from "./layer_norm/mistakes.ts";
import { residual } from "./residual/exercise.ts";
import { mistakes as residualMistakes } from "./residual/mistakes.ts";

/** Exercises 08.1 to 08.5. */
export const homework: Homework = {
  notebook: "08",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";`,
  exercises: [
    withMistakes(layerNorm, layerNormMistakes),
    withMistakes(feedForward, feedForwardMistakes),
    withMistakes(residual, residualMistakes),
    withMistakes(encoderLayer, encoderLayerMistakes),
    withMistakes(decoderLayer, decoderLayerMistakes),
  ],
};
