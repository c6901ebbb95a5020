/**
 * The homework of notebook 03, "Queries, keys, values".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { attend } from "./03/attend.ts";
import { lookup } from "./03/lookup.ts";
import { project } from "./03/project.ts";
import { selfAttentionWithoutParameters } from "./03/self_attention_without_parameters.ts";

/** Exercises 03.1 to 03.4. */
export const homework: Homework = {
  notebook: "03",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [selfAttentionWithoutParameters, project, attend, lookup],
};
