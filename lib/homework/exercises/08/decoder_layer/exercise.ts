/**
 * Exercise 08.5: a decoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import {
  drawNetwork,
  drawNorm,
  drawProjections,
  type Network,
  neutralNorm,
  type Norm,
  normal,
  type Projections,
  silentNetwork,
  silentProjections,
} from "../blocks.ts";

type Attentions = { self: Projections; cross: Projections };

type Arguments = [
  inputs: TensorData,
  memory: TensorData,
  attentions: Attentions,
  network: Network,
  norms: Norm[],
];

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

export const decoderLayer = defineExercise<Arguments>({
  id: "08.5",
  name: "decoderLayer",
  title: { en: "A decoder layer", ko: "디코더 층" },
  difficulty: 4,
  minutes: 25,
  points: 5,
  task: {
    en:
      `Three steps, each followed by add and norm: self-attention under a causal mask, cross-attention to
\`memory\` (the encoder's output), the network. The library's \`causalMask(inputs.shape[1])\`
makes the mask, for self-attention alone; \`scaledDotProductAttention\` takes it as \`keep\`. The rest is as in \`encoderLayer\`,
with \`attentions.self\` and \`attentions.cross\`. \`norms[0]\` follows self-attention, \`norms[1]\` cross-attention, \`norms[2]\`
the network. A helper for attention, inside yours, saves writing it twice.`,
    ko:
      `세 단계이고, 단계마다 더하기와 정규화가 따릅니다. 인과 마스크를 쓴 셀프 어텐션, \`memory\`(인코더의 출력)를 보는 크로스 어텐션, 신경망입니다. 마스크는 라이브러리의
\`causalMask(inputs.shape[1])\`로 만들고, \`scaledDotProductAttention\`에 \`keep\`으로 넘깁니다. 셀프 어텐션에만 씁니다. 나머지는 \`encoderLayer\`와 같고, 행렬은
\`attentions.self\`와 \`attentions.cross\`에 있습니다. \`norms[0]\`은 셀프 어텐션 다음, \`norms[1]\`은 크로스 어텐션 다음, \`norms[2]\`는 신경망 다음입니다. 함수 안에
어텐션을 계산하는 함수를 따로 만들면 두 번 쓰지 않아도 됩니다.`,
  },
  card: ["matMul plain", "add"],
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
  result: [{ name: "outputs", ko: "출력", axes: "batch query model" }],
  uses: ["08.1", "08.2"],
  withheld: ["lib/models/decoder.ts", "lib/models/residual.ts", "lib/nn/feed_forward.ts"],

  cases(random): Case<Arguments>[] {
    const [inputs, memory, { self, cross }, network, norms] = draw(random, {
      batch: 2,
      query: 3,
      key: 7,
      model: 5,
    });
    const neutral = [neutralNorm(5), neutralNorm(5), neutralNorm(5)];
    const silent = silentProjections(random, 5);
    const thoughtless = silentNetwork(random, 5, 7);
    return [
      {
        property: {
          en:
            "By hand, all three add nothing (output weights 0): 1, 7 normed is −1, 1; normed, times −1, −2, plus 2, −1 is 3, −3; " +
            "normed 1, −1, times 4, 1, plus 0, 10 is 4, 9",
          ko:
            "손으로 푼 예, 셋 다 더하는 것이 없음(출력 가중치 0): 1, 7을 정규화하면 −1, 1. 다시 정규화하여 −1, −2를 곱하고 2, −1을 더하면 3, −3. " +
            "정규화하면 1, −1, 4, 1을 곱하고 0, 10을 더하면 4, 9",
        },
        args: [
          new TensorData([1, 1, 2], [1, 7]),
          normal(random, [1, 3, 2]),
          { self: silentProjections(random, 2), cross: silentProjections(random, 2) },
          silentNetwork(random, 2, 3),
          [
            neutralNorm(2),
            { gain: new TensorData([2], [-1, -2]), bias: new TensorData([2], [2, -1]) },
            { gain: new TensorData([2], [4, 1]), bias: new TensorData([2], [0, 10]) },
          ],
        ],
        result: new TensorData([1, 1, 2], [4, 9]),
      },
      {
        property: {
          en:
            "Both attentions add nothing (output matrices 0): the network, its sum, the three norms",
          ko: "두 어텐션이 더하는 것이 없음(출력 행렬 0): 신경망과 그 합, 세 정규화",
        },
        args: [inputs, memory, { self: silent, cross: silent }, network, norms],
      },
      {
        property: {
          en: "Only self-attention adds something: no word sees a later one",
          ko: "셀프 어텐션만 무언가를 더함: 어느 단어도 뒤의 단어를 보지 못합니다",
        },
        args: [
          normal(random, [2, 5, 5]),
          normal(random, [2, 3, 5]),
          { self, cross: silent },
          thoughtless,
          norms,
        ],
      },
      {
        property: {
          en: "Only cross-attention adds something: every word sees the whole source",
          ko: "크로스 어텐션만 무언가를 더함: 모든 단어가 원문 전체를 봅니다",
        },
        args: [inputs, memory, { self: silent, cross }, thoughtless, norms],
      },
      {
        property: {
          en: "Norms neutral: the whole layer but gains and biases",
          ko: "정규화의 gain은 1, bias는 0: 그 밖의 층 전체",
        },
        args: [inputs, memory, { self, cross }, network, neutral],
      },
      {
        property: {
          en: "The first word looks back at a source of three",
          ko: "첫 단어가 세 단어인 원문을 봅니다",
        },
        args: draw(random, { batch: 1, query: 1, key: 3, model: 5 }),
      },
      {
        property: {
          en: "Five words so far: none sees a later one",
          ko: "지금까지 다섯 단어: 어느 단어도 뒤의 단어를 보지 못합니다",
        },
        args: draw(random, { batch: 1, query: 5, key: 3, model: 5 }),
      },
      {
        property: {
          en: "A source as long as what was said: nothing of it is hidden",
          ko: "원문의 길이가 쓴 글과 같음: 원문은 가려지지 않습니다",
        },
        args: draw(random, { batch: 2, query: 3, key: 3, model: 7 }),
      },
      {
        property: {
          en: "Several sentences, a source longer than what was said",
          ko: "여러 문장, 원문이 쓴 글보다 김",
        },
        args: draw(random, { batch: 2, query: 3, key: 7, model: 5 }),
      },
    ];
  },

  hints: [
    {
      en:
        "Three steps of one pattern: compute, add what went in, normalise. Give each step's result a name.",
      ko:
        "같은 모양의 세 단계입니다. 계산하고, 들어간 것을 더하고, 정규화합니다. 단계마다 결과에 이름을 붙이세요.",
    },
    {
      en:
        "The mask is causalMask(inputs.shape[1]), for the first attention only. Its shape [query, query] is enough: it " +
        "is repeated (broadcast) over the batch. The second attention needs none: the whole source may be seen.",
      ko:
        "마스크는 causalMask(inputs.shape[1])이고 첫째 어텐션에만 씁니다. 모양은 [query, query]면 됩니다. 배치의 문장마다 되풀이됩니다(브로드캐스트). 둘째에는 마스크가 필요 없습니다. 원문은 모두 보아도 됩니다.",
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
