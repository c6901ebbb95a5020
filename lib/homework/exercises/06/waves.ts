/**
 * The waves of a positional encoding in plain arithmetic, with the choices in which learners differ
 * (Vaswani et al. 2017, section 3.5).
 *
 * @module
 */
import { tabulate } from "../../exercise/arithmetic.ts";
import type { TensorData } from "../../exercise/values.ts";

/** Radians per position of the hand in dimensions 2i and 2i + 1. */
export function frequency(pair: number, model: number): number {
  return 10000 ** (-2 * pair / model);
}

/** Where a dimension's wave comes from. */
export interface Waves {
  /** The first position. Default 0. */
  readonly start?: number;
  /** The angle at a position, in one dimension. */
  readonly angle?: (position: number, dimension: number, model: number) => number;
  /** True where a dimension holds a sine. Default: the even ones. */
  readonly isSine?: (dimension: number, model: number) => boolean;
}

/** Encodings of `length` positions: [time, model]. */
export function waves(
  length: number,
  model: number,
  {
    start = 0,
    angle = (position, dimension) => position * frequency(Math.floor(dimension / 2), model),
    isSine = (dimension) => dimension % 2 === 0,
  }: Waves = {},
): TensorData {
  return tabulate(length, model, (time, dimension) => {
    const turned = angle(start + time, dimension, model);
    return isSine(dimension, model) ? Math.sin(turned) : Math.cos(turned);
  });
}
