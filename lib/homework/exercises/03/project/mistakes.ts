/**
 * Wrong answers to exercise 03.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { project } from "./solution.ts";

type Arguments = Parameters<typeof project>;

/** The three roles, each made of the words and its own matrix by `make`. */
function roles(
  [inputs, queryWeights, keyWeights, valueWeights]: Arguments,
  make: (words: tf.Tensor, weights: tf.Tensor) => tf.Tensor,
) {
  return {
    queries: make(inputs, queryWeights),
    keys: make(inputs, keyWeights),
    values: make(inputs, valueWeights),
  };
}

/** The right answer. */
function projected(args: Arguments) {
  return roles(args, (words, weights) => tf.matMul(words, weights));
}

/** The right answer for the matrices in another order: 1 is W_Q, 2 is W_K, 3 is W_V. */
function withMatrices(args: Arguments, query: 1 | 2 | 3, key: 1 | 2 | 3, value: 1 | 2 | 3) {
  const matrices: readonly tf.Tensor[] = args;
  return projected([args[0], matrices[query], matrices[key], matrices[value]]);
}

export const mistakes: readonly Mistake<typeof project>[] = [
  {
    name: { en: "W transposed", ko: "W를 전치함" },
    hint: {
      en:
        "You multiply by the transpose of a matrix. With square ones that runs and is wrong, with " +
        "others it throws. The matrices are [model, dim]: a row of the inputs meets their columns as " +
        "they are.",
      ko:
        "행렬의 전치를 곱했습니다. 정사각 행렬이면 계산은 되지만 틀리고, 아니면 오류가 납니다. 행렬은 [model, dim]이므로 " +
        "입력의 행을 그대로 곱하면 됩니다.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.matMul(words, weights, false, true)),
    variants: [
      (...args) => roles(args, (words, weights) => tf.matMul(words, tf.transpose(weights))),
      (...args) => roles(args, (words, weights) => tf.dot(words, tf.transpose(weights))),
      (...args) => ({ ...projected(args), queries: tf.matMul(args[0], args[1], false, true) }),
      (...args) => ({ ...projected(args), keys: tf.matMul(args[0], args[2], false, true) }),
      (...args) => ({ ...projected(args), values: tf.matMul(args[0], args[3], false, true) }),
    ],
  },
  {
    name: { en: "the matrix first", ko: "행렬을 앞에 놓음" },
    hint: {
      en:
        "You multiply matrix times words. Some books write it so, with words as columns. Here words are " +
        "rows: the inputs [time, model] come first, then the matrix [model, dim].",
      ko:
        "행렬을 앞에, 단어를 뒤에 놓고 곱했습니다. 단어를 열로 쓰는 책에서는 그렇게 합니다. 여기서는 단어가 행이므로 " +
        "입력 [time, model]이 먼저, 행렬 [model, dim]이 다음입니다.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.matMul(weights, words)),
    variants: [
      (...args) => roles(args, (words, weights) => tf.dot(weights, words)),
    ],
  },
  {
    name: { en: "multiplies entry by entry", ko: "항목별로 곱함" },
    hint: {
      en:
        "tf.mul multiplies entry by entry, and the shapes rarely allow it. Each number of a query is the " +
        "dot product of a word with a column of the matrix: that is tf.matMul.",
      ko:
        "tf.mul은 같은 자리의 수끼리 곱하므로 모양이 맞지 않을 때가 많습니다. 쿼리의 수 하나하나는 단어와 행렬의 열의 내적입니다. " +
        "tf.matMul을 쓰세요.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.mul(words, weights)),
  },
  {
    name: { en: "queries and keys swapped", ko: "쿼리와 키를 바꿔 씀" },
    hint: {
      en:
        "Your queries come from the key matrix and your keys from the query matrix. Both have one shape, " +
        "so nothing complains; but who asks and who answers are now the other way round.",
      ko:
        "쿼리를 키 행렬로, 키를 쿼리 행렬로 만들었습니다. 두 행렬의 모양이 같아 오류는 없지만, 묻는 쪽과 대답하는 쪽이 뒤바뀌었습니다.",
    },
    answer: (...args) => withMatrices(args, 2, 1, 3),
  },
  {
    name: { en: "one matrix for queries and keys", ko: "쿼리와 키에 행렬 하나" },
    hint: {
      en:
        "Your queries and keys are made with one matrix. Then the score of A for B equals that of B for A, as " +
        "in the lesson's layer with one matrix. Give each its own matrix.",
      ko:
        "쿼리와 키를 같은 행렬로 만들었습니다. 그러면 A가 B를 보는 점수와 B가 A를 보는 점수가 같아집니다. 각각 자신의 행렬을 쓰세요.",
    },
    answer: (...args) => withMatrices(args, 1, 1, 3),
    variants: [(...args) => withMatrices(args, 2, 2, 3)],
  },
  {
    name: { en: "the keys' projection for values", ko: "값에 키의 투영을 씀" },
    hint: {
      en:
        "Your queries and keys are right, and your values are the keys once more. What a word answers is not how it is " +
        "found: values have a matrix of their own, W_V.",
      ko:
        "쿼리와 키는 맞지만 값(values)이 키와 같습니다. 무엇을 답할지는 어떻게 찾을지와 다릅니다. 값에는 자신의 행렬 W_V를 쓰세요.",
    },
    answer: (...args) => withMatrices(args, 1, 2, 2),
  },
  {
    name: { en: "the queries' projection for values", ko: "값에 쿼리의 투영을 씀" },
    hint: {
      en:
        "Your queries and keys are right, and your values are the queries once more. Values have a matrix of their own, " +
        "W_V.",
      ko: "쿼리와 키는 맞지만 값(values)이 쿼리와 같습니다. 값에는 자신의 행렬 W_V를 쓰세요.",
    },
    answer: (...args) => withMatrices(args, 1, 2, 1),
  },
  {
    name: { en: "one matrix for all three", ko: "셋 모두에 행렬 하나" },
    hint: {
      en:
        "Queries, keys and values are all made with one matrix. Each role has its own: W_Q, W_K, W_V.",
      ko:
        "쿼리, 키, 값을 모두 같은 행렬로 만들었습니다. 역할마다 자신의 행렬 W_Q, W_K, W_V가 있습니다.",
    },
    answer: (...args) => withMatrices(args, 1, 1, 1),
    variants: [
      (...args) => withMatrices(args, 2, 2, 2),
      (...args) => withMatrices(args, 3, 3, 3),
    ],
  },
  {
    name: { en: "the value matrix in another role", ko: "값 행렬을 다른 역할에 씀" },
    hint: {
      en:
        "W_V has made your queries or your keys. It belongs to the values: their length may differ from the others'.",
      ko:
        "W_V로 쿼리나 키를 만들었습니다. W_V는 값(values)의 것이고, 값은 길이가 다를 수 있습니다.",
    },
    answer: (...args) => withMatrices(args, 1, 3, 2),
    variants: [
      (...args) => withMatrices(args, 3, 2, 1),
      (...args) => withMatrices(args, 2, 3, 1),
      (...args) => withMatrices(args, 3, 1, 2),
      (...args) => withMatrices(args, 3, 2, 3),
      (...args) => withMatrices(args, 1, 3, 3),
      (...args) => withMatrices(args, 3, 3, 1),
      (...args) => withMatrices(args, 3, 3, 2),
    ],
  },
  {
    name: { en: "values not projected", ko: "값을 투영하지 않음" },
    hint: {
      en:
        "Your values are the words themselves. What a word answers is learned too: multiply by the value " +
        "matrix.",
      ko:
        "값(value)으로 단어 벡터를 그대로 썼습니다. 무엇을 답할지도 학습됩니다. 값 행렬을 곱하세요.",
    },
    answer: (...args) => ({ ...projected(args), values: args[0] }),
  },
  {
    name: { en: "queries or keys not projected", ko: "쿼리나 키를 투영하지 않음" },
    hint: {
      en:
        "Your queries or your keys are the words themselves. How a word asks and how it is found are learned: each goes " +
        "through its own matrix.",
      ko:
        "쿼리나 키로 단어 벡터를 그대로 썼습니다. 어떻게 묻고 어떻게 대답할지도 학습됩니다. 각각 자신의 행렬을 곱하세요.",
    },
    answer: (...args) => ({ ...projected(args), queries: args[0] }),
    variants: [
      (...args) => ({ ...projected(args), keys: args[0] }),
      (...args) => ({ ...projected(args), queries: args[0], keys: args[0] }),
      (inputs) => ({ queries: inputs, keys: inputs, values: inputs }),
    ],
  },
  {
    name: { en: "one projection after another", ko: "투영을 잇달아 함" },
    hint: {
      en:
        "You project what is projected already: a role goes through another's matrix as well. All three are made from " +
        "the words themselves, side by side.",
      ko:
        "이미 투영한 것을 또 투영했습니다. 한 역할이 다른 역할의 행렬까지 거칩니다. 셋 모두 단어 벡터에서 나란히 만드세요.",
    },
    answer(inputs, queryWeights, keyWeights, valueWeights) {
      const queries = tf.matMul(inputs, queryWeights);
      const keys = tf.matMul(queries, keyWeights);
      return { queries, keys, values: tf.matMul(keys, valueWeights) };
    },
    variants: [
      (...args) => {
        const { queries, keys } = projected(args);
        return { queries, keys, values: tf.matMul(keys, args[3]) };
      },
      (...args) => {
        const { queries, keys } = projected(args);
        return { queries, keys, values: tf.matMul(queries, args[3]) };
      },
    ],
  },
  {
    name: { en: "the results transposed", ko: "결과를 전치함" },
    hint: {
      en:
        "Your results are right and lie the other way, [dim, time]. Each row belongs to one word.",
      ko:
        "값은 맞지만 결과가 [dim, time]으로 전치되어 있습니다. 한 행이 단어 하나의 것이어야 합니다.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.transpose(tf.matMul(words, weights))),
    variants: [
      (...args) => {
        const { queries, keys, values } = projected(args);
        return { queries, keys: tf.transpose(keys), values };
      },
    ],
  },
  {
    name: { en: "scaled already", ko: "미리 나눔" },
    hint: {
      en:
        "You divide by the root of a length. That is the next notebook's step, and concerns the scores: here the three " +
        "products are all.",
      ko:
        "길이의 제곱근으로 나누었습니다. 그것은 다음 노트북에서 점수에 하는 일입니다. 여기서는 행렬곱 세 개가 전부입니다.",
    },
    answer: (...args) => {
      const { queries, keys, values } = projected(args);
      return { queries: tf.div(queries, Math.sqrt(args[1].shape[1])), keys, values };
    },
    variants: [
      (...args) => {
        const { queries, keys, values } = projected(args);
        const scale = Math.sqrt(args[1].shape[1]);
        return { queries: tf.div(queries, scale), keys: tf.div(keys, scale), values };
      },
      (...args) => {
        const { queries, keys, values } = projected(args);
        return { queries, keys: tf.div(keys, Math.sqrt(args[1].shape[1])), values };
      },
    ],
  },
  {
    name: { en: "a function over the products", ko: "행렬곱에 함수를 적용함" },
    hint: {
      en:
        "Your products go through one more function, such as relu, tanh or softmax. A projection is the matrix product " +
        "and nothing else.",
      ko: "행렬곱에 relu, tanh, softmax 같은 함수를 또 적용했습니다. 투영은 행렬곱 그대로입니다.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.relu(tf.matMul(words, weights))),
    variants: [
      (...args) => roles(args, (words, weights) => tf.tanh(tf.matMul(words, weights))),
      (...args) => roles(args, (words, weights) => tf.softmax(tf.matMul(words, weights))),
      (...args) => {
        const { queries, keys, values } = projected(args);
        return { queries: tf.softmax(queries), keys, values };
      },
      (...args) => {
        const { queries, keys, values } = projected(args);
        return { queries, keys: tf.softmax(keys), values };
      },
    ],
  },
  {
    name: { en: "the words transposed", ko: "단어를 전치함" },
    hint: {
      en:
        "You transpose the inputs, and the inner axes do not fit. Words are rows already, [time, model], and meet the " +
        "matrices [model, dim] as they lie.",
      ko:
        "입력을 전치해서 안쪽 축이 맞지 않습니다. 단어는 이미 행이므로 [time, model]을 [model, dim]에 그대로 곱하면 됩니다.",
    },
    answer: (...args) => roles(args, (words, weights) => tf.matMul(words, weights, true)),
    variants: [
      (...args) => roles(args, (words, weights) => tf.matMul(tf.transpose(words), weights)),
      (...args) => roles(args, (words, weights) => tf.dot(tf.transpose(words), weights)),
    ],
  },
  {
    name: { en: "queries for keys, keys for values", ko: "쿼리를 키로, 키를 값으로" },
    hint: {
      en: "Your keys are made with W_Q and your values with W_K. Each role has its own matrix.",
      ko: "키를 W_Q로, 값을 W_K로 만들었습니다. 역할마다 자기 행렬이 있습니다.",
    },
    answer: (...args) => withMatrices(args, 1, 1, 2),
  },
  {
    name: { en: "one product, cut into equal parts", ko: "곱 하나를 똑같이 셋으로 나눔" },
    hint: {
      en:
        "You cut one large product into three equal parts. Values may have another length than queries and keys: give " +
        "tf.split the three sizes, or multiply three times.",
      ko:
        "큰 행렬곱 하나를 똑같이 셋으로 나누었습니다. 값은 쿼리나 키와 길이가 다를 수 있습니다. tf.split에 세 길이를 주거나 행렬곱을 세 번 하세요.",
    },
    answer(inputs, queryWeights, keyWeights, valueWeights) {
      const all: tf.Tensor = tf.concat([queryWeights, keyWeights, valueWeights], -1);
      const [queries, keys, values] = tf.split(tf.matMul(inputs, all), 3, -1);
      return { queries, keys, values };
    },
    variants: [
      (inputs, queryWeights, keyWeights, valueWeights) => {
        const all: tf.Tensor = tf.concat([queryWeights, keyWeights, valueWeights], 1);
        const [queries, keys, values] = tf.split(tf.matMul(inputs, all), 3, 1);
        return { queries, keys, values };
      },
    ],
  },
];
