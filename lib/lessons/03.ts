/**
 * What notebook 03, "Queries, keys, values", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { scaledDotProductAttention } from "lib/attention/dot_product.ts";
export type { MultiHeadAttention } from "lib/attention/multi_head.ts";
export { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
export { check } from "lib/homework/check.ts";
export { Transformer } from "lib/models/transformer.ts";
export { Linear } from "lib/nn/linear.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { modelColours } from "lib/plots/style.ts";
export { progressBar } from "lib/progress.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested, type Scalar } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { permutedLookup } from "lib/text/tasks/permuted_lookup.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { type StepReport, train } from "lib/training/loop.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
