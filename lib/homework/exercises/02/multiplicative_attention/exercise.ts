/**
 * Exercise 02.5: multiplicative attention from its parts: scores, weights that leave padding out, contexts
 * (Luong, Pham and Manning 2015, section 3.1, the score called "general").
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [queries: TensorData, states: TensorData, matrix: TensorData, keep: TensorData];

/** 1 for a real word, 0 for padding. */
function kept(...numbers: number[]): TensorData {
  return new TensorData([numbers.length], numbers, "bool");
}

/** Sizes of a call. */
interface Sizes {
  readonly query: number;
  readonly dim: number;
  readonly state: number;
}

/** A call with random numbers; scores keep to a few units, or spread over `spread`. */
function draw(
  random: Random,
  { query, dim, state }: Sizes,
  keep: TensorData,
  spread = 1,
): Arguments {
  return [
    matrix(random, query, dim),
    matrix(random, keep.numbers.length, state),
    matrix(random, dim, state, spread / Math.sqrt(dim)),
    keep,
  ];
}

export const multiplicativeAttention = defineExercise<Arguments>({
  id: "02.5",
  name: "multiplicativeAttention",
  title: { en: "Attention, all of it", ko: "어텐션 전체" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Put the parts together. Several decoder states ask at once: score every query $q$ with every state $h$ by
$q\\,W\\,h$, turn each row into weights over the real words (your \`attentionWeights\` of 02.3 may be called),
and collect a context for each query. Return both.`,
    ko:
      `지금까지의 조각을 하나로 잇습니다. 디코더 상태 여러 개가 한꺼번에 묻습니다. 쿼리 $q$와 상태 $h$의 모든 쌍에 점수 $q\\,W\\,h$를 매기고, 행마다 실제 단어들만의
가중치로 바꾸고(02.3의 \`attentionWeights\`를 불러도 됩니다), 쿼리마다 컨텍스트를 모으세요. 가중치와 컨텍스트를 모두 돌려주세요.`,
  },
  card: ["matMul", "softmax"],
  stub: `/**
 * Multiplicative attention: where each query looks, and what it takes home.
 *
 * @param queries [query, dim]: the decoder's states
 * @param states [key, state]: the encoder's states
 * @param matrix W [dim, state]
 * @param keep bool [key]: true for a real word, false for padding
 * @returns weights [query, key], each row sums to 1; contexts [query, state]
 */
function multiplicativeAttention(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  matrix: Axes<"dim state">,
  keep: Axes<"key">,
): { weights: Axes<"query key">; contexts: Axes<"query state"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "query dim" },
    { name: "states", axes: "key state" },
    { name: "matrix", axes: "dim state" },
    { name: "keep", axes: "key" },
  ],
  result: [{ name: "weights", axes: "query key" }, { name: "contexts", axes: "query state" }],
  withheld: [
    "lib/attention/multiplicative.ts",
    "lib/attention/additive.ts",
    "lib/attention/masked_softmax.ts",
  ],
  uses: ["02.3"],

  cases(random): Case<Arguments>[] {
    const [queries, states] = draw(random, { query: 3, dim: 2, state: 5 }, kept(1, 1, 1, 1));
    return [
      {
        property: {
          en: "Worked by hand: scores 0 and ln 3, weights 1/4 and 3/4, padding 0",
          ko: "손으로 푼 예: 점수 0과 ln 3, 가중치 1/4과 3/4, 패딩은 0",
        },
        args: [
          TensorData.fromRows([[1]]),
          TensorData.fromRows([[4, 0], [8, 1], [5, 7]]),
          TensorData.fromRows([[0, Math.log(3)]]),
          kept(1, 1, 0),
        ],
        result: {
          weights: TensorData.fromRows([[0.25, 0.75, 0]]),
          contexts: TensorData.fromRows([[7, 0.75]]),
        },
      },
      {
        property: {
          en: "A matrix of zeros and no padding: no state fits better, contexts are the mean",
          ko: "행렬이 모두 0이고 패딩이 없음: 더 맞는 상태가 없으니 컨텍스트는 평균",
        },
        args: [queries, states, new TensorData([2, 5], new Array(10).fill(0)), kept(1, 1, 1, 1)],
      },
      {
        property: { en: "Without padding", ko: "패딩이 없음" },
        args: draw(random, { query: 3, dim: 2, state: 5 }, kept(1, 1, 1, 1)),
      },
      {
        property: { en: "Padding at the end", ko: "끝에 있는 패딩" },
        args: draw(random, { query: 2, dim: 5, state: 3 }, kept(1, 1, 1, 1, 0, 0, 0)),
      },
      {
        property: {
          en: "Queries as long as states, padding in between",
          ko: "쿼리와 상태의 길이가 같고, 사이에 패딩이 있음",
        },
        args: draw(random, { query: 3, dim: 4, state: 4 }, kept(1, 0, 1, 0, 1)),
      },
      {
        property: {
          en: "One real word: every query takes its state home",
          ko: "실제 단어가 하나: 모든 쿼리가 그 상태를 가져갑니다",
        },
        args: draw(random, { query: 5, dim: 3, state: 2 }, kept(0, 1, 0, 0)),
      },
      {
        property: { en: "Large scores", ko: "큰 점수" },
        args: draw(random, { query: 4, dim: 3, state: 7 }, kept(1, 1, 0, 1, 1), 60),
      },
    ];
  },

  hints: [
    {
      en: "Three lines: scores [query, key], weights [query, key], contexts [query, state].",
      ko: "세 줄이면 됩니다. 점수 [query, key], 가중치 [query, key], 컨텍스트 [query, state].",
    },
    {
      en:
        "The product of queries and W is [query, state]: each query in the encoder's terms. Its product with the transposed " +
        "states is every score.",
      ko:
        "queries에 W를 곱하면 [query, state], 곧 인코더의 말로 옮긴 쿼리입니다. 이것을 전치한 states와 곱하면 모든 점수가 나옵니다.",
    },
    {
      en:
        "tf.matMul(tf.matMul(queries, matrix), states, false, true), then attentionWeights(scores, keep), then " +
        "tf.matMul(weights, states).",
      ko:
        "tf.matMul(tf.matMul(queries, matrix), states, false, true)로 점수를, attentionWeights(scores, keep)로 가중치를, " +
        "tf.matMul(weights, states)로 컨텍스트를 구하세요.",
    },
  ],
});
