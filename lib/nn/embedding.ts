/**
 * An embedding: a learned vector for each token.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { embedding } from "lib/tensor/ops/embedding.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { assertShape } from "lib/tensor/shape.ts";
import { parameter } from "./initializers.ts";
import { Module, type Signature } from "./module.ts";

/** How an {@linkcode Embedding} is made. */
export interface EmbeddingConfig {
  /** How many tokens there are. */
  readonly vocabularySize: number;
  /** Length of each token's vector. */
  readonly modelSize: number;
  /** Spread of the first values. Default 1 / √modelSize. */
  readonly standardDeviation?: number;
}

/**
 * A table of vectors, one row for each token.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Embedding } from "lib/nn/embedding.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using tokens = new Embedding({ vocabularySize: 11, modelSize: 5 }, new Random(1));
 * assertEquals(tokens.forward(tf.zeros([2, 3], "int32")).shape, [2, 3, 5]);
 * ```
 */
export class Embedding extends Module {
  /** [vocab, model] */
  readonly table: tf.Variable;

  constructor(config: EmbeddingConfig, random: Random) {
    super();
    const { vocabularySize, modelSize } = config;
    const { standardDeviation = 1 / Math.sqrt(modelSize) } = config;
    this.table = parameter(randomNormal(random, [vocabularySize, modelSize], standardDeviation));
  }

  /** ids int32 [...] → [..., model] */
  forward(ids: tf.Tensor): tf.Tensor {
    return embedding(this.table, ids);
  }

  /**
   * How well a vector fits each token: the products with all rows. An output layer that uses the
   * embedding's own table is called tied (Press and Wolf, 2017).
   *
   * @param vectors [..., model]
   * @param bias [vocab]
   * @returns [..., vocab]
   */
  logits(vectors: tf.Tensor, bias?: tf.Tensor): tf.Tensor {
    const [vocab, model] = this.table.shape;
    assertShape("vectors", vectors, { "...": undefined, model });
    const rows: Axes<"row model"> = tf.reshape(vectors, [-1, model]);
    const scores: Axes<"row vocab"> = tf.matMul(rows, this.table, false, true);
    const biased = bias ? tf.add(scores, bias) : scores;
    return tf.reshape(biased, [...vectors.shape.slice(0, -1), vocab]);
  }

  override signature(): Signature {
    const [vocab, model] = this.table.shape;
    return {
      kind: `embedding of ${vocab} tokens`,
      inputs: { ids: { "...": null } },
      output: { "...": null, model },
    };
  }
}
