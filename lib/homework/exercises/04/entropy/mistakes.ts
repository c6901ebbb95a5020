/**
 * Wrong answers to exercise 04.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { entropy } from "./solution.ts";

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

const positive = (weights: number[]): number[] => weights.filter((weight) => weight > 0);

export const mistakes: readonly Mistake<typeof entropy>[] = [
  {
    name: { en: "0·log 0 is NaN", ko: "0·log 0은 NaN" },
    hint: {
      en:
        "A weight of 0 gives 0 · log 0 = 0 · (−∞) = NaN, and one NaN spoils the sum. In the limit such a " +
        "term is 0: leave weights of 0 out.",
      ko:
        "가중치가 0이면 0 · log 0 = 0 · (−∞) = NaN이 되고, NaN 하나가 합 전체를 망칩니다. 극한에서 이 항은 0이므로 0인 가중치는 빼고 더하세요.",
    },
    answer: (weights) => -sum(weights.map((w) => w * Math.log(w))),
  },
  {
    name: { en: "base 2 instead of e", ko: "e 대신 밑이 2인 로그" },
    hint: {
      en:
        "Your entropy is in bits (log₂). This exercise asks for nats, the natural logarithm: Math.log.",
      ko:
        "엔트로피가 비트 단위(log₂)입니다. 이 문제는 자연로그를 쓰는 nat 단위를 묻습니다. Math.log를 쓰세요.",
    },
    answer: (weights) => -sum(positive(weights).map((w) => w * Math.log2(w))),
    variants: [(weights) => -sum(weights.map((w) => w * Math.log2(w)))],
  },
  {
    name: { en: "forgets the minus sign", ko: "음의 부호를 빠뜨림" },
    hint: {
      en:
        "Your entropy is negative. The logarithm of a weight below 1 is negative; the minus sign in " +
        "front of the sum turns it round.",
      ko:
        "엔트로피가 음수입니다. 1보다 작은 가중치의 로그는 음수이므로 합 앞에 음의 부호를 붙여야 합니다.",
    },
    answer: (weights) => sum(positive(weights).map((w) => w * Math.log(w))),
    variants: [(weights) => sum(weights.map((w) => w * Math.log(w)))],
  },
  {
    name: { en: "e^H instead of H", ko: "H가 아니라 e^H" },
    hint: {
      en:
        "You return e to the entropy, the perplexity: how many equal keys would be as uncertain. The exercise " +
        "asks for the entropy itself.",
      ko:
        "엔트로피를 지수로 올린 값, 곧 퍼플렉서티를 돌려줍니다. 이 문제는 엔트로피 자체를 묻습니다.",
    },
    answer: (weights) => Math.exp(-sum(positive(weights).map((w) => w * Math.log(w)))),
  },
  {
    name: { en: "divided by ln n", ko: "ln n으로 나눔" },
    hint: {
      en:
        "You divide by ln n, so that equal weights always give 1. The exercise asks for nats: leave the sum as " +
        "it is.",
      ko:
        "ln n으로 나누어 균등한 가중치가 늘 1이 됩니다. 이 문제는 nat 단위를 묻습니다. 합을 그대로 돌려주세요.",
    },
    answer: (weights) =>
      -sum(positive(weights).map((w) => w * Math.log(w))) / Math.log(weights.length),
    variants: [
      (weights) =>
        weights.length > 1
          ? -sum(positive(weights).map((w) => w * Math.log(w))) / Math.log(weights.length)
          : 0,
    ],
  },
  {
    name: { en: "the mean instead of the sum", ko: "합이 아니라 평균" },
    hint: {
      en:
        "You divide by the number of weights. The weights themselves are the shares of each term: add the " +
        "terms up, without a mean.",
      ko: "가중치의 개수로 나누었습니다. 가중치가 이미 각 항의 몫이므로 평균 내지 말고 더하세요.",
    },
    answer: (weights) => -sum(positive(weights).map((w) => w * Math.log(w))) / weights.length,
  },
  {
    name: { en: "base 10 instead of e", ko: "e 대신 밑이 10인 로그" },
    hint: {
      en:
        "Your logarithm has base 10. This exercise asks for nats, the natural logarithm: Math.log.",
      ko:
        "밑이 10인 로그를 썼습니다. 이 문제는 자연로그를 쓰는 nat 단위를 묻습니다. Math.log를 쓰세요.",
    },
    answer: (weights) => -sum(positive(weights).map((w) => w * Math.log10(w))),
    variants: [(weights) => -sum(weights.map((w) => w * Math.log10(w)))],
  },
  {
    name: { en: "the weight is missing before the logarithm", ko: "로그 앞의 가중치가 빠짐" },
    hint: {
      en:
        "You add up the logarithms alone. Each counts as much as its weight: the terms are w · ln w.",
      ko: "로그만 더했습니다. 로그마다 자기 가중치만큼 세어야 하므로 항은 w · ln w입니다.",
    },
    answer: (weights) => -sum(positive(weights).map((w) => Math.log(w))),
    variants: [(weights) => -sum(weights.map((w) => Math.log(w)))],
  },
  {
    name: { en: "ends at the first zero", ko: "첫 0에서 멈춤" },
    hint: {
      en:
        "Your sum ends where the first weight of 0 stands. Such a weight adds nothing, but those after it do: " +
        "go on with the next.",
      ko:
        "가중치가 0인 자리에서 합이 끝납니다. 그 가중치는 아무것도 더하지 않지만 뒤의 가중치들은 더해야 합니다. 다음으로 넘어가세요.",
    },
    answer(weights) {
      const zero = weights.indexOf(0);
      const before = zero < 0 ? weights : weights.slice(0, zero);
      return -sum(before.map((w) => w * Math.log(w)));
    },
  },
  {
    name: { en: "takes the weights for scores", ko: "가중치를 점수로 여김" },
    hint: {
      en:
        "You take a softmax first. The weights have been through one: they sum to 1 as they come.",
      ko: "먼저 softmax를 취했습니다. 가중치는 이미 softmax를 거쳐 합이 1입니다. 그대로 쓰세요.",
    },
    answer(weights) {
      const powers = weights.map(Math.exp);
      const shares = powers.map((power) => power / sum(powers));
      return -sum(shares.map((w) => w * Math.log(w)));
    },
  },
  {
    name: { en: "ln n − H instead of H", ko: "H가 아니라 ln n − H" },
    hint: {
      en:
        "You return how far the entropy is from its maximum, ln n. Asked is the entropy itself: 0 where one key " +
        "takes everything.",
      ko:
        "엔트로피가 최댓값 ln n에서 얼마나 떨어져 있는지를 돌려주었습니다. 구할 것은 엔트로피 자체이고, 키 하나가 전부 가져가면 0입니다.",
    },
    answer: (weights) =>
      Math.log(weights.length) + sum(positive(weights).map((w) => w * Math.log(w))),
  },
  {
    name: { en: "NaN replaced by 0", ko: "NaN을 0으로 바꿈" },
    hint: {
      en:
        "Where one weight is 0 your whole entropy becomes 0: a NaN in the sum has swallowed the other terms by then. " +
        "Leave weights of 0 out before you add up.",
      ko:
        "가중치 하나만 0이어도 엔트로피 전체가 0이 됩니다. 합 속의 NaN이 다른 항들까지 삼킨 뒤이기 때문입니다. 더하기 전에 0인 가중치를 빼세요.",
    },
    answer: (weights) => -sum(weights.map((w) => w * Math.log(w))) || 0,
  },
  {
    name: { en: "reduce without a start value", ko: "시작값이 없는 reduce" },
    hint: {
      en:
        "Your sum takes the first weight as it is: `reduce` without a start value begins with the first entry. Give it " +
        "0 to start from.",
      ko:
        "합에 첫 가중치가 그대로 들어갔습니다. 시작값이 없는 reduce는 첫 항목에서 시작합니다. 시작값으로 0을 주세요.",
    },
    answer: (weights) => -positive(weights).reduce((total, w) => total + w * Math.log(w)),
    variants: [
      (weights) => positive(weights).reduce((total, w) => total - w * Math.log(w)),
      (weights) => weights.reduce((total, w) => w > 0 ? total - w * Math.log(w) : total),
      (weights) => -weights.reduce((total, w) => w > 0 ? total + w * Math.log(w) : total),
    ],
  },
  {
    name: { en: "1 added inside the logarithm", ko: "로그 안에 1을 더함" },
    hint: {
      en: "You take the logarithm of 1 + w. Take that of w itself, and leave the zeros out.",
      ko: "1 + w의 로그를 취했습니다. w 자체의 로그를 취하고 0은 빼세요.",
    },
    answer: (weights) => -weights.reduce((sum, weight) => sum + weight * Math.log(1 + weight), 0),
    variants: [
      (weights) => weights.reduce((sum, weight) => sum + weight * Math.log(1 + weight), 0),
    ],
  },
  {
    name: {
      en: "a number that is not small inside the logarithm",
      ko: "로그 안에 작지 않은 수를 더함",
    },
    hint: {
      en:
        "The number that you add inside the logarithm is large enough to change the result. Leave zeros out instead, or take 1e-12.",
      ko:
        "로그 안에 더한 수가 커서 결과가 달라집니다. 0인 가중치를 빼거나 1e-12처럼 아주 작은 수를 쓰세요.",
    },
    answer: (weights) =>
      -weights.reduce((sum, weight) => sum + weight * Math.log(weight + 1e-3), 0),
    variants: [
      (weights) => -weights.reduce((sum, weight) => sum + weight * Math.log(weight + 1e-2), 0),
      (weights) => -weights.reduce((sum, weight) => sum + weight * Math.log(weight + 0.1), 0),
      (weights) => -weights.reduce((sum, weight) => sum + weight * Math.log(weight + 1e-4), 0),
    ],
  },
  {
    name: { en: "the largest weight alone", ko: "가장 큰 가중치만" },
    hint: {
      en:
        "You look at the largest weight alone. Every weight takes part, each times its own logarithm.",
      ko: "가장 큰 가중치만 보았습니다. 가중치마다 자기 로그를 곱해 모두 더하세요.",
    },
    answer: (weights) => -Math.log(Math.max(...weights)),
    variants: [
      (weights) => 1 - Math.max(...weights),
    ],
  },
  {
    name: { en: "not added up", ko: "더하지 않음" },
    hint: {
      en: "You return one number for each weight. Add them up.",
      ko: "가중치마다 수 하나씩을 돌려주었습니다. 모두 더하세요.",
    },
    answer: (weights) => weights.map((weight) => weight > 0 ? -weight * Math.log(weight) : 0),
    variants: [
      (weights) => weights.map((weight) => -weight * Math.log(weight)),
    ],
  },
  {
    name: { en: "each weight against its rest", ko: "가중치마다 나머지까지 셈" },
    hint: {
      en:
        "You add (1 − w) log (1 − w) for each weight, as for yes-or-no questions. The other weights have terms of their own.",
      ko:
        "가중치마다 (1 − w) log (1 − w)를 더했습니다. 예, 아니요 둘뿐일 때의 식입니다. 나머지 가중치는 자기 항이 따로 있습니다.",
    },
    answer: (weights) => {
      const part = (weight: number) => weight > 0 ? -weight * Math.log(weight) : 0;
      return weights.reduce((sum, weight) => sum + part(weight) + part(1 - weight), 0);
    },
  },
  {
    name: { en: "squares for logarithms", ko: "로그 대신 제곱" },
    hint: {
      en: "You square the weights. Each is multiplied by its logarithm.",
      ko: "가중치를 제곱했습니다. 각 가중치에 그 로그를 곱하세요.",
    },
    answer: (weights) => 1 - weights.reduce((sum, weight) => sum + weight * weight, 0),
    variants: [
      (weights) => weights.reduce((sum, weight) => sum + weight * weight, 0),
    ],
  },
  {
    name: { en: "the largest entropy there could be", ko: "가능한 가장 큰 엔트로피" },
    hint: {
      en: "You return ln n, the entropy of equal shares. The weights themselves do not appear.",
      ko: "몫이 모두 같을 때의 엔트로피 ln n을 돌려주었습니다. 가중치 자체가 쓰이지 않습니다.",
    },
    answer: (weights) => Math.log(weights.length),
    variants: [(weights) => Math.log(positive(weights).length)],
  },
];
