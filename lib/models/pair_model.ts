/**
 * Models from a source sentence to a target sentence, recurrent or not: what lessons ask of them.
 *
 * @module
 */
import type { DecodeOutput, DecodeState } from "lib/decoding/step.ts";
import type { Mode } from "lib/nn/mode.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** A batch of sentences and what the decoder is to read, which begins with the start token. */
export interface SentencePairs {
  /** int32 [batch, time] */
  readonly source: Axes<"batch time">;
  /** int32 [batch, time], shifted right: `<sos>` and all target tokens but the last. */
  readonly target: Axes<"batch time">;
}

/** A model from source to target. What it remembers while it decodes is its own business. */
export interface PairModel extends Disposable {
  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(pairs: SentencePairs, mode: Mode): Axes<"batch time vocab">;
  /** The state before the first token. */
  startDecoding(source: Axes<"batch time">): DecodeState;
  /**
   * Reads one token of each sentence and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From this model's `startDecoding`, or its step before.
   */
  decodeStep(tokens: Axes<"batch">, state: DecodeState): DecodeOutput<DecodeState>;
}
