/**
 * One solution of each exercise of notebook 10, with the thought behind it. `deno task check 10
 * --solution 10.1` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";

/** Is the place chosen, what is read there, what is asked there: in this order. */
export function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const chosen = tokens.map((token, i) => draws[i].choose < 0.15 && !specialIds.includes(token));
  const inputs = tokens.map((token, i) => {
    const { replace, word } = draws[i];
    if (!chosen[i] || replace >= 0.9) return token;
    return replace < 0.8 ? maskId : word;
  });
  // Asked wherever chosen, also where nothing was changed: the model cannot tell these places apart.
  const labels = tokens.map((token, i) => chosen[i] ? token : 0);
  return { inputs, labels };
}

/** Every neighbouring pair, with the second sentence exchanged where the coin says so. */
export function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  const pairs: { first: string; second: string; isNext: boolean }[] = [];
  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      // As many pairs as draws so far.
      const { coin, away, place } = draws[pairs.length];
      const isNext = coin < 0.5;
      const other = stories[(story + away) % stories.length];
      const stranger = other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stranger, isNext });
    }
  }
  return pairs;
}

/** n tokens make n − 1 questions: the last has no answer, the first is no answer. */
export function nextWordLoss(
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar {
  const [batch, time, vocab] = logits.shape;
  const asked = tf.slice(logits, [0, 0, 0], [batch, time - 1, vocab]);
  const answers = tf.slice(tokens, [0, 1], [batch, time - 1]);
  return crossEntropy(asked, answers, { ignoredIndex: padId });
}

/** Sort the ids, keep the first few, share 1 out among them, walk. */
export function sampleTopK(
  logits: number[],
  count: number,
  draw: number,
): { probabilities: number[]; token: number } {
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count);
  // Relative to the largest, so that no power overflows.
  const powers = logits.map((logit, id) =>
    kept.includes(id) ? Math.exp(logit - logits[kept[0]]) : 0
  );
  // The sum over what is kept: this division renormalises.
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  let sum = 0;
  const token = probabilities.findIndex((probability) => (sum += probability) > draw);
  return { probabilities, token };
}

/** A name belongs to a part if it is the part, or goes on with a dot. */
export function freeze(names: string[], frozen: string[]): string[] {
  const belongsTo = (name: string, part: string) => name === part || name.startsWith(`${part}.`);
  return names.filter((name) => !frozen.some((part) => belongsTo(name, part)));
}
