/**
 * Wrong answers to exercise 07.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { asNumbers } from "../masks.ts";
import { type Arguments, forEveryQuery, keptWhere } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  const pad = tf.scalar(padId, "int32");
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
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
];
