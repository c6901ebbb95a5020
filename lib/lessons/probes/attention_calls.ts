/**
 * How often each of a Transformer's three kinds of attention runs, as notebook 03 counts it.
 *
 * @module
 */
import type { Transformer } from "lib/models/transformer.ts";

type Attention = Transformer["encoder"]["layers"][number]["selfAttention"];

/** Calls so far. */
export interface AttentionCalls {
  /** Source words ask source words. */
  encoderSelf: number;
  /** Target words ask target words. */
  decoderSelf: number;
  /** Target words ask source words. */
  cross: number;
}

/**
 * Counts, from now on, each call of each attention in `model`, layer by layer.
 *
 * @returns The counts; they grow while the model works.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { countAttention } from "lib/lessons/probes/attention_calls.ts";
 * import { Transformer } from "lib/models/transformer.ts";
 * import { Random } from "lib/random.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const words = { sourceVocabularySize: 5, targetVocabularySize: 5 };
 * const sizes = { modelSize: 4, headCount: 1, layerCount: 2 };
 * const model = new Transformer({ ...words, ...sizes }, new Random(1));
 * const calls = countAttention(model);
 * model.startDecoding(tf.tensor2d([[1, 2, 3]], [1, 3], "int32"));
 * assertEquals(calls, { encoderSelf: 2, decoderSelf: 0, cross: 0 });
 * ```
 */
export function countAttention(model: Transformer): AttentionCalls {
  const calls: AttentionCalls = { encoderSelf: 0, decoderSelf: 0, cross: 0 };
  function count(kind: keyof AttentionCalls, attention: Attention): void {
    const original = attention.attend.bind(attention);
    attention.attend = (...inputs) => {
      calls[kind]++;
      return original(...inputs);
    };
  }
  for (const layer of model.encoder.layers) count("encoderSelf", layer.selfAttention);
  for (const layer of model.decoder.layers) {
    count("decoderSelf", layer.selfAttention);
    count("cross", layer.crossAttention);
  }
  return calls;
}
