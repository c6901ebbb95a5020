/**
 * The homework of notebook 08, "Transformer blocks".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { decoderLayer } from "./08/decoder_layer.ts";
import { encoderLayer } from "./08/encoder_layer.ts";
import { feedForward } from "./08/feed_forward.ts";
import { layerNorm } from "./08/layer_norm.ts";
import { residual } from "./08/residual.ts";

/** Exercises 08.1 to 08.5. */
export const homework: Homework = {
  notebook: "08",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";`,
  exercises: [layerNorm, feedForward, residual, encoderLayer, decoderLayer],
};
