import { assert, assertEquals, assertNotEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { shortLesson, shortLessons } from "lib/lessons/translation/short_lesson.ts";
import { ready } from "lib/tensor/ready.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";

await ready();

const pairs = [
  { source: "어제 카페 갔어", targets: ["I went to the cafe yesterday."], clauses: 1, pattern: "" },
  { source: "집에서 잘 거야", targets: ["I will sleep at home."], clauses: 1, pattern: "" },
];
const languages = {
  korean: WordTokenizer.train(pairs.map(({ source }) => source)),
  english: WordTokenizer.train(pairs.map(({ targets }) => targets[0])),
};
const lesson = { pairs, asked: pairs, languages, steps: 12, seed: 3 };
const all = { smoothing: 0.1, warmup: 3, dropout: 0.1 };

Deno.test("shortLesson: something is learned, the same again, and nothing is left behind", async () => {
  const before = tf.memory().numTensors;
  const once = await shortLesson(all, lesson);
  assertEquals(await shortLesson(all, lesson), once);
  assert(once.perplexity < languages.english.vocabulary.size / 2, `${once.perplexity}`);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("shortLesson: what is asked decides the perplexity, not what is learned alone", async () => {
  const others = [{ ...pairs[0], targets: ["I will sleep."] }];
  const first = await shortLesson(all, { ...lesson, asked: pairs.slice(0, 1) });
  const { perplexity } = await shortLesson(all, { ...lesson, asked: others });
  assertNotEquals(perplexity, first.perplexity);
});

Deno.test("shortLesson: each aid that is left out makes another lesson", async () => {
  const { perplexity } = await shortLesson(all, lesson);
  for (const aid of ["smoothing", "warmup", "dropout"]) {
    const without = await shortLesson({ ...all, [aid]: 0 }, lesson);
    assertNotEquals(without.perplexity, perplexity, aid);
  }
});

Deno.test("shortLessons: one lesson for each seed", async () => {
  const { seed: _, ...setting } = { ...lesson, steps: 4 };
  assertEquals(await shortLessons(all, setting, [5, 3]), [
    await shortLesson(all, { ...setting, seed: 5 }),
    await shortLesson(all, { ...setting, seed: 3 }),
  ]);
});
