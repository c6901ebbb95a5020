/**
 * Wrong answers to exercise 08.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, output } from "./exercise.ts";

function cut(tensor: TensorData): TensorData {
  return new TensorData(tensor.shape, tensor.numbers.map((x) => Math.max(0, x)));
}

function zeros(tensor: TensorData): TensorData {
  return new TensorData(tensor.shape, tensor.numbers.map(() => 0));
}

/** A whole cell with its own hidden layer and result. */
function variant({
  hidden = "tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias))",
  result = "tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias)",
}: { hidden?: string; result?: string }): string {
  return `function feedForward(
  inputs: Axes<"batch time model">,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): tf.Tensor {
  const hidden: tf.Tensor = ${hidden};
  return ${result};
}`;
}

const linearHidden = "tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)";

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "no activation",
    hint: {
      en:
        "There is no ReLU in your answer. Two linear maps in a row are only one linear map; cut off what is " +
        "negative between them.",
      ko:
        "ReLU가 없습니다. 선형 변환 두 개를 이어도 선형 변환 하나일 뿐입니다. 둘 사이에서 음수를 0으로 자르세요.",
    },
    source: variant({ hidden: linearHidden }),
    values: (...args) => [output(args, (x) => x)],
  },
  {
    name: "activation at the end",
    hint: {
      en:
        "You cut off what is negative after the second map. The ReLU stands between the two; the output may " +
        "be negative.",
      ko:
        "두 번째 변환 다음에 음수를 잘랐습니다. ReLU는 두 변환 사이에 있습니다. 출력은 음수일 수 있습니다.",
    },
    source: variant({
      hidden: linearHidden,
      result: "tf.relu(tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias))",
    }),
    values: (...args) => [cut(output(args, (x) => x)), cut(output(args))],
  },
  {
    name: "a bias forgotten",
    hint: {
      en:
        "The maps are right but for a bias. Both have one: hiddenBias before the ReLU, outputBias at the end.",
      ko:
        "변환은 맞지만 편향이 빠졌습니다. 둘 다 편향이 있습니다. hiddenBias는 ReLU 앞에서, outputBias는 끝에서 더합니다.",
    },
    source: variant({
      hidden: "tf.relu(tf.matMul(inputs, network.hiddenWeights))",
      result: "tf.matMul(hidden, network.outputWeights)",
    }),
    values(inputs, network) {
      const hiddenBias = zeros(network.hiddenBias);
      const outputBias = zeros(network.outputBias);
      return [
        output([inputs, { ...network, hiddenBias, outputBias }]),
        output([inputs, { ...network, outputBias }]),
      ];
    },
  },
  {
    name: "adds the inputs",
    hint: {
      en:
        "You add the inputs to the result. The way around belongs to the layer, not to the network: return " +
        "the network's output alone.",
      ko:
        "결과에 입력을 더했습니다. 잔차 연결은 이 신경망이 아니라 층에 속합니다. 신경망의 출력만 돌려주세요.",
    },
    source: variant({
      result:
        "tf.add(inputs, tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias))",
    }),
    values(inputs, network) {
      const { shape, numbers } = output([inputs, network]);
      return [new TensorData(shape, numbers.map((x, i) => x + inputs.numbers[i]))];
    },
  },
];
