import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { learnToFill, learnToFillOften } from "lib/lessons/stories/fill_lesson.ts";
import { maskedBatch, storyWords } from "lib/lessons/stories/story_lesson.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";

await ready();
const stories = (await loadStories()).validation.slice(0, 40);
const words = storyWords(stories);
const config = {
  vocabularySize: words.vocabulary.size,
  modelSize: 12,
  headCount: 2,
  layerCount: 1,
  maximumLength: 32,
  dropout: 0,
};

Deno.test("learnToFill: equal seeds give equal runs, more steps a lower loss, and no tensor is left", async () => {
  using heldOut = maskedBatch(words, stories, new Random(1));
  const before = tf.memory().numTensors;
  const run = (asks: "all" | "chosen", steps: number) =>
    learnToFill({ asks, config, words, stories, share: 0.15, steps, seed: 3, heldOut });
  const one = await run("all", 2);
  const same = await run("all", 2);
  const longer = await run("all", 30);
  assertEquals(one, same);
  assert(longer.own < one.own && longer.hidden < one.hidden);
  const chosen = await run("chosen", 2);
  assert(chosen.own !== one.own, "another question");
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("learnToFillOften: each seed's two losses, as alone", async () => {
  using heldOut = maskedBatch(words, stories, new Random(1));
  const run = { asks: "chosen", config, words, stories, share: 0.4, steps: 2, heldOut } as const;
  const { own, hidden } = await learnToFillOften({ ...run, seeds: [3, 5] });
  for (const [i, seed] of [3, 5].entries()) {
    assertEquals({ own: own[i], hidden: hidden[i] }, await learnToFill({ ...run, seed }));
  }
});
