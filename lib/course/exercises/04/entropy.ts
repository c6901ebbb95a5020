/**
 * Exercise 04.4: the entropy of attention weights (Shannon 1948), notebook 04's measure of how sharply
 * a query looks.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [weights: number[]];

/** The sum of −w·log(w), with what 0 gives as a choice. */
function entropyIn(log: (x: number) => number, weights: number[], atZero: number): number {
  return weights.reduce((sum, w) => sum - (w === 0 ? atZero : w * log(w)), 0);
}

/** Positive weights that sum to 1, with `zeros` zeros among them. */
function distribution(random: Random, count: number, zeros = 0): number[] {
  const sizes = Array.from({ length: count }, () => Math.exp(random.normal(0, 1.5)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const weights = sizes.map((size) => size / sum);
  return random.shuffle([...weights, ...Array.from({ length: zeros }, () => 0)]);
}

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function entropy(weights: number[]): number {
  return ${expression};
}`;
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

  mistakes: [
    {
      name: "0·log 0 is NaN",
      hint: {
        en:
          "A weight of 0 gives 0 · log 0 = 0 · (−∞) = NaN, and one NaN spoils the sum. In the limit such a " +
          "term is 0: leave weights of 0 out.",
        ko:
          "가중치가 0이면 0 · log 0 = 0 · (−∞) = NaN이 되고, NaN 하나가 합 전체를 망칩니다. 극한에서 이 항은 0이므로 0인 가중치는 빼고 더하세요.",
      },
      source: variant("-weights.reduce((sum, w) => sum + w * Math.log(w), 0)"),
      values: (weights) => [entropyIn(Math.log, weights, NaN)],
    },
    {
      name: "base 2 instead of e",
      hint: {
        en:
          "Your entropy is in bits (log₂). This exercise asks for nats, the natural logarithm: Math.log.",
        ko:
          "엔트로피가 비트 단위(log₂)입니다. 이 문제는 자연로그를 쓰는 nat 단위를 묻습니다. Math.log를 쓰세요.",
      },
      source: variant(
        "-weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log2(w), 0)",
      ),
      values: (weights) => [
        entropyIn(Math.log2, weights, 0),
        entropyIn(Math.log2, weights, NaN),
      ],
    },
    {
      name: "forgets the minus sign",
      hint: {
        en:
          "Your entropy is negative. The logarithm of a weight below 1 is negative; the minus sign in " +
          "front of the sum turns it round.",
        ko:
          "엔트로피가 음수입니다. 1보다 작은 가중치의 로그는 음수이므로 합 앞에 음의 부호를 붙여야 합니다.",
      },
      source: variant("weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log(w), 0)"),
      values: (weights) => [
        -entropyIn(Math.log, weights, 0),
        -entropyIn(Math.log, weights, NaN),
      ],
    },
  ],

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
