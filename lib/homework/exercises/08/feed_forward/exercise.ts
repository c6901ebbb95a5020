/**
 * Exercise 08.2: the position-wise feed-forward network (Vaswani et al. 2017, section 3.3, equation 2).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { drawNetwork, type Network, normal } from "../blocks.ts";

type Arguments = [inputs: TensorData, network: Network];

export const feedForward = defineExercise<Arguments>({
  id: "08.2",
  name: "feedForward",
  title: { en: "What each position does alone", ko: "위치마다 따로 하는 일" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Write $\\max(0,\\; x W_1 + b_1)\\, W_2 + b_2$ for every position. \`network\` holds $W_1$, $b_1$
(\`hiddenWeights\`, \`hiddenBias\`) and $W_2$, $b_2$ (\`outputWeights\`, \`outputBias\`).`,
    ko:
      `모든 위치에서 $\\max(0,\\; x W_1 + b_1)\\, W_2 + b_2$를 계산하세요. \`network\`에는 $W_1$, $b_1$(\`hiddenWeights\`, \`hiddenBias\`)과
$W_2$, $b_2$(\`outputWeights\`, \`outputBias\`)가 들어 있습니다.`,
  },
  card: ["matMul plain", "add", "relu"],
  stub: `/**
 * The position-wise feed-forward network: two linear maps with a ReLU between them.
 *
 * @param inputs [batch, time, model]
 * @param network hiddenWeights [model, hidden], hiddenBias [hidden],
 *   outputWeights [hidden, model], outputBias [model]
 * @returns [batch, time, model]
 */
function feedForward(
  inputs: Axes<"batch time model">,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "inputs", axes: "batch time model" }, { name: "network", axes: "" }],
  result: [{ name: "outputs", ko: "출력", axes: "batch time model" }],
  withheld: ["lib/nn/feed_forward.ts", "lib/tensor/ops/linear.ts"],

  cases(random): Case<Arguments>[] {
    const size: Network = {
      hiddenWeights: TensorData.fromRows([[1, -1]]),
      hiddenBias: new TensorData([2], [0, 0]),
      outputWeights: TensorData.fromRows([[1], [1]]),
      outputBias: new TensorData([1], [-5]),
    };
    const above: Network = {
      hiddenWeights: TensorData.fromRows([[1]]),
      hiddenBias: new TensorData([1], [-2]),
      outputWeights: TensorData.fromRows([[10]]),
      outputBias: new TensorData([1], [3]),
    };
    return [
      {
        property: {
          en: "By hand: |x| − 5 for −2, 0 and 3, as relu(x) + relu(−x)",
          ko: "손으로 푼 예: −2, 0, 3에서 relu(x) + relu(−x)로 구한 |x| − 5",
        },
        args: [new TensorData([1, 3, 1], [-2, 0, 3]), size],
        result: new TensorData([1, 3, 1], [-3, -5, -2]),
      },
      {
        property: {
          en: "By hand: 10 · relu(x − 2) + 3 for −1, 1 and 40: 3, 3, 383",
          ko: "손으로 푼 예: −1, 1, 40에서 10 · relu(x − 2) + 3은 3, 3, 383",
        },
        args: [new TensorData([1, 3, 1], [-1, 1, 40]), above],
        result: new TensorData([1, 3, 1], [3, 3, 383]),
      },
      {
        property: { en: "One word", ko: "단어 하나" },
        args: [normal(random, [1, 1, 5]), drawNetwork(random, 5, 7)],
      },
      {
        property: { en: "Several sentences", ko: "여러 문장" },
        args: [normal(random, [2, 3, 5]), drawNetwork(random, 5, 11)],
      },
      {
        property: { en: "A hidden layer narrower than the model", ko: "모델보다 좁은 은닉층" },
        args: [normal(random, [3, 2, 7]), drawNetwork(random, 7, 3)],
      },
      {
        property: { en: "A hidden layer as wide as the model", ko: "모델과 너비가 같은 은닉층" },
        args: [normal(random, [2, 5, 3]), drawNetwork(random, 3, 3)],
      },
    ];
  },

  hints: [
    {
      en:
        "Two lines: the hidden layer [batch, time, hidden], then the output [batch, time, model].",
      ko: "두 줄입니다. 은닉층 [batch, time, hidden], 그다음 출력 [batch, time, model].",
    },
    {
      en:
        "tf.matMul multiplies every position by the same matrix, tf.add adds a bias along the last axis, " +
        "tf.relu cuts off what is negative.",
      ko:
        "tf.matMul은 모든 위치에 같은 행렬을 곱하고, tf.add는 마지막 축을 따라 편향을 더하고, tf.relu는 음수를 0으로 만듭니다.",
    },
    {
      en:
        "The hidden layer is tf.relu of inputs times hiddenWeights plus hiddenBias; the output is hidden " +
        "times outputWeights plus outputBias, without a relu.",
      ko:
        "은닉층은 inputs에 hiddenWeights를 곱하고 hiddenBias를 더한 것의 tf.relu입니다. 출력은 은닉층에 outputWeights를 곱하고 outputBias를 더한 것이며, relu는 없습니다.",
    },
  ],
});
