/**
 * The homework of notebook 03, "Queries, keys, values".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { attend } from "./attend/exercise.ts";
import { mistakes as attendMistakes } from "./attend/mistakes.ts";
import { lookup } from "./lookup/exercise.ts";
import { mistakes as lookupMistakes } from "./lookup/mistakes.ts";
import { project } from "./project/exercise.ts";
import { mistakes as projectMistakes } from "./project/mistakes.ts";
import { selfAttentionWithoutParameters } from "./self_attention_without_parameters/exercise.ts";
import { mistakes as selfAttentionWithoutParametersMistakes } from "./self_attention_without_parameters/mistakes.ts";

/** Exercises 03.1 to 03.4. */
export const homework: Homework = {
  notebook: "03",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(selfAttentionWithoutParameters, selfAttentionWithoutParametersMistakes),
    withMistakes(project, projectMistakes),
    withMistakes(attend, attendMistakes),
    withMistakes(lookup, lookupMistakes),
  ],
};
