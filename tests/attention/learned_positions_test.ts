import * as tf from "@tensorflow/tfjs";
import { LearnedPositions } from "lib/attention/learned_positions.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertParameterGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("LearnedPositions: parameter gradients", () => {
  using positions = new LearnedPositions({ maximumLength: 7, modelSize: 5 }, new Random(1));
  assertParameterGradients(
    "positions",
    positions.parameters(),
    () => tf.sum(tf.square(positions.forward(3, { start: 2 }))),
  );
});
