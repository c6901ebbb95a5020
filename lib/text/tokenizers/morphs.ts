/**
 * Stems, particles and endings, found without a dictionary.
 *
 * 갔었어, 갔어 and 먹었어 share parts that a list of whole words cannot see. Which parts? Those that make the
 * shortest description (Rissanen, 1978): write down the parts once, then every word as a sequence of them.
 * A part that many words share pays for its place in the list, one that few use does not:
 *
 *   description = Σ (spelling of each part) + Σ over words Σ over parts −ln p(part)
 *
 * In the program a part bears its own spelling, shared among its uses: a part is cheap if it is frequent or
 * short. The list begins with every substring. Each round splits all words in the cheapest way (Viterbi,
 * 1967) and counts anew; what nothing uses any more is off the list; when the counts stay, it is done.
 *
 * Words count by how many *different* ones there are, nearly: a word seen n times counts 1 + ¼ ln n, or
 * frequent forms would never be taken apart. A part within a word carries `##` and is another one than at
 * its beginning.
 *
 * @see Creutz and Lagus, "Unsupervised Discovery of Morphemes", 2002 (Morfessor)
 * @module
 */
import { joiner, pieceToken, readPieceToken } from "./joined_pieces.ts";

/** How often each part is used, in the damped counts of training. */
export type MorphCounts = ReadonlyMap<string, number>;

/** The words of a corpus with their damped counts. */
type Corpus = readonly { readonly word: string; readonly count: number }[];

/** Longer parts are not looked for: no particle or ending comes near it. */
const longestPart = 8;
/** The counts settle after five to ten rounds. */
const roundLimit = 20;

/** What each part costs, and the cheapest way to write a word with them. */
export class MorphSplitter {
  readonly #costs: ReadonlyMap<string, number>;
  readonly #unknown: number;

  /** @param counts How often each part is used. */
  constructor(counts: MorphCounts) {
    let total = 0;
    const alphabet = new Set<string>();
    for (const [part, count] of counts) {
      total += count;
      for (const syllable of readPieceToken(part).text) alphabet.add(syllable);
    }
    // To spell a part is to choose each of its syllables, and its end, out of the alphabet.
    const choice = Math.log(alphabet.size + 1);
    this.#costs = new Map(
      Array.from(counts, ([part, count]) => {
        const spelling = ([...readPieceToken(part).text].length + 1) * choice;
        return [part, Math.log(total / count) + spelling / count];
      }),
    );
    // A syllable that is no part costs what it would if it were used this once.
    this.#unknown = Math.log(total + 1) + 2 * choice;
  }

  /** The cost of `part`, or Infinity. */
  cost(part: string): number {
    return this.#costs.get(part) ?? Infinity;
  }

  /**
   * The parts of `word`, a token with `##` in front if it joins another. A syllable that no part covers
   * is a part by itself.
   */
  split(word: string): { parts: string[]; cost: number } {
    const { text, joined } = readPieceToken(word);
    const syllables = [...text];
    const costs = [0, ...syllables.map(() => Infinity)];
    const starts = [0];
    for (let end = 1; end <= syllables.length; end++) {
      for (let start = Math.max(0, end - longestPart); start < end; start++) {
        const part = pieceToken(syllables.slice(start, end).join(""), joined || start > 0);
        let cost = this.cost(part);
        if (cost === Infinity && end - start === 1) cost = this.#unknown;
        if (costs[start] + cost < costs[end]) {
          costs[end] = costs[start] + cost;
          starts[end] = start;
        }
      }
    }
    const parts: string[] = [];
    for (let end = syllables.length; end > 0; end = starts[end]) {
      const start = starts[end];
      parts.unshift(pieceToken(syllables.slice(start, end).join(""), joined || start > 0));
    }
    return { parts, cost: costs[syllables.length] };
  }
}

/**
 * The parts of `words` with the shortest description.
 *
 * @param words Words (with `##` if joined to what stands before) and how often the corpus has them.
 *
 * @example
 * ```ts
 * import { learnMorphs, MorphSplitter } from "lib/text/tokenizers/morphs.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const stems = ["카페", "학교", "도서관", "바다", "시장", "우체국"];
 * const particles = ["에", "에서", "는", "로", "까지"];
 * const words = stems.flatMap((stem) => particles.map((particle) => stem + particle));
 * const seen = words.filter((word) => word !== "카페에서");
 * const splitter = new MorphSplitter(learnMorphs(new Map(seen.map((word) => [word, 1]))));
 * assertEquals(splitter.split("카페에서").parts, ["카페", "##에서"]);
 * ```
 */
export function learnMorphs(words: ReadonlyMap<string, number>): MorphCounts {
  const corpus: Corpus = Array.from(
    words,
    ([word, count]) => ({ word, count: 1 + Math.log(count) / 4 }),
  );
  // At first everything is split too much, since short parts still have the counts of all the longer ones
  // that hold them. So every word may be a part again in each round, until that changes nothing any more;
  // then the list has to do without.
  const offered = settle(countSubstrings(corpus), corpus, (counts) =>
    new Map([
      ...corpus.map(({ word, count }) => [word, count] as const),
      ...counts,
    ]));
  return settle(offered, corpus, (counts) => counts);
}

/** Splits and counts again, each time by the parts that `offer` makes of the counts, until they stay. */
function settle(
  counts: MorphCounts,
  corpus: Corpus,
  offer: (counts: MorphCounts) => MorphCounts,
): MorphCounts {
  for (let round = 0; round < roundLimit; round++) {
    const used = countUses(corpus, new MorphSplitter(offer(counts)));
    const settled = used.size === counts.size &&
      [...used].every(([part, count]) => counts.get(part) === count);
    counts = used;
    if (settled) break;
  }
  return counts;
}

/** How often each part is used when `splitter` splits the words. */
function countUses(corpus: Corpus, splitter: MorphSplitter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, count } of corpus) {
    for (const part of splitter.split(word).parts) {
      counts.set(part, (counts.get(part) ?? 0) + count);
    }
  }
  return counts;
}

/** Every substring of up to {@linkcode longestPart} syllables, with its count: what the list begins with. */
function countSubstrings(corpus: Corpus): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, count } of corpus) {
    const joined = word.startsWith(joiner);
    const syllables = [...readPieceToken(word).text];
    for (let start = 0; start < syllables.length; start++) {
      for (let end = start + 1; end <= Math.min(syllables.length, start + longestPart); end++) {
        const part = pieceToken(syllables.slice(start, end).join(""), joined || start > 0);
        counts.set(part, (counts.get(part) ?? 0) + count);
      }
    }
  }
  return counts;
}
