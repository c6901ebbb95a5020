import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { blankScores } from "lib/lessons/stories/blank_scores.ts";
import { fittingEndings } from "lib/lessons/stories/ending_probe.ts";
import { storyWords } from "lib/lessons/stories/story_lesson.ts";
import { ProbeRecord, topicProbe } from "lib/lessons/stories/topic_probe.ts";
import { Bert } from "lib/models/bert.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories, topics } from "lib/text/corpora/stories.ts";

await ready();
const { train, validation } = await loadStories();
const words = storyWords(train.slice(0, 2000));
const { vocabulary } = words;
const stories = validation.slice(0, 8);
const size = { modelSize: 8, headCount: 2, layerCount: 1, maximumLength: 32, dropout: 0 };
const config = { ...size, vocabularySize: vocabulary.size };

/** Makes a model's logits those of one word, wherever it is asked. */
function alwaysExpects(model: Bert | Gpt, word: string) {
  const row = tf.mul(20, tf.oneHot(tf.scalar(vocabulary.id(word), "int32"), vocabulary.size));
  const logits = (time: number, batch: number) =>
    tf.tile(tf.reshape(row, [1, 1, -1]), [batch, time, 1]);
  Object.assign(model, {
    logits: ({ tokens }: { tokens: tf.Tensor2D }) => logits(tokens.shape[1], tokens.shape[0]),
    maskedLogits: (hiddens: tf.Tensor3D) => logits(hiddens.shape[1], hiddens.shape[0]),
  });
}

const models = () => [new Bert(config, new Random(1)), new Gpt(config, new Random(1))];

Deno.test("blankScores: what is hidden has no influence, the rest on its side has, no tensor is left", () => {
  for (const model of models()) {
    using _model = model;
    const before = tf.memory().numTensors;
    const place = 2; // Tom wanted | BERT's row and GPT's begin with one special token
    const [story] = stories;
    const [first, ...rest] = story.sentences;
    const scores = (sentence: string) =>
      blankScores(model, words, [{ ...story, sentences: [sentence, ...rest] }], () => place)[0];
    const [name, , ...thing] = first.split(" ");
    const other = ["Tom", "Ben"].find((each) => each !== name)!;
    assertEquals(
      scores([name, "wanted", ...thing].join(" ")),
      scores([name, "asked", ...thing].join(" ")),
    );
    assert(
      scores([other, "wanted", ...thing].join(" ")).join() !==
        scores([name, "wanted", ...thing].join(" ")).join(),
    );
    assertEquals(tf.memory().numTensors, before);
  }
});

Deno.test("topicProbe: 1 where the expected thing is of the story's topic, else 0", () => {
  for (const model of models()) {
    using _model = model;
    alwaysExpects(model, topics.pet[0]);
    topicProbe(model, words, stories).forEach((share, i) =>
      assertAlmostEquals(share, stories[i].topic === "pet" ? 1 : 0, 1e-4)
    );
  }
});

Deno.test("fittingEndings: right where the expected word ends the story; another last word is refused", () => {
  for (const model of models()) {
    using _model = model;
    alwaysExpects(model, "sighed");
    const told = stories.map((story) => ({
      ...story,
      sentences: story.sentences.with(3, "Tom smiled."),
    }));
    assertEquals(fittingEndings(model, words, told), told.map(() => false));
    const sad = told.map((story) => ({
      ...story,
      sentences: story.sentences.with(3, "Tom sighed."),
    }));
    assertEquals(fittingEndings(model, words, sad), sad.map(() => true));
    const odd = [{ ...told[0], sentences: told[0].sentences.with(3, "Tom ran.") }];
    assertThrows(() => fittingEndings(model, words, odd), RangeError, "got ran");
  }
});

Deno.test("ProbeRecord: probes after step 1 and every so many, and goes on where it was", () => {
  let calls = 0;
  const record = new ProbeRecord(10, () => ++calls);
  for (let step = 1; step <= 25; step++) record.mark(step);
  const resumed = new ProbeRecord(10, () => 99);
  resumed.restore(record.state());
  resumed.mark(30);
  assertEquals(resumed.steps, [1, 10, 20, 30]);
  assertEquals(resumed.values, [1, 2, 3, 99]);
});
