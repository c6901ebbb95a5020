/**
 * The control of notebook 02: a model that does what "attention weights are parameters" says. Its weights
 * are a table, a number for each place that is written and each place that is read, learned like any
 * other parameter and the same for every input. All else is a recurrent model with attention.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { maskedSoftmax } from "lib/attention/masked_softmax.ts";
import { Seq2Seq, type Seq2SeqConfig } from "lib/models/seq2seq.ts";
import type { SentencePairs } from "lib/models/pair_model.ts";
import { parameter } from "lib/nn/initializers.ts";
import { Linear } from "lib/nn/linear.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** How a {@linkcode TableReader} is made: one recurrent layer on each side. */
export interface TableReaderConfig
  extends Omit<Seq2SeqConfig, "attention" | "attentionSize" | "layerCount" | "dropout"> {
  /** The longest source that the table has columns for. */
  readonly longestSource: number;
  /** The longest target that it has rows for, `<eos>` included. */
  readonly longestTarget: number;
}

/** What a pass returns. */
export interface TableReaderOutput {
  /** [batch, time, vocab] */
  readonly logits: Axes<"batch time vocab">;
  /** The table's weights over each source's real tokens: [batch, query, key]. */
  readonly weights: Axes<"batch query key">;
}

/**
 * A recurrent encoder and decoder; in place of attention a learned table says where to look.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { TableReader } from "lib/lessons/tasks/table_reader.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const vocabularies = { sourceVocabularySize: 11, targetVocabularySize: 13 };
 * const sizes = { embeddingSize: 3, hiddenSize: 5, longestSource: 8, longestTarget: 7 };
 * using model = new TableReader({ ...vocabularies, ...sizes, cell: "gru" }, new Random(1));
 * const source = tf.ones([2, 4], "int32");
 * const { weights } = model.forward({ source, target: tf.ones([2, 6], "int32") }, inference);
 * assertEquals(weights.shape, [2, 6, 4]);
 * ```
 */
export class TableReader extends Module {
  /** Reads and writes; it has no attention of its own. */
  readonly network: Seq2Seq;
  /** One row for each place that is written, one column for each that is read: [query, key]. */
  readonly table: tf.Variable;
  /** Joins what was looked up and the decoder's state. */
  readonly combine: Linear;

  constructor(config: TableReaderConfig, random: Random) {
    super();
    const { longestSource, longestTarget, ...network } = config;
    this.network = new Seq2Seq({ ...network, attention: "none" }, random);
    this.table = parameter(tf.zeros([longestTarget, longestSource]));
    const { hiddenSize } = config;
    this.combine = new Linear({ inputSize: 2 * hiddenSize, outputSize: hiddenSize }, random);
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(pairs: SentencePairs, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(pairs, mode).logits;
  }

  /**
   * Logits, and the weights that the table has for them.
   *
   * @throws {RangeError} If a source or a target is longer than the table.
   */
  forward({ source, target }: SentencePairs, mode: Mode): TableReaderOutput {
    const { targetEmbedding, decoder, outputLayer } = this.network;
    const [batch, key] = source.shape;
    const [, query] = target.shape;
    const [rows, columns] = this.table.shape;
    if (key > columns || query > rows) {
      throw new RangeError(
        `expected at most ${columns} tokens to read and ${rows} to write, got ${key} and ${query}`,
      );
    }
    const { hiddens: read, states, keep } = this.network.encode(source, mode);
    const embedded: Axes<"batch time in"> = targetEmbedding.forward(target);
    const { hiddens } = decoder[0].forward(embedded, { state: states[0] });
    const scores: Axes<"query key"> = tf.slice(this.table, [0, 0], [query, key]);
    const weights: Axes<"batch query key"> = maskedSoftmax(
      tf.add(tf.expandDims(scores, 0), tf.zeros([batch, 1, 1])),
      keep,
    );
    const both = tf.concat([tf.matMul(weights, read), hiddens], -1);
    return { logits: outputLayer.forward(tf.tanh(this.combine.forward(both))), weights };
  }
}
