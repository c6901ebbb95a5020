import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { gradientBack } from "lib/lessons/probes/gradient_back.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Random } from "lib/random.ts";

const sizes = {
  sourceVocabularySize: 11,
  targetVocabularySize: 11,
  embeddingSize: 3,
  hiddenSize: 5,
} as const;
const sources = [[5, 6, 7, 8], [9, 10, 5, 4]];

Deno.test("gradientBack: the last word comes first and counts 1, and no tensor is left", () => {
  using model = new Seq2Seq({ ...sizes, cell: "gru" }, new Random(1));
  const before = tf.memory().numTensors;
  const lengths = gradientBack(model, sources, new Random(2));
  assertEquals(tf.memory().numTensors, before);
  assertEquals([lengths.length, lengths[0]], [4, 1]);
  assert(lengths[3] > 0 && lengths[3] < lengths[1]);
});

Deno.test("gradientBack: a network that forgets everything passes nothing back", () => {
  using model = new Seq2Seq({ ...sizes, cell: "rnn" }, new Random(1));
  model.encoder[0].recurrentWeights.assign(tf.zeros([5, 5]));
  const lengths = gradientBack(model, sources, new Random(2));
  lengths.forEach((length, back) => assertAlmostEquals(length, back === 0 ? 1 : 0, 1e-9));
});
