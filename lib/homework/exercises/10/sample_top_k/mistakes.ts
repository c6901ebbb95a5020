/**
 * Wrong answers to exercise 10.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { sampleTopK } from "./solution.ts";

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

/** Ids from the likeliest to the least likely. */
const byLikelihood = (logits: number[]): number[] =>
  [...logits.keys()].sort((a, b) => logits[b] - logits[a]);

/** Numbers that sum to 1, in proportion to e^logit. */
function softmax(logits: number[]): number[] {
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / sum(powers));
}

/** Probabilities over the ids `kept`, and 0 elsewhere. */
const sharedAmong = (logits: number[], kept: number[]): number[] =>
  softmax(logits.map((logit, id) => kept.includes(id) ? logit : -Infinity));

/** e^logit of the kept ones beside the largest of all, and 0 elsewhere. */
const powersAmong = (logits: number[], kept: number[]): number[] =>
  logits.map((logit, id) => kept.includes(id) ? Math.exp(logit - Math.max(...logits)) : 0);

/** The probabilities that are asked for. */
const topK = (logits: number[], count: number): number[] =>
  sharedAmong(logits, byLikelihood(logits).slice(0, count));

/** The first id, in this order, with which the probabilities so far exceed the draw; −1 if none does. */
function walk(probabilities: number[], draw: number, order = [...probabilities.keys()]): number {
  let total = 0;
  return order.find((id) => (total += probabilities[id]) > draw) ?? -1;
}

const sampled = (probabilities: number[], draw: number) => ({
  probabilities,
  token: walk(probabilities, draw),
});

/** Another way to keep some ids. */
const keeping =
  (kept: (logits: number[], count: number) => number[]): typeof sampleTopK =>
  (logits, count, draw) => sampled(sharedAmong(logits, kept(logits, count)), draw);

/** The right probabilities and another token. */
const drawing =
  (token: (probabilities: number[], draw: number, kept: number[]) => number): typeof sampleTopK =>
  (logits, count, draw) => {
    const probabilities = topK(logits, count);
    const kept = byLikelihood(logits).slice(0, count);
    return { probabilities, token: token(probabilities, draw, kept) };
  };

/** Softmax over everything, then 0 for what is not kept; a draw beyond the sum gives `beyond`. */
const notRenormalised =
  (beyond: (logits: number[], kept: number[]) => number): typeof sampleTopK =>
  (logits, count, draw) => {
    const kept = byLikelihood(logits).slice(0, count);
    const probabilities = softmax(logits).map((share, id) => kept.includes(id) ? share : 0);
    const token = walk(probabilities, draw);
    return { probabilities, token: token < 0 ? beyond(logits, kept) : token };
  };

export const mistakes: readonly Mistake<typeof sampleTopK>[] = [
  {
    name: { en: "not renormalised", ko: "다시 정규화하지 않음" },
    hint: {
      en:
        "Your probabilities sum to less than 1: the forbidden tokens' share is lost, and a large draw " +
        "finds nothing. Make the softmax over the kept tokens only, or divide by what they sum to.",
      ko:
        "확률의 합이 1보다 작습니다. 버린 토큰들의 몫이 사라져서 draw가 크면 아무것도 뽑히지 않습니다. 남긴 토큰들만으로 softmax를 하거나, 그 합으로 " +
        "나누세요.",
    },
    answer: notRenormalised(() => -1),
    variants: [
      notRenormalised((_logits, kept) => Math.max(...kept)),
      notRenormalised((logits) => logits.length - 1),
      notRenormalised(() => 0),
      notRenormalised((_logits, kept) => kept[0]),
      (logits, count, draw) => ({
        probabilities: notRenormalised(() => -1)(logits, count, draw).probabilities,
        token: walk(topK(logits, count), draw),
      }),
    ],
  },
  {
    name: { en: "no top-k", ko: "top-k가 없음" },
    hint: {
      en: "Every token can be drawn in your version. Give 0 to all but the `count` likeliest.",
      ko:
        "모든 토큰이 뽑힐 수 있습니다. 확률이 가장 높은 count개를 뺀 나머지의 확률을 0으로 하세요.",
    },
    answer: (logits, _count, draw) => sampled(softmax(logits), draw),
  },
  {
    name: { en: "takes the id where the sum equals the draw", ko: "합이 draw와 같아도 고름" },
    hint: {
      en:
        "You stop where the sum reaches the draw, and a draw of 0 is reached at once, even by an id of probability " +
        "0. The sum has to exceed the draw.",
      ko:
        "합이 draw와 같아지면 멈춥니다. draw가 0이면 확률이 0인 id에서도 곧바로 멈춥니다. 합이 draw를 넘어야 합니다.",
    },
    answer: drawing((probabilities, draw) => {
      let total = 0;
      return probabilities.findIndex((share) => (total += share) >= draw);
    }),
  },
  {
    name: { en: "always the likeliest", ko: "늘 확률이 가장 높은 것" },
    hint: {
      en:
        "Your probabilities are right, but the token is always the likeliest one: that is greedy " +
        "decoding. Let the draw decide.",
      ko:
        "확률은 맞지만 늘 확률이 가장 높은 토큰을 고릅니다. 그것은 탐욕 디코딩입니다. draw에 따라 고르세요.",
    },
    answer: drawing((_probabilities, _draw, kept) => kept[0]),
  },
  {
    name: { en: "draws without the probabilities", ko: "확률을 쓰지 않고 뽑음" },
    hint: {
      en:
        "Your probabilities are right, but you do not draw by them: every kept token is drawn as often as any " +
        "other, or the draw is compared with each probability alone. Add them up and see where the sum passes the draw.",
      ko:
        "확률은 맞지만 뽑을 때 쓰지 않습니다. 남긴 토큰을 모두 똑같이 뽑거나, draw를 확률 하나하나와 비교합니다. 확률을 차례로 더해 합이 draw를 넘는 자리를 찾으세요.",
    },
    answer: drawing((_probabilities, draw, kept) => kept[Math.floor(draw * kept.length)]),
    variants: [
      drawing((_probabilities, draw, kept) =>
        kept.toSorted((a, b) => a - b)[Math.floor(draw * kept.length)]
      ),
      drawing((probabilities, draw) => probabilities.findIndex((share) => share > draw)),
      drawing((probabilities, draw) =>
        Math.max(0, probabilities.findIndex((share) => share > draw))
      ),
    ],
  },
  {
    name: { en: "adds the probability after the comparison", ko: "비교한 다음에 확률을 더함" },
    hint: {
      en:
        "You compare before the id's own probability is added, so you find the next one. First add, then compare.",
      ko: "그 id의 확률을 더하기 전에 비교해서 다음 id를 찾게 됩니다. 먼저 더하고 나서 비교하세요.",
    },
    answer: drawing((probabilities, draw) => {
      let total = 0;
      for (const [id, share] of probabilities.entries()) {
        if (total > draw) return id;
        total += share;
      }
      return probabilities.length - 1;
    }),
    variants: [
      drawing((probabilities, draw) => {
        let total = 0;
        for (const [id, share] of probabilities.entries()) {
          if (total > draw) return id;
          total += share;
        }
        return -1;
      }),
      drawing((probabilities, draw) => {
        let total = 0;
        for (const [id, share] of probabilities.entries()) {
          if (total > draw) return id;
          total += share;
        }
        return 0;
      }),
    ],
  },
  {
    name: { en: "0 for −∞", ko: "−∞ 자리에 0" },
    hint: {
      en:
        "You set the forbidden logits to 0. That is an ordinary score, e⁰ = 1, so they can still be " +
        "drawn. Their probability must be 0: their logit −∞.",
      ko:
        "버릴 토큰의 로짓을 0으로 두었습니다. 0은 보통의 점수(e⁰ = 1)이므로 여전히 뽑힐 수 있습니다. 확률이 0이 되려면 로짓이 −∞여야 합니다.",
    },
    answer(logits, count, draw) {
      const kept = byLikelihood(logits).slice(0, count);
      return sampled(softmax(logits.map((logit, id) => kept.includes(id) ? logit : 0)), draw);
    },
    variants: [
      (logits, count, draw) => { // e⁰ beside powers whose largest is 1
        const kept = byLikelihood(logits).slice(0, count);
        const top = Math.max(...logits);
        return sampled(
          softmax(logits.map((logit, id) => kept.includes(id) ? logit - top : 0)),
          draw,
        );
      },
    ],
  },
  {
    name: { en: "keeps the smallest", ko: "가장 작은 것을 남김" },
    hint: {
      en: "You keep the `count` smallest logits. Sort from the largest to the smallest.",
      ko: "가장 작은 로짓 count개를 남겼습니다. 큰 것부터 정렬하세요.",
    },
    answer: keeping((logits, count) => byLikelihood(logits).reverse().slice(0, count)),
    variants: [
      (logits, count, draw) => { // nothing is left of the smallest beside the largest
        const kept = byLikelihood(logits).reverse().slice(0, count);
        const powers = powersAmong(logits, kept);
        return sampled(powers.map((power) => power / sum(powers)), draw);
      },
      (logits, count, draw) => { // the same, with 0 for what is not kept in any case
        const kept = byLikelihood(logits).reverse().slice(0, count);
        const powers = powersAmong(logits, kept);
        const share = (id: number) => kept.includes(id) ? powers[id] / sum(powers) : 0;
        return sampled([...logits.keys()].map(share), draw);
      },
    ],
  },
  {
    name: { en: "keeps the first ids", ko: "앞의 id를 남김" },
    hint: {
      en:
        "You keep the first `count` ids, whatever their logits. Sort the ids by their logits first.",
      ko: "로짓과 상관없이 앞의 id count개를 남겼습니다. 먼저 id를 로짓 순으로 정렬하세요.",
    },
    answer: keeping((logits, count) => [...logits.keys()].slice(0, count)),
  },
  {
    name: { en: "sorts numbers as words", ko: "수를 글자로 정렬함" },
    hint: {
      en:
        "You sort without saying how. Then JavaScript compares numbers as words: 10 comes before 9. Give sort a " +
        "function that subtracts.",
      ko:
        "정렬하는 방법을 말하지 않았습니다. 그러면 JavaScript는 수를 글자로 비교해서 10이 9보다 앞에 옵니다. sort에 두 수의 차를 돌려주는 함수를 주세요.",
    },
    answer: keeping((logits, count) => {
      const largest = [...logits].sort().reverse().slice(0, count);
      return [...logits.keys()].filter((id) => largest.includes(logits[id]));
    }),
    variants: [
      keeping((logits, count) => {
        const first = [...logits].sort().slice(0, count);
        return [...logits.keys()].filter((id) => first.includes(logits[id]));
      }),
      drawing((probabilities, draw, kept) => walk(probabilities, draw, [...kept].sort())),
      (logits, count, draw) => { // what is not among the count-th and larger ones by words, by their numbers
        const threshold = [...logits].sort().reverse()[Math.min(count, logits.length) - 1];
        const kept = [...logits.keys()].filter((id) => logits[id] >= threshold);
        return sampled(sharedAmong(logits, kept), draw);
      },
    ],
  },
  {
    name: { en: "one too few or too many kept", ko: "하나 적거나 많게 남김" },
    hint: {
      en:
        "You keep one token too few or too many: the count-th largest logit itself is kept, the one after it is not.",
      ko:
        "토큰을 하나 적게 또는 많게 남겼습니다. count번째로 큰 로짓까지 남기고 그다음은 버립니다.",
    },
    answer: keeping((logits, count) => byLikelihood(logits).slice(0, count - 1)),
    variants: [
      keeping((logits, count) => byLikelihood(logits).slice(0, count + 1)),
      keeping((logits, count) => byLikelihood(logits).slice(0, Math.max(1, count - 1))),
      (logits, count, draw) => { // compares with what is not there where all are kept
        const threshold = logits.toSorted((a, b) => b - a)[count];
        const powers = logits.map((logit) => logit >= threshold ? Math.exp(logit) : 0);
        return sampled(powers.map((power) => power / sum(powers)), draw);
      },
      // A softmax of −∞ alone is NaN, and NaN exceeds no draw: the last id is what is left.
      (logits, count, draw) => {
        const { probabilities } = sampled(
          sharedAmong(logits, byLikelihood(logits).slice(0, count - 1)),
          draw,
        );
        const token = walk(probabilities, draw);
        return { probabilities, token: token < 0 ? logits.length - 1 : token };
      },
      (logits, count, draw) => {
        const kept = byLikelihood(logits).slice(0, count - 1);
        const powers = logits.map((logit, id) => kept.includes(id) ? Math.exp(logit) : 0);
        return sampled(powers.map((power) => power / sum(powers)), draw);
      },
      (logits, count, draw) => { // nothing kept: 0 / 0, which exceeds no draw
        const powers = powersAmong(logits, byLikelihood(logits).slice(0, count - 1));
        const probabilities = powers.map((power) => power / sum(powers));
        return { probabilities, token: Math.max(0, walk(probabilities, draw)) };
      },
      (logits, count, draw) => { // the first id where nothing is kept
        const threshold = logits.toSorted((a, b) => b - a)[count];
        const powers = logits.map((logit) =>
          logit >= threshold ? Math.exp(logit - Math.max(...logits)) : 0
        );
        const probabilities = powers.map((power) => power / sum(powers));
        return { probabilities, token: Math.max(0, walk(probabilities, draw)) };
      },
    ],
  },
  {
    name: { en: "the logits sorted in place", ko: "로짓을 제자리에서 정렬함" },
    hint: {
      en:
        "You sort the logits themselves, so an index is no longer an id: token 0 is now the likeliest. Sort the ids " +
        "or a copy.",
      ko:
        "로짓 자체를 정렬해서 인덱스가 더는 id가 아닙니다. 이제 0번이 확률이 가장 높은 토큰입니다. id나 복사본을 정렬하세요.",
    },
    answer(logits, count, draw) {
      logits.sort((a, b) => b - a);
      return sampled(topK(logits, count), draw);
    },
    variants: [
      (logits, count, draw) => sampled(topK([...logits].sort((a, b) => b - a), count), draw),
      (logits, count, draw) => {
        const largest = logits.sort((a, b) => b - a).slice(0, count);
        return sampled(softmax(largest), draw);
      },
    ],
  },
  {
    name: { en: "the kept ones alone", ko: "남긴 것만 돌려줌" },
    hint: {
      en:
        "Your probabilities hold the kept tokens alone, and the token is a place in that list. Every id has a " +
        "probability, 0 for what is not kept, and the token is an id.",
      ko:
        "확률 목록에 남긴 토큰만 있고, 토큰이 그 목록에서의 자리입니다. 모든 id에 확률이 있어야 하고(남기지 않은 것은 0), 토큰은 id입니다.",
    },
    answer: (logits, count, draw) =>
      sampled(softmax(byLikelihood(logits).slice(0, count).map((id) => logits[id])), draw),
    variants: [
      (logits, count, draw) => {
        const kept = byLikelihood(logits).slice(0, count);
        const probabilities = softmax(kept.map((id) => logits[id]));
        return { probabilities, token: kept[walk(probabilities, draw)] };
      },
    ],
  },
  {
    name: { en: "the place among the kept for the id", ko: "id 자리에 남긴 것 중의 순서" },
    hint: {
      en:
        "Your probabilities are right, but the token is a place in the list of kept ids. Look up which id stands there.",
      ko: "확률은 맞지만 토큰이 남긴 id 목록에서의 순서입니다. 그 자리에 있는 id를 돌려주세요.",
    },
    answer: drawing((probabilities, draw, kept) => walk(kept.map((id) => probabilities[id]), draw)),
    variants: [
      drawing((probabilities, draw, kept) => kept.indexOf(walk(probabilities, draw))),
      drawing((probabilities, draw) => walk(probabilities.filter((share) => share > 0), draw)),
    ],
  },
  {
    name: { en: "goes through the ids by likelihood", ko: "확률이 높은 순서로 더함" },
    hint: {
      en:
        "Your probabilities are right, and your way of drawing would be as good: it goes by likelihood, not by id. " +
        "The task goes through the ids from 0 on, so equal draws give other tokens.",
      ko:
        "확률은 맞고, 뽑는 방법도 틀린 것은 아닙니다. 다만 id가 아니라 확률 순서로 더했습니다. 과제는 id 0부터 차례로 더하므로 같은 draw에서 다른 토큰이 나옵니다.",
    },
    answer: drawing((probabilities, draw, kept) => walk(probabilities, draw, kept)),
    variants: [
      drawing((probabilities, draw, kept) => walk(probabilities, draw, kept.toReversed())),
    ],
  },
  {
    name: { en: "equal shares", ko: "똑같이 나눔" },
    hint: {
      en:
        "Every kept token has the same probability in yours. The larger logit has the larger share: e^logit.",
      ko: "남긴 토큰의 확률이 모두 같습니다. 로짓이 클수록 몫이 커야 합니다: e^로짓.",
    },
    answer(logits, count, draw) {
      const kept = byLikelihood(logits).slice(0, count);
      return sampled(logits.map((_, id) => kept.includes(id) ? 1 / count : 0), draw);
    },
  },
  {
    name: { en: "no exponential", ko: "지수함수가 없음" },
    hint: {
      en:
        "You divide the logits by their sum. They may be negative: probabilities come from e^logit, divided by the " +
        "sum of these.",
      ko:
        "로짓을 그 합으로 나누었습니다. 로짓은 음수일 수 있습니다. 확률은 e^로짓을 그 합으로 나눈 것입니다.",
    },
    answer(logits, count, draw) {
      const kept = byLikelihood(logits).slice(0, count);
      const scores = logits.map((logit, id) => kept.includes(id) ? logit : 0);
      return sampled(scores.map((score) => score / sum(scores)), draw);
    },
  },
  {
    name: { en: "a kept id without any probability", ko: "확률이 0인 남긴 id" },
    hint: {
      en:
        "Your probabilities are right. With a draw of 0 you take the first id that is kept, though its probability may be 0: the sum has to exceed the draw.",
      ko:
        "확률은 맞습니다. draw가 0이면 남긴 것 중 첫 id를 고르는데, 그 확률이 0일 수 있습니다. 합이 draw를 넘어야 합니다.",
    },
    answer: (logits, count, draw) => {
      const probabilities = topK(logits, count);
      let total = 0;
      const kept = byLikelihood(logits).slice(0, count).sort((a, b) => a - b);
      return { probabilities, token: kept.find((id) => (total += probabilities[id]) >= draw) };
    },
  },
  {
    name: { en: "sorts ids as words", ko: "id를 글자처럼 정렬함" },
    hint: {
      en: "You sort the ids themselves, as words, and keep the first. Sort them by their logits.",
      ko: "id 자체를 글자처럼 정렬해 앞의 것을 남깁니다. 로짓을 기준으로 정렬하세요.",
    },
    answer: keeping((logits, count) => [...logits.keys()].sort().slice(0, count)),
  },
  {
    name: { en: "the draw from the other end", ko: "반대쪽 끝에서 뽑음" },
    hint: {
      en:
        "Your probabilities are right, but the sum is compared with 1 − draw, or starts at the last id. Go from id 0 on until " +
        "the sum exceeds the draw itself.",
      ko:
        "확률은 맞지만 합을 1 − draw와 비교하거나 마지막 id부터 더했습니다. id 0부터 더해 합이 draw를 넘는 자리를 찾으세요.",
    },
    answer: drawing((probabilities, draw) => walk(probabilities, 1 - draw)),
    variants: [
      drawing((probabilities, draw) =>
        walk(probabilities, draw, [...probabilities.keys()].reverse())
      ),
      drawing((probabilities, draw) => {
        const token = walk(probabilities, 1 - draw);
        return token < 0 ? probabilities.length - 1 : token;
      }),
      drawing((probabilities, draw) => Math.max(0, walk(probabilities, 1 - draw))),
    ],
  },
  {
    name: { en: "stops while the sum is below the draw", ko: "합이 draw보다 작을 때 멈춤" },
    hint: {
      en:
        "Your probabilities are right, but the comparison is the wrong way round: you stop where the sum is below the draw. Stop " +
        "where it exceeds it.",
      ko:
        "확률은 맞지만 부등호의 방향이 반대입니다. 합이 draw보다 작은 자리에서 멈춥니다. draw를 넘는 자리에서 멈추세요.",
    },
    answer: drawing((probabilities, draw) => {
      let total = 0;
      return probabilities.findIndex((share) => (total += share) < draw);
    }),
    variants: [
      drawing((probabilities, draw) => {
        let total = 0;
        return Math.max(0, probabilities.findIndex((share) => (total += share) < draw));
      }),
    ],
  },
  {
    name: { en: "the threshold from the wrong end", ko: "기준값을 반대쪽에서 셈" },
    hint: {
      en:
        "You sort from the smallest on and take number `count` for the threshold: that keeps all but a few. " +
        "Sort from the largest on, or count from the end.",
      ko:
        "작은 것부터 정렬해 놓고 count번째를 기준으로 삼아 거의 모두 남습니다. 큰 것부터 정렬하거나 끝에서부터 세세요.",
    },
    answer: keeping((logits, count) => byLikelihood(logits).slice(0, logits.length - count + 1)),
    variants: [
      keeping((logits, count) => byLikelihood(logits).slice(0, logits.length - count)),
      (logits, count, draw) => {
        const sorted = logits.toSorted((a, b) => a - b);
        const powers = logits.map((logit) =>
          logit >= sorted[count - 1] ? Math.exp(logit - sorted[0]) : 0
        );
        const probabilities = powers.map((power) => power / sum(powers));
        return { probabilities, token: Math.max(0, walk(probabilities, draw)) };
      },
    ],
  },
  {
    name: { en: "draws from all probabilities", ko: "모든 확률에서 뽑음" },
    hint: {
      en:
        "Your probabilities are right, but the token is drawn from those of all tokens. Go through the " +
        "probabilities that you return.",
      ko: "확률은 맞지만 모든 토큰의 확률에서 뽑았습니다. 돌려주는 확률을 차례로 더해 뽑으세요.",
    },
    answer: (logits, count, draw) => ({
      probabilities: topK(logits, count),
      token: walk(softmax(logits), draw),
    }),
  },
  {
    name: { en: "a temperature that was not asked for", ko: "시키지 않은 온도" },
    hint: {
      en:
        "Your probabilities are flatter or steeper than e to the logits: something divides or multiplies the " +
        "logits first. Leave them as they are.",
      ko:
        "확률이 e의 로짓 제곱보다 고르거나 치우칩니다. 로짓을 먼저 나누거나 곱했기 때문입니다. 그대로 쓰세요.",
    },
    answer: (logits, count, draw) => sampled(topK(logits.map((logit) => logit / 2), count), draw),
    variants: [
      (logits, count, draw) => sampled(topK(logits.map((logit) => logit * 2), count), draw),
      (logits, count, draw) => sampled(topK(logits.map((logit) => logit * Math.LN2), count), draw),
    ],
  },
];
