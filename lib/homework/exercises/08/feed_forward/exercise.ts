/**
 * Exercise 08.2: the position-wise feed-forward network (Vaswani et al. 2017, section 3.3, equation 2).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { drawNetwork, type Network, normal, sentences, sequence, think } from "../blocks.ts";

export type Arguments = [inputs: TensorData, network: Network];

export function output(
  [inputs, network]: Arguments,
  activate?: (x: number) => number,
): TensorData {
  return sequence(think(sentences(inputs), network, activate));
}

export const feedForward = defineExercise<Arguments, TensorData>({
  id: "08.2",
  name: "feedForward",
  title: "What each position does alone",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Write $\\max(0,\\; x W_1 + b_1)\\, W_2 + b_2$ for every position. \`network\` holds $W_1$, $b_1$
(\`hiddenWeights\`, \`hiddenBias\`) and $W_2$, $b_2$ (\`outputWeights\`, \`outputBias\`).`,
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
  result: [{ name: "outputs", axes: "batch time model" }],
  withheld: ["lib/nn/feed_forward.ts", "lib/tensor/ops/linear.ts"],

  cases(random): Case<Arguments>[] {
    const byHand: Network = {
      hiddenWeights: TensorData.fromRows([[1, -1]]),
      hiddenBias: new TensorData([2], [0, 0]),
      outputWeights: TensorData.fromRows([[1], [1]]),
      outputBias: new TensorData([1], [-5]),
    };
    return [
      {
        property: "By hand: |x| − 5 for −2, 0 and 3, as relu(x) + relu(−x)",
        args: [new TensorData([1, 3, 1], [-2, 0, 3]), byHand],
      },
      {
        property: "One word",
        args: [normal(random, [1, 1, 5]), drawNetwork(random, 5, 7)],
      },
      {
        property: "Several sentences",
        args: [normal(random, [2, 3, 5]), drawNetwork(random, 5, 11)],
      },
      {
        property: "A hidden layer narrower than the model",
        args: [normal(random, [3, 2, 7]), drawNetwork(random, 7, 3)],
      },
    ];
  },

  reference: (...args) => output(args),

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
        "tf.matMul은 모든 위치에 같은 행렬을 곱하고, tf.add는 마지막 축을 따라 편향을 더하고, tf.relu는 음수를 0으로 자릅니다.",
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
