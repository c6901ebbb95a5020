/**
 * Wrong answers to exercise 06.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { addPositions } from "./solution.ts";

/** Embeddings times a factor, plus the positions. */
function scaledBy(embeddings: tf.Tensor, factor: number, positions: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(embeddings, factor), positions);
}

export const mistakes: readonly Mistake<typeof addPositions>[] = [
  {
    name: { en: "not scaled", ko: "곱하지 않음" },
    hint: {
      en:
        "You add the positions to the embeddings as they are. Embeddings start as small numbers, and " +
        "positions would drown them: multiply the embeddings by √model first.",
      ko:
        "임베딩에 위치를 그대로 더했습니다. 임베딩은 작은 수에서 시작하므로 위치에 묻혀 버립니다. 먼저 임베딩에 √model을 곱하세요.",
    },
    answer: (embeddings, positions) => tf.add(embeddings, positions),
  },
  {
    name: { en: "broadcast on the wrong axis", ko: "다른 축으로 브로드캐스트" },
    hint: {
      en:
        "All words of a sentence get the same row of the positions, and each sentence another one: your " +
        "positions run along the batch. They run along time; [time, model] broadcasts that way by itself.",
      ko:
        "한 문장의 모든 단어가 위치의 같은 행을 받고 문장마다 다른 행을 받습니다. 위치가 batch 축을 따라갑니다. " +
        "위치는 time 축을 따라가야 합니다. [time, model]은 저절로 그렇게 브로드캐스트됩니다.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[2]), tf.expandDims(positions, 1)),
    variants: [(embeddings, positions) => tf.add(embeddings, tf.expandDims(positions, 1))],
  },
  {
    name: { en: "scales by model, not its root", ko: "제곱근이 아니라 model을 곱함" },
    hint: {
      en:
        "You multiply by the number of dimensions. Its square root is enough to bring the numbers to " +
        "variance 1.",
      ko: "차원의 개수를 그대로 곱했습니다. 분산을 1로 만드는 데는 그 제곱근이면 됩니다.",
    },
    answer: (embeddings, positions) => scaledBy(embeddings, embeddings.shape[2], positions),
  },
  {
    name: { en: "divides by √model", ko: "√model로 나눔" },
    hint: {
      en:
        "You divide the embeddings by √model, and they were small already. That divisor belongs to the " +
        "scores of attention; here, multiply.",
      ko:
        "이미 작은 임베딩을 √model로 나누었습니다. 그 나눗셈은 어텐션 점수에 쓰는 것입니다. 여기서는 곱하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, 1 / Math.sqrt(embeddings.shape[2]), positions),
  },
  {
    name: { en: "scales the positions too", ko: "위치까지 곱함" },
    hint: {
      en:
        "You multiply the sum, so the positions grow as well. Multiply the embeddings alone, then add.",
      ko: "합에 곱했기 때문에 위치까지 커졌습니다. 임베딩에만 곱한 다음 더하세요.",
    },
    answer: (embeddings, positions) =>
      tf.mul(tf.add(embeddings, positions), Math.sqrt(embeddings.shape[2])),
  },
  {
    name: { en: "scales the positions instead", ko: "임베딩이 아니라 위치를 곱함" },
    hint: {
      en:
        "You multiply the positions by √model and add the embeddings as they are. It is the other way round.",
      ko: "위치에 √model을 곱하고 임베딩을 그대로 더했습니다. 반대로 하세요.",
    },
    answer: (embeddings, positions) =>
      tf.add(embeddings, tf.mul(positions, Math.sqrt(embeddings.shape[2]))),
  },
  {
    name: { en: "√time for √model", ko: "√model 대신 √time" },
    hint: {
      en:
        "You multiply by the root of the number of words. It is the root of the embeddings' length, the last axis.",
      ko:
        "단어 개수의 제곱근을 곱했습니다. 임베딩의 길이, 곧 마지막 축의 길이의 제곱근을 곱하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[1]), positions),
    variants: [
      (embeddings, positions) => scaledBy(embeddings, embeddings.shape[1], positions),
    ],
  },
  {
    name: { en: "√batch for √model", ko: "√model 대신 √batch" },
    hint: {
      en:
        "You multiply by the root of the number of sentences. It is the root of the embeddings' length, the last " +
        "axis.",
      ko:
        "문장 개수의 제곱근을 곱했습니다. 임베딩의 길이, 곧 마지막 축의 길이의 제곱근을 곱하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[0]), positions),
  },
  {
    name: { en: "adds the root instead of multiplying", ko: "제곱근을 곱하지 않고 더함" },
    hint: {
      en: "You add √model to every number. The embeddings are multiplied by it.",
      ko: "모든 수에 √model을 더했습니다. 임베딩에는 √model을 곱해야 합니다.",
    },
    answer: (embeddings, positions) =>
      tf.add(tf.add(embeddings, Math.sqrt(embeddings.shape[2])), positions),
  },
  {
    name: { en: "the root of the numbers themselves", ko: "수 자체의 제곱근" },
    hint: {
      en:
        "You take the square root of the embeddings, NaN where they are negative. The root is that of one number, " +
        "their length.",
      ko:
        "임베딩 자체의 제곱근을 구해서 음수인 곳이 NaN이 됩니다. 제곱근을 구할 것은 임베딩의 길이라는 수 하나입니다.",
    },
    answer: (embeddings, positions) => tf.add(tf.sqrt(embeddings), positions),
    variants: [
      (embeddings, positions) =>
        tf.add(tf.sqrt(tf.mul(embeddings, embeddings.shape[2])), positions),
    ],
  },
  {
    name: { en: "the first position for every word", ko: "모든 단어에 첫 위치" },
    hint: {
      en: "Every word gets row 0 of the positions. Word t gets row t: add the whole table.",
      ko: "모든 단어가 위치의 0행을 받습니다. t번째 단어는 t행을 받아야 하니 표 전체를 더하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[2]), tf.slice(positions, 0, 1)),
  },
  {
    name: { en: "no positions", ko: "위치를 더하지 않음" },
    hint: {
      en: "The embeddings are scaled rightly, but the positions are missing. Add them.",
      ko: "임베딩에 곱한 것은 맞지만 위치가 빠졌습니다. 더하세요.",
    },
    answer: (embeddings) => tf.mul(embeddings, Math.sqrt(embeddings.shape[2])),
  },
  {
    name: { en: "multiplies by the positions", ko: "위치를 곱함" },
    hint: {
      en: "You multiply embeddings and positions. They are added, number by number.",
      ko: "임베딩과 위치를 곱했습니다. 수끼리 더해야 합니다.",
    },
    answer: (embeddings, positions) =>
      tf.mul(tf.mul(embeddings, Math.sqrt(embeddings.shape[2])), positions),
    variants: [(embeddings, positions) => tf.mul(embeddings, positions)],
  },
  {
    name: { en: "subtracts the positions", ko: "위치를 뺌" },
    hint: {
      en: "You subtract the positions. Add them.",
      ko: "위치를 뺐습니다. 더하세요.",
    },
    answer: (embeddings, positions) =>
      tf.sub(tf.mul(embeddings, Math.sqrt(embeddings.shape[2])), positions),
  },
  {
    name: { en: "lays them side by side", ko: "나란히 이어 붙임" },
    hint: {
      en:
        "You lay embeddings and positions side by side, so that vectors are twice as long. They are added, number by " +
        "number.",
      ko: "임베딩과 위치를 이어 붙여 벡터가 두 배로 길어졌습니다. 수끼리 더하세요.",
    },
    answer(embeddings, positions) {
      const scaled = tf.mul(embeddings, Math.sqrt(embeddings.shape[2]));
      return tf.concat([scaled, tf.add(tf.zerosLike(embeddings), positions)], 2);
    },
    variants: [
      (embeddings, positions) =>
        tf.concat(
          [embeddings, tf.tile(tf.expandDims(positions, 0), [embeddings.shape[0], 1, 1])],
          -1,
        ),
    ],
  },
  {
    name: { en: "divides the sum by √model", ko: "합을 √model로 나눔" },
    hint: {
      en:
        "You divide the sum by √model. Multiply instead, and the embeddings alone, before you add.",
      ko: "합을 √model로 나누었습니다. 나누지 말고 곱하되, 더하기 전에 임베딩에만 곱하세요.",
    },
    answer: (embeddings, positions) =>
      tf.div(tf.add(embeddings, positions), Math.sqrt(embeddings.shape[2])),
  },
  {
    name: { en: "every number is NaN", ko: "모든 수가 NaN" },
    hint: {
      en:
        "Every number of yours is NaN. That is the root of an axis that is not there: a shape counts from 0, and has no " +
        "index −1 (shape.at(-1) does).",
      ko:
        "모든 수가 NaN입니다. 없는 축의 제곱근을 구하면 그렇게 됩니다. shape의 축은 0부터 세고, 번호 −1은 없습니다(shape.at(-1)은 됩니다).",
    },
    answer: (embeddings, positions) => scaledBy(embeddings, NaN, positions),
  },
  {
    name: { en: "positions transposed", ko: "위치를 전치함" },
    hint: {
      en:
        "You transpose the positions, and [model, time] does not fit the embeddings. They fit as they are.",
      ko: "위치를 전치해서 [model, time]이 임베딩에 맞지 않습니다. 그대로 두면 맞습니다.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[2]), tf.transpose(positions)),
  },
  {
    name: { en: "another root than √model", ko: "√model이 아닌 다른 근" },
    hint: {
      en:
        "You multiply by a root of another number than the length of a vector: take √ of embeddings.shape[2].",
      ko:
        "벡터의 길이가 아닌 다른 수의 제곱근을 곱했습니다. embeddings.shape[2]의 제곱근을 쓰세요.",
    },
    answer: (embeddings, positions) =>
      tf.add(tf.mul(embeddings, Math.sqrt(embeddings.shape.length)), positions),
    variants: [
      (embeddings, positions) =>
        tf.add(tf.mul(embeddings, Math.sqrt(embeddings.shape[2] / 2)), positions),
      (embeddings, positions) => tf.add(tf.mul(embeddings, Math.sqrt(2)), positions),
      (embeddings, positions) => tf.add(tf.mul(embeddings, Math.sqrt(512)), positions),
      (embeddings, positions) => tf.add(tf.mul(embeddings, Math.sqrt(embeddings.size)), positions),
    ],
  },
  {
    name: { en: "each vector's own variance", ko: "벡터마다 따로 구한 분산" },
    hint: {
      en:
        "You divide each embedding by its own deviation, or multiply it by its own length. The variance is " +
        "that of embeddings in general, 1/d: one number, √d, multiplies all of them.",
      ko:
        "임베딩마다 자기 표준편차로 나누거나 자기 길이를 곱했습니다. 1/d는 임베딩 전체의 분산입니다. 모두에 √d라는 수 하나를 곱하세요.",
    },
    answer: (embeddings, positions) => {
      const { mean, variance } = tf.moments(embeddings, -1, true);
      return tf.add(tf.div(tf.sub(embeddings, mean), tf.sqrt(variance)), positions);
    },
    variants: [
      (embeddings, positions) => {
        const { variance } = tf.moments(embeddings, -1, true);
        return tf.add(tf.div(embeddings, tf.sqrt(variance)), positions);
      },
      (embeddings, positions) =>
        tf.add(tf.mul(embeddings, tf.norm(embeddings, 2, -1, true)), positions),
      (embeddings, positions) =>
        tf.add(tf.div(embeddings, tf.norm(embeddings, 2, -1, true)), positions),
      (embeddings, positions) => {
        const { variance } = tf.moments(embeddings);
        return tf.add(tf.div(embeddings, tf.sqrt(variance)), positions);
      },
    ],
  },
  {
    name: { en: "positions in reverse", ko: "위치를 거꾸로 더함" },
    hint: {
      en: "The last word gets row 0 of the positions. Word t gets row t: add the table as it lies.",
      ko:
        "마지막 단어가 위치의 0번째 행을 받습니다. 단어 t는 t번째 행을 받습니다. 표를 그대로 더하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[2]), tf.reverse(positions, 0)),
  },
  {
    name: { en: "the positions doubled", ko: "위치를 두 번 더함" },
    hint: {
      en: "The positions are in your sum twice. Add them once.",
      ko: "위치가 두 번 더해졌습니다. 한 번만 더하세요.",
    },
    answer: (embeddings, positions) =>
      scaledBy(embeddings, Math.sqrt(embeddings.shape[2]), tf.mul(2, positions)),
  },
  {
    name: { en: "each position repeated in a row", ko: "위치마다 이어서 되풀이함" },
    hint: {
      en:
        "You repeat each row of the positions batch times in a row, and neighbouring words share one. The whole " +
        "table belongs to each sentence; tf.add broadcasts it by itself.",
      ko:
        "위치의 행마다 batch번씩 이어서 되풀이해서, 이웃한 단어들이 같은 행을 받습니다. 문장마다 표 전체를 더해야 합니다. " +
        "tf.add가 저절로 브로드캐스트합니다.",
    },
    answer(embeddings, positions) {
      const [batch, , model] = embeddings.shape;
      const repeated = tf.reshape(tf.tile(positions, [1, batch]), embeddings.shape);
      return scaledBy(embeddings, Math.sqrt(model), repeated);
    },
  },
];
