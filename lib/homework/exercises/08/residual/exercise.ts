/**
 * Exercise 08.3: a residual connection with its norm, after the sum (Vaswani et al. 2017) or before the
 * sub-layer (GPT-2). The sub-layer is one matrix here.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import {
  add,
  drawNorm,
  type Norm,
  normal,
  normalised,
  type Sentences,
  sentences,
  sequence,
  times,
} from "../blocks.ts";

export type Arguments = [inputs: TensorData, weights: TensorData, norm: Norm, normFirst: boolean];

/** The two orders, each from the inputs, the sub-layer and the norm. */
type Order = (
  x: Sentences,
  f: (x: Sentences) => Sentences,
  n: (x: Sentences) => Sentences,
) => Sentences;

export const postNorm: Order = (x, f, n) => n(add(x, f(x)));

export const preNorm: Order = (x, f, n) => add(x, f(n(x)));

export function around(
  [inputs, weights, norm, normFirst]: Arguments,
  { first = preNorm, last = postNorm }: { first?: Order; last?: Order } = {},
): TensorData {
  const order = normFirst ? first : last;
  const step = (x: Sentences) => times(x, weights);
  return sequence(order(sentences(inputs), step, (x) => normalised(x, norm)));
}

export const residual = defineExercise<Arguments, TensorData>({
  id: "08.3",
  name: "residual",
  title: "The way around",
  difficulty: 2,
  minutes: 15,
  points: 3,
  task:
    `Put a residual connection and a norm around a sub-layer $f$, here one matrix: $f(x) = xW$. With
\`normFirst\` false return post-norm, $\\mathrm{norm}(x + f(x))$; with \`normFirst\` true return pre-norm,
$x + f(\\mathrm{norm}(x))$. Use your \`layerNorm\` (write it first), with $\\varepsilon = 10^{-5}$.`,
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
  result: [{ name: "outputs", axes: "batch time model" }],
  uses: ["08.1"],
  withheld: ["lib/tensor/ops/layer_norm.ts", "lib/nn/layer_norm.ts", "lib/models/residual.ts"],

  cases(random): Case<Arguments>[] {
    const draw = (...shape: [number, number, number]): [TensorData, TensorData, Norm] => [
      normal(random, shape),
      normal(random, [shape[2], shape[2]]),
      drawNorm(random, shape[2]),
    ];
    return [
      { property: "Post-norm: norm(x + f(x))", args: [...draw(1, 2, 5), false] },
      { property: "Pre-norm: x + f(norm(x))", args: [...draw(1, 2, 5), true] },
      { property: "Several sentences, post-norm", args: [...draw(3, 5, 7), false] },
      { property: "Several sentences, pre-norm", args: [...draw(3, 5, 7), true] },
    ];
  },

  reference: (...args) => around(args),

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
