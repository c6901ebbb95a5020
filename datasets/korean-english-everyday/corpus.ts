/**
 * Makes the everyday Korean–English corpus in memory: the same bytes on every machine.
 *
 * @module
 */
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import {
  everydayFiles,
  type EverydayKoreanEnglish,
  loadKoreanEnglish,
  type SentencePair,
} from "lib/text/corpora/korean_english.ts";
import { formatPairs } from "lib/text/corpora/pairs_file.ts";
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
import { everydayPairs } from "../grammar/everyday/generate.ts";
import { fraction, groupBySentence, wordsOf } from "../grammar/splits.ts";

/** The seed of the published corpus. */
export const seed = 521;

/** Distinct sources drawn, before what is tested elsewhere goes; enough to fill every split. */
export const draws = 62_500;

/** How many pairs each split takes at most. */
const sizes: Readonly<Record<keyof EverydayKoreanEnglish, number>> = {
  train: 60_000,
  validation: 1_000,
  test: 1_000,
};

const keysOf = ({ source, targets }: SentencePair) => [source, ...targets].map(comparisonKey);

/** The corpus with its splits, from the published seed unless other pairs are given. */
export async function makeEveryday(
  pairs: readonly SentencePair[] = everydayPairs(seed, draws),
): Promise<EverydayKoreanEnglish> {
  const [core, written] = await Promise.all([loadKoreanEnglish(), loadWrittenPairs()]);
  const tested = new Set(
    [
      core.validation,
      core.testRandom,
      core.testCombinations,
      core.testLengths,
      written.development,
      written.test,
    ].flat()
      .flatMap(keysOf),
  );
  const learned = new Set(core.train.flatMap(keysOf));
  const splits: Record<keyof EverydayKoreanEnglish, SentencePair[]> = {
    train: [],
    validation: [],
    test: [],
  };
  for (const group of groupBySentence(pairs)) {
    const keys = group.flatMap(keysOf);
    const chance = fraction(comparisonKey(group[0].targets[0]));
    // The core's training sentences may be learned here too, but not tested.
    const split = chance < 0.02 ? "validation" : chance < 0.04 ? "test" : "train";
    if (split !== "train" && keys.some((key) => learned.has(key))) continue;
    // What is tested elsewhere may be tested here too, but not learned; a group is large, so only
    // its members go that are tested themselves, and those that say the same in either language.
    splits[split].push(
      ...(split === "train"
        ? group.filter((pair) => !keysOf(pair).some((key) => tested.has(key)))
        : group),
    );
  }
  const train = splits.train.slice(0, sizes.train);
  const words = new Set(train.flatMap((pair) => wordsOf(pair)));
  const heldOut = (name: "validation" | "test") =>
    splits[name].filter((pair) => wordsOf(pair).every((word) => words.has(word)))
      .slice(0, sizes[name]);
  return {
    train: train.map((pair) => ({ ...pair, targets: pair.targets.slice(0, 1) })),
    validation: heldOut("validation"),
    test: heldOut("test"),
  };
}

/** Each file's name and text. */
export function everydayCorpusFiles(corpus: EverydayKoreanEnglish): ReadonlyMap<string, string> {
  // Object.keys forgets which names these are.
  const names = Object.keys(everydayFiles) as (keyof EverydayKoreanEnglish)[];
  return new Map(names.map((name) => [everydayFiles[name], formatPairs(corpus[name])]));
}
