/**
 * Wrong answers to exercise 02.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Rows } from "../../../exercise/arithmetic.ts";
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { broadcastError, matMul } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, pairs, projected } from "./exercise.ts";

/** Both through one of the two projections. */
function shared(args: Arguments, projection: TensorData): TensorData | Throws {
  const [queries, states, , , scoreWeights] = args;
  const projectedQueries = matMul(queries, projection);
  const projectedStates = matMul(states, projection);
  if (projectedQueries instanceof Throws) return projectedQueries;
  if (projectedStates instanceof Throws) return projectedStates;
  return pairs(projectedQueries.rows(), projectedStates.rows(), scoreWeights);
}

/** The i-th query with the i-th state alone; with only one query, or one state, it meets every other. */
function unpaired(args: Arguments): Rows | Throws {
  const [projectedQueries, projectedStates] = projected(args);
  const size = projectedQueries[0].length;
  const error = broadcastError([projectedQueries.length, size], [projectedStates.length, size]);
  return error ?? pairs(projectedQueries, projectedStates, args[4]).rows();
}

/** A whole cell with its own projections and its own last line. */
function variant(
  result = `tf.squeeze(tf.matMul(tf.tanh(tf.add(projectedQueries, projectedStates)), column), [2])`,
  queryMatrix = "queryWeights",
  stateMatrix = "keyWeights",
): string {
  return `function additiveScores(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  queryWeights: Axes<"dim attention">,
  keyWeights: Axes<"state attention">,
  scoreWeights: Axes<"attention">,
): Axes<"query key"> {
  const projectedQueries: tf.Tensor = tf.expandDims(tf.matMul(queries as tf.Tensor, ${queryMatrix}), 1);
  const projectedStates: tf.Tensor = tf.expandDims(tf.matMul(states as tf.Tensor, ${stateMatrix}), 0);
  const column = tf.tile(
    tf.reshape(scoreWeights, [1, scoreWeights.shape[0], 1]),
    [queries.shape[0], 1, 1],
  );
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "no tanh",
    hint: {
      en:
        "You leave out the tanh. Without it the score is a sum of what the query says and what the state " +
        "says; the query's part is the same for every key, and softmax cancels it.",
      ko:
        "tanh를 빠뜨렸습니다. 그러면 점수는 쿼리의 몫과 상태의 몫을 더한 것이 되고, 쿼리의 몫은 모든 키에서 같아 softmax에서 사라집니다.",
    },
    source: variant(
      "tf.squeeze(tf.matMul(tf.add(projectedQueries, projectedStates), column), [2])",
    ),
    values(...args) {
      const [projectedQueries, projectedStates] = projected(args);
      return [pairs(projectedQueries, projectedStates, args[4], (sum) => sum)];
    },
  },
  {
    name: "one shared projection",
    hint: {
      en:
        "You project queries and states with the same matrix. Each has a matrix of its own: W_q for the " +
        "queries, W_k for the states, which may even differ in length.",
      ko:
        "쿼리와 상태에 같은 행렬을 곱했습니다. 각각 자기 행렬이 있습니다. 쿼리에는 W_q, 상태에는 W_k를 곱하세요. 둘의 길이는 다를 수도 있습니다.",
    },
    source: variant(undefined, "queryWeights", "queryWeights"),
    values: (...args) => [shared(args, args[2]), shared(args, args[3])],
  },
  {
    name: "tanh of the score",
    hint: {
      en:
        "You take the tanh last, of the finished score. It belongs inside: tanh of the projected sum, " +
        "number by number, and only then v adds them up.",
      ko:
        "완성된 점수에 마지막으로 tanh를 취했습니다. tanh는 안쪽에 있어야 합니다. 투영한 합의 각 수에 먼저 tanh를 취하고, 그다음 v로 더하세요.",
    },
    source: variant(
      "tf.tanh(tf.squeeze(tf.matMul(tf.add(projectedQueries, projectedStates), column), [2]))",
    ),
    values(...args) {
      const [projectedQueries, projectedStates] = projected(args);
      const scores = pairs(projectedQueries, projectedStates, args[4], (sum) => sum);
      return [new TensorData(scores.shape, scores.numbers.map(Math.tanh))];
    },
  },
  {
    name: "a tanh for each before they meet",
    hint: {
      en:
        "You take the tanh of query and state apart and add afterwards. Then the query adds the same to " +
        "every key, and softmax cancels it: add first, and squash the sum, so that the two can meet.",
      ko:
        "쿼리와 상태에 따로 tanh를 취한 다음 더했습니다. 그러면 쿼리는 모든 키에 같은 값을 더할 뿐이라 softmax에서 사라집니다. " +
        "먼저 더하고 그 합에 tanh를 취해야 둘이 만납니다.",
    },
    source: variant(
      "tf.sum(tf.mul(tf.add(tf.tanh(projectedQueries), tf.tanh(projectedStates)), scoreWeights), -1)",
    ),
    values(...args) {
      const [projectedQueries, projectedStates] = projected(args).map((rows) =>
        rows.map((row) => row.map(Math.tanh))
      );
      return [pairs(projectedQueries, projectedStates, args[4], (sum) => sum)];
    },
  },
  {
    name: "no axis on which the pairs meet",
    hint: {
      en:
        "You add [query, attention] and [key, attention] as they are: that pairs the first with the first, " +
        "if it fits at all. Give each an axis of length 1 for the other, so that every query meets every " +
        "state.",
      ko:
        "[query, attention]과 [key, attention]을 그대로 더했습니다. 그러면 첫째는 첫째와만 만나고, 길이가 다르면 맞지도 않습니다. " +
        "모든 쿼리가 모든 상태와 만나도록 서로를 위한 길이 1인 축을 하나씩 넣으세요.",
    },
    source: variant(
      "tf.sum(tf.mul(tf.tanh(tf.add(tf.squeeze(projectedQueries, [1]), tf.squeeze(projectedStates, [0]))), scoreWeights), -1)",
    ),
    values(...args) {
      const scores = unpaired(args);
      if (scores instanceof Throws) return [scores, scores];
      const numbers = scores.flat();
      return [
        new TensorData([numbers.length], numbers),
        new TensorData([numbers.length, 1], numbers),
      ];
    },
  },
];
