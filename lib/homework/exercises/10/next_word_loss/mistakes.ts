/**
 * Wrong answers to exercise 10.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { nextWordLoss } from "./solution.ts";

type Logits = Axes<"batch time vocab">;

type Tokens = Axes<"batch time">;

/** The logits of all places but the last. */
const beforeLast = (logits: Logits): Logits =>
  tf.slice(logits, [0, 0, 0], [-1, logits.shape[1] - 1, -1]);

/** The tokens of all places but the first. */
const afterFirst = (tokens: Tokens): Tokens => tf.slice(tokens, [0, 1], [-1, -1]);

/** The surprise at each answer: [batch, time]. */
const surprises = (logits: Logits, answers: Tokens): tf.Tensor =>
  tf.neg(tf.sum(tf.mul(tf.oneHot(answers, logits.shape[2]), tf.logSoftmax(logits)), -1));

/** 1 where a token is a word, 0 where it is padding. */
const isWord = (tokens: Tokens, padId: number): tf.Tensor =>
  tf.cast(tf.notEqual(tokens, tf.scalar(padId, "int32")), "float32");

/** The surprise at each word that is asked for, 0 where padding is. */
const asked = (logits: Logits, tokens: Tokens, padId: number): tf.Tensor =>
  tf.mul(surprises(beforeLast(logits), afterFirst(tokens)), isWord(afterFirst(tokens), padId));

/** The tokens moved round by one: the first comes last. */
const rotated = (tokens: Tokens): Tokens =>
  tf.concat([afterFirst(tokens), tf.slice(tokens, [0, 0], [-1, 1])], 1);

export const mistakes: readonly Mistake<typeof nextWordLoss>[] = [
  {
    name: { en: "no shift", ko: "옮기지 않음" },
    hint: {
      en:
        "Each place is asked for its own token, which it has just read: the best such model copies. " +
        "Compare the logits at place t with the token at place t + 1.",
      ko:
        "자리마다 방금 읽은 자기 토큰을 맞히게 했습니다. 그러면 베끼는 모델이 가장 좋은 모델이 됩니다. t번째 자리의 로짓을 t + 1번째 토큰과 " +
        "비교하세요.",
    },
    answer: (logits, tokens, padId) => crossEntropy(logits, tokens, { ignoredIndex: padId }),
    variants: [
      (logits, tokens) => crossEntropy(logits, tokens),
      (logits, tokens, padId) => {
        const cut: Tokens = tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]);
        return crossEntropy(beforeLast(logits), cut, { ignoredIndex: padId });
      },
      (logits, tokens, padId) => {
        const later: Logits = tf.slice(logits, [0, 1, 0], [-1, -1, -1]);
        return crossEntropy(later, afterFirst(tokens), { ignoredIndex: padId });
      },
    ],
  },
  {
    name: { en: "shifted the wrong way", ko: "반대로 옮김" },
    hint: {
      en:
        "Each place is asked for the token before it, which it has seen. Leave out the last place's " +
        "logits and the first token, not the other way round.",
      ko:
        "자리마다 이미 본 바로 앞 토큰을 맞히게 했습니다. 빼야 할 것은 마지막 자리의 로짓과 첫 번째 토큰입니다. 반대로 뺐습니다.",
    },
    answer(logits, tokens, padId) {
      const later: Logits = tf.slice(logits, [0, 1, 0], [-1, -1, -1]);
      const earlier: Tokens = tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]);
      return crossEntropy(later, earlier, { ignoredIndex: padId });
    },
    variants: [
      (logits, tokens) => {
        const later: Logits = tf.slice(logits, [0, 1, 0], [-1, -1, -1]);
        const earlier: Tokens = tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]);
        return crossEntropy(later, earlier);
      },
    ],
  },
  {
    name: { en: "shifted twice", ko: "두 번 옮김" },
    hint: {
      en:
        "Each place is asked for the token two places further on: both were cut as if the other had not been, or " +
        "the shift was done twice. One step is enough.",
      ko: "자리마다 두 칸 뒤의 토큰을 맞히게 했습니다. 두 번 옮겼습니다. 한 칸이면 됩니다.",
    },
    answer(logits, tokens, padId) {
      const first: Logits = tf.slice(logits, [0, 0, 0], [-1, Math.max(0, logits.shape[1] - 2), -1]);
      const later: Tokens = tf.slice(tokens, [0, 2], [-1, -1]);
      return crossEntropy(first, later, { ignoredIndex: padId });
    },
  },
  {
    name: { en: "only one of the two is cut", ko: "둘 중 하나만 자름" },
    hint: {
      en:
        "Logits and tokens have different lengths now: only one of them was cut, and each question needs its answer. " +
        "The last place has no answer, the first token answers nothing.",
      ko:
        "로짓과 토큰 가운데 하나만 잘라서 길이가 다릅니다. 질문마다 답이 있어야 합니다. 마지막 자리에는 답이 없고, 첫 토큰은 어떤 질문의 답도 아닙니다.",
    },
    answer: (logits, tokens, padId) =>
      crossEntropy(logits, afterFirst(tokens), { ignoredIndex: padId }),
    variants: [
      (logits, tokens, padId) => crossEntropy(beforeLast(logits), tokens, { ignoredIndex: padId }),
      (logits, tokens) => crossEntropy(logits, afterFirst(tokens)),
      (logits, tokens) => crossEntropy(beforeLast(logits), tokens),
    ],
  },
  {
    name: { en: "the batch is cut instead of the time", ko: "시간이 아니라 배치를 자름" },
    hint: {
      en:
        "You cut along the first axis, batch: whole texts are gone, and each is asked for another text's words. " +
        "The places of a text lie along axis 1, time.",
      ko:
        "첫 축인 batch를 따라 잘랐습니다. 글이 통째로 빠지고, 글마다 다른 글의 단어를 맞히게 됩니다. 글의 자리는 1번 축(time)에 있습니다.",
    },
    answer(logits, tokens, padId) {
      const texts: Logits = tf.slice(logits, [0, 0, 0], [logits.shape[0] - 1, -1, -1]);
      const others: Tokens = tf.slice(tokens, [1, 0], [-1, -1]);
      return crossEntropy(texts, others, { ignoredIndex: padId });
    },
    variants: [
      (logits, tokens) => {
        const texts: Logits = tf.slice(logits, [0, 0, 0], [logits.shape[0] - 1, -1, -1]);
        const others: Tokens = tf.slice(tokens, [1, 0], [-1, -1]);
        return crossEntropy(texts, others);
      },
    ],
  },
  {
    name: {
      en: "the last place is asked for the first token",
      ko: "마지막 자리에 첫 토큰을 물음",
    },
    hint: {
      en:
        "You moved the tokens round in a circle, so the last place is asked for the first token. After " +
        "the last token nothing comes: its logits are not judged.",
      ko:
        "토큰을 한 바퀴 돌려서 마지막 자리가 첫 토큰을 맞히게 되었습니다. 마지막 토큰 다음에는 아무것도 없으므로 그 로짓은 채점하지 않습니다.",
    },
    answer: (logits, tokens, padId) =>
      crossEntropy(logits, rotated(tokens), { ignoredIndex: padId }),
    variants: [(logits, tokens) => crossEntropy(logits, rotated(tokens))],
  },
  {
    name: { en: "texts run together", ko: "글들을 이어 붙임" },
    hint: {
      en:
        "You made one row of all texts before the shift, so the last place of a text is asked for the first word of the next. " +
        "Shift within each text, then put the rows together.",
      ko:
        "옮기기 전에 모든 글을 한 줄로 이어서, 글의 마지막 자리가 다음 글의 첫 단어를 맞히게 되었습니다. 글마다 옮긴 다음에 이어 붙이세요.",
    },
    answer(logits, tokens, padId) {
      const rows: Axes<"row vocab"> = tf.reshape(logits, [-1, logits.shape[2]]);
      const answers = tf.slice(tf.reshape(tokens, [-1]), [1], [-1]);
      return crossEntropy(tf.slice(rows, [0, 0], [rows.shape[0] - 1, -1]), answers, {
        ignoredIndex: padId,
      });
    },
    variants: [
      (logits, tokens) => {
        const rows: Axes<"row vocab"> = tf.reshape(logits, [-1, logits.shape[2]]);
        const answers = tf.slice(tf.reshape(tokens, [-1]), [1], [-1]);
        return crossEntropy(tf.slice(rows, [0, 0], [rows.shape[0] - 1, -1]), answers);
      },
    ],
  },
  {
    name: { en: "the last place counts", ko: "마지막 자리도 셈" },
    hint: {
      en:
        "You give the last place an answer of 0 and judge it like the others. Nothing follows it: it is no question.",
      ko:
        "마지막 자리에 답 0을 붙여 다른 자리처럼 채점했습니다. 그 뒤에는 아무것도 없으므로 묻지 않습니다.",
    },
    answer(logits, tokens) {
      const zeros = tf.zeros([tokens.shape[0], 1], "int32");
      return crossEntropy(logits, tf.concat([afterFirst(tokens), zeros], 1));
    },
    variants: [
      (logits, tokens, padId) => {
        const zeros = tf.zeros([tokens.shape[0], 1], "int32");
        return crossEntropy(logits, tf.concat([afterFirst(tokens), zeros], 1), {
          ignoredIndex: padId,
        });
      },
    ],
  },
  {
    name: { en: "padding counts", ko: "패딩도 셈" },
    hint: {
      en:
        "The shift is right, but you also ask for padding: a model would spend its effort on guessing " +
        "<pad> after <pad>. Give crossEntropy the id to ignore.",
      ko:
        "한 칸 옮긴 것은 맞지만 패딩까지 맞히게 했습니다. 모델이 <pad> 다음의 <pad>를 맞히느라 힘을 씁니다. crossEntropy에 무시할 id를 알려 " +
        "주세요.",
    },
    answer: (logits, tokens) => crossEntropy(beforeLast(logits), afterFirst(tokens)),
  },
  {
    name: { en: "padding counts in the mean", ko: "패딩이 평균에 들어감" },
    hint: {
      en:
        "The losses of padding are 0 in yours, but you divide by more places than are asked for: more padding, less loss. " +
        "Divide by the number of words that are asked for.",
      ko:
        "패딩의 손실은 0으로 두었지만 물어본 것보다 많은 자리로 나눕니다. 패딩이 많을수록 손실이 작아집니다. 물어본 단어의 수로 나누세요.",
    },
    answer: (logits, tokens, padId) => tf.mean(asked(logits, tokens, padId)),
    variants: [
      (logits, tokens, padId) =>
        tf.div(tf.sum(asked(logits, tokens, padId)), tf.sum(isWord(tokens, padId))),
      (logits, tokens, padId) => tf.div(tf.sum(asked(logits, tokens, padId)), tokens.size),
    ],
  },
  {
    name: { en: "leaves out what follows padding", ko: "패딩 다음 것을 뺌" },
    hint: {
      en:
        "You leave out the places that read padding. Left out are those that are asked for it: the last word of a " +
        "text is followed by padding, too.",
      ko:
        "패딩을 읽는 자리를 뺐습니다. 빼야 할 것은 패딩을 맞혀야 하는 자리입니다. 글의 마지막 단어 다음도 패딩입니다.",
    },
    answer(logits, tokens, padId) {
      const read: Tokens = tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]);
      const mask = isWord(read, padId);
      const losses = surprises(beforeLast(logits), afterFirst(tokens));
      return tf.div(tf.sum(tf.mul(losses, mask)), tf.sum(mask));
    },
  },
  {
    name: { en: "always ignores 0", ko: "언제나 0을 무시함" },
    hint: {
      en: "You ignore the id 0, but the id of padding is an argument. Ignore padId.",
      ko: "id 0을 무시했습니다. 패딩의 id는 인수로 주어집니다. padId를 무시하세요.",
    },
    answer: (logits, tokens) =>
      crossEntropy(beforeLast(logits), afterFirst(tokens), { ignoredIndex: 0 }),
  },
  {
    name: { en: "a mean of means", ko: "평균의 평균" },
    hint: {
      en:
        "You take a mean of each text, or of each place, and then the mean of these. A word of a short text would count more " +
        "than one of a long text: add up over all texts, divide once.",
      ko:
        "글마다 또는 자리마다 평균을 내고 그 평균들을 다시 평균했습니다. 그러면 짧은 글의 단어가 긴 글의 단어보다 무거워집니다. 모든 글을 더해 한 번만 나누세요.",
    },
    answer(logits, tokens, padId) {
      const words = tf.sum(isWord(afterFirst(tokens), padId), -1);
      return tf.mean(tf.div(tf.sum(asked(logits, tokens, padId), -1), tf.maximum(words, 1)));
    },
    variants: [
      (logits, tokens, padId) => { // of each place over all texts
        const places = Array.from({ length: tokens.shape[1] - 1 }, (_, t) => {
          const scores: Logits = tf.slice(logits, [0, t, 0], [-1, 1, -1]);
          const answers: Tokens = tf.slice(tokens, [0, t + 1], [-1, 1]);
          return crossEntropy(scores, answers, { ignoredIndex: padId });
        });
        return tf.mean(tf.stack(places));
      },
      (logits, tokens, padId) => { // NaN for a text of one word
        const words = tf.sum(isWord(afterFirst(tokens), padId), -1);
        return tf.mean(tf.div(tf.sum(asked(logits, tokens, padId), -1), words));
      },
    ],
  },
  {
    name: { en: "the sum instead of the mean", ko: "평균이 아니라 합" },
    hint: {
      en:
        "You add the surprises up, or divide by the number of texts. A long text would then count more than a " +
        "short one, and the learning rate would depend on the batch: divide by the number of questions.",
      ko:
        "손실을 더하기만 했거나 글의 수로 나누었습니다. 그러면 긴 글의 비중이 커지고 학습률이 배치에 따라 달라지는 셈입니다. 질문의 수로 나누세요.",
    },
    answer: (logits, tokens, padId) => tf.sum(asked(logits, tokens, padId)),
    variants: [
      (logits, tokens, padId) => tf.div(tf.sum(asked(logits, tokens, padId)), tokens.shape[0]),
    ],
  },
  {
    name: { en: "one loss for each place", ko: "자리마다 손실 하나" },
    hint: {
      en: "You return a loss for each place. One number is asked for: their mean over the words.",
      ko: "자리마다의 손실을 돌려줍니다. 수 하나, 곧 단어에 걸친 평균을 돌려주세요.",
    },
    answer: asked,
    variants: [
      (logits, tokens) => surprises(beforeLast(logits), afterFirst(tokens)),
    ],
  },
  {
    name: { en: "forgets the minus sign", ko: "음의 부호를 빠뜨림" },
    hint: {
      en:
        "Your loss is negative. crossEntropy has its minus sign already; with one's own logarithm of a probability " +
        "it is needed.",
      ko:
        "손실이 음수입니다. crossEntropy에는 이미 음의 부호가 있고, 확률의 로그를 직접 쓸 때는 붙여야 합니다.",
    },
    answer: (logits, tokens, padId) =>
      tf.neg(crossEntropy(beforeLast(logits), afterFirst(tokens), { ignoredIndex: padId })),
  },
  {
    name: { en: "the perplexity", ko: "퍼플렉서티" },
    hint: {
      en: "You return e to the loss, the perplexity. The loss itself is asked for, in nats.",
      ko: "손실을 지수로 올린 퍼플렉서티를 돌려줍니다. nat 단위의 손실 자체를 돌려주세요.",
    },
    answer: (logits, tokens, padId) =>
      tf.exp(crossEntropy(beforeLast(logits), afterFirst(tokens), { ignoredIndex: padId })),
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en:
        "You give crossEntropy probabilities. It takes logits and does the softmax itself: leave yours " +
        "out.",
      ko:
        "crossEntropy에 확률을 넣었습니다. 이 함수는 로짓을 받아 안에서 softmax를 합니다. 직접 쓴 softmax를 빼세요.",
    },
    answer: (logits, tokens, padId) =>
      crossEntropy(tf.softmax(beforeLast(logits)), afterFirst(tokens), { ignoredIndex: padId }),
  },
  {
    name: { en: "a question left out", ko: "질문 하나를 빠뜨림" },
    hint: {
      en:
        "Your shift is right, but one more place than the last is cut: the first or the last question is not asked.",
      ko:
        "한 칸 옮긴 것은 맞지만 마지막 자리 말고 한 자리를 더 잘랐습니다. 첫 질문이나 마지막 질문이 빠집니다.",
    },
    answer(logits, tokens, padId) {
      const asked: Logits = tf.slice(logits, [0, 0, 0], [-1, logits.shape[1] - 2, -1]);
      const answers: Tokens = tf.slice(tokens, [0, 1], [-1, tokens.shape[1] - 2]);
      return crossEntropy(asked, answers, { ignoredIndex: padId });
    },
    variants: [
      (logits, tokens, padId) => {
        const asked: Logits = tf.slice(logits, [0, 1, 0], [-1, logits.shape[1] - 2, -1]);
        const answers: Tokens = tf.slice(tokens, [0, 2], [-1, -1]);
        return crossEntropy(asked, answers, { ignoredIndex: padId });
      },
    ],
  },
];
