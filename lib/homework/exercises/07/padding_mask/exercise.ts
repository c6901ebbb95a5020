/**
 * Exercise 07.1: which keys are words and which only fill the batch.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [ids: TensorData, padId: number];

/** Sentences of these lengths, filled up with `padId`; the words are other ids from 0 to 9. */
function batch(random: Random, lengths: number[], padId: number): TensorData {
  const time = Math.max(...lengths);
  const rows = lengths.map((length) =>
    Array.from(
      { length: time },
      (_, i) => i < length ? (padId + 1 + random.integer(9)) % 10 : padId,
    )
  );
  return TensorData.fromRows(rows, "int32");
}

export const paddingMask = defineExercise<Arguments>({
  id: "07.1",
  name: "paddingMask",
  title: { en: "Hide the padding", ko: "패딩 가리기" },
  difficulty: 1,
  minutes: 8,
  points: 2,
  task: {
    en:
      `Sentences of a batch are filled up with \`padId\`. Return a mask of type bool that is true where a key is
a word and false where it is padding. It is the same for every query of a sentence: give the query axis
length 1, and it broadcasts.`,
    ko:
      `배치의 문장들은 \`padId\`로 채워져 있습니다. 키가 단어이면 true, 패딩이면 false인 bool 타입의 마스크를 돌려주세요. 한 문장의 모든 쿼리에
똑같이 쓰이므로 query 축의 길이를 1로 두면 브로드캐스트됩니다.`,
  },
  card: ["notEqual", "scalar", "expandDims"],
  stub: `/**
 * Hides padding.
 *
 * @param ids int32 [batch, key]; padding may stand on either side
 * @param padId the id of padding; not always 0
 * @returns bool [batch, 1, key]: true = may be seen
 */
function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "ids", axes: "batch key" }, { name: "padId", axes: "" }],
  result: [{ name: "keep", ko: "마스크", axes: "batch query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: 7, 5 and one padding: true, true, false",
          ko: "손으로 푼 예: 7, 5와 패딩 하나: true, true, false",
        },
        args: [TensorData.fromRows([[7, 5, 0]], "int32"), 0],
        result: new TensorData([1, 1, 3], [1, 1, 0], "bool"),
      },
      {
        property: { en: "Several sentences", ko: "문장 여러 개" },
        args: [batch(random, [5, 2, 3], 0), 0],
      },
      {
        property: { en: "Another id of padding; 0 is a word", ko: "패딩의 id가 다르면 0은 단어" },
        args: [batch(random, [3, 7], 4), 4],
      },
      {
        property: { en: "Another id of padding; 0 is a word", ko: "패딩의 id가 다르면 0은 단어" },
        args: [TensorData.fromRows([[0, 9, 4, 4], [5, 0, 1, 4]], "int32"), 4],
        result: new TensorData([2, 1, 4], [1, 1, 0, 0, 1, 1, 1, 0], "bool"),
      },
      {
        property: { en: "Padding on the left", ko: "왼쪽에 있는 패딩" },
        args: [TensorData.fromRows([[2, 2, 2, 7, 1], [2, 3, 0, 1, 5]], "int32"), 2],
        result: new TensorData([2, 1, 5], [0, 0, 0, 1, 1, 0, 1, 1, 1, 1], "bool"),
      },
      {
        property: { en: "A sentence without any word", ko: "단어가 하나도 없는 문장" },
        args: [TensorData.fromRows([[6, 6, 6], [8, 0, 6]], "int32"), 6],
        result: new TensorData([2, 1, 3], [0, 0, 0, 1, 1, 0], "bool"),
      },
      {
        property: { en: "The longest sentence has no padding", ko: "가장 긴 문장에는 패딩이 없음" },
        args: [batch(random, [1, 5], 9), 9],
      },
    ];
  },

  hints: [
    {
      en: "Two steps: compare every id with padId, then give the result an axis for the queries.",
      ko: "두 단계입니다. 모든 id를 padId와 비교하고, 결과에 쿼리를 위한 축을 하나 넣습니다.",
    },
    {
      en:
        "The comparison tf.notEqual gives a tensor of type bool. The function tf.expandDims inserts an axis of length 1.",
      ko: "tf.notEqual은 bool 타입의 텐서를 돌려줍니다. tf.expandDims는 길이 1인 축을 넣습니다.",
    },
    {
      en: 'Compare ids with tf.scalar(padId, "int32") by tf.notEqual, then expand at axis 1.',
      ko:
        'tf.notEqual로 ids를 tf.scalar(padId, "int32")와 비교한 뒤, 축 1에 tf.expandDims를 쓰세요.',
    },
  ],
});
