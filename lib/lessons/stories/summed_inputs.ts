/**
 * What enters BERT's first layer, from tables that a reader can fill in by hand.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Bert } from "lib/models/bert.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/**
 * The sum of three embeddings as the library's BERT makes it, before its norm: [time, model].
 *
 * @param tables The rows for tokens, positions and segments: [row][model] each.
 * @param tokens The ids of one input.
 * @param segments For each token 0, in part A, or 1, in part B.
 *
 * @example
 * ```ts
 * import { sumByBert } from "lib/lessons/stories/summed_inputs.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tables = [[[1, 0], [2, 0]], [[0, 4], [0, 8]], [[16, 16], [32, 32]]];
 * const sum = sumByBert(tables, [1, 0], [0, 1]);
 * assertEquals([...sum.dataSync()], [18, 20, 33, 40]);
 * ```
 */
export function sumByBert(
  tables: readonly number[][][],
  tokens: readonly number[],
  segments: readonly number[],
): Axes<"time model"> {
  const [ofTokens, ofPositions, ofSegments] = tables;
  using bert = new Bert({
    vocabularySize: ofTokens.length,
    maximumLength: ofPositions.length,
    segmentCount: ofSegments.length,
    modelSize: ofTokens[0].length,
    headCount: 1,
    layerCount: 1,
  }, new Random(0));
  const { embedding } = bert;
  const own = [embedding.tokens.table, embedding.positions!.table, bert.segments.table];
  return tf.tidy(() => {
    own.forEach((table, i) => table.assign(tf.tensor2d(tables[i])));
    const row = (ids: readonly number[]): Axes<"batch time"> =>
      tf.tensor2d([[...ids]], undefined, "int32");
    const sum = tf.add(
      embedding.forward(row(tokens), inference),
      bert.segments.forward(row(segments)),
    );
    return tf.squeeze<tf.Tensor2D>(sum, [0]);
  });
}
