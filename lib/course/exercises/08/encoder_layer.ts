/**
 * Exercise 08.4: an encoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";
import type { TensorData } from "../../values.ts";
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
} from "./blocks.ts";

type Arguments = [
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

function layer(
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
    const asking = normalised(x, first);
    const met = add(x, meet(asking, asking, attention));
    return sequence(add(met, think(normalised(met, last), network)));
  }
  const matrices = outputMatrix ? attention : { ...attention, output: identity(inputs.shape[2]) };
  const attended = meet(x, x, matrices);
  const sum = sums[0] ? add(x, attended) : attended;
  const met = norms[0] ? normalised(sum, first) : sum;
  const thought = think(met, network);
  const total = sums[1] ? add(met, thought) : thought;
  return sequence(norms[1] ? normalised(total, last) : total);
}

/** A whole cell with its own lines for what is met and returned, and for what attention gives. */
function variant(
  met: string,
  result: string,
  attended = "tf.matMul(output, attention.output)",
): string {
  return `function encoderLayer(
  inputs: Axes<"batch time model">,
  attention: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  const attend = (x: tf.Tensor): tf.Tensor => {
    const { output } = scaledDotProductAttention({
      queries: tf.matMul(x, attention.queries),
      keys: tf.matMul(x, attention.keys),
      values: tf.matMul(x, attention.values),
    });
    return ${attended};
  };
  const n = (x: tf.Tensor, i: number): tf.Tensor => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const f = (x: tf.Tensor): tf.Tensor => feedForward(x, network);
  const x: tf.Tensor = inputs;
  const met: tf.Tensor = ${met};
  return ${result};
}`;
}

const [sound, end] = ["n(tf.add(x, attend(x)), 0)", "n(tf.add(met, f(met)), 1)"];

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

  mistakes: [
    {
      name: "one norm",
      hint: {
        en:
          "There is one norm in your layer. Both steps have their own: norms[0] after attention's sum, " +
          "norms[1] after the network's.",
        ko:
          "층에 정규화가 하나뿐입니다. 두 단계에 하나씩 있어야 합니다. norms[0]은 어텐션의 합 다음, norms[1]은 신경망의 합 다음입니다.",
      },
      source: variant("tf.add(x, attend(x))", end),
      values: (...args) => [
        layer(args, { norms: [false, true] }),
        layer(args, { norms: [true, false] }),
      ],
    },
    {
      name: "the first norm twice",
      hint: {
        en:
          "Both of your norms use norms[0]. They are two norms with gains and biases of their own: the second " +
          "is norms[1].",
        ko:
          "두 정규화에 모두 norms[0]을 썼습니다. gain과 bias가 서로 다른 두 정규화입니다. 두 번째는 norms[1]입니다.",
      },
      source: variant(sound, "n(tf.add(met, f(met)), 0)"),
      values: (...args) => [layer(args, { ownNorm: false })],
    },
    {
      name: "a way around is missing",
      hint: {
        en:
          "One of the two sums is missing. What goes into attention is added to what comes out, and the same " +
          "holds for the network.",
        ko:
          "두 합 중 하나가 빠졌습니다. 어텐션에 들어간 것을 나온 것에 더하고, 신경망에서도 똑같이 합니다.",
      },
      source: variant("n(attend(x), 0)", end),
      values: (...args) => [
        layer(args, { sums: [false, true] }),
        layer(args, { sums: [true, false] }),
        layer(args, { sums: [false, false] }),
      ],
    },
    {
      name: "pre-norm",
      hint: {
        en:
          "Your norms stand before the steps. That is pre-norm, a good layer, but another one: here each norm " +
          "follows its sum.",
        ko:
          "정규화가 단계 앞에 있습니다. 그것은 pre-norm으로, 좋은 층이지만 다른 층입니다. 여기서는 정규화가 합 다음에 옵니다.",
      },
      source: variant("tf.add(x, attend(n(x, 0)))", "tf.add(met, f(n(met, 1)))"),
      values: (...args) => [layer(args, { pre: true })],
    },
    {
      name: "attention without its output matrix",
      hint: {
        en: "You use three of attention's four matrices. What it has collected is multiplied by " +
          "attention.output before it is added to the inputs.",
        ko:
          "어텐션의 네 행렬 중 세 개만 썼습니다. 모은 것에 attention.output을 곱한 다음 입력에 더하세요.",
      },
      source: variant(sound, end, "output"),
      values: (...args) => [layer(args, { outputMatrix: false })],
    },
  ],

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
