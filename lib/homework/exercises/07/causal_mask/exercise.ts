/**
 * Exercise 07.2: the lower triangle that hides the future (Vaswani et al. 2017, section 3.2.3).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [length: number];

export const causalMask = defineExercise<Arguments>({
  id: "07.2",
  name: "causalMask",
  title: { en: "Hide the future", ko: "미래 가리기" },
  difficulty: 2,
  minutes: 10,
  points: 3,
  task: {
    en:
      `Return a square mask of type bool: place \`query\` may see itself and every place before it, nothing
after it. Rows are queries, columns are keys. Sentences differ in length, so do not write the table by hand.`,
    ko:
      `bool 타입의 정사각 마스크를 돌려주세요. 자리 \`query\`는 자기 자신과 그 앞의 모든 자리를 볼 수 있고, 뒤는 볼 수 없습니다. 행이 쿼리, 열이
키입니다. 문장의 길이는 저마다 다르므로 표를 손으로 적지 마세요.`,
  },
  card: ["range", "expandDims", "lessEqual"],
  stub: `/**
 * Hides the future.
 *
 * @param length how many places
 * @returns bool [query, key]: true = may be seen
 */
function causalMask(length: number): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "length", axes: "" }],
  result: [{ name: "keep", ko: "마스크", axes: "query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: { en: "Three places: a staircase", ko: "자리가 셋: 계단" },
        args: [3],
        result: TensorData.fromRows([[1, 0, 0], [1, 1, 0], [1, 1, 1]], "bool"),
      },
      {
        property: { en: "One place sees itself", ko: "자리가 하나면 자기 자신을 봄" },
        args: [1],
        result: TensorData.fromRows([[1]], "bool"),
      },
      {
        property: {
          en: "Two places: the first does not see the second",
          ko: "자리가 둘: 첫 자리는 둘째 자리를 보지 못함",
        },
        args: [2],
        result: TensorData.fromRows([[1, 0], [1, 1]], "bool"),
      },
      {
        property: { en: "Any other length", ko: "그 밖의 길이" },
        args: [5 + random.integer(20)],
      },
    ];
  },

  hints: [
    {
      en:
        "Write the table for three places on paper, rows as queries. Which comparison of the row's and " +
        "the column's number is true exactly in your table?",
      ko:
        "자리가 셋일 때의 표를 종이에 그려 보세요. 행이 쿼리입니다. 행 번호와 열 번호를 어떻게 비교하면 그 표가 될까요?",
    },
    {
      en:
        "The function tf.range gives 0, 1, 2, …; as a row these are the keys. As a column (tf.expandDims at axis 1) " +
        "they are the queries. A comparison of the two broadcasts to a square.",
      ko:
        "tf.range는 0, 1, 2, …를 줍니다. 행으로 두면 키, 열로 두면(축 1에 tf.expandDims) 쿼리입니다. 둘을 비교하면 정사각형으로 브로드캐스트됩니다.",
    },
    {
      en: "A key may be seen where key ≤ query: tf.lessEqual(keys, queries).",
      ko: "키 ≤ 쿼리인 곳을 보아도 됩니다: tf.lessEqual(keys, queries).",
    },
  ],
});
