import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { countDecodingCalls } from "lib/lessons/tasks/decoding_calls.ts";

Deno.test("countDecodingCalls: the encoder runs once, whatever is written; nothing is left behind", async () => {
  const config = {
    ...{ modelSize: 4, headCount: 2, layerCount: 1, dropout: 0 },
    ...{ sourceVocabularySize: 7, targetVocabularySize: 9 },
  };
  const source = tf.tensor2d([[3, 5, 2]], [1, 3], "int32");
  const before = tf.memory().numTensors;
  assertEquals(await countDecodingCalls(config, source, 4), { encoder: 1, decoder: 4 });
  assertEquals(tf.memory().numTensors, before);
  source.dispose();
});
