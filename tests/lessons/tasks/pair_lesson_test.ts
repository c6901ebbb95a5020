import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  learnPairs,
  lookBack,
  pairBatch,
  pairLesson,
  writeOut,
} from "lib/lessons/tasks/pair_lesson.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";

const words = new Vocabulary(["어제", "카페", "cafe", "yesterday"]);
const yesterdayKo = 4;
const cafeKo = 5;
const cafeEn = 6;
const yesterdayEn = 7;
const long = { source: ["어제", "카페"], target: ["cafe", "yesterday"] };
const short = { source: ["카페"], target: ["cafe"] };

Deno.test("pairBatch: what is read, what the decoder reads, what it should say, padded at the end", () => {
  using batch = pairBatch(words, [long, short]);
  assertEquals(batch.source.arraySync(), [[yesterdayKo, cafeKo], [cafeKo, words.padId]]);
  assertEquals(batch.target.arraySync(), [
    [words.sosId, cafeEn, yesterdayEn],
    [words.sosId, cafeEn, words.padId],
  ]);
  assertEquals(batch.labels.arraySync(), [
    [cafeEn, yesterdayEn, words.eosId],
    [cafeEn, words.eosId, words.padId],
  ]);
});

Deno.test("pairLesson: draws from the step's stream, and the rate ends at 0", () => {
  const draw = (random: Random) => [random.choice([long, short])];
  const { batches, schedule } = pairLesson(words, { steps: 40, peak: 0.01, draw });
  const drawn = (seed: number) => {
    using batch = batches(1, new Random(seed));
    return batch.source.shape[1];
  };
  assertEquals(drawn(3), drawn(3));
  assertEquals(new Set(Array.from({ length: 20 }, (_, seed) => drawn(seed))), new Set([1, 2]));
  assertAlmostEquals(schedule(2), 0.01, 1e-9);
  assertAlmostEquals(schedule(40), 0, 1e-9);
});

const sizes = {
  sourceVocabularySize: words.size,
  targetVocabularySize: words.size,
  embeddingSize: 3,
  hiddenSize: 5,
  cell: "gru",
} as const;
const turned = { source: ["카페", "어제"], target: ["yesterday", "cafe"] };

Deno.test("lookBack: the mean of the pairs' weights, written by read, and no tensor is left", () => {
  using model = new Seq2Seq({ ...sizes, attention: "additive" }, new Random(2));
  const before = tf.memory().numTensors;
  const [first, second, both] = [[long], [turned], [long, turned]].map((pairs) =>
    lookBack(model, words, pairs)
  );
  assertEquals(tf.memory().numTensors, before);
  assertEquals([both.length, both[0].length], [3, 2]);
  for (const [i, row] of both.entries()) {
    assertAlmostEquals(row[0] + row[1], 1, 1e-6);
    row.forEach((mean, j) => assertAlmostEquals(mean, (first[i][j] + second[i][j]) / 2, 1e-6));
  }
  const { weights } = tf.tidy(() => ({
    weights: model.forward(pairBatch(words, [long]), inference).weights?.arraySync(),
  }));
  assertEquals([first], weights);
});

Deno.test("lookBack: without attention, or with several lengths, it says so", () => {
  using blind = new Seq2Seq(sizes, new Random(2));
  assertThrows(() => lookBack(blind, words, [long]), RangeError, "expected a model with attention");
  assertThrows(() => lookBack(blind, words, [long, short]), RangeError, "got 2 → 2, 1 → 1");
  assertThrows(() => lookBack(blind, words, []), RangeError, "got none");
});

Deno.test("learnPairs, writeOut: two pairs are learned, written back, and no tensor is left", async () => {
  using model = new Seq2Seq({ ...sizes, attention: "multiplicative" }, new Random(2));
  const lesson = pairLesson(words, { steps: 80, peak: 0.03, draw: () => [long, short] });
  const before = tf.memory().numTensors;
  const losses: number[] = [];
  await learnPairs(model, lesson, new Random(3), ({ loss }) => losses.push(loss));
  assertEquals([losses.length, losses[79] < losses[0] / 4], [80, true]);
  for (const { source, target } of [long, short]) {
    assertEquals(await writeOut(model, words, source), target);
  }
  assertEquals((await writeOut(model, words, long.source, 1)).length, 1);
  assertEquals(tf.memory().numTensors, before);
});
