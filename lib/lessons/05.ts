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
export { Linear } from "lib/nn/linear.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { progressBar } from "lib/progress.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested, rename, type Scalar } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { twoRelations, type TwoRelationsBatch } from "lib/text/tasks/two_relations.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { type StepReport, train } from "lib/training/loop.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
