/**
 * Wrong answers to exercise 08.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { feedForward } from "./solution.ts";

type Sequence = Axes<"batch time model">;

type Network = Record<
  "hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias",
  tf.Tensor
>;

/** x W₁ + b₁ */
const widened = (inputs: Sequence, { hiddenWeights, hiddenBias }: Network): tf.Tensor =>
  tf.add(tf.matMul(inputs, hiddenWeights), hiddenBias);

/** h W₂ + b₂ */
const narrowed = (hidden: tf.Tensor, { outputWeights, outputBias }: Network): tf.Tensor =>
  tf.add(tf.matMul(hidden, outputWeights), outputBias);

/** The network with another activation. */
const activating =
  (activate: (x: tf.Tensor) => tf.Tensor): typeof feedForward => (inputs, network) =>
    narrowed(activate(widened(inputs, network)), network);

const right = activating(tf.relu);

const withoutBias = (bias: tf.Tensor): tf.Tensor => tf.zerosLike(bias);

export const mistakes: readonly Mistake<typeof feedForward>[] = [
  {
    name: { en: "no activation", ko: "활성화 함수가 없음" },
    hint: {
      en:
        "There is no ReLU in your answer. Two linear maps in a row are only one linear map; cut off what is " +
        "negative between them.",
      ko:
        "ReLU가 없습니다. 선형 변환 두 개를 이어도 선형 변환 하나일 뿐입니다. 둘 사이에서 음수를 0으로 만드세요.",
    },
    answer: activating((x) => x),
  },
  {
    name: { en: "activation at the end", ko: "끝에서 활성화함" },
    hint: {
      en:
        "You cut off what is negative after the second map. The ReLU stands between the two; the output may " +
        "be negative.",
      ko:
        "두 번째 변환 다음에 음수를 0으로 만들었습니다. ReLU는 두 변환 사이에 있습니다. 출력은 음수일 수 있습니다.",
    },
    answer: (inputs, network) => tf.relu(activating((x) => x)(inputs, network)),
    variants: [(inputs, network) => tf.relu(right(inputs, network))],
  },
  {
    name: { en: "another activation", ko: "다른 활성화 함수" },
    hint: {
      en:
        "Your activation is not the ReLU: the formula has max(0, x), which keeps what is positive as it is and makes 0 " +
        "of the rest.",
      ko:
        "활성화 함수가 ReLU가 아닙니다. 식에는 max(0, x)가 있습니다. 양수는 그대로 두고 나머지는 0으로 만듭니다.",
    },
    answer: activating(tf.tanh),
    variants: [
      activating(tf.sigmoid),
      activating((x) => tf.softmax(x)),
      activating((x) => tf.leakyRelu(x)),
      activating(tf.elu),
      activating(tf.softplus),
      activating(tf.relu6),
      activating((x) => tf.mul(x, tf.sigmoid(x))),
      activating((x) => tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.div(x, Math.SQRT2))))),
      activating(tf.abs),
    ],
  },
  {
    name: { en: "cuts off what is positive", ko: "양수를 0으로 만듦" },
    hint: {
      en: "You keep what is negative: that is the minimum. The larger of 0 and x stays.",
      ko: "음수를 남겼습니다. 그것은 최솟값입니다. 0과 x 가운데 큰 쪽을 남기세요.",
    },
    answer: activating((x) => tf.minimum(x, 0)),
  },
  {
    name: { en: "tf.max for tf.maximum", ko: "tf.maximum 자리에 tf.max" },
    hint: {
      en:
        "You call max with 0 as if it compared each number with 0. tf.max(x, 0) takes the largest along axis 0, batch, " +
        "and Math.max knows no tensors. Entry by entry it is tf.maximum or tf.relu.",
      ko:
        "max에 0을 주어 수마다 0과 비교하려 했습니다. tf.max(x, 0)은 0번 축(batch)을 따라 최댓값을 구하고, Math.max는 텐서를 모릅니다. 항목마다 비교하는 것은 " +
        "tf.maximum이나 tf.relu입니다.",
    },
    answer: activating((x) => tf.max(x, 0)),
    variants: [
      activating((x) => tf.max(x, 0, true)),
      activating((x) => tf.max(x)),
      activating((x) => tf.max(x, -1, true)),
    ],
  },
  {
    name: { en: "the bias after the ReLU", ko: "ReLU 다음에 편향" },
    hint: {
      en: "You add hiddenBias after the ReLU. It belongs to the first map: the ReLU sees xW₁ + b₁.",
      ko:
        "hiddenBias를 ReLU 다음에 더했습니다. 편향은 첫 변환에 속합니다. ReLU는 xW₁ + b₁을 받습니다.",
    },
    answer(inputs, network) {
      const hidden = tf.relu(tf.matMul(inputs, network.hiddenWeights));
      return narrowed(tf.add(hidden, network.hiddenBias), network);
    },
  },
  {
    name: { en: "the ReLU before the first map", ko: "첫 변환 앞에 ReLU" },
    hint: {
      en: "You cut off the inputs. The ReLU stands between the two maps, on xW₁ + b₁.",
      ko: "입력을 0으로 만들었습니다. ReLU는 두 변환 사이, xW₁ + b₁에 씁니다.",
    },
    answer: (inputs, network) => activating((x) => x)(tf.relu(inputs), network),
    variants: [(inputs, network) => right(tf.relu(inputs), network)],
  },
  {
    name: { en: "a bias forgotten", ko: "편향이 빠짐" },
    hint: {
      en:
        "The maps are right but for a bias. Both have one: hiddenBias before the ReLU, outputBias at the end.",
      ko:
        "변환은 맞지만 편향이 빠졌습니다. 둘 다 편향이 있습니다. hiddenBias는 ReLU 앞에서, outputBias는 끝에서 더합니다.",
    },
    answer: (inputs, network) =>
      right(inputs, {
        ...network,
        hiddenBias: withoutBias(network.hiddenBias),
        outputBias: withoutBias(network.outputBias),
      }),
    variants: [
      (inputs, network) =>
        right(inputs, { ...network, outputBias: withoutBias(network.outputBias) }),
      (inputs, network) =>
        right(inputs, { ...network, hiddenBias: withoutBias(network.hiddenBias) }),
    ],
  },
  {
    name: { en: "adds the inputs", ko: "입력을 더함" },
    hint: {
      en:
        "You add the inputs to the result. The way around belongs to the layer, not to the network: return " +
        "the network's output alone.",
      ko:
        "결과에 입력을 더했습니다. 잔차 연결은 이 신경망이 아니라 층에 속합니다. 신경망의 출력만 돌려주세요.",
    },
    answer: (inputs, network) => tf.add(inputs, right(inputs, network)),
  },
  {
    name: { en: "the hidden layer returned", ko: "은닉층을 돌려줌" },
    hint: {
      en:
        "You return the hidden layer. The second map is missing: times outputWeights, plus outputBias.",
      ko:
        "은닉층을 돌려줍니다. 두 번째 변환이 빠졌습니다. outputWeights를 곱하고 outputBias를 더하세요.",
    },
    answer: (inputs, network) => tf.relu(widened(inputs, network)),
  },
  {
    name: { en: "matrices transposed", ko: "행렬을 전치함" },
    hint: {
      en:
        "You multiply by a transposed matrix. The weights lie as [model, hidden] and [hidden, model]: multiply from the " +
        "right, as they are.",
      ko:
        "전치한 행렬을 곱했습니다. 가중치의 모양은 [model, hidden]과 [hidden, model]입니다. 그대로 오른쪽에서 곱하세요.",
    },
    answer(inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) {
      const hidden = tf.relu(tf.add(tf.matMul(inputs, hiddenWeights, false, true), hiddenBias));
      return tf.add(tf.matMul(hidden, outputWeights, false, true), outputBias);
    },
    variants: [
      (inputs, network) =>
        tf.add(
          tf.matMul(tf.relu(widened(inputs, network)), network.outputWeights, false, true),
          network.outputBias,
        ),
    ],
  },
  {
    name: { en: "entry by entry, or from the left", ko: "항목별로 또는 왼쪽에서 곱함" },
    hint: {
      en:
        "Your product is not the matrix product xW: it is entry by entry, or the weights stand on the left, where the axes do " +
        "not fit. Each position is a row: tf.matMul of the position and the weights, in this order.",
      ko:
        "행렬곱 xW가 아닙니다. 항목별로 곱했거나, 축이 맞지 않는 왼쪽에 가중치를 두었습니다. 위치 하나가 행 하나입니다. 위치와 가중치를 이 순서로 tf.matMul에 넣으세요.",
    },
    answer(inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) {
      const hidden = tf.relu(tf.add(tf.mul(inputs, hiddenWeights), hiddenBias));
      return tf.add(tf.mul(hidden, outputWeights), outputBias);
    },
    variants: [
      (inputs, network) => {
        const hidden = tf.add(tf.matMul(network.hiddenWeights, inputs), network.hiddenBias);
        return narrowed(tf.relu(hidden), network);
      },
      (inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) => {
        const hidden = tf.relu(tf.add(tf.matMul(hiddenWeights, inputs), hiddenBias));
        return tf.add(tf.matMul(outputWeights, hidden), outputBias);
      },
    ],
  },
  {
    name: { en: "the two maps exchanged", ko: "두 변환이 바뀜" },
    hint: {
      en:
        "You apply the output's map first. hiddenWeights come first and widen, outputWeights come last.",
      ko:
        "출력 쪽 변환을 먼저 썼습니다. hiddenWeights를 먼저 곱해 넓히고, outputWeights를 나중에 곱합니다.",
    },
    answer: (inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) =>
      right(inputs, {
        hiddenWeights: outputWeights,
        hiddenBias: outputBias,
        outputWeights: hiddenWeights,
        outputBias: hiddenBias,
      }),
  },
  {
    name: { en: "the ReLU after the second map", ko: "두 번째 행렬 다음에 ReLU" },
    hint: {
      en:
        "Your ReLU stands after the second matrix, before its bias. It belongs between the two maps: on the hidden layer.",
      ko: "ReLU가 두 번째 행렬 다음, 편향 앞에 있습니다. 두 선형 변환 사이, 은닉층에 써야 합니다.",
    },
    answer: (inputs, network) => {
      const hidden = tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias);
      return tf.add(tf.relu(tf.matMul(hidden, network.outputWeights)), network.outputBias);
    },
  },
  {
    name: { en: "averaged over the words", ko: "단어들에 걸쳐 평균 냄" },
    hint: {
      en: "You average over the words of a sentence. Each position goes through the network alone.",
      ko: "문장의 단어들에 걸쳐 평균을 냈습니다. 위치마다 따로 신경망을 지납니다.",
    },
    answer: (inputs, network) =>
      right(
        tf.tile(tf.mean(inputs, 1, true), [1, inputs.shape[1], 1]),
        network,
      ),
    variants: [
      (inputs, network) => right(tf.mean(inputs, 1, true), network),
      (inputs, network) =>
        tf.tile(tf.mean(right(inputs, network), 1, true), [1, inputs.shape[1], 1]),
    ],
  },
  {
    name: { en: "the biases exchanged", ko: "두 편향을 바꿔 씀" },
    hint: {
      en:
        "The two biases have changed places. hiddenBias, [hidden], is added before the ReLU, outputBias, " +
        "[model], at the end.",
      ko:
        "두 편향을 바꿔 더했습니다. hiddenBias [hidden]은 ReLU 앞에, outputBias [model]은 마지막에 더하세요.",
    },
    answer: (inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) =>
      tf.add(
        tf.matMul(tf.relu(tf.add(tf.matMul(inputs, hiddenWeights), outputBias)), outputWeights),
        hiddenBias,
      ),
  },
];
