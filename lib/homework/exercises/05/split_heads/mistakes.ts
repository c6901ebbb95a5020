/**
 * Wrong answers to exercise 05.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { splitHeads } from "./solution.ts";

/** Every vector cut into its slices: [batch, time, head, dim]. */
function slices(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  return tf.reshape(sequence, [batch, time, headCount, model / headCount]);
}

/** Neighbours in different heads: [batch, time, dim, head]. */
function dealt(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  return tf.reshape(sequence, [batch, time, model / headCount, headCount]);
}

export const mistakes: readonly Mistake<typeof splitHeads>[] = [
  {
    name: { en: "reshape without transpose", ko: "transpose 없이 reshape만" },
    hint: {
      en:
        "You reshape straight to [batch, head, time, dim]. Reshape moves no number, so head 0 gets the " +
        "first positions, chopped up, instead of a slice of every position. Cut each vector first, into " +
        "[batch, time, head, dim]; then transpose.",
      ko:
        "곧바로 [batch, head, time, dim]으로 reshape했습니다. reshape는 수를 옮기지 않으므로 헤드 0은 모든 위치의 조각이 아니라 " +
        "앞쪽 위치들을 토막 낸 것을 받습니다. 먼저 벡터를 [batch, time, head, dim]으로 자른 뒤 transpose하세요.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      return tf.reshape(sequence, [batch, headCount, time, model / headCount]);
    },
  },
  {
    name: {
      en: "no transpose: time stays before head",
      ko: "transpose하지 않아 time이 head 앞에 있음",
    },
    hint: {
      en:
        "You cut the vectors rightly, but your result is [batch, time, head, dim]. Attention works on the " +
        "last two axes: put head before time.",
      ko:
        "벡터는 바르게 잘랐지만 결과가 [batch, time, head, dim]입니다. 어텐션은 마지막 두 축에서 계산되므로 " +
        "head 축을 time 축 앞에 놓으세요.",
    },
    answer: slices,
  },
  {
    name: { en: "deals the numbers out in turn", ko: "수를 번갈아 나눠 줌" },
    hint: {
      en:
        "You reshape to [batch, time, dim, head], so that neighbouring numbers go to different heads. A " +
        "head gets neighbours: in the reshape head comes before dim.",
      ko:
        "[batch, time, dim, head]로 reshape해서 이웃한 수가 서로 다른 헤드로 갔습니다. 한 헤드는 이웃한 수들을 받습니다. " +
        "reshape에서 head가 dim보다 앞에 와야 합니다.",
    },
    answer: (sequence, headCount) => tf.transpose(dealt(sequence, headCount), [0, 3, 1, 2]),
    variants: [dealt],
  },
  {
    name: { en: "dim before time", ko: "dim이 time보다 앞에 옴" },
    hint: {
      en:
        "Your heads lie on their sides: [batch, head, dim, time]. A row of a head is one position, a " +
        "column one number: time comes before dim.",
      ko:
        "헤드가 [batch, head, dim, time]으로 누워 있습니다. 헤드의 한 행이 위치 하나이고 한 열이 수 하나입니다. " +
        "time이 dim보다 앞에 와야 합니다.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount), [0, 2, 3, 1]),
  },
  {
    name: { en: "head before batch", ko: "head가 batch보다 앞에 옴" },
    hint: {
      en:
        "Each head holds what it should, but your result is [head, batch, time, dim]: heads were stacked, or moved, " +
        "to the very front. The batch stays outermost; the head axis is the second.",
      ko:
        "헤드의 내용은 맞지만 결과가 [head, batch, time, dim]입니다. 헤드를 맨 앞에 쌓았거나 옮겼습니다. batch가 가장 바깥에 남고 head 축은 두 번째입니다.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount), [2, 0, 1, 3]),
  },
  {
    name: { en: "the head axis last", ko: "head 축이 맨 뒤" },
    hint: {
      en:
        "Each head holds what it should, but your result is [batch, time, dim, head]. The head axis is the " +
        "second, before time.",
      ko:
        "헤드의 내용은 맞지만 결과가 [batch, time, dim, head]입니다. head 축은 time 앞, 두 번째입니다.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount), [0, 1, 3, 2]),
  },
  {
    name: { en: "transpose first, then reshape", ko: "먼저 transpose하고 나서 reshape" },
    hint: {
      en:
        "You exchange time and model before you cut, and the reshape then runs on along time. Cut each vector " +
        "first, while its numbers lie side by side; then move the head axis.",
      ko:
        "자르기 전에 time과 model을 맞바꾸어서 reshape가 time을 따라 이어집니다. 벡터의 수들이 나란히 있을 때 먼저 자르고, 그다음 head 축을 옮기세요.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      const turned = tf.transpose(sequence, [0, 2, 1]);
      return tf.reshape(turned, [batch, headCount, time, model / headCount]);
    },
    variants: [
      (sequence, headCount) => {
        const [batch, time, model] = sequence.shape;
        const turned = tf.transpose(sequence, [1, 0, 2]);
        return tf.reshape(turned, [batch, headCount, time, model / headCount]);
      },
    ],
  },
  {
    name: { en: "headCount and dim exchanged", ko: "headCount와 dim을 맞바꿈" },
    hint: {
      en:
        "You make `dim` heads of `headCount` numbers. The vectors are cut into headCount slices, each of " +
        "model / headCount numbers.",
      ko:
        "수 headCount개짜리 헤드를 dim개 만들었습니다. 벡터를 headCount개의 조각으로 자르고, 조각마다 수가 model / headCount개여야 합니다.",
    },
    answer: (sequence, headCount) => tf.transpose(dealt(sequence, headCount), [0, 2, 1, 3]),
  },
  {
    name: { en: "all axes reversed", ko: "모든 축을 뒤집음" },
    hint: {
      en:
        "Without a second argument, tf.transpose turns all axes round, the batch too. Name the order of the axes: " +
        "only head and time change places.",
      ko:
        "두 번째 인수가 없으면 tf.transpose는 batch까지 모든 축의 순서를 뒤집습니다. 축의 순서를 적으세요. 자리를 바꾸는 것은 head와 time뿐입니다.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount)),
  },
  {
    name: { en: "batch and heads in one axis", ko: "batch와 head를 한 축에" },
    hint: {
      en:
        "Your result has three axes, [batch · head, time, dim]. The numbers are in the right order; keep batch and " +
        "head as two axes.",
      ko:
        "결과의 축이 [batch · head, time, dim] 세 개입니다. 수의 순서는 맞으니 batch와 head를 두 축으로 남겨 두세요.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      const heads = tf.transpose(slices(sequence, headCount), [0, 2, 1, 3]);
      return tf.reshape(heads, [batch * headCount, time, model / headCount]);
    },
  },
  {
    name: { en: "a list of heads", ko: "헤드의 목록" },
    hint: {
      en:
        "The slices are right, but they are a list of tensors. Put them into one tensor, along a new axis after " +
        "the batch.",
      ko: "조각은 맞지만 텐서의 목록입니다. batch 다음에 새 축을 두고 텐서 하나로 쌓으세요.",
    },
    answer: (sequence, headCount) => tf.split(sequence, headCount, -1),
  },
  {
    name: { en: "forgets the batch", ko: "batch를 잊음" },
    hint: {
      en:
        "This works for one sentence alone: the batch has no place in your shape. Keep it as the first axis, in the " +
        "reshape and in the order of the axes.",
      ko:
        "문장이 하나일 때만 됩니다. 모양에 batch의 자리가 없습니다. reshape에서도 축의 순서에서도 batch를 첫 축으로 남겨 두세요.",
    },
    answer(sequence, headCount) {
      const [, time, model] = sequence.shape;
      const cut = tf.reshape(sequence, [time, headCount, model / headCount]);
      return tf.transpose(cut, [1, 0, 2]);
    },
    variants: [
      (sequence, headCount) => {
        const [, time, model] = sequence.shape;
        const cut = tf.reshape(sequence, [time, headCount, model / headCount]);
        return tf.expandDims(tf.transpose(cut, [1, 0, 2]), 0);
      },
      (sequence, headCount) => {
        const [, time, model] = sequence.shape;
        const cut = tf.reshape(sequence, [1, time, headCount, model / headCount]);
        return tf.transpose(cut, [0, 2, 1, 3]);
      },
    ],
  },
  {
    name: { en: "every head gets everything", ko: "헤드마다 전부를 줌" },
    hint: {
      en:
        "Each of your heads holds the whole vectors. A head gets a slice: model / headCount numbers of each position.",
      ko:
        "헤드마다 벡터 전체가 들어 있습니다. 한 헤드가 받는 것은 각 위치의 수 model / headCount개, 곧 한 조각입니다.",
    },
    answer: (sequence, headCount) => tf.tile(tf.expandDims(sequence, 1), [1, headCount, 1, 1]),
  },
  {
    name: { en: "the heads one after another in time", ko: "헤드들을 time 축으로 이어 붙임" },
    hint: {
      en:
        "Each head holds what it should, but they follow one another in time: [batch, head · time, dim]. Give the heads " +
        "an axis of their own: stack instead of concat.",
      ko:
        "헤드의 내용은 맞지만 time 축으로 이어져 [batch, head · time, dim]이 되었습니다. 헤드에 축을 따로 주세요. concat이 아니라 stack입니다.",
    },
    answer: (sequence, headCount) => tf.concat(tf.split(sequence, headCount, -1), 1),
  },
  {
    name: { en: "cuts the time into heads", ko: "time을 헤드로 나눔" },
    hint: {
      en:
        "You cut the sequence into stretches of time. Every head sees every position: cut along the last axis, model.",
      ko:
        "시퀀스를 시간의 토막으로 나누었습니다. 모든 헤드가 모든 위치를 보아야 하니 마지막 축(model)을 따라 나누세요.",
    },
    answer: (sequence, headCount) => tf.stack(tf.split(sequence, headCount, 1), 1),
    variants: [(sequence, headCount) => tf.split(sequence, headCount, 1)],
  },
  {
    name: { en: "an order of two axes", ko: "두 축만 적은 순서" },
    hint: {
      en:
        "The cut is right. tf.transpose wants the order of all axes, also of those that stay: four numbers here, not " +
        "the two that change places as in PyTorch.",
      ko:
        "자른 것은 맞습니다. tf.transpose에는 그대로 있는 축까지 모든 축의 순서를 적습니다. 파이토치처럼 바꿀 두 축만이 아니라 네 수를 적으세요.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount), [1, 2]),
    variants: [(sequence, headCount) => tf.transpose(slices(sequence, headCount), [2, 1])],
  },
  {
    name: { en: "heads as long as the whole vector", ko: "벡터 전체만큼 긴 헤드" },
    hint: {
      en:
        "You reshape as if each head had all `model` numbers; there are not so many. A head has model / headCount of " +
        "them.",
      ko:
        "헤드마다 수가 model개인 것처럼 reshape했지만 수가 그만큼 없습니다. 한 헤드의 수는 model / headCount개입니다.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      return tf.reshape(sequence, [batch, time, headCount, model]);
    },
    variants: [
      (sequence, headCount) => {
        const [batch, time, model] = sequence.shape;
        return tf.reshape(sequence, [batch, headCount, time, model]);
      },
    ],
  },
  {
    name: { en: "another order of the axes", ko: "축의 순서가 다름" },
    hint: {
      en:
        "The cut is right, your transpose moves the wrong axes. In the order, each number says which old axis comes " +
        "there: it should read batch, head, time, dim.",
      ko:
        "자른 것은 맞지만 transpose에서 다른 축을 옮겼습니다. 순서의 수마다 그 자리에 올 옛 축을 적습니다. batch, head, time, dim이 되어야 합니다.",
    },
    answer: (sequence, headCount) => tf.transpose(slices(sequence, headCount), [0, 3, 1, 2]),
    variants: [
      (sequence, headCount) => tf.transpose(slices(sequence, headCount), [0, 3, 2, 1]),
      (sequence, headCount) => tf.transpose(slices(sequence, headCount), [1, 0, 2, 3]),
      (sequence, headCount) => tf.transpose(slices(sequence, headCount), [1, 2, 0, 3]),
      (sequence, headCount) => tf.transpose(slices(sequence, headCount), [2, 1, 0, 3]),
    ],
  },
  {
    name: { en: "heads in reverse", ko: "헤드의 순서가 거꾸로" },
    hint: {
      en: "Head 0 holds the last numbers of each vector. It gets the first ones.",
      ko: "헤드 0에 벡터의 마지막 수들이 들어 있습니다. 처음의 수들이 들어가야 합니다.",
    },
    answer: (sequence, headCount) =>
      tf.reverse(tf.transpose(slices(sequence, headCount), [0, 2, 1, 3]), 1),
  },
  {
    name: { en: "slices that begin at the head's number", ko: "헤드 번호에서 시작하는 조각" },
    hint: {
      en:
        "Head 1 begins at number 1 of the vector, so the slices overlap. Each is dim long: head h begins at h · dim.",
      ko:
        "헤드 1이 벡터의 1번 수에서 시작해 조각들이 겹칩니다. 조각의 길이는 dim이므로 헤드 h는 h · dim에서 시작합니다.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      const dim = model / headCount;
      const heads = Array.from(
        { length: headCount },
        (_, head) => tf.slice(sequence, [0, 0, head], [batch, time, dim]),
      );
      return tf.stack(heads, 1);
    },
  },
  {
    name: { en: "stacked in front, then reshaped", ko: "앞에 쌓은 다음 reshape" },
    hint: {
      en:
        "You stack the heads in front of the batch and reshape. That moves no number and mixes sentences and heads: " +
        "stack along axis 1, or transpose.",
      ko:
        "헤드를 배치 앞에 쌓은 다음 reshape했습니다. reshape는 수를 옮기지 않아 문장과 헤드가 섞입니다. 축 1을 따라 쌓거나 transpose하세요.",
    },
    answer(sequence, headCount) {
      const [batch, time, model] = sequence.shape;
      const heads: tf.Tensor = tf.stack(tf.split(sequence, headCount, -1));
      return tf.reshape(heads, [batch, headCount, time, model / headCount]);
    },
  },
  {
    name: { en: "slices of two, as in the lesson", ko: "수업의 예처럼 늘 둘씩 자름" },
    hint: {
      en:
        "Each of your slices holds two numbers, as in the lesson's example. A slice is model / headCount long.",
      ko: "수업의 예처럼 조각마다 수가 둘입니다. 조각의 길이는 model / headCount입니다.",
    },
    answer(sequence, headCount) {
      const [batch, time] = sequence.shape;
      const heads = Array.from(
        { length: headCount },
        (_, head) => tf.slice(sequence, [0, 0, 2 * head], [batch, time, 2]),
      );
      return tf.stack(heads, 1);
    },
  },
];
