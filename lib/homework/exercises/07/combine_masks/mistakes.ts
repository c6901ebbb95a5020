/**
 * Wrong answers to exercise 07.4 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { asNumbers } from "../masks.ts";
import { type Arguments, cellByCell } from "./exercise.ts";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function combineMasks(
  causal: Axes<"query key">,
  padding: Axes<"batch query key">,
): Axes<"batch query key"> {
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "or for and",
    hint: {
      en:
        "You combine with “or”: whatever one of the masks allows may be seen, so both leak. A key must " +
        "be allowed by the one and by the other.",
      ko:
        "“또는(or)”으로 합쳤습니다. 한쪽 마스크라도 허락하면 보이므로 둘 다 샙니다. 두 마스크가 모두 허락해야(and) 볼 수 있습니다.",
    },
    source: variant("tf.logicalOr(causal, padding)"),
    values: (...args) => [cellByCell(args, (past, word) => past || word)],
  },
  {
    name: "the causal mask alone",
    hint: {
      en:
        "Your result hides the future, but padding can still be seen. Take the padding mask into account.",
      ko: "미래는 가렸지만 패딩이 아직 보입니다. 패딩 마스크도 함께 쓰세요.",
    },
    source: variant("tf.logicalAnd(causal, tf.onesLike(padding))"),
    values: (...args) => [cellByCell(args, (past) => past), args[0]],
  },
  {
    name: "the padding mask alone",
    hint: {
      en:
        "Your result hides padding, but the future can still be seen. Take the causal mask into account.",
      ko: "패딩은 가렸지만 미래가 아직 보입니다. 인과 마스크도 함께 쓰세요.",
    },
    source: variant("tf.logicalAnd(tf.onesLike(causal), padding)"),
    values: (...args) => [cellByCell(args, (_, word) => word), args[1]],
  },
  {
    name: "exactly one",
    hint: {
      en:
        "You keep what exactly one of the masks allows. What both of them allow is what may be seen.",
      ko: "둘 중 한쪽만 허락하는 칸을 남겼습니다. 두 마스크가 모두 허락하는 칸을 보아야 합니다.",
    },
    source: variant("tf.notEqual(causal, padding)"),
    values: (...args) => [cellByCell(args, (past, word) => past !== word)],
  },
  {
    name: "inverted",
    hint: {
      en:
        "Your mask is inverted: true stands where something must be hidden. In this course true means " +
        "“may be seen”.",
      ko:
        "마스크가 뒤집혔습니다. 가려야 할 칸이 true입니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    source: variant("tf.logicalNot(tf.logicalAnd(causal, padding))"),
    values: (...args) => [cellByCell(args, (past, word) => !(past && word))],
  },
  {
    name: "numbers instead of true and false",
    hint: {
      en: "Your mask holds the right ones and zeros, but they are numbers. " +
        'A mask is of type bool: a comparison gives one, and tf.cast(x, "bool") makes one.',
      ko: "1과 0의 자리는 맞지만 마스크가 수로 되어 있습니다. " +
        '마스크는 bool 타입이어야 합니다. 비교한 결과가 bool이고, tf.cast(x, "bool")로 바꿀 수도 있습니다.',
    },
    source: variant('tf.mul(tf.cast(causal, "float32"), tf.cast(padding, "float32"))'),
    values: (...args) => [asNumbers(cellByCell(args, (past, word) => past && word))],
  },
];
