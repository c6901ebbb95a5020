/**
 * Exercise 10.4: drawing a token from the likeliest few (Fan et al. 2018, section 5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../arithmetic.ts";
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [logits: readonly number[], count: number, draw: number];
type Result = { probabilities: readonly number[]; token: number };

/** Ids from the likeliest to the least likely. */
function byLikelihood(logits: readonly number[]): number[] {
  return [...logits.keys()].sort((a, b) => logits[b] - logits[a]);
}

/** Probabilities that sum to 1 over the ids `kept`, and 0 elsewhere. */
function sharedAmong(logits: readonly number[], kept: readonly number[]): number[] {
  const shares = softmax(kept.map((id) => logits[id]));
  return logits.map((_, id) => kept.includes(id) ? shares[kept.indexOf(id)] : 0);
}

/** The first id, in this order, with which the probabilities so far exceed the draw; −1 if none does. */
function walk(probabilities: readonly number[], order: readonly number[], draw: number): number {
  let sum = 0;
  return order.find((id) => (sum += probabilities[id]) > draw) ?? -1;
}

const inOrder = (logits: readonly number[]) => [...logits.keys()];

function topK([logits, count]: Arguments): number[] {
  return byLikelihood(logits).slice(0, count);
}

function sampled(probabilities: readonly number[], draw: number): Result {
  return { probabilities, token: walk(probabilities, inOrder(probabilities), draw) };
}

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

/** A draw that falls well inside the share of one of the kept tokens. */
function drawInside(random: Random, logits: readonly number[], count: number): number {
  const probabilities = sharedAmong(logits, byLikelihood(logits).slice(0, count));
  const chosen = random.weighted(probabilities);
  const below = probabilities.slice(0, chosen).reduce((sum, share) => sum + share, 0);
  return below + probabilities[chosen] * random.uniform(0.2, 0.8);
}

function drawn(random: Random, size: number, count: number): Arguments {
  const logits = [...random.normals(size, 0, 1.5)];
  return [logits, count, drawInside(random, logits, count)];
}

/** Tokens whose probabilities are in the proportion of these numbers. */
const inProportion = (...weights: number[]) => weights.map(Math.log);

export const sampleTopK = defineExercise<Arguments, Result>({
  id: "10.4",
  name: "sampleTopK",
  title: "Draw from the likeliest few",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `Keep the \`count\` largest logits and make probabilities of them: all others get 0, and the kept ones sum
to 1. Then draw: go through the ids from 0 on, adding up probabilities, and take the first id with which the sum
exceeds \`draw\`. Write it without tensors. No two logits are equal.`,
  stub: `/**
 * Draws one token from the likeliest few.
 *
 * @param logits [vocab]
 * @param count how many tokens are kept
 * @param draw in [0, 1)
 * @returns probabilities [vocab], 0 for what is not kept; token: the id drawn
 */
function sampleTopK(
  logits: number[],
  count: number,
  draw: number,
): { probabilities: number[]; token: number } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "logits", axes: "vocab" },
    { name: "count", axes: "" },
    { name: "draw", axes: "" },
  ],
  result: [{ name: "probabilities", axes: "vocab" }, { name: "token", axes: "" }],
  withheld: ["lib/decoding/logits.ts"],

  cases(random): Case<Arguments>[] {
    const [many, few] = [drawn(random, 29, 7), drawn(random, 11, 3)];
    return [
      {
        property: "Proportions 6 : 1 : 3, two kept: probabilities 2/3, 0, 1/3",
        args: [inProportion(6, 1, 3), 2, 0.5],
      },
      {
        property: "A draw near 1 gives the last kept id",
        args: [inProportion(4, 3, 1, 2), 2, 0.95],
      },
      {
        property: "A small draw gives the first kept id, likely or not",
        args: [inProportion(1, 2, 9, 4), 3, 0.05],
      },
      {
        property: "One kept: the likeliest, whatever the draw",
        args: [inProportion(2, 7, 5), 1, 0.99],
      },
      { property: "All kept: an ordinary draw", args: drawn(random, 5, 5) },
      { property: "Any logits", args: many },
      { property: "Other logits", args: few },
    ];
  },

  reference: (...args) => sampled(sharedAmong(args[0], topK(args)), args[2]),

  mistakes: [
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
        ko:
          "모든 토큰이 뽑힐 수 있습니다. 가장 그럴듯한 count개를 뺀 나머지의 확률을 0으로 하세요.",
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
  ],

  hints: [
    {
      en:
        "Three steps: which ids are kept, what probabilities they get, and where the draw falls. Begin " +
        "with the ids, sorted by their logits.",
      ko:
        "세 단계입니다. 어떤 id를 남길지, 확률이 얼마인지, draw가 어디에 떨어지는지. id를 로짓 순으로 정렬하는 것부터 시작하세요.",
    },
    {
      en:
        "Let powers be Math.exp(logit) for what is kept and 0 for the others, and divide each by their sum: " +
        "then they sum to 1.",
      ko:
        "남긴 것은 Math.exp(logit), 나머지는 0인 배열 powers를 만들고 각각을 그 합으로 나누세요. 그러면 합이 1이 됩니다.",
    },
    {
      en:
        "Let sum be 0, and take the first id for which (sum += probabilities[id]) > draw; findIndex does it " +
        "in one line.",
      ko:
        "sum을 0에서 시작해 (sum += probabilities[id]) > draw가 되는 첫 id를 고르세요. findIndex로 한 줄이면 됩니다.",
    },
  ],
});
