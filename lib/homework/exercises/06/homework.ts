/**
 * The homework of notebook 06, "Positional encoding".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { addPositions } from "./add_positions/exercise.ts";
import { mistakes as addPositionsMistakes } from "./add_positions/mistakes.ts";
import { rotateByOffset } from "./rotate_by_offset/exercise.ts";
import { mistakes as rotateByOffsetMistakes } from "./rotate_by_offset/mistakes.ts";
import { sinusoidalEncoding } from "./sinusoidal_encoding/exercise.ts";
import { mistakes as sinusoidalEncodingMistakes } from "./sinusoidal_encoding/mistakes.ts";

/** Exercises 06.1 to 06.3. */
export const homework: Homework = {
  notebook: "06",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(sinusoidalEncoding, sinusoidalEncodingMistakes),
    withMistakes(rotateByOffset, rotateByOffsetMistakes),
    withMistakes(addPositions, addPositionsMistakes),
  ],
};
