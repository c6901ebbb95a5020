/**
 * What notebook 07, "Masking", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { maskedSoftmax } from "lib/attention/masked_softmax.ts";
export { causalMask, combineMasks, paddingMask } from "lib/attention/masks.ts";
export { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
export { greedyDecode } from "lib/decoding/generate.ts";
export { prefixDecoder } from "lib/decoding/prefix.ts";
export { check } from "lib/homework/check.ts";
export { EncoderLayer } from "lib/models/encoder.ts";
export { Gpt } from "lib/models/gpt.ts";
export { inference } from "lib/nn/mode.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { contrastColours } from "lib/plots/style.ts";
export { progressBar } from "lib/progress.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested, rename, type Scalar } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { sortTask, symbols } from "lib/text/tasks/sequences.ts";
export { makeBatch } from "lib/training/batches.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { lossAndGradients } from "lib/training/gradients.ts";
export { type StepReport, train } from "lib/training/loop.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
export { cosineSchedule } from "lib/training/optimizers/schedule.ts";
