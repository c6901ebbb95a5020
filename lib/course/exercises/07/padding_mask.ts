/**
 * Exercise 07.1: which keys are words and which only fill the batch.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../exercise.ts";
import { TensorData } from "../../values.ts";
import { asNumbers } from "./masks.ts";

type Arguments = [ids: TensorData, padId: number];

function keptWhere(ids: TensorData, shape: number[], isKept: (id: number) => boolean): TensorData {
  return new TensorData(shape, ids.numbers.map((id) => isKept(id) ? 1 : 0), "bool");
}

/** [batch, 1, key] */
function forEveryQuery({ shape: [batch, key] }: TensorData): number[] {
  return [batch, 1, key];
}

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  const pad = tf.scalar(padId, "int32");
  return ${result};
}`;
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

  mistakes: [
    {
      name: "inverted",
      hint: {
        en:
          "Your mask is inverted: it keeps the padding and hides the words. In this course true means " +
          "“may be seen”.",
        ko:
          "마스크가 뒤집혔습니다. 패딩을 남기고 단어를 가립니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
      },
      source: variant("tf.expandDims(tf.equal(ids, pad), 1)"),
      values: (ids, padId) => [keptWhere(ids, forEveryQuery(ids), (id) => id === padId)],
    },
    {
      name: "always hides 0",
      hint: {
        en: "You compare with 0, but the id of padding is an argument. Compare with padId.",
        ko: "0과 비교했습니다. 패딩의 id는 인자로 주어집니다. padId와 비교하세요.",
      },
      source: variant("tf.expandDims(tf.notEqual(ids, 0), 1)"),
      values: (ids) => [keptWhere(ids, forEveryQuery(ids), (id) => id !== 0)],
    },
    {
      name: "no axis for the queries",
      hint: {
        en:
          "The values are right, the shape is [batch, key]. Beside scores [batch, query, key] its batch " +
          "would be taken for the queries: insert an axis of length 1 in the middle.",
        ko:
          "값은 맞지만 모양이 [batch, key]입니다. 점수 [batch, query, key] 옆에서는 batch 축이 query 축으로 읽힙니다. " +
          "가운데에 길이 1인 축을 넣으세요.",
      },
      source: variant("tf.notEqual(ids, pad)"),
      values: (ids, padId) => [keptWhere(ids, [...ids.shape], (id) => id !== padId)],
    },
    {
      name: "hides queries instead of keys",
      hint: {
        en:
          "Your mask is [batch, key, 1]: it hides rows, the padding that asks. What must be hidden is " +
          "padding that is looked at, the columns: [batch, 1, key].",
        ko:
          "마스크가 [batch, key, 1]입니다. 묻는 쪽(행)의 패딩을 가렸습니다. 가려야 할 것은 보이는 쪽(열)의 패딩입니다. " +
          "모양은 [batch, 1, key]입니다.",
      },
      source: variant("tf.expandDims(tf.notEqual(ids, pad), 2)"),
      values: (ids, padId) => [keptWhere(ids, [...ids.shape, 1], (id) => id !== padId)],
    },
    {
      name: "numbers instead of true and false",
      hint: {
        en: "Your mask holds the right ones and zeros, but they are numbers. " +
          'A mask is of type bool: a comparison gives one, and tf.cast(x, "bool") makes one.',
        ko: "1과 0의 자리는 맞지만 마스크가 수로 되어 있습니다. " +
          '마스크는 bool 타입이어야 합니다. 비교한 결과가 bool이고, tf.cast(x, "bool")로 바꿀 수도 있습니다.',
      },
      source: variant('tf.expandDims(tf.cast(tf.notEqual(ids, pad), "float32"), 1)'),
      values: (ids, padId) => [
        asNumbers(keptWhere(ids, forEveryQuery(ids), (id) => id !== padId)),
      ],
    },
  ],

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
