/**
 * Wrong answers to exercise 02.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { scale, softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, weightedSum } from "./exercise.ts";

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function contextVector(weights: number[], states: number[][]): number[] {
  const count = states.length;
  const best = weights.indexOf(Math.max(...weights));
  const sum = (factors: number[]) =>
    states[0].map((_, i) => states.reduce((total, state, j) => total + factors[j] * state[i], 0));
  return ${expression};
}`;
}

export const mistakes: readonly Mistake<Arguments, number[]>[] = [
  {
    name: "averages, ignores the weights",
    hint: {
      en:
        "You average the states and ignore the weights, so it does not matter where the decoder looks. " +
        "Multiply each state by its own weight before adding.",
      ko:
        "가중치를 무시하고 상태의 평균을 냈습니다. 그러면 디코더가 어디를 보든 상관이 없어집니다. 더하기 전에 각 상태에 자기 가중치를 곱하세요.",
    },
    source: variant("sum(states.map(() => 1 / count))"),
    values: (_, states) => [weightedSum(states.map(() => 1 / states.length), states)],
  },
  {
    name: "divides the weighted sum again",
    hint: {
      en:
        "Your numbers are too small: they have been divided by the number of states. The weights sum to 1 " +
        "already, so the weighted sum is the average, and nothing is left to divide.",
      ko:
        "결과를 상태의 개수로 한 번 더 나누어 수가 모두 너무 작습니다. 가중치의 합이 이미 1이므로 가중합이 곧 평균입니다. 더 나눌 것이 없습니다.",
    },
    source: variant("sum(weights).map((x) => x / count)"),
    values: (weights, states) => [
      scale([weightedSum(weights, states)], 1 / states.length)[0],
    ],
  },
  {
    name: "takes the best state alone",
    hint: {
      en:
        "You return the state with the largest weight and drop the others. Attention is soft: every state " +
        "takes part in proportion to its weight.",
      ko:
        "가중치가 가장 큰 상태만 돌려주고 나머지를 버렸습니다. 어텐션은 하나만 고르지 않습니다. 모든 상태가 가중치만큼 참여해야 합니다.",
    },
    source: variant("states[best]"),
    values: (weights, states) => [states[weights.indexOf(Math.max(...weights))]],
  },
  {
    name: "the first state without its weight",
    hint: {
      en:
        "Your sum begins with the first state itself, as reduce does without a start value. Begin with " +
        "zeros, and give the first state its weight too.",
      ko:
        "합이 첫 번째 상태 그대로에서 시작합니다. 시작값 없이 reduce를 쓰면 그렇게 됩니다. 0에서 시작하고, 첫 번째 상태에도 가중치를 곱하세요.",
    },
    source: variant(
      "states.reduce((total, state, j) => total.map((x, i) => x + weights[j] * state[i]))",
    ),
    values: (weights, states) => [
      weightedSum([1, ...weights.slice(1)], states),
      weightedSum([1 + weights[0], ...weights.slice(1)], states),
    ],
  },
  {
    name: "one number for each state",
    hint: {
      en:
        "You add up the numbers inside each state, which leaves one number for each state. The context is " +
        "a vector as long as a state: add across the states, number by number.",
      ko:
        "상태 하나하나의 안에 있는 수를 더해서 상태마다 수가 하나씩 남았습니다. 컨텍스트는 상태와 길이가 같은 벡터입니다. " +
        "상태들을 가로질러 같은 자리의 수끼리 더하세요.",
    },
    source: variant(
      "states.map((state, j) => state.reduce((total, x) => total + weights[j] * x, 0))",
    ),
    values: (weights, states) => [
      states.map((state, j) => weights[j] * state.reduce((sum, x) => sum + x, 0)),
      states.map((state) => state.reduce((sum, x) => sum + x, 0)),
    ],
  },
  {
    name: "softmax once more",
    hint: {
      en:
        "You take the softmax of the weights. They are weights already, and sum to 1: use them as they come.",
      ko: "가중치에 softmax를 또 취했습니다. 이미 합이 1인 가중치이므로 그대로 쓰세요.",
    },
    source: variant(
      "sum(weights.map((w) => Math.exp(w) / weights.reduce((total, x) => total + Math.exp(x), 0)))",
    ),
    values: (weights, states) => [weightedSum(softmax(weights), states)],
  },
];
