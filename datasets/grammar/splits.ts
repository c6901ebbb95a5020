/**
 * Divides generated pairs into training and test sets that share no sentence in either language.
 *
 * Pairs that share a sentence (one English sentence has several Korean ones, by speech level and word
 * order) form a group, and a group goes to one split as a whole.
 *
 * @module
 */
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import type { KoreanEnglish, SentencePair } from "lib/text/corpora/korean_english.ts";
import type { GeneratedPair } from "./generate.ts";

/** How many pairs each split takes at most, and what is held out. */
export interface SplitOptions {
  readonly sizes: Readonly<Record<keyof KoreanEnglish, number>>;
  /** Share of combinations that only `testCombinations` may hold; a verb with its noun is held out more often. */
  readonly heldOutShare: number;
  /** The most pairs that `testCombinations` takes of one combination. */
  readonly heldOutCap: number;
  /** Combinations that are held out in any case. */
  readonly heldOut: readonly string[];
  /** Sentences, in either language, that belong to another test set. */
  readonly reserved: readonly string[];
  /** The fewest clauses of `testLengths`. */
  readonly longFrom: number;
}

/** Splits the pairs in the order in which they come. */
export function splitPairs(pairs: readonly GeneratedPair[], options: SplitOptions): KoreanEnglish {
  const reserved = new Set(options.reserved.map(comparisonKey));
  const forced = new Set(options.heldOut);
  const isHeldOut = (combination: string) =>
    forced.has(combination) ||
    fraction(combination) < options.heldOutShare * (isVerbWithNoun(combination) ? 3 : 1);
  const taken = new Map<string, number>();
  const splits: Record<keyof KoreanEnglish, GeneratedPair[]> = {
    train: [],
    validation: [],
    testRandom: [],
    testCombinations: [],
    testLengths: [],
  };
  for (const group of groupBySentence(pairs)) {
    const combined = group.some(({ combinations }) => combinations.some(isHeldOut));
    const long = group.some(({ clauses }) => clauses >= options.longFrom);
    // A reserved sentence is tested elsewhere: it may be tested here too, but not learned.
    const known = !combined &&
      group.some(({ source, targets }) =>
        [source, ...targets].some((text) => reserved.has(comparisonKey(text)))
      );
    if (known || combined && long) continue;
    if (combined) {
      const held = [
        ...new Set(group.flatMap(({ combinations }) => combinations.filter(isHeldOut))),
      ];
      const most = Math.max(...held.map((each) => taken.get(each) ?? 0));
      if (most + group.length > options.heldOutCap) continue;
      for (const each of held) taken.set(each, (taken.get(each) ?? 0) + group.length);
    }
    const chance = fraction(comparisonKey(group[0].targets[0]));
    const split = combined
      ? "testCombinations"
      : long
      ? "testLengths"
      : chance < 0.05
      ? "validation"
      : chance < 0.1
      ? "testRandom"
      : "train";
    splits[split].push(...group);
  }
  const train = splits.train.slice(0, options.sizes.train);
  const words = new Set(train.flatMap((pair) => wordsOf(pair)));
  const limit = (name: keyof KoreanEnglish) =>
    distinct(name, splits[name].filter((pair) => wordsOf(pair).every((word) => words.has(word))))
      .slice(0, options.sizes[name]).map((pair) => published(pair, pair.targets));
  return {
    train: train.map((pair) => published(pair, pair.targets.slice(0, 1))),
    validation: limit("validation"),
    testRandom: limit("testRandom"),
    testCombinations: limit("testCombinations"),
    testLengths: limit("testLengths"),
  };
}

/** One pair of each translation, where a set asks for new sentences; all of them elsewhere. */
function distinct(
  name: keyof KoreanEnglish,
  pairs: readonly GeneratedPair[],
): readonly GeneratedPair[] {
  if (name !== "testRandom" && name !== "validation") return pairs;
  const seen = new Set<string>();
  return pairs.filter(({ targets: [target] }) => !seen.has(target) && seen.add(target));
}

/** `마시다 커피`, but neither `자다` nor a clause with the verb that follows it. */
function isVerbWithNoun(combination: string): boolean {
  return /^\S+다 \S+$/.test(combination) && !combination.endsWith("다");
}

function published(
  { source, clauses, pattern }: GeneratedPair,
  targets: readonly string[],
): SentencePair {
  return { source, targets, clauses, pattern };
}

/** The words of both languages, so that tests ask for new sentences and not for unseen words. */
export function wordsOf({ source, targets }: Pick<SentencePair, "source" | "targets">): string[] {
  const words = (text: string) => text.toLowerCase().split(/[\s.,?!]+/).filter(Boolean);
  return [...words(source), ...words(targets[0])];
}

/** Pairs that share a source or any target, directly or through others; in order of their first pair. */
export function groupBySentence<T extends Pick<SentencePair, "source" | "targets">>(
  pairs: readonly T[],
): readonly (readonly T[])[] {
  const parent = pairs.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const owner = new Map<string, number>();
  pairs.forEach(({ source, targets }, i) => {
    for (const key of [source, ...targets].map(comparisonKey)) {
      const earlier = owner.get(key);
      if (earlier === undefined) owner.set(key, i);
      else {
        const [low, high] = [root(earlier), root(i)].sort((a, b) => a - b);
        parent[high] = low;
      }
    }
  });
  const groups = new Map<number, T[]>();
  pairs.forEach((pair, i) => {
    const group = groups.get(root(i)) ?? [];
    if (group.length === 0) groups.set(root(i), group);
    group.push(pair);
  });
  return [...groups.values()];
}

/** A number in [0, 1) that the text alone decides (FNV-1a, mixed). */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
