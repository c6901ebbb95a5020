/**
 * What a pass through a model costs, as a formula: multiplications with an addition each, per sentence,
 * forwards. (Backwards costs twice that; "FLOPs" counts multiplication and addition as two.)
 *
 * Projections and feed-forward grow with the length n, scores and mixing with n²: they are equal
 * where n is about the model size, times a small factor that these functions let one compute.
 *
 * @module
 */
import { type LayerConfig, resolveLayer } from "./layers.ts";

/** The parts of a Transformer layer's cost. */
export interface LayerCost {
  /** The four projections: 4 n d². */
  readonly projections: number;
  /** Scores and the mixing of values: 2 n² d. */
  readonly attention: number;
  /** The feed-forward network: 2 n d · d_ff. */
  readonly feedForward: number;
}

/**
 * Multiplications of one encoder layer for one sentence.
 *
 * @param config The layer's hyperparameters; the number of heads does not matter.
 * @param length n, in tokens.
 *
 * @example Scores and mixing overtake the projections at n = 2 d
 * ```ts
 * import { countLayerOperations } from "lib/models/count_operations.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { projections, attention } = countLayerOperations({ modelSize: 64, headCount: 4 }, 128);
 * assertEquals(attention, projections);
 * ```
 */
export function countLayerOperations(config: LayerConfig, length: number): LayerCost {
  const { modelSize, feedForwardSize } = resolveLayer(config);
  return {
    projections: 4 * length * modelSize ** 2,
    attention: 2 * length ** 2 * modelSize,
    feedForward: 2 * length * modelSize * feedForwardSize,
  };
}
