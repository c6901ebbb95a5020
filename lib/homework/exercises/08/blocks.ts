/**
 * The parts of a Transformer layer in plain arithmetic, for the references of notebook 08. A sequence
 * is a list of sentences, a sentence a list of positions, a position a list of numbers.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import {
  mean,
  multiply,
  type Rows,
  scale,
  softmax,
  tabulate,
  transpose,
} from "../../exercise/arithmetic.ts";
import { TensorData } from "../../exercise/values.ts";

/** A tensor [batch, time, model] as nested lists. */
export type Sentences = Rows[];

/** The four matrices of an attention with one head. */
export type Projections = {
  readonly queries: TensorData;
  readonly keys: TensorData;
  readonly values: TensorData;
  readonly output: TensorData;
};

/** Weights and biases of the two linear maps. */
export type Network = {
  readonly hiddenWeights: TensorData;
  readonly hiddenBias: TensorData;
  readonly outputWeights: TensorData;
  readonly outputBias: TensorData;
};

/** Gain and bias of a layer norm. */
export type Norm = { readonly gain: TensorData; readonly bias: TensorData };

/** What the layers of these exercises add to the variance. */
const layerEpsilon = 1e-5;

/** [batch, time, model] as nested lists. */
export function sentences(tensor: TensorData): Sentences {
  const [batch, time, model] = tensor.shape;
  return Array.from({ length: batch }, (_, i) =>
    Array.from({ length: time }, (_, j) => {
      const from = (i * time + j) * model;
      return tensor.numbers.slice(from, from + model);
    }));
}

/** Nested lists as [batch, time, model]. */
export function sequence(nested: Sentences): TensorData {
  return new TensorData([nested.length, nested[0].length, nested[0][0].length], nested.flat(2));
}

/** Two sequences of one shape, number by number. */
export function add(left: Sentences, right: Sentences): Sentences {
  return left.map((rows, i) => rows.map((row, j) => row.map((x, k) => x + right[i][j][k])));
}

/** Every position times a matrix. */
export function times(inputs: Sentences, weights: TensorData): Sentences {
  return inputs.map((rows) => multiply(rows, weights.rows()));
}

/** How a layer norm is computed. */
export interface NormChoices {
  /** Divides the sum of squares by one less. */
  readonly unbiased?: boolean;
  /** What the centred numbers are divided by. */
  readonly divisor?: (variance: number, epsilon: number) => number;
}

/** Numbers shifted to mean 0 and stretched to variance 1. */
export function standardised(
  values: readonly number[],
  epsilon: number,
  {
    unbiased = false,
    divisor = (variance, epsilon) => Math.sqrt(variance + epsilon),
  }: NormChoices = {},
): number[] {
  const centre = mean(values);
  const squares = values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const variance = squares / (unbiased ? values.length - 1 : values.length);
  return values.map((x) => (x - centre) / divisor(variance, epsilon));
}

/** Every feature times its gain, plus its bias. */
export function stretched(inputs: Sentences, gain: TensorData, bias: TensorData): Sentences {
  return inputs.map((rows) =>
    rows.map((row) => row.map((x, k) => x * gain.numbers[k] + bias.numbers[k]))
  );
}

/** Layer norm of every position. */
export function normalised(inputs: Sentences, { gain, bias }: Norm): Sentences {
  const positions = inputs.map((rows) => rows.map((row) => standardised(row, layerEpsilon)));
  return stretched(positions, gain, bias);
}

/** The position-wise feed-forward network. */
export function think(
  inputs: Sentences,
  { hiddenWeights, hiddenBias, outputWeights, outputBias }: Network,
  activate = (x: number) => Math.max(0, x),
): Sentences {
  const linear = (rows: Rows, weights: TensorData, bias: TensorData) =>
    multiply(rows, weights.rows()).map((row) => row.map((x, i) => x + bias.numbers[i]));
  return inputs.map((rows) => {
    const hidden = linear(rows, hiddenWeights, hiddenBias).map((row) => row.map(activate));
    return linear(hidden, outputWeights, outputBias);
  });
}

/** Attention with one head; `causal` hides later keys. */
export function meet(
  inputs: Sentences,
  memory: Sentences,
  { queries, keys, values, output }: Projections,
  causal = false,
): Sentences {
  return inputs.map((rows, i) => {
    const q = multiply(rows, queries.rows());
    const k = multiply(memory[i], keys.rows());
    const scores = scale(multiply(q, transpose(k)), 1 / Math.sqrt(k[0].length));
    const weights = scores.map((row, t) =>
      softmax(row.map((score, s) => causal && s > t ? -Infinity : score))
    );
    return multiply(multiply(weights, multiply(memory[i], values.rows())), output.rows());
  });
}

/** Normal numbers of variance `size`² in a shape. */
export function normal(random: Random, shape: readonly number[], size = 1): TensorData {
  const count = shape.reduce((product, length) => product * length, 1);
  return new TensorData(shape, [...random.normals(count, 0, size)]);
}

/** The matrix that changes nothing. */
export function identity(size: number): TensorData {
  return tabulate(size, size, (i, j) => i === j ? 1 : 0);
}

/** Four random matrices. */
export function drawProjections(random: Random, model: number): Projections {
  const draw = () => normal(random, [model, model], 1.5 / Math.sqrt(model));
  return { queries: draw(), keys: draw(), values: draw(), output: draw() };
}

/** Random weights and biases. */
export function drawNetwork(random: Random, model: number, hidden: number): Network {
  return {
    hiddenWeights: normal(random, [model, hidden]),
    hiddenBias: normal(random, [hidden]),
    outputWeights: normal(random, [hidden, model]),
    outputBias: normal(random, [model]),
  };
}

/** A gain around 1 and a bias around 0. */
export function drawNorm(random: Random, model: number): Norm {
  const gain = normal(random, [model], 0.3).numbers.map((x) => 1 + x);
  return { gain: new TensorData([model], gain), bias: normal(random, [model]) };
}
