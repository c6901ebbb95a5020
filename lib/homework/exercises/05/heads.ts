/**
 * Inputs for the exercises of notebook 05.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { TensorData } from "../../exercise/values.ts";

/** Four matrices [model, model]. */
export type Projections = {
  readonly queries: TensorData;
  readonly keys: TensorData;
  readonly values: TensorData;
  readonly output: TensorData;
};

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Normal numbers of variance `size`² in a shape. */
export function normal(random: Random, shape: readonly number[], size = 1): TensorData {
  return new TensorData(shape, [...random.normals(sizeOf(shape), 0, size)]);
}

/** 0, 1, 2, … in a shape: every number says where it came from. */
export function counted(...shape: number[]): TensorData {
  return new TensorData(shape, Array.from({ length: sizeOf(shape) }, (_, i) => i));
}

/** Four random matrices. */
export function projections(random: Random, model: number): Projections {
  const draw = () => normal(random, [model, model], 1.5 / Math.sqrt(model));
  return { queries: draw(), keys: draw(), values: draw(), output: draw() };
}
