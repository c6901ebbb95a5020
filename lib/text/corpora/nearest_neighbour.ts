/**
 * The baseline that every translation model must beat: look up the training sentence most like the
 * one to translate, and answer with its translation.
 *
 * Likeness is the cosine between bags of character pairs, the rarer pairs weighing more (tf–idf;
 * Salton and Buckley, 1988): Korean endings and particles make words differ that mean the same.
 *
 * @module
 */
import { comparisonKey } from "./comparison.ts";

/** A training sentence that the baseline found, and how alike it is (0 to 1). */
export interface Neighbour {
  readonly index: number;
  readonly similarity: number;
}

/** Finds the most similar of a fixed list of sentences. */
export class NearestNeighbour {
  readonly #sentences: number;
  readonly #rarity = new Map<string, number>();
  readonly #postings = new Map<string, { readonly index: number; readonly weight: number }[]>();

  /** @param sentences What to search, such as the training sources. */
  constructor(sentences: readonly string[]) {
    this.#sentences = sentences.length;
    const bags = sentences.map(bag);
    for (const counts of bags) {
      for (const pair of counts.keys()) {
        this.#rarity.set(pair, (this.#rarity.get(pair) ?? 0) + 1);
      }
    }
    for (const [pair, count] of this.#rarity) {
      this.#rarity.set(pair, Math.log((1 + sentences.length) / (1 + count)) + 1);
    }
    bags.forEach((counts, index) => {
      for (const [pair, weight] of this.#unit(counts)) {
        const list = this.#postings.get(pair) ?? [];
        if (list.length === 0) this.#postings.set(pair, list);
        list.push({ index, weight });
      }
    });
  }

  /**
   * The most similar sentence; the first of equals. Similarity is 0 when nothing is shared.
   *
   * @example
   * ```ts
   * import { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";
   * import { assertEquals } from "@std/assert";
   *
   * const search = new NearestNeighbour(["커피를 마셨어요.", "책을 읽었어요."]);
   * assertEquals(search.find("책을 읽을 거예요.").index, 1);
   * ```
   */
  find(sentence: string): Neighbour {
    const scores = this.#similarities(sentence);
    let best = 0;
    for (let i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
    return { index: best, similarity: scores[best] ?? 0 };
  }

  /** The `count` most similar sentences that share anything, the most similar first. */
  findSeveral(sentence: string, count: number): Neighbour[] {
    const found = Array.from(
      this.#similarities(sentence),
      (similarity, index) => ({ index, similarity }),
    );
    return found.filter(({ similarity }) => similarity > 0)
      .sort((a, b) => b.similarity - a.similarity || a.index - b.index).slice(0, count);
  }

  /** How similar each sentence is. */
  #similarities(sentence: string): Float64Array {
    const scores = new Float64Array(this.#sentences);
    for (const [pair, weight] of this.#unit(bag(sentence))) {
      for (const posting of this.#postings.get(pair) ?? []) {
        scores[posting.index] += weight * posting.weight;
      }
    }
    return scores;
  }

  /** Weights by rarity, scaled to length 1. */
  #unit(counts: ReadonlyMap<string, number>): [string, number][] {
    const weighted = [...counts].map(([pair, count]): [string, number] => [
      pair,
      count * (this.#rarity.get(pair) ?? 0),
    ]);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    return length === 0 ? [] : weighted.map(([pair, weight]) => [pair, weight / length]);
  }
}

/** How often each pair of neighbouring characters occurs; ends count as neighbours. */
function bag(sentence: string): Map<string, number> {
  const characters = ["<", ...comparisonKey(sentence), ">"];
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = characters[i] + characters[i + 1];
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
