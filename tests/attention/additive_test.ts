import * as tf from "@tensorflow/tfjs";
import { AdditiveAttention } from "lib/attention/additive.ts";
import { lengthMask } from "lib/attention/masks.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertParameterGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("AdditiveAttention: parameter gradients", () => {
  const random = new Random(1);
  const queries = randomNormal(random, [2, 3, 5]);
  const states = randomNormal(random, [2, 7, 11]);
  const keep = lengthMask([7, 3]);
  using attention = new AdditiveAttention(
    { querySize: 5, stateSize: 11, attentionSize: 13 },
    random,
  );
  assertParameterGradients(
    attention.describe().kind,
    attention.parameters(),
    () => tf.mean(tf.square(attention.forward(queries, states, { keep }).output)),
  );
});
