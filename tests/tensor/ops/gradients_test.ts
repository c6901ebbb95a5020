import * as tf from "@tensorflow/tfjs";
import { batchNorm } from "lib/tensor/ops/batch_norm.ts";
import { conv1d } from "lib/tensor/ops/conv1d.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { embedding } from "lib/tensor/ops/embedding.ts";
import { gelu, geluTanh } from "lib/tensor/ops/gelu.ts";
import { gruSequence, gruStep } from "lib/tensor/ops/gru.ts";
import { layerNorm } from "lib/tensor/ops/layer_norm.ts";
import { linear } from "lib/tensor/ops/linear.ts";
import { lstmSequence, lstmStep } from "lib/tensor/ops/lstm.ts";
import { rnnSequence, rnnStep } from "lib/tensor/ops/rnn.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertGradients, normalTensors } from "../../numeric_gradient.ts";

await ready();

Deno.test("linear: gradients, with any number of leading axes", () => {
  for (const leading of [[], [2], [2, 3], [2, 3, 5]]) {
    const shapes = { x: [...leading, 7], w: [7, 11], b: [11] };
    assertGradients(`linear ${leading}`, normalTensors(shapes), ({ x, w, b }) => linear(x, w, b));
  }
  assertGradients("no bias", normalTensors({ x: [3, 7], w: [7, 11] }), ({ x, w }) => linear(x, w));
});

Deno.test("linear: gradients through relu, away from its corner", () => {
  // Outputs near 0 have no gradient to speak of: the bias moves them away from it.
  const given = normalTensors({ x: [3, 7], w: [7, 11] });
  const b = tf.tensor1d(Array.from({ length: 11 }, (_, i) => i % 2 === 0 ? 20 : -20));
  assertGradients("relu", { ...given, b }, ({ x, w, b }) => linear(x, w, b, "relu"));
});

Deno.test("embedding: repeated ids add up their gradients", () => {
  const ids = tf.tensor2d([[1, 4, 1], [0, 1, 6]], [2, 3], "int32");
  assertGradients(
    "embedding",
    normalTensors({ table: [7, 5] }),
    ({ table }) => embedding(table, ids),
  );
});

Deno.test("layerNorm and batchNorm: gradients", () => {
  const shapes = { x: [2, 3, 7], gain: [7], bias: [7] };
  assertGradients("layer", normalTensors(shapes), ({ x, gain, bias }) => layerNorm(x, gain, bias));
  assertGradients("batch", normalTensors(shapes), ({ x, gain, bias }) => batchNorm(x, gain, bias));
});

Deno.test("gelu and geluTanh: gradients", () => {
  assertGradients("exact", normalTensors({ x: [5, 7] }), ({ x }) => gelu(x));
  assertGradients("tanh", normalTensors({ x: [5, 7] }), ({ x }) => geluTanh(x));
});

Deno.test("crossEntropy: gradients, smoothed and with ignored rows", () => {
  const targets = tf.tensor1d([3, 0, 6, 0, 2], "int32");
  for (const options of [{}, { labelSmoothing: 0.1 }, { labelSmoothing: 0.2, ignoredIndex: 0 }]) {
    assertGradients(
      JSON.stringify(options),
      normalTensors({ logits: [5, 7] }),
      ({ logits }) => crossEntropy(logits, targets, options),
    );
  }
});

Deno.test("rnnStep, gruStep, lstmStep: gradients", () => {
  const shapes = (gates: number) => ({ p: [2, 3 * gates], w: [3, 3 * gates], b: [3 * gates] });
  const given = { h: [2, 3], c: [2, 3] };
  assertGradients(
    "rnn",
    normalTensors({ ...shapes(1), h: [2, 3] }),
    ({ p, w, b, h }) => rnnStep(p, w, b, h),
  );
  assertGradients(
    "gru",
    normalTensors({ ...shapes(3), h: [2, 3] }),
    ({ p, w, b, h }) => gruStep(p, w, b, h),
  );
  assertGradients("lstm", normalTensors({ ...shapes(4), ...given }), ({ p, w, b, h, c }) => {
    const { hidden, cell } = lstmStep(p, w, b, { hidden: h, cell: c });
    return tf.concat([hidden, tf.mul(2, cell)], 1);
  });
});

Deno.test("rnnSequence, gruSequence, lstmSequence: gradients of all outputs", () => {
  const shapes = (gates: number) => ({ p: [2, 5, 3 * gates], w: [3, 3 * gates], b: [3 * gates] });
  const flat = (hiddens: tf.Tensor, ...last: tf.Tensor[]) =>
    tf.concat([tf.reshape(hiddens, [2, 15]), ...last.map((each) => tf.mul(2, each))], 1);
  assertGradients("rnn", normalTensors({ ...shapes(1), h: [2, 3] }), ({ p, w, b, h }) => {
    const { hiddens, hidden } = rnnSequence(p, w, b, h);
    return flat(hiddens, hidden);
  });
  assertGradients("gru", normalTensors({ ...shapes(3), h: [2, 3] }), ({ p, w, b, h }) => {
    const { hiddens, hidden } = gruSequence(p, w, b, h);
    return flat(hiddens, hidden);
  });
  assertGradients(
    "lstm",
    normalTensors({ ...shapes(4), h: [2, 3], c: [2, 3] }),
    ({ p, w, b, h, c }) => {
      const { hiddens, hidden, cell } = lstmSequence(p, w, b, { hidden: h, cell: c });
      return flat(hiddens, hidden, cell);
    },
  );
});

Deno.test("sizes of 1: one step, one class, one row", () => {
  const shapes = { p: [2, 1, 9], w: [3, 9], b: [9], h: [2, 3] };
  assertGradients(
    "one step",
    normalTensors(shapes),
    ({ p, w, b, h }) => gruSequence(p, w, b, h).hiddens,
  );
  const zeros = tf.zeros([2], "int32");
  assertGradients("one class", normalTensors({ x: [2, 1] }), ({ x }) => crossEntropy(x, zeros));
  assertGradients(
    "one row",
    normalTensors({ table: [1, 5] }),
    ({ table }) => embedding(table, zeros),
  );
  assertGradients(
    "one feature",
    normalTensors({ x: [3, 1], g: [1], b: [1] }),
    ({ x, g, b }) => layerNorm(x, g, b),
  );
});

Deno.test("conv1d: gradients, with odd and even widths", () => {
  for (const width of [1, 2, 3, 5]) {
    const shapes = { x: [2, 7, 3], filter: [width, 3, 5], bias: [5] };
    assertGradients(
      `width ${width}`,
      normalTensors(shapes),
      ({ x, filter, bias }) => conv1d(x, filter, bias),
    );
  }
});
