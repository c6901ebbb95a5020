/**
 * What happens on the way through a stack of layers, forwards to the words and backwards to the
 * gradients; and both for an untrained stack and random words.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Encoder } from "lib/models/encoder.ts";
import type { StackConfig } from "lib/models/layers.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { type Axes, nested, type Scalar } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { lossAndGradients } from "lib/training/gradients.ts";

/**
 * How alike the positions of one sentence are, before the first layer and after each: cosines
 * [depth][position][position].
 *
 * @param inputs [1, time, model]
 */
export function cosinesByDepth(encoder: Encoder, inputs: Axes<"batch time model">): number[][][] {
  return tf.tidy(() =>
    statesByDepth(encoder, inputs).map((state) => {
      const unit = tf.div(state, tf.norm(state, 2, -1, true));
      return nested(tf.squeeze(tf.matMul(unit, unit, false, true), [0]), "query key");
    })
  );
}

/** How long a position's vector is on average, before the first layer and after each. */
export function lengthsByDepth(encoder: Encoder, inputs: Axes<"batch time model">): number[] {
  return tf.tidy(() =>
    statesByDepth(encoder, inputs).map((state) => mean(tf.norm(state, 2, -1).dataSync()))
  );
}

/** What goes into the first layer, and what comes out of each. */
function statesByDepth(
  encoder: Encoder,
  inputs: Axes<"batch time model">,
): Axes<"batch time model">[] {
  const states = [inputs];
  for (const [i, layer] of encoder.layers.entries()) {
    states.push(layer.forward(states[i], inference).output);
  }
  return states;
}

/**
 * The length of the gradient of each layer's parameters, from the first layer to the last, when
 * `force` pulls at the stack's output: the loss is the sum of their product.
 *
 * @param inputs [batch, time, model]
 * @param force [batch, time, model]
 */
export function gradientNormsByLayer(
  encoder: Encoder,
  inputs: Axes<"batch time model">,
  force: Axes<"batch time model">,
): number[] {
  return tf.tidy(() => {
    const pull = (): Scalar => tf.sum(tf.mul(encoder.forward(inputs, inference).output, force));
    const gradients = [...lossAndGradients(pull, encoder.parameters()).gradients];
    return encoder.layers.map((_, i) => {
      const ofLayer = gradients.filter(([name]) => name.startsWith(`layers.${i}.`));
      return Math.hypot(...ofLayer.map(([, gradient]) => tf.norm(gradient).dataSync()[0]));
    });
  });
}

/** How many random words go through an untrained stack. */
const wordCount = 6;

/** {@linkcode cosinesByDepth} of an untrained stack and six random words. */
export function untrainedCosines(config: StackConfig, seed: number): number[][][] {
  return ofUntrained(config, seed, cosinesByDepth);
}

/** {@linkcode lengthsByDepth} of an untrained stack and six random words. */
export function untrainedLengths(config: StackConfig, seed: number): number[] {
  return ofUntrained(config, seed, lengthsByDepth);
}

/** What `measure` finds in an untrained stack and six random words. */
function ofUntrained<Found>(
  config: StackConfig,
  seed: number,
  measure: (encoder: Encoder, inputs: Axes<"batch time model">) => Found,
): Found {
  const random = new Random(seed);
  using encoder = new Encoder(config, random);
  const words: Axes<"batch time model"> = randomNormal(random, [1, wordCount, config.modelSize]);
  const found = measure(encoder, words);
  words.dispose();
  return found;
}

/** {@linkcode gradientNormsByLayer} of an untrained stack, six random words and a random force. */
export function untrainedGradients(config: StackConfig, seed: number): number[] {
  const random = new Random(seed);
  using encoder = new Encoder(config, random);
  return tf.tidy(() => {
    const [words, force] = [1, 2].map(() => randomNormal(random, [1, wordCount, config.modelSize]));
    return gradientNormsByLayer(encoder, words, force);
  });
}

/**
 * How alike two different words are on average: the mean of a table without its diagonal.
 *
 * @example
 * ```ts
 * import { meanOfPairs } from "lib/lessons/probes/depth_probes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(meanOfPairs([[1, 0.5], [0.25, 1]]), 0.375);
 * ```
 */
export function meanOfPairs(table: readonly (readonly number[])[]): number {
  return mean(table.flatMap((row, i) => row.filter((_, j) => j !== i)));
}
