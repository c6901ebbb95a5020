/**
 * The training step of the course's Transformer that the benchmarks measure: batch 64, length 12, vocabulary 2000,
 * model size 128, Adam. It imports the library alone, since a site's kernel runs this text as a cell.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { lossAndGradients } from "lib/training/gradients.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

/** The sizes that all workloads share. */
export const SIZES = {
  batch: 64,
  time: 12,
  vocab: 2000,
  model: 128,
  head: 4,
  feedForward: 256,
  layer: 2,
} as const;

/** One training step, or one text that is written. */
export type Step = () => number | Promise<unknown>;

/** Token ids [batch, time] without padding, spread over the vocabulary. */
export function tokens(seed: number): Axes<"batch time"> {
  const ids = Int32Array.from(
    { length: SIZES.batch * SIZES.time },
    (_, i) => 1 + (i * 7919 * seed + seed * 31) % (SIZES.vocab - 1),
  );
  return tf.tensor2d(ids, [SIZES.batch, SIZES.time], "int32");
}

/** Training of `parameters`, step by step, with Adam. */
export function training(
  parameters: ReadonlyMap<string, tf.Variable>,
  loss: () => tf.Scalar,
): Step {
  const adam = new Adam(parameters);
  return () =>
    tf.tidy(() => {
      const { value, gradients } = lossAndGradients(loss, parameters);
      adam.step(gradients, 1e-3);
      return value.dataSync()[0];
    });
}

/** Builds the model and returns its training step. */
export function transformerStep(): Step {
  const model = new Transformer({
    sourceVocabularySize: SIZES.vocab,
    targetVocabularySize: SIZES.vocab,
    modelSize: SIZES.model,
    headCount: SIZES.head,
    feedForwardSize: SIZES.feedForward,
    layerCount: SIZES.layer,
    dropout: 0,
  }, new Random(1));
  const mode = { training: true, random: new Random(2) } as const;
  const [source, target, wanted] = [1, 2, 3].map(tokens);
  return training(
    model.parameters(),
    () => crossEntropy(model.logits({ source, target }, mode), wanted),
  );
}
