/**
 * One token after the other: each is chosen from the model's scores and fed back to it, for a whole
 * batch at once, until every sequence has ended.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { argMax, type Logits, type LogitsTransform, logSoftmax, sample } from "./logits.ts";
import { DecodeSession } from "./session.ts";
import type { DecodeState, DecodeStep } from "./step.ts";

/** What is decoded, and when it ends. */
export interface DecodeOptions<State extends DecodeState> {
  /** The model's state before the first token: `() => model.startDecoding(source)`. */
  readonly start: () => State;
  /** The model's step: `(tokens, state) => model.decodeStep(tokens, state)`. */
  readonly step: DecodeStep<State>;
  /**
   * For each row of the batch the tokens that are given: `[sosId]` for a translator, the beginning of a
   * text for a language model. All of one length; they are fed one by one.
   */
  readonly prompts: readonly (readonly number[])[];
  /** The token that ends a sequence; `undefined` if none does. */
  readonly endId: number | undefined;
  /** How many tokens may come after the prompt, the end token included. */
  readonly maxLength: number;
  /** Keep the cross-attention of every step. Default: false. */
  readonly keepWeights?: boolean;
}

/** A decoded sequence. */
export interface Decoded {
  /** The tokens after the prompt, without the end token. */
  readonly tokens: readonly number[];
  /** Sum of the log-probabilities of its tokens, the end token included. */
  readonly logProbability: number;
  /** Whether it came to its end token, rather than to `maxLength`. */
  readonly finished: boolean;
  /** Cross-attention [token][head][key] while each token was chosen, the end token included. */
  readonly weights?: readonly (readonly number[][])[];
}

/** Decodes with the likeliest token at every step. */
export function greedyDecode<State extends DecodeState>(
  options: DecodeOptions<State>,
): Promise<Decoded[]> {
  return generate({ ...options, choose: argMax });
}

/**
 * Decodes by drawing each token from the model's distribution, after `transform` if there is one.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { sampleDecode } from "lib/decoding/generate.ts";
 * import { compose, temperature, topK } from "lib/decoding/logits.ts";
 * import { Random } from "lib/random.ts";
 * import { assert } from "@std/assert";
 *
 * const logits = tf.tensor2d([[0, 3, 2, -1]]); // whatever came before
 * const [{ tokens }] = await sampleDecode({
 *   start: () => ({ step: 0 }),
 *   step: (_tokens, state) => ({ logits, state }),
 *   prompts: [[0]],
 *   endId: undefined,
 *   maxLength: 20,
 *   transform: compose(temperature(0.7), topK(2)),
 *   random: new Random(1),
 * });
 * assert(tokens.length === 20 && tokens.every((token) => token === 1 || token === 2));
 * ```
 */
export function sampleDecode<State extends DecodeState>(
  { random, transform, ...options }: DecodeOptions<State> & {
    /** Where the draws come from; one per row and step, in the order of the rows. */
    readonly random: Random;
    /** Temperature, top-k, top-p … Default: none. */
    readonly transform?: LogitsTransform;
  },
): Promise<Decoded[]> {
  return generate({
    ...options,
    choose: (logits) => sample(transform === undefined ? logits : transform(logits), random),
  });
}

/** A sequence that is still growing. */
interface Row extends Decoded {
  readonly tokens: number[];
  logProbability: number;
  finished: boolean;
  readonly weights: number[][][];
}

/**
 * Decodes with any rule that chooses one token.
 *
 * @returns One sequence per prompt, in order. No tensor is left behind.
 */
export async function generate<State extends DecodeState>(
  { start, step, prompts, endId, maxLength, keepWeights = false, choose }: DecodeOptions<State> & {
    /** The next token of one row, from its logits [vocab]. Not asked for rows that have ended. */
    readonly choose: (logits: Logits, row: number) => number;
  },
): Promise<Decoded[]> {
  assertPrompts(prompts, maxLength);
  const rows = prompts.map((): Row => ({
    tokens: [],
    logProbability: 0,
    finished: false,
    weights: [],
  }));
  using session = new DecodeSession(start, step, keepWeights);
  let scores = await feedPrompts(session, prompts);
  for (let length = 1; length <= maxLength; length++) {
    const next = rows.map((row, i) => {
      // A row that has ended is fed on, so that the batch keeps its shape; nobody looks at it.
      if (row.finished) return endId ?? 0;
      const token = choose(scores.logits[i], i);
      row.logProbability += logSoftmax(scores.logits[i])[token];
      if (scores.weights !== undefined) row.weights.push(scores.weights[i]);
      row.finished = token === endId;
      if (!row.finished) row.tokens.push(token);
      return token;
    });
    if (length === maxLength || rows.every((row) => row.finished)) break;
    scores = await session.advance(next);
  }
  return rows.map(({ weights, ...row }) =>
    keepWeights && weights.length ? { ...row, weights } : row
  );
}

/** Feeds the prompts and gives the scores of what follows them. */
export async function feedPrompts<State extends DecodeState>(
  session: DecodeSession<State>,
  prompts: readonly (readonly number[])[],
): ReturnType<DecodeSession<State>["advance"]> {
  let scores = await session.advance(prompts.map((prompt) => prompt[0]));
  for (let i = 1; i < prompts[0].length; i++) {
    scores = await session.advance(prompts.map((prompt) => prompt[i]));
  }
  return scores;
}

/** Throws unless there are prompts, of one length above 0, and room for at least one token. */
export function assertPrompts(
  prompts: readonly (readonly number[])[],
  maxLength: number,
): void {
  const lengths = new Set(prompts.map((prompt) => prompt.length));
  if (lengths.size !== 1 || lengths.has(0)) {
    throw new RangeError(
      `expected prompts of one length above 0, got lengths ${[...lengths].join(", ") || "of none"}`,
    );
  }
  if (!Number.isInteger(maxLength) || maxLength < 1) {
    throw new RangeError(`expected a maxLength of at least 1, got ${maxLength}`);
  }
}
