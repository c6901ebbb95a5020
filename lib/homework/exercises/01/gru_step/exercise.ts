/**
 * Exercise 01.2: one step of the gated recurrent unit (Cho et al. 2014), with the reset gate after the
 * matrix product, as cuDNN, PyTorch and this course's library have it.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [
  projected: TensorData,
  hidden: TensorData,
  recurrentWeights: TensorData,
  recurrentBias: TensorData,
];

function drawn(random: Random, batch: number, size: number): Arguments {
  return [
    matrix(random, batch, 3 * size),
    matrix(random, batch, size, 0.7),
    matrix(random, size, 3 * size, 0.8),
    new TensorData([3 * size], [...random.normals(3 * size, 0, 0.5)]),
  ];
}

/** Inputs that push a gate (0 reset, 1 update) open or shut, whatever the state. */
function forced(random: Random, size: number, gate: number, push: number): Arguments {
  const [projected, ...rest] = drawn(random, 5, size);
  const numbers = projected.numbers.map((x, i) =>
    Math.floor((i % (3 * size)) / size) === gate ? push : x
  );
  return [new TensorData(projected.shape, numbers), ...rest];
}

export const gruStep = defineExercise<Arguments>({
  id: "01.2",
  name: "gruStep",
  title: { en: "One step of a gated recurrent unit", ko: "GRU의 한 단계" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en: `Two gates (게이트), a candidate, a mixture:

$$r = \\sigma(x_r + h_r) \\qquad z = \\sigma(x_z + h_z) \\qquad n = \\tanh(x_n + r \\circ h_n) \\qquad
h' = (1 - z) \\circ n + z \\circ h$$

The $x$ parts stand side by side in \`projected\`: reset ($r$), update ($z$), candidate ($n$). The $h$
parts stand in the same order in $h W_h + b_h$. $\\circ$ multiplies number by number, so $r$
multiplies $h_n$ *after* the matrix product.`,
    ko: `게이트 두 개, 후보 하나, 그리고 둘을 섞기:

$$r = \\sigma(x_r + h_r) \\qquad z = \\sigma(x_z + h_z) \\qquad n = \\tanh(x_n + r \\circ h_n) \\qquad
h' = (1 - z) \\circ n + z \\circ h$$

$x$의 세 부분은 \`projected\` 안에 리셋($r$), 업데이트($z$), 후보($n$)의 순서로 나란히 있습니다. $h$의 세 부분은 $h W_h + b_h$ 안에
같은 순서로 있습니다. $\\circ$는 같은 자리의 수끼리 곱합니다. 따라서 $r$은 행렬곱을 *한 다음의* $h_n$에 곱합니다.`,
  },
  card: ["sub", "mul", "split", "sigmoid"], // the others stand below 01.1
  stub: `/**
 * One step of a gated recurrent unit. "gates" is 3·hidden: reset, update, candidate.
 *
 * @param projected [batch, gates], the token's part: x·W_x + b_x
 * @param hidden [batch, hidden], the old state h
 * @param recurrentWeights [hidden, gates]
 * @param recurrentBias [gates]
 * @returns the new state [batch, hidden]
 */
function gruStep(
  projected: Axes<"batch gates">,
  hidden: Axes<"batch hidden">,
  recurrentWeights: Axes<"hidden gates">,
  recurrentBias: Axes<"gates">,
): Axes<"batch hidden"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "projected", axes: "batch gates" },
    { name: "hidden", axes: "batch hidden" },
    { name: "recurrentWeights", axes: "hidden gates" },
    { name: "recurrentBias", axes: "gates" },
  ],
  result: [{ name: "the new state", ko: "새 상태", axes: "batch hidden" }],
  withheld: ["lib/tensor/ops/gru.ts", "lib/nn/recurrent.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "Worked by hand: r = 3/4, z = 1/4, n = tanh(−1 + 3/4 · 2), h′ = 3/4 · n + 1/4 · 2",
          ko: "손으로 푼 예: r = 3/4, z = 1/4, n = tanh(−1 + 3/4 · 2), h′ = 3/4 · n + 1/4 · 2",
        },
        args: [
          TensorData.fromRows([[Math.log(3) - 1, 1 - Math.log(3), -1]]),
          TensorData.fromRows([[2]]),
          TensorData.fromRows([[1, -1, 0.5]]),
          new TensorData([3], [-1, 1, 1]),
        ],
        result: TensorData.fromRows([[0.75 * Math.tanh(0.5) + 0.5]]),
      },
      {
        property: {
          en: "Update gate open (z ≈ 1): the old state stays",
          ko: "업데이트 게이트가 열림(z ≈ 1): 이전 상태가 남습니다",
        },
        args: forced(random, 7, 1, 40),
      },
      {
        property: {
          en: "Update gate shut (z ≈ 0): the candidate replaces the state",
          ko: "업데이트 게이트가 닫힘(z ≈ 0): 후보가 상태를 대신합니다",
        },
        args: forced(random, 7, 1, -40),
      },
      {
        property: {
          en: "Reset gate open (r ≈ 1): the candidate hears all of the old state",
          ko: "리셋 게이트가 열림(r ≈ 1): 후보가 이전 상태를 모두 반영합니다",
        },
        args: forced(random, 3, 0, 40),
      },
      {
        property: {
          en: "Reset gate shut (r ≈ 0): the candidate hears the token alone",
          ko: "리셋 게이트가 닫힘(r ≈ 0): 후보가 토큰만 반영합니다",
        },
        args: forced(random, 3, 0, -40),
      },
      {
        property: {
          en: "A batch, all gates half open",
          ko: "배치, 모든 게이트가 반쯤 열림",
        },
        args: drawn(random, 7, 5),
      },
      { property: { en: "Another size", ko: "다른 크기" }, args: drawn(random, 2, 11) },
    ];
  },

  hints: [
    {
      en:
        "First h W_h + b_h for all three parts at once, then cut both it and projected into three.",
      ko:
        "먼저 h W_h + b_h를 세 부분에 대해 한 번에 구하고, 그것과 projected를 각각 셋으로 나누세요.",
    },
    {
      en:
        "To cut along the last axis: const [r, z, n] = tf.split(whole, 3, 1). Gates use tf.sigmoid, " +
        "the candidate tf.tanh.",
      ko:
        "마지막 축을 따라 나누려면 const [r, z, n] = tf.split(whole, 3, 1)을 씁니다. 게이트는 tf.sigmoid, 후보는 tf.tanh입니다.",
    },
    {
      en: "The candidate is tanh(x_n + r · h_n), with tf.mul for the product. The new state is " +
        "tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden)).",
      ko:
        "후보는 tanh(x_n + r · h_n)이고, 곱은 tf.mul입니다. 새 상태는 tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden))입니다.",
    },
  ],
});
