/**
 * Wrong answers to exercise 08.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { add } from "../blocks.ts";
import { type Arguments, around, postNorm, preNorm } from "./exercise.ts";

/** A whole cell with its own lines for both orders. */
function variant(first: string, last: string): string {
  return `function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  norm: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);
  const n = (x: tf.Tensor): tf.Tensor => layerNorm(x, norm.gain, norm.bias, 1e-5);
  const x: tf.Tensor = inputs;
  return normFirst ? ${first} : ${last};
}`;
}

const pre = "tf.add(x, f(n(x)))";
const post = "n(tf.add(x, f(x)))";

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "pre-norm and post-norm swapped",
    hint: {
      en:
        "Each of your two cases gives what the other should. Post-norm normalises the sum, at the very end; " +
        "pre-norm normalises what the sub-layer sees.",
      ko:
        "두 경우가 서로 바뀌었습니다. post-norm은 맨 끝에서 합을 정규화하고, pre-norm은 서브층에 들어가는 것을 정규화합니다.",
    },
    source: variant(post, pre),
    values: (...args) => [around(args, { first: postNorm, last: preNorm })],
  },
  {
    name: "one order for both",
    hint: {
      en:
        "One of the two cases is right, the other has the same order. Look at normFirst: is the norm " +
        "before the sub-layer or after the sum?",
      ko:
        "두 경우 중 하나는 맞지만 다른 하나도 같은 순서로 계산했습니다. normFirst를 보세요. 정규화는 서브층 앞에 있나요, 합 다음에 있나요?",
    },
    source: variant(post, post),
    values: (...args) => [around(args, { first: postNorm }), around(args, { last: preNorm })],
  },
  {
    name: "the way around is normalised too",
    hint: {
      en:
        "In pre-norm you add the sub-layer's output to the normalised inputs. Nothing stands in the way " +
        "around: add it to the inputs as they came.",
      ko:
        "pre-norm에서 서브층의 출력을 정규화한 입력에 더했습니다. 돌아가는 길에는 아무것도 없어야 합니다. 들어온 그대로의 입력에 더하세요.",
    },
    source: variant("tf.add(n(x), f(n(x)))", post),
    values: (...args) => [around(args, { first: (x, f, n) => add(n(x), f(n(x))) })],
  },
  {
    name: "norm before the sum",
    hint: {
      en:
        "In post-norm you normalise the sub-layer's output and add afterwards. Add first, then normalise " +
        "the sum.",
      ko:
        "post-norm에서 서브층의 출력을 먼저 정규화하고 나서 더했습니다. 먼저 더하고, 그 합을 정규화하세요.",
    },
    source: variant(pre, "tf.add(x, n(f(x)))"),
    values: (...args) => [around(args, { last: (x, f, n) => add(x, n(f(x))) })],
  },
  {
    name: "no way around",
    hint: {
      en:
        "Your answer norms and multiplies, but never adds the inputs. The sum x + f(…) is the residual " +
        "connection.",
      ko: "정규화하고 곱했지만 입력을 더하지 않았습니다. 합 x + f(…)가 바로 잔차 연결입니다.",
    },
    source: variant("f(n(x))", "n(f(x))"),
    values: (...args) => [
      around(args, { first: (x, f, n) => f(n(x)), last: (x, f, n) => n(f(x)) }),
    ],
  },
  {
    name: "no norm",
    hint: {
      en:
        "You add, but nothing is normalised. Call your layerNorm: on the sum in post-norm, on what the " +
        "sub-layer sees in pre-norm.",
      ko:
        "더하기는 했지만 정규화가 없습니다. layerNorm을 부르세요. post-norm에서는 합에, pre-norm에서는 서브층에 들어가는 것에 씁니다.",
    },
    source: variant("tf.add(x, f(x))", "tf.add(x, f(x))"),
    values: (...args) => [
      around(args, { first: (x, f) => add(x, f(x)), last: (x, f) => add(x, f(x)) }),
    ],
  },
];
