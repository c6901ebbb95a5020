import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals } from "@std/assert";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("LayerNorm: parameter gradients", () => {
  const x = randomNormal(new Random(1), [2, 7, 3]);
  assertModuleGradients(
    "layer norm",
    () => new LayerNorm({ modelSize: 3 }),
    (norm) => norm.forward(x),
  );
});

Deno.test("LayerNorm: a position's output depends on that position alone", () => {
  const norm = new LayerNorm({ modelSize: 5 });
  const x = randomNormal(new Random(1), [2, 3, 5]);
  const alone = norm.forward(tf.slice(x, [1, 2, 0], [1, 1, 5])).dataSync();
  const together = tf.slice(norm.forward(x), [1, 2, 0], [1, 1, 5]).dataSync();
  alone.forEach((value, i) => assertAlmostEquals(value, together[i], 1e-6));
});
