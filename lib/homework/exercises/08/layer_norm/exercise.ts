/**
 * Exercise 08.1: layer normalisation (Ba, Kiros and Hinton, 2016) of every position's features.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { drawNorm, full, normal } from "../blocks.ts";

type Arguments = [inputs: TensorData, gain: TensorData, bias: TensorData, epsilon: number];

function draw(
  random: Random,
  ...shape: [number, number, number]
): [TensorData, TensorData, TensorData] {
  const { gain, bias } = drawNorm(random, shape[2]);
  return [normal(random, shape, 2), gain, bias];
}

export const layerNorm = defineExercise<Arguments>({
  id: "08.1",
  name: "layerNorm",
  title: { en: "Layer norm", ko: "층 정규화" },
  difficulty: 2,
  minutes: 15,
  points: 3,
  task: {
    en:
      `Normalise each position's features: subtract their mean, divide by $\\sqrt{\\sigma^2 + \\varepsilon}$,
then multiply by the gain and add the bias. $\\sigma^2$ is the mean of the squared deviations. Every position
stands alone: neither time nor batch is averaged over.`,
    ko:
      `위치마다 특징(feature)들을 정규화하세요. 평균을 빼고, $\\sqrt{\\sigma^2 + \\varepsilon}$으로 나눈 다음, gain을 곱하고 bias를 더합니다.
$\\sigma^2$은 편차 제곱의 평균입니다. 위치마다 따로 계산합니다. time이나 batch에 걸쳐 평균 내지 않습니다.`,
  },
  card: ["mean", "sub", "square", "add", "sqrt", "div", "mul"],
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
  result: [{ name: "normalised", ko: "정규화한 결과", axes: "batch time model" }],
  withheld: ["lib/tensor/ops/layer_norm.ts", "lib/nn/layer_norm.ts"],

  cases(random): Case<Arguments>[] {
    const [tiny, gain, bias] = draw(random, 2, 3, 5);
    const numbers = tiny.numbers.map((x, i) => i < 5 ? x / 1000 : x);
    const [far, ...own] = draw(random, 2, 3, 7);
    return [
      {
        property: {
          en: "By hand: equal numbers become 0, and 1 and 7 become ∓3/√(9 + 7) = ∓0.75",
          ko: "손으로 푼 예: 같은 수들은 0이 되고, 1과 7은 ∓3/√(9 + 7) = ∓0.75가 됩니다",
        },
        args: [
          new TensorData([1, 2, 2], [3, 3, 1, 7]),
          full([2], 1),
          full([2], 0),
          7,
        ],
        result: new TensorData([1, 2, 2], [0, 0, -0.75, 0.75]),
      },
      {
        property: {
          en: "By hand: the same −0.75 and 0.75, times the gain 4 and 8, plus the bias 1 and 10",
          ko: "손으로 푼 예: 같은 −0.75와 0.75에 gain 4와 8을 곱하고 bias 1과 10을 더함",
        },
        args: [
          new TensorData([1, 1, 2], [1, 7]),
          new TensorData([2], [4, 8]),
          new TensorData([2], [1, 10]),
          7,
        ],
        result: new TensorData([1, 1, 2], [-2, 16]),
      },
      {
        property: { en: "Gain and bias of each feature", ko: "특징마다 자기 gain과 bias" },
        args: [...draw(random, 1, 1, 7), 1e-5],
      },
      {
        property: { en: "Several sentences of several words", ko: "여러 단어로 된 여러 문장" },
        args: [...draw(random, 3, 5, 7), 1e-5],
      },
      {
        property: {
          en: "As many words as sentences and features: along the last axis",
          ko: "문장, 단어, 특징의 수가 모두 같음: 마지막 축을 따라",
        },
        args: [...draw(random, 3, 3, 3), 1e-5],
      },
      {
        property: {
          en: "A position whose numbers hardly differ: ε decides",
          ko: "수들이 거의 같은 위치: ε이 결정합니다",
        },
        args: [new TensorData(tiny.shape, numbers), gain, bias, 1e-5],
      },
      {
        property: { en: "A large ε", ko: "큰 ε" },
        args: [...draw(random, 2, 3, 5), 0.5],
      },
      {
        property: {
          en: "Numbers around −300: the mean is taken away first",
          ko: "−300 부근의 수들: 먼저 평균을 뺍니다",
        },
        args: [new TensorData(far.shape, far.numbers.map((x) => 20 * x - 300)), ...own, 1e-5],
      },
    ];
  },

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
