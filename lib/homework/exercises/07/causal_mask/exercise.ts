/**
 * Exercise 07.2: the lower triangle that hides the future (Vaswani et al. 2017, section 3.2.3).
 *
 * @module
 */
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [length: number];

export function keptWhere(
  length: number,
  isKept: (query: number, key: number) => boolean,
): TensorData {
  const { shape, numbers } = tabulate(length, length, (i, j) => isKept(i, j) ? 1 : 0);
  return new TensorData(shape, numbers, "bool");
}

export const causalMask = defineExercise<Arguments, TensorData>({
  id: "07.2",
  name: "causalMask",
  title: "Hide the future",
  difficulty: 2,
  minutes: 10,
  points: 3,
  task:
    `Return a square mask of type bool: place \`query\` may see itself and every place before it, nothing
after it. Rows are queries, columns are keys. Sentences differ in length, so do not write the table by hand.`,
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
  result: [{ name: "keep", axes: "query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Three places: a staircase", args: [3] },
      { property: "One place sees itself", args: [1] },
      { property: "Two places: the first does not see the second", args: [2] },
      { property: "Any other length", args: [5 + random.integer(20)] },
    ];
  },

  reference: (length) => keptWhere(length, (query, key) => key <= query),

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
