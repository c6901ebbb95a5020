/**
 * Wrong answers to exercise 10.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import {
  type Arguments,
  next,
  overWords,
  questions,
  scalar,
  type Shift,
  sum,
  surprise,
} from "./exercise.ts";

const itself: Shift = (place) => place;

const previous: Shift = (place) => place > 0 ? place - 1 : undefined;

const aroundTheEnd: Shift = (place, time) => (place + 1) % time;

/** The mean surprise over all questions. */
function overAll(args: Arguments, shift: Shift): TensorData {
  const all = questions(args, shift);
  return scalar(sum(all.map(surprise)) / all.length);
}

const beforeLast = "tf.slice(logits, [0, 0, 0], [-1, logits.shape[1] - 1, -1])";

const afterFirst = "tf.slice(tokens, [0, 1], [-1, -1])";

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function nextWordLoss(
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar {
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "no shift",
    hint: {
      en:
        "Each place is asked for its own token, which it has just read: the best such model copies. " +
        "Compare the logits at place t with the token at place t + 1.",
      ko:
        "자리마다 방금 읽은 자기 토큰을 맞히게 했습니다. 그러면 베끼는 모델이 가장 좋은 모델이 됩니다. t번째 자리의 로짓을 t + 1번째 토큰과 " +
        "비교하세요.",
    },
    source: variant("crossEntropy(logits, tokens, { ignoredIndex: padId })"),
    values: (...args) => [overWords(args, itself), overAll(args, itself)],
  },
  {
    name: "shifted the wrong way",
    hint: {
      en:
        "Each place is asked for the token before it, which it has seen. Leave out the last place's " +
        "logits and the first token, not the other way round.",
      ko:
        "자리마다 이미 본 바로 앞 토큰을 맞히게 했습니다. 빼야 할 것은 마지막 자리의 로짓과 첫 번째 토큰입니다. 반대로 뺐습니다.",
    },
    source: variant(
      "crossEntropy(tf.slice(logits, [0, 1, 0], [-1, -1, -1]), " +
        "tf.slice(tokens, [0, 0], [-1, tokens.shape[1] - 1]), { ignoredIndex: padId })",
    ),
    values: (...args) => [overWords(args, previous), overAll(args, previous)],
  },
  {
    name: "the last place is asked for the first token",
    hint: {
      en:
        "You moved the tokens round in a circle, so the last place is asked for the first token. After " +
        "the last token nothing comes: its logits are not judged.",
      ko:
        "토큰을 한 바퀴 돌려서 마지막 자리가 첫 토큰을 맞히게 되었습니다. 마지막 토큰 다음에는 아무것도 없으므로 그 로짓은 채점하지 않습니다.",
    },
    source: variant(
      "crossEntropy(logits, tf.concat([tf.slice(tokens, [0, 1], [-1, -1]), " +
        "tf.slice(tokens, [0, 0], [-1, 1])], 1), { ignoredIndex: padId })",
    ),
    values: (...args) => [overWords(args, aroundTheEnd), overAll(args, aroundTheEnd)],
  },
  {
    name: "padding counts",
    hint: {
      en:
        "The shift is right, but you also ask for padding: a model would spend its effort on guessing " +
        "<pad> after <pad>. Give crossEntropy the id to ignore.",
      ko:
        "한 칸 옮긴 것은 맞지만 패딩까지 맞히게 했습니다. 모델이 <pad> 다음의 <pad>를 맞히느라 힘을 씁니다. crossEntropy에 무시할 id를 알려 " +
        "주세요.",
    },
    source: variant(`crossEntropy(${beforeLast}, ${afterFirst})`),
    values: (...args) => [overAll(args, next)],
  },
  {
    name: "always ignores 0",
    hint: {
      en: "You ignore the id 0, but the id of padding is an argument. Ignore padId.",
      ko: "id 0을 무시했습니다. 패딩의 id는 인자로 주어집니다. padId를 무시하세요.",
    },
    source: variant(`crossEntropy(${beforeLast}, ${afterFirst}, { ignoredIndex: 0 })`),
    values: (logits, tokens) => [overWords([logits, tokens, 0], next)],
  },
  {
    name: "the sum instead of the mean",
    hint: {
      en:
        "You add the surprises up. A long text would then count more than a short one, and the learning " +
        "rate would depend on the batch: divide by the number of questions.",
      ko:
        "손실을 더하기만 했습니다. 그러면 긴 글의 비중이 커지고 학습률이 배치에 따라 달라지는 셈입니다. 질문의 수로 나누세요.",
    },
    source: variant(
      `tf.mul(crossEntropy(${beforeLast}, ${afterFirst}, { ignoredIndex: padId }), ` +
        `tf.sum(tf.cast(tf.notEqual(${afterFirst}, padId), "float32")))`,
    ),
    values: (...args) => [
      scalar(
        sum(questions(args, next).filter(({ token }) => token !== args[2]).map(surprise)),
      ),
    ],
  },
  {
    name: "softmax twice",
    hint: {
      en:
        "You give crossEntropy probabilities. It takes logits and does the softmax itself: leave yours " +
        "out.",
      ko:
        "crossEntropy에 확률을 넣었습니다. 이 함수는 로짓을 받아 안에서 softmax를 합니다. 직접 쓴 softmax를 빼세요.",
    },
    source: variant(
      `crossEntropy(tf.softmax(${beforeLast}), ${afterFirst}, { ignoredIndex: padId })`,
    ),
    values: (...args) => {
      const answered = questions(args, next).filter(({ token }) => token !== args[2]);
      const twice = answered.map(({ scores, token }) => ({ scores: softmax(scores), token }));
      return [scalar(sum(twice.map(surprise)) / answered.length)];
    },
  },
];
