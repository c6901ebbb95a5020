/**
 * Exercise 08.1: layer normalisation (Ba, Kiros and Hinton, 2016) of every position's features.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import {
  drawNorm,
  normal,
  type NormChoices,
  sentences,
  sequence,
  standardised,
  stretched,
} from "../blocks.ts";

export type Arguments = [inputs: TensorData, gain: TensorData, bias: TensorData, epsilon: number];

/** The norm of every position. */
export function normed(
  [inputs, gain, bias, epsilon]: Arguments,
  choices: NormChoices = {},
): TensorData {
  const positions = sentences(inputs).map((rows) =>
    rows.map((row) => standardised(row, epsilon, choices))
  );
  return sequence(stretched(positions, gain, bias));
}

function draw(
  random: Random,
  ...shape: [number, number, number]
): [TensorData, TensorData, TensorData] {
  const { gain, bias } = drawNorm(random, shape[2]);
  return [normal(random, shape, 2), gain, bias];
}

export const layerNorm = defineExercise<Arguments, TensorData>({
  id: "08.1",
  name: "layerNorm",
  title: "Layer norm",
  difficulty: 2,
  minutes: 15,
  points: 3,
  task:
    `Normalise each position's features: subtract their mean, divide by $\\sqrt{\\sigma^2 + \\varepsilon}$,
then multiply by the gain and add the bias. $\\sigma^2$ is the mean of the squared deviations. Every position
stands alone: neither time nor batch is averaged over.`,
  stub: `/**
 * Layer normalisation of every position, with gain and bias.
 *
 * @param inputs [batch, time, model]
 * @param gain [model], one factor for each feature
 * @param bias [model], one summand for each feature
 * @param epsilon added to the variance
 * @returns [batch, time, model]
 */
function layerNorm(
  inputs: Axes<"batch time model">,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon: number,
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "batch time model" },
    { name: "gain", axes: "model" },
    { name: "bias", axes: "model" },
    { name: "epsilon", axes: "" },
  ],
  result: [{ name: "normalised", axes: "batch time model" }],
  withheld: ["lib/tensor/ops/layer_norm.ts", "lib/nn/layer_norm.ts"],

  cases(random): Case<Arguments>[] {
    const flat = new TensorData([1, 2, 3], [3, 3, 3, 2, -1, -1]);
    const ones = new TensorData([3], [1, 1, 1]);
    const [tiny, gain, bias] = draw(random, 2, 3, 5);
    const numbers = tiny.numbers.map((x, i) => i < 5 ? x / 1000 : x);
    return [
      {
        property: "By hand: equal numbers become 0, and 2 −1 −1 becomes about √2 −√½ −√½",
        args: [flat, ones, new TensorData([3], [0, 0, 0]), 1e-5],
      },
      { property: "Gain and bias of each feature", args: [...draw(random, 1, 1, 7), 1e-5] },
      { property: "Several sentences of several words", args: [...draw(random, 3, 5, 7), 1e-5] },
      {
        property: "A position whose numbers hardly differ: ε decides",
        args: [new TensorData(tiny.shape, numbers), gain, bias, 1e-5],
      },
      { property: "A large ε", args: [...draw(random, 2, 3, 5), 0.5] },
    ];
  },

  reference: (...args) => normed(args),

  hints: [
    {
      en:
        "Four steps: mean, centred numbers, variance, then the division. Every mean runs along the last axis.",
      ko:
        "네 단계입니다. 평균, 평균을 뺀 수, 분산, 그리고 나눗셈. 평균은 모두 마지막 축을 따라 구합니다.",
    },
    {
      en:
        "tf.mean(x, -1, true) averages along the last axis and keeps it with length 1, so that it can be " +
        "subtracted from x.",
      ko:
        "tf.mean(x, -1, true)는 마지막 축을 따라 평균을 내고 길이 1인 축을 남기므로 x에서 뺄 수 있습니다.",
    },
    {
      en:
        "Divide the centred numbers by tf.sqrt of variance plus epsilon; then tf.mul with gain and tf.add " +
        "with bias, which apply to the last axis by themselves.",
      ko:
        "평균을 뺀 수를 분산에 epsilon을 더한 것의 tf.sqrt로 나누고, tf.mul로 gain을 곱하고 tf.add로 bias를 더하세요. 둘은 저절로 마지막 축에 적용됩니다.",
    },
  ],
});
