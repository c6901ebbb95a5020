/** Errors of tfjs about shapes, in words: with the shapes that they tell. */
import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { explainError } from "lib/homework/judge/error_words.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

/** What is said of the error in which the call ends. */
function saidOf(call: () => unknown): { en: string; ko: string } {
  try {
    tf.tidy(() => void call());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message } = error;
    const { en, ko } = explainError({ kind: "error", name, message });
    return {
      en: en.slice(`threw ${name}: ${message}: `.length),
      ko: ko.slice(`오류 ${name}: ${message}: `.length),
    };
  }
  throw new Error("expected an error");
}

const ones = (...shape: number[]) => tf.ones(shape);

Deno.test("explainError: which lengths stand in the way of an operation entry by entry", () => {
  assertEquals(saidOf(() => tf.add(ones(2, 3), ones(2, 5))), {
    en:
      "the shapes [2, 3] and [2, 5] do not fit together: at the last axis stand 3 and 5, and two lengths have to be " +
      "equal, or one of them 1",
    ko:
      "모양 [2, 3], [2, 5]: 서로 맞지 않습니다. 마지막 축의 길이가 3, 5입니다. 두 길이는 같거나 하나가 1이어야 합니다",
  });
  const { en } = saidOf(() => tf.mul(ones(7, 1, 3), ones(5, 2, 3).reshape([5, 2, 3])));
  assertEquals(
    en,
    "the shapes [7, 1, 3] and [5, 2, 3] do not fit together: at axis 3 from the end stand 7 and 5, and two lengths " +
      "have to be equal, or one of them 1",
  );
});

Deno.test("explainError: which factors a matrix product got, turned or not", () => {
  const said = {
    en:
      "tf.matMul cannot multiply [2, 3] by the transpose of [5, 7]: the inner lengths, 3 and 7, have to be equal. " +
      "Should a factor be transposed, or not?",
    ko:
      "tf.matMul: [2, 3], 전치한 [5, 7]의 곱은 없습니다. 안쪽 길이 3, 7의 값이 같아야 합니다. 전치가 빠졌거나 더 있지 않은지 보세요",
  };
  assertEquals(saidOf(() => tf.matMul(ones(2, 3), ones(5, 7), false, true)), said);
  // As tfjs itself says it, in the sandbox.
  const plain = saidOf(() => {
    throw new Error(
      "Error in matMul: inner shapes (3) and (7) of Tensors with shapes 2,3 and 5,7 and " +
        "transposeA=false and transposeB=true must match.",
    );
  });
  assertEquals(plain, said);
});

Deno.test("explainError: how many numbers a shape holds, and how many there are", () => {
  assertEquals(
    saidOf(() => tf.reshape(ones(2, 3), [2, 5])).en,
    "a tensor of 6 numbers cannot get the shape [2, 5], which holds 10",
  );
});

Deno.test("explainError: of a message that only looks like one about shapes nothing is read", () => {
  const message = `shapes ${"1,".repeat(5000)} and 2.`;
  const { en } = explainError({ kind: "error", name: "Error", message });
  assertEquals(en, `threw Error: ${message}`);
});
