/**
 * Wrong answers to exercise 07.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { asNumbers } from "../masks.ts";
import { type Arguments, keptWhere } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function causalMask(length: number): Axes<"query key"> {
  const places = tf.range(0, length, 1, "int32");
  const queries = tf.expandDims(places, 1);
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "strict triangle",
    hint: {
      en:
        "Your triangle is strict: a place does not see itself, and the first one sees nothing at all. " +
        "The diagonal belongs to what may be seen.",
      ko:
        "대각선이 빠진 삼각형입니다. 어느 자리도 자기 자신을 보지 못하고, 첫 자리는 아무것도 보지 못합니다. 대각선도 보아도 되는 칸입니다.",
    },
    source: variant("tf.less(places, queries)"),
    values: (length) => [keptWhere(length, (query, key) => key < query)],
  },
  {
    name: "transposed",
    hint: {
      en:
        "Your mask is transposed: each place sees the future and not the past. Rows are queries, " +
        "columns are keys; the lower left triangle is true.",
      ko:
        "마스크가 전치되었습니다. 자리마다 과거가 아니라 미래를 봅니다. 행이 쿼리, 열이 키이고, 왼쪽 아래 삼각형이 true입니다.",
    },
    source: variant("tf.greaterEqual(places, queries)"),
    values: (length) => [keptWhere(length, (query, key) => key >= query)],
  },
  {
    name: "inverted",
    hint: {
      en:
        "Your mask is inverted: true stands where the future is. In this course true means “may be " +
        "seen”.",
      ko:
        "마스크가 뒤집혔습니다. 미래가 있는 칸이 true입니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    source: variant("tf.greater(places, queries)"),
    values: (length) => [keptWhere(length, (query, key) => key > query)],
  },
  {
    name: "sees one place too far",
    hint: {
      en:
        "Each place also sees the one right after it, and that is the answer it is asked for. The last " +
        "key of row i is i itself.",
      ko:
        "자리마다 바로 다음 자리까지 봅니다. 그 자리가 바로 맞혀야 할 답입니다. i번째 행에서 마지막으로 보이는 키는 i입니다.",
    },
    source: variant(`tf.lessEqual(places, tf.add(queries, tf.scalar(1, "int32")))`),
    values: (length) => [keptWhere(length, (query, key) => key <= query + 1)],
  },
  {
    name: "numbers instead of true and false",
    hint: {
      en: "The staircase is right, but it is made of numbers, 1 and 0. " +
        'A mask is of type bool: a comparison gives one, and tf.cast(x, "bool") makes one.',
      ko: "계단 모양은 맞지만 1과 0이라는 수로 되어 있습니다. " +
        '마스크는 bool 타입이어야 합니다. 비교한 결과가 bool이고, tf.cast(x, "bool")로 바꿀 수도 있습니다.',
    },
    source: variant("tf.linalg.bandPart(tf.ones([length, length]), -1, 0)"),
    values: (length) => [asNumbers(keptWhere(length, (query, key) => key <= query))],
  },
];
