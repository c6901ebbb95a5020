/**
 * One solution of each exercise of notebook 09, with the thought behind it. `deno task check 09
 * --solution 09.1` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** What is wanted, the surprise at it, the mean over what is real. */
export function labelSmoothing(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  { smoothing, padId }: { smoothing: number; padId: number },
): tf.Tensor {
  const vocab = logits.shape[1];
  const right = tf.cast(tf.oneHot(targets, vocab), "float32");
  // 1 − ε of what is right, ε of knowing nothing: each row still sums to 1.
  const wanted = tf.add(tf.mul(right, 1 - smoothing), smoothing / vocab);
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  // The mask serves twice, or more padding would mean a smaller loss.
  const real = tf.cast(tf.notEqual(targets, padId), "float32");
  return tf.div(tf.sum(tf.mul(losses, real)), tf.sum(real));
}

/** Two lines that cross at the end of the warm-up; the lower one counts. */
export function warmupSchedule(
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] {
  return Array.from({ length: steps }, (_, i) => {
    const step = i + 1; // step 0 would have the rate 0
    return modelSize ** -0.5 * Math.min(step ** -0.5, step * warmup ** -1.5);
  });
}

/** All candidates in one list, sorted, cut. */
export function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  { startId, endId, width, alpha }: {
    startId: number;
    endId: number;
    width: number;
    alpha: number;
  },
): { tokens: number[]; logProbability: number }[] {
  const candidates = beam.flatMap((hypothesis) => {
    const { tokens, logProbability } = hypothesis;
    // Nothing comes after <eos>, but the sentence stays in the race.
    if (tokens[tokens.length - 1] === endId) return [hypothesis];
    return step([startId, ...tokens]).map((next, token) => ({
      tokens: [...tokens, token],
      logProbability: logProbability + next,
    }));
  });
  // Every further token lowers a probability; the penalty makes up for the length.
  const score = ({ tokens, logProbability }: typeof beam[number]) =>
    logProbability / ((5 + tokens.length) / 6) ** alpha;
  return candidates.sort((a, b) => score(b) - score(a)).slice(0, width);
}

/** Count over the whole corpus, then divide, then take the geometric mean. */
export function bleu(hypotheses: string[][], references: string[][]): number {
  const counts = (words: string[], n: number): Map<string, number> => {
    const found = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n).join(" ");
      found.set(run, (found.get(run) ?? 0) + 1);
    }
    return found;
  };
  let logarithms = 0;
  for (let n = 1; n <= 4; n++) {
    let [matches, total] = [0, 0];
    hypotheses.forEach((words, i) => {
      const wanted = counts(references[i], n);
      for (const [run, count] of counts(words, n)) {
        matches += Math.min(count, wanted.get(run) ?? 0); // clipped
        total += count;
      }
    });
    logarithms += Math.log(matches / total);
  }
  const [c, r] = [hypotheses.flat().length, references.flat().length];
  return 100 * Math.exp(Math.min(0, 1 - r / c)) * Math.exp(logarithms / 4);
}

/** Four variables, a loss that reads them, Adam. */
export function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor> {
  // Before the loop: a variable made within minimize would not be trained.
  const [hiddenWeights, hiddenBias] = [start.hiddenWeights, start.hiddenBias].map((first) =>
    tf.variable(first)
  );
  const [outputWeights, outputBias] = [start.outputWeights, start.outputBias].map((first) =>
    tf.variable(first)
  );
  const wanted = tf.cast(tf.oneHot(batch.labels, start.outputBias.shape[0]), "float32");
  const loss = (): tf.Scalar => {
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
    const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
    return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1)));
  };
  const optimizer = tf.train.adam(0.1);
  for (let step = 0; step < 500; step++) {
    const [value] = optimizer.minimize(loss, true)?.dataSync() ?? [];
    if (value < 0.02) break; // the loss of before this step: now it is lower still
  }
  return { hiddenWeights, hiddenBias, outputWeights, outputBias };
}
