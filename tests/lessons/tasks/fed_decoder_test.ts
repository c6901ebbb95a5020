import { assert, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { logitsFedBy } from "lib/lessons/tasks/fed_decoder.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("logitsFedBy: the last encoder layer gives the model's own logits, another does not", () => {
  const sizes = { modelSize: 6, headCount: 2, layerCount: 2, dropout: 0 };
  const vocabularies = { sourceVocabularySize: 7, targetVocabularySize: 11 };
  using model = new Transformer({ ...sizes, ...vocabularies }, new Random(1));
  const source: Axes<"batch time"> = tf.tensor2d([[4, 5, 6]], [1, 3], "int32");
  const target: Axes<"batch time"> = tf.tensor2d([[1, 5]], [1, 2], "int32");
  const before = tf.memory().numTensors;
  const distanceFrom = (feeding: (layer: number) => number) =>
    tf.tidy(() => {
      const own = model.logits({ source, target }, inference);
      return tf.max(tf.abs(tf.sub(logitsFedBy(model, { source, target }, feeding), own)))
        .dataSync()[0];
    });
  assert(distanceFrom(() => 2) < 1e-5);
  assert(distanceFrom((layer) => layer) > 1e-3);
  assertEquals(tf.memory().numTensors, before);
  tf.dispose([source, target]);
});
