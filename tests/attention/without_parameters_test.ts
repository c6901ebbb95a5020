import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals } from "@std/assert";
import { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("selfAttentionWithoutParameters: equals the sums written out", () => {
  const x = [[1, 0], [0, 2], [1, 1]];
  const { output, weights } = selfAttentionWithoutParameters(tf.tensor2d(x));
  const mixed = output.dataSync();
  const shares = weights.dataSync();
  x.forEach((xi, i) => {
    const scores = x.map((xj) => Math.exp(xi[0] * xj[0] + xi[1] * xj[1]));
    const total = scores.reduce((sum, score) => sum + score);
    scores.forEach((score, j) => assertAlmostEquals(shares[3 * i + j], score / total, 1e-6));
    for (const d of [0, 1]) {
      const expected = scores.reduce((sum, score, j) => sum + score / total * x[j][d], 0);
      assertAlmostEquals(mixed[2 * i + d], expected, 1e-6);
    }
  });
});
