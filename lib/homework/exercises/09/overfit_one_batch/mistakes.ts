/**
 * Wrong answers to exercise 09.5 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import { gradientOf, type Network, networkOf, parametersOf } from "../small_network.ts";
import { type Arguments } from "./exercise.ts";

/** A whole cell with its own steps. */
function variant(steps: string): string {
  return `function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor> {
  const parameters = {
    hiddenWeights: tf.variable(start.hiddenWeights),
    hiddenBias: tf.variable(start.hiddenBias),
    outputWeights: tf.variable(start.outputWeights),
    outputBias: tf.variable(start.outputBias),
  };
  const wanted = tf.oneHot(batch.labels, start.outputBias.shape[0]);
  const loss = (): tf.Scalar => {
    const { hiddenWeights, hiddenBias, outputWeights, outputBias } = parameters;
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
    const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
    return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1)));
  };
  ${steps}
}`;
}

export const mistakes: readonly Mistake<Arguments, Network>[] = [
  {
    name: "returns the numbers it started from",
    hint: {
      en:
        "What you return is what you were given: nothing was trained, or the trained numbers were lost. " +
        "Make a variable of each parameter, and return the variables.",
      ko:
        "받은 값을 그대로 돌려줍니다. 학습하지 않았거나 학습한 값을 잃어버렸습니다. 매개변수마다 변수를 만들고 그 변수를 돌려주세요.",
    },
    source: variant("tf.train.adam(0.05).minimize(loss);\n  return start;"),
    values: (_, start) => [start],
  },
  {
    name: "returns the gradients",
    hint: {
      en:
        "You return the gradient of the loss, not the parameters. The gradient says where to go: subtract a " +
        "little of it from each parameter, and that many times.",
      ko:
        "매개변수가 아니라 손실의 기울기를 돌려줍니다. 기울기는 어느 쪽으로 갈지 알려 줄 뿐입니다. 매개변수에서 기울기를 조금씩 빼기를 여러 번 되풀이하세요.",
    },
    source: variant(
      "const { grads } = tf.variableGrads(loss);\n" +
        "  const of = (variable: tf.Variable): tf.Tensor => grads[variable.name];\n" +
        "  const { hiddenWeights, hiddenBias, outputWeights, outputBias } = parameters;\n" +
        "  return {\n    hiddenWeights: of(hiddenWeights),\n    hiddenBias: of(hiddenBias),\n" +
        "    outputWeights: of(outputWeights),\n    outputBias: of(outputBias),\n  };",
    ),
    values: (batch, start) => [networkOf(gradientOf(batch, parametersOf(start)))],
  },
];
