/**
 * Exercise 04.4: the entropy of attention weights (Shannon 1948), notebook 04's measure of how sharply
 * a query looks.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [weights: number[]];

/** The sum of −w·log(w), with what 0 gives as a choice. */
export function entropyIn(log: (x: number) => number, weights: number[], atZero: number): number {
  return weights.reduce((sum, w) => sum - (w === 0 ? atZero : w * log(w)), 0);
}

/** Positive weights that sum to 1, with `zeros` zeros among them. */
function distribution(random: Random, count: number, zeros = 0): number[] {
  const sizes = Array.from({ length: count }, () => Math.exp(random.normal(0, 1.5)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const weights = sizes.map((size) => size / sum);
  return random.shuffle([...weights, ...Array.from({ length: zeros }, () => 0)]);
}

export const entropy = defineExercise<Arguments, number>({
  id: "04.4",
  name: "entropy",
  title: "The entropy of attention weights",
  difficulty: 1,
  minutes: 10,
  points: 2,
  task:
    `Return $-\\sum_i w_i \\ln w_i$ of one row of weights: 0 where one key takes everything, $\\ln n$ where
_n_ keys share equally. It is the entropy (엔트로피) in **nats**: natural logarithms.`,
  stub: `/**
 * The entropy of one row of attention weights, in nats (natural logarithm).
 *
 * @param weights [key], plain array; not negative, sum 1, zeros allowed
 * @returns one number from 0 to ln(number of keys)
 */
function entropy(weights: number[]): number {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "weights", axes: "key" }],
  result: [{ name: "entropy", axes: "" }],

  cases(random): Case<Arguments>[] {
    const equal = (count: number): number[] => Array.from({ length: count }, () => 1 / count);
    return [
      { property: "One key: no uncertainty, 0", args: [[1]] },
      { property: "Two equal weights: ln 2 = 0.6931", args: [[0.5, 0.5]] },
      { property: "Equal weights: ln n", args: [equal(7)] },
      { property: "Unequal weights", args: [distribution(random, 5)] },
      { property: "One weight is 1, the others 0", args: [[0, 1, 0]] },
      { property: "Zeros among the weights change nothing", args: [distribution(random, 3, 2)] },
    ];
  },

  reference: (weights) => entropyIn(Math.log, weights, 0),

  hints: [
    {
      en: "One term per weight, −w · ln w, then the sum. Which weights need care?",
      ko: "가중치마다 −w · ln w 한 항씩, 그리고 그 합입니다. 조심해야 할 가중치는 무엇일까요?",
    },
    {
      en: "Math.log is the natural logarithm. Math.log(0) is −Infinity, and 0 · −Infinity is NaN.",
      ko: "Math.log는 자연로그입니다. Math.log(0)은 −Infinity이고, 0 · −Infinity는 NaN입니다.",
    },
    {
      en:
        "Filter the weights that are larger than 0, then reduce: sum − w * Math.log(w), starting from 0.",
      ko:
        "0보다 큰 가중치만 filter로 고른 뒤, 0에서 시작해 sum − w * Math.log(w)를 reduce로 쌓으세요.",
    },
  ],
});
