/**
 * How far back learning reaches in a recurrent network: what is left of the gradient at each word, the
 * further it lies from the last state.
 *
 * @see Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997, section 3.1
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Seq2Seq } from "lib/models/seq2seq.ts";
import type { Random } from "lib/random.ts";
import { nested } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { makeBatch, type Rows } from "lib/training/batches.ts";

/**
 * Something pulls at the encoder's last state in a random direction: how long is the gradient that reaches
 * each word's vector? Lengths are means over the sources, and the last word's is 1.
 *
 * @param model Its first encoder layer is looked at.
 * @param sources Ids, all of one length.
 * @param random Draws the direction of the pull, for each source its own.
 * @returns [steps back]: the last word first.
 */
export function gradientBack(
  model: Pick<Seq2Seq, "sourceEmbedding" | "encoder">,
  sources: Rows,
  random: Random,
): number[] {
  const [layer] = model.encoder;
  const pull = randomNormal(random, [sources.length, layer.hiddenSize]);
  using batch = makeBatch({ sources }, 0);
  const lengths = tf.tidy(() => {
    const last = (words: tf.Tensor) => tf.sum(tf.mul(layer.forward(words).state.hidden, pull));
    const gradient = tf.grad(last)(model.sourceEmbedding.forward(batch.sources));
    return nested(tf.mean(tf.norm(gradient, 2, -1), 0), "time").toReversed();
  });
  pull.dispose();
  return lengths.map((length) => length / lengths[0]);
}
