/**
 * Positional encodings as plain numbers (Vaswani et al. 2017, section 3.5): inputs for the exercises of
 * notebook 06.
 *
 * @module
 */
import { tabulate } from "../../exercise/arithmetic.ts";
import type { TensorData } from "../../exercise/values.ts";

/** Encodings of `length` positions from `start` on: [time, model]. */
export function waves(length: number, model: number, start = 0): TensorData {
  return tabulate(length, model, (time, dimension) => {
    const pair = Math.floor(dimension / 2);
    const angle = (start + time) / 10000 ** (2 * pair / model);
    return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
