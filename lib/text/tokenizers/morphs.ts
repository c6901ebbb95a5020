/**
 * Stems, particles and endings, found without a dictionary.
 *
 * 갔었어, 갔어 and 먹었어 share parts that a list of whole words cannot see. Which parts? Those that make the
 * shortest description (Rissanen, 1978): write down the parts once, then every word as a sequence of them.
 * A part that many words share pays for its place in the list, one that few use does not:
 *
 *   description = Σ (spelling of each part) + Σ over words Σ over parts −ln p(part)
 *
 * The list begins with every substring. Each round splits all words in the cheapest way (Viterbi, 1967),
 * counts anew, and strikes out the parts that cost more to list than they save. Words count by how many
 * *different* ones there are, nearly: a word seen n times counts 1 + ln n, or frequent forms would never be
 * taken apart. A part within a word carries `##` and is another one than at its beginning.
 *
 * @see Creutz and Lagus, "Unsupervised Discovery of Morphemes", 2002 (Morfessor)
 * @module
 */
import { joiner, pieceToken, readPieceToken } from "lib/text/tokenizers/joined_pieces.ts";

/** How often each part is used, in the damped counts of training. */
export type MorphCounts = ReadonlyMap<string, number>;

/** The words of a corpus with their damped counts. */
type Corpus = readonly { readonly word: string; readonly count: number }[];

/** Longer parts are not looked for: no particle or ending comes near it. */
const longestPart = 8;
/** Striking a part out changes what the others save: each round takes only the worst half. */
const roundLimit = 20;

/** The costs of parts, −ln p, and the cheapest way to write a word with them. */
export class MorphSplitter {
  readonly #costs: ReadonlyMap<string, number>;
  readonly #unknown: number;

  /**
   * @param counts How often each part is used.
   * @param spelling The cost of listing one syllable, which training adds: each use of a part bears its
   * share. 0 when the list is made.
   */
  constructor(counts: MorphCounts, spelling = 0) {
    let total = 0;
    for (const count of counts.values()) total += count;
    this.#costs = new Map(
      Array.from(counts, ([part, count]) => {
        return [part, Math.log(total / count) + listingCost(part, spelling) / count];
      }),
    );
    // A syllable that is no part yet would have to be listed; later it is to be the last resort.
    this.#unknown = Math.log(total + 1) + (2 * spelling || 20);
  }

  /** The cost of `part`, or Infinity. */
  cost(part: string): number {
    return this.#costs.get(part) ?? Infinity;
  }

  /**
   * The parts of `word`, a token with `##` in front if it joins another. A syllable that no part covers
   * is a part by itself.
   *
   * @param without A part that must not be used: what would it cost to do without?
   */
  split(word: string, without?: string): { parts: string[]; cost: number } {
    const { text, joined } = readPieceToken(word);
    const syllables = [...text];
    const costs = [0, ...syllables.map(() => Infinity)];
    const starts = [0];
    for (let end = 1; end <= syllables.length; end++) {
      for (let start = Math.max(0, end - longestPart); start < end; start++) {
        const part = pieceToken(syllables.slice(start, end).join(""), joined || start > 0);
        let cost = part === without ? Infinity : this.cost(part);
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
    ([word, count]) => ({ word, count: 1 + Math.log(count) }),
  );
  const alphabet = new Set(corpus.flatMap(({ word }) => [...readPieceToken(word).text]));
  const spelling = Math.log(alphabet.size + 1);

  let counts = countSubstrings(corpus);
  for (let round = 0; round < roundLimit; round++) {
    const used = countUses(corpus, new MorphSplitter(counts, spelling));
    const splitter = new MorphSplitter(used, spelling);
    const losses: { part: string; loss: number }[] = [];
    for (const [part, count] of used) {
      // What its uses cost, its share of the list included, against what they would cost without it.
      const loss = count * (splitter.cost(part) - splitter.split(part, part).cost);
      if (loss > 0) losses.push({ part, loss });
    }
    losses.sort((a, b) => b.loss - a.loss || (a.part < b.part ? -1 : 1));
    for (const { part } of losses.slice(0, Math.ceil(losses.length / 2))) used.delete(part);
    counts = used;
    if (losses.length === 0) break;
  }
  // The list is made. Splitting by it alone changes the counts a little, until nothing moves any more.
  for (let round = 0; round < roundLimit; round++) {
    const used = countUses(corpus, new MorphSplitter(counts));
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

/** What it costs to list `part`: to choose each syllable, and the end, out of the alphabet. */
function listingCost(part: string, spelling: number): number {
  return ([...readPieceToken(part).text].length + 1) * spelling;
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
