/**
 * Wrong answers to exercise 04.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax, tabulate } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, jacobian } from "./exercise.ts";

/** A whole cell that returns `result`, from the column and the row of the weights. */
function variant(result: string, weights = "tf.softmax(scores)"): string {
  return `function softmaxJacobian(scores: Axes<"key">): Axes<"key key"> {
  const weights: Axes<"key"> = ${weights};
  const column = tf.expandDims(weights, 1);
  const row = tf.expandDims(weights, 0);
  const identity = tf.eye(scores.shape[0]);
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "diagonal only",
    hint: {
      en:
        "You have the derivative of each weight by its own score, wᵢ(1 − wᵢ), and nothing else. Raising " +
        "one score also takes weight away from all others: fill the entries off the diagonal.",
      ko:
        "가중치를 자기 점수로 미분한 wᵢ(1 − wᵢ)만 있습니다. 점수 하나를 올리면 다른 모든 가중치가 줄어듭니다. 대각선 밖의 원소도 채우세요.",
    },
    source: variant("tf.mul(identity, tf.mul(column, tf.sub(1, column)))"),
    values(scores) {
      const weights = softmax(scores.numbers);
      const own = weights.map((w) => w * (1 - w));
      return [
        tabulate(weights.length, weights.length, (i, j) => i === j ? own[i] : 0),
        new TensorData([weights.length], own),
      ];
    },
  },
  {
    name: "leaves out the own score",
    hint: {
      en:
        "Every entry of yours is −wᵢ·wⱼ, also on the diagonal. A weight's own score raises it: where " +
        "i = j there is one more term, +wᵢ.",
      ko:
        "대각선까지 모든 원소가 −wᵢ·wⱼ입니다. 자기 점수가 커지면 가중치도 커집니다. i = j인 자리에는 +wᵢ 항이 하나 더 있습니다.",
    },
    source: variant("tf.neg(tf.mul(column, row))"),
    values(scores) {
      const weights = softmax(scores.numbers);
      return [tabulate(weights.length, weights.length, (i, j) => -weights[i] * weights[j])];
    },
  },
  {
    name: "takes the scores for the weights",
    hint: {
      en:
        "The formula wants the weights, and you put the scores in. Take the softmax of the scores first.",
      ko: "식에는 가중치를 넣어야 하는데 점수를 넣었습니다. 먼저 점수에 softmax를 취하세요.",
    },
    source: variant("tf.mul(column, tf.sub(identity, row))", "scores"),
    values: (scores) => [jacobian(scores.numbers)],
  },
  {
    name: "wrong sign off the diagonal",
    hint: {
      en:
        "Off the diagonal your entries are +wᵢ·wⱼ. When one score rises the other weights fall: the " +
        "sign there is minus, and each row sums to 0.",
      ko:
        "대각선 밖의 원소가 +wᵢ·wⱼ입니다. 점수 하나가 커지면 다른 가중치는 작아지므로 부호는 음수이고, 각 행의 합은 0입니다.",
    },
    source: variant("tf.abs(tf.mul(column, tf.sub(identity, row)))"),
    values: (scores) => {
      const { shape, numbers } = jacobian(softmax(scores.numbers));
      return [new TensorData(shape, numbers.map(Math.abs))];
    },
  },
  {
    name: "adds the weights up before differentiating",
    hint: {
      en:
        "Your derivatives are all 0: tf.grad differentiates the sum of the weights, and that is always 1. " +
        "Each weight has a row of derivatives of its own; the lesson's formula gives it.",
      ko:
        "미분값이 모두 0입니다. tf.grad는 가중치의 합을 미분하는데, 합은 언제나 1입니다. 가중치마다 미분값의 행이 따로 있고, 수업의 식이 그것을 줍니다.",
    },
    source: `function softmaxJacobian(scores: Axes<"key">): Axes<"key key"> {
  return tf.grad((x: tf.Tensor) => tf.softmax(x))(scores);
}`,
    values: ({ numbers }) => [new TensorData([numbers.length], numbers.map(() => 0))],
  },
];
