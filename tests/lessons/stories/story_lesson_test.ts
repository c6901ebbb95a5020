import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import {
  exampleBatch,
  joinPair,
  maskedBatch,
  nextWordBatch,
  spelled,
  spelledBlanks,
  storyTopics,
  storyWords,
  topicTask,
  whoseTask,
  wishers,
  wishTask,
} from "lib/lessons/stories/story_lesson.ts";
import { Random } from "lib/random.ts";
import { nested } from "lib/tensor/axes.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import type { Tale } from "lib/text/corpora/tales.ts";

const stories: Story[] = [
  {
    sentences: ["Ben wanted a kite.", "Anna asked for a ball.", "Ben got a kite.", "Ben laughed."],
    cameTrue: true,
    topic: "toy",
  },
  {
    sentences: [
      "Yuna wanted a pie.",
      "Tom asked for a pizza.",
      "Mom gave Yuna a cake.",
      "Yuna sighed.",
    ],
    cameTrue: false,
    topic: "snack",
  },
];
const words = storyWords(stories);
const { vocabulary } = words;
const [cls, sep] = ["[CLS]", "[SEP]"].map((token) => vocabulary.specialId(token));
const rowsOf = (tensor: tf.Tensor) => nested(tensor, "batch time");

Deno.test("joinPair: [CLS] A [SEP] B [SEP], the first [SEP] still belongs to A", () => {
  const { tokens, segments } = joinPair(words, ["Ben laughed."], ["Yuna sighed."]);
  assertEquals(vocabulary.tokens[tokens[0]], "[CLS]");
  assertEquals(tokens.map((id, i) => id === sep ? i : -1).filter((i) => i >= 0), [4, 8]);
  assertEquals(segments, [0, 0, 0, 0, 0, 1, 1, 1, 1]);
});

Deno.test("maskedBatch: labels only where a word was chosen, a true pair is one whole story", () => {
  const random = new Random(2);
  const whole = stories.map(({ sentences }) =>
    sentences.flatMap((each) => words.encode(each)).join()
  );
  let trueOnes = 0;
  for (let step = 0; step < 50; step++) {
    using batch = maskedBatch(words, stories, random);
    const tokens = rowsOf(batch.tokens);
    const labels = rowsOf(batch.labels);
    const isNext = Array.from(batch.isNext.dataSync());
    assertEquals(batch.segments.shape, batch.tokens.shape);
    tokens.forEach((row, i) => {
      const restored = row.map((id, place) => labels[i][place] || id);
      assertEquals(restored[0], cls);
      const text = restored.filter((id) => !vocabulary.isSpecial(id)).join();
      assertEquals(whole.includes(text), isNext[i] === 1);
    });
    trueOnes += isNext[0] + isNext[1];
  }
  assert(trueOnes > 30 && trueOnes < 70, `${trueOnes} of 100 pairs are true`);
});

Deno.test("nextWordBatch: each place is asked for the token after it, the last for <eos>", () => {
  using batch = nextWordBatch(words, stories);
  const tokens = rowsOf(batch.tokens);
  const labels = rowsOf(batch.labels);
  for (const [i, row] of tokens.entries()) {
    const length = words.encode(stories[i].sentences.join(" ")).length + 1;
    assertEquals(row[0], vocabulary.sosId);
    assertEquals(row.slice(1, length), labels[i].slice(0, length - 1));
    assertEquals(labels[i][length - 1], vocabulary.eosId);
  }
});

Deno.test("topicTask, wishTask: the first sentence, or up to the second thing; all but the ending", () => {
  assertEquals(topicTask(stories).map(({ text }) => text), [
    "Ben wanted a kite.",
    "Yuna wanted a pie.",
  ]);
  assertEquals(topicTask(stories, "second thing").map(({ text, thing }) => [text, thing]), [
    ["Ben wanted a kite. Anna asked for a", "kite."],
    ["Yuna wanted a pie. Tom asked for a", "pie."],
  ]);
  assertEquals(topicTask(stories).map(({ answer }) => storyTopics[answer]), ["toy", "snack"]);
  assertEquals(wishTask(stories)[0], {
    text: "Ben wanted a kite. Anna asked for a ball. Ben got a kite.",
    answer: 1,
  });
  assertEquals(wishTask(stories)[1].answer, 0);
});

Deno.test("whoseTask: all but the ending of a tale, in either language", () => {
  const tale: Tale = {
    english: ["Ben wanted a kite.", "Anna wanted a ball.", "Ben got a ball.", "Ben sighed."],
    korean: [
      "벤은 연을 바랐어요.",
      "안나는 공을 바랐어요.",
      "벤은 공을 받았어요.",
      "벤은 한숨을 쉬었어요.",
    ],
    ...{ whose: "other", topic: "toy", plot: "none" },
  };
  const answer = wishers.indexOf("other");
  assertEquals(whoseTask([tale], "en"), [
    { text: "Ben wanted a kite. Anna wanted a ball. Ben got a ball.", answer },
  ]);
  assertEquals(whoseTask([tale], "ko"), [
    { text: "벤은 연을 바랐어요. 안나는 공을 바랐어요. 벤은 공을 받았어요.", answer },
  ]);
});

Deno.test("exampleBatch: each model's frame, and where each text ends", () => {
  const examples = [...topicTask(stories), ...wishTask(stories)];
  for (const [reader, last] of [["bert", "[SEP]"], ["gpt", "##."]] as const) {
    using batch = exampleBatch(words, examples, reader);
    const lasts = Array.from(batch.lastIndices.dataSync());
    rowsOf(batch.tokens).forEach((row, i) => {
      assertEquals(vocabulary.token(row[lasts[i]]), last);
      assertEquals(words.decode(row), examples[i].text);
    });
    assertEquals(Array.from(batch.answers.dataSync()), examples.map(({ answer }) => answer));
  }
});

Deno.test("spelled: special tokens are seen, and signs stand apart", () => {
  assertEquals(
    spelled(words, [cls, ...words.encode("Ben laughed."), sep]),
    "[CLS] Ben laughed . [SEP]",
  );
});

Deno.test("spelledBlanks: an arrow to what is asked, = where it was left standing", () => {
  const tokens = [cls, ...words.encode("Ben laughed."), sep];
  const mask = vocabulary.specialId("[MASK]");
  const hidden = { inputs: tokens.with(1, mask), labels: [0, tokens[1], tokens[2], 0, 0] };
  assertEquals(spelledBlanks(words, hidden), "[CLS] [MASK]→Ben laughed=laughed . [SEP]");
});

Deno.test("the batches free all that they made", () => {
  const before = tf.memory().numTensors;
  for (let step = 0; step < 3; step++) {
    using _masked = maskedBatch(words, stories, new Random(step));
    using _next = nextWordBatch(words, stories);
    using _wish = exampleBatch(words, wishTask(stories), "gpt");
  }
  assertEquals(tf.memory().numTensors, before);
});
