/**
 * Exercise 08.5: a decoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import {
  add,
  drawNetwork,
  drawNorm,
  drawProjections,
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

type Attentions = { readonly self: Projections; readonly cross: Projections };

export type Arguments = [
  inputs: TensorData,
  memory: TensorData,
  attentions: Attentions,
  network: Network,
  norms: readonly [Norm, Norm, Norm],
];

interface Choices {
  /** Whether later words are hidden. */
  readonly causal?: boolean;
  /** What cross-attention looks at: the encoder's output, or the decoder's own words. */
  readonly lookAt?: "memory" | "attended" | "inputs";
  /** False: the two attentions exchange their matrices. */
  readonly ownMatrices?: boolean;
  /** False: cross-attention asks with the layer's inputs. */
  readonly asksWithAttended?: boolean;
  /** False: the layer ends without cross-attention. */
  readonly cross?: boolean;
}

export function layer(
  [inputs, memory, { self, cross }, network, [first, second, third]]: Arguments,
  {
    causal = true,
    lookAt = "memory",
    ownMatrices = true,
    asksWithAttended = true,
    cross: looksBack = true,
  }: Choices = {},
): TensorData {
  const x = sentences(inputs);
  const encoded = sentences(memory);
  const [own, other] = ownMatrices ? [self, cross] : [cross, self];
  const attended = normalised(add(x, meet(x, x, own, causal)), first);
  const seen = { memory: encoded, attended, inputs: x }[lookAt];
  const crossAttended = looksBack
    ? normalised(add(attended, meet(asksWithAttended ? attended : x, seen, other)), second)
    : attended;
  return sequence(normalised(add(crossAttended, think(crossAttended, network)), third));
}

function draw(
  random: Random,
  sizes: { batch: number; query: number; key: number; model: number },
): Arguments {
  const { batch, query, key, model } = sizes;
  return [
    normal(random, [batch, query, model]),
    normal(random, [batch, key, model]),
    { self: drawProjections(random, model), cross: drawProjections(random, model) },
    drawNetwork(random, model, 7),
    [drawNorm(random, model), drawNorm(random, model), drawNorm(random, model)],
  ];
}

export const decoderLayer = defineExercise<Arguments, TensorData>({
  id: "08.5",
  name: "decoderLayer",
  title: "A decoder layer",
  difficulty: 4,
  minutes: 25,
  points: 5,
  task:
    `Three steps, each followed by add and norm: self-attention under a causal mask, cross-attention to
\`memory\` (the encoder's output), the network. The library's \`causalMask(length)\` makes the mask;
\`scaledDotProductAttention\` takes it as \`keep\`. The rest is as in \`encoderLayer\`, with \`attentions.self\` and
\`attentions.cross\`. A helper function for attention, inside yours, saves writing it twice.`,
  stub: `/**
 * A decoder layer: masked self-attention, cross-attention, feed-forward, all post-norm.
 *
 * @param inputs [batch, query, model]: what was said so far
 * @param memory [batch, key, model]: the encoder's output
 * @param attentions four matrices [model, model] each, multiplied from the right
 * @param network as feedForward takes it
 * @param norms gain and bias [model] of the three norms
 * @returns [batch, query, model]
 */
function decoderLayer(
  inputs: Axes<"batch query model">,
  memory: Axes<"batch key model">,
  attentions: Record<"self" | "cross", Record<"queries" | "keys" | "values" | "output", tf.Tensor>>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "batch query model" },
    { name: "memory", axes: "batch key model" },
    { name: "attentions", axes: "" },
    { name: "network", axes: "" },
    { name: "norms", axes: "" },
  ],
  result: [{ name: "outputs", axes: "batch query model" }],
  uses: ["08.1", "08.2"],
  withheld: ["lib/models/decoder.ts", "lib/models/residual.ts", "lib/nn/feed_forward.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: "The first word looks back at a source of three",
        args: draw(random, { batch: 1, query: 1, key: 3, model: 5 }),
      },
      {
        property: "Five words so far: none sees a later one",
        args: draw(random, { batch: 1, query: 5, key: 3, model: 5 }),
      },
      {
        property: "Several sentences, a source longer than what was said",
        args: draw(random, { batch: 2, query: 3, key: 7, model: 5 }),
      },
    ];
  },

  reference: (...args) => layer(args),

  hints: [
    {
      en:
        "Three steps of one pattern: compute, add what went in, normalise. Give each step's result a name.",
      ko:
        "같은 모양의 세 단계입니다. 계산하고, 들어간 것을 더하고, 정규화합니다. 단계마다 결과에 이름을 붙이세요.",
    },
    {
      en:
        "The mask is causalMask(inputs.shape[1]), for the first attention only. The second needs none: the " +
        "whole source may be seen.",
      ko:
        "마스크는 causalMask(inputs.shape[1])이고 첫째 어텐션에만 씁니다. 둘째에는 필요 없습니다. 원문은 모두 보아도 됩니다.",
    },
    {
      en:
        "In the second step queries are made from the first step's result, keys and values from memory, all " +
        "with attentions.cross. The sum adds the first step's result.",
      ko:
        "둘째 단계에서 쿼리는 첫째 단계의 결과에서, 키와 값은 memory에서 만들고, 모두 attentions.cross를 씁니다. 합에는 첫째 단계의 결과를 더합니다.",
    },
  ],
});
