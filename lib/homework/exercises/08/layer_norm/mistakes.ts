/**
 * Wrong answers to exercise 08.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { layerNorm } from "./solution.ts";

type Sequence = Axes<"batch time model">;

/** Numbers minus their mean along some axes. */
const centredBy = (inputs: Sequence, axes: number | number[] = -1): tf.Tensor =>
  tf.sub(inputs, tf.mean(inputs, axes, true));

/** The mean of squares along some axes. */
const squaresOf = (centred: tf.Tensor, axes: number | number[] = -1): tf.Tensor =>
  tf.mean(tf.square(centred), axes, true);

/** The normalised numbers, before gain and bias. */
const normalised = (inputs: Sequence, epsilon: number): tf.Tensor => {
  const centred = centredBy(inputs);
  return tf.div(centred, tf.sqrt(tf.add(squaresOf(centred), epsilon)));
};

/** The norm along other axes. */
function along(axes: number | number[]): typeof layerNorm {
  return (inputs, gain, bias, epsilon) => {
    const centred = centredBy(inputs, axes);
    const divisor = tf.sqrt(tf.add(squaresOf(centred, axes), epsilon));
    return tf.add(tf.mul(tf.div(centred, divisor), gain), bias);
  };
}

/** The norm with another divisor of the centred numbers. */
function dividing(
  divisor: (centred: tf.Tensor, epsilon: number, size: number) => tf.Tensor,
): typeof layerNorm {
  return (inputs, gain, bias, epsilon) => {
    const centred = centredBy(inputs);
    const normal = tf.div(centred, divisor(centred, epsilon, inputs.shape[2]));
    return tf.add(tf.mul(normal, gain), bias);
  };
}

/** Squares added up and divided by one less. */
const unbiased = (centred: tf.Tensor, size: number): tf.Tensor =>
  tf.div(tf.sum(tf.square(centred), -1, true), size - 1);

/** The norm with gain and bias brought in in another way. */
function finishing(
  finish: (normal: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor) => tf.Tensor,
): typeof layerNorm {
  return (inputs, gain, bias, epsilon) => finish(normalised(inputs, epsilon), gain, bias);
}

/** The norm in loops: each `norm()` counts its sums from 0, and goes on with them from row to row. */
function runningOn(
  order: (sentences: number[][][], norm: () => (row: number[]) => number[]) => number[][][],
): typeof layerNorm {
  return (inputs, gain, bias, epsilon) => {
    const norm = () => {
      let [sum, squares] = [0, 0];
      return (row: number[]) => {
        for (const x of row) sum += x;
        const mean = sum / row.length;
        for (const x of row) squares += (x - mean) ** 2;
        const deviation = Math.sqrt(squares / row.length + epsilon);
        return row.map((x) => (x - mean) / deviation);
      };
    };
    const normal = tf.tensor3d(order(inputs.arraySync() as number[][][], norm));
    return tf.add(tf.mul(normal, gain), bias);
  };
}

export const mistakes: readonly Mistake<typeof layerNorm>[] = [
  {
    name: { en: "normalises over the batch", ko: "배치에 걸쳐 정규화함" },
    hint: {
      en:
        "You average over the batch, so that a sentence's result depends on its neighbours: that is batch " +
        "norm. Each position has its own mean: average along the last axis, model.",
      ko:
        "배치에 걸쳐 평균을 냈습니다. 그러면 한 문장의 결과가 이웃 문장에 따라 달라집니다. 그것은 배치 정규화입니다. " +
        "위치마다 자기 평균이 있으므로 마지막 축(model)을 따라 평균을 내세요.",
    },
    answer: along([0, 1]),
    variants: [along(0)],
  },
  {
    name: { en: "normalises along time", ko: "time 축을 따라 정규화함" },
    hint: {
      en:
        "You average each feature over the words of a sentence. Layer norm averages the features of one " +
        "word: the last axis, model, not time.",
      ko:
        "특징(feature)마다 문장의 단어들에 걸쳐 평균을 냈습니다. 층 정규화는 한 단어의 특징들을 평균합니다. time 축이 아니라 마지막 축(model)입니다.",
    },
    answer: along(1),
  },
  {
    name: { en: "normalises a whole sentence at once", ko: "문장 전체를 한꺼번에 정규화함" },
    hint: {
      en:
        "All numbers of a sentence, or of the batch, share one mean in your answer. Each position has a mean and a " +
        "variance of its own.",
      ko:
        "한 문장이나 배치의 모든 수가 평균 하나를 함께 씁니다. 평균과 분산은 위치마다 따로 있습니다.",
    },
    answer: along([1, 2]),
    variants: [along([0, 1, 2])],
  },
  {
    name: {
      en: "unbiased deviation, ε outside the root",
      ko: "n − 1로 나눈 표준편차, 제곱근 밖의 ε",
    },
    hint: {
      en:
        "You divide by the standard deviation of a sample (model − 1) plus ε, as the annotated Transformer does. " +
        "Here the variance is the plain mean of the squares, and ε is added to it before the root.",
      ko:
        "model − 1로 나눈 표본 표준편차에 ε을 더해 나누었습니다. The Annotated Transformer가 그렇게 합니다. 여기서 분산은 제곱의 평균이고, ε은 제곱근을 구하기 전에 " +
        "분산에 더합니다.",
    },
    answer: dividing((centred, epsilon, size) => tf.add(tf.sqrt(unbiased(centred, size)), epsilon)),
  },
  {
    name: { en: "unbiased variance", ko: "n − 1로 나눈 분산" },
    hint: {
      en:
        "You divide the sum of squares by model − 1. Nothing is estimated here: the variance is the plain " +
        "mean of the squares, divided by model.",
      ko:
        "제곱의 합을 model − 1로 나누었습니다. 여기서는 추정하는 것이 없습니다. 분산은 제곱의 평균이므로 model로 나누세요.",
    },
    answer: dividing((centred, epsilon, size) => tf.sqrt(tf.add(unbiased(centred, size), epsilon))),
  },
  {
    name: { en: "ε outside the root", ko: "제곱근 밖의 ε" },
    hint: {
      en:
        "You take the root first and add ε afterwards. It belongs under the root, with the variance; where " +
        "numbers hardly differ that makes a large difference.",
      ko:
        "먼저 제곱근을 구하고 나서 ε을 더했습니다. ε은 분산과 함께 제곱근 안에 있어야 합니다. 수들이 거의 같을 때 차이가 큽니다.",
    },
    answer: dividing((centred, epsilon) => tf.add(tf.sqrt(squaresOf(centred)), epsilon)),
  },
  {
    name: { en: "the root twice", ko: "제곱근을 두 번" },
    hint: {
      en:
        "You take the root of a root: the standard deviation is the root of the variance already. One root is taken, of " +
        "the variance plus ε.",
      ko:
        "제곱근의 제곱근을 구했습니다. 표준편차가 이미 분산의 제곱근입니다. 분산에 ε을 더한 것의 제곱근을 한 번만 구하세요.",
    },
    answer: dividing((centred, epsilon) => tf.sqrt(tf.add(tf.sqrt(squaresOf(centred)), epsilon))),
    variants: [
      dividing((centred, epsilon) => tf.sqrt(tf.sqrt(tf.add(squaresOf(centred), epsilon)))),
    ],
  },
  {
    name: { en: "divides by the variance", ko: "분산으로 나눔" },
    hint: {
      en:
        "You divide by the variance itself. Its root, the standard deviation, has the size of the numbers.",
      ko: "분산 자체로 나누었습니다. 수들과 크기가 맞는 것은 분산의 제곱근인 표준편차입니다.",
    },
    answer: dividing((centred, epsilon) => tf.add(squaresOf(centred), epsilon)),
    variants: [dividing((centred) => squaresOf(centred))],
  },
  {
    name: { en: "the sum of the squares for their mean", ko: "제곱의 평균 자리에 합" },
    hint: {
      en:
        "You divide by the root of the sum of the squares, the length of the vector. The variance is their mean: " +
        "else wider models would have smaller numbers.",
      ko:
        "제곱의 합의 제곱근, 곧 벡터의 길이로 나누었습니다. 분산은 제곱의 평균입니다. 그러지 않으면 모델이 넓을수록 수가 작아집니다.",
    },
    answer: dividing((centred, epsilon) =>
      tf.sqrt(tf.add(tf.sum(tf.square(centred), -1, true), epsilon))
    ),
    variants: [
      dividing((centred, epsilon) => tf.add(tf.norm(centred, 2, -1, true), epsilon)),
      dividing((centred) => tf.norm(centred, 2, -1, true)),
    ],
  },
  {
    name: { en: "an ε of its own", ko: "ε을 직접 정함" },
    hint: {
      en: "Your ε is a number of your own. It is an argument, epsilon, and it is not always small.",
      ko: "ε으로 직접 정한 수를 썼습니다. ε은 인수 epsilon으로 주어지고 늘 작지는 않습니다.",
    },
    answer: dividing((centred) => tf.sqrt(tf.add(squaresOf(centred), 1e-5))),
    variants: [
      dividing((centred) => tf.sqrt(tf.add(squaresOf(centred), 1e-6))),
      dividing((centred) => tf.sqrt(tf.add(squaresOf(centred), 1e-8))),
    ],
  },
  {
    name: { en: "no ε", ko: "ε이 없음" },
    hint: {
      en:
        "You divide by the root of the variance alone. Where all numbers of a position are equal that is " +
        "0 / 0, NaN; ε, added to the variance, prevents it.",
      ko:
        "분산의 제곱근만으로 나누었습니다. 한 위치의 수가 모두 같으면 0 / 0이 되어 NaN이 나옵니다. 분산에 ε을 더해 이것을 막습니다.",
    },
    answer: dividing((centred) => tf.sqrt(squaresOf(centred))),
  },
  {
    name: { en: "nothing normalised", ko: "정규화하지 않음" },
    hint: {
      en:
        "You apply gain and bias to the numbers as they came. Before that each position gets mean 0 and variance 1.",
      ko:
        "들어온 수에 바로 gain과 bias를 썼습니다. 그 전에 위치마다 평균 0, 분산 1로 만들어야 합니다.",
    },
    answer: (inputs, gain, bias) => tf.add(tf.mul(inputs, gain), bias),
  },
  {
    name: { en: "the mean not squared", ko: "평균을 제곱하지 않음" },
    hint: {
      en:
        "You take the mean of the squares and subtract the mean, or nothing. The variance is the mean of the squares minus the " +
        "square of the mean, or simply the mean of the squared deviations.",
      ko:
        "제곱의 평균에서 평균을 그대로 뺐거나 빼지 않았습니다. 분산은 제곱의 평균에서 평균의 제곱을 뺀 것, 곧 편차 제곱의 평균입니다.",
    },
    answer(inputs, gain, bias, epsilon) {
      const variance = tf.sub(squaresOf(inputs), tf.mean(inputs, -1, true));
      const normal = tf.div(centredBy(inputs), tf.sqrt(tf.add(variance, epsilon)));
      return tf.add(tf.mul(normal, gain), bias);
    },
    variants: [
      (inputs, gain, bias, epsilon) => {
        const normal = tf.div(centredBy(inputs), tf.sqrt(tf.add(squaresOf(inputs), epsilon)));
        return tf.add(tf.mul(normal, gain), bias);
      },
    ],
  },
  {
    name: { en: "only centred", ko: "평균만 뺌" },
    hint: {
      en:
        "You subtract the mean and do not divide. The numbers keep their spread: divide by √(σ² + ε).",
      ko: "평균만 빼고 나누지 않았습니다. 수들의 퍼진 정도가 그대로입니다. √(σ² + ε)으로 나누세요.",
    },
    answer: dividing(() => tf.scalar(1)),
  },
  {
    name: { en: "not centred", ko: "평균을 빼지 않음" },
    hint: {
      en:
        "You divide the numbers as they came, without subtracting the mean (with the mean of their squares that is " +
        "RMS norm). Layer norm subtracts the mean first.",
      ko:
        "평균을 빼지 않고 들어온 수를 그대로 나누었습니다(제곱의 평균으로 나누면 RMS 정규화입니다). 층 정규화는 먼저 평균을 뺍니다.",
    },
    answer(inputs, gain, bias, epsilon) {
      const variance = squaresOf(centredBy(inputs));
      return tf.add(tf.mul(tf.div(inputs, tf.sqrt(tf.add(variance, epsilon))), gain), bias);
    },
    variants: [
      (inputs, gain, bias, epsilon) =>
        tf.add(tf.mul(tf.div(inputs, tf.sqrt(tf.add(squaresOf(inputs), epsilon))), gain), bias),
    ],
  },
  {
    name: { en: "no gain or no bias", ko: "gain이나 bias가 빠짐" },
    hint: {
      en:
        "The normalised numbers are right, but gain and bias are not both applied. Multiply each feature by " +
        "its gain and add its bias.",
      ko:
        "정규화한 수는 맞지만 gain과 bias가 모두 쓰이지 않았습니다. 특징마다 자기 gain을 곱하고 bias를 더하세요.",
    },
    answer: finishing((normal) => normal),
    variants: [
      finishing((normal, gain) => tf.mul(normal, gain)),
      finishing((normal, _gain, bias) => tf.add(normal, bias)),
    ],
  },
  {
    name: { en: "bias before the gain", ko: "gain보다 bias를 먼저" },
    hint: {
      en:
        "You add the bias and multiply by the gain afterwards, so the bias is stretched too. First the gain, then the bias.",
      ko:
        "bias를 먼저 더하고 gain을 곱해서 bias까지 늘어납니다. 먼저 gain을 곱하고 그다음 bias를 더하세요.",
    },
    answer: finishing((normal, gain, bias) => tf.mul(tf.add(normal, bias), gain)),
  },
  {
    name: { en: "gain and bias exchanged", ko: "gain과 bias가 바뀜" },
    hint: {
      en: "You multiply by the bias and add the gain. It is the other way round.",
      ko: "bias를 곱하고 gain을 더했습니다. 반대입니다.",
    },
    answer: finishing((normal, gain, bias) => tf.add(tf.mul(normal, bias), gain)),
  },
  {
    name: { en: "gain before normalising", ko: "정규화하기 전에 gain을 곱함" },
    hint: {
      en:
        "You multiply by the gain first and normalise the product, so the gain comes into mean and variance. It is applied " +
        "to the normalised numbers, and so is the bias.",
      ko:
        "먼저 gain을 곱하고 그것을 정규화해서 gain이 평균과 분산에 들어갑니다. gain과 bias는 정규화한 수에 씁니다.",
    },
    answer: (inputs, gain, bias, epsilon) =>
      tf.add(normalised(tf.mul(inputs, gain), epsilon), bias),
    variants: [
      (inputs, gain, bias, epsilon) => normalised(tf.add(tf.mul(inputs, gain), bias), epsilon),
    ],
  },
  {
    name: { en: "the axis of the mean not kept", ko: "평균 낸 축을 남기지 않음" },
    hint: {
      en:
        "Your means have the shape [batch, time], and they fit no row of [batch, time, model]. Keep the axis " +
        "that is averaged over, with length 1: [batch, time, 1].",
      ko:
        "평균의 모양이 [batch, time]이라서 [batch, time, model]의 행과 맞지 않습니다. 평균을 낸 축을 길이 1로 남겨 두세요. [batch, time, 1]이 됩니다.",
    },
    answer(inputs, gain, bias, epsilon) {
      const centred = centredBy(inputs);
      const variance = tf.mean(tf.square(centred), -1);
      return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon))), gain), bias);
    },
    variants: [
      (inputs, gain, bias, epsilon) => {
        const { mean, variance } = tf.moments(inputs, -1);
        const normal = tf.div(tf.sub(inputs, mean), tf.sqrt(tf.add(variance, epsilon)));
        return tf.add(tf.mul(normal, gain), bias);
      },
      (inputs, gain, bias, epsilon) => {
        const centred: tf.Tensor = tf.sub(inputs, tf.mean(inputs, -1));
        const divisor = tf.sqrt(tf.add(tf.mean(tf.square(centred), -1), epsilon));
        return tf.add(tf.mul(tf.div(centred, divisor), gain), bias);
      },
      (inputs, gain, bias, epsilon) => {
        const centred: tf.Tensor = tf.sub(inputs, tf.mean(inputs, -1));
        const divisor = tf.sqrt(tf.add(squaresOf(centred), epsilon));
        return tf.add(tf.mul(tf.div(centred, divisor), gain), bias);
      },
    ],
  },
  {
    name: { en: "the larger of ε and the variance", ko: "ε와 분산 중 큰 것" },
    hint: {
      en: "You take the larger of variance and ε. ε is added to the variance, under the root.",
      ko: "분산과 ε 중 큰 것을 썼습니다. ε는 제곱근 안에서 분산에 더합니다.",
    },
    answer: (inputs, gain, bias, epsilon) => {
      const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
      const variance = tf.mean(tf.square(centred), -1, true);
      return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.maximum(variance, epsilon))), gain), bias);
    },
  },
  {
    name: { en: "ε squared", ko: "ε를 제곱함" },
    hint: {
      en: "You add ε² to the variance. ε stands there as it is.",
      ko: "분산에 ε²을 더했습니다. ε를 그대로 더하세요.",
    },
    answer: (inputs, gain, bias, epsilon) => {
      const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
      const variance = tf.mean(tf.square(centred), -1, true);
      return tf.add(
        tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon * epsilon))), gain),
        bias,
      );
    },
  },
  {
    name: { en: "ε beside the numbers", ko: "ε를 수에 더함" },
    hint: {
      en: "You add ε to the numbers and not to the variance, where it keeps the root from being 0.",
      ko: "ε를 분산이 아니라 수에 더했습니다. ε는 제곱근이 0이 되지 않도록 분산에 더합니다.",
    },
    answer: (inputs, gain, bias, epsilon) => {
      const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
      const variance = tf.mean(tf.square(centred), -1, true);
      return tf.add(tf.mul(tf.div(tf.add(centred, epsilon), tf.sqrt(variance)), gain), bias);
    },
  },
  {
    name: { en: "1 + gain", ko: "1 + gain을 곱함" },
    hint: {
      en: "You multiply by 1 + gain. The gain itself is the factor: it begins at 1.",
      ko: "1 + gain을 곱했습니다. gain 자체를 곱하세요. gain은 1에서 시작합니다.",
    },
    answer: (inputs, gain, bias, epsilon) => {
      const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
      const variance = tf.mean(tf.square(centred), -1, true);
      return tf.add(
        tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon))), tf.add(gain, 1)),
        bias,
      );
    },
  },
  {
    name: { en: "the mean distance for the deviation", ko: "표준편차 대신 평균 거리" },
    hint: {
      en: "You divide by the mean of the distances, not by the root of the mean of their squares.",
      ko: "거리들의 평균으로 나누었습니다. 제곱의 평균에 제곱근을 취한 값으로 나누세요.",
    },
    answer: (inputs, gain, bias, epsilon) => {
      const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
      const distance = tf.mean(tf.abs(centred), -1, true);
      return tf.add(
        tf.mul(tf.div(centred, tf.sqrt(tf.add(tf.square(distance), epsilon))), gain),
        bias,
      );
    },
    variants: [
      (inputs, gain, bias, epsilon) => {
        const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
        const distance = tf.mean(tf.abs(centred), -1, true);
        return tf.add(tf.mul(tf.div(centred, tf.add(distance, epsilon)), gain), bias);
      },
    ],
  },
  {
    name: { en: "sums that run on between positions", ko: "위치마다 합을 새로 시작하지 않음" },
    hint: {
      en:
        "Only a first position is right: after it your sums still hold the numbers of the positions before. Set " +
        "them to 0 for each position.",
      ko:
        "첫 위치만 맞습니다. 그다음부터는 합에 앞 위치의 수들이 남아 있습니다. 위치마다 합을 0에서 새로 시작하세요.",
    },
    answer: runningOn((sentences, norm) => sentences.map((rows) => rows.map(norm()))),
    variants: [
      runningOn((sentences, norm) => {
        const on = norm(); // through all sentences
        return sentences.map((rows) => rows.map(on));
      }),
    ],
  },
];
