/**
 * What notebook 08, "Transformer blocks", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { scaledDotProductAttention } from "lib/attention/dot_product.ts";
export { causalMask } from "lib/attention/masks.ts";
export { check } from "lib/homework/check.ts";
export { countLayerOperations } from "lib/models/count_operations.ts";
export { countStack } from "lib/models/count_parameters.ts";
export { EncoderLayer } from "lib/models/encoder.ts";
export type { LayerConfig } from "lib/models/layers.ts";
export { Transformer } from "lib/models/transformer.ts";
export { BatchNorm } from "lib/nn/batch_norm.ts";
export { LayerNorm } from "lib/nn/layer_norm.ts";
export { inference } from "lib/nn/mode.ts";
export { architecture } from "lib/plots/architecture.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { blockDiagram } from "lib/plots/block_diagram.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { isFullBudget } from "lib/training/budget.ts";
export {
  meanOfPairs,
  untrainedCosines,
  untrainedGradients,
  untrainedLengths,
} from "./probes/depth_probes.ts";
export { influence } from "./probes/influence.ts";
export { layerByHand } from "./probes/layer_by_hand.ts";
export { countDecodingCalls } from "./tasks/decoding_calls.ts";
export { logitsFedBy } from "./tasks/fed_decoder.ts";
export { publishedModels } from "./tasks/published_models.ts";
export {
  compareSorters,
  examEvery,
  type SortPlan,
  type SortRecord,
  withoutMeeting,
} from "./tasks/sort_task.ts";
