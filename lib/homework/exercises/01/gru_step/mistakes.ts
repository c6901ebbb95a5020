/**
 * Wrong answers to exercise 01.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, step } from "./exercise.ts";

/** A whole cell with its own lines for the parts, the candidate and the new state. */
function variant({
  parts = "[reset, update, candidate]",
  recurrentPart = "tf.mul(r, hiddenParts.candidate)",
  result = "tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden))",
}: { parts?: string; recurrentPart?: string; result?: string }): string {
  return `function gruStep(
  projected: Axes<"batch gates">,
  hidden: Axes<"batch hidden">,
  recurrentWeights: Axes<"hidden gates">,
  recurrentBias: Axes<"gates">,
): Axes<"batch hidden"> {
  const recurrent = (state: tf.Tensor) =>
    tf.add(tf.matMul(state, recurrentWeights), recurrentBias);
  const split = (whole: tf.Tensor) => {
    const ${parts} = tf.split(whole, 3, 1);
    return { reset, update, candidate };
  };
  const inputParts = split(projected);
  const hiddenParts = split(recurrent(hidden));
  const r = tf.sigmoid(tf.add(inputParts.reset, hiddenParts.reset));
  const z = tf.sigmoid(tf.add(inputParts.update, hiddenParts.update));
  const n = tf.tanh(tf.add(inputParts.candidate, ${recurrentPart}));
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "update gate swapped",
    hint: {
      en:
        "Your update gate works the wrong way round: z is the share of the old state that stays, " +
        "1 − z the share of the candidate.",
      ko:
        "업데이트 게이트가 반대로 작동합니다. z는 이전 상태가 남는 비율이고, 1 − z가 후보(candidate)의 비율입니다.",
    },
    source: variant({ result: "tf.add(tf.mul(z, n), tf.mul(tf.sub(1, z), hidden))" }),
    values: (...args) => [
      step(args, { mix: (old, candidate, update) => update * candidate + (1 - update) * old }),
    ],
  },
  {
    name: "reset before the matrix product",
    hint: {
      en:
        "You multiply the old state by r before the matrix product, as Cho et al. (2014) write it. " +
        "Here, as in PyTorch, r multiplies the product: r ∘ (h W_n + b_n). The two are not equal.",
      ko:
        "행렬 곱을 하기 전에 이전 상태에 r을 곱했습니다. Cho et al. (2014)의 식입니다. 여기서는 PyTorch처럼 곱의 결과에 r을 곱합니다. r ∘ (h W_n + b_n)이며, 두 식은 같지 않습니다.",
    },
    source: variant({ recurrentPart: "split(recurrent(tf.mul(r, hidden))).candidate" }),
    values: (...args) => [step(args, { reset: "before" })],
  },
  {
    name: "reset and update exchanged",
    hint: {
      en:
        "You took the first part for the update gate. The order on the last axis is reset, update, " +
        "candidate.",
      ko:
        "첫 번째 부분을 업데이트 게이트로 썼습니다. 마지막 축의 순서는 reset, update, candidate입니다.",
    },
    source: variant({ parts: "[update, reset, candidate]" }),
    values: (...args) => [step(args, { order: [1, 0, 2] })],
  },
  {
    name: "no reset gate",
    hint: {
      en:
        "The reset gate is missing: the candidate takes all of h_n. Multiply h_n by r before you add it.",
      ko: "리셋 게이트가 빠져서 후보가 h_n을 전부 받아들입니다. 더하기 전에 h_n에 r을 곱하세요.",
    },
    source: variant({ recurrentPart: "hiddenParts.candidate" }),
    values: (...args) => [step(args, { reset: "never" })],
  },
];
