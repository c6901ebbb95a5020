import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { pretrain, pretrainingStops } from "lib/lessons/stories/pretraining.ts";
import { nextWordBatch, storyWords } from "lib/lessons/stories/story_lesson.ts";
import { ProbeRecord } from "lib/lessons/stories/topic_probe.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";

await ready();
const stories = (await loadStories()).validation.slice(0, 40);
const words = storyWords(stories);
const config = {
  vocabularySize: words.vocabulary.size,
  modelSize: 8,
  headCount: 2,
  layerCount: 1,
  maximumLength: 32,
  dropout: 0,
};

Deno.test("pretrain: stops where it is told, goes on from its checkpoint as if it had not, and probes", async () => {
  const folder = await Deno.makeTempDir();
  const before = tf.memory().numTensors;
  const run = async (gpt: Gpt, file: string, stop?: number) => {
    const plan = { name: "GPT", model: gpt, stories, total: 6, stop, seed: 3, probe: () => 0.5 };
    return await pretrain(
      { ...plan, checkpoint: `${folder}/${file}` },
      (chosen) => nextWordBatch(words, chosen),
      ({ tokens, labels }, mode) =>
        crossEntropy(gpt.logits({ tokens }, mode), labels, { ignoredIndex: 0 }),
    );
  };
  {
    using one = new Gpt(config, new Random(1));
    const atOnce = await run(one, "one");
    using two = new Gpt(config, new Random(1));
    const stopped = await run(two, "two", 4);
    assertEquals(stopped.losses, atOnce.losses.slice(0, 4));
    assertEquals((await run(two, "two")).losses, atOnce.losses);
    assertEquals([atOnce.probe.steps, atOnce.probe.values], [[1], [0.5]]);
  }
  assertEquals(tf.memory().numTensors, before);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("pretrainingStops: the losses of both, then the probes beside the line of no idea", () => {
  const probe = new ProbeRecord(250, () => 0);
  probe.restore([1, 0.25, 250, 0.75]);
  const [loss, probes] = pretrainingStops({ losses: [3, 1], probe }, { losses: [2, 2], probe });
  assertEquals([loss.figure.data.length, probes.figure.data.length], [2, 3]);
  assert(probes.figure.summary.includes("0.75"));
});
