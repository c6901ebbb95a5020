/**
 * Errors that a learner's code throws, in words that help: a few of JavaScript's and tfjs's are true and say
 * nothing to somebody who is learning.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Outcome } from "../exercise/outcome.ts";

type Thrown = Extract<Outcome, { kind: "error" }>;

/** What an error's text means, and what may help. */
const meanings: readonly { readonly pattern: RegExp; readonly help: Text }[] = [
  {
    pattern: /^Cannot read properties of (?:undefined|null) \(reading 'backend'\)$|is disposed/,
    help: {
      en: "a tensor is used after it was disposed: by tf.dispose, or at the end of tf.tidy",
      ko: "tf.dispose로 또는 tf.tidy가 끝날 때 해제된 텐서를 다시 썼습니다",
    },
  },
  {
    pattern: /Argument '\w+' passed to '\w+' must be a Tensor or TensorLike, but got 'Promise'/,
    help: { en: "an await is missing", ko: "await가 빠졌습니다" },
  },
  {
    pattern: /Argument 'x' passed to '\w+' must be .*got 'NaN'|^Cannot convert object to primitive/,
    help: {
      en: "+, −, * and / know numbers only: use tf.add, tf.sub, tf.mul, tf.div for tensors",
      ko: "+, −, *, /는 수에만 쓸 수 있습니다. 텐서에는 tf.add, tf.sub, tf.mul, tf.div를 쓰세요",
    },
  },
  {
    pattern: /^Kernel '\w+' not registered for backend/,
    help: {
      en:
        "the engine of the notebooks has no such operation: use others, such as tf.matMul for tf.einsum",
      ko: "노트북의 엔진에는 이 연산이 없습니다. 다른 연산을 쓰세요(예: tf.einsum 대신 tf.matMul)",
    },
  },
  {
    pattern: /^Maximum call stack size exceeded$/,
    help: {
      en: "a function calls itself without end",
      ko: "함수가 끝없이 자기 자신을 부릅니다",
    },
  },
];

/** `threw TypeError: … (line 3 of your cell)`, and what that means where it is known. */
export function explainError({ name, message, line }: Thrown): Text {
  const thrown = `${name}: ${message}`;
  const help = meanings.find(({ pattern }) => pattern.test(message))?.help;
  const place = {
    en: line === undefined ? "" : ` (line ${line} of your cell)`,
    ko: line === undefined ? "" : ` (셀의 ${line}번째 줄)`,
  };
  return {
    en: `threw ${thrown}${place.en}${help ? `: ${help.en}` : ""}`,
    ko: `오류 ${thrown}${place.ko}${help ? `: ${help.ko}` : ""}`,
  };
}
