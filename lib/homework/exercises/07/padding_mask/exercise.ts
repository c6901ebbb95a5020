/**
 * Exercise 07.1: which keys are words and which only fill the batch.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [ids: TensorData, padId: number];

export function keptWhere(
  ids: TensorData,
  shape: number[],
  isKept: (id: number) => boolean,
): TensorData {
  return new TensorData(shape, ids.numbers.map((id) => isKept(id) ? 1 : 0), "bool");
}

/** [batch, 1, key] */
export function forEveryQuery({ shape: [batch, key] }: TensorData): number[] {
  return [batch, 1, key];
}

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

export const paddingMask = defineExercise<Arguments, TensorData>({
  id: "07.1",
  name: "paddingMask",
  title: "Hide the padding",
  difficulty: 1,
  minutes: 8,
  points: 2,
  task:
    `Sentences of a batch are filled up with \`padId\`. Return a mask of type bool that is true where a key is
a word and false where it is padding. It is the same for every query of a sentence: give the query axis
length 1, and it broadcasts.`,
  stub: `/**
 * Hides padding.
 *
 * @param ids int32 [batch, key]
 * @param padId the id of padding; not always 0
 * @returns bool [batch, 1, key]: true = may be seen
 */
function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "ids", axes: "batch key" }, { name: "padId", axes: "" }],
  result: [{ name: "keep", axes: "batch query key" }],
  withheld: ["lib/attention/masks.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: "By hand: 7, 5 and one padding",
        args: [TensorData.fromRows([[7, 5, 0]], "int32"), 0],
      },
      { property: "Several sentences", args: [batch(random, [5, 2, 3], 0), 0] },
      { property: "Another id of padding; 0 is a word", args: [batch(random, [3, 7], 4), 4] },
      { property: "The longest sentence has no padding", args: [batch(random, [1, 5], 9), 9] },
    ];
  },

  reference: (ids, padId) => keptWhere(ids, forEveryQuery(ids), (id) => id !== padId),

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
