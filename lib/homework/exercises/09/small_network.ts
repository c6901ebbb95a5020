/**
 * The small network of exercise 09.5 in plain arithmetic: logits = tanh(x W₁ + b₁) W₂ + b₂, its loss on
 * one batch, the gradient by hand, and gradient descent.
 *
 * @module
 */
import { mean, multiply, type Rows, softmax, transpose } from "../../exercise/arithmetic.ts";
import { TensorData } from "../../exercise/values.ts";

/** Examples and the right class of each. */
export type Batch = { readonly inputs: TensorData; readonly labels: TensorData };

/** The four parameters, as they travel. */
export type Network = {
  readonly hiddenWeights: TensorData;
  readonly hiddenBias: TensorData;
  readonly outputWeights: TensorData;
  readonly outputBias: TensorData;
};

/** The loss below which a batch counts as known by heart. */
export const knownByHeart = 0.05;

/** The names of the parameters. */
export const names = ["hiddenWeights", "hiddenBias", "outputWeights", "outputBias"] as const;

/** The network's parameters as rows; a bias is one row. */
export type Parameters = Readonly<Record<typeof names[number], Rows>>;

/** Plain data as rows. */
export function parametersOf(network: Network): Parameters {
  const row = ({ numbers }: TensorData): Rows => [[...numbers]];
  return {
    hiddenWeights: network.hiddenWeights.rows(),
    hiddenBias: row(network.hiddenBias),
    outputWeights: network.outputWeights.rows(),
    outputBias: row(network.outputBias),
  };
}

const plus = (rows: Rows, [bias]: Rows): Rows => rows.map((row) => row.map((x, i) => x + bias[i]));
const sumOfRows = (
  rows: Rows,
): Rows => [transpose(rows).map((column) => column.length * mean(column))];

/** Hidden layer and probabilities of each example. */
function forward(inputs: Rows, p: Parameters): { hidden: Rows; probabilities: Rows } {
  const hidden = plus(multiply(inputs, p.hiddenWeights), p.hiddenBias)
    .map((row) => row.map(Math.tanh));
  const logits = plus(multiply(hidden, p.outputWeights), p.outputBias);
  return { hidden, probabilities: logits.map(softmax) };
}

/** The mean cross-entropy of the batch. */
export function lossOf({ inputs, labels }: Batch, parameters: Parameters): number {
  const { probabilities } = forward(inputs.rows(), parameters);
  return mean(labels.numbers.map((label, i) => -Math.log(probabilities[i][label])));
}

/** The gradient of {@linkcode lossOf}, by hand. */
export function gradientOf({ inputs, labels }: Batch, parameters: Parameters): Parameters {
  const { hidden, probabilities } = forward(inputs.rows(), parameters);
  const count = labels.numbers.length;
  const logits = probabilities.map((row, i) =>
    row.map((p, id) => (p - (id === labels.numbers[i] ? 1 : 0)) / count)
  );
  const before = multiply(logits, transpose(parameters.outputWeights))
    .map((row, i) => row.map((slope, j) => slope * (1 - hidden[i][j] ** 2)));
  return {
    hiddenWeights: multiply(transpose(inputs.rows()), before),
    hiddenBias: sumOfRows(before),
    outputWeights: multiply(transpose(hidden), logits),
    outputBias: sumOfRows(logits),
  };
}

/** Gradient descent until the loss is far below {@linkcode knownByHeart}. */
export function trained(batch: Batch, start: Network): Parameters {
  let parameters = parametersOf(start);
  for (let step = 0; step < 5000 && lossOf(batch, parameters) > knownByHeart / 2; step++) {
    const gradient = gradientOf(batch, parameters);
    const moved = (name: typeof names[number]): Rows =>
      parameters[name].map((row, i) => row.map((x, j) => x - gradient[name][i][j]));
    parameters = {
      hiddenWeights: moved("hiddenWeights"),
      hiddenBias: moved("hiddenBias"),
      outputWeights: moved("outputWeights"),
      outputBias: moved("outputBias"),
    };
  }
  return parameters;
}

/** Rows as plain data. */
export function networkOf(parameters: Parameters): Network {
  return {
    hiddenWeights: TensorData.fromRows(parameters.hiddenWeights),
    hiddenBias: new TensorData([parameters.hiddenBias[0].length], parameters.hiddenBias[0]),
    outputWeights: TensorData.fromRows(parameters.outputWeights),
    outputBias: new TensorData([parameters.outputBias[0].length], parameters.outputBias[0]),
  };
}
