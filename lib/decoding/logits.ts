/**
 * From scores to a token. Each transform takes the logits of one position [vocab] and gives new ones;
 * what it forbids gets −∞. They compose from left to right:
 *
 * ```ts
 * import { compose, temperature, topK, topP } from "lib/decoding/logits.ts";
 *
 * const transform = compose(temperature(0.8), topK(40), topP(0.95));
 * ```
 *
 * Nothing needs renormalising on the way: the softmax at the end does that.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** Logits of one position [vocab]: numbers, or −∞ for a token that must not come. */
export type Logits = ArrayLike<number>;

/** Makes other logits out of logits. */
export type LogitsTransform = (logits: Logits) => Logits;

/** One transform after the other, the first first. */
export function compose(...transforms: readonly LogitsTransform[]): LogitsTransform {
  return (logits) => transforms.reduce((value, transform) => transform(value), logits);
}

/**
 * Divides the logits: below 1 the likely becomes likelier, above 1 all tokens become more alike.
 * Towards 0 it approaches the most likely token, which greedy decoding takes.
 */
export function temperature(degree: number): LogitsTransform {
  if (!(degree > 0)) throw new RangeError(`expected a temperature above 0, got ${degree}`);
  return (logits) => Float64Array.from(logits, (value) => value / degree);
}

/** Keeps the `count` likeliest tokens (Fan et al., 2018); of equally likely ones the first. */
export function topK(count: number): LogitsTransform {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`expected topK of at least 1 token, got ${count}`);
  }
  return (logits) => keepOnly(logits, topIndices(logits, count));
}

/**
 * Keeps the nucleus (Holtzman et al., 2020): the fewest likeliest tokens whose probabilities add up to
 * at least `mass`. At least one token stays; 1 keeps them all.
 */
export function topP(mass: number): LogitsTransform {
  if (!(mass > 0 && mass <= 1)) throw new RangeError(`expected topP in (0, 1], got ${mass}`);
  return (logits) => {
    if (mass === 1) return logits;
    const probabilities = softmax(logits);
    const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
    const nucleus: number[] = [];
    let sum = 0;
    for (const token of order) {
      nucleus.push(token);
      sum += probabilities[token];
      if (sum >= mass) break;
    }
    return keepOnly(logits, nucleus);
  };
}

/** Draws a token with the probabilities that the logits stand for. */
export function sample(logits: Logits, random: Random): number {
  return random.weighted(softmax(logits));
}

/** The likeliest token; of equally likely ones the first. */
export function argMax(logits: Logits): number {
  return topIndices(logits, 1)[0];
}

/** Probabilities [vocab]; safe against large logits. */
export function softmax(logits: Logits): Float64Array {
  return logSoftmax(logits).map(Math.exp);
}

/** Logarithms of the probabilities [vocab]. */
export function logSoftmax(logits: Logits): Float64Array {
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    if (Number.isNaN(logits[i])) throw new RangeError(`expected logits, got NaN for token ${i}`);
    largest = Math.max(largest, logits[i]);
  }
  if (!Number.isFinite(largest)) {
    throw new RangeError(`expected at least one token to be possible, the largest is ${largest}`);
  }
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i] - largest);
  const normalizer = largest + Math.log(sum);
  return Float64Array.from(logits, (value) => value - normalizer);
}

/** The indices of the `count` largest values, largest first; of equal ones the first. */
export function topIndices(values: Logits, count: number): number[] {
  const best: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (best.length === count && !(values[i] > values[best[count - 1]])) continue;
    let place = best.length;
    while (place > 0 && values[i] > values[best[place - 1]]) place--;
    best.splice(place, 0, i);
    if (best.length > count) best.pop();
  }
  return best;
}

function keepOnly(logits: Logits, tokens: readonly number[]): Float64Array {
  const kept = new Float64Array(logits.length).fill(-Infinity);
  for (const token of tokens) kept[token] = logits[token];
  return kept;
}
