import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { countAttention } from "lib/lessons/probes/attention_calls.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("countAttention: once a layer and sentence, once a layer and word", () => {
  const words = { sourceVocabularySize: 7, targetVocabularySize: 7 };
  const model = new Transformer(
    { ...words, modelSize: 4, headCount: 1, layerCount: 2 },
    new Random(1),
  );
  const calls = countAttention(model);
  let state = model.startDecoding(tf.tensor2d([[1, 2, 3]], [1, 3], "int32"));
  assertEquals(calls, { encoderSelf: 2, decoderSelf: 0, cross: 0 });
  for (const word of [1, 2]) ({ state } = model.decodeStep(tf.tensor1d([word], "int32"), state));
  assertEquals(calls, { encoderSelf: 2, decoderSelf: 4, cross: 4 });
});
