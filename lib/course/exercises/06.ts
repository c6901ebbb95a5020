/**
 * The homework of notebook 06, "Positional encoding".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { addPositions } from "./06/add_positions.ts";
import { rotateByOffset } from "./06/rotate_by_offset.ts";
import { sinusoidalEncoding } from "./06/sinusoidal_encoding.ts";

/** Exercises 06.1 to 06.3. */
export const homework: Homework = {
  notebook: "06",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [sinusoidalEncoding, rotateByOffset, addPositions],
};
