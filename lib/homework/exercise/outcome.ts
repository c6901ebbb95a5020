/**
 * What became of one call of a learner's function, wherever it ran: in the notebook's kernel or in the
 * sandbox.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Value } from "./values.ts";

/** What one call did. */
export type Outcome =
  | {
    readonly kind: "value";
    readonly value: Value;
    /** The first argument, counted from 0, that the call changed in place. */
    readonly changed?: number;
  }
  /** It threw; `line` counts from 1 in the homework cell, where it is known. */
  | {
    readonly kind: "error";
    readonly name: string;
    readonly message: string;
    readonly line?: number;
  }
  | { readonly kind: "timeout"; readonly seconds: number }
  /** The process ended, or what it sent was not an answer. */
  | { readonly kind: "died"; readonly message: Text }
  /** There was no call, because of the machine or of other cells: this says nothing about the cell. */
  | {
    readonly kind: "not run";
    readonly reason: "cannot start" | "no time";
    readonly message: Text;
  };

/** The `name` of an error that says: this kernel of tfjs, which is its `message`, is the answer itself. */
export const forbiddenKernel = "ForbiddenKernel";

/** What is said where an operation has broken tfjs's engine. */
export const engineBroke: Text = {
  en:
    "an operation broke the tensor engine, and nothing can be computed with it any more: restart the kernel, and " +
    "do it another way (tf.cast a mask to float32 before tf.reverse, say)",
  ko:
    "어떤 연산이 텐서 엔진을 망가뜨려 더는 계산할 수 없습니다. 커널을 다시 시작하고 다른 방법을 쓰세요" +
    "(예: tf.reverse 전에 마스크를 tf.cast로 float32로 바꾸기)",
};

/** What is said where a learner's code takes all the memory that it may have. */
export const outOfMemory: Text = {
  en: "ran out of memory: does a list or a tensor grow without end?",
  ko: "메모리가 모자랍니다. 끝없이 커지는 배열이나 텐서가 있나요?",
};
