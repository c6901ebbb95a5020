/**
 * What notebook 04, "Scaling by √d_k", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { attentionEntropy } from "lib/attention/attention_entropy.ts";
export { scaledDotProductAttention } from "lib/attention/dot_product.ts";
export { check } from "lib/homework/check.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { contrastColours } from "lib/plots/style.ts";
export { Random } from "lib/random.ts";
export { growthExponent, mean, median } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { linear } from "lib/tensor/ops/linear.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export {
  colourLookup,
  examEvery,
  learnLookup,
  lookupSize,
  type LookupVectors,
} from "./tasks/colour_lookup.ts";
export { experiment } from "./tasks/experiment.ts";
