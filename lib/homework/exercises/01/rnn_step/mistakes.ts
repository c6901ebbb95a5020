/**
 * Wrong answers to exercise 01.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { rnnStep } from "./solution.ts";

type Arguments = Parameters<typeof rnnStep>;

/** The terms of the sum: what is read, what is remembered, and the bias. */
function termsOf([inputs, hidden, { inputWeights, recurrentWeights, bias }]: Arguments) {
  return {
    read: tf.matMul(inputs, inputWeights),
    remembered: tf.matMul(hidden, recurrentWeights),
    bias,
  };
}

const add = (...terms: tf.Tensor[]): tf.Tensor => terms.reduce((sum, term) => tf.add(sum, term));

/** x·W_x + h·W_h + b. */
function sumOf(args: Arguments): tf.Tensor {
  const { read, remembered, bias } = termsOf(args);
  return add(read, remembered, bias);
}

export const mistakes: readonly Mistake<typeof rnnStep>[] = [
  {
    name: { en: "no recurrent term", ko: "이전 상태의 항이 없음" },
    hint: {
      en:
        "Your new state does not depend on the old one: the term h·W_h is missing. Without it the " +
        "network sees one token and remembers nothing.",
      ko:
        "새 상태가 이전 상태에 의존하지 않습니다. h·W_h 항이 빠졌습니다. 이 항이 없으면 토큰 하나만 보고 아무것도 기억하지 못합니다.",
    },
    answer(...args) {
      const { read, bias } = termsOf(args);
      return tf.tanh(add(read, bias));
    },
  },
  {
    name: { en: "no tanh", ko: "tanh가 없음" },
    hint: {
      en:
        "You return the sum itself, and it is right. Squash it with tanh, so that a state stays between −1 " +
        "and 1 however many steps follow.",
      ko:
        "합은 맞지만 그대로 돌려주었습니다. 몇 단계를 거치더라도 상태가 −1과 1 사이에 머물도록 tanh를 적용하세요.",
    },
    answer: (...args) => sumOf(args),
  },
  {
    name: { en: "the old state without its weights", ko: "이전 상태에 가중치를 곱하지 않음" },
    hint: {
      en:
        "You add the old state as it is. It goes through its own weights first: h·W_h, a matrix product.",
      ko: "이전 상태를 그대로 더했습니다. 먼저 자기 가중치를 곱해야 합니다. 행렬곱 h·W_h입니다.",
    },
    answer(...args) {
      const { read, bias } = termsOf(args);
      return tf.tanh(add(read, args[1], bias));
    },
  },
  {
    name: { en: "no bias", ko: "편향이 없음" },
    hint: {
      en: "The bias is missing from your sum. Add it to every row of the batch.",
      ko: "합에 편향(bias)이 빠졌습니다. 배치의 모든 행에 더하세요.",
    },
    answer(...args) {
      const { read, remembered } = termsOf(args);
      return tf.tanh(add(read, remembered));
    },
  },
  {
    name: { en: "the bias twice", ko: "편향을 두 번 더함" },
    hint: {
      en:
        "The bias is in your sum twice, once with the token and once with the state. Both share one bias here: " +
        "add it once.",
      ko:
        "편향을 토큰 쪽과 상태 쪽에 한 번씩, 모두 두 번 더했습니다. 여기서는 둘이 편향 하나를 함께 씁니다. 한 번만 더하세요.",
    },
    answer: (...args) => tf.tanh(add(sumOf(args), args[2].bias)),
  },
  {
    name: { en: "the bias outside of tanh", ko: "편향을 tanh 바깥에서 더함" },
    hint: {
      en:
        "You add the bias after the tanh, so a state can leave −1 to 1. It belongs to the sum that tanh squashes.",
      ko:
        "tanh를 취한 다음 편향을 더해서 상태가 −1과 1 사이를 벗어날 수 있습니다. 편향도 tanh가 누르는 합에 들어가야 합니다.",
    },
    answer(...args) {
      const { read, remembered, bias } = termsOf(args);
      return add(tf.tanh(add(read, remembered)), bias);
    },
  },
  {
    name: { en: "the bias subtracted", ko: "편향을 뺌" },
    hint: {
      en: "You subtract the bias. The two products are right: add the bias to them.",
      ko: "편향을 뺐습니다. 두 행렬곱은 맞습니다. 거기에 편향을 더하세요.",
    },
    answer(...args) {
      const { read, remembered, bias } = termsOf(args);
      return tf.tanh(tf.sub(add(read, remembered), bias));
    },
  },
  {
    name: { en: "tanh of a part of the sum", ko: "합의 일부에만 tanh를 적용함" },
    hint: {
      en:
        "You take tanh of a part of the sum and add the rest outside. Add all three terms first: one tanh goes " +
        "over the whole.",
      ko:
        "합의 일부에만 tanh를 적용하고 나머지를 바깥에서 더했습니다. 세 항을 먼저 모두 더하고, 그 전체에 tanh를 한 번 적용하세요.",
    },
    answer(...args) {
      const { read, remembered, bias } = termsOf(args);
      return add(tf.tanh(add(read, bias)), remembered);
    },
    variants: [
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(tf.tanh(read), remembered, bias);
      },
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(read, tf.tanh(add(remembered, bias)));
      },
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(read, tf.tanh(remembered), bias);
      },
    ],
  },
  {
    name: { en: "a tanh for each term", ko: "항마다 tanh를 따로 적용함" },
    hint: {
      en:
        "You squash the terms one by one and add up afterwards, so a state can leave −1 to 1. Add first, then " +
        "one tanh.",
      ko:
        "항마다 tanh를 따로 적용한 다음 더해서 상태가 −1과 1 사이를 벗어날 수 있습니다. 먼저 더하고, tanh는 한 번만 적용하세요.",
    },
    answer(...args) {
      const { read, remembered, bias } = termsOf(args);
      return add(tf.tanh(add(read, bias)), tf.tanh(remembered));
    },
    variants: [
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(tf.tanh(read), tf.tanh(add(remembered, bias)));
      },
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(tf.tanh(read), tf.tanh(remembered), bias);
      },
      (...args) => {
        const { read, remembered, bias } = termsOf(args);
        return add(tf.tanh(read), tf.tanh(remembered), tf.tanh(bias));
      },
    ],
  },
  {
    name: { en: "another function than tanh", ko: "tanh가 아닌 다른 함수" },
    hint: {
      en:
        "Your sum is right, but it goes through another function than tanh. A state has to take both signs, from " +
        "−1 to 1: sigmoid and relu give no negative numbers.",
      ko:
        "합은 맞지만 tanh가 아닌 다른 함수를 적용했습니다. 상태는 −1에서 1까지, 음수와 양수를 모두 가져야 합니다. " +
        "sigmoid와 relu는 음수를 내지 못합니다.",
    },
    answer: (...args) => tf.sigmoid(sumOf(args)),
    variants: [(...args) => tf.relu(sumOf(args))],
  },
  {
    name: { en: "the token is not read", ko: "토큰을 읽지 않음" },
    hint: {
      en: "Your new state does not depend on the token: the term x·W_x is missing.",
      ko: "새 상태가 토큰에 의존하지 않습니다. x·W_x 항이 빠졌습니다.",
    },
    answer(...args) {
      const { remembered, bias } = termsOf(args);
      return tf.tanh(add(remembered, bias));
    },
  },
  {
    name: { en: "the sum is projected", ko: "합에 가중치를 곱함" },
    hint: {
      en:
        "You add what is read to the old state and multiply both by W_h. Only the old state goes through W_h; what " +
        "was read has been through W_x already.",
      ko:
        "읽은 것을 이전 상태에 더한 뒤 둘 다에 W_h를 곱했습니다. W_h는 이전 상태에만 곱합니다. 읽은 것은 이미 W_x를 거쳤습니다.",
    },
    answer(...args) {
      const [, hidden, { recurrentWeights }] = args;
      const { read, bias } = termsOf(args);
      return tf.tanh(add(tf.matMul(add(read, hidden), recurrentWeights), bias));
    },
    variants: [
      (...args) => {
        const [, hidden, { recurrentWeights }] = args;
        const { read, bias } = termsOf(args);
        return tf.tanh(tf.matMul(add(read, bias, hidden), recurrentWeights));
      },
    ],
  },
  {
    name: { en: "weights transposed", ko: "가중치를 전치함" },
    hint: {
      en:
        "You multiply by the transpose of a weight matrix, as books do that write states as columns. Here tokens " +
        "and states are rows, and W_x [in, hidden] and W_h [hidden, hidden] stand as they are needed.",
      ko:
        "가중치 행렬의 전치를 곱했습니다. 상태를 열로 쓰는 책에서는 그렇게 합니다. 여기서는 토큰과 상태가 행이므로 " +
        "W_x [in, hidden]과 W_h [hidden, hidden]을 그대로 곱하면 됩니다.",
    },
    answer(...args) {
      const [, hidden, { recurrentWeights }] = args;
      const { read, bias } = termsOf(args);
      return tf.tanh(add(read, tf.matMul(hidden, recurrentWeights, false, true), bias));
    },
    variants: [
      (inputs, hidden, { inputWeights, recurrentWeights, bias }) => {
        const read = tf.matMul(inputs, inputWeights, false, true);
        return tf.tanh(add(read, tf.matMul(hidden, recurrentWeights, false, true), bias));
      },
      (inputs, hidden, { inputWeights, recurrentWeights, bias }) => {
        const read = tf.matMul(inputs, tf.transpose(inputWeights));
        return tf.tanh(add(read, tf.matMul(hidden, tf.transpose(recurrentWeights)), bias));
      },
    ],
  },
  {
    name: { en: "the weights first", ko: "가중치를 앞에 놓음" },
    hint: {
      en:
        "You multiply weights times states. Here tokens and states are rows: they come first, then the weights, " +
        "and the inner axes agree.",
      ko:
        "가중치를 앞에, 상태를 뒤에 놓고 곱했습니다. 여기서는 토큰과 상태가 행이므로 앞에 놓고 가중치를 뒤에 놓아야 안쪽 축이 맞습니다.",
    },
    answer(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
      const read = tf.matMul(inputWeights, inputs);
      return tf.tanh(add(read, tf.matMul(recurrentWeights, hidden), bias));
    },
    variants: [
      (inputs, hidden, { inputWeights, recurrentWeights, bias }) => {
        const remembered = tf.matMul(recurrentWeights, hidden);
        return tf.tanh(add(tf.matMul(inputs, inputWeights), remembered, bias));
      },
    ],
  },
  {
    name: { en: "the weights exchanged", ko: "두 가중치를 바꿔 씀" },
    hint: {
      en:
        "You multiply the token by W_h or the state by W_x. W_x [in, hidden] belongs to the token, W_h [hidden, " +
        "hidden] to the old state.",
      ko:
        "토큰에 W_h를, 또는 상태에 W_x를 곱했습니다. W_x [in, hidden]은 토큰의 것이고 W_h [hidden, hidden]은 이전 상태의 것입니다.",
    },
    answer(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
      const read = tf.matMul(inputs, recurrentWeights);
      return tf.tanh(add(read, tf.matMul(hidden, inputWeights), bias));
    },
    variants: [
      (inputs, hidden, { inputWeights, bias }) =>
        tf.tanh(add(tf.matMul(inputs, inputWeights), tf.matMul(hidden, inputWeights), bias)),
    ],
  },
  {
    name: { en: "multiplies entry by entry", ko: "항목별로 곱함" },
    hint: {
      en:
        "tf.mul multiplies entry by entry, and the shapes rarely allow it. x·W_x and h·W_h are matrix products: " +
        "tf.matMul.",
      ko:
        "tf.mul은 같은 자리의 수끼리 곱하므로 모양이 맞지 않을 때가 많습니다. x·W_x와 h·W_h는 행렬곱입니다. tf.matMul을 쓰세요.",
    },
    answer: (inputs, hidden, { inputWeights, recurrentWeights, bias }) =>
      tf.tanh(add(tf.mul(inputs, inputWeights), tf.mul(hidden, recurrentWeights), bias)),
    variants: [
      (...args) => {
        const [, hidden, { recurrentWeights }] = args;
        const { read, bias } = termsOf(args);
        return tf.tanh(add(read, tf.mul(hidden, recurrentWeights), bias));
      },
    ],
  },
  {
    name: { en: "the old state added once more", ko: "이전 상태를 한 번 더 더함" },
    hint: {
      en:
        "You add the old state to the squashed sum. The new state is tanh of the sum and nothing else; the old " +
        "one takes part in it through h·W_h.",
      ko:
        "tanh를 취한 값에 이전 상태를 또 더했습니다. 새 상태는 합에 tanh를 취한 값 그대로입니다. 이전 상태는 h·W_h로 이미 들어 있습니다.",
    },
    answer: (...args) => add(args[1], tf.tanh(sumOf(args))),
    variants: [(...args) => tf.tanh(add(args[1], sumOf(args)))],
  },
  {
    name: { en: "subtracts instead of adding", ko: "더하지 않고 뺌" },
    hint: {
      en: "One part is subtracted from the other. What is read and what is remembered are added.",
      ko: "한쪽에서 다른 쪽을 뺐습니다. 읽은 것과 기억한 것은 더합니다.",
    },
    answer: (inputs, hidden, p) =>
      tf.tanh(
        tf.add(
          tf.sub(tf.matMul(inputs, p.inputWeights), tf.matMul(hidden, p.recurrentWeights)),
          p.bias,
        ),
      ),
  },
  {
    name: { en: "multiplies the two parts", ko: "두 항을 곱함" },
    hint: {
      en: "You multiply what is read by what is remembered. The two are added, and then the bias.",
      ko: "읽은 것과 기억한 것을 곱했습니다. 둘을 더하고 편향도 더하세요.",
    },
    answer: (inputs, hidden, p) =>
      tf.tanh(
        tf.add(
          tf.mul(tf.matMul(inputs, p.inputWeights), tf.matMul(hidden, p.recurrentWeights)),
          p.bias,
        ),
      ),
  },
  {
    name: { en: "neither tanh nor bias", ko: "tanh와 편향이 없음" },
    hint: {
      en: "Your products are right, but the bias and the tanh around the sum are missing.",
      ko: "행렬 곱은 맞지만 편향과 합을 감싸는 tanh가 빠졌습니다.",
    },
    answer: (inputs, hidden, p) =>
      tf.add(tf.matMul(inputs, p.inputWeights), tf.matMul(hidden, p.recurrentWeights)),
  },
  {
    name: { en: "the mean of the two parts", ko: "두 항의 평균" },
    hint: {
      en: "You take the mean of what is read and what is remembered. Add them; nothing is divided.",
      ko: "읽은 것과 기억한 것의 평균을 냈습니다. 나누지 말고 더하세요.",
    },
    answer: (inputs, hidden, p) =>
      tf.tanh(
        tf.add(
          tf.div(
            tf.add(tf.matMul(inputs, p.inputWeights), tf.matMul(hidden, p.recurrentWeights)),
            2,
          ),
          p.bias,
        ),
      ),
  },
  {
    name: { en: "squashed twice", ko: "두 번 눌러 줌" },
    hint: {
      en:
        "You apply tanh twice, or ReLU and tanh. Once is right, around the sum of all three terms.",
      ko:
        "tanh를 두 번 취했거나 ReLU와 tanh를 함께 썼습니다. 세 항을 더한 것에 tanh를 한 번만 취하세요.",
    },
    answer: (...args) => tf.tanh(tf.tanh(sumOf(args))),
    variants: [
      (...args) => tf.tanh(tf.relu(sumOf(args))),
      (...args) => tf.relu(tf.tanh(sumOf(args))),
    ],
  },
  {
    name: { en: "a softmax over the state", ko: "상태에 softmax" },
    hint: {
      en:
        "Your new state sums to 1: that is a softmax. Each number of the state is squashed for itself, by " +
        "tanh.",
      ko:
        "새 상태의 합이 1입니다. softmax를 취했기 때문입니다. 상태의 수마다 따로 tanh를 취하세요.",
    },
    answer: (...args) => tf.softmax(sumOf(args)),
  },
  {
    name: { en: "overwrites the state while reading it", ko: "읽는 중인 상태를 덮어씀" },
    hint: {
      en:
        "You write the new state into the array of the old one, so each later number reads numbers already replaced. Put " +
        "the new state into an array of its own.",
      ko:
        "새 상태를 이전 상태의 배열에 써서, 뒤의 수를 계산할 때 이미 바뀐 수를 읽습니다. 새 상태는 새 배열에 쓰세요.",
    },
    answer(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
      const weights = recurrentWeights.as2D(bias.size, bias.size).arraySync();
      const read = tf.add(tf.matMul(inputs, inputWeights), bias);
      const sums = read.as2D(inputs.shape[0], bias.size).arraySync();
      const states = hidden.as2D(hidden.shape[0], bias.size).arraySync();
      for (const [i, state] of states.entries()) {
        for (let j = 0; j < state.length; j++) {
          state[j] = Math.tanh(state.reduce((sum, x, k) => sum + x * weights[k][j], sums[i][j]));
        }
      }
      return tf.tensor2d(states);
    },
  },
];
