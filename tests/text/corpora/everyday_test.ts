import { assert, assertEquals } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import {
  loadEverydayKoreanEnglish,
  loadKoreanEnglish,
  type SentencePair,
} from "lib/text/corpora/korean_english.ts";
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
import * as adjectives from "../../../datasets/grammar/everyday/lexicon/adjectives.ts";
import { contentWords, contentWordsOf } from "../../../datasets/grammar/everyday/vocabulary.ts";
import { checksums } from "../../../datasets/grammar/files.ts";
import { wordsOf } from "../../../datasets/grammar/splits.ts";
import {
  everydayCorpusFiles,
  makeEveryday,
} from "../../../datasets/korean-english-everyday/corpus.ts";

const everyday = await loadEverydayKoreanEnglish();
const { train, validation, test } = everyday;
const core = await loadKoreanEnglish();
const keys = ({ source, targets }: SentencePair) => [source, ...targets].map(comparisonKey);

Deno.test("everyday: the files are what the grammar makes", async () => {
  const sums = await Deno.readTextFile(
    new URL("../../../datasets/korean-english-everyday/SHA256SUMS", import.meta.url),
  );
  assertEquals(await checksums(everydayCorpusFiles(await makeEveryday())), sums);
  assertEquals(await checksums(everydayCorpusFiles(everyday)), sums);
});

Deno.test("everyday: sizes, no source twice, well-formed text", () => {
  assertEquals([train.length, validation.length, test.length], [60_000, 1_000, 1_000]);
  const all = [train, validation, test].flat();
  assertEquals(new Set(all.map(({ source }) => comparisonKey(source))).size, all.length);
  for (const { source, targets, pattern } of all) {
    for (const target of targets) assert(/^[A-Z\d"].*[.?!]$/.test(target), target);
    for (const text of [source, ...targets]) {
      assert(!/[{}[\]|~_]|undefined|null| {2}|(?<!\.)\.\.(?!\.)|\s[.?!,]/.test(text), text);
    }
    assert(!/[a-zA-Z]/.test(source), source);
    assert(!/[가-힣ㄱ-ㅎ]/.test(targets[0]), targets[0]);
    // 영수증 주세요. is asked for in English: Can I have the receipt, please?
    const asks = [source.endsWith("?"), targets[0].endsWith("?")];
    assert(asks[0] === asks[1] || /frame/.test(pattern), source);
  }
});

Deno.test("everyday: nothing that is tested anywhere is learned, in either language", async () => {
  const learned = new Set([...train, ...core.train].flatMap(keys));
  const written = await loadWrittenPairs();
  const tested = [validation, test, written.development, written.test].flat();
  assertEquals(tested.filter((pair) => keys(pair).some((key) => learned.has(key))), []);
  const everydayOnly = new Set(train.flatMap(keys));
  const others = [core.validation, core.testRandom, core.testCombinations, core.testLengths].flat();
  assertEquals(others.filter((pair) => keys(pair).some((key) => everydayOnly.has(key))), []);
  const words = new Set(train.flatMap(wordsOf));
  const fresh = [validation, test].flat().flatMap(wordsOf).filter((word) => !words.has(word));
  assertEquals(fresh, []);
});

Deno.test("everyday: each content word has at least 25 contexts", () => {
  const counts = new Map<string, number>();
  for (const { source } of train) {
    for (const word of contentWordsOf(source)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rare = contentWords.filter((word) => (counts.get(word) ?? 0) < 25);
  assertEquals(rare, []);
  assert(contentWords.length > 600, `${contentWords.length}`);
  const qualities = new Set(Object.values(adjectives).flat().map(({ frame }) => frame.verb));
  assert(qualities.size > 110, `${qualities.size}`);
});

Deno.test("everyday: shares of questions, requests, numbers and of the commonest constructions", () => {
  const share = (is: (pair: SentencePair) => boolean) => train.filter(is).length / train.length;
  const questions = share(({ source }) => source.includes("?"));
  assert(questions > 0.25 && questions < 0.4, `${questions}`);
  const numbers = share(({ source, pattern }) =>
    /\d/.test(source) || /^(price|amount|clock|date|age|duration|count|measure)$/.test(pattern)
  );
  assert(numbers > 0.06, `${numbers}`);
  const counts = new Map<string, number>();
  for (const { pattern } of train) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const [, most] = [...counts].sort(([, a], [, b]) => b - a)[0];
  assert(counts.size > 90 && most < 0.06 * train.length, `${counts.size} constructions, ${most}`);
});

Deno.test("everyday: particles and negation decide, and one meaning is said at several levels", () => {
  const reversed = train.filter(({ source, pattern }) =>
    pattern === "free order" && /^(\S+ )?\S+[을를] \S+[이가] /.test(source)
  );
  assert(reversed.length > 100, `${reversed.length} objects in front`);
  const bySense = new Map<string, Set<string>>();
  for (const { source, targets: [target] } of train) {
    const level = /니다[.]?$|니까\?$|시오[.]?$/.test(source)
      ? "formal"
      : /요[.?!]*$/.test(source)
      ? "polite"
      : "plain";
    bySense.set(target, (bySense.get(target) ?? new Set()).add(level));
  }
  const several = [...bySense.values()].filter((levels) => levels.size > 1).length;
  assert(several > 5_000, `${several} translations said at several levels`);
});
