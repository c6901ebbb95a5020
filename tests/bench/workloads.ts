/**
 * What the benchmarks measure, on the course's own models: training steps (batch 64, length 12,
 * vocabulary 2000, model and hidden size 128, Adam), and texts that a GPT writes token by token.
 * `torch_server.py` does the same work in PyTorch.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module } from "lib/nn/module.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { gpt } from "./decode.ts";
import { plainTransformer } from "./plain_transformer.ts";
import { SIZES, type Step, tokens, training, transformerStep } from "./transformer_step.ts";

/** The workloads by name; each call builds a new model. */
export const WORKLOADS: Readonly<Record<string, () => Step>> = {
  transformer: transformerStep,
  lstm: () => recurrent("lstm"),
  gru: () => recurrent("gru"),
  "transformer, plain tfjs code": plainTransformer,
  "write 64": () => writing(64),
  "write 256": () => writing(256),
};

/** Writes a text of so many tokens with a key/value cache. */
function writing(length: number): Step {
  const { cached } = gpt();
  return () => cached(length);
}

function recurrent(kind: "lstm" | "gru"): Step {
  const model = new EncoderDecoder(kind);
  const [source, target, wanted] = [1, 2, 3].map(tokens);
  return training(model.parameters(), () => crossEntropy(model.logits(source, target), wanted));
}

/** A recurrent encoder whose last state starts a recurrent decoder: nothing else. */
class EncoderDecoder extends Module {
  readonly sourceEmbedding: Embedding;
  readonly targetEmbedding: Embedding;
  readonly encoder: Recurrent;
  readonly decoder: Recurrent;
  readonly output: Linear;

  constructor(kind: "lstm" | "gru") {
    super();
    const random = new Random(1);
    const embedding = { vocabularySize: SIZES.vocab, modelSize: SIZES.model };
    const layer = { kind, inputSize: SIZES.model, hiddenSize: SIZES.model };
    this.sourceEmbedding = new Embedding(embedding, random);
    this.targetEmbedding = new Embedding(embedding, random);
    this.encoder = new Recurrent(layer, random);
    this.decoder = new Recurrent(layer, random);
    this.output = new Linear({ inputSize: SIZES.model, outputSize: SIZES.vocab }, random);
  }

  logits(source: tf.Tensor, target: tf.Tensor): Axes<"batch time vocab"> {
    const { state } = this.encoder.forward(this.sourceEmbedding.forward(source));
    const { hiddens } = this.decoder.forward(this.targetEmbedding.forward(target), { state });
    return this.output.forward(hiddens);
  }
}
