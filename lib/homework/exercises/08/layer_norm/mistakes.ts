/**
 * Wrong answers to exercise 08.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake, Throws } from "../../../exercise/exercise.ts";
import { broadcastError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Sentences, sentences, sequence, standardised, stretched } from "../blocks.ts";
import { type Arguments, normed } from "./exercise.ts";

/** The norm along other axes: numbers that share a `group` share mean and variance. */
function normedBy(
  [inputs, gain, bias, epsilon]: Arguments,
  group: (batch: number, time: number, feature: number) => string,
): TensorData {
  const nested = sentences(inputs);
  const groups = new Map<string, { place: [number, number, number]; value: number }[]>();
  nested.forEach((rows, i) =>
    rows.forEach((row, j) =>
      row.forEach((value, k) => {
        const members = groups.get(group(i, j, k)) ?? [];
        members.push({ place: [i, j, k], value });
        groups.set(group(i, j, k), members);
      })
    )
  );
  const result: Sentences = nested.map((rows) => rows.map((row) => [...row]));
  for (const members of groups.values()) {
    const values = standardised(members.map(({ value }) => value), epsilon);
    members.forEach(({ place: [i, j, k] }, at) => result[i][j][k] = values[at]);
  }
  return sequence(stretched(result, gain, bias));
}

/** A mean for each position without the axis that it was taken along. */
function withoutAxis(args: Arguments): TensorData | Throws {
  const [{ shape }] = args;
  return broadcastError(shape, shape.slice(0, 2)) ?? normed(args);
}

/** A whole cell with its own lines in some places. */
function variant({
  axis = "-1",
  variance = "tf.mean(tf.square(centred), AXIS, true)",
  divisor = "tf.sqrt(tf.add(variance, epsilon))",
  result = "tf.add(tf.mul(normal, gain), bias)",
}: { axis?: string; variance?: string; divisor?: string; result?: string }): string {
  return `function layerNorm(
  inputs: Axes<"batch time model">,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon: number,
): tf.Tensor {
  const centred = tf.sub(inputs, tf.mean(inputs, ${axis}, true));
  const variance: tf.Tensor = ${variance.replace("AXIS", axis)};
  const normal: tf.Tensor = tf.div(centred, ${divisor});
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "normalises over the batch",
    hint: {
      en:
        "You average over the batch, so that a sentence's result depends on its neighbours: that is batch " +
        "norm. Each position has its own mean: average along the last axis, model.",
      ko:
        "배치에 걸쳐 평균을 냈습니다. 그러면 한 문장의 결과가 이웃 문장에 따라 달라집니다. 그것은 배치 정규화입니다. " +
        "위치마다 자기 평균이 있으므로 마지막 축(model)을 따라 평균을 내세요.",
    },
    source: variant({ axis: "[0, 1]" }),
    values: (...args) => [
      normedBy(args, (_i, _j, k) => `${k}`),
      normedBy(args, (_i, j, k) => `${j} ${k}`),
    ],
  },
  {
    name: "normalises along time",
    hint: {
      en:
        "You average each feature over the words of a sentence. Layer norm averages the features of one " +
        "word: the last axis, model, not time.",
      ko:
        "특징(feature)마다 문장의 단어들에 걸쳐 평균을 냈습니다. 층 정규화는 한 단어의 특징들을 평균합니다. time 축이 아니라 마지막 축(model)입니다.",
    },
    source: variant({ axis: "1" }),
    values: (...args) => [normedBy(args, (i, _j, k) => `${i} ${k}`)],
  },
  {
    name: "normalises a whole sentence at once",
    hint: {
      en:
        "All numbers of a sentence share one mean in your answer. Each position has a mean and a variance " +
        "of its own.",
      ko: "한 문장의 모든 수가 평균 하나를 함께 씁니다. 평균과 분산은 위치마다 따로 있습니다.",
    },
    source: variant({ axis: "[1, 2]" }),
    values: (...args) => [normedBy(args, (i) => `${i}`)],
  },
  {
    name: "unbiased variance",
    hint: {
      en:
        "You divide the sum of squares by model − 1. Nothing is estimated here: the variance is the plain " +
        "mean of the squares, divided by model.",
      ko:
        "제곱의 합을 model − 1로 나누었습니다. 여기서는 추정하는 것이 없습니다. 분산은 제곱의 평균이므로 model로 나누세요.",
    },
    source: variant({
      variance: "tf.div(tf.sum(tf.square(centred), -1, true), inputs.shape[2] - 1)",
    }),
    values: (...args) => [normed(args, { unbiased: true })],
  },
  {
    name: "ε outside the root",
    hint: {
      en:
        "You take the root first and add ε afterwards. It belongs under the root, with the variance; where " +
        "numbers hardly differ that makes a large difference.",
      ko:
        "먼저 제곱근을 구하고 나서 ε을 더했습니다. ε은 분산과 함께 제곱근 안에 있어야 합니다. 수들이 거의 같을 때 차이가 큽니다.",
    },
    source: variant({ divisor: "tf.add(tf.sqrt(variance), epsilon)" }),
    values: (...args) => [
      normed(args, { divisor: (variance, epsilon) => Math.sqrt(variance) + epsilon }),
    ],
  },
  {
    name: "no gain or no bias",
    hint: {
      en:
        "The normalised numbers are right, but gain and bias are not both applied. Multiply each feature by " +
        "its gain and add its bias.",
      ko:
        "정규화한 수는 맞지만 gain과 bias가 모두 쓰이지 않았습니다. 특징마다 자기 gain을 곱하고 bias를 더하세요.",
    },
    source: variant({ result: "normal" }),
    values(inputs, gain, bias, epsilon) {
      const ones = new TensorData(gain.shape, gain.numbers.map(() => 1));
      const zeros = new TensorData(bias.shape, bias.numbers.map(() => 0));
      return [
        normed([inputs, ones, zeros, epsilon]),
        normed([inputs, gain, zeros, epsilon]),
        normed([inputs, ones, bias, epsilon]),
      ];
    },
  },
  {
    name: "divides by the variance",
    hint: {
      en:
        "You divide by the variance itself. Its root, the standard deviation, has the size of the numbers.",
      ko: "분산 자체로 나누었습니다. 수들과 크기가 맞는 것은 분산의 제곱근인 표준편차입니다.",
    },
    source: variant({ divisor: "tf.add(variance, epsilon)" }),
    values: (...args) => [
      normed(args, { divisor: (variance, epsilon) => variance + epsilon }),
    ],
  },
  {
    name: "no ε",
    hint: {
      en:
        "You divide by the root of the variance alone. Where all numbers of a position are equal that is " +
        "0 / 0, NaN; ε, added to the variance, prevents it.",
      ko:
        "분산의 제곱근만으로 나누었습니다. 한 위치의 수가 모두 같으면 0 / 0이 되어 NaN이 나옵니다. 분산에 ε을 더해 이것을 막습니다.",
    },
    source: variant({ divisor: "tf.sqrt(variance)" }),
    values: (...args) => [normed(args, { divisor: (variance) => Math.sqrt(variance) })],
  },
  {
    name: "the axis of the mean not kept",
    hint: {
      en:
        "Your means have the shape [batch, time], and they fit no row of [batch, time, model]. Keep the axis " +
        "that is averaged over, with length 1: [batch, time, 1].",
      ko:
        "평균의 모양이 [batch, time]이라서 [batch, time, model]의 행과 맞지 않습니다. 평균을 낸 축을 길이 1로 남겨 두세요. [batch, time, 1]이 됩니다.",
    },
    source: variant({ variance: "tf.mean(tf.square(centred), -1)" }),
    values: (...args) => [withoutAxis(args)],
  },
];
