/**
 * Inputs for the exercises of notebook 08: matrices, networks and norms, drawn or such that they do nothing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { tabulate } from "../../exercise/arithmetic.ts";
import { TensorData } from "../../exercise/values.ts";

/** The four matrices [model, model] of an attention with one head. */
export type Projections = Record<"queries" | "keys" | "values" | "output", TensorData>;

/** Weights and biases of the two linear maps. */
export type Network = Record<
  "hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias",
  TensorData
>;

/** Gain and bias of a layer norm: [model]. */
export type Norm = Record<"gain" | "bias", TensorData>;

/** Normal numbers of variance `size`² in a shape. */
export function normal(random: Random, shape: readonly number[], size = 1): TensorData {
  const count = shape.reduce((product, length) => product * length, 1);
  return new TensorData(shape, [...random.normals(count, 0, size)]);
}

/** A shape full of one number. */
export function full(shape: readonly number[], value: number): TensorData {
  const count = shape.reduce((product, length) => product * length, 1);
  return new TensorData(shape, Array.from({ length: count }, () => value));
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

/** An attention that adds nothing: its output matrix is 0. */
export function silentProjections(random: Random, model: number): Projections {
  return { ...drawProjections(random, model), output: full([model, model], 0) };
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

/** A network that adds nothing: its second map is 0. */
export function silentNetwork(random: Random, model: number, hidden: number): Network {
  return {
    ...drawNetwork(random, model, hidden),
    outputWeights: full([hidden, model], 0),
    outputBias: full([model], 0),
  };
}

/** A gain around 1 and a bias around 0. */
export function drawNorm(random: Random, model: number): Norm {
  const gain = normal(random, [model], 0.3).numbers.map((x) => 1 + x);
  return { gain: new TensorData([model], gain), bias: normal(random, [model]) };
}

/** A norm without gain and bias of its own: 1 and 0. */
export function neutralNorm(model: number): Norm {
  return { gain: full([model], 1), bias: full([model], 0) };
}
