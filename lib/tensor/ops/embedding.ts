/**
 * Looking rows up in a table: how a token's number becomes a vector.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import { findOutOfRangeId } from "../ids.ts";
import { assertShape } from "../shape.ts";
import { oneHot } from "./one_hot.ts";

/**
 * The rows of `table` that `ids` name. In the gradient, an id that occurs twice adds up both.
 *
 * @param table [vocab, model]
 * @param ids int32 [...], each from 0 to vocab − 1
 * @returns [..., model]
 * @throws {TypeError} when the ids are not int32.
 * @throws {RangeError} when an id names no row.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { embedding } from "lib/tensor/ops/embedding.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = tf.tensor2d([[0, 1], [2, 3], [4, 5]]);
 * const vectors = embedding(table, tf.tensor1d([2, 0, 2], "int32"));
 * assertEquals(vectors.arraySync(), [[4, 5], [0, 1], [4, 5]]);
 * ```
 */
export function embedding(table: Axes<"vocab model">, ids: tf.Tensor): tf.Tensor {
  assertShape("the table", table, { vocab: undefined, model: undefined });
  if (ids.dtype !== "int32") throw new TypeError(`expected int32 ids, got ${ids.dtype}`);
  return fused("embedding", plainEmbedding)(table, ids);
}

/** The readable definition of {@linkcode embedding}; the engine's version must agree with it. */
export function plainEmbedding(table: Axes<"vocab model">, ids: tf.Tensor): tf.Tensor {
  const [vocabularySize, modelSize] = table.shape;
  const outOfRange = findOutOfRangeId(ids, vocabularySize);
  if (outOfRange) {
    throw new RangeError(
      `expected ids in [0, ${vocabularySize}), the rows of the table, got ${outOfRange.id}`,
    );
  }
  // tfjs's own gradient needs a kernel that its WebAssembly backend lacks. A product with one-hot
  // rows says the same: the gradient of table row r is the sum over all places where r was taken.
  const lookUp = tf.customGrad((_table, save) => {
    if (typeof save === "function") save([ids]);
    return {
      value: tf.gather(table, ids),
      gradFunc: (upstream: tf.Tensor, [savedIds]: tf.Tensor[]) => {
        const taken = oneHot(tf.reshape(savedIds, [-1]), vocabularySize);
        const rows: Axes<"row model"> = tf.reshape(upstream, [-1, modelSize]);
        return tf.matMul(taken, rows, true, false);
      },
    };
  });
  return lookUp(table);
}
