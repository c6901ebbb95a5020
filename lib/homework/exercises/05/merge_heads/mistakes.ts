/**
 * Wrong answers to exercise 05.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { mergeHeads } from "./solution.ts";

/** The axes in another order, then one vector a position. */
function mergedAfter(heads: Axes<"... dim">, order: number[]): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  return tf.reshape(tf.transpose(heads, order), [batch, time, head * dim]);
}

export const mistakes: readonly Mistake<typeof mergeHeads>[] = [
  {
    name: { en: "no transpose back", ko: "transpose로 되돌리지 않음" },
    hint: {
      en:
        "You reshape [batch, head, time, dim] at once. Reshape moves no number, so one head's positions " +
        "run into one another. Bring time back in front of head first (transpose), then reshape.",
      ko:
        "[batch, head, time, dim]을 곧바로 reshape했습니다. reshape는 수를 옮기지 않으므로 한 헤드의 여러 위치가 이어 붙습니다. " +
        "먼저 time을 head 앞으로 되돌리고(transpose) 나서 reshape하세요.",
    },
    answer(heads) {
      const [batch, head, time, dim] = heads.shape;
      return tf.reshape(heads, [batch, time, head * dim]);
    },
  },
  {
    name: { en: "no reshape at the end", ko: "마지막에 reshape하지 않음" },
    hint: {
      en:
        "The axes are in the right order, but there are still four: [batch, time, head, dim]. Reshape the " +
        "last two into one, of head · dim numbers.",
      ko:
        "축의 순서는 맞지만 아직 [batch, time, head, dim] 네 개입니다. 마지막 두 축을 head · dim개의 수를 가진 한 축으로 reshape하세요.",
    },
    answer: (heads) => tf.transpose(heads, [0, 2, 1, 3]),
  },
  {
    name: { en: "heads interleaved", ko: "헤드들이 번갈아 놓임" },
    hint: {
      en:
        "The heads' numbers alternate in your vectors: dim stands before head when they become one axis. Each head " +
        "keeps its numbers together: head comes before dim.",
      ko:
        "벡터 안에서 헤드들의 수가 번갈아 놓였습니다. 두 축을 하나로 만들 때 dim이 head 앞에 있기 때문입니다. 한 헤드의 수는 함께 있어야 하므로 " +
        "head가 dim보다 앞에 와야 합니다.",
    },
    answer: (heads) => mergedAfter(heads, [0, 2, 3, 1]),
  },
  {
    name: { en: "adds the heads up", ko: "헤드들을 더하거나 평균 냄" },
    hint: {
      en:
        "You add the heads up, average them or take the largest. Then nobody can tell who said what: heads do not " +
        "vote. Lay their numbers side by side.",
      ko:
        "헤드들을 더하거나 평균을 내거나 가장 큰 것을 골랐습니다. 그러면 어느 헤드의 답인지 알 수 없습니다. 헤드는 투표하지 않습니다. 수들을 나란히 놓으세요.",
    },
    answer: (heads) => tf.mean(heads, 1),
    variants: [(heads) => tf.sum(heads, 1), (heads) => tf.max(heads, 1)],
  },
  {
    name: { en: "the heads one after another in time", ko: "헤드들을 time 축으로 이어 붙임" },
    hint: {
      en:
        "Your result is [batch, head · time, dim]: the heads follow one another in time. Each position gets one " +
        "longer vector: lay the heads along the last axis.",
      ko:
        "결과가 [batch, head · time, dim]입니다. 헤드들이 time 축으로 이어졌습니다. 위치마다 더 긴 벡터 하나가 되도록 마지막 축을 따라 놓으세요.",
    },
    answer(heads) {
      const [batch, head, time, dim] = heads.shape;
      return tf.reshape(heads, [batch, head * time, dim]);
    },
    variants: [
      (heads) => {
        const [batch, head, time, dim] = heads.shape;
        return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch, time * head, dim]);
      },
    ],
  },
  {
    name: { en: "batch and time in one axis", ko: "batch와 time을 한 축에" },
    hint: {
      en:
        "The vectors are right, but sentences run into one another: [batch · time, model]. Keep the batch as an " +
        "axis of its own.",
      ko:
        "벡터는 맞지만 문장들이 이어 붙어 [batch · time, model]이 되었습니다. batch를 따로 한 축으로 남겨 두세요.",
    },
    answer(heads) {
      const [batch, head, time, dim] = heads.shape;
      return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch * time, head * dim]);
    },
  },
  {
    name: { en: "takes the batch for the heads", ko: "batch를 head로 여김" },
    hint: {
      en: "You lay sentences side by side: axis 0 is the batch. The heads are axis 1.",
      ko: "문장들을 나란히 놓았습니다. 축 0은 batch이고, 헤드는 축 1입니다.",
    },
    answer: (heads) => tf.concat(tf.unstack(heads), -1),
  },
  {
    name: { en: "reshape first, then transpose", ko: "먼저 reshape하고 나서 transpose" },
    hint: {
      en:
        "You reshape to [batch, time, head, dim] to bring time forward, but reshape moves no number: the axes get " +
        "new names and the numbers stay. Transpose first.",
      ko:
        "time을 앞으로 옮기려고 [batch, time, head, dim]으로 reshape했지만 reshape는 수를 옮기지 않습니다. 축의 이름만 바뀝니다. 먼저 transpose하세요.",
    },
    answer(heads) {
      const [batch, head, time, dim] = heads.shape;
      const renamed = tf.reshape(heads, [batch, time, head, dim]);
      return tf.reshape(tf.transpose(renamed, [0, 2, 1, 3]), [batch, time, head * dim]);
    },
  },
  {
    name: { en: "another pair of axes exchanged", ko: "다른 두 축을 맞바꿈" },
    hint: {
      en:
        "Your shape is right, your transpose moves the wrong axes. Write the order so that it reads [batch, time, " +
        "head, dim] before the reshape.",
      ko:
        "모양은 맞지만 transpose에서 다른 축을 옮겼습니다. reshape하기 전에 [batch, time, head, dim]이 되도록 순서를 적으세요.",
    },
    answer: (heads) => mergedAfter(heads, [0, 1, 3, 2]),
    variants: [
      (heads) => mergedAfter(heads, [0, 3, 1, 2]),
      (heads) => mergedAfter(heads, [0, 3, 2, 1]),
      (heads) => mergedAfter(heads, [3, 2, 1, 0]),
      (heads) => mergedAfter(heads, [2, 0, 1, 3]),
      (heads) => mergedAfter(heads, [1, 2, 0, 3]),
      (heads) => mergedAfter(heads, [1, 0, 2, 3]),
      (heads) => mergedAfter(heads, [2, 1, 0, 3]),
    ],
  },
  {
    name: { en: "nothing is merged", ko: "합치지 않음" },
    hint: {
      en:
        "You return the heads as they came. Each position gets one vector: time comes before head again, then the " +
        "last two axes become one.",
      ko:
        "헤드를 받은 그대로 돌려주었습니다. 위치마다 벡터 하나가 되어야 합니다. time이 다시 head 앞에 오고, 마지막 두 축이 하나가 됩니다.",
    },
    answer: (heads) => tf.clone(heads),
  },
  {
    name: { en: "the first head alone", ko: "첫 헤드만" },
    hint: {
      en: "You keep head 0 and lose the others. Lay all heads side by side.",
      ko: "헤드 0만 남고 나머지는 사라졌습니다. 모든 헤드를 나란히 놓으세요.",
    },
    answer: (heads) => tf.gather(heads, 0, 1),
  },
  {
    name: { en: "forgets the batch", ko: "batch를 잊음" },
    hint: {
      en:
        "This works for one sentence alone: your reshape has no place for the batch. Keep it as the first axis.",
      ko: "문장이 하나일 때만 됩니다. reshape에 batch의 자리가 없습니다. 첫 축으로 남겨 두세요.",
    },
    answer(heads) {
      const [, head, time, dim] = heads.shape;
      return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [1, time, head * dim]);
    },
    variants: [
      (heads) => {
        const [, head, time, dim] = heads.shape;
        return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [time, head * dim]);
      },
    ],
  },
  {
    name: { en: "one vector for each head", ko: "헤드마다 벡터 하나" },
    hint: {
      en:
        "Your result is [batch, head, time · dim]: the positions lie side by side, one vector for each head. Each " +
        "position gets one vector, from all heads.",
      ko:
        "결과가 [batch, head, time · dim]입니다. 위치들이 나란히 놓여 헤드마다 벡터 하나가 되었습니다. 위치마다 모든 헤드의 수로 벡터 하나를 만드세요.",
    },
    answer(heads) {
      const [batch, head, time, dim] = heads.shape;
      return tf.reshape(heads, [batch, head, time * dim]);
    },
    variants: [
      (heads) => {
        const [batch, head, time, dim] = heads.shape;
        return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch, head, time * dim]);
      },
    ],
  },
  {
    name: { en: "heads in reverse", ko: "헤드의 순서가 거꾸로" },
    hint: {
      en: "The last head comes first in your vectors. Head 0 comes first.",
      ko: "벡터에서 마지막 헤드가 맨 앞에 옵니다. 헤드 0이 맨 앞입니다.",
    },
    answer: (heads) => mergedAfter(tf.reverse(heads, 1), [0, 2, 1, 3]),
  },
];
