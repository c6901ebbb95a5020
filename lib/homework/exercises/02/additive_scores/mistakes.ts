/**
 * Wrong answers to exercise 02.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { additiveScores } from "./solution.ts";

type Arguments = Parameters<typeof additiveScores>;

/** The projected queries [query, 1, attention] and states [1, key, attention], ready to meet. */
function projected([queries, states, queryWeights, keyWeights]: Arguments) {
  return {
    query: tf.expandDims(tf.matMul(queries, queryWeights), 1),
    state: tf.expandDims(tf.matMul(states, keyWeights), 0),
  };
}

/** Every query with every state: [query, key, attention]. */
function sums(args: Arguments): tf.Tensor {
  const { query, state } = projected(args);
  return tf.add(query, state);
}

/** Numbers of a pair, added up with v. */
function withWeights(numbers: tf.Tensor, args: Arguments): tf.Tensor {
  return tf.sum(tf.mul(numbers, args[4]), -1);
}

/** The right scores. */
function scoresOf(args: Arguments): tf.Tensor {
  return withWeights(tf.tanh(sums(args)), args);
}

/** The right scores of other arguments. */
function scoresWith(args: Arguments, queryWeights: tf.Tensor, keyWeights: tf.Tensor): tf.Tensor {
  return scoresOf([args[0], args[1], queryWeights, keyWeights, args[4]]);
}

export const mistakes: readonly Mistake<typeof additiveScores>[] = [
  {
    name: { en: "no tanh", ko: "tanh가 없음" },
    hint: {
      en:
        "You leave out the tanh. Without it the score is a sum of what the query says and what the state " +
        "says; the query's part is the same for every key, and softmax cancels it.",
      ko:
        "tanh를 빠뜨렸습니다. 그러면 점수는 쿼리의 몫과 상태의 몫을 더한 것이 되고, 쿼리의 몫은 모든 키에서 같아 softmax에서 사라집니다.",
    },
    answer: (...args) => withWeights(sums(args), args),
  },
  {
    name: { en: "one shared projection", ko: "행렬 하나로 둘 다 투영함" },
    hint: {
      en:
        "You project queries and states with the same matrix. Each has a matrix of its own: W_q for the " +
        "queries, W_k for the states, which may even differ in length.",
      ko:
        "쿼리와 상태에 같은 행렬을 곱했습니다. 각각 자기 행렬이 있습니다. 쿼리에는 W_q, 상태에는 W_k를 곱하세요. 둘의 길이는 다를 수도 있습니다.",
    },
    answer: (...args) => scoresWith(args, args[2], args[2]),
    variants: [(...args) => scoresWith(args, args[3], args[3])],
  },
  {
    name: { en: "the projections exchanged", ko: "두 투영 행렬을 바꿔 씀" },
    hint: {
      en: "You project the queries with W_k and the states with W_q. W_q belongs to the queries.",
      ko: "쿼리에 W_k를, 상태에 W_q를 곱했습니다. W_q가 쿼리의 것입니다.",
    },
    answer: (...args) => scoresWith(args, args[3], args[2]),
  },
  {
    name: { en: "tanh of the score", ko: "점수에 tanh를 적용함" },
    hint: {
      en:
        "You take a tanh last, of the finished score. It belongs inside and nowhere else: tanh of the projected sum, " +
        "number by number, and only then v adds them up.",
      ko:
        "완성된 점수에 마지막으로 tanh를 취했습니다. tanh는 안쪽에만 있어야 합니다. 투영한 합의 각 수에 먼저 tanh를 취하고, 그다음 v로 더하세요.",
    },
    answer: (...args) => tf.tanh(withWeights(sums(args), args)),
    variants: [(...args) => tf.tanh(scoresOf(args))],
  },
  {
    name: { en: "a tanh for each before they meet", ko: "만나기 전에 따로 tanh를 적용함" },
    hint: {
      en:
        "You take the tanh of query and state apart and add afterwards. Then the query adds the same to " +
        "every key, and softmax cancels it: add first, and squash the sum, so that the two can meet.",
      ko:
        "쿼리와 상태에 따로 tanh를 취한 다음 더했습니다. 그러면 쿼리는 모든 키에 같은 값을 더할 뿐이라 softmax에서 사라집니다. " +
        "먼저 더하고 그 합에 tanh를 취해야 둘이 만납니다.",
    },
    answer(...args) {
      const { query, state } = projected(args);
      return withWeights(tf.add(tf.tanh(query), tf.tanh(state)), args);
    },
    variants: [
      (...args) => {
        const { query, state } = projected(args);
        return withWeights(tf.add(query, tf.tanh(state)), args);
      },
      (...args) => {
        const { query, state } = projected(args);
        return withWeights(tf.add(tf.tanh(query), state), args);
      },
    ],
  },
  {
    name: { en: "no axis on which the pairs meet", ko: "쌍이 만날 축이 없음" },
    hint: {
      en:
        "You add queries and states with the axes query and key one on the other: that pairs the first with the first, " +
        "if it fits at all. Give each an axis of length 1 where the other has its own, so that every query meets every " +
        "state.",
      ko:
        "쿼리 축과 키 축을 겹쳐 놓고 더했습니다. 그러면 첫째는 첫째와만 만나고, 길이가 다르면 맞지도 않습니다. " +
        "모든 쿼리가 모든 상태와 만나도록 상대 축 자리에 길이 1인 축을 하나씩 넣으세요.",
    },
    answer(...args) {
      const [queries, states, queryWeights, keyWeights] = args;
      const sum = tf.add(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights));
      return withWeights(tf.tanh(sum), args);
    },
    variants: [
      (queries, states, queryWeights, keyWeights, scoreWeights) => {
        const sum = tf.add(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights));
        return tf.sum(tf.mul(tf.tanh(sum), scoreWeights), -1, true);
      },
      (queries, states, queryWeights, keyWeights, scoreWeights) => {
        const sum = tf.add(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights));
        return tf.dot(tf.tanh(sum), scoreWeights);
      },
      (queries, states, queryWeights, keyWeights, scoreWeights) => {
        const sum = tf.add(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights));
        return tf.mul(tf.tanh(sum), scoreWeights);
      },
      (...args) => {
        const { query } = projected(args);
        const state = tf.expandDims(tf.matMul(args[1], args[3]), 1);
        return withWeights(tf.tanh(tf.add(query, state)), args);
      },
    ],
  },
  {
    name: { en: "no v", ko: "v가 없음" },
    hint: {
      en:
        "You add up the numbers of each pair as they are. v says how much each of them counts: multiply by it " +
        "before the sum.",
      ko:
        "쌍마다 수들을 그대로 더했습니다. 각 수를 얼마나 셀지는 v가 정합니다. 더하기 전에 v를 곱하세요.",
    },
    answer: (...args) => tf.sum(tf.tanh(sums(args)), -1),
  },
  {
    name: { en: "v inside the tanh", ko: "tanh 안에 v" },
    hint: {
      en:
        "You multiply by v before the tanh. v weighs what the network has found: it comes after the tanh.",
      ko:
        "tanh보다 먼저 v를 곱했습니다. v는 신경망이 찾아낸 것에 매기는 가중치이므로 tanh 다음에 곱합니다.",
    },
    answer: (...args) => tf.sum(tf.tanh(tf.mul(sums(args), args[4])), -1),
  },
  {
    name: { en: "softmax of the scores", ko: "점수에 softmax를 적용함" },
    hint: {
      en:
        "You return weights: your scores are right, and a softmax went over them. This exercise asks for the scores " +
        "themselves.",
      ko:
        "가중치를 돌려주었습니다. 점수는 맞지만 그 위에 softmax를 취했습니다. 여기서는 점수 자체를 묻습니다.",
    },
    answer: (...args) => tf.softmax(scoresOf(args)),
  },
  {
    name: { en: "the mean for the sum", ko: "합 대신 평균" },
    hint: {
      en:
        "Your scores are too small: they are divided by the length `attention`. v · (…) is a sum, not a mean.",
      ko: "점수가 `attention`의 길이로 나뉘어 너무 작습니다. v · (…)는 평균이 아니라 합입니다.",
    },
    answer: (...args) => tf.mean(tf.mul(tf.tanh(sums(args)), args[4]), -1),
  },
  {
    name: { en: "scaled scores", ko: "점수를 나눔" },
    hint: {
      en:
        "Your scores are divided by the root of a length. That belongs to dot products, two notebooks later: " +
        "additive scores are used as they are.",
      ko:
        "점수를 어떤 길이의 제곱근으로 나누었습니다. 그것은 두 노트북 뒤에 나올 내적의 단계입니다. 덧셈 방식의 점수는 그대로 씁니다.",
    },
    answer: (...args) => tf.div(scoresOf(args), Math.sqrt(args[4].shape[0])),
    variants: [(...args) => tf.div(scoresOf(args), Math.sqrt(args[0].shape[1]))],
  },
  {
    name: { en: "one row for each key", ko: "키마다 한 행" },
    hint: {
      en:
        "Your scores are right and lie the other way: [key, query]. Each row belongs to one query.",
      ko: "점수는 맞지만 [key, query]로 뒤집혀 있습니다. 한 행이 쿼리 하나의 것이어야 합니다.",
    },
    answer: (...args) => tf.transpose(scoresOf(args)),
  },
  {
    name: { en: "the last axis not summed away", ko: "마지막 축이 남음" },
    hint: {
      en:
        "Your scores have an axis too many at the end. The sum over `attention` leaves [query, key]: let the axis go, " +
        "or take it out.",
      ko:
        "점수의 끝에 축이 하나 더 있습니다. `attention`을 따라 더하면 [query, key]만 남아야 합니다. 그 축을 남기지 말거나 없애세요.",
    },
    answer: (...args) => tf.expandDims(scoresOf(args), -1),
    variants: [(...args) => tf.mul(tf.tanh(sums(args)), args[4])],
  },
  {
    name: { en: "multiplies instead of adding", ko: "더하지 않고 곱함" },
    hint: {
      en:
        "You multiply query and state where they meet. Additive attention adds them; the product is another kind, " +
        "dot-product attention.",
      ko:
        "쿼리와 상태가 만나는 곳에서 곱했습니다. 덧셈 방식 어텐션은 둘을 더합니다. 곱하는 것은 다른 방식인 내적 어텐션입니다.",
    },
    answer(...args) {
      const { query, state } = projected(args);
      return withWeights(tf.tanh(tf.mul(query, state)), args);
    },
    variants: [
      (queries, states, queryWeights, keyWeights) =>
        tf.matMul(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights), false, true),
      (...args) => {
        const { query, state } = projected(args);
        return withWeights(tf.mul(query, state), args);
      },
      (queries, states, queryWeights, keyWeights) =>
        tf.tanh(
          tf.matMul(tf.matMul(queries, queryWeights), tf.matMul(states, keyWeights), false, true),
        ),
      (queries, states, queryWeights, keyWeights, scoreWeights) =>
        tf.tanh(
          tf.matMul(
            tf.mul(tf.matMul(queries, queryWeights), scoreWeights),
            tf.matMul(states, keyWeights),
            false,
            true,
          ),
        ),
    ],
  },
  {
    name: { en: "another function than tanh", ko: "tanh가 아닌 다른 함수" },
    hint: {
      en:
        "The pairs meet as they should, but their sums go through another function than tanh, such as sigmoid or " +
        "relu.",
      ko: "쌍은 제대로 만났지만 그 합에 tanh가 아닌 다른 함수(sigmoid나 relu)를 적용했습니다.",
    },
    answer: (...args) => withWeights(tf.sigmoid(sums(args)), args),
    variants: [(...args) => withWeights(tf.relu(sums(args)), args)],
  },
  {
    name: { en: "W transposed", ko: "W를 전치함" },
    hint: {
      en:
        "You multiply by the transpose of a projection. W_q is [dim, attention] and W_k [state, attention]: rows of " +
        "queries and states meet them as they are.",
      ko:
        "투영 행렬의 전치를 곱했습니다. W_q는 [dim, attention], W_k는 [state, attention]이므로 쿼리와 상태의 행에 그대로 곱하면 됩니다.",
    },
    answer(...args) {
      const [queries, states, queryWeights, keyWeights] = args;
      const query = tf.expandDims(tf.matMul(queries, queryWeights, false, true), 1);
      const state = tf.expandDims(tf.matMul(states, keyWeights, false, true), 0);
      return withWeights(tf.tanh(tf.add(query, state)), args);
    },
    variants: [
      (...args) => scoresWith(args, tf.transpose(args[2]), tf.transpose(args[3])),
    ],
  },
  {
    name: { en: "not projected", ko: "투영하지 않음" },
    hint: {
      en:
        "You leave out a projection. Queries and states have lengths of their own; W_q and W_k bring both to the length " +
        "`attention`, in which they can be added.",
      ko:
        "투영을 빠뜨렸습니다. 쿼리와 상태는 길이가 서로 다를 수 있습니다. W_q와 W_k가 둘을 더할 수 있도록 같은 길이(`attention`)로 바꿉니다.",
    },
    answer(...args) {
      const { state } = projected(args);
      return withWeights(tf.tanh(tf.add(tf.expandDims(args[0], 1), state)), args);
    },
    variants: [
      (...args) => {
        const { query } = projected(args);
        return withWeights(tf.tanh(tf.add(query, tf.expandDims(args[1], 0))), args);
      },
      (...args) => {
        const sum = tf.add(tf.expandDims(args[0], 1), tf.expandDims(args[1], 0));
        return withWeights(tf.tanh(sum), args);
      },
    ],
  },
  {
    name: { en: "summed along another axis", ko: "다른 축을 따라 더함" },
    hint: {
      en:
        "You add up along the queries or the keys. What is to go is the last axis, `attention`: one score is left for " +
        "each pair.",
      ko:
        "쿼리나 키 축을 따라 더했습니다. 없어져야 할 축은 마지막 축 `attention`입니다. 그래야 쌍마다 점수가 하나씩 남습니다.",
    },
    answer: (...args) => tf.sum(tf.mul(tf.tanh(sums(args)), args[4]), 0),
    variants: [
      (...args) => tf.sum(tf.mul(tf.tanh(sums(args)), args[4]), 1),
      (...args) => tf.sum(tf.mul(tf.tanh(sums(args)), args[4])),
    ],
  },
  {
    name: { en: "one of the two takes no part", ko: "둘 가운데 하나가 빠짐" },
    hint: {
      en:
        "Your scores depend on the states alone, or on the queries alone. The two are added before the tanh, every query " +
        "to every state.",
      ko:
        "점수가 상태에만, 또는 쿼리에만 의존합니다. tanh를 취하기 전에 모든 쿼리와 모든 상태를 더해야 합니다.",
    },
    answer(...args) {
      const { query, state } = projected(args);
      return withWeights(tf.tanh(tf.add(tf.zerosLike(query), state)), args);
    },
    variants: [
      (...args) => {
        const { query, state } = projected(args);
        return withWeights(tf.tanh(tf.add(query, tf.zerosLike(state))), args);
      },
    ],
  },
  {
    name: { en: "v given to tf.matMul as it is", ko: "v를 그대로 tf.matMul에 줌" },
    hint: {
      en:
        "tf.matMul multiplies matrices, and v has a single axis. Multiply by v entry by entry and add up the last axis, " +
        "or make v a column.",
      ko:
        "tf.matMul은 행렬끼리 곱하는데 v는 축이 하나뿐입니다. v를 항목별로 곱한 뒤 마지막 축을 따라 더하거나, v를 열로 만드세요.",
    },
    answer: (...args) => tf.matMul(tf.tanh(sums(args)), args[4]),
  },
  {
    name: { en: "subtracts instead of adding", ko: "더하지 않고 뺌" },
    hint: {
      en:
        "You subtract the projected states from the projected queries, or the other way. The two are added inside the tanh.",
      ko: "투영한 쿼리와 상태 가운데 하나에서 다른 하나를 뺐습니다. tanh 안에서 둘을 더합니다.",
    },
    answer: (queries, states, queryWeights, keyWeights, scoreWeights) => {
      const q = tf.expandDims(tf.matMul(queries, queryWeights), 1);
      const k = tf.expandDims(tf.matMul(states, keyWeights), 0);
      return tf.sum(tf.mul(tf.tanh(tf.sub(q, k)), scoreWeights), -1);
    },
    variants: [
      (queries, states, queryWeights, keyWeights, scoreWeights) => {
        const q = tf.expandDims(tf.matMul(queries, queryWeights), 1);
        const k = tf.expandDims(tf.matMul(states, keyWeights), 0);
        return tf.sum(tf.mul(tf.tanh(tf.sub(k, q)), scoreWeights), -1);
      },
    ],
  },
  {
    name: { en: "queries and states tiled alike", ko: "쿼리와 상태를 똑같이 반복함" },
    hint: {
      en:
        "You repeat both lists as whole blocks, so many pairs come twice and others never. Repeat each query in a row, " +
        "once for every state, or let broadcasting pair them.",
      ko:
        "둘 다 통째로 반복해서 어떤 쌍은 여러 번 나오고 어떤 쌍은 나오지 않습니다. 쿼리 하나를 상태의 개수만큼 잇달아 반복하거나 " +
        "브로드캐스팅으로 짝지으세요.",
    },
    answer(queries, states, queryWeights, keyWeights, scoreWeights) {
      const [query, key] = [queries.shape[0], states.shape[0]];
      const everyQuery = tf.tile(tf.matMul(queries, queryWeights), [key, 1]);
      const everyState = tf.tile(tf.matMul(states, keyWeights), [query, 1]);
      const terms = tf.mul(tf.tanh(tf.add(everyQuery, everyState)), scoreWeights);
      return tf.reshape(tf.sum(terms, -1), [query, key]);
    },
  },
  {
    name: { en: "a sum not set back to 0", ko: "0으로 되돌리지 않는 합" },
    hint: {
      en:
        "Your first score is right, and later ones have those before in them: the sum goes on from state to state. Each " +
        "pair begins with 0.",
      ko:
        "첫 점수는 맞지만 그다음 점수에는 앞의 점수들이 더해져 있습니다. 합이 다음 상태까지 이어집니다. 쌍마다 0에서 다시 시작하세요.",
    },
    answer: (...args) => tf.cumsum(scoresOf(args), 1),
    variants: [
      (...args) => {
        const scores = scoresOf(args);
        return tf.reshape(tf.cumsum(tf.reshape(scores, [-1])), scores.shape);
      },
    ],
  },
];
