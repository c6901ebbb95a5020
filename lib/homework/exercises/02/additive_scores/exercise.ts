/**
 * Exercise 02.2: the scores of additive attention (Bahdanau, Cho and Bengio 2015, appendix A.1.2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix, multiply, type Rows } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [
  queries: TensorData,
  states: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  scoreWeights: TensorData,
];

/** v · combine(projected query + projected state) for each pair. */
export function pairs(
  projectedQueries: Rows,
  projectedStates: Rows,
  scoreWeights: TensorData,
  combine: (sum: number) => number = Math.tanh,
): TensorData {
  const score = (a: number[], b: number[]) =>
    scoreWeights.numbers.reduce((sum, v, i) => sum + v * combine(a[i] + b[i]), 0);
  return TensorData.fromRows(projectedQueries.map((a) => projectedStates.map((b) => score(a, b))));
}

export function projected([queries, states, queryWeights, keyWeights]: Arguments): [Rows, Rows] {
  return [
    multiply(queries.rows(), queryWeights.rows()),
    multiply(states.rows(), keyWeights.rows()),
  ];
}

/** Random arguments of the given sizes. */
function draw(
  random: Random,
  { query, key, dim, state, attention }: Record<string, number>,
): Arguments {
  return [
    matrix(random, query, dim),
    matrix(random, key, state),
    matrix(random, dim, attention),
    matrix(random, state, attention),
    new TensorData([attention], [...random.normals(attention)]),
  ];
}

export const additiveScores = defineExercise<Arguments, TensorData>({
  id: "02.2",
  name: "additiveScores",
  title: "A small network that compares",
  difficulty: 3,
  minutes: 20,
  points: 3,
  task:
    `Write $v \\cdot \\tanh(s\\,W_q + h\\,W_k)$ for every pair of a query $s$ and a state $h$. Both are
projected to the same length, \`attention\`; then every query must meet every state. Loops over plain rows or
broadcasting both work.`,
  stub: `/**
 * The scores of additive attention.
 *
 * @param queries [query, dim]: the decoder's states
 * @param states [key, state]: the encoder's states
 * @param queryWeights W_q [dim, attention]
 * @param keyWeights W_k [state, attention]
 * @param scoreWeights v [attention]
 * @returns scores [query, key]
 */
function additiveScores(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  queryWeights: Axes<"dim attention">,
  keyWeights: Axes<"state attention">,
  scoreWeights: Axes<"attention">,
): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "query dim" },
    { name: "states", axes: "key state" },
    { name: "queryWeights", axes: "dim attention" },
    { name: "keyWeights", axes: "state attention" },
    { name: "scoreWeights", axes: "attention" },
  ],
  result: [{ name: "scores", axes: "query key" }],
  withheld: ["lib/attention/additive.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: "One query, two states: by hand",
        args: [
          TensorData.fromRows([[1, 0]]),
          TensorData.fromRows([[0, 1], [2, 1]]),
          TensorData.fromRows([[1, 0, 2], [0, 1, 0]]),
          TensorData.fromRows([[0, -1, 1], [1, 0, 1]]),
          new TensorData([3], [1, 2, -1]),
        ],
      },
      {
        property: "Queries and states of one length",
        args: draw(random, { query: 3, key: 7, dim: 5, state: 5, attention: 2 }),
      },
      {
        property: "States longer than queries",
        args: draw(random, { query: 5, key: 3, dim: 2, state: 11, attention: 7 }),
      },
      {
        property: "A single state",
        args: draw(random, { query: 7, key: 1, dim: 3, state: 2, attention: 5 }),
      },
    ];
  },

  reference(...args) {
    const [projectedQueries, projectedStates] = projected(args);
    return pairs(projectedQueries, projectedStates, args[4]);
  },

  hints: [
    {
      en:
        "Project both, add every query to every state, squash the sums, and add up with v. Which shapes " +
        "are in between?",
      ko:
        "둘을 각각 투영하고, 모든 쿼리와 모든 상태를 더하고, 그 합에 tanh를 취한 다음 v로 더하세요. 그 사이의 모양(shape)은 어떻게 될까요?",
    },
    {
      en:
        "With tf.expandDims the projected queries become [query, 1, attention] and the states [1, key, " +
        "attention]; tf.add then makes [query, key, attention].",
      ko:
        "tf.expandDims로 투영한 쿼리를 [query, 1, attention], 상태를 [1, key, attention]으로 만들면 tf.add의 결과는 [query, key, attention]입니다.",
    },
    {
      en:
        "Take tf.tanh of that sum, multiply by scoreWeights (it broadcasts along the last axis), and tf.sum " +
        "over the last axis.",
      ko:
        "그 합에 tf.tanh를 취하고, scoreWeights를 곱한 다음(마지막 축을 따라 브로드캐스트됩니다), 마지막 축을 따라 tf.sum을 하세요.",
    },
  ],
});
