/**
 * Wrong answers to exercise 08.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, layer } from "./exercise.ts";

/** A whole cell with its own lines for the sum after attention, the result, and attention's output. */
function variant(
  attended: string,
  result: string,
  projected = "tf.matMul(output, attention.output)",
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
    return ${projected};
  };
  const n = (x: tf.Tensor, i: number): tf.Tensor => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const f = (x: tf.Tensor): tf.Tensor => feedForward(x, network);
  const x: tf.Tensor = inputs;
  const attended: tf.Tensor = ${attended};
  return ${result};
}`;
}

const sound = "n(tf.add(x, attend(x)), 0)";
const end = "n(tf.add(attended, f(attended)), 1)";

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
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
    source: variant(sound, "n(tf.add(attended, f(attended)), 0)"),
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
    source: variant("tf.add(x, attend(n(x, 0)))", "tf.add(attended, f(n(attended, 1)))"),
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
];
