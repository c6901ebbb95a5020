/**
 * Exercise 08.3: a residual connection with its norm, after the sum (Vaswani et al. 2017) or before the
 * sub-layer (GPT-2). The sub-layer is one matrix here.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { drawNorm, full, neutralNorm, type Norm, normal } from "../blocks.ts";

type Arguments = [inputs: TensorData, weights: TensorData, norm: Norm, normFirst: boolean];

export const residual = defineExercise<Arguments>({
  id: "08.3",
  name: "residual",
  title: { en: "The way around", ko: "잔차 연결" },
  difficulty: 2,
  minutes: 15,
  points: 3,
  task: {
    en:
      `Put a residual connection and a norm around a sub-layer $f$, here one matrix: $f(x) = xW$. With
\`normFirst\` false return post-norm, with \`normFirst\` true pre-norm, in the orders of the drawing above. First write
both on paper as formulas, with $x$, $f$ and norm. Use your \`layerNorm\` (write it first), with $\\varepsilon = 10^{-5}$.`,
    ko:
      `서브층 $f$에 잔차 연결과 정규화를 붙이세요. 여기서 서브층은 행렬 하나, $f(x) = xW$입니다. \`normFirst\`가 false이면 포스트
노름(post-norm)을, true이면 프리 노름(pre-norm)을 돌려주세요. 순서는 위의 층 그림에 있습니다. 먼저 두 순서를 $x$, $f$, norm으로 된
식으로 종이에 적어 보세요. 앞에서 만든 \`layerNorm\`을 쓰고(아직 없다면 먼저 만드세요), $\\varepsilon = 10^{-5}$입니다.`,
  },
  card: ["add", "matMul plain"],
  stub: `/**
 * A sub-layer with the way around it and a norm.
 *
 * @param inputs [batch, time, model]
 * @param weights [model, model]: the sub-layer multiplies each position by it
 * @param norm gain and bias of the layer norm, both [model]
 * @param normFirst true for pre-norm, false for post-norm
 * @returns [batch, time, model]
 */
function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  norm: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "batch time model" },
    { name: "weights", axes: "model model" },
    { name: "norm", axes: "" },
    { name: "normFirst", axes: "" },
  ],
  result: [{ name: "outputs", ko: "출력", axes: "batch time model" }],
  uses: ["08.1"],
  withheld: ["lib/tensor/ops/layer_norm.ts", "lib/nn/layer_norm.ts", "lib/models/residual.ts"],

  cases(random): Case<Arguments>[] {
    const draw = (...shape: [number, number, number]): [TensorData, TensorData, Norm] => [
      normal(random, shape),
      normal(random, [shape[2], shape[2]]),
      drawNorm(random, shape[2]),
    ];
    const pair = new TensorData([1, 1, 2], [10, 30]);
    const shear = TensorData.fromRows([[1, 2], [0, 3]]);
    return [
      {
        property: {
          en: "By hand, pre-norm: 10, 30 normed is −1, 1; times W is −1, 1; the sum is 9, 31",
          ko: "손으로 푼 예, pre-norm: 10, 30을 정규화하면 −1, 1, W를 곱하면 −1, 1, 합은 9, 31",
        },
        args: [pair, shear, neutralNorm(2), true],
        result: new TensorData([1, 1, 2], [9, 31]),
      },
      {
        property: {
          en: "By hand, post-norm: 10, 30 times W is 10, 110; the sum 20, 140 normed is −1, 1",
          ko: "손으로 푼 예, post-norm: 10, 30에 W를 곱하면 10, 110, 합 20, 140을 정규화하면 −1, 1",
        },
        args: [pair, shear, neutralNorm(2), false],
        result: new TensorData([1, 1, 2], [-1, 1]),
      },
      {
        property: {
          en: "A sub-layer that adds nothing (W = 0), pre-norm: the inputs pass as they are",
          ko: "더하는 것이 없는 서브층(W = 0), pre-norm: 입력이 그대로 지나갑니다",
        },
        args: [normal(random, [2, 3, 5]), full([5, 5], 0), drawNorm(random, 5), true],
      },
      {
        property: {
          en: "A sub-layer that adds nothing (W = 0), post-norm: the inputs are normed",
          ko: "더하는 것이 없는 서브층(W = 0), post-norm: 입력이 정규화됩니다",
        },
        args: [normal(random, [2, 3, 5]), full([5, 5], 0), drawNorm(random, 5), false],
      },
      {
        property: { en: "Several sentences, post-norm", ko: "여러 문장, post-norm" },
        args: [...draw(3, 5, 7), false],
      },
      {
        property: { en: "Several sentences, pre-norm", ko: "여러 문장, pre-norm" },
        args: [...draw(3, 5, 7), true],
      },
    ];
  },

  hints: [
    {
      en: "Write the two formulas down as two cases. Which of x, f and norm comes first in each?",
      ko: "두 식을 두 경우로 나누어 적어 보세요. 각각에서 x, f, norm 중 무엇이 먼저인가요?",
    },
    {
      en:
        "The sub-layer is tf.matMul(…, weights). In pre-norm it gets layerNorm(inputs, …), in post-norm the " +
        "inputs themselves.",
      ko:
        "서브층은 tf.matMul(…, weights)입니다. pre-norm에서는 layerNorm(inputs, …)을, post-norm에서는 입력을 그대로 받습니다.",
    },
    {
      en:
        "For pre-norm return tf.add of the inputs and the sub-layer's output. For post-norm give that sum to " +
        "layerNorm with norm.gain, norm.bias and 1e-5.",
      ko:
        "pre-norm이면 입력과 서브층의 출력을 tf.add로 더해 돌려주세요. post-norm이면 그 합을 norm.gain, norm.bias, 1e-5와 함께 layerNorm에 넣으세요.",
    },
  ],
});
