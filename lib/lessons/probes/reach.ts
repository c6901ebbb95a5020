/**
 * How far a layer's output can see: stacked layers, asked by the gradient.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";

/** Inputs [batch, time, dim] to outputs of the same shape. */
export type SequenceLayer = (inputs: tf.Tensor) => tf.Tensor;

/** What {@linkcode layersToReach} stacks. */
export interface ReachOptions {
  /** Makes one more layer; its weights are random. */
  readonly newLayer: (random: Random) => SequenceLayer;
  /** Length of a word's vector, which the layers keep. */
  readonly size: number;
  /** Positions between the two words: 1 for neighbours. */
  readonly distance: number;
}

/**
 * How many layers must be stacked until the first of `distance + 1` words has any influence on the
 * output at the last: until the gradient of that output with respect to the first word is not 0.
 *
 * @throws {RangeError} If `distance` + 1 layers do not suffice.
 *
 * @example
 * ```ts
 * import { layersToReach } from "lib/lessons/probes/reach.ts";
 * import { Conv1d } from "lib/nn/conv1d.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const layers = layersToReach({
 *   newLayer: (random) => {
 *     const layer = new Conv1d({ inputSize: 3, outputSize: 3, width: 5 }, random);
 *     return (inputs) => layer.forward(inputs);
 *   },
 *   size: 3,
 *   distance: 7,
 * });
 * assertEquals(layers, 4); // two positions a layer
 * ```
 */
export function layersToReach({ newLayer, size, distance }: ReachOptions): number {
  const random = new Random(1);
  const layers: SequenceLayer[] = [];
  while (layers.length <= distance) {
    layers.push(newLayer(random.fork(`layer ${layers.length}`)));
    if (reaches(layers, size, distance)) return layers.length;
  }
  throw new RangeError(
    `expected at most ${distance + 1} layers to reach ${distance} positions back`,
  );
}

/**
 * One round of a recurrent layer (a GRU), to be stacked as a layer: all states at once, each from its own word
 * and from its left neighbour's state of the round before. How many rounds a word needs to reach another is
 * how many steps a recurrent layer must make one after the other.
 *
 * @param size Length of what stands at a position, an even number: half is the word, half the state.
 */
export function recurrentRound(size: number, random: Random): SequenceLayer {
  const layer = new Recurrent({ kind: "gru", inputSize: size / 2, hiddenSize: size / 2 }, random);
  return (inputs) => {
    const [batch, time] = inputs.shape;
    const [words, states] = tf.split(inputs, 2, -1);
    const left = tf.slice(tf.pad(states, [[0, 0], [1, 0], [0, 0]]), [0, 0, 0], states.shape);
    const rows = (tensor: tf.Tensor) => tf.reshape(tensor, [batch * time, size / 2]);
    const { hidden } = layer.step(rows(words), { hidden: rows(left) });
    return tf.concat([words, tf.reshape(hidden, states.shape)], -1);
  };
}

function reaches(layers: readonly SequenceLayer[], size: number, distance: number): boolean {
  return tf.tidy(() => {
    const words = randomNormal(new Random(2), [1, distance + 1, size]);
    const last = (inputs: tf.Tensor) => {
      const outputs = layers.reduce((hidden, layer) => layer(hidden), inputs);
      return tf.sum(tf.slice(outputs, [0, distance, 0], [1, 1, size]));
    };
    const atFirst = tf.slice(tf.grad(last)(words), [0, 0, 0], [1, 1, size]);
    return tf.max(tf.abs(atFirst)).dataSync()[0] > 0;
  });
}
