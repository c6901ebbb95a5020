/**
 * Wrong answers to exercise 07.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { paddingMask } from "./solution.ts";

type Ids = Axes<"batch key">;

const isWord = (ids: Ids, padId: number): tf.Tensor => tf.notEqual(ids, tf.scalar(padId, "int32"));

/** The right mask. */
const mask = (ids: Ids, padId: number): tf.Tensor => tf.expandDims(isWord(ids, padId), 1);

/** A mask from a truth for every place of every sentence. */
const maskOf = (truths: boolean[][]): tf.Tensor => tf.expandDims(tf.tensor2d(truths), 1);

function rowsOf(ids: Ids): number[][] {
  return tf.unstack(ids).map((row) => Array.from(row.dataSync()));
}

/** A low number where there is padding, as if this were to be added to scores. */
const lowered = (ids: Ids, padId: number, low: number): tf.Tensor =>
  tf.where(mask(ids, padId), 0, low);

export const mistakes: readonly Mistake<typeof paddingMask>[] = [
  {
    name: { en: "inverted", ko: "마스크가 뒤집힘" },
    hint: {
      en:
        "Your mask is inverted: it keeps the padding and hides the words. In this course true means " +
        "“may be seen”.",
      ko:
        "마스크가 뒤집혔습니다. 패딩을 남기고 단어를 가립니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    answer: (ids, padId) => tf.logicalNot(mask(ids, padId)),
    variants: [
      (ids, padId) => tf.cast(tf.logicalNot(mask(ids, padId)), "float32"),
    ],
  },
  {
    name: { en: "always hides 0", ko: "언제나 0을 가림" },
    hint: {
      en: "You hide the id 0, but the id of padding is an argument. Compare with padId.",
      ko: "id 0을 가렸습니다. 패딩의 id는 인수로 주어집니다. padId와 비교하세요.",
    },
    answer: (ids) => mask(ids, 0),
    variants: [(ids) => tf.expandDims(ids, 1).greater(0), (ids) => tf.cast(mask(ids, 0), "int32")],
  },
  {
    name: { en: "no axis for the queries", ko: "쿼리를 위한 축이 없음" },
    hint: {
      en:
        "The values are right, the shape is [batch, key]. Beside scores [batch, query, key] its batch " +
        "would be taken for the queries: insert an axis of length 1 in the middle.",
      ko:
        "값은 맞지만 모양이 [batch, key]입니다. 점수 [batch, query, key] 옆에서는 batch 축이 query 축으로 읽힙니다. " +
        "가운데에 길이 1인 축을 넣으세요.",
    },
    answer: isWord,
    variants: [(ids, padId) => tf.cast(isWord(ids, padId), "float32")],
  },
  {
    name: { en: "hides queries instead of keys", ko: "키가 아니라 쿼리를 가림" },
    hint: {
      en:
        "Your mask is [batch, key, 1]: it hides rows, the padding that asks. What must be hidden is " +
        "padding that is looked at, the columns: [batch, 1, key].",
      ko:
        "마스크가 [batch, key, 1]입니다. 묻는 쪽(행)의 패딩을 가렸습니다. 가려야 할 것은 보이는 쪽(열)의 패딩입니다. " +
        "모양은 [batch, 1, key]입니다.",
    },
    answer: (ids, padId) => tf.expandDims(isWord(ids, padId), 2),
  },
  {
    name: { en: "the new axis in front", ko: "새 축이 맨 앞에 있음" },
    hint: {
      en:
        "Your mask is [1, batch, key]: the sentences have become queries. The new axis belongs between batch and key.",
      ko:
        "마스크가 [1, batch, key]라서 문장들이 쿼리 자리에 왔습니다. 새 축은 batch와 key 사이에 넣으세요.",
    },
    answer: (ids, padId) => tf.expandDims(isWord(ids, padId), 0),
  },
  {
    name: { en: "an axis too many", ko: "축이 하나 더 많음" },
    hint: {
      en:
        "Your mask is [batch, 1, 1, key], made for scores with heads. Here scores are [batch, query, key]: one axis of " +
        "length 1 is enough.",
      ko:
        "헤드가 있는 점수에 맞춘 [batch, 1, 1, key] 마스크입니다. 여기서 점수는 [batch, query, key]이므로 길이 1인 축은 하나면 됩니다.",
    },
    answer: (ids, padId) => tf.expandDims(mask(ids, padId), 1),
  },
  {
    name: { en: "one row for each query", ko: "쿼리마다 한 행" },
    hint: {
      en:
        "The values are right, but you repeat the row for every query. The mask is the same for all of them: leave " +
        "the query axis at length 1.",
      ko:
        "값은 맞지만 쿼리마다 같은 행을 되풀이했습니다. 모든 쿼리에 같은 마스크이므로 query 축의 길이를 1로 두세요.",
    },
    answer: (ids, padId) => tf.tile(mask(ids, padId), [1, ids.shape[1], 1]),
  },
  {
    name: { en: "hides padding that asks as well", ko: "묻는 쪽의 패딩까지 가림" },
    hint: {
      en:
        "You hide rows as well as columns. Padding that asks does no harm and is not asked for here: hide the keys, " +
        "with one row for all queries.",
      ko:
        "열뿐 아니라 행까지 가렸습니다. 묻는 쪽의 패딩은 해가 없고 여기서 구할 것도 아닙니다. 모든 쿼리에 쓸 한 행으로 키만 가리세요.",
    },
    answer: (ids, padId) => tf.logicalAnd(mask(ids, padId), tf.expandDims(isWord(ids, padId), 2)),
  },
  {
    name: { en: "keeps only ids above padId", ko: "padId보다 큰 id만 남김" },
    hint: {
      en:
        "You keep the ids above padId. That works while padding is the smallest id; other ids are words, smaller ones " +
        "too.",
      ko:
        "padId보다 큰 id만 남겼습니다. 패딩이 가장 작은 id일 때만 맞습니다. padId보다 작은 id도 단어입니다.",
    },
    answer: (ids, padId) => tf.expandDims(tf.greater(ids, tf.scalar(padId, "int32")), 1),
  },
  {
    name: { en: "takes padding to stand at the end", ko: "패딩이 끝에 있다고 여김" },
    hint: {
      en:
        "Your mask keeps the first places of a sentence: as many as it has words, those before the first padding, or all " +
        "but the padding at the end. Padding may stand on the left as well: look at every id by itself.",
      ko:
        "문장의 앞자리를 단어 수만큼, 첫 패딩 앞까지, 또는 끝의 패딩만 빼고 남겼습니다. 패딩은 왼쪽에 있을 수도 있습니다. id를 하나하나 따로 보세요.",
    },
    answer: (ids, padId) =>
      maskOf(rowsOf(ids).map((row) => row.map((_, i) => !row.slice(0, i + 1).includes(padId)))),
    variants: [
      (ids, padId) =>
        maskOf(
          rowsOf(ids).map((row) => {
            const count = row.filter((id) => id !== padId).length;
            return row.map((_, i) => i < count);
          }),
        ),
      (ids, padId) =>
        maskOf(
          rowsOf(ids).map((row) => {
            const last = row.findLastIndex((id) => id !== padId);
            return row.map((_, i) => i <= last);
          }),
        ),
    ],
  },
  {
    name: { en: "numbers instead of true and false", ko: "true, false가 아니라 수" },
    hint: {
      en: "Your mask holds the right ones and zeros, but they are numbers. " +
        'A mask is of type bool: a comparison gives one, and tf.cast(x, "bool") makes one.',
      ko: "1과 0의 자리는 맞지만 마스크가 수로 되어 있습니다. " +
        '마스크는 bool 타입이어야 합니다. 비교한 결과가 bool이고, tf.cast(x, "bool")로 바꿀 수도 있습니다.',
    },
    answer: (ids, padId) => tf.cast(mask(ids, padId), "float32"),
  },
  {
    name: { en: "low scores instead of a mask", ko: "마스크가 아니라 낮은 점수" },
    hint: {
      en:
        "You return what would be added to scores, 0 and a low number. Asked is the mask itself: true for words, " +
        "false for padding.",
      ko:
        "점수에 더할 값(0과 아주 낮은 수)을 돌려주었습니다. 구할 것은 마스크 자체입니다. 단어는 true, 패딩은 false입니다.",
    },
    answer: (ids, padId) => lowered(ids, padId, -1e9),
    variants: [(ids, padId) => lowered(ids, padId, -Infinity)],
  },
  {
    name: { en: "arrays instead of a tensor", ko: "텐서가 아니라 배열" },
    hint: {
      en:
        "The truths are right, but they are plain arrays. Make a tensor of them, or compare with tf.notEqual.",
      ko: "참과 거짓은 맞지만 그냥 배열입니다. 텐서로 만들거나 tf.notEqual로 비교하세요.",
    },
    answer: (ids, padId) => rowsOf(ids).map((row) => [row.map((id) => id !== padId)]),
    variants: [(ids, padId) => rowsOf(ids).map((row) => row.map((id) => id !== padId))],
  },
  {
    name: { en: "compares the tensor, not its entries", ko: "항목이 아니라 텐서를 비교함" },
    hint: {
      en:
        "You get one truth for the whole tensor, or for each row: !== compares objects, and a tensor or an array is never a number. tf.notEqual " +
        "compares entry by entry.",
      ko:
        "텐서 전체 또는 행마다 참 하나만 나옵니다. !==는 객체를 비교하고, 텐서나 배열은 결코 수와 같지 않습니다. tf.notEqual은 항목마다 비교합니다.",
    },
    answer: (ids, padId) => !Object.is(ids, padId),
    variants: [(ids) => tf.cast(tf.ones([ids.shape[0], 1]), "bool")],
  },
  {
    name: { en: "a sentence without padding is hidden", ko: "패딩이 없는 문장을 가림" },
    hint: {
      en:
        "A sentence without padding comes out hidden from end to end: indexOf gives −1 where it finds nothing. Compare " +
        "every id by itself, and there is nothing to look for.",
      ko:
        "패딩이 없는 문장이 통째로 가려집니다. indexOf는 찾지 못하면 −1을 주기 때문입니다. id를 하나하나 비교하면 찾을 것도 없습니다.",
    },
    answer: (ids, padId) =>
      maskOf(rowsOf(ids).map((row) => row.map((_, i) => i < row.indexOf(padId)))),
  },
  {
    name: { en: "keeps padding and larger ids", ko: "패딩과 그보다 큰 id를 남김" },
    hint: {
      en:
        "You keep the ids from padId on, padding included. What counts is whether an id differs from padId.",
      ko: "padId 이상인 id를 남겨서 패딩까지 보입니다. 중요한 것은 id가 padId와 다른지입니다.",
    },
    answer: (ids, padId) => tf.expandDims(tf.greaterEqual(ids, tf.scalar(padId, "int32")), 1),
  },
  {
    name: { en: "keeps only ids below padId", ko: "padId보다 작은 id만 남김" },
    hint: {
      en:
        "You keep what is smaller than padId. Ids are names, not sizes: a word is whatever is not padId.",
      ko:
        "padId보다 작은 id만 남겼습니다. id는 크기가 아니라 이름입니다. padId가 아니면 모두 단어입니다.",
    },
    answer: (ids, padId) => tf.expandDims(tf.less(ids, tf.scalar(padId, "int32")), 1),
  },
  {
    name: { en: "nothing hidden", ko: "아무것도 가리지 않음" },
    hint: {
      en: "Your mask is true everywhere. It has to be false where an id is padId.",
      ko: "마스크가 모두 true입니다. id가 padId인 곳은 false여야 합니다.",
    },
    answer: (ids) => tf.expandDims(tf.cast(tf.onesLike(ids), "bool"), 1),
  },
];
