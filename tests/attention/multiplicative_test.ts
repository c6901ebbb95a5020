import * as tf from "@tensorflow/tfjs";
import { assertThrows } from "@std/assert";
import { lengthMask } from "lib/attention/masks.ts";
import { MultiplicativeAttention } from "lib/attention/multiplicative.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertParameterGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("MultiplicativeAttention: parameter gradients", () => {
  const random = new Random(1);
  const queries = randomNormal(random, [2, 3, 5]);
  const states = randomNormal(random, [2, 7, 11]);
  const keep = lengthMask([7, 3]);
  using attention = new MultiplicativeAttention({ querySize: 5, stateSize: 11 }, random);
  assertParameterGradients(
    attention.describe().kind,
    attention.parameters(),
    () => tf.mean(tf.square(attention.forward(queries, states, { keep }).output)),
  );
});

Deno.test("MultiplicativeAttention: queries of another size than it was made for are refused", () => {
  const queries = tf.ones([2, 3, 5]);
  const states = tf.ones([2, 7, 11]);
  using attention = new MultiplicativeAttention({
    querySize: 7,
    stateSize: 11,
  }, new Random(1));
  assertThrows(
    () => attention.forward(queries, states),
    RangeError,
    "expected queries [batch, query, dim] = [any, any, 7], got [2, 3, 5]",
  );
});
