/**
 * What notebook 05, "Multi-head attention", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { type AttentionOptions, scaledDotProductAttention } from "lib/attention/dot_product.ts";
export {
  type KeysAndValues,
  MultiHeadAttention,
  type QuerySequence,
} from "lib/attention/multi_head.ts";
export { check } from "lib/homework/check.ts";
export {
  learnPairs,
  pairMaps,
  type PairReaderOptions,
  type PairRun,
  pairShares,
  weightAt,
} from "./tasks/ordered_pair.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { numberBlocks } from "lib/plots/number_blocks.ts";
export { slider } from "lib/plots/slider.ts";
export { Random } from "lib/random.ts";
export { cosine, mean } from "lib/statistics.ts";
export { type Axes, nested, rename } from "lib/tensor/axes.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { twoRelations } from "lib/text/tasks/two_relations.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
