/**
 * The homework of notebook 06, "Positional encoding".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { addPositions } from "./add_positions/exercise.ts";
import { lookBackQueries } from "./look_back_queries/exercise.ts";
import { rotateByOffset } from "./rotate_by_offset/exercise.ts";
import { sinusoidalEncoding } from "./sinusoidal_encoding/exercise.ts";

/** Exercises 06.1 to 06.4. */
export const homework: Homework = {
  notebook: "06",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(sinusoidalEncoding, {
      solution: () => import("./sinusoidal_encoding/solution.ts"),
      mistakes: () => import("./sinusoidal_encoding/mistakes.ts"),
    }),
    withAnswers(rotateByOffset, {
      solution: () => import("./rotate_by_offset/solution.ts"),
      mistakes: () => import("./rotate_by_offset/mistakes.ts"),
    }),
    withAnswers(addPositions, {
      solution: () => import("./add_positions/solution.ts"),
      mistakes: () => import("./add_positions/mistakes.ts"),
    }),
    withAnswers(lookBackQueries, {
      solution: () => import("./look_back_queries/solution.ts"),
      mistakes: () => import("./look_back_queries/mistakes.ts"),
    }),
  ],
};
