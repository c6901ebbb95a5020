import * as tf from "@tensorflow/tfjs";
import { additiveScores } from "lib/attention/additive.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { maskedSoftmax } from "lib/attention/masked_softmax.ts";
import { causalMask, combineMasks, lengthMask } from "lib/attention/masks.ts";
import { multiHeadAttention } from "lib/attention/multi_head.ts";
import { multiplicativeScores } from "lib/attention/multiplicative.ts";
import { addPositions, rotateByOffset } from "lib/attention/positions.ts";
import { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertGradients, normalTensors } from "../numeric_gradient.ts";

await ready();

Deno.test("maskedSoftmax: gradients, with and without hidden keys and empty rows", () => {
  const keep = tf.tensor2d(
    [[1, 1, 0, 1, 0], [0, 0, 0, 0, 0], [1, 1, 1, 1, 1]],
    [3, 5],
    "bool",
  );
  assertGradients("none", normalTensors({ s: [2, 3, 5] }), ({ s }) => maskedSoftmax(s));
  assertGradients("mask", normalTensors({ s: [2, 3, 5] }), ({ s }) => maskedSoftmax(s, keep));
});

Deno.test("scaledDotProductAttention: gradients for any leading axes", () => {
  const keep = causalMask(5, 7);
  for (const leading of [[], [2], [2, 3]]) {
    const shapes = { q: [...leading, 5, 11], k: [...leading, 7, 11], v: [...leading, 7, 13] };
    assertGradients(
      `leading ${leading}`,
      normalTensors(shapes),
      ({ q, k, v }) => scaledDotProductAttention({ queries: q, keys: k, values: v }).output,
    );
    assertGradients(
      `masked, leading ${leading}`,
      normalTensors(shapes),
      ({ q, k, v }) => scaledDotProductAttention({ queries: q, keys: k, values: v, keep }).output,
    );
  }
  const shapes = { q: [2, 5, 11], k: [2, 7, 11], v: [2, 7, 13] };
  assertGradients(
    "weights",
    normalTensors(shapes),
    ({ q, k, v }) =>
      tf.add(
        scaledDotProductAttention({ queries: q, keys: k, values: v }).weights,
        tf.mul(0, tf.sum(v)),
      ),
  );
});

Deno.test("selfAttentionWithoutParameters: gradients", () => {
  assertGradients(
    "plain",
    normalTensors({ x: [2, 3, 5] }),
    ({ x }) => selfAttentionWithoutParameters(x).output,
  );
});

Deno.test("additiveScores and multiplicativeScores: gradients", () => {
  const states = { s: [2, 3, 5], h: [2, 7, 11] };
  assertGradients(
    "additive",
    normalTensors({ ...states, a: [5, 13], b: [11, 13], v: [13] }),
    ({ s, h, a, b, v }) =>
      additiveScores(s, h, { queryWeights: a, keyWeights: b, scoreWeights: v }),
  );
  assertGradients(
    "multiplicative",
    normalTensors({ ...states, w: [5, 11] }),
    ({ s, h, w }) => multiplicativeScores(s, h, w),
    { tolerance: 5e-3 },
  );
});

Deno.test("multiHeadAttention: gradients, with masks of every form", () => {
  const shapes = { q: [2, 5, 6], k: [2, 7, 6], v: [2, 7, 6] };
  const perHead = tf.tensor4d([1, 1, 0], [1, 3, 1, 1], "bool");
  const masks = {
    none: undefined,
    causal: causalMask(5, 7),
    padding: lengthMask([7, 3]),
    empty: lengthMask([7, 0]),
    both: combineMasks(causalMask(5, 7), lengthMask([7, 3])),
    "one head silenced": perHead,
  };
  for (const [name, keep] of Object.entries(masks)) {
    assertGradients(
      name,
      normalTensors(shapes),
      ({ q, k, v }) => multiHeadAttention(q, { keys: k, values: v }, 3, keep).output,
    );
  }
});

Deno.test("addPositions and rotateByOffset: gradients", () => {
  assertGradients(
    "add",
    normalTensors({ x: [2, 3, 5], p: [3, 5] }),
    ({ x, p }) => addPositions(x, p),
  );
  assertGradients("rotate", normalTensors({ x: [2, 3, 10] }), ({ x }) => rotateByOffset(x, 7));
});
