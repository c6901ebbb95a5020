/**
 * Exercise 01.2: one step of the gated recurrent unit (Cho et al. 2014), with the reset gate after the
 * matrix product, as cuDNN, PyTorch and this course's library have it.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix, multiply, type Rows } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [
  projected: TensorData,
  hidden: TensorData,
  recurrentWeights: TensorData,
  recurrentBias: TensorData,
];

interface Choices {
  /** Which part of the last axis is reset, update and candidate. */
  readonly order?: readonly [reset: number, update: number, candidate: number];
  /** New state from old state, candidate and update gate. */
  readonly mix?: (old: number, candidate: number, update: number) => number;
  /** Where the reset gate acts. */
  readonly reset?: "after" | "before" | "never";
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

export function step(
  [projected, hidden, recurrentWeights, recurrentBias]: Arguments,
  {
    order = [0, 1, 2],
    mix = (old, candidate, update) => (1 - update) * candidate + update * old,
    reset = "after",
  }: Choices = {},
): TensorData {
  const [size] = recurrentWeights.shape;
  const states = hidden.rows();
  const part = (rows: Rows, i: number) => rows.map((row) => row.slice(i * size, (i + 1) * size));
  const recurrentOf = (rows: Rows) =>
    multiply(rows, recurrentWeights.rows())
      .map((row) => row.map((x, j) => x + recurrentBias.numbers[j]));
  const read = projected.rows();
  const recurrent = recurrentOf(states);
  const gate = (i: number) => {
    const x = part(read, i);
    const h = part(recurrent, i);
    return x.map((row, b) => row.map((value, j) => sigmoid(value + h[b][j])));
  };
  const resets = gate(order[0]);
  const updates = gate(order[1]);
  const faded = states.map((row, b) => row.map((x, j) => resets[b][j] * x));
  const recurrentParts = reset === "before"
    ? part(recurrentOf(faded), order[2])
    : part(recurrent, order[2]).map((row, b) =>
      row.map((x, j) => reset === "never" ? x : resets[b][j] * x)
    );
  const candidates = part(read, order[2]).map((row, b) =>
    row.map((x, j) => Math.tanh(x + recurrentParts[b][j]))
  );
  return TensorData.fromRows(
    states.map((row, b) => row.map((old, j) => mix(old, candidates[b][j], updates[b][j]))),
  );
}

function drawn(random: Random, batch: number, size: number): Arguments {
  return [
    matrix(random, batch, 3 * size),
    matrix(random, batch, size, 0.7),
    matrix(random, size, 3 * size, 0.8),
    new TensorData([3 * size], [...random.normals(3 * size, 0, 0.5)]),
  ];
}

/** Inputs that hold the update gate open or shut, whatever the state. */
function forced(random: Random, size: number, update: number): Arguments {
  const [projected, ...rest] = drawn(random, 3, size);
  const numbers = projected.numbers.map((x, i) =>
    Math.floor((i % (3 * size)) / size) === 1 ? update : x
  );
  return [new TensorData(projected.shape, numbers), ...rest];
}

export const gruStep = defineExercise<Arguments, TensorData>({
  id: "01.2",
  name: "gruStep",
  title: "One step of a gated recurrent unit",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: `Two gates (게이트), a candidate, a mixture:

$$r = \\sigma(x_r + h_r) \\qquad z = \\sigma(x_z + h_z) \\qquad n = \\tanh(x_n + r \\circ h_n) \\qquad
h' = (1 - z) \\circ n + z \\circ h$$

The $x$ parts stand side by side in \`projected\`: reset, update, candidate. The $h$ parts stand in the
same order in $h W_h + b_h$. $\\circ$ multiplies number by number, so $r$
multiplies $h_n$ *after* the matrix product.`,
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
  result: [{ name: "the new state", axes: "batch hidden" }],
  withheld: ["lib/tensor/ops/gru.ts", "lib/nn/recurrent.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "One number in the state", args: drawn(random, 3, 1) },
      { property: "Update gate open (z ≈ 1): the old state stays", args: forced(random, 5, 40) },
      {
        property: "Update gate shut (z ≈ 0): the candidate replaces the state",
        args: forced(random, 5, -40),
      },
      { property: "A batch, all gates half open", args: drawn(random, 7, 5) },
      { property: "Another size", args: drawn(random, 2, 11) },
    ];
  },

  reference: (...args) => step(args),

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
