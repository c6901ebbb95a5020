import { assert, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { temperature, topK } from "lib/decoding/logits.ts";
import { storyWords } from "lib/lessons/stories/story_lesson.ts";
import { writeStories } from "lib/lessons/stories/story_writing.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();
const words = storyWords([
  { sentences: ["Ben wanted a kite.", "Anna smiled."], cameTrue: true, topic: "toy" },
]);

Deno.test("writeStories: as many texts as asked, equal seeds alike, others not; no tensor is left", async () => {
  using gpt = new Gpt({
    vocabularySize: words.vocabulary.size,
    modelSize: 8,
    headCount: 2,
    layerCount: 1,
    maximumLength: 32,
  }, new Random(1));
  const before = tf.memory().numTensors;
  const texts = await writeStories(gpt, words, 3, temperature(1), 5);
  assertEquals(texts.length, 3);
  assertEquals(await writeStories(gpt, words, 3, temperature(1), 5), texts);
  assert((await writeStories(gpt, words, 3, temperature(1), 6)).join() !== texts.join());
  assertEquals(new Set(await writeStories(gpt, words, 3, topK(1), 5)).size, 1);
  assertEquals(tf.memory().numTensors, before);
});
