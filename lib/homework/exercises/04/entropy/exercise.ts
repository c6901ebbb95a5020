/**
 * Exercise 04.4: the entropy of attention weights (Shannon 1948), notebook 04's measure of how sharply
 * a query looks.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [weights: number[]];

/** Positive weights that sum to 1, with `zeros` zeros among them. */
function distribution(random: Random, count: number, zeros = 0): number[] {
  const sizes = Array.from({ length: count }, () => Math.exp(random.normal(0, 1.5)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const weights = sizes.map((size) => size / sum);
  return random.shuffle([...weights, ...Array.from({ length: zeros }, () => 0)]);
}

export const entropy = defineExercise<Arguments>({
  id: "04.4",
  name: "entropy",
  title: { en: "The entropy of attention weights", ko: "어텐션 가중치의 엔트로피" },
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Return $-\\sum_i w_i \\ln w_i$ of one row of weights: 0 where one key takes everything, $\\ln n$ where
_n_ keys share equally. It is the entropy (엔트로피) in **nats**: natural logarithms.`,
    ko:
      `가중치 한 행의 $-\\sum_i w_i \\ln w_i$를 돌려주세요. 키 하나가 전부 가져가면 0, _n_개가 똑같이 나누면 $\\ln n$입니다. 이것이
**nat** 단위의 엔트로피(entropy)입니다. 자연로그를 씁니다.`,
  },
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
  result: [{ name: "entropy", ko: "엔트로피", axes: "" }],

  cases(random): Case<Arguments>[] {
    const equal = (count: number): number[] => Array.from({ length: count }, () => 1 / count);
    return [
      {
        property: { en: "One key: no uncertainty, 0", ko: "키가 하나: 불확실함이 없으니 0" },
        args: [[1]],
        result: 0,
      },
      {
        property: { en: "Two equal weights: ln 2 = 0.6931", ko: "같은 가중치 둘: ln 2 = 0.6931" },
        args: [[0.5, 0.5]],
        result: Math.LN2,
      },
      {
        property: { en: "Equal weights: ln n", ko: "모두 같은 가중치: ln n" },
        args: [equal(7)],
        result: Math.log(7),
      },
      {
        property: { en: "Unequal weights", ko: "서로 다른 가중치" },
        args: [distribution(random, 5)],
      },
      {
        property: { en: "One weight is 1, the others 0", ko: "하나가 1, 나머지는 0" },
        args: [[0, 1, 0]],
        result: 0,
      },
      {
        property: {
          en: "A zero between two equal weights: still ln 2",
          ko: "같은 가중치 둘 사이에 0이 있어도 ln 2",
        },
        args: [[0.5, 0, 0.5]],
        result: Math.LN2,
      },
      {
        property: {
          en: "Zeros after two equal weights: still ln 2",
          ko: "같은 가중치 둘 뒤에 0이 있어도 ln 2",
        },
        args: [[0.5, 0.5, 0]],
        result: Math.LN2,
      },
      {
        property: {
          en: "Zeros among the weights change nothing",
          ko: "0인 가중치가 섞여도 달라지지 않습니다",
        },
        args: [distribution(random, 3, 2)],
      },
    ];
  },

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
        "0보다 큰 가중치만 filter로 고른 뒤, 0에서 시작해 sum − w * Math.log(w)를 reduce로 누적하세요.",
    },
  ],
});
