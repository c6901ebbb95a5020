/**
 * The small network of exercise 09.5 in plain arithmetic: logits = tanh(x W₁ + b₁) W₂ + b₂, and its loss on one
 * batch.
 *
 * @module
 */
import { mean, multiply, type Rows, softmax } from "../../exercise/arithmetic.ts";
import type { TensorData } from "../../exercise/values.ts";

/** Examples and the right class of each. */
export type Batch = { inputs: TensorData; labels: TensorData };

/** The four parameters, as they travel. */
export type Network = Record<typeof names[number], TensorData>;

/** The names of the parameters. */
export const names = ["hiddenWeights", "hiddenBias", "outputWeights", "outputBias"] as const;

/** The loss below which a batch counts as known by heart. */
export const knownByHeart = 0.05;

/** The mean cross-entropy of the batch, here also with another activation than tanh. */
export function lossOf(
  { inputs, labels }: Batch,
  { hiddenWeights, hiddenBias, outputWeights, outputBias }: Network,
  activate: (x: number) => number = Math.tanh,
): number {
  const hidden = linear(inputs.rows(), hiddenWeights, hiddenBias)
    .map((row) => row.map(activate));
  const probabilities = linear(hidden, outputWeights, outputBias).map(softmax);
  return mean(labels.numbers.map((label, i) => -Math.log(probabilities[i][label])));
}

function linear(rows: Rows, weights: TensorData, bias: TensorData): Rows {
  return multiply(rows, weights.rows()).map((row) => row.map((x, i) => x + bias.numbers[i]));
}
