/**
 * Wrong answers to exercise 09.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { labelSmoothing } from "./solution.ts";

type Logits = Axes<"row vocab">;

type Targets = Axes<"row">;

/** What is wanted of each row: one share for the right token, one for each of the others. */
function shares(targets: Targets, vocab: number, right: number, other: number): tf.Tensor {
  return tf.add(tf.mul(tf.cast(tf.oneHot(targets, vocab), "float32"), right - other), other);
}

/** 1 − ε for the right token besides ε / V for all. */
const wantedOf = (targets: Targets, vocab: number, smoothing: number): tf.Tensor =>
  shares(targets, vocab, 1 - smoothing + smoothing / vocab, smoothing / vocab);

/** 1 for a row that is no padding, else 0. */
const realRows = (targets: Targets, padId: number): tf.Tensor =>
  tf.cast(tf.notEqual(targets, padId), "float32");

/** −Σ wanted · log p of each row. */
const lossesOf = (wanted: tf.Tensor, logits: tf.Tensor): tf.Tensor =>
  tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));

/** The right loss of each row. */
const rightLosses = (logits: Logits, targets: Targets, smoothing: number): tf.Tensor =>
  lossesOf(wantedOf(targets, logits.shape[1], smoothing), logits);

/** The mean over the rows that count. */
const meanOver = (rows: tf.Tensor, losses: tf.Tensor): tf.Tensor =>
  tf.div(tf.sum(tf.mul(losses, rows)), tf.sum(rows));

/** The loss with other shares for the right token and for each of the others. */
function sharing(
  share: (smoothing: number, vocab: number) => [right: number, other: number],
): typeof labelSmoothing {
  return (logits, targets, { smoothing, padId }) => {
    const [right, other] = share(smoothing, logits.shape[1]);
    const losses = lossesOf(shares(targets, logits.shape[1], right, other), logits);
    return meanOver(realRows(targets, padId), losses);
  };
}

/** The loss with another `log p`, such as p itself. */
function scoredBy(logProbabilities: (logits: Logits) => tf.Tensor): typeof labelSmoothing {
  return (logits, targets, { smoothing, padId }) => {
    const wanted = wantedOf(targets, logits.shape[1], smoothing);
    const losses = tf.neg(tf.sum(tf.mul(wanted, logProbabilities(logits)), -1));
    return meanOver(realRows(targets, padId), losses);
  };
}

/** 1 for each token but padding's. */
const realTokens = (vocab: number, padId: number): tf.Tensor =>
  tf.cast(tf.notEqual(tf.range(0, vocab, 1, "int32"), padId), "float32");

export const mistakes: readonly Mistake<typeof labelSmoothing>[] = [
  {
    name: {
      en: "rows whose target is padding count in the mean",
      ko: "패딩인 행이 평균에 들어감",
    },
    hint: {
      en:
        "Rows of padding still count. Setting their loss to 0 is not enough: the sum must also be divided " +
        "by the number of real rows, not of all rows. Else the loss falls when a batch has more padding.",
      ko:
        "패딩인 행이 아직 평균에 들어갑니다. 그 손실을 0으로 두는 것만으로는 부족합니다. 전체 행이 아니라 실제 행의 수로 나누어야 합니다. " +
        "그러지 않으면 패딩이 많은 배치일수록 손실이 작아집니다.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      tf.mean(tf.mul(rightLosses(logits, targets, smoothing), realRows(targets, padId))),
    variants: [
      (logits, targets, { smoothing }) => tf.mean(rightLosses(logits, targets, smoothing)),
      (logits, targets, { smoothing, padId }) =>
        tf.div(
          tf.sum(rightLosses(logits, targets, smoothing)),
          tf.sum(realRows(targets, padId)),
        ),
    ],
  },
  {
    name: { en: "takes 0 for padding", ko: "패딩의 id를 0으로 여김" },
    hint: {
      en:
        "You leave out the rows whose target is 0. The id of padding is an argument, padId, and 0 may be a word.",
      ko: "정답이 0인 행을 뺐습니다. 패딩의 id는 인수 padId로 주어지고, 0은 단어일 수 있습니다.",
    },
    answer: (logits, targets, { smoothing }) =>
      meanOver(realRows(targets, 0), rightLosses(logits, targets, smoothing)),
  },
  {
    name: { en: "only the wrong tokens share it", ko: "틀린 토큰에만 나눔" },
    hint: {
      en:
        "You share ε among the wrong tokens alone. Some books do; here all V tokens share it, the right " +
        "one too: ε / V each, and the right one has 1 − ε besides.",
      ko:
        "ε을 틀린 토큰에만 나누었습니다. 그렇게 정의하는 책도 있지만 여기서는 정답을 포함한 V개 토큰이 모두 ε / V씩 받고, 정답은 1 − ε을 더 " +
        "받습니다.",
    },
    answer: sharing((e, size) => [1 - e, e / (size - 1)]),
  },
  {
    name: { en: "padding's token gets no share", ko: "패딩 토큰에는 나누지 않음" },
    hint: {
      en:
        "You give the token of padding no share of ε, as the annotated Transformer does. Here all V tokens share " +
        "it evenly; what is left out is only the rows whose target is padding.",
      ko:
        "패딩 토큰에는 ε을 나누어 주지 않았습니다. The Annotated Transformer가 그렇게 하지만, 여기서는 V개 토큰이 모두 똑같이 나누어 받습니다. " +
        "빼는 것은 정답이 패딩인 행뿐입니다.",
    },
    answer(logits, targets, { smoothing, padId }) {
      const [, vocab] = logits.shape;
      const even = shares(targets, vocab, 1 - smoothing, smoothing / (vocab - 2));
      const wanted = tf.mul(even, realTokens(vocab, padId));
      return meanOver(realRows(targets, padId), lossesOf(wanted, logits));
    },
    variants: [
      (logits, targets, { smoothing, padId }) => {
        const wanted = wantedOf(targets, logits.shape[1], smoothing);
        const withoutPadding = tf.mul(wanted, realTokens(logits.shape[1], padId));
        return meanOver(realRows(targets, padId), lossesOf(withoutPadding, logits));
      },
      (logits, targets, { smoothing, padId }) => {
        const [, vocab] = logits.shape;
        const other = smoothing / (vocab - 1);
        const even = shares(targets, vocab, 1 - smoothing + other, other);
        const wanted = tf.mul(even, realTokens(vocab, padId));
        return meanOver(realRows(targets, padId), lossesOf(wanted, logits));
      },
    ],
  },
  {
    name: {
      en: "the right token gets what is for the others",
      ko: "정답의 몫과 나머지의 몫이 바뀜",
    },
    hint: {
      en:
        "You have ε and 1 − ε the wrong way round: most of what is wanted goes to all tokens alike. The right " +
        "token keeps 1 − ε; only ε is spread.",
      ko:
        "ε과 1 − ε이 바뀌어서 목표의 대부분이 모든 토큰에 흩어집니다. 정답 토큰이 1 − ε을 가지고, 나누는 것은 ε뿐입니다.",
    },
    answer: sharing((e, size) => [e + (1 - e) / size, (1 - e) / size]),
  },
  {
    name: { en: "the mass does not sum to 1", ko: "목표의 합이 1이 아님" },
    hint: {
      en:
        "What you want of a row does not sum to 1. Add it up: ε is divided among V tokens, ε / V each, and " +
        "only 1 − ε is left for the right one, which also gets its ε / V.",
      ko:
        "한 행의 목표를 모두 더해도 1이 되지 않습니다. 더해 보세요. ε을 토큰 V개에 ε / V씩 나누고, 정답 토큰에는 남은 1 − ε에 자기 몫 " +
        "ε / V를 더해 줍니다.",
    },
    answer: sharing((e, size) => [1 + e / size, e / size]),
    variants: [
      sharing((e, size) => [1 - e, e / size]),
      sharing((e) => [1 - e, e]),
      sharing((e) => [1, e]),
      sharing((e) => [1 + e, e]),
      sharing((e, size) => [1, e / size]),
      sharing((e, size) => [1, e / (size - 1)]),
      sharing((e, size) => [1 - e / size, e / size]),
      sharing((e, size) => [1 - e + e / (size - 1), e / (size - 1)]),
      sharing((e) => [1 - e, 0]),
      sharing((e) => [1 - e / 2, e / 2]),
      sharing((e, size) => [1 - e, e / (size - 2)]),
      sharing((e, size) => [1 - e, e * (size - 1) / size / size]),
    ],
  },
  {
    name: { en: "no smoothing", ko: "스무딩이 없음" },
    hint: {
      en:
        "Your loss is the ordinary cross-entropy: `smoothing` has no influence. Mix what is wanted, the " +
        "one-hot row, with an even share for every token.",
      ko:
        "보통의 교차 엔트로피입니다. `smoothing`이 아무 영향을 주지 않습니다. 원-핫 행에 모든 토큰의 고른 몫을 섞으세요.",
    },
    answer: sharing(() => [1, 0]),
  },
  {
    name: { en: "sum instead of mean", ko: "평균이 아니라 합" },
    hint: {
      en:
        "You add the losses up. A batch with more words would then have a larger loss: divide by the " +
        "number of rows that are no padding.",
      ko:
        "손실을 더하기만 했습니다. 그러면 단어가 많은 배치일수록 손실이 커집니다. 패딩이 아닌 행의 수로 나누세요.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      tf.sum(tf.mul(rightLosses(logits, targets, smoothing), realRows(targets, padId))),
  },
  {
    name: { en: "every loss times every row of the mask", ko: "손실과 마스크를 짝짓지 않음" },
    hint: {
      en:
        "You return the sum over all rows, padding too. Did the losses keep their axis? [row, 1] times a mask [row] " +
        "is broadcast to [row, row]: every loss meets every entry of the mask. tf.sum(…, -1) without true gives [row].",
      ko:
        "패딩까지 모든 행의 손실을 더한 값입니다. 손실에 축이 남아 있지 않나요? [row, 1]에 마스크 [row]를 곱하면 [row, row]로 브로드캐스트되어 " +
        "손실마다 마스크 전체와 곱해집니다. true 없이 tf.sum(…, -1)을 쓰면 [row]입니다.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      meanOver(
        realRows(targets, padId),
        tf.expandDims(rightLosses(logits, targets, smoothing), -1),
      ),
    variants: [
      (logits, targets, { smoothing }) => tf.sum(rightLosses(logits, targets, smoothing)),
    ],
  },
  {
    name: { en: "one loss for each row", ko: "행마다 손실 하나" },
    hint: {
      en:
        "You return the losses of the rows. Training needs one number: their mean over the rows that are no " +
        "padding.",
      ko:
        "행마다의 손실을 그대로 돌려줍니다. 학습에는 수 하나가 필요합니다. 패딩이 아닌 행들의 평균을 돌려주세요.",
    },
    answer: (logits, targets, { smoothing }) => rightLosses(logits, targets, smoothing),
    variants: [
      (logits, targets, { smoothing, padId }) =>
        tf.mul(rightLosses(logits, targets, smoothing), realRows(targets, padId)),
    ],
  },
  {
    name: { en: "a mean over the vocabulary too", ko: "어휘에 걸쳐서도 평균" },
    hint: {
      en:
        "Your loss is too small by the size of the vocabulary: within a row the terms are added up, weighted " +
        "by what is wanted. Only over the rows a mean is taken.",
      ko:
        "손실이 어휘 크기만큼 작습니다. 한 행 안에서는 목표를 가중치로 곱한 항들을 더합니다. 평균은 행에 걸쳐서만 냅니다.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      meanOver(
        realRows(targets, padId),
        tf.div(rightLosses(logits, targets, smoothing), logits.shape[1]),
      ),
    variants: [
      (logits, targets, { smoothing }) =>
        tf.mean(tf.div(rightLosses(logits, targets, smoothing), logits.shape[1])),
      (logits, targets, { smoothing, padId }) =>
        tf.mean(tf.mul(
          tf.div(rightLosses(logits, targets, smoothing), logits.shape[1]),
          realRows(targets, padId),
        )),
    ],
  },
  {
    name: { en: "the KL divergence", ko: "KL 발산" },
    hint: {
      en:
        "You return how far p is from what is wanted, Σ w (log w − log p): the KL divergence. Its slope is the " +
        "same, its value is smaller by the entropy of w. The task asks for −Σ w log p alone.",
      ko:
        "Σ w (log w − log p), 곧 KL 발산을 돌려줍니다. 기울기는 같지만 값은 w의 엔트로피만큼 작습니다. 이 과제는 −Σ w log p만 묻습니다.",
    },
    answer(logits, targets, { smoothing, padId }) {
      const wanted = wantedOf(targets, logits.shape[1], smoothing);
      const logOfWanted = tf.log(tf.maximum(wanted, 1e-30));
      const divergence = tf.mul(wanted, tf.sub(logOfWanted, tf.logSoftmax(logits)));
      return meanOver(realRows(targets, padId), tf.sum(divergence, -1));
    },
    variants: [
      (logits, targets, { smoothing, padId }) => { // NaN without smoothing: 0 · log 0
        const wanted = wantedOf(targets, logits.shape[1], smoothing);
        const divergence = tf.mul(wanted, tf.sub(tf.log(wanted), tf.logSoftmax(logits)));
        return meanOver(realRows(targets, padId), tf.sum(divergence, -1));
      },
    ],
  },
  {
    name: { en: "forgets the minus sign", ko: "음의 부호를 빠뜨림" },
    hint: {
      en:
        "Your loss is negative: the logarithm of a probability is at most 0, and the minus sign in front of the " +
        "sum turns it round.",
      ko: "손실이 음수입니다. 확률의 로그는 0 이하이므로 합 앞에 음의 부호를 붙여야 합니다.",
    },
    answer: scoredBy((logits) => tf.neg(tf.logSoftmax(logits))),
  },
  {
    name: { en: "no logarithm", ko: "로그가 없음" },
    hint: {
      en: "You weigh the probabilities themselves. The loss adds up their logarithms.",
      ko: "확률 자체에 목표를 곱했습니다. 손실은 확률의 로그를 더합니다.",
    },
    answer: scoredBy((logits) => tf.softmax(logits)),
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You take the logits for log-probabilities, or take their logarithm at once. They are scores: only after " +
        "the softmax do they sum to 1 and have a logarithm that says how surprised the model is.",
      ko:
        "로짓을 로그 확률처럼 썼거나 로짓에 바로 로그를 취했습니다. 로짓은 점수일 뿐입니다. softmax를 거쳐야 합이 1인 확률이 되고, 그 로그가 놀라움을 " +
        "말해 줍니다.",
    },
    answer: scoredBy((logits) => logits),
    variants: [scoredBy((logits) => tf.log(logits))],
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en:
        "You take a softmax of a softmax. tf.logSoftmax wants the logits as they are and does its own softmax; " +
        "the second one makes all tokens nearly alike.",
      ko:
        "softmax에 다시 softmax를 취했습니다. tf.logSoftmax는 로짓을 그대로 받아 안에서 softmax를 합니다. 두 번 하면 모든 토큰이 거의 " +
        "비슷해집니다.",
    },
    answer: scoredBy((logits) => tf.logSoftmax(tf.softmax(logits))),
  },
  {
    name: { en: "the log of a softmax that is 0", ko: "0이 된 softmax의 로그" },
    hint: {
      en:
        "Your loss is right for small logits. For large ones the softmax of an unlikely token is 0 in float32, " +
        "its logarithm −∞, or capped by what you add to it: tf.logSoftmax takes both steps at once.",
      ko:
        "로짓이 작을 때는 맞습니다. 로짓이 크면 드문 토큰의 softmax가 float32에서 0이 되어 로그가 −∞가 되거나, 더해 준 작은 수에서 막힙니다. tf.logSoftmax는 " +
        "두 단계를 한 번에 계산합니다.",
    },
    answer: scoredBy((logits) => tf.log(tf.softmax(logits))),
    variants: [
      scoredBy((logits) => tf.log(tf.add(tf.softmax(logits), 1e-12))),
      scoredBy((logits) => tf.log(tf.add(tf.softmax(logits), 1e-10))),
      scoredBy((logits) => tf.log(tf.add(tf.softmax(logits), 1e-9))),
      scoredBy((logits) => tf.log(tf.add(tf.softmax(logits), 1e-8))),
      scoredBy((logits) => tf.log(tf.add(tf.softmax(logits), 1e-7))),
    ],
  },
  {
    name: { en: "a smoothing of its own", ko: "정해진 smoothing을 안 씀" },
    hint: {
      en:
        "You smooth by a number that stands in your code: the option smoothing is not always 0.1.",
      ko: "코드에 적힌 수로 스무딩했습니다. 옵션 smoothing은 늘 0.1이 아닙니다.",
    },
    answer: sharing((_smoothing, vocab) => [0.9 + 0.1 / vocab, 0.1 / vocab]),
  },
  {
    name: { en: "padding alone counts", ko: "패딩만 셈" },
    hint: {
      en:
        "Your mask is turned round: rows of padding count, and the real ones do not. Count where the target " +
        "is not padId.",
      ko: "마스크가 뒤집혀 패딩인 행만 셉니다. 목표가 padId가 아닌 행을 세세요.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      meanOver(tf.sub(1, realRows(targets, padId)), rightLosses(logits, targets, smoothing)),
    variants: [
      (logits, targets, { smoothing, padId }) =>
        tf.sum(
          tf.mul(rightLosses(logits, targets, smoothing), tf.sub(1, realRows(targets, padId))),
        ),
    ],
  },
  {
    name: { en: "the perplexity", ko: "퍼플렉서티" },
    hint: {
      en: "You return e to the loss. Asked for is the loss itself.",
      ko: "손실이 아니라 e의 손실 제곱을 돌려주었습니다. 손실 자체를 돌려주세요.",
    },
    answer: (logits, targets, { smoothing, padId }) =>
      tf.exp(meanOver(realRows(targets, padId), rightLosses(logits, targets, smoothing))),
  },
  {
    name: { en: "softmax along the rows", ko: "행 축으로 softmax" },
    hint: {
      en:
        "Your softmax runs over the rows of the batch. Each row is a distribution over the vocabulary: take " +
        "the last axis.",
      ko:
        "softmax를 배치의 행 축을 따라 취했습니다. 행마다 어휘에 대한 분포이므로 마지막 축을 따라 취하세요.",
    },
    answer: scoredBy((logits) => tf.transpose(tf.logSoftmax(tf.transpose(logits)))),
  },
];
