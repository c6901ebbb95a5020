/**
 * Wrong answers to exercise 02.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { contextVector } from "./solution.ts";

/** The right answer for other weights. */
function weighted(weights: number[], states: number[][]): number[] {
  return states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
}

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

export const mistakes: readonly Mistake<typeof contextVector>[] = [
  {
    name: { en: "averages, ignores the weights", ko: "가중치를 무시하고 평균을 냄" },
    hint: {
      en:
        "You average the states and ignore the weights, so it does not matter where the decoder looks. " +
        "Multiply each state by its own weight before adding.",
      ko:
        "가중치를 무시하고 상태의 평균을 냈습니다. 그러면 디코더가 어디를 보든 상관이 없어집니다. 더하기 전에 각 상태에 자기 가중치를 곱하세요.",
    },
    answer: (_weights, states) => weighted(states.map(() => 1 / states.length), states),
  },
  {
    name: { en: "adds the states without weights", ko: "가중치 없이 상태를 더함" },
    hint: {
      en: "You add the states up as they are. Multiply each state by its own weight before adding.",
      ko: "상태들을 그대로 더했습니다. 더하기 전에 각 상태에 자기 가중치를 곱하세요.",
    },
    answer: (_weights, states) => weighted(states.map(() => 1), states),
  },
  {
    name: { en: "divides the weighted sum again", ko: "가중합을 또 나눔" },
    hint: {
      en:
        "Your numbers are too small: they have been divided by the number of states. The weights sum to 1 " +
        "already, so the weighted sum is the average, and nothing is left to divide.",
      ko:
        "결과를 상태의 개수로 한 번 더 나누어 수가 모두 너무 작습니다. 가중치의 합이 이미 1이므로 가중합이 곧 평균입니다. 더 나눌 것이 없습니다.",
    },
    answer: (weights, states) => weighted(weights, states).map((x) => x / states.length),
  },
  {
    name: { en: "takes the best state alone", ko: "가장 큰 가중치의 상태만 고름" },
    hint: {
      en:
        "You return the state with the largest weight and drop the others. Attention is soft: every state " +
        "takes part in proportion to its weight.",
      ko:
        "가중치가 가장 큰 상태만 돌려주고 나머지를 버렸습니다. 어텐션은 하나만 고르지 않습니다. 모든 상태가 가중치만큼 참여해야 합니다.",
    },
    answer: (weights, states) => states[weights.indexOf(Math.max(...weights))],
    variants: [
      (weights, states) => {
        const best = Math.max(...weights);
        return states[weights.indexOf(best)].map((x) => best * x);
      },
    ],
  },
  {
    name: { en: "the first state without its weight", ko: "첫 상태에 가중치를 곱하지 않음" },
    hint: {
      en:
        "Your sum begins with the first state itself, as reduce does without a start value. Begin with " +
        "zeros, and give the first state its weight too.",
      ko:
        "합이 첫 번째 상태 그대로에서 시작합니다. 시작값 없이 reduce를 쓰면 그렇게 됩니다. 0에서 시작하고, 첫 번째 상태에도 가중치를 곱하세요.",
    },
    answer: (weights, states) => weighted([1, ...weights.slice(1)], states),
    variants: [
      (weights, states) => weighted([1 + weights[0], ...weights.slice(1)], states),
      (weights, states) => {
        const [context] = states;
        for (const [j, state] of states.entries()) {
          if (j > 0) state.forEach((x, i) => context[i] += weights[j] * x);
        }
        return context;
      },
      (weights, states) => {
        const [context] = states;
        for (const [j, state] of states.entries()) {
          state.forEach((x, i) => context[i] += weights[j] * x);
        }
        return context;
      },
    ],
  },
  {
    name: { en: "changes the states in place", ko: "상태를 제자리에서 바꿈" },
    hint: {
      en:
        "Your context is right, but your function overwrites the caller's states or weights on the way. The decoder " +
        "needs them again at its next step: write into a new array.",
      ko:
        "컨텍스트는 맞지만 호출한 쪽의 states나 weights를 덮어씁니다. 디코더가 다음 단계에서 다시 쓰는 값이니 새 배열에 계산하세요.",
    },
    answer(weights, states) {
      for (const [j, state] of states.entries()) state.forEach((x, i) => state[i] = weights[j] * x);
      return states[0].map((_, i) => sum(states.map((state) => state[i])));
    },
    variants: [
      (weights, states) => {
        const context = weighted(weights, states);
        context.forEach((x, i) => states[0][i] = x);
        return context;
      },
    ],
  },
  {
    name: { en: "one number for each state", ko: "상태마다 수 하나" },
    hint: {
      en:
        "You add up the numbers inside each state, which leaves one number for each state. The context is " +
        "a vector as long as a state: add across the states, number by number.",
      ko:
        "상태 하나하나의 안에 있는 수를 더해서 상태마다 수가 하나씩 남았습니다. 컨텍스트는 상태와 길이가 같은 벡터입니다. " +
        "여러 상태에서 같은 자리의 수끼리 더하세요.",
    },
    answer: (weights, states) => states.map((state, j) => weights[j] * sum(state)),
    variants: [
      (_weights, states) => states.map((state) => sum(state)),
      (weights, states) => states.map((state) => sum(state.map((x, i) => x * weights[i]))),
    ],
  },
  {
    name: { en: "all in one number", ko: "모두 수 하나로" },
    hint: {
      en:
        "You add everything up to a single number. The context is a vector as long as a state: one sum for each of " +
        "its numbers.",
      ko:
        "모두 더해 수 하나로 만들었습니다. 컨텍스트는 상태와 길이가 같은 벡터입니다. 자리마다 합을 따로 구하세요.",
    },
    answer: (weights, states) => sum(weighted(weights, states)),
  },
  {
    name: { en: "softmax once more", ko: "softmax를 또 취함" },
    hint: {
      en:
        "You take the softmax of the weights. They are weights already, and sum to 1: use them as they come.",
      ko: "가중치에 softmax를 또 취했습니다. 이미 합이 1인 가중치이므로 그대로 쓰세요.",
    },
    answer(weights, states) {
      const powers = weights.map((weight) => Math.exp(weight));
      return weighted(powers.map((power) => power / sum(powers)), states);
    },
  },
  {
    name: { en: "not added up", ko: "더하지 않음" },
    hint: {
      en:
        "You return every state times its weight, one row for each. The products are right: add the rows up, number " +
        "by number.",
      ko:
        "상태마다 가중치를 곱한 행들을 그대로 돌려주었습니다. 곱은 맞으니 행들을 자리마다 더하세요.",
    },
    answer: (weights, states) => states.map((state, j) => state.map((x) => weights[j] * x)),
    variants: [
      (weights, states) => states[0].map((_, i) => states.map((state, j) => weights[j] * state[i])),
      (weights, states) => states.flatMap((state, j) => state.map((x) => weights[j] * x)),
    ],
  },
  {
    name: { en: "weights[i] for weights[j]", ko: "weights[j] 대신 weights[i]" },
    hint: {
      en:
        "You give each number of a state its own weight, by the number's place. A weight belongs to a whole state: its " +
        "index is that of the state.",
      ko:
        "상태 안의 자리마다 다른 가중치를 곱했습니다. 가중치는 상태 하나 전체의 것입니다. 상태의 번호로 찾으세요.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) => sum(states.map((state) => weights[i] * state[i]))),
    variants: [
      (weights, states) =>
        states[0].map((_, i) => sum(states.map((state) => (weights[i] ?? 0) * state[i]))),
    ],
  },
  {
    name: { en: "rows and columns exchanged", ko: "행과 열을 바꿔 읽음" },
    hint: {
      en:
        "You read states[i][j], the weight's index second. A state is a row: the state's index comes first, the place " +
        "in it second.",
      ko:
        "states[i][j]처럼 가중치의 번호를 뒤에 썼습니다. 상태는 행이므로 상태의 번호가 앞, 그 안의 자리가 뒤입니다.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) => sum(weights.map((weight, j) => weight * states[i][j]))),
    variants: [
      (weights, states) =>
        states.map((state) => sum(weights.map((weight, j) => weight * state[j]))),
    ],
  },
  {
    name: { en: "an arrow without a return", ko: "return이 없는 화살표 함수" },
    hint: {
      en:
        "Your numbers are undefined: an arrow function with braces needs a return. Without braces it returns its " +
        "expression.",
      ko:
        "수들이 undefined입니다. 중괄호가 있는 화살표 함수에는 return이 필요합니다. 중괄호가 없으면 식의 값을 돌려줍니다.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) => {
        sum(states.map((state, j) => weights[j] * state[i]));
      }),
  },
  {
    name: { en: "a sum that begins with nothing", ko: "시작값이 없는 합" },
    hint: {
      en:
        "All your numbers are NaN: undefined + a number is NaN, and so is each product with something undefined. A sum " +
        "begins with 0, at every place.",
      ko:
        "모든 수가 NaN입니다. undefined에 수를 더하거나 곱하면 NaN이 됩니다. 합은 자리마다 0에서 시작해야 합니다.",
    },
    answer(weights, states) {
      const context: number[] = [];
      for (const [j, state] of states.entries()) {
        state.forEach((x, i) => context[i] += weights[j] * x);
      }
      return context;
    },
  },
  {
    name: { en: "the last state alone", ko: "마지막 상태만 남음" },
    hint: {
      en:
        "Your result holds the last state alone, times its weight: each round overwrites the one before. Add to what is " +
        "there already.",
      ko:
        "마지막 상태에 가중치를 곱한 것만 남았습니다. 반복할 때마다 앞의 것을 덮어씁니다. 이미 있는 값에 더하세요.",
    },
    answer: (weights, states) => states.at(-1)?.map((x) => x * weights[weights.length - 1]),
  },
  {
    name: { en: "as long as the weights", ko: "가중치와 같은 길이" },
    hint: {
      en:
        "Your result has a place for each weight. The context is as long as a state: make room for states[0].length " +
        "numbers.",
      ko:
        "결과에 가중치의 개수만큼 자리를 만들었습니다. 컨텍스트는 상태와 길이가 같습니다. states[0].length개의 자리를 만드세요.",
    },
    answer(weights, states) {
      const context = weights.map(() => 0);
      for (const [j, state] of states.entries()) {
        state.forEach((x, i) => context[i] += weights[j] * x);
      }
      return context;
    },
    variants: [
      (weights, states) =>
        weights.map((_, i) => sum(states.map((state, j) => weights[j] * state[i]))),
    ],
  },
  {
    name: { en: "a sum that is not set back to 0", ko: "0으로 되돌리지 않는 합" },
    hint: {
      en:
        "Your first number is right, and each one after it has those before in it: the sum goes on from place to place. " +
        "Each place begins with 0.",
      ko:
        "첫 수는 맞지만 그다음 수에는 앞의 수들이 더해져 있습니다. 합이 다음 자리까지 이어집니다. 자리마다 0에서 다시 시작하세요.",
    },
    answer(weights, states) {
      let total = 0;
      return weighted(weights, states).map((x) => total += x);
    },
  },
  {
    name: { en: "one state left out", ko: "상태 하나를 빠뜨림" },
    hint: {
      en:
        "The first or the last state is missing from your sum. Look at where the loop begins and where it ends: from " +
        "0 on, below the number of states.",
      ko:
        "합에 첫 상태나 마지막 상태가 빠졌습니다. 반복문이 어디서 시작해 어디서 끝나는지 보세요. 0부터 상태의 개수 미만까지입니다.",
    },
    answer: (weights, states) => weighted([...weights.slice(0, -1), 0], states),
    variants: [(weights, states) => weighted([0, ...weights.slice(1)], states)],
  },
  {
    name: { en: "returns after the first state", ko: "첫 상태 다음에 바로 돌려줌" },
    hint: {
      en:
        "Your result holds the first state alone, times its weight. Does a return stand inside the loop? It ends the " +
        "whole function.",
      ko:
        "첫 상태에 가중치를 곱한 것뿐입니다. 반복문 안에 return이 있나요? return은 함수 전체를 끝냅니다.",
    },
    answer: (weights, [first]) => first.map((x) => weights[0] * x),
  },
  {
    name: { en: "a sum that begins with a weight", ko: "가중치에서 시작하는 합" },
    hint: {
      en:
        "Your sums begin with the first weight itself instead of a product, as reduce over the weights does without a " +
        "start value. Begin with 0.",
      ko:
        "합이 곱이 아니라 첫 가중치 그대로에서 시작합니다. 시작값 없이 가중치를 reduce하면 그렇게 됩니다. 0에서 시작하세요.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) => weights.reduce((total, weight, j) => total + weight * states[j][i])),
  },
  {
    name: { en: "adds the weight instead of multiplying", ko: "가중치를 곱하지 않고 더함" },
    hint: {
      en:
        "You add each weight to the numbers of its state. A weight says how much of the state is taken: multiply.",
      ko: "가중치를 상태의 수에 더했습니다. 가중치는 상태를 얼마나 가져갈지를 뜻하니 곱하세요.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) => sum(states.map((state, j) => weights[j] + state[i]))),
  },
  {
    name: { en: "the sum written into the first state", ko: "첫 상태에 합을 씀" },
    hint: {
      en:
        "Your sum is kept in the first state itself, whose own numbers are lost with that. Begin with a new list of zeros.",
      ko: "첫 상태 자체에 합을 써서 그 상태의 수가 사라집니다. 0으로 채운 새 배열에서 시작하세요.",
    },
    answer: (weights, states) => {
      const [context] = states;
      context.fill(0);
      for (const [j, state] of states.entries()) {
        state.forEach((x, i) => context[i] += weights[j] * x);
      }
      return context;
    },
  },
  {
    name: { en: "the first state skipped, and its weight not", ko: "첫 상태만 건너뜀" },
    hint: {
      en:
        "The first state is left out, and each other one gets the weight of its neighbour. Go through both from 0.",
      ko: "첫 상태를 건너뛰어 다른 상태들이 옆 상태의 가중치를 받습니다. 둘 다 0부터 보세요.",
    },
    answer: (weights, states) => weighted(weights.slice(0, -1), states.slice(1)),
  },
  {
    name: { en: "multiplies everything", ko: "모두 곱함" },
    hint: {
      en: "You multiply the products with one another. They are added up, from 0.",
      ko: "곱한 값들을 다시 서로 곱했습니다. 0에서 시작해 더하세요.",
    },
    answer: (weights, states) =>
      states[0].map((_, i) =>
        states.reduce((product, state, j) => product * weights[j] * state[i], 1)
      ),
  },
  {
    name: { en: "weights in another order", ko: "가중치의 순서가 바뀜" },
    hint: {
      en:
        "You sort the weights, and they no longer belong to their states. weights[j] is that of states[j].",
      ko:
        "가중치를 정렬해서 더 이상 자기 상태의 것이 아닙니다. weights[j]는 states[j]의 가중치입니다.",
    },
    answer: (weights, states) => {
      const sorted = [...weights].sort((a, b) => b - a);
      return states[0].map((_, i) =>
        states.reduce((sum, state, j) => sum + sorted[j] * state[i], 0)
      );
    },
    variants: [(weights, states) => {
      const reversed = [...weights].reverse();
      return states[0].map((_, i) =>
        states.reduce((sum, state, j) => sum + reversed[j] * state[i], 0)
      );
    }, (weights, states) => {
      const sorted = weights.sort((a, b) => b - a);
      return states[0].map((_, i) =>
        states.reduce((sum, state, j) => sum + sorted[j] * state[i], 0)
      );
    }],
  },
];
