/**
 * Exercise 02.2: the scores of additive attention (Bahdanau, Cho and Bengio 2015, appendix A.1.2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [
  queries: TensorData,
  states: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  scoreWeights: TensorData,
];

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

export const additiveScores = defineExercise<Arguments>({
  id: "02.2",
  name: "additiveScores",
  title: { en: "A small network that compares", ko: "비교하는 작은 신경망" },
  difficulty: 3,
  minutes: 20,
  points: 3,
  task: {
    en:
      `Write $v \\cdot \\tanh(s\\,W_q + h\\,W_k)$ for every pair of a query $s$ and a state $h$. Both are
projected to the same length, \`attention\`; then every query must meet every state. Loops over plain rows or
broadcasting both work.`,
    ko:
      `쿼리 $s$와 상태 $h$의 모든 쌍에 대해 $v \\cdot \\tanh(s\\,W_q + h\\,W_k)$를 구현하세요. 둘을 같은 길이(\`attention\`)로 투영한 다음 모든
쿼리가 모든 상태와 만나야 합니다. 행을 도는 반복문으로도, 브로드캐스트로도 할 수 있습니다.`,
  },
  card: ["matMul", "expandDims", "add", "tanh", "mul", "sum"],
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
  result: [{ name: "scores", ko: "점수", axes: "query key" }],
  withheld: ["lib/attention/additive.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "Worked by hand: 2 tanh(1 − 0.5) − tanh(0 + 1), and 2 tanh(1 + 0) − tanh(0 − 1)",
          ko: "손으로 푼 예: 2 tanh(1 − 0.5) − tanh(0 + 1), 그리고 2 tanh(1 + 0) − tanh(0 − 1)",
        },
        args: [
          TensorData.fromRows([[1, 0]]),
          TensorData.fromRows([[1, 0], [0, 1]]),
          TensorData.fromRows([[1, 0], [5, 7]]),
          TensorData.fromRows([[-0.5, 1], [0, -1]]),
          new TensorData([2], [2, -1]),
        ],
        result: TensorData.fromRows([[2 * Math.tanh(0.5) - Math.tanh(1), 3 * Math.tanh(1)]]),
      },
      {
        property: { en: "Queries and states of one length", ko: "쿼리와 상태의 길이가 같음" },
        args: draw(random, { query: 3, key: 7, dim: 5, state: 5, attention: 2 }),
      },
      {
        property: { en: "As many queries as states", ko: "쿼리와 상태의 개수가 같음" },
        args: draw(random, { query: 3, key: 3, dim: 2, state: 2, attention: 5 }),
      },
      {
        property: { en: "States longer than queries", ko: "상태가 쿼리보다 긺" },
        args: draw(random, { query: 5, key: 3, dim: 2, state: 11, attention: 7 }),
      },
      {
        property: { en: "A single state", ko: "상태가 하나" },
        args: draw(random, { query: 7, key: 1, dim: 3, state: 2, attention: 5 }),
      },
    ];
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
