/** The module's exports. It has no data of its own: it works in tfjs's memory, which it imports. */
export { batchedGemm, gemm, pack, packedBytes, packs, scratchBytes, useScratch } from "./gemm";
export { gelu, geluGradient } from "./gelu";
export { gruBackward, gruForward, lstmBackward, lstmForward } from "./recurrent";
export {
  attentionWeights, crossEntropy, layerNorm, layerNormGradient, layerNormParameterGradient, softmax, softmaxGradient, sumRows,
} from "./rows";
export { adam, biasRelu, copyRuns, gatherRows, reluGradient, segmentSum } from "./tables";
