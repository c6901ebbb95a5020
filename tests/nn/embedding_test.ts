import * as tf from "@tensorflow/tfjs";
import { assert, assertThrows } from "@std/assert";
import { Embedding } from "lib/nn/embedding.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("Embedding: parameter gradients, looked up and as tied logits", () => {
  const ids = tf.tensor2d([[1, 4, 1], [0, 1, 6]], [2, 3], "int32");
  assertModuleGradients(
    "embedding",
    () => new Embedding({ vocabularySize: 7, modelSize: 5 }, new Random(2)),
    (tokens) => tokens.forward(ids),
  );
  const x = randomNormal(new Random(1), [2, 7, 3]);
  assertModuleGradients(
    "tied logits",
    () => new Embedding({ vocabularySize: 7, modelSize: 3 }, new Random(2)),
    (tokens) => tokens.logits(x),
  );
});

Deno.test("Embedding: ids that are not int32 are refused", () => {
  using tokens = new Embedding({ vocabularySize: 7, modelSize: 5 }, new Random(1));
  assertThrows(
    () => tokens.forward(tf.zeros([2, 3])),
    TypeError,
    "expected int32 ids, got float32",
  );
  assert(tokens.signature().kind.includes("7"));
});
