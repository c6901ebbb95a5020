/**
 * Exercise 10.4: drawing a token from the likeliest few (Fan et al. 2018, section 5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [logits: number[], count: number, draw: number];

/** A draw that falls well inside the share of one of the kept tokens, so that rounding does not decide. */
function drawInside(random: Random, logits: readonly number[], count: number): number {
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count).sort();
  const shares = softmax(kept.map((id) => logits[id]));
  const chosen = random.weighted(shares);
  const below = shares.slice(0, chosen).reduce((sum, share) => sum + share, 0);
  return below + shares[chosen] * random.uniform(0.2, 0.8);
}

function drawn(random: Random, size: number, count: number): Arguments {
  const logits = [...random.normals(size, 0, 1.5)];
  return [logits, count, drawInside(random, logits, count)];
}

/** Tokens whose probabilities are in the proportion of these numbers. */
const inProportion = (...weights: number[]) => weights.map(Math.log);

export const sampleTopK = defineExercise<Arguments>({
  id: "10.4",
  name: "sampleTopK",
  title: { en: "Draw from the likeliest few", ko: "확률이 가장 높은 몇 개에서 뽑기" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Keep the \`count\` largest logits and make probabilities of them: all others get 0, and the kept ones sum
to 1. Then draw: go through the ids from 0 on, adding up probabilities, and take the first id with which the sum
exceeds \`draw\`. Write it without tensors. No two logits are equal.`,
    ko:
      `가장 큰 로짓 \`count\`개만 남겨 확률로 만드세요. 나머지의 확률은 0이고, 남긴 것들의 합은 1입니다. 그다음 뽑습니다. id 0부터 차례로 확률을 더해
가다가 합이 처음으로 \`draw\`를 넘는 id를 고르세요. 텐서 없이 쓰세요. 서로 같은 로짓은 없습니다.`,
  },
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
    return [
      {
        property: {
          en: "Proportions 6 : 1 : 3, two kept: probabilities 2/3, 0, 1/3",
          ko: "비율 6 : 1 : 3에서 둘을 남김: 확률 2/3, 0, 1/3",
        },
        args: [inProportion(6, 1, 3), 2, 0.5],
        result: { probabilities: [2 / 3, 0, 1 / 3], token: 0 },
      },
      {
        property: {
          en: "A draw near 1 gives the last kept id",
          ko: "draw가 1에 가까우면 남긴 것 중 마지막 id",
        },
        args: [inProportion(4, 3, 1, 2), 2, 0.95],
        result: { probabilities: [4 / 7, 3 / 7, 0, 0], token: 1 },
      },
      {
        property: {
          en: "A small draw gives the first kept id, likely or not",
          ko: "draw가 작으면 확률이 높든 낮든 남긴 것 중 첫 id",
        },
        args: [inProportion(1, 2, 9, 4), 3, 0.05],
        result: { probabilities: [0, 2 / 15, 9 / 15, 4 / 15], token: 1 },
      },
      {
        property: {
          en: "A draw of 0 never gives an id of probability 0",
          ko: "draw가 0이어도 확률이 0인 id는 뽑히지 않습니다",
        },
        args: [inProportion(1, 6, 3), 2, 0],
        result: { probabilities: [0, 2 / 3, 1 / 3], token: 1 },
      },
      {
        property: {
          en: "A draw of 0 never gives an id of probability 0",
          ko: "draw가 0이어도 확률이 0인 id는 뽑히지 않습니다",
        },
        args: [[-800, 0, -900], 2, 0],
        result: { probabilities: [0, 1, 0], token: 1 },
      },
      {
        property: {
          en: "One kept: the likeliest, whatever the draw",
          ko: "하나만 남김: draw가 무엇이든 확률이 가장 높은 것",
        },
        args: [inProportion(2, 7, 5), 1, 0.99],
        result: { probabilities: [0, 1, 0], token: 1 },
      },
      {
        property: {
          en: "Logits are numbers: 10 is larger than 9, and −2 than −10",
          ko: "로짓은 수입니다: 10은 9보다, −2는 −10보다 큽니다",
        },
        args: [[9, -10, 10, -2, 7], 3, 0.5],
      },
      {
        property: {
          en: "Ids are numbers: 2 comes before 10",
          ko: "id는 수입니다: 2가 10보다 먼저입니다",
        },
        args: [inProportion(1, 2, 20, 3, 4, 5, 6, 7, 8, 9, 10), 2, 0.3],
        result: { probabilities: [0, 0, 2 / 3, 0, 0, 0, 0, 0, 0, 0, 1 / 3], token: 2 },
      },
      {
        property: { en: "Every logit negative", ko: "모든 로짓이 음수" },
        args: [[-31, -30, -33, -29.5, -37], 2, 0.2],
      },
      {
        property: { en: "Logits far apart, up to ±300", ko: "±300까지 크게 벌어진 로짓" },
        args: [[-300, 299, -200, 300, 0, 298.5], 3, 0.9],
      },
      {
        property: { en: "All kept: an ordinary draw", ko: "모두 남김: 보통의 뽑기" },
        args: drawn(random, 5, 5),
      },
      {
        property: { en: "Any logits", ko: "아무 로짓" },
        args: drawn(random, 29, 7),
      },
      {
        property: { en: "Other logits", ko: "다른 로짓" },
        args: drawn(random, 11, 3),
      },
    ];
  },

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
        "For the draw keep a sum that begins with 0. Go through the ids and add each probability to it; what must " +
        "hold between sum and draw for you to stop?",
      ko:
        "뽑을 때는 0에서 시작하는 합을 두고 id를 차례로 보며 확률을 더해 가세요. sum과 draw 사이에 무엇이 성립할 때 멈추어야 할까요?",
    },
  ],
});
