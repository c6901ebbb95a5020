/**
 * Beam search: keep the `width` most promising beginnings instead of one, so that a word which looks
 * second best now may still win.
 *
 * Longer sequences have lower probabilities, so hypotheses are compared after dividing their
 * log-probability by a length penalty, ((5 + length) / 6)^α (Wu et al., 2016, section 7). A hypothesis
 * that has ended is not extended; it stays in the beam until `width` better ones push it out, and the
 * search is over when the whole beam has ended, or at `maxLength`. With a width of 1 this is greedy
 * decoding; with a beam wide enough for all sequences it is an exhaustive search.
 *
 * @module
 */
import { assertPrompts, type Decoded, type DecodeOptions, feedPrompts } from "./generate.ts";
import { type Logits, logSoftmax, topIndices } from "./logits.ts";
import { DecodeSession, type StepScores } from "./session.ts";
import type { DecodeState } from "./step.ts";

/** A beginning of a sequence, or a whole one. */
export interface Hypothesis {
  /** The tokens after the prompt, the end token included. */
  readonly tokens: readonly number[];
  /** Sum of their log-probabilities. */
  readonly logProbability: number;
  /** Whether it has come to its end token. */
  readonly finished: boolean;
}

/** A hypothesis of the next beam: the `parent`-th of this one, extended unless it had ended. */
export interface Successor extends Hypothesis {
  /** Its parent's place in the beam. */
  readonly parent: number;
}

/** A decoded sequence and how beam search ranks it. */
export interface BeamDecoded extends Decoded {
  /** `logProbability` divided by the length penalty: larger is better. */
  readonly score: number;
}

/** Width and ranking of a beam search. */
export interface BeamOptions {
  /** How many hypotheses are kept. */
  readonly width: number;
  /** α of the length penalty: 0 compares plain probabilities. Default: 0.6, as in Vaswani et al. */
  readonly alpha?: number;
}

/** ((5 + length) / 6)^α; `length` counts the end token. */
export function lengthPenalty(length: number, alpha: number): number {
  return ((5 + length) / 6) ** alpha;
}

/** What beam search ranks by: log-probability over length penalty. */
function beamScore({ tokens, logProbability }: Hypothesis, alpha: number): number {
  return logProbability / lengthPenalty(tokens.length, alpha);
}

/**
 * One step of beam search for one sentence, on plain numbers: of all one-token extensions, and of the
 * hypotheses that have ended already, the best `width`.
 *
 * @param beam The hypotheses so far.
 * @param logProbabilities For each of them the log-probabilities of the next token [vocab]; not looked
 *     at where a hypothesis has ended.
 * @returns The next beam, best first.
 *
 * @example
 * ```ts
 * import { beamStep } from "lib/decoding/beam.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const beam = [
 *   { tokens: [1], logProbability: -1, finished: false },
 *   { tokens: [0], logProbability: -2, finished: true },
 * ];
 * const next = beamStep(beam, [[-3, -0.5, -4], []], { width: 2, alpha: 0, endId: 0 });
 * assertEquals(next.map(({ tokens }) => tokens), [[1, 1], [0]]);
 * ```
 */
export function beamStep(
  beam: readonly Hypothesis[],
  logProbabilities: readonly Logits[],
  { width, alpha = 0.6, endId }: BeamOptions & { readonly endId: number | undefined },
): Successor[] {
  const successors = beam.flatMap((hypothesis, parent): Successor[] => {
    if (hypothesis.finished) return [{ ...hypothesis, parent }];
    const next = logProbabilities[parent];
    return topIndices(next, width).filter((token) => next[token] > -Infinity).map((token) => ({
      tokens: [...hypothesis.tokens, token],
      logProbability: hypothesis.logProbability + next[token],
      finished: token === endId,
      parent,
    }));
  });
  return successors.sort((a, b) => beamScore(b, alpha) - beamScore(a, alpha)).slice(0, width);
}

/**
 * Decodes a batch by beam search.
 *
 * @returns For each prompt up to `width` sequences, the best first; those that were cut off at
 *     `maxLength` are among them. No tensor is left behind.
 */
export async function beamDecode<State extends DecodeState>(
  options: DecodeOptions<State> & BeamOptions,
): Promise<BeamDecoded[][]> {
  const { start, step, prompts, maxLength, keepWeights = false, width, alpha = 0.6 } = options;
  assertPrompts(prompts, maxLength);
  if (!Number.isInteger(width) || width < 1) {
    throw new RangeError(`expected a beam width of at least 1, got ${width}`);
  }
  using session = new DecodeSession(start, step, keepWeights);
  let scores = await feedPrompts(session, prompts);
  let beams = prompts.map((_, row): Tracked[] => [
    { tokens: [], logProbability: 0, finished: false, weights: [], row },
  ]);
  for (let length = 1; length <= maxLength; length++) {
    beams = beams.map((beam) => extended(beam, scores, options));
    // The batch holds one row for each hypothesis that has not ended, sentence after sentence.
    const live = beams.flat().filter(({ finished }) => !finished);
    if (length === maxLength || live.length === 0) break;
    session.reorder(live.map(({ row }) => row), scores.logits.length);
    scores = await session.advance(live.map(({ tokens }) => tokens[tokens.length - 1]));
    live.forEach((hypothesis, row) => hypothesis.row = row);
  }
  return beams.map((beam) => beam.map((hypothesis) => decoded(hypothesis, alpha)));
}

/** A hypothesis on its way. */
type Tracked = Hypothesis & {
  /** What was looked at when each of its tokens was chosen. */
  readonly weights: readonly number[][][];
  /** Where its scores stand in the batch: after a step, its parent's row, until it gets its own. */
  row: number;
};

/** One step of one sentence's beam, from the model's scores of the whole batch. */
function extended(
  beam: readonly Tracked[],
  scores: StepScores,
  options: BeamOptions & { readonly endId: number | undefined },
): Tracked[] {
  const logProbabilities = beam.map(({ finished, row }) =>
    finished ? [] : logSoftmax(scores.logits[row])
  );
  return beamStep(beam, logProbabilities, options).map(({ parent, ...hypothesis }) => {
    const { finished, row, weights } = beam[parent];
    const looked = finished ? undefined : scores.weights?.[row];
    return { ...hypothesis, row, weights: looked ? [...weights, looked] : weights };
  });
}

function decoded(hypothesis: Tracked, alpha: number): BeamDecoded {
  const { tokens, logProbability, finished, weights } = hypothesis;
  return {
    logProbability,
    finished,
    tokens: finished ? tokens.slice(0, -1) : tokens,
    score: beamScore(hypothesis, alpha),
    ...weights.length > 0 ? { weights } : {},
  };
}
