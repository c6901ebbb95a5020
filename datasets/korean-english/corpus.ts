/**
 * Makes the generated Korean–English corpus in memory: the same bytes on every machine.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { type KoreanEnglish, splitFiles } from "lib/text/corpora/korean_english.ts";
import { formatPairs } from "lib/text/corpora/pairs_file.ts";
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
import { drawSentence, type GeneratedPair, spellPair } from "../grammar/generate.ts";
import { cafeParts, cafeScenes } from "../grammar/patterns/cafe.ts";
import { splitPairs } from "../grammar/splits.ts";

/** The seed of the published corpus. */
export const seed = 2017;

/** Sentences drawn before duplicates go; enough to fill every split. */
export const draws = 80_000;

/** The longest English translation, in words. */
const longestTarget = 24;

/** Pairs of distinct sources, drawn with `seed`. */
export function generatePairs(seed: number, draws: number): readonly GeneratedPair[] {
  const random = new Random(seed);
  const seen = new Set<string>();
  const pairs: GeneratedPair[] = [];
  const add = (pair: GeneratedPair) => {
    const key = comparisonKey(pair.source);
    if (seen.has(key) || pair.targets[0].split(" ").length > longestTarget) return;
    seen.add(key);
    pairs.push(pair);
  };
  for (const scene of [...cafeScenes(), ...cafeParts()]) add(spellPair(scene));
  for (let i = 0; i < draws; i++) add(spellPair(drawSentence(random)));
  return pairs;
}

/** The corpus with its splits, from the published seed unless other pairs are given. */
export async function makeKoreanEnglish(
  pairs: readonly GeneratedPair[] = generatePairs(seed, draws),
): Promise<KoreanEnglish> {
  const { development, test } = await loadWrittenPairs();
  return splitPairs(pairs, {
    sizes: {
      train: 30_000,
      validation: 1_000,
      testRandom: 1_000,
      testCombinations: 1_500,
      testLengths: 1_000,
    },
    heldOutShare: 0.034,
    heldOutCap: 25,
    heldOut: ["가다 카페 beside 많다"],
    reserved: [...development, ...test].flatMap(({ source, targets }) => [source, ...targets]),
    longFrom: 4,
  });
}

/** Each file's name and text. */
export function corpusFiles(corpus: KoreanEnglish): ReadonlyMap<string, string> {
  // Object.keys forgets which names these are.
  const names = Object.keys(splitFiles) as (keyof KoreanEnglish)[];
  return new Map(names.map((name) => [splitFiles[name], formatPairs(corpus[name])]));
}
