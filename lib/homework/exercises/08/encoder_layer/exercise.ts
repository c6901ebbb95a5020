/**
 * Exercise 08.4: an encoder layer (Vaswani et al. 2017, section 3.1), post-norm, with one head and
 * without biases in attention.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import {
  drawNetwork,
  drawNorm,
  drawProjections,
  full,
  identity,
  type Network,
  neutralNorm,
  type Norm,
  normal,
  type Projections,
  silentNetwork,
  silentProjections,
} from "../blocks.ts";

type Arguments = [
  inputs: TensorData,
  attention: Projections,
  network: Network,
  norms: Norm[],
];

export const encoderLayer = defineExercise<Arguments>({
  id: "08.4",
  name: "encoderLayer",
  title: { en: "An encoder layer", ko: "인코더 층" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Attend, add, norm, think, add, norm (post-norm). Attention has one head: project with the four
matrices of \`attention\` and use the library's \`scaledDotProductAttention({ queries, keys, values })\`, which
returns \`{ output, weights }\`; then multiply by \`attention.output\`. Use your \`layerNorm\`
($\\varepsilon = 10^{-5}$) and your \`feedForward\`. \`norms[0]\` follows attention, \`norms[1]\` the network.`,
    ko:
      `어텐션, 더하기, 정규화, 신경망, 더하기, 정규화의 순서입니다(포스트 노름). 어텐션은 헤드가 하나입니다. \`attention\`의 행렬들로 투영하고 라이브러리의
\`scaledDotProductAttention({ queries, keys, values })\`(\`{ output, weights }\`를 돌려줍니다)를 쓴 다음, \`attention.output\`을 곱하세요. 직접 쓴
\`layerNorm\`($\\varepsilon = 10^{-5}$)과 \`feedForward\`를 쓰세요. \`norms[0]\`은 어텐션 다음, \`norms[1]\`은 신경망 다음입니다.`,
  },
  card: ["matMul plain", "add"],
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
  result: [{ name: "outputs", ko: "출력", axes: "batch time model" }],
  uses: ["08.1", "08.2"],
  withheld: ["lib/models/encoder.ts", "lib/models/residual.ts", "lib/nn/feed_forward.ts"],

  cases(random): Case<Arguments>[] {
    const draw = (batch: number, time: number, model: number, hidden: number): Arguments => [
      normal(random, [batch, time, model]),
      drawProjections(random, model),
      drawNetwork(random, model, hidden),
      [drawNorm(random, model), drawNorm(random, model)],
    ];
    const neutral = [neutralNorm(5), neutralNorm(5)];
    const [inputs, attention, network, norms] = draw(2, 3, 5, 7);
    return [
      {
        property: {
          en:
            "By hand, attention and network add nothing (output weights 0): 1, 7 normed is −1, 1, times 3, 1, plus 0, 2 is −3, 3; " +
            "normed −1, 1, times 5, plus 1, 2 is −4, 7",
          ko:
            "손으로 푼 예, 어텐션과 신경망이 더하는 것이 없음(출력 가중치 0): 1, 7을 정규화하면 −1, 1, 여기에 3, 1을 곱하고 0, 2를 더하면 −3, 3. " +
            "다시 정규화하면 −1, 1, 5를 곱하고 1, 2를 더하면 −4, 7",
        },
        args: [
          new TensorData([1, 1, 2], [1, 7]),
          silentProjections(random, 2),
          silentNetwork(random, 2, 3),
          [
            { gain: new TensorData([2], [3, 1]), bias: new TensorData([2], [0, 2]) },
            { gain: new TensorData([2], [5, 5]), bias: new TensorData([2], [1, 2]) },
          ],
        ],
        result: new TensorData([1, 1, 2], [-4, 7]),
      },
      {
        property: {
          en: "Network and attention add nothing (output weights 0): the inputs, normed twice",
          ko: "신경망과 어텐션이 더하는 것이 없음(출력 가중치 0): 두 번 정규화한 입력",
        },
        args: [
          normal(random, [2, 3, 5]),
          silentProjections(random, 5),
          silentNetwork(random, 5, 7),
          [drawNorm(random, 5), drawNorm(random, 5)],
        ],
      },
      {
        property: {
          en: "Attention adds nothing (output matrix 0): the network, its sum and its norm",
          ko: "어텐션이 더하는 것이 없음(출력 행렬 0): 신경망과 그 합, 그 정규화",
        },
        args: [inputs, silentProjections(random, 5), network, norms],
      },
      {
        property: {
          en:
            "Network adds nothing, all scores 0: each word gets the mean of the values, times the output matrix",
          ko:
            "신경망이 더하는 것이 없고 점수가 모두 0: 단어마다 값(values)들의 평균에 출력 행렬을 곱한 것을 받습니다",
        },
        args: [
          inputs,
          { ...attention, queries: full([5, 5], 0) },
          silentNetwork(random, 5, 7),
          norms,
        ],
      },
      {
        property: {
          en: "Network adds nothing, values and output as they are: queries and keys decide",
          ko: "신경망이 더하는 것이 없고 값과 출력은 그대로: 쿼리와 키가 결정합니다",
        },
        args: [
          inputs,
          { ...attention, values: identity(5), output: identity(5) },
          silentNetwork(random, 5, 7),
          neutral,
        ],
      },
      {
        property: {
          en: "Norms neutral: the whole layer but gains and biases",
          ko: "정규화의 gain은 1, bias는 0: 그 밖의 층 전체",
        },
        args: [inputs, attention, network, neutral],
      },
      {
        property: {
          en: "One word, which can only look at itself",
          ko: "단어 하나: 자신만 볼 수 있습니다",
        },
        args: draw(1, 1, 5, 7),
      },
      { property: { en: "A sentence", ko: "문장 하나" }, args: draw(1, 5, 5, 7) },
      { property: { en: "Several sentences", ko: "여러 문장" }, args: draw(3, 5, 7, 11) },
    ];
  },

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
