/**
 * What notebook 03, "Queries, keys, values", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { scaledDotProductAttention } from "lib/attention/dot_product.ts";
export { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
export { check } from "lib/homework/check.ts";
export { Transformer } from "lib/models/transformer.ts";
export { Linear } from "lib/nn/linear.ts";
export { arrows } from "lib/plots/arrows.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { attentionSteps } from "lib/plots/attention_steps.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { modelColours, roleColours } from "lib/plots/style.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { countAttention } from "./probes/attention_calls.ts";
export {
  colourBeside,
  colourLookup,
  commonestColourGrade,
  englishColours,
  examEvery,
  koreanColours,
  learnLookup,
  lookupAnswers,
  lookupGrade,
  lookupMap,
  lookupSize,
  type LookupVectors,
} from "./tasks/colour_lookup.ts";
export { experiment } from "./tasks/experiment.ts";
