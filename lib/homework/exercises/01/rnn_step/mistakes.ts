/**
 * Wrong answers to exercise 01.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, read, step, zeros } from "./exercise.ts";

/** A whole cell around one expression of the four tensors. */
function variant(expression: string): string {
  return `function rnnStep(
  inputs: Axes<"batch in">,
  hidden: Axes<"batch hidden">,
  parameters: {
    inputWeights: Axes<"in hidden">;
    recurrentWeights: Axes<"hidden hidden">;
    bias: Axes<"hidden">;
  },
): Axes<"batch hidden"> {
  const { inputWeights, recurrentWeights, bias } = parameters;
  return ${expression};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "no recurrent term",
    hint: {
      en:
        "Your new state does not depend on the old one: the term h·W_h is missing. Without it the " +
        "network sees one token and remembers nothing.",
      ko:
        "새 상태가 이전 상태에 의존하지 않습니다. h·W_h 항이 빠졌습니다. 이 항이 없으면 토큰 하나만 보고 아무것도 기억하지 못합니다.",
    },
    source: variant(`tf.tanh(${read})`),
    values: (...args) => [
      step(args, { recurrent: zeros(args[1].shape[0], args[1].shape[1]).rows() }),
    ],
  },
  {
    name: "no tanh",
    hint: {
      en:
        "You return the sum itself. Squash it with tanh, so that a state stays between −1 and 1 " +
        "however many steps follow.",
      ko:
        "합을 그대로 돌려주었습니다. 몇 단계를 거치더라도 상태가 −1과 1 사이에 머물도록 tanh를 적용하세요.",
    },
    source: variant(`tf.add(${read}, tf.matMul(hidden, recurrentWeights))`),
    values: (...args) => [step(args, { squash: (x) => x })],
  },
  {
    name: "the old state without its weights",
    hint: {
      en:
        "You add the old state as it is. It goes through its own weights first: h·W_h, a matrix product.",
      ko: "이전 상태를 그대로 더했습니다. 먼저 자기 가중치를 곱해야 합니다. 행렬 곱 h·W_h입니다.",
    },
    source: variant(`tf.tanh(tf.add(${read}, hidden))`),
    values: (...args) => [step(args, { recurrent: args[1].rows() })],
  },
  {
    name: "no bias",
    hint: {
      en: "The bias is missing from your sum. Add it to every row of the batch.",
      ko: "합에 편향(bias)이 빠졌습니다. 배치의 모든 행에 더하세요.",
    },
    source: variant(
      "tf.tanh(tf.add(tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights)))",
    ),
    values: (...args) => [step(args, { biasFactor: 0 })],
  },
];
