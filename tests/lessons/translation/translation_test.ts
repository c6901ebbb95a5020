import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  columnsOf,
  decodeSentences,
  examine,
  grade,
  gradeWhere,
  missed,
  paddingShare,
  translate,
} from "lib/lessons/translation/translation.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";
import { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { makeBatch } from "lib/training/batches.ts";

await ready();

const pair = (source: string, ...targets: string[]): SentencePair => (
  { source, targets, clauses: 1, pattern: "made up" }
);
const pairs = [
  pair("어제 카페 갔어", "I went to the cafe yesterday."),
  pair("집에서 잘 거야", "I will sleep at home.", "I am going to sleep at home."),
  pair("사람 많더라", "There were many people."),
];
const languages = {
  korean: WordTokenizer.train(pairs.map(({ source }) => source)),
  english: WordTokenizer.train(pairs.map(({ targets }) => targets[0])),
};
const { vocabulary } = languages.english;

function newModel(): Transformer {
  const vocabularies = {
    sourceVocabularySize: languages.korean.vocabulary.size,
    targetVocabularySize: vocabulary.size,
  };
  const sizes = { modelSize: 6, headCount: 3, layerCount: 1, feedForwardSize: 7 };
  return new Transformer({ ...vocabularies, ...sizes }, new Random(1));
}

Deno.test("columnsOf: the target begins with <sos>, the labels end with <eos>", () => {
  const { source, target, labels } = columnsOf(pairs, languages);
  assertEquals(source.length, 3);
  target.forEach((ids, i) => {
    assertEquals(ids[0], vocabulary.sosId);
    assertEquals(labels[i], [...ids.slice(1), vocabulary.eosId]);
  });
  assertEquals(languages.english.decode(labels[1]), pairs[1].targets[0]);
});

Deno.test("paddingShare: of source and labels together", () => {
  const batches = () => makeBatch({ source: [[7, 5], [3]], labels: [[11, 13, 2], [2]] }, 0);
  const before = tf.memory().numTensors;
  assertAlmostEquals(paddingShare(batches, 0), 3 / 10);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("grade: any of the wanted translations is right, and order matters", () => {
  const right = [pairs[0].targets[0], pairs[1].targets[1], pairs[2].targets[0]];
  const perfect = grade(right, pairs);
  assertAlmostEquals(perfect.bleu, 100, 1e-9);
  assertAlmostEquals(perfect.chrf, 100, 1e-9);
  assertEquals(perfect.exact, 1);
  const wrong = grade([right[1], right[0], right[2]], pairs);
  assertAlmostEquals(wrong.exact, 1 / 3);
  assert(wrong.bleu < 60 && wrong.chrf < 90);
});

Deno.test("gradeWhere: only the chosen pairs are marked", () => {
  const written = ["nothing", pairs[1].targets[0], "nothing"];
  const long = gradeWhere(written, pairs, ({ targets }) => targets.length === 2);
  assertEquals(long, grade([written[1]], [pairs[1]]));
  assertEquals([long.exact, grade(written, pairs).exact], [1, 1 / 3]);
});

Deno.test("translate: the words of decodeSentences, which keeps weights on request; nothing leaks", async () => {
  using model = newModel();
  const sources = pairs.map(({ source }) => source);
  const before = tf.memory().numTensors;
  const decoded = await decodeSentences(model, sources, languages, true);
  const texts = await translate(model, sources, languages);
  assertEquals(texts, decoded.map(({ tokens }) => languages.english.decode(tokens)));
  const [first] = decoded[1].weights ?? [];
  assertEquals([first.length, first[0].length], [3, languages.korean.encode(sources[1]).length]);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("examine: an untrained model is about as unsure as a die with a side for each token", async () => {
  using model = newModel();
  const before = tf.memory().numTensors;
  const { loss, bleu, written } = await examine(model, pairs, languages, pairs[0].source);
  assertAlmostEquals(loss, Math.log(vocabulary.size), 1.5);
  assert(bleu < 50 && written.length <= 40);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("missed: a model that cannot see the source misses nothing; else each token has its share", () => {
  using model = newModel();
  const source = columnsOf(pairs, languages).source[0];
  const written = [7, 5, vocabulary.eosId];
  const special = { padId: vocabulary.padId, sosId: vocabulary.sosId };
  const map = missed(model, source, written, special);
  assertEquals([map.length, map[0].length], [3, source.length]);
  assert(map.flat().every((share) => share >= 0 && share <= 1));
  assert(map.flat().some((share) => share > 0));

  const padded = missed(model, [...source, special.padId], written, special);
  padded.forEach((row) => assertAlmostEquals(row[source.length], 0, 1e-6)); // hidden already

  const blind = {
    logits: ({ target }: { target: tf.Tensor }): tf.Tensor =>
      tf.cast(tf.oneHot(tf.cast(target, "int32"), vocabulary.size), "float32"),
  };
  assertEquals(missed(blind, source, written, special).flat(), source.flatMap(() => [0, 0, 0]));
});
