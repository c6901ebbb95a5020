/**
 * Wrong answers to exercise 10.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import {
  type Arguments,
  byLikelihood,
  type Result,
  sampled,
  sharedAmong,
  topK,
  walk,
} from "./exercise.ts";

/** Softmax over everything, then 0 for what is not kept; a draw beyond the sum gives `beyond`. */
function notRenormalised(args: Arguments, beyond: (kept: readonly number[]) => number): Result {
  const [logits, , draw] = args;
  const kept = topK(args);
  const probabilities = softmax(logits).map((share, id) => kept.includes(id) ? share : 0);
  const { token } = sampled(probabilities, draw);
  return { probabilities, token: token < 0 ? beyond(kept) : token };
}

/** A whole cell with its own lines. */
function variant(
  {
    kept = "[...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count)",
    powers = "kept.includes(id) ? Math.exp(logit) : 0",
    total = "powers.reduce((sum, power) => sum + power, 0)",
    order = "[...logits.keys()]",
    token = "order.find((id) => (sum += probabilities[id]) > draw) ?? -1",
  }: { kept?: string; powers?: string; total?: string; order?: string; token?: string },
): string {
  return `function sampleTopK(
  logits: number[],
  count: number,
  draw: number,
): { probabilities: number[]; token: number } {
  const kept = ${kept};
  const powers = logits.map((logit, id) => ${powers});
  const total = ${total};
  const probabilities = powers.map((power) => power / total);
  const order = ${order};
  let sum = 0;
  const token = ${token};
  return { probabilities, token };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "not renormalised",
    hint: {
      en:
        "Your probabilities sum to less than 1: the forbidden tokens' share is lost, and a large draw " +
        "finds nothing. Make the softmax over the kept tokens only, or divide by what they sum to.",
      ko:
        "확률의 합이 1보다 작습니다. 버린 토큰들의 몫이 사라져서 draw가 크면 아무것도 뽑히지 않습니다. 남긴 토큰들만으로 softmax를 하거나, 그 합으로 " +
        "나누세요.",
    },
    source: variant({
      total: "logits.reduce((sum, logit) => sum + Math.exp(logit), 0)",
    }),
    values: (...args) => [
      notRenormalised(args, () => -1),
      notRenormalised(args, (kept) => Math.max(...kept)),
      notRenormalised(args, () => args[0].length - 1),
      notRenormalised(args, () => 0),
      notRenormalised(args, (kept) => kept[0]),
    ],
  },
  {
    name: "no top-k",
    hint: {
      en: "Every token can be drawn in your version. Give 0 to all but the `count` likeliest.",
      ko: "모든 토큰이 뽑힐 수 있습니다. 가장 그럴듯한 count개를 뺀 나머지의 확률을 0으로 하세요.",
    },
    source: variant({ powers: "Math.exp(logit)" }),
    values: (logits, _, draw) => [sampled(softmax(logits), draw)],
  },
  {
    name: "always the likeliest",
    hint: {
      en:
        "Your probabilities are right, but the token is always the likeliest one: that is greedy " +
        "decoding. Let the draw decide.",
      ko:
        "확률은 맞지만 늘 가장 그럴듯한 토큰을 고릅니다. 그것은 탐욕 디코딩입니다. draw에 따라 고르세요.",
    },
    source: variant({ token: "kept[0]" }),
    values: (...args) => [
      { probabilities: sharedAmong(args[0], topK(args)), token: topK(args)[0] },
    ],
  },
  {
    name: "0 for −∞",
    hint: {
      en:
        "You set the forbidden logits to 0. That is an ordinary score, e⁰ = 1, so they can still be " +
        "drawn. Their probability must be 0: their logit −∞.",
      ko:
        "버릴 토큰의 로짓을 0으로 두었습니다. 0은 보통의 점수(e⁰ = 1)이므로 여전히 뽑힐 수 있습니다. 확률이 0이 되려면 로짓이 −∞여야 합니다.",
    },
    source: variant({ powers: "Math.exp(kept.includes(id) ? logit : 0)" }),
    values: (...args) => {
      const kept = topK(args);
      const logits = args[0].map((logit, id) => kept.includes(id) ? logit : 0);
      return [sampled(softmax(logits), args[2])];
    },
  },
  {
    name: "keeps the smallest",
    hint: {
      en: "You keep the `count` smallest logits. Sort from the largest to the smallest.",
      ko: "가장 작은 로짓 count개를 남겼습니다. 큰 것부터 정렬하세요.",
    },
    source: variant({
      kept: "[...logits.keys()].sort((a, b) => logits[a] - logits[b]).slice(0, count)",
    }),
    values: (logits, count, draw) => [
      sampled(sharedAmong(logits, byLikelihood(logits).toReversed().slice(0, count)), draw),
    ],
  },
  {
    name: "goes through the ids by likelihood",
    hint: {
      en:
        "Your probabilities are right, and your way of drawing would be as good: it goes from the " +
        "likeliest on. The task goes through the ids from 0 on, so equal draws give other tokens.",
      ko:
        "확률은 맞고, 뽑는 방법도 틀린 것은 아닙니다. 다만 그럴듯한 것부터 더했습니다. 과제는 id 0부터 차례로 더하므로 같은 draw에서 다른 토큰이 나옵니다.",
    },
    source: variant({ order: "kept" }),
    values: (...args) => {
      const probabilities = sharedAmong(args[0], topK(args));
      return [{ probabilities, token: walk(probabilities, topK(args), args[2]) }];
    },
  },
];
