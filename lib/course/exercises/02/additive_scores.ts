/**
 * Exercise 02.2: the scores of additive attention (Bahdanau, Cho and Bengio 2015, appendix A.1.2).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix, multiply, type Rows } from "../../arithmetic.ts";
import { type Case, defineExercise, Throws } from "../../exercise.ts";
import { matMul, unlikeShapes } from "../../thrown.ts";
import { TensorData } from "../../values.ts";

type Arguments = [
  queries: TensorData,
  states: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  scoreWeights: TensorData,
];

/** v · meet(asked, offered) for each pair. */
function pairs(
  asked: Rows,
  offered: Rows,
  scoreWeights: TensorData,
  meet: (sum: number) => number = Math.tanh,
): TensorData {
  const score = (a: number[], b: number[]) =>
    scoreWeights.numbers.reduce((sum, v, i) => sum + v * meet(a[i] + b[i]), 0);
  return TensorData.fromRows(asked.map((a) => offered.map((b) => score(a, b))));
}

function projected([queries, states, queryWeights, keyWeights]: Arguments): [Rows, Rows] {
  return [
    multiply(queries.rows(), queryWeights.rows()),
    multiply(states.rows(), keyWeights.rows()),
  ];
}

/** Both through one of the two projections. */
function shared(args: Arguments, projection: TensorData): TensorData | Throws {
  const [queries, states, , , scoreWeights] = args;
  const [asked, offered] = [matMul(queries, projection), matMul(states, projection)];
  if (asked instanceof Throws) return asked;
  if (offered instanceof Throws) return offered;
  return pairs(asked.rows(), offered.rows(), scoreWeights);
}

/** The i-th query with the i-th state alone; with only one query, or one state, it meets every other. */
function unpaired(args: Arguments): Rows | Throws {
  const [asked, offered] = projected(args);
  const [queryCount, keyCount] = [asked.length, offered.length];
  const error = unlikeShapes([queryCount, asked[0].length], [keyCount, asked[0].length]);
  return error ?? pairs(asked, offered, args[4]).rows();
}

/** A whole cell with its own projections and its own last line. */
function variant(
  result = `tf.squeeze(tf.matMul(tf.tanh(tf.add(asked, offered)), column), [2])`,
  asked = "queryWeights",
  offered = "keyWeights",
): string {
  return `function additiveScores(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  queryWeights: Axes<"dim attention">,
  keyWeights: Axes<"state attention">,
  scoreWeights: Axes<"attention">,
): Axes<"query key"> {
  const asked: tf.Tensor = tf.expandDims(tf.matMul(queries as tf.Tensor, ${asked}), 1);
  const offered: tf.Tensor = tf.expandDims(tf.matMul(states as tf.Tensor, ${offered}), 0);
  const column = tf.tile(
    tf.reshape(scoreWeights, [1, scoreWeights.shape[0], 1]),
    [queries.shape[0], 1, 1],
  );
  return ${result};
}`;
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
    const [asked, offered] = projected(args);
    return pairs(asked, offered, args[4]);
  },

  mistakes: [
    {
      name: "no tanh",
      hint: {
        en:
          "You leave out the tanh. Without it the score is a sum of what the query says and what the state " +
          "says; the query's part is the same for every key, and softmax cancels it.",
        ko:
          "tanh를 빠뜨렸습니다. 그러면 점수는 쿼리의 몫과 상태의 몫을 더한 것이 되고, 쿼리의 몫은 모든 키에서 같아 softmax에서 사라집니다.",
      },
      source: variant("tf.squeeze(tf.matMul(tf.add(asked, offered), column), [2])"),
      values(...args) {
        const [asked, offered] = projected(args);
        return [pairs(asked, offered, args[4], (sum) => sum)];
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
      source: variant("tf.tanh(tf.squeeze(tf.matMul(tf.add(asked, offered), column), [2]))"),
      values(...args) {
        const [asked, offered] = projected(args);
        const scores = pairs(asked, offered, args[4], (sum) => sum);
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
        "tf.sum(tf.mul(tf.add(tf.tanh(asked), tf.tanh(offered)), scoreWeights), -1)",
      ),
      values(...args) {
        const [asked, offered] = projected(args).map((rows) =>
          rows.map((row) => row.map(Math.tanh))
        );
        return [pairs(asked, offered, args[4], (sum) => sum)];
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
        "tf.sum(tf.mul(tf.tanh(tf.add(tf.squeeze(asked, [1]), tf.squeeze(offered, [0]))), scoreWeights), -1)",
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
  ],

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
