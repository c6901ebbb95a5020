/**
 * Wrong answers to exercise 04.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, entropyIn } from "./exercise.ts";

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function entropy(weights: number[]): number {
  return ${expression};
}`;
}

export const mistakes: readonly Mistake<Arguments, number>[] = [
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
];
