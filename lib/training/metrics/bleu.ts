/**
 * BLEU (Papineni et al., 2002): how many of a translation's words, word pairs, triples and quadruples
 * also stand in a human's translation, over a whole corpus. Numbers agree with sacreBLEU (Post, 2018),
 * whose definition made published scores comparable.
 *
 * Two things keep it honest. Matches are clipped: a word counts at most as often as in the reference.
 * And a brevity penalty lowers the score of a corpus that is shorter than its reference, because
 * precision alone would reward saying little.
 *
 * @module
 */
import { countNgrams, matchesOf, totalOf } from "./ngrams.ts";
import { tokenize13a } from "./tokenize_13a.ts";

/**
 * What an n-gram order without any match counts as (Chen and Cherry, 2014):
 * - `exp`: ½ match, then ¼, ⅛ … for each further such order; sacreBLEU's default.
 * - `none`: nothing, so that the whole score is 0.
 * - `floor`: `value` matches, usually 0.1.
 * - `addK`: `value` (usually 1) is added to the matches and totals of all orders above 1.
 */
export type BleuSmoothing =
  | { readonly method: "exp" | "none" }
  | { readonly method: "floor" | "addK"; readonly value: number };

/** How BLEU is counted; the defaults are sacreBLEU's. */
export interface BleuOptions {
  /** Splits a line into tokens. Default: {@linkcode tokenize13a}. */
  readonly tokenize?: (line: string) => string[];
  /** Ignore case. Default: false. */
  readonly lowercase?: boolean;
  /** Default: `exp`. */
  readonly smoothing?: BleuSmoothing;
  /** Leave out the orders that are longer than the text: for single sentences. Default: false. */
  readonly effectiveOrder?: boolean;
}

/** What BLEU is computed from; index 0 is for single words, index 3 for quadruples. */
export interface BleuStatistics {
  /** Clipped matches by n-gram order. */
  readonly matches: readonly number[];
  /** N-grams of the hypotheses by order. */
  readonly totals: readonly number[];
  /** Tokens of all hypotheses. */
  readonly hypothesisLength: number;
  /** Tokens of all references; of several, the one whose length is closest counts. */
  readonly referenceLength: number;
}

/** A BLEU score and what it is made of. */
export interface BleuScore extends BleuStatistics {
  /** BLEU from 0 to 100. */
  readonly score: number;
  /** Smoothed precision by n-gram order, from 0 to 100. */
  readonly precisions: readonly number[];
  /** 1 when the hypotheses are long enough, smaller when they are too short. */
  readonly brevityPenalty: number;
}

const highestOrder = 4;

/**
 * BLEU of a corpus.
 *
 * @param hypotheses A system's translations, one line each, not tokenised.
 * @param references For each line its reference, or several.
 *
 * @example sacreBLEU's own example, with two references for each line
 * ```ts
 * import { corpusBleu } from "lib/training/metrics/bleu.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { score } = corpusBleu(
 *   ["The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."],
 *   [
 *     ["The dog bit the man.", "The dog had bit the man."],
 *     ["It was not unexpected.", "No one was surprised."],
 *     ["The man bit him first.", "The man had bitten the dog."],
 *   ],
 * );
 * assertAlmostEquals(score, 48.530827, 1e-6);
 * ```
 */
export function corpusBleu(
  hypotheses: readonly string[],
  references: readonly (string | readonly string[])[],
  options: BleuOptions = {},
): BleuScore {
  if (hypotheses.length !== references.length) {
    throw new RangeError(
      `expected as many hypotheses as references, got ${hypotheses.length} and ${references.length}`,
    );
  }
  const { tokenize = tokenize13a, lowercase = false } = options;
  const tokens = (line: string) => tokenize((lowercase ? line.toLowerCase() : line).trimEnd());
  const matches = new Array<number>(highestOrder).fill(0);
  const totals = new Array<number>(highestOrder).fill(0);
  let hypothesisLength = 0;
  let referenceLength = 0;
  hypotheses.forEach((line, i) => {
    const hypothesis = tokens(line);
    const wanted = [references[i]].flat().map(tokens);
    if (wanted.length === 0) throw new RangeError(`expected a reference for line ${i}, got none`);
    hypothesisLength += hypothesis.length;
    referenceLength += closestLength(hypothesis.length, wanted.map((words) => words.length));
    for (let n = 1; n <= highestOrder; n++) {
      const counts = countNgrams(hypothesis, n, " ");
      matches[n - 1] += matchesOf(counts, mostOften(wanted, n));
      totals[n - 1] += totalOf(counts);
    }
  });
  return scoreBleu({ matches, totals, hypothesisLength, referenceLength }, options);
}

/** BLEU from counts: brevity penalty times the geometric mean of the precisions. */
export function scoreBleu(statistics: BleuStatistics, options: BleuOptions = {}): BleuScore {
  const { smoothing = { method: "exp" }, effectiveOrder = false } = options;
  const { matches, totals, hypothesisLength, referenceLength } = statistics;
  const brevityPenalty = hypothesisLength >= referenceLength
    ? 1
    : hypothesisLength === 0
    ? 0
    : Math.exp(1 - referenceLength / hypothesisLength);
  const precisions = new Array<number>(highestOrder).fill(0);
  const result = (score: number): BleuScore => ({
    ...statistics,
    score,
    precisions,
    brevityPenalty,
  });
  if (matches.every((count) => count === 0)) return result(0);

  let order = highestOrder;
  let emptyOrders = 0;
  for (let n = 1; n <= highestOrder; n++) {
    const added = smoothing.method === "addK" && n > 1 ? smoothing.value : 0;
    const total = totals[n - 1] + added;
    if (total === 0) break;
    if (effectiveOrder) order = n;
    let count = matches[n - 1] + added;
    if (count === 0 && smoothing.method === "exp") count = 0.5 ** ++emptyOrders;
    if (count === 0 && smoothing.method === "floor") count = smoothing.value;
    precisions[n - 1] = 100 * count / total;
  }
  const logarithms = precisions.slice(0, order).map(Math.log); // the logarithm of 0 makes the score 0
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / order;
  return result(brevityPenalty * Math.exp(mean));
}

/** The reference length nearest to the hypothesis's; of two as near, the shorter. */
function closestLength(length: number, candidates: readonly number[]): number {
  return [...candidates].sort((a, b) => Math.abs(a - length) - Math.abs(b - length) || a - b)[0];
}

/** For each n-gram how often it occurs in the reference that has it most often. */
function mostOften(references: readonly string[][], n: number): Map<string, number> {
  const most = new Map<string, number>();
  for (const reference of references) {
    for (const [ngram, count] of countNgrams(reference, n, " ")) {
      most.set(ngram, Math.max(count, most.get(ngram) ?? 0));
    }
  }
  return most;
}
