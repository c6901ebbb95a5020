/**
 * Exercise 08.4: an encoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import {
  add,
  drawNetwork,
  drawNorm,
  drawProjections,
  identity,
  meet,
  type Network,
  type Norm,
  normal,
  normalised,
  type Projections,
  sentences,
  sequence,
  think,
} from "../blocks.ts";

export type Arguments = [
  inputs: TensorData,
  attention: Projections,
  network: Network,
  norms: readonly [Norm, Norm],
];

interface Choices {
  /** Which of the two norms are applied. */
  readonly norms?: readonly [boolean, boolean];
  /** Which of the two sums are made. */
  readonly sums?: readonly [boolean, boolean];
  /** False: the second norm is the first once more. */
  readonly ownNorm?: boolean;
  /** False: attention's output is used as it is. */
  readonly outputMatrix?: boolean;
  /** The norms stand before the steps. */
  readonly pre?: boolean;
}

export function layer(
  [inputs, attention, network, [first, second]]: Arguments,
  {
    norms = [true, true],
    sums = [true, true],
    ownNorm = true,
    outputMatrix = true,
    pre = false,
  }: Choices = {},
): TensorData {
  const x = sentences(inputs);
  const last = ownNorm ? second : first;
  if (pre) {
    const normed = normalised(x, first);
    const sum = add(x, meet(normed, normed, attention));
    return sequence(add(sum, think(normalised(sum, last), network)));
  }
  const matrices = outputMatrix ? attention : { ...attention, output: identity(inputs.shape[2]) };
  const output = meet(x, x, matrices);
  const sum = sums[0] ? add(x, output) : output;
  const attended = norms[0] ? normalised(sum, first) : sum;
  const thought = think(attended, network);
  const total = sums[1] ? add(attended, thought) : thought;
  return sequence(norms[1] ? normalised(total, last) : total);
}

export const encoderLayer = defineExercise<Arguments, TensorData>({
  id: "08.4",
  name: "encoderLayer",
  title: "An encoder layer",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `Attend, add, norm, think, add, norm (post-norm). Attention has one head: project with the four
matrices of \`attention\` and use the library's \`scaledDotProductAttention({ queries, keys, values })\`, which
returns \`{ output, weights }\`; then multiply by \`attention.output\`. Use your \`layerNorm\`
($\\varepsilon = 10^{-5}$) and your \`feedForward\`. \`norms[0]\` follows attention, \`norms[1]\` the network.`,
  stub: `/**
 * An encoder layer: self-attention and feed-forward, each with a way around it and a norm after it.
 *
 * @param inputs [batch, time, model]
 * @param attention four matrices [model, model], multiplied from the right
 * @param network as feedForward takes it
 * @param norms gain and bias [model] of the two norms
 * @returns [batch, time, model]
 */
function encoderLayer(
  inputs: Axes<"batch time model">,
  attention: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "batch time model" },
    { name: "attention", axes: "" },
    { name: "network", axes: "" },
    { name: "norms", axes: "" },
  ],
  result: [{ name: "outputs", axes: "batch time model" }],
  uses: ["08.1", "08.2"],
  withheld: ["lib/models/encoder.ts", "lib/models/residual.ts", "lib/nn/feed_forward.ts"],

  cases(random): Case<Arguments>[] {
    const draw = (batch: number, time: number, model: number, hidden: number): Arguments => [
      normal(random, [batch, time, model]),
      drawProjections(random, model),
      drawNetwork(random, model, hidden),
      [drawNorm(random, model), drawNorm(random, model)],
    ];
    return [
      { property: "One word, which can only look at itself", args: draw(1, 1, 5, 7) },
      { property: "A sentence", args: draw(1, 5, 5, 7) },
      { property: "Several sentences", args: draw(3, 5, 7, 11) },
    ];
  },

  reference: (...args) => layer(args),

  hints: [
    {
      en:
        "Two steps of one pattern: compute, add what went in, normalise. Give the result of the first step " +
        "a name; it goes into the second.",
      ko:
        "같은 모양의 두 단계입니다. 계산하고, 들어간 것을 더하고, 정규화합니다. 첫 단계의 결과에 이름을 붙이세요. 그것이 둘째 단계에 들어갑니다.",
    },
    {
      en:
        "Queries, keys and values are all made from the inputs with tf.matMul. The attention's output times " +
        "attention.output is what is added to the inputs.",
      ko:
        "쿼리, 키, 값은 모두 입력에서 tf.matMul로 만듭니다. 어텐션의 output에 attention.output을 곱한 것을 입력에 더합니다.",
    },
    {
      en:
        "Let met be layerNorm of inputs plus attention, with norms[0]. Return layerNorm of met plus " +
        "feedForward(met, network), with norms[1].",
      ko:
        "입력과 어텐션의 합을 norms[0]으로 layerNorm한 것을 met이라고 하세요. met과 feedForward(met, network)의 합을 norms[1]로 layerNorm하여 돌려주세요.",
    },
  ],
});
