/**
 * How many numbers a model learns, as a formula of its hyperparameters: no tensor is made, so the
 * largest published models can be counted on any machine.
 *
 * A Transformer layer has 4 d² in attention and 2 d · d_ff in the feed-forward network, 12 d² with the
 * usual d_ff = 4 d; the rest (biases, norms, embeddings) is small change, except the embeddings of a
 * small model.
 *
 * @module
 */
import { gateCounts } from "lib/nn/recurrent.ts";
import { type BertConfig, resolveBert } from "./bert.ts";
import { type GptConfig, resolveGpt } from "./gpt.ts";
import { type LayerConfig, resolveLayer, resolveStack, type StackConfig } from "./layers.ts";
import { type ResidualConfig, resolveResidual } from "./residual.ts";
import { resolveSeq2Seq, type Seq2SeqConfig } from "./seq2seq.ts";
import { resolveTransformer, type TransformerConfig } from "./transformer.ts";

/** Weights and biases of a linear layer. */
function countLinear(inputSize: number, outputSize: number): number {
  return inputSize * outputSize + outputSize;
}

/** Gain and bias of a layer norm. */
function countLayerNorm(modelSize: number): number {
  return 2 * modelSize;
}

/** The four projections of multi-head attention, whatever the number of heads. */
function countAttention(modelSize: number): number {
  return 4 * countLinear(modelSize, modelSize);
}

/** The norm of a sub-layer: layer and batch norm learn as much as each other. */
function countNorm(config: ResidualConfig): number {
  const { norm, modelSize } = resolveResidual(config);
  return norm === "none" ? 0 : countLayerNorm(modelSize);
}

/** A layer with one attention (encoder, GPT) or two (decoder): each sub-layer has a norm. */
function countLayer(config: LayerConfig, attentionCount: 1 | 2): number {
  const { modelSize, feedForwardSize } = resolveLayer(config);
  const feedForward = countLinear(modelSize, feedForwardSize) +
    countLinear(feedForwardSize, modelSize);
  return attentionCount * countAttention(modelSize) + feedForward +
    (attentionCount + 1) * countNorm(config);
}

/** All layers and, with pre-norm, the final norm. */
export function countStack(config: StackConfig, attentionCount: 1 | 2): number {
  const { layerCount, normFirst } = resolveStack(config);
  const finalNorm = normFirst ? countNorm(config) : 0;
  return layerCount * countLayer(config, attentionCount) + finalNorm;
}

/**
 * The parameters of a `Transformer`.
 *
 * @example The base model of "Attention Is All You Need", whose table 3 says 65 million
 * ```ts
 * import { countTransformerParameters } from "lib/models/count_parameters.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const count = countTransformerParameters({
 *   sourceVocabularySize: 37000,
 *   targetVocabularySize: 37000,
 *   modelSize: 512,
 *   headCount: 8,
 *   layerCount: 6,
 *   tiedEmbeddings: "all",
 * });
 * assertAlmostEquals(count / 1e6, 65, 2);
 * ```
 */
export function countTransformerParameters(config: TransformerConfig): number {
  const resolved = resolveTransformer(config);
  const { modelSize, sourceVocabularySize, targetVocabularySize, tiedEmbeddings } = resolved;
  const positions = resolved.positions === "learned" ? resolved.maximumLength : 0;
  const source = (sourceVocabularySize + positions) * modelSize;
  const target = tiedEmbeddings === "all" ? 0 : (targetVocabularySize + positions) * modelSize;
  const output = tiedEmbeddings === "none" ? countLinear(modelSize, targetVocabularySize) : 0;
  return source + target + countStack(resolved, 1) + countStack(resolved, 2) + output;
}

/**
 * The parameters of a `Gpt`.
 *
 * @example GPT-3: 175 billion
 * ```ts
 * import { countGptParameters } from "lib/models/count_parameters.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const sizes = { vocabularySize: 50257, modelSize: 12288, headCount: 96, layerCount: 96 };
 * assertAlmostEquals(countGptParameters({ ...sizes, maximumLength: 2048 }) / 1e9, 175, 1);
 * ```
 */
export function countGptParameters(config: GptConfig): number {
  const resolved = resolveGpt(config);
  const { vocabularySize, modelSize, maximumLength } = resolved;
  return (vocabularySize + maximumLength) * modelSize + countStack(resolved, 1);
}

/**
 * The parameters of a `Bert`, the heads of its pre-training included.
 *
 * @example BERT-large: 340 million
 * ```ts
 * import { countBertParameters } from "lib/models/count_parameters.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const sizes = { vocabularySize: 30522, modelSize: 1024, headCount: 16, layerCount: 24 };
 * assertAlmostEquals(countBertParameters(sizes) / 1e6, 340, 5);
 * ```
 */
export function countBertParameters(config: BertConfig): number {
  const resolved = resolveBert(config);
  const { vocabularySize, modelSize, maximumLength, segmentCount } = resolved;
  const embeddings = (vocabularySize + maximumLength + segmentCount) * modelSize +
    countLayerNorm(modelSize);
  const pooler = countLinear(modelSize, modelSize);
  const masked = countLinear(modelSize, modelSize) + countLayerNorm(modelSize) + vocabularySize;
  return embeddings + countStack(resolved, 1) + pooler + masked + countLinear(modelSize, 2);
}

/** The parameters of a `Seq2Seq`. */
export function countSeq2SeqParameters(config: Seq2SeqConfig): number {
  const resolved = resolveSeq2Seq(config);
  const { cell, attention, embeddingSize, hiddenSize, layerCount } = resolved;
  const { sourceVocabularySize, targetVocabularySize, attentionSize } = resolved;
  const side = countRecurrentLayer(cell, embeddingSize, hiddenSize) +
    (layerCount - 1) * countRecurrentLayer(cell, hiddenSize, hiddenSize);
  const scores = {
    none: 0,
    additive: 2 * hiddenSize * attentionSize + attentionSize,
    multiplicative: hiddenSize * hiddenSize,
  }[attention];
  const combine = attention === "none" ? 0 : countLinear(2 * hiddenSize, hiddenSize);
  return (sourceVocabularySize + targetVocabularySize) * embeddingSize + 2 * side + scores +
    combine + countLinear(hiddenSize, targetVocabularySize);
}

/**
 * Input and recurrent weights of one layer, each with a bias.
 *
 * @example A GRU has three times the recurrent parameters of an RNN
 * ```ts
 * import { countRecurrentLayer } from "lib/models/count_parameters.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(countRecurrentLayer("gru", 5, 7), 3 * countRecurrentLayer("rnn", 5, 7));
 * ```
 */
export function countRecurrentLayer(
  cell: Seq2SeqConfig["cell"],
  inputSize: number,
  hiddenSize: number,
): number {
  const gates = gateCounts[cell] * hiddenSize;
  return countLinear(inputSize, gates) + countLinear(hiddenSize, gates);
}
