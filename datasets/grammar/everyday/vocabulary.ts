/**
 * The content words of the everyday lexicon, as they stand in a sentence before their particles.
 *
 * @module
 */
import { nounKinds } from "./lexicon/nouns.ts";
import { everydayVerbs } from "./lexicon/verbs.ts";

/** Nouns of all kinds, and the nouns that 하다 makes verbs of: 사과, 공부. */
export const contentWords: readonly string[] = [
  ...new Set([
    ...Object.values(nounKinds).flat().map(({ korean }) => korean),
    ...everydayVerbs.filter(({ verb }) => verb.includes("~")).map(({ verb }) => verb.split("~")[0]),
  ]),
];

/** Whether the sentence has the word at the beginning of one of its words. */
export function hasWord(source: string, word: string): boolean {
  return source.startsWith(word) || source.includes(` ${word}`);
}
