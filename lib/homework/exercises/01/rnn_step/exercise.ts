/**
 * Exercise 01.1: one step of the simple recurrent network (Elman 1990).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix, multiply, type Rows } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Parameters = { inputWeights: TensorData; recurrentWeights: TensorData; bias: TensorData };

export type Arguments = [inputs: TensorData, hidden: TensorData, parameters: Parameters];

/** The step, with a choice of what the old state adds and of what squashes the sum. */
export function step(
  [inputs, hidden, { inputWeights, recurrentWeights, bias }]: Arguments,
  {
    recurrent = multiply(hidden.rows(), recurrentWeights.rows()),
    squash = Math.tanh,
    biasFactor = 1,
  }: { recurrent?: Rows; squash?: (x: number) => number; biasFactor?: number } = {},
): TensorData {
  const read = multiply(inputs.rows(), inputWeights.rows());
  return TensorData.fromRows(
    read.map((row, i) =>
      row.map((x, j) => squash(x + recurrent[i][j] + biasFactor * bias.numbers[j]))
    ),
  );
}

function parameters(random: Random, inputSize: number, hiddenSize: number): Parameters {
  return {
    inputWeights: matrix(random, inputSize, hiddenSize, 0.5),
    recurrentWeights: matrix(random, hiddenSize, hiddenSize, 0.5),
    bias: new TensorData([hiddenSize], [...random.normals(hiddenSize, 0, 0.5)]),
  };
}

export function zeros(rows: number, columns: number): TensorData {
  return new TensorData([rows, columns], Array.from({ length: rows * columns }, () => 0));
}

export const read = "tf.add(tf.matMul(inputs, inputWeights), bias)";

export const rnnStep = defineExercise<Arguments, TensorData>({
  id: "01.1",
  name: "rnnStep",
  title: "One step of a recurrent network",
  difficulty: 1,
  minutes: 10,
  points: 2,
  task:
    `Write $h' = \\tanh(x W_x + h W_h + b)$ for a batch: the new state (은닉 상태) from one token's
vector and the old state. The state is the only thing that a recurrent network takes along.`,
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
  result: [{ name: "the new state", axes: "batch hidden" }],
  withheld: ["lib/tensor/ops/rnn.ts", "lib/nn/recurrent.ts"],

  cases(random): Case<Arguments>[] {
    const one = (number: number) => new TensorData([1, 1], [number]);
    return [
      {
        property: "One number each: tanh(1 · 0.5 + 0.5 · 2 − 1) = 0.4621",
        args: [one(1), one(0.5), {
          inputWeights: one(0.5),
          recurrentWeights: one(2),
          bias: new TensorData([1], [-1]),
        }],
      },
      {
        property: "From a state of zeros: only the token speaks",
        args: [matrix(random, 3, 5), zeros(3, 7), parameters(random, 5, 7)],
      },
      {
        property: "A token of zeros: only the old state speaks",
        args: [zeros(2, 3), matrix(random, 2, 5), parameters(random, 3, 5)],
      },
      {
        property: "A batch of tokens and states",
        args: [matrix(random, 5, 3), matrix(random, 5, 7), parameters(random, 3, 7)],
      },
      {
        property: "Large inputs: a state stays between −1 and 1",
        args: [matrix(random, 3, 5, 9), matrix(random, 3, 2), parameters(random, 5, 2)],
      },
    ];
  },

  reference: (...args) => step(args),

  hints: [
    {
      en: "Three terms of shape [batch, hidden], their sum, one function over it.",
      ko: "모양이 [batch, hidden]인 세 항을 더하고, 그 합에 함수 하나를 적용합니다.",
    },
    {
      en: "Two of the terms are matrix products: tf.matMul(x, W). tf.add adds a bias [hidden] to " +
        "every row by itself.",
      ko:
        "두 항은 행렬 곱 tf.matMul(x, W)입니다. tf.add는 편향 [hidden]을 모든 행에 알아서 더합니다.",
    },
    {
      en:
        "Add tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights) and bias, then take tf.tanh.",
      ko:
        "tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights), bias를 더한 뒤 tf.tanh를 적용하세요.",
    },
  ],
});
