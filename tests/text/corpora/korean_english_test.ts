import { assert, assertEquals } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import {
  type KoreanEnglish,
  loadKoreanEnglish,
  type SentencePair,
} from "lib/text/corpora/korean_english.ts";
import { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";
import { checksums } from "../../../datasets/grammar/files.ts";
import { groupBySentence, splitPairs, wordsOf } from "../../../datasets/grammar/splits.ts";
import {
  corpusFiles,
  draws,
  generatePairs,
  makeKoreanEnglish,
  seed,
} from "../../../datasets/korean-english/corpus.ts";

const corpus = await loadKoreanEnglish();
const generated = generatePairs(seed, draws);
const heldOut: readonly (keyof KoreanEnglish)[] = [
  "validation",
  "testRandom",
  "testCombinations",
  "testLengths",
];

const keys = ({ source, targets }: SentencePair) => [source, ...targets].map(comparisonKey);

Deno.test("korean-english: the files are what the grammar makes", async () => {
  const sums = await Deno.readTextFile(
    new URL("../../../datasets/korean-english/SHA256SUMS", import.meta.url),
  );
  assertEquals(await checksums(corpusFiles(await makeKoreanEnglish(generated))), sums);
  assertEquals(await checksums(corpusFiles(corpus)), sums);
});

Deno.test("korean-english: sizes, and no source twice", () => {
  const all = [corpus.train, ...heldOut.map((name) => corpus[name])].flat();
  assert(all.length >= 30_000);
  assertEquals(corpus.train.length, 30_000);
  for (const name of heldOut) assert(corpus[name].length >= 900, `${name}: ${corpus[name].length}`);
  assertEquals(new Set(all.map(({ source }) => comparisonKey(source))).size, all.length);
  for (const { targets } of all) assert(targets[0].split(" ").length <= 24, targets[0]);
});

Deno.test("korean-english: nothing that is tested is learned, in either language", () => {
  const learned = new Set(corpus.train.flatMap(keys));
  for (const name of heldOut) {
    for (const pair of corpus[name]) {
      assert(!keys(pair).some((key) => learned.has(key)), pair.source);
    }
  }
});

Deno.test("korean-english: held-out sets use only words that training shows", () => {
  const words = new Set(corpus.train.flatMap(wordsOf));
  for (const name of heldOut) {
    for (const pair of corpus[name]) {
      assertEquals(wordsOf(pair).filter((word) => !words.has(word)), [], pair.source);
    }
  }
});

Deno.test("korean-english: held-out combinations occur in no training sentence", () => {
  const combinations = new Map(generated.map((pair) => [pair.source, pair.combinations]));
  const of = (pairs: readonly SentencePair[]) =>
    pairs.flatMap(({ source }) => combinations.get(source) ?? []);
  const learned = new Set(of(corpus.train));
  for (const { source } of corpus.testCombinations) {
    const own = combinations.get(source) ?? [];
    const mates = corpus.testCombinations.filter((other) => other.source === source);
    assert(own.length > 0 && mates.length === 1);
  }
  // A group of sentences goes as a whole, so a few tested sentences hold no new combination themselves.
  const fresh = corpus.testCombinations.filter(({ source }) =>
    (combinations.get(source) ?? []).some((each) => !learned.has(each))
  );
  assert(fresh.length > 0.97 * corpus.testCombinations.length, `${fresh.length}`);
  assert(!learned.has("가다 카페 beside 많다"));
});

Deno.test("korean-english: lengths beyond training", () => {
  assert(corpus.train.every(({ clauses }) => clauses <= 3));
  assert(corpus.testLengths.every(({ clauses }) => clauses === 4));
  const learned = new Set(corpus.train.map(({ pattern }) => pattern));
  assertEquals(corpus.testLengths.filter(({ pattern }) => !learned.has(pattern)), []);
});

Deno.test("korean-english: no combination fills the set that tests them, and none of the others repeats a translation", () => {
  const combinations = new Map(generated.map((pair) => [pair.source, pair.combinations]));
  const learned = new Set(corpus.train.flatMap(({ source }) => combinations.get(source) ?? []));
  const counts = new Map<string, number>();
  for (const { source } of corpus.testCombinations) {
    for (const each of combinations.get(source) ?? []) {
      if (!learned.has(each)) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  assert(most[1] <= 25, `${most}`);
  const withNoun = [...counts.keys()].filter((each) => /^\S+다 \S+$/.test(each));
  assert(withNoun.length > 40, `${withNoun.length} verbs with their nouns`);
  for (const name of ["validation", "testRandom"] as const) {
    const targets = corpus[name].map(({ targets }) => targets[0]);
    assertEquals(new Set(targets).size, targets.length, name);
  }
});

Deno.test("korean-english: the cafe is tested; its words and endings are learned", () => {
  const cafe = "어제 카페 갔었어 거기 사람 많더라";
  assert(corpus.testCombinations.some(({ source }) => source === cafe));
  const learned = corpus.train.map(({ source }) => source);
  for (const word of cafe.split(" ")) {
    assert(learned.filter((source) => source.split(" ").includes(word)).length >= 5, word);
  }
  for (const part of ["어제 카페 갔었어", "거기 사람 많더라"]) assert(learned.includes(part), part);
  assert(!learned.some((source) => /카페에? 갔었?어.*사람/.test(source)));
});

Deno.test("groupBySentence: shared targets tie pairs together, through others too", () => {
  const pair = (source: string, ...targets: string[]) => ({ source, targets });
  const groups = groupBySentence([
    pair("갔어", "I went."),
    pair("먹었어", "I ate."),
    pair("갔어요", "I did go.", "I went!"),
    pair("갔습니다", "i did go"),
  ]);
  assertEquals(groups.map((group) => group.map(({ source }) => source)), [
    ["갔어", "갔어요", "갔습니다"],
    ["먹었어"],
  ]);
});

Deno.test("splitPairs: reserved and held-out sentences stay out of training", () => {
  const pair = (source: string, target: string, combination: string, clauses = 1) => ({
    source,
    targets: [target],
    clauses,
    pattern: "test",
    combinations: [combination],
  });
  const splits = splitPairs([
    pair("가요", "I go.", "가다"),
    pair("와요", "I come.", "오다"),
    pair("봐요", "I see.", "보다"),
    pair("가고 와요", "I go.", "둘", 4),
  ], {
    sizes: { train: 9, validation: 9, testRandom: 9, testCombinations: 9, testLengths: 9 },
    heldOutShare: 0,
    heldOutCap: 9,
    heldOut: ["오다"],
    reserved: ["i SEE"],
    longFrom: 4,
  });
  assertEquals(splits.train, []);
  assertEquals(splits.testCombinations, [], "its words are nowhere in training");
});

Deno.test("korean-english: the nearest training sentence is no translation", () => {
  const search = new NearestNeighbour(corpus.train.map(({ source }) => source));
  const sample = corpus.testCombinations.slice(0, 101);
  const exact = sample.filter(({ source, targets }) =>
    targets.includes(corpus.train[search.find(source).index].targets[0])
  );
  assertEquals(exact.length, 0);
});
