/**
 * Exercise 01.1: one step of the simple recurrent network (Elman 1990).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix, scale } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Parameters = { inputWeights: TensorData; recurrentWeights: TensorData; bias: TensorData };

type Arguments = [inputs: TensorData, hidden: TensorData, parameters: Parameters];

function parameters(random: Random, inputSize: number, hiddenSize: number): Parameters {
  return {
    inputWeights: matrix(random, inputSize, hiddenSize, 0.5),
    recurrentWeights: matrix(random, hiddenSize, hiddenSize, 0.5),
    bias: new TensorData([hiddenSize], [...random.normals(hiddenSize, 0, 0.5)]),
  };
}

function zeros(rows: number, columns: number): TensorData {
  return new TensorData([rows, columns], Array.from({ length: rows * columns }, () => 0));
}

export const rnnStep = defineExercise<Arguments>({
  id: "01.1",
  name: "rnnStep",
  title: { en: "One step of a recurrent network", ko: "순환 신경망의 한 단계" },
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Write $h' = \\tanh(x W_x + h W_h + b)$ for a batch: the new state (은닉 상태) from one token's
vector and the old state.`,
    ko:
      `배치 하나에 대해 $h' = \\tanh(x W_x + h W_h + b)$를 구현하세요. 토큰 하나의 벡터와 이전 은닉 상태로 새 은닉 상태를 만듭니다.`,
  },
  card: ["matMul plain", "add", "tanh"],
  stub: `/**
 * One step of a simple recurrent network: tanh(x·W_x + h·W_h + b).
 *
 * @param inputs [batch, in], the token's vector x
 * @param hidden [batch, hidden], the old state h
 * @param parameters inputWeights W_x [in, hidden], recurrentWeights W_h [hidden, hidden], bias [hidden]
 * @returns the new state [batch, hidden]
 */
function rnnStep(
  inputs: Axes<"batch in">,
  hidden: Axes<"batch hidden">,
  parameters: {
    inputWeights: Axes<"in hidden">;
    recurrentWeights: Axes<"hidden hidden">;
    bias: Axes<"hidden">;
  },
): Axes<"batch hidden"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "batch in" },
    { name: "hidden", axes: "batch hidden" },
    { name: "parameters", axes: "" },
  ],
  result: [{ name: "the new state", ko: "새 상태", axes: "batch hidden" }],
  withheld: ["lib/tensor/ops/rnn.ts", "lib/nn/recurrent.ts"],

  cases(random): Case<Arguments>[] {
    const one = (number: number) => new TensorData([1, 1], [number]);
    return [
      {
        property: {
          en: "One number each: tanh(2 · 0.5 + 0.5 · 0.4 − 0.7) = tanh 0.5 = 0.4621",
          ko: "수 하나씩: tanh(2 · 0.5 + 0.5 · 0.4 − 0.7) = tanh 0.5 = 0.4621",
        },
        args: [one(2), one(0.5), {
          inputWeights: one(0.5),
          recurrentWeights: one(0.4),
          bias: new TensorData([1], [-0.7]),
        }],
        result: one(Math.tanh(0.5)),
      },
      {
        property: {
          en:
            "A token of 0, bias 0, and the state [1, 0]: it picks the first row of W_h, [0.1, 0.2]",
          ko: "토큰 0, 편향 0, 상태 [1, 0]: W_h의 첫 행 [0.1, 0.2]를 고릅니다",
        },
        args: [one(0), TensorData.fromRows([[1, 0]]), {
          inputWeights: TensorData.fromRows([[0.5, 0.6]]),
          recurrentWeights: TensorData.fromRows([[0.1, 0.2], [0.3, 0.4]]),
          bias: new TensorData([2], [0, 0]),
        }],
        result: TensorData.fromRows([[Math.tanh(0.1), Math.tanh(0.2)]]),
      },
      {
        property: {
          en: "From a state of zeros: only the token speaks",
          ko: "상태가 모두 0: 토큰만 반영됩니다",
        },
        args: [matrix(random, 3, 5), zeros(3, 7), parameters(random, 5, 7)],
      },
      {
        property: {
          en: "A token of zeros: only the old state speaks",
          ko: "토큰이 모두 0: 이전 상태만 반영됩니다",
        },
        args: [zeros(2, 3), matrix(random, 2, 5), parameters(random, 3, 5)],
      },
      {
        property: { en: "A batch of tokens and states", ko: "토큰과 상태의 배치" },
        args: [matrix(random, 5, 3), matrix(random, 5, 7), parameters(random, 3, 7)],
      },
      {
        property: {
          en: "Large inputs: a state stays between −1 and 1",
          ko: "입력이 커도 상태는 −1과 1 사이에 머뭅니다",
        },
        args: [
          TensorData.fromRows(scale(matrix(random, 3, 5).rows(), 200)),
          matrix(random, 3, 2),
          parameters(random, 5, 2),
        ],
      },
    ];
  },

  hints: [
    {
      en: "Three terms of shape [batch, hidden], their sum, one function over it.",
      ko: "모양이 [batch, hidden]인 세 항을 더하고, 그 합에 함수 하나를 적용합니다.",
    },
    {
      en: "Two of the terms are matrix products: tf.matMul(x, W). tf.add adds a bias [hidden] to " +
        "every row by itself.",
      ko:
        "두 항은 행렬곱 tf.matMul(x, W)입니다. tf.add는 편향 [hidden]을 모든 행에 알아서 더합니다.",
    },
    {
      en:
        "Add tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights) and bias, then take tf.tanh.",
      ko:
        "tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights), bias를 더한 뒤 tf.tanh를 적용하세요.",
    },
  ],
});
