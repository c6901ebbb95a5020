/**
 * Exercise 10.4: drawing a token from the likeliest few (Fan et al. 2018, section 5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [logits: readonly number[], count: number, draw: number];

export type Result = { probabilities: readonly number[]; token: number };

/** Ids from the likeliest to the least likely. */
export function byLikelihood(logits: readonly number[]): number[] {
  return [...logits.keys()].sort((a, b) => logits[b] - logits[a]);
}

/** Probabilities that sum to 1 over the ids `kept`, and 0 elsewhere. */
export function sharedAmong(logits: readonly number[], kept: readonly number[]): number[] {
  const shares = softmax(kept.map((id) => logits[id]));
  return logits.map((_, id) => kept.includes(id) ? shares[kept.indexOf(id)] : 0);
}

/** The first id, in this order, with which the probabilities so far exceed the draw; −1 if none does. */
export function walk(
  probabilities: readonly number[],
  order: readonly number[],
  draw: number,
): number {
  let sum = 0;
  return order.find((id) => (sum += probabilities[id]) > draw) ?? -1;
}

const inOrder = (logits: readonly number[]) => [...logits.keys()];

export function topK([logits, count]: Arguments): number[] {
  return byLikelihood(logits).slice(0, count);
}

export function sampled(probabilities: readonly number[], draw: number): Result {
  return { probabilities, token: walk(probabilities, inOrder(probabilities), draw) };
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
    const many = drawn(random, 29, 7);
    const few = drawn(random, 11, 3);
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
