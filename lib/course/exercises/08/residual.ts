/**
 * Exercise 08.3: a residual connection with its norm, after the sum (Vaswani et al. 2017) or before the
 * sub-layer (GPT-2). The sub-layer is one matrix here.
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";
import type { TensorData } from "../../values.ts";
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
} from "./blocks.ts";

type Arguments = [inputs: TensorData, weights: TensorData, norm: Norm, normFirst: boolean];

/** The two orders, each from the inputs, the sub-layer and the norm. */
type Order = (
  x: Sentences,
  f: (x: Sentences) => Sentences,
  n: (x: Sentences) => Sentences,
) => Sentences;

const postNorm: Order = (x, f, n) => n(add(x, f(x)));
const preNorm: Order = (x, f, n) => add(x, f(n(x)));

function around(
  [inputs, weights, norm, normFirst]: Arguments,
  { first = preNorm, last = postNorm }: { first?: Order; last?: Order } = {},
): TensorData {
  const order = normFirst ? first : last;
  const step = (x: Sentences) => times(x, weights);
  return sequence(order(sentences(inputs), step, (x) => normalised(x, norm)));
}

/** A whole cell with its own lines for both orders. */
function variant(first: string, last: string): string {
  return `function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  norm: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);
  const n = (x: tf.Tensor): tf.Tensor => layerNorm(x, norm.gain, norm.bias, 1e-5);
  const x: tf.Tensor = inputs;
  return normFirst ? ${first} : ${last};
}`;
}

const [pre, post] = ["tf.add(x, f(n(x)))", "n(tf.add(x, f(x)))"];

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

  mistakes: [
    {
      name: "pre-norm and post-norm swapped",
      hint: {
        en:
          "Each of your two cases gives what the other should. Post-norm normalises the sum, at the very end; " +
          "pre-norm normalises what the sub-layer sees.",
        ko:
          "두 경우가 서로 바뀌었습니다. post-norm은 맨 끝에서 합을 정규화하고, pre-norm은 서브층에 들어가는 것을 정규화합니다.",
      },
      source: variant(post, pre),
      values: (...args) => [around(args, { first: postNorm, last: preNorm })],
    },
    {
      name: "one order for both",
      hint: {
        en:
          "One of the two cases is right, the other has the same order. Look at normFirst: is the norm " +
          "before the sub-layer or after the sum?",
        ko:
          "두 경우 중 하나는 맞지만 다른 하나도 같은 순서로 계산했습니다. normFirst를 보세요. 정규화는 서브층 앞에 있나요, 합 다음에 있나요?",
      },
      source: variant(post, post),
      values: (...args) => [around(args, { first: postNorm }), around(args, { last: preNorm })],
    },
    {
      name: "the way around is normalised too",
      hint: {
        en:
          "In pre-norm you add the sub-layer's output to the normalised inputs. Nothing stands in the way " +
          "around: add it to the inputs as they came.",
        ko:
          "pre-norm에서 서브층의 출력을 정규화한 입력에 더했습니다. 돌아가는 길에는 아무것도 없어야 합니다. 들어온 그대로의 입력에 더하세요.",
      },
      source: variant("tf.add(n(x), f(n(x)))", post),
      values: (...args) => [around(args, { first: (x, f, n) => add(n(x), f(n(x))) })],
    },
    {
      name: "norm before the sum",
      hint: {
        en:
          "In post-norm you normalise the sub-layer's output and add afterwards. Add first, then normalise " +
          "the sum.",
        ko:
          "post-norm에서 서브층의 출력을 먼저 정규화하고 나서 더했습니다. 먼저 더하고, 그 합을 정규화하세요.",
      },
      source: variant(pre, "tf.add(x, n(f(x)))"),
      values: (...args) => [around(args, { last: (x, f, n) => add(x, n(f(x))) })],
    },
    {
      name: "no way around",
      hint: {
        en:
          "Your answer norms and multiplies, but never adds the inputs. The sum x + f(…) is the residual " +
          "connection.",
        ko: "정규화하고 곱했지만 입력을 더하지 않았습니다. 합 x + f(…)가 바로 잔차 연결입니다.",
      },
      source: variant("f(n(x))", "n(f(x))"),
      values: (...args) => [
        around(args, { first: (x, f, n) => f(n(x)), last: (x, f, n) => n(f(x)) }),
      ],
    },
    {
      name: "no norm",
      hint: {
        en:
          "You add, but nothing is normalised. Call your layerNorm: on the sum in post-norm, on what the " +
          "sub-layer sees in pre-norm.",
        ko:
          "더하기는 했지만 정규화가 없습니다. layerNorm을 부르세요. post-norm에서는 합에, pre-norm에서는 서브층에 들어가는 것에 씁니다.",
      },
      source: variant("tf.add(x, f(x))", "tf.add(x, f(x))"),
      values: (...args) => [
        around(args, { first: (x, f) => add(x, f(x)), last: (x, f) => add(x, f(x)) }),
      ],
    },
  ],

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
