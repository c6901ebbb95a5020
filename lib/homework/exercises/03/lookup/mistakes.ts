/**
 * Wrong answers to exercise 03.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, mix, scoresOf } from "./exercise.ts";

/** A whole cell with its own lines from the scores to the result. */
function variant(lines: string): string {
  return `function lookup(query: number[], keys: number[][], values: number[][]): number[] {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0));
  const mix = (weights: number[]) =>
    values[0].map((_, d) => weights.reduce((sum, w, i) => sum + w * values[i][d], 0));
${lines}
}`;
}

export const mistakes: readonly Mistake<Arguments, number[]>[] = [
  {
    name: "hard where soft is asked",
    hint: {
      en:
        "You return the value of the best key alone, as a Map would. A soft dictionary mixes all values, " +
        "each by its weight; that is what lets a gradient through.",
      ko:
        "가장 잘 맞는 키의 값 하나만 돌려주었습니다. Map이 하는 일입니다. 부드러운 사전은 모든 값을 가중치만큼 섞습니다. 그래야 기울기가 흐릅니다.",
    },
    source: variant("  return values[scores.indexOf(Math.max(...scores))];"),
    values(query, keys, values) {
      const scores = scoresOf(query, keys);
      const best = Math.max(...scores);
      return [values[scores.indexOf(best)], values[scores.lastIndexOf(best)]];
    },
  },
  {
    name: "no softmax",
    hint: {
      en:
        "You weigh the values with the scores themselves. They may be negative and sum to anything: turn " +
        "them into weights by softmax first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 음수일 수도 있고 합도 제각각입니다. 먼저 softmax로 가중치를 만드세요.",
    },
    source: variant("  return mix(scores);"),
    values: (query, keys, values) => [mix(scoresOf(query, keys), values)],
  },
  {
    name: "not divided by the sum",
    hint: {
      en:
        "You raise e to the scores and stop there. Weights have to sum to 1: divide each power by the sum " +
        "of all.",
      ko:
        "e의 점수 제곱까지만 구했습니다. 가중치의 합은 1이어야 합니다. 각 값을 전체 합으로 나누세요.",
    },
    source: variant("  return mix(scores.map(Math.exp));"),
    values(query, keys, values) {
      const scores = scoresOf(query, keys);
      const largest = Math.max(...scores);
      const powers = [scores.map(Math.exp), scores.map((score) => Math.exp(score - largest))];
      return powers.map((weights) => mix(weights, values));
    },
  },
  {
    name: "overflow",
    hint: {
      en:
        "Small scores come out right, large ones give NaN: e to the power of 1000 is more than a number " +
        "can hold. Subtract the largest score from all first; the weights stay the same.",
      ko:
        "작은 점수는 맞지만 큰 점수에서는 NaN이 됩니다. e의 1000제곱은 수 하나에 담을 수 없습니다. 먼저 모든 점수에서 " +
        "가장 큰 점수를 빼세요. 가중치는 달라지지 않습니다.",
    },
    source: variant(`  const powers = scores.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return mix(powers.map((power) => power / total));`),
    values(query, keys, values) {
      const powers = scoresOf(query, keys).map(Math.exp);
      const total = powers.reduce((sum, power) => sum + power, 0);
      return [mix(powers.map((power) => power / total), values)];
    },
  },
  {
    name: "ignores the query",
    hint: {
      en:
        "Every value gets the same weight, whatever is asked. The weights are the softmax of the query's " +
        "dot products with the keys.",
      ko:
        "무엇을 묻든 모든 값에 같은 가중치를 주었습니다. 가중치는 쿼리와 키들의 내적에 softmax를 취한 것입니다.",
    },
    source: variant("  return mix(scores.map(() => 1 / scores.length));"),
    values: (_query, keys, values) => [mix(keys.map(() => 1 / keys.length), values)],
  },
  {
    name: "scales the scores",
    hint: {
      en:
        "You divide the scores by the root of the keys' length. That is the next notebook's step; here the " +
        "dot products count as they are.",
      ko:
        "점수를 키 길이의 제곱근으로 나누었습니다. 그것은 다음 노트북의 단계입니다. 여기서는 내적을 그대로 쓰세요.",
    },
    source: variant(`  const scaled = scores.map((score) => score / Math.sqrt(query.length));
  const powers = scaled.map((score) => Math.exp(score - Math.max(...scaled)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return mix(powers.map((power) => power / total));`),
    values(query, keys, values) {
      const scores = scoresOf(query, keys).map((score) => score / Math.sqrt(query.length));
      return [mix(softmax(scores), values)];
    },
  },
  {
    name: "mixes the keys",
    hint: {
      en:
        "Your weights are right, but you mix the keys with them. A key is what is compared; what is taken " +
        "home is its value.",
      ko:
        "가중치는 맞지만 그것으로 키를 섞었습니다. 키는 비교하는 것이고, 가져오는 것은 값(values)입니다.",
    },
    source: variant(
      `  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return keys[0].map((_, d) => powers.reduce((sum, p, i) => sum + p / total * keys[i][d], 0));`,
    ),
    values: (query, keys) => [mix(softmax(scoresOf(query, keys)), keys)],
  },
];
