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

const words = new Set(contentWords);
const longest = Math.max(...contentWords.map(({ length }) => length));

/** The content words at the beginnings of the sentence's words: 사과를 먹어요 has 사과. */
export function contentWordsOf(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let start = 0; start >= 0; start = source.indexOf(" ", start) + 1 || -1) {
    for (let length = 1; length <= longest; length++) {
      const word = source.slice(start, start + length);
      if (words.has(word)) found.add(word);
    }
  }
  return found;
}
