/**
 * Multi-head attention in plain arithmetic, for exercise 05.3, with the choices in which learners differ
 * (Vaswani et al. 2017, section 3.2.2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { TensorData } from "../../exercise/values.ts";
import { attendInHeads, merge, normal, project, reshaped, split } from "./heads.ts";

/** Four matrices [model, model]. */
export type Projections = {
  readonly queries: TensorData;
  readonly keys: TensorData;
  readonly values: TensorData;
  readonly output: TensorData;
};
/** Who asks, who is looked at, by which matrices, in how many heads. */
export type Arguments = [
  queries: TensorData,
  sequence: TensorData,
  projections: Projections,
  headCount: number,
];
/** What the layer returns. */
export type Result = { output: TensorData; weights: TensorData };

/** Where learners differ. */
export interface Choices {
  /** What scores are multiplied with. */
  readonly factor?: (dim: number, model: number) => number;
  /** How a sequence becomes heads. */
  readonly cut?: typeof split;
  /** How heads become a sequence. */
  readonly join?: typeof merge;
  /** False: the merged heads are the output. */
  readonly mix?: boolean;
}

/** The whole layer: project, split, attend, merge, mix. */
export function layer(
  [queries, sequence, projections, headCount]: Arguments,
  {
    factor = (dim) => 1 / Math.sqrt(dim),
    cut = split,
    join = merge,
    mix = true,
  }: Choices = {},
): Result {
  const model = queries.shape[2];
  const { output, weights } = attendInHeads(
    cut(project(queries, projections.queries), headCount),
    cut(project(sequence, projections.keys), headCount),
    cut(project(sequence, projections.values), headCount),
    factor(model / headCount, model),
  );
  const merged = join(output);
  return { output: mix ? project(merged, projections.output) : merged, weights };
}

/** The tempting reshape. */
export function chopped(sequence: TensorData, headCount: number): TensorData {
  const [batch, time, model] = sequence.shape;
  return reshaped(sequence, batch, headCount, time, model / headCount);
}

/** The tempting reshape back. */
export function unchopped(heads: TensorData): TensorData {
  const [batch, head, time, dim] = heads.shape;
  return reshaped(heads, batch, time, head * dim);
}

/** Four random matrices. */
export function projections(random: Random, model: number): Projections {
  const draw = () => normal(random, [model, model], 1.5 / Math.sqrt(model));
  return { queries: draw(), keys: draw(), values: draw(), output: draw() };
}
