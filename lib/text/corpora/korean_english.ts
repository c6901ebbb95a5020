/**
 * The course's Korean–English sentence pairs, in splits that ask different questions.
 *
 * | split | what it holds |
 * |---|---|
 * | `train` | what models learn from, one canonical translation each |
 * | `validation`, `testRandom` | other sentences of the same kinds |
 * | `testCombinations` | verbs with nouns, and clauses with clauses, that training never shows together |
 * | `testLengths` | four clauses, where training has three at most |
 *
 * No sentence of a validation or test set, in either language, occurs in training. The data and how
 * it is made: `datasets/korean-english/`.
 *
 * @module
 */
import { readText } from "lib/platform/files.ts";
import { projectFile } from "lib/platform/project.ts";
import { parsePairs, type SentencePair } from "./pairs_file.ts";

export type { SentencePair };

/** The corpus, split. */
export interface KoreanEnglish {
  readonly train: readonly SentencePair[];
  readonly validation: readonly SentencePair[];
  readonly testRandom: readonly SentencePair[];
  readonly testCombinations: readonly SentencePair[];
  readonly testLengths: readonly SentencePair[];
}

/** The splits' names and files. */
export const splitFiles: Readonly<Record<keyof KoreanEnglish, string>> = {
  train: "train.tsv",
  validation: "validation.tsv",
  testRandom: "test-random.tsv",
  testCombinations: "test-combinations.tsv",
  testLengths: "test-lengths.tsv",
};

/**
 * Reads all splits.
 *
 * @example
 * ```ts
 * import { loadKoreanEnglish } from "lib/text/corpora/korean_english.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { train, testCombinations } = await loadKoreanEnglish();
 * assertEquals(train.length, 30_000);
 * const cafe = testCombinations.find((pair) => pair.source === "어제 카페 갔었어 거기 사람 많더라");
 * assertEquals(cafe?.targets[0], "I went to the cafe yesterday. There were many people there.");
 * ```
 */
export async function loadKoreanEnglish(): Promise<KoreanEnglish> {
  const read = async (name: keyof KoreanEnglish) =>
    parsePairs(await readText(projectFile(`datasets/korean-english/${splitFiles[name]}`)));
  const [train, validation, testRandom, testCombinations, testLengths] = await Promise.all([
    read("train"),
    read("validation"),
    read("testRandom"),
    read("testCombinations"),
    read("testLengths"),
  ]);
  return { train, validation, testRandom, testCombinations, testLengths };
}

/** The everyday corpus, split: wider in words and constructions than {@linkcode KoreanEnglish}. */
export interface EverydayKoreanEnglish {
  readonly train: readonly SentencePair[];
  readonly validation: readonly SentencePair[];
  readonly test: readonly SentencePair[];
}

/** The everyday splits' names and files. */
export const everydayFiles: Readonly<Record<keyof EverydayKoreanEnglish, string>> = {
  train: "train.tsv",
  validation: "validation.tsv",
  test: "test.tsv",
};

/**
 * Reads all splits of `datasets/korean-english-everyday/`: greetings, requests, prices, questions
 * with their answers. No sentence of a validation or test set, of either corpus or of the written
 * pairs, occurs in its training set.
 *
 * @example
 * ```ts
 * import { loadEverydayKoreanEnglish } from "lib/text/corpora/korean_english.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { train } = await loadEverydayKoreanEnglish();
 * assertEquals(train.length, 60_000);
 * ```
 */
export async function loadEverydayKoreanEnglish(): Promise<EverydayKoreanEnglish> {
  const read = async (name: keyof EverydayKoreanEnglish) =>
    parsePairs(
      await readText(projectFile(`datasets/korean-english-everyday/${everydayFiles[name]}`)),
    );
  const [train, validation, test] = await Promise.all([
    read("train"),
    read("validation"),
    read("test"),
  ]);
  return { train, validation, test };
}
