/**
 * Exercise 08.5: a decoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise, Throws } from "../../exercise.ts";
import type { TensorData } from "../../values.ts";
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
} from "./blocks.ts";

type Attentions = { readonly self: Projections; readonly cross: Projections };
type Arguments = [
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
  readonly lookAt?: "memory" | "met" | "inputs";
  /** False: the two attentions exchange their matrices. */
  readonly ownMatrices?: boolean;
  /** False: cross-attention asks with the layer's inputs. */
  readonly asksWithMet?: boolean;
  /** False: the layer ends without cross-attention. */
  readonly cross?: boolean;
}

function layer(
  [inputs, memory, { self, cross }, network, [first, second, third]]: Arguments,
  {
    causal = true,
    lookAt = "memory",
    ownMatrices = true,
    asksWithMet = true,
    cross: looksBack = true,
  }: Choices = {},
): TensorData {
  const [x, encoded] = [sentences(inputs), sentences(memory)];
  const [own, other] = ownMatrices ? [self, cross] : [cross, self];
  const met = normalised(add(x, meet(x, x, own, causal)), first);
  const seen = { memory: encoded, met, inputs: x }[lookAt];
  const informed = looksBack
    ? normalised(add(met, meet(asksWithMet ? met : x, seen, other)), second)
    : met;
  return sequence(normalised(add(informed, think(informed, network)), third));
}

/** The causal mask of a square of `side` in cross-attention: it fits, and hides nothing, only as 1 × 1. */
function maskedAcross(args: Arguments, side: number): TensorData | Throws {
  const [{ shape: [batch, query] }, { shape: [, key] }] = args;
  if (side === 1) return layer(args);
  return new Throws(
    `expected keep to broadcast to [batch, query, key] = [${batch}, ${query}, ${key}], ` +
      `got [${side}, ${side}]`,
  );
}

/** A whole cell with its own lines for the first two steps. */
function variant({
  met = "n(tf.add(x, attend(x, x, attentions.self, causalMask(inputs.shape[1]))), 0)",
  informed = "n(tf.add(met, attend(met, memory, attentions.cross)), 1)",
}: { met?: string; informed?: string }): string {
  return `function decoderLayer(
  inputs: Axes<"batch query model">,
  memory: Axes<"batch key model">,
  attentions: Record<"self" | "cross", Record<"queries" | "keys" | "values" | "output", tf.Tensor>>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  const attend = (
    asking: tf.Tensor,
    seen: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const { output } = scaledDotProductAttention({
      queries: tf.matMul(asking, matrices.queries),
      keys: tf.matMul(seen, matrices.keys),
      values: tf.matMul(seen, matrices.values),
      keep,
    });
    return tf.matMul(output, matrices.output);
  };
  const n = (x: tf.Tensor, i: number): tf.Tensor => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const x: tf.Tensor = inputs;
  const met: tf.Tensor = ${met};
  const informed: tf.Tensor = ${informed};
  return n(tf.add(informed, feedForward(informed, network)), 2);
}`;
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

  mistakes: [
    {
      name: "cross-attention with keys from the decoder",
      hint: {
        en:
          "Your cross-attention takes keys and values from the decoder, so the source is never read. Only the " +
          "queries come from here; keys and values are made from memory.",
        ko:
          "크로스 어텐션이 키와 값을 디코더에서 가져와서 원문을 전혀 읽지 않습니다. 쿼리만 디코더에서 오고, 키와 값은 memory에서 만듭니다.",
      },
      source: variant({ informed: "n(tf.add(met, attend(met, met, attentions.cross)), 1)" }),
      values: (...args) => [layer(args, { lookAt: "met" }), layer(args, { lookAt: "inputs" })],
    },
    {
      name: "no causal mask",
      hint: {
        en:
          "The self-attention sees later words, which do not exist yet when the model writes. Give it " +
          "causalMask(length) as keep.",
        ko:
          "셀프 어텐션이 뒤의 단어를 봅니다. 모델이 글을 쓸 때 그 단어들은 아직 없습니다. causalMask(length)를 keep으로 넘기세요.",
      },
      source: variant({ met: "n(tf.add(x, attend(x, x, attentions.self)), 0)" }),
      values: (...args) => [layer(args, { causal: false })],
    },
    {
      name: "the two attentions' matrices exchanged",
      hint: {
        en:
          "Self-attention uses the matrices of attentions.cross, cross-attention those of attentions.self. " +
          "Exchange them.",
        ko:
          "셀프 어텐션이 attentions.cross의 행렬을, 크로스 어텐션이 attentions.self의 행렬을 씁니다. 서로 바꾸세요.",
      },
      source: variant({
        met: "n(tf.add(x, attend(x, x, attentions.cross, causalMask(inputs.shape[1]))), 0)",
        informed: "n(tf.add(met, attend(met, memory, attentions.self)), 1)",
      }),
      values: (...args) => [layer(args, { ownMatrices: false })],
    },
    {
      name: "cross-attention asks with the inputs",
      hint: {
        en:
          "Cross-attention asks with the layer's inputs. It asks with what came out of the first step: words " +
          "that have met.",
        ko:
          "크로스 어텐션의 쿼리를 층의 입력에서 만들었습니다. 첫 단계에서 나온 것, 곧 서로 만난 단어들로 물어야 합니다.",
      },
      source: variant({ informed: "n(tf.add(met, attend(x, memory, attentions.cross)), 1)" }),
      values: (...args) => [layer(args, { asksWithMet: false })],
    },
    {
      name: "no cross-attention",
      hint: {
        en:
          "Memory is never used: your layer goes from self-attention to the network at once. The step in the " +
          "middle looks at the source.",
        ko:
          "memory를 쓰지 않았습니다. 셀프 어텐션에서 곧바로 신경망으로 갔습니다. 가운데 단계가 원문을 봅니다.",
      },
      source: variant({ informed: "met" }),
      values: (...args) => [layer(args, { cross: false })],
    },
    {
      name: "a causal mask in cross-attention too",
      hint: {
        en:
          "You give the causal mask to cross-attention as well, and a square does not fit there. The source is " +
          "complete before the first word is said: nothing of it is hidden.",
        ko:
          "크로스 어텐션에도 인과 마스크를 넘겼습니다. 정사각형 마스크는 거기에 맞지 않습니다. 원문은 첫 단어를 말하기 전에 이미 다 주어져 있으므로 가릴 것이 없습니다.",
      },
      source: variant({
        informed:
          "n(tf.add(met, attend(met, memory, attentions.cross, causalMask(inputs.shape[1]))), 1)",
      }),
      values: (...args) => [
        maskedAcross(args, args[0].shape[1]),
        maskedAcross(args, args[1].shape[1]),
      ],
    },
  ],

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
