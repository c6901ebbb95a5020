/**
 * What notebook 06, "Positional encoding", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { scaledDotProductAttention } from "lib/attention/dot_product.ts";
export { MultiHeadAttention } from "lib/attention/multi_head.ts";
export { rotateByOffset, sinusoidalEncoding } from "lib/attention/positions.ts";
export { check } from "lib/homework/check.ts";
export { experiment } from "./tasks/experiment.ts";
export {
  askedShare,
  askTwoBack,
  firstStepWith,
  learnToLookBack,
  type LookBackRun,
  lookShares,
  marksByPlace,
  type PositionKind,
  readerMap,
  shareRight,
  trainedLength,
} from "./tasks/look_back_reader.ts";
export { Embedding } from "lib/nn/embedding.ts";
export { arrows } from "lib/plots/arrows.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { signedMap } from "lib/plots/signed_map.ts";
export { slider } from "lib/plots/slider.ts";
export { seriesColours } from "lib/plots/style.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { countingShare } from "lib/text/tasks/look_back.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
