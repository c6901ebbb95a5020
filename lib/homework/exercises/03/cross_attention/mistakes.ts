/**
 * Wrong answers to exercise 03.5 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { crossAttention } from "./solution.ts";

type Arguments = readonly [
  asking: tf.Tensor,
  asked: tf.Tensor,
  queryWeights: tf.Tensor,
  keyWeights: tf.Tensor,
  valueWeights: tf.Tensor,
];
type Weigh = (scores: tf.Tensor) => tf.Tensor;

/** Attention between roles that are made already. */
function attend(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  weigh: Weigh = (scores) => tf.softmax(scores),
) {
  const weights = weigh(tf.matMul(queries, keys, false, true));
  return { output: tf.matMul(weights, values), weights };
}

/** The right roles, some of them replaced. */
function withRoles(
  [asking, asked, queryWeights, keyWeights, valueWeights]: Arguments,
  { queries, keys, values }: Partial<Record<"queries" | "keys" | "values", tf.Tensor>>,
  weigh?: Weigh,
) {
  return attend(
    queries ?? tf.matMul(asking, queryWeights),
    keys ?? tf.matMul(asked, keyWeights),
    values ?? tf.matMul(asked, valueWeights),
    weigh,
  );
}

export const mistakes: readonly Mistake<typeof crossAttention>[] = [
  {
    name: { en: "the two sentences swapped", ko: "두 문장을 바꿔 씀" },
    hint: {
      en:
        "Your queries come from the sentence that is asked, your keys and values from the one that asks. It is the other " +
        "way round: there is one output for each word that asks.",
      ko:
        "쿼리를 대답하는 문장에서, 키와 값을 묻는 문장에서 만들었습니다. 반대입니다. 묻는 단어마다 출력이 하나씩 있어야 합니다.",
    },
    answer: (asking, asked, ...weights) => withRoles([asked, asking, ...weights], {}),
  },
  {
    name: { en: "the asking sentence asks itself", ko: "묻는 문장이 스스로에게 물음" },
    hint: {
      en:
        "All three roles come from the sentence that asks: that is self-attention, and the other sentence is never read. " +
        "Keys and values come from the one that is asked.",
      ko:
        "세 역할을 모두 묻는 문장에서 만들었습니다. 그것은 셀프 어텐션이고 다른 문장은 읽지 않습니다. 키와 값은 대답하는 문장에서 만드세요.",
    },
    answer: (asking, _asked, ...weights) => withRoles([asking, asking, ...weights], {}),
  },
  {
    name: { en: "the asked sentence asks itself", ko: "대답하는 문장이 스스로에게 물음" },
    hint: {
      en:
        "All three roles come from the sentence that is asked, so the words that ask are never heard. Make the queries " +
        "from the other one.",
      ko:
        "세 역할을 모두 대답하는 문장에서 만들어 묻는 단어가 쓰이지 않습니다. 쿼리는 묻는 문장에서 만드세요.",
    },
    answer: (_asking, asked, ...weights) => withRoles([asked, asked, ...weights], {}),
  },
  {
    name: { en: "values of the sentence that asks", ko: "묻는 문장의 값" },
    hint: {
      en:
        "Queries and keys are right, and the values come from the sentence that asks. Who is found also answers: keys and " +
        "values belong to one sentence.",
      ko:
        "쿼리와 키는 맞지만 값을 묻는 문장에서 만들었습니다. 찾아진 단어가 대답도 합니다. 키와 값은 같은 문장에서 나옵니다.",
    },
    answer: (...args) => withRoles(args, { values: tf.matMul(args[0], args[4]) }),
  },
  {
    name: { en: "keys of the sentence that asks", ko: "묻는 문장의 키" },
    hint: {
      en:
        "Queries and values are right, and the keys come from the sentence that asks. Keys and values belong to one " +
        "sentence, the one that is asked.",
      ko:
        "쿼리와 값은 맞지만 키를 묻는 문장에서 만들었습니다. 키와 값은 모두 대답하는 문장에서 나옵니다.",
    },
    answer: (...args) => withRoles(args, { keys: tf.matMul(args[0], args[3]) }),
  },
  {
    name: { en: "W_Q and W_K swapped", ko: "W_Q와 W_K를 바꿔 씀" },
    hint: {
      en:
        "The sentences are right, and their matrices are swapped: W_Q makes the queries of the sentence that asks, W_K the " +
        "keys of the other.",
      ko:
        "문장은 맞지만 행렬이 뒤바뀌었습니다. W_Q는 묻는 문장의 쿼리를, W_K는 다른 문장의 키를 만듭니다.",
    },
    answer: (asking, asked, queryWeights, keyWeights, valueWeights) =>
      withRoles([asking, asked, keyWeights, queryWeights, valueWeights], {}),
  },
  {
    name: { en: "values not projected", ko: "값을 투영하지 않음" },
    hint: {
      en: "You mix the words of the other sentence as they are. What a word gives is made by W_V.",
      ko: "다른 문장의 단어 벡터를 그대로 섞었습니다. 단어가 주는 값은 W_V로 만듭니다.",
    },
    answer: (...args) => withRoles(args, { values: args[1] }),
  },
  {
    name: { en: "mixes keys", ko: "키를 섞음" },
    hint: {
      en:
        "The weights are right, and they mix the keys. A key is what a word is found by; what it gives is its value.",
      ko: "가중치는 맞지만 키를 섞었습니다. 키는 단어를 찾는 데 쓰고, 단어가 주는 것은 값입니다.",
    },
    answer: (...args) => withRoles(args, { values: tf.matMul(args[1], args[3]) }),
  },
  {
    name: { en: "softmax over the words that ask", ko: "묻는 단어 쪽으로 softmax" },
    hint: {
      en:
        "Your softmax runs down the columns, over the words that ask. Each of them shares its own attention out over the " +
        "words that answer: along the last axis.",
      ko:
        "softmax를 열, 곧 묻는 단어들을 따라 취했습니다. 묻는 단어 하나가 대답하는 단어들에 어텐션을 나누어 주므로 마지막 축을 따라 취하세요.",
    },
    answer: (...args) =>
      withRoles(args, {}, (scores) => tf.transpose(tf.softmax(tf.transpose(scores)))),
  },
  {
    name: { en: "no softmax", ko: "softmax를 빠뜨림" },
    hint: {
      en: "Your weights are the scores themselves. Softmax makes shares of them that sum to 1.",
      ko: "점수를 그대로 가중치로 썼습니다. softmax를 취해 합이 1인 가중치로 만드세요.",
    },
    answer: (...args) => withRoles(args, {}, (scores) => scores),
  },
  {
    name: { en: "scaled already", ko: "미리 나눔" },
    hint: {
      en:
        "You divide the scores by the root of a length. That is the next notebook's step: leave it out here.",
      ko: "점수를 길이의 제곱근으로 나누었습니다. 그것은 다음 노트북의 일이니 여기서는 빼세요.",
    },
    answer: (...args) =>
      withRoles(args, {}, (scores) => tf.softmax(tf.div(scores, Math.sqrt(args[2].shape[1])))),
  },
  {
    name: { en: "nothing projected", ko: "아무것도 투영하지 않음" },
    hint: {
      en: "The words attend as they are, without W_Q, W_K and W_V. Make the three roles first.",
      ko: "W_Q, W_K, W_V 없이 단어 벡터로 어텐션을 계산했습니다. 먼저 세 역할을 만드세요.",
    },
    answer: (asking, asked) => attend(asking, asked, asked),
  },
  {
    name: { en: "adds the asking words", ko: "묻는 단어를 더함" },
    hint: {
      en:
        "You add the asking words, or their queries, to the output. The sum around attention comes later, " +
        "with the blocks; here the output is the mixed values alone.",
      ko:
        "묻는 단어나 그 쿼리를 출력에 더했습니다. 어텐션을 둘러싼 덧셈은 나중에 블록에서 나옵니다. 여기서 출력은 섞은 값뿐입니다.",
    },
    answer: (...args) => {
      const { output, weights } = withRoles(args, {});
      return { output: tf.add(args[0], output), weights };
    },
    variants: [(...args) => {
      const { output, weights } = withRoles(args, {});
      return { output: tf.add(tf.matMul(args[0], args[2]), output), weights };
    }],
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en: "Your weights have gone through softmax twice. Once is right.",
      ko: "가중치가 softmax를 두 번 거쳤습니다. 한 번이면 됩니다.",
    },
    answer: (...args) => withRoles(args, {}, (scores) => tf.softmax(tf.softmax(scores))),
  },
  {
    name: { en: "the best word alone", ko: "가장 잘 맞는 단어만" },
    hint: {
      en:
        "You give everything to the word that fits best. softmax is soft: every word of the other sentence " +
        "gets a share.",
      ko:
        "가장 잘 맞는 단어에 전부를 주었습니다. 소프트맥스는 부드럽습니다. 다른 문장의 모든 단어가 몫을 받습니다.",
    },
    answer: (...args) =>
      withRoles(args, {}, (scores) => tf.oneHot(tf.argMax(scores, -1), scores.shape[1] ?? 0)),
  },
  {
    name: { en: "one matrix for queries and keys", ko: "쿼리와 키에 같은 행렬" },
    hint: {
      en:
        "Queries and keys of yours are made with one and the same matrix. Queries come from W_Q, keys from " +
        "W_K.",
      ko: "쿼리와 키를 같은 행렬로 만들었습니다. 쿼리는 W_Q, 키는 W_K로 만드세요.",
    },
    answer: (...args) => withRoles(args, { keys: tf.matMul(args[1], args[2]) }),
    variants: [(...args) => withRoles(args, { queries: tf.matMul(args[0], args[3]) })],
  },
  {
    name: { en: "later words hidden", ko: "뒤의 단어를 가림" },
    hint: {
      en:
        "You hide later words, as a decoder does in its own sentence. The other sentence is finished: every word that " +
        "asks sees all of it.",
      ko:
        "디코더가 자기 문장에서 하듯이 뒤의 단어를 가렸습니다. 다른 문장은 이미 끝난 문장이니 묻는 단어마다 전부를 봅니다.",
    },
    answer: (...args) =>
      withRoles(args, {}, (scores) => {
        const seen = tf.linalg.bandPart(tf.ones(scores.shape), -1, 0);
        return tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, seen), 1e9)));
      }),
  },
];
