/**
 * Wrong answers to exercise 07.4 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { combineMasks } from "./solution.ts";

/** True in the shape of the combined mask. */
const everything = (causal: tf.Tensor, padding: tf.Tensor): tf.Tensor =>
  tf.logicalOr(tf.onesLike(causal), padding);

export const mistakes: readonly Mistake<typeof combineMasks>[] = [
  {
    name: { en: "or for and", ko: "and가 아니라 or" },
    hint: {
      en:
        "You combine with “or”: whatever one of the masks allows may be seen, so both leak. A key must " +
        "be allowed by the one and by the other.",
      ko:
        "“또는(or)”으로 합쳤습니다. 한쪽 마스크라도 허락하면 보이므로 둘 다 샙니다. 두 마스크가 모두 허락해야(and) 볼 수 있습니다.",
    },
    answer: (causal, padding) => tf.logicalOr(causal, padding),
  },
  {
    name: { en: "the causal mask alone", ko: "인과 마스크만 있음" },
    hint: {
      en:
        "Your result hides the future, but padding can still be seen. If you wrote ||: it knows no tensors, and " +
        "causal || padding is causal alone. Take the padding mask into account.",
      ko:
        "미래는 가렸지만 패딩이 아직 보입니다. ||를 썼다면, ||는 텐서를 모르므로 causal || padding은 그냥 causal입니다. 패딩 마스크도 함께 쓰세요.",
    },
    answer: (causal, padding) => tf.logicalAnd(causal, everything(causal, padding)),
    variants: [(causal) => tf.clone(causal), (causal) => tf.expandDims(causal, 0)],
  },
  {
    name: { en: "the padding mask alone", ko: "패딩 마스크만 있음" },
    hint: {
      en:
        "Your result hides padding, but the future can still be seen. If you wrote &&: it knows no tensors, and " +
        "causal && padding is padding alone. Take the causal mask into account.",
      ko:
        "패딩은 가렸지만 미래가 아직 보입니다. &&를 썼다면, &&는 텐서를 모르므로 causal && padding은 그냥 padding입니다. 인과 마스크도 함께 쓰세요.",
    },
    answer: (causal, padding) => tf.logicalAnd(everything(causal, padding), padding),
    variants: [(_causal, padding) => tf.clone(padding)],
  },
  {
    name: { en: "exactly one", ko: "둘 중 하나만" },
    hint: {
      en:
        "You keep what exactly one of the masks allows. What both of them allow is what may be seen.",
      ko:
        "둘 중 한쪽만 허락하는 칸을 남겼습니다. 보아도 되는 것은 두 마스크가 모두 허락하는 칸입니다.",
    },
    answer: (causal, padding) => tf.logicalXor(causal, padding),
  },
  {
    name: { en: "where the masks agree", ko: "두 마스크가 같은 곳" },
    hint: {
      en:
        "You keep the cells where the masks agree, also where both of them forbid. May be seen is what both allow.",
      ko:
        "두 마스크가 같은 칸을 남겨서 둘 다 막는 칸까지 보입니다. 보아도 되는 것은 둘 다 허락하는 칸입니다.",
    },
    answer: (causal, padding) => tf.equal(causal, padding),
  },
  {
    name: { en: "inverted", ko: "마스크가 뒤집힘" },
    hint: {
      en:
        "Your mask is inverted: true stands where something must be hidden. In this course true means " +
        "“may be seen”.",
      ko:
        "마스크가 뒤집혔습니다. 가려야 할 칸이 true입니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    answer: (causal, padding) => tf.logicalNot(tf.logicalAnd(causal, padding)),
  },
  {
    name: { en: "one mask turned round first", ko: "마스크 하나를 먼저 뒤집음" },
    hint: {
      en:
        "One or both of the masks are turned round before they meet. Both say the same thing already: true is what may " +
        "be seen.",
      ko:
        "합치기 전에 마스크 하나 또는 둘을 뒤집었습니다. 두 마스크 모두 이미 true가 “보아도 된다”는 뜻입니다. 그대로 쓰세요.",
    },
    answer: (causal, padding) => tf.logicalAnd(causal, tf.logicalNot(padding)),
    variants: [
      (causal, padding) => tf.logicalAnd(tf.logicalNot(causal), padding),
      (causal, padding) => tf.logicalAnd(tf.logicalNot(causal), tf.logicalNot(padding)),
    ],
  },
  {
    name: { en: "hides padding that asks as well", ko: "묻는 쪽의 패딩까지 가림" },
    hint: {
      en:
        "You hide rows of padding as well as columns. The padding mask says which keys may be seen; which query asks " +
        "makes no difference.",
      ko:
        "패딩의 열뿐 아니라 행까지 가렸습니다. 패딩 마스크는 어느 키를 볼 수 있는지를 말할 뿐이고, 어느 쿼리가 묻는지는 상관없습니다.",
    },
    answer: (causal, padding) =>
      tf.logicalAnd(tf.logicalAnd(causal, padding), tf.transpose(padding, [0, 2, 1])),
    variants: [
      (causal, padding) =>
        tf.logicalAnd(tf.logicalAnd(padding, tf.transpose(padding, [0, 2, 1])), causal),
      (causal, padding) =>
        tf.logicalAnd(causal, tf.logicalAnd(padding, tf.transpose(padding, [0, 2, 1]))),
    ],
  },
  {
    name: { en: "padding along the queries", ko: "패딩이 쿼리 축을 따라감" },
    hint: {
      en:
        "Your padding mask lies along the queries and hides rows. It hides keys, the columns: leave its axes as they are.",
      ko:
        "패딩 마스크가 쿼리 축을 따라 놓여 행을 가립니다. 가릴 것은 키, 곧 열입니다. 축을 그대로 두세요.",
    },
    answer: (causal, padding) => tf.logicalAnd(causal, tf.transpose(padding, [0, 2, 1])),
  },
  {
    name: { en: "the causal mask transposed", ko: "인과 마스크를 전치함" },
    hint: {
      en: "You transpose the causal mask: places see the future. Its rows are queries already.",
      ko: "인과 마스크를 전치해서 미래가 보입니다. 그 행은 이미 쿼리입니다.",
    },
    answer: (causal, padding) => tf.logicalAnd(tf.transpose(causal), padding),
  },
  {
    name: { en: "a causal mask of its own", ko: "인과 마스크를 새로 만듦" },
    hint: {
      en:
        "You make a causal mask anew instead of taking the one that you are given. Combine the two arguments.",
      ko: "받은 인과 마스크를 쓰지 않고 새로 만들었습니다. 두 인수를 합치세요.",
    },
    answer(causal, padding) {
      const [query, key] = causal.shape;
      const triangle = tf.lessEqual(tf.range(0, key), tf.expandDims(tf.range(0, query), 1));
      return tf.logicalAnd(triangle, padding);
    },
  },
  {
    name: { en: "the first sentence's padding for all", ko: "모든 문장에 첫 문장의 패딩" },
    hint: {
      en:
        "Every sentence gets the padding of the first. Each has its own row: keep the batch of the padding mask.",
      ko:
        "모든 문장이 첫 문장의 패딩을 받습니다. 문장마다 자기 행이 있으니 패딩 마스크의 batch 축을 살려 두세요.",
    },
    answer: (causal, padding) =>
      tf.logicalAnd(
        tf.logicalAnd(causal, tf.slice(padding, 0, 1)),
        everything(causal, padding),
      ),
    variants: [
      (causal, padding) => tf.logicalAnd(causal, tf.gather(padding, 0)),
      (causal, padding) => tf.logicalAnd(causal, tf.slice(padding, [0, 0, 0], [1, 1, -1])),
    ],
  },
  {
    name: { en: "one padding mask for the whole batch", ko: "배치 전체에 패딩 마스크 하나" },
    hint: {
      en:
        "You merge the sentences' padding into one row, and each sentence hides what another has padded. Each has its own " +
        "row: keep the batch of the padding mask.",
      ko:
        "문장들의 패딩을 한 행으로 합쳐서, 다른 문장의 패딩 자리까지 가립니다. 문장마다 자기 행이 있으니 패딩 마스크의 batch 축을 살려 두세요.",
    },
    answer: (causal, padding) =>
      tf.logicalAnd(tf.logicalAnd(causal, tf.all(padding, 0)), everything(causal, padding)),
    variants: [
      (causal, padding) => tf.logicalAnd(causal, tf.all(padding, 0)),
      (causal, padding) =>
        tf.logicalAnd(tf.logicalAnd(causal, tf.any(padding, 0)), everything(causal, padding)),
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
    answer: (causal, padding) => tf.cast(tf.logicalAnd(causal, padding), "float32"),
  },
  {
    name: { en: "adds the masks", ko: "마스크를 더함" },
    hint: {
      en:
        "You add ones and zeros and get 0, 1 and 2, or, as truths, what “or” gives. Both must hold: “and”, a product.",
      ko:
        "1과 0을 더해 0, 1, 2가 되었습니다. 참과 거짓으로는 “또는”과 같습니다. 둘 다 참이어야 하니 “그리고”, 곧 곱입니다.",
    },
    answer: (causal, padding) => tf.add(tf.cast(causal, "int32"), tf.cast(padding, "int32")),
  },
  {
    name: { en: "low scores instead of a mask", ko: "마스크가 아니라 낮은 점수" },
    hint: {
      en:
        "You return what would be added to scores, 0 and a low number. Asked is the mask itself, of type bool.",
      ko:
        "점수에 더할 값(0과 아주 낮은 수)을 돌려주었습니다. 구할 것은 bool 타입의 마스크 자체입니다.",
    },
    answer: (causal, padding) => tf.where(tf.logicalAnd(causal, padding), 0, -1e9),
    variants: [(causal, padding) => tf.where(tf.logicalAnd(causal, padding), 0, -Infinity)],
  },
  {
    name: { en: "padding without its query axis", ko: "query 축을 뺀 패딩" },
    hint: {
      en:
        "You take the axis of length 1 out of the padding mask, and [batch, key] is read as [query, key]. That axis is " +
        "what makes it fit: leave it in.",
      ko:
        "패딩 마스크에서 길이 1인 축을 빼서 [batch, key]가 [query, key]로 읽힙니다. 바로 그 축이 있어야 맞으니 그대로 두세요.",
    },
    answer: (causal, padding) => tf.logicalAnd(causal, tf.squeeze(padding, [1])),
  },
];
