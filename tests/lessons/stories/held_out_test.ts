import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { besideUnigram, pairsRight } from "lib/lessons/stories/held_out.ts";
import { maskedBatch, storyWords } from "lib/lessons/stories/story_lesson.ts";
import { Bert } from "lib/models/bert.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";

await ready();

Deno.test("besideUnigram: the model's loss, and the unigram model's on what was asked; no tensor is left", () => {
  const labels = tf.tensor2d([[0, 7], [8, 0]], undefined, "int32");
  const before = tf.memory().numTensors;
  const { nats, unigram } = besideUnigram(() => tf.scalar(0.5), labels, [[7, 7], [7, 8]]);
  assertEquals([nats, tf.memory().numTensors], [0.5, before]);
  assertAlmostEquals(unigram, -(Math.log(3 / 4) + Math.log(1 / 4)) / 2, 1e-12);
});

Deno.test("pairsRight: one who always says yes is right in the true pairs; no tensor is left", async () => {
  const stories = (await loadStories()).validation.slice(0, 30);
  const words = storyWords(stories);
  using batch = maskedBatch(words, stories, new Random(1));
  using bert = new Bert({
    vocabularySize: words.vocabulary.size,
    modelSize: 8,
    headCount: 2,
    layerCount: 1,
    maximumLength: 32,
    dropout: 0,
  }, new Random(1));
  const before = tf.memory().numTensors;
  const truth = Array.from(batch.isNext.dataSync());
  for (const answer of [0, 1]) {
    const logits = () => tf.oneHot(tf.fill([truth.length], answer, "int32"), 2);
    Object.assign(bert, { nextSentenceLogits: logits });
    const share = truth.filter((isNext) => isNext === answer).length / truth.length;
    assertAlmostEquals(pairsRight(bert, batch), share, 1e-12);
  }
  assertEquals(tf.memory().numTensors, before);
});
