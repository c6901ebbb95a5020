/**
 * Wrong answers to exercise 09.5 that learners give. What a training gives depends on its optimiser and its steps,
 * so only those have a name that never got far; `judge` says what can be said of the others.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { overfitOneBatch } from "./solution.ts";

type Batch = { inputs: Axes<"example feature">; labels: Axes<"example"> };

type Network = Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>;

/** Variables that begin with the numbers of a network. */
const variablesOf = (start: Network) => ({
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
});

/** The mean cross-entropy of a batch. */
function lossOf(
  { inputs, labels }: Batch,
  { hiddenWeights, hiddenBias, outputWeights, outputBias }: Network,
): tf.Scalar {
  const wanted = tf.cast(tf.oneHot(labels, outputBias.shape[0]), "float32");
  const hidden = tf.tanh(tf.add(tf.matMul(inputs, hiddenWeights), hiddenBias));
  const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
  return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1)));
}

/** One step of an optimiser, and no more. */
function oneStep(batch: Batch, start: Network, optimizer: tf.Optimizer): Network {
  const network = variablesOf(start);
  optimizer.minimize(() => lossOf(batch, network));
  return network;
}

export const mistakes: readonly Mistake<typeof overfitOneBatch>[] = [
  {
    name: { en: "returns the numbers it started from", ko: "시작한 값을 돌려줌" },
    hint: {
      en:
        "What you return is what you were given: nothing was trained, or the trained numbers were lost. " +
        "Make a variable of each parameter, and return the variables.",
      ko:
        "받은 값을 그대로 돌려줍니다. 학습하지 않았거나 학습한 값을 잃어버렸습니다. 매개변수마다 변수를 만들고 그 변수를 돌려주세요.",
    },
    answer: (_batch, start) => start,
  },
  {
    name: { en: "returns the gradients", ko: "기울기를 돌려줌" },
    hint: {
      en:
        "You return the gradient of the loss, not the parameters. The gradient says where to go: subtract a " +
        "little of it from each parameter, and that many times.",
      ko:
        "매개변수가 아니라 손실의 기울기를 돌려줍니다. 기울기는 어느 쪽으로 갈지 알려 줄 뿐입니다. 매개변수에서 기울기를 조금씩 빼기를 여러 번 되풀이하세요.",
    },
    answer(batch, start) {
      const network = variablesOf(start);
      const { grads } = tf.variableGrads(() => lossOf(batch, network));
      return {
        hiddenWeights: grads[network.hiddenWeights.name],
        hiddenBias: grads[network.hiddenBias.name],
        outputWeights: grads[network.outputWeights.name],
        outputBias: grads[network.outputBias.name],
      };
    },
  },
  {
    name: { en: "one step and no more", ko: "한 단계뿐" },
    hint: {
      en:
        "Your parameters are one step away from the start: minimize was called once, or every round begins again " +
        "with new variables. Make variables and optimiser once, before the loop, and take a few hundred steps.",
      ko:
        "매개변수가 시작한 값에서 한 단계만 움직였습니다. minimize를 한 번만 불렀거나, 반복할 때마다 변수를 새로 만들어 처음부터 다시 시작합니다. 변수와 옵티마이저를 " +
        "반복문 앞에서 한 번만 만들고 수백 단계를 학습하세요.",
    },
    answer: (batch, start) => oneStep(batch, start, tf.train.adam(0.05)),
    variants: [
      (batch, start) => oneStep(batch, start, tf.train.adam(0.1)),
      (batch, start) => oneStep(batch, start, tf.train.adam(0.01)),
      (batch, start) => oneStep(batch, start, tf.train.adam(0.001)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(1)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(0.5)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(0.1)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(0.05)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(0.01)),
    ],
  },
  {
    name: { en: "one step up the slope", ko: "오르막으로 한 단계" },
    hint: {
      en: "You add the gradient, once: the loss rises. Subtract it, and take a few hundred steps.",
      ko:
        "기울기를 한 번 더했습니다. 그러면 손실이 커집니다. 기울기를 빼고, 수백 단계를 되풀이하세요.",
    },
    answer: (batch, start) => oneStep(batch, start, tf.train.sgd(-0.1)),
    variants: [
      (batch, start) => oneStep(batch, start, tf.train.sgd(-0.05)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(-0.01)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(-0.5)),
      (batch, start) => oneStep(batch, start, tf.train.sgd(-1)),
    ],
  },
];
