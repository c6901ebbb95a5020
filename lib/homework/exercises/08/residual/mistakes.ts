/**
 * Wrong answers to exercise 08.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import { layerNorm } from "../layer_norm/solution.ts";
import type { residual } from "./solution.ts";

type Map = (x: tf.Tensor) => tf.Tensor;

/** An order of the sub-layer `f` and the norm `n`. */
type Order = (x: tf.Tensor, f: Map, n: Map) => tf.Tensor;

const preNorm: Order = (x, f, n) => tf.add(x, f(n(x)));

const postNorm: Order = (x, f, n) => n(tf.add(x, f(x)));

/** A residual with other orders, and another product of inputs and weights. */
function around(
  { pre = preNorm, post = postNorm, product = (x, weights) => tf.matMul(x, weights) }: {
    pre?: Order;
    post?: Order;
    product?: (x: tf.Tensor, weights: tf.Tensor) => tf.Tensor;
  },
): typeof residual {
  return (inputs, weights, norm, normFirst) => {
    const order = normFirst ? pre : post;
    return order(
      inputs,
      (x) => product(x, weights),
      (x) => layerNorm(x, norm.gain, norm.bias, 1e-5),
    );
  };
}

export const mistakes: readonly Mistake<typeof residual>[] = [
  {
    name: { en: "pre-norm and post-norm swapped", ko: "pre-norm과 post-norm이 바뀜" },
    hint: {
      en:
        "Each of your two cases gives what the other should. Post-norm normalises the sum, at the very end; " +
        "pre-norm normalises what the sub-layer sees.",
      ko:
        "두 경우가 서로 바뀌었습니다. post-norm은 맨 끝에서 합을 정규화하고, pre-norm은 서브층에 들어가는 것을 정규화합니다.",
    },
    answer: around({ pre: postNorm, post: preNorm }),
  },
  {
    name: { en: "one order for both", ko: "두 경우의 순서가 같음" },
    hint: {
      en:
        "One of the two cases is right, the other has the same order. Look at normFirst: is the norm " +
        "before the sub-layer or after the sum?",
      ko:
        "두 경우 중 하나는 맞지만 다른 하나도 같은 순서로 계산했습니다. normFirst를 보세요. 정규화는 서브층 앞에 있나요, 합 다음에 있나요?",
    },
    answer: around({ pre: postNorm }),
    variants: [around({ post: preNorm })],
  },
  {
    name: { en: "the way around is normalised too", ko: "돌아가는 길까지 정규화함" },
    hint: {
      en:
        "In pre-norm you add the sub-layer's output to the normalised inputs. Nothing stands in the way " +
        "around: add it to the inputs as they came.",
      ko:
        "pre-norm에서 서브층의 출력을 정규화한 입력에 더했습니다. 돌아가는 길에는 아무것도 없어야 합니다. 들어온 그대로의 입력에 더하세요.",
    },
    answer: around({ pre: (x, f, n) => tf.add(n(x), f(n(x))) }),
  },
  {
    name: {
      en: "pre-norm with a norm on the sub-layer's output",
      ko: "pre-norm에서 서브층의 출력도 정규화함",
    },
    hint: {
      en:
        "In pre-norm you also normalise what comes out of the sub-layer, or only that. The norm stands before the " +
        "sub-layer; its output is added as it is.",
      ko:
        "pre-norm에서 서브층에서 나온 것까지, 또는 그것만 정규화했습니다. 정규화는 서브층 앞에 있습니다. 서브층의 출력은 그대로 더하세요.",
    },
    answer: around({ pre: (x, f, n) => tf.add(x, n(f(n(x)))) }),
    variants: [around({ pre: (x, f, n) => tf.add(x, n(f(x))) })],
  },
  {
    name: { en: "normed before and after", ko: "앞뒤로 정규화함" },
    hint: {
      en:
        "One of your two cases normalises twice, before the sub-layer and after the sum. Pre-norm has only the first, " +
        "post-norm only the second.",
      ko:
        "두 경우 중 하나 이상에서 서브층 앞과 합 다음에 모두 정규화했습니다. pre-norm에는 앞의 것만, post-norm에는 뒤의 것만 있습니다.",
    },
    answer: around({ pre: (x, f, n) => n(tf.add(x, f(n(x)))) }),
    variants: [
      around({ post: (x, f, n) => n(tf.add(x, f(n(x)))) }),
      around({
        pre: (x, f, n) => n(tf.add(x, f(n(x)))),
        post: (x, f, n) => n(tf.add(x, f(n(x)))),
      }),
    ],
  },
  {
    name: { en: "norm before the sum", ko: "더하기 전에 정규화함" },
    hint: {
      en:
        "In post-norm you normalise the sub-layer's output and add afterwards. Add first, then normalise " +
        "the sum.",
      ko:
        "post-norm에서 서브층의 출력을 먼저 정규화하고 나서 더했습니다. 먼저 더하고, 그 합을 정규화하세요.",
    },
    answer: around({ post: (x, f, n) => tf.add(x, n(f(x))) }),
  },
  {
    name: { en: "no way around", ko: "잔차 연결이 없음" },
    hint: {
      en:
        "Your answer norms and multiplies, but does not always add the inputs. The sum x + f(…) is the residual " +
        "connection, in pre-norm and in post-norm.",
      ko:
        "정규화하고 곱했지만 입력을 더하지 않은 경우가 있습니다. 합 x + f(…)가 바로 잔차 연결이고, pre-norm과 post-norm 모두에 있습니다.",
    },
    answer: around({ pre: (x, f, n) => f(n(x)), post: (x, f, n) => n(f(x)) }),
    variants: [
      around({ pre: (x, f, n) => f(n(x)) }),
      around({ post: (x, f, n) => n(f(x)) }),
    ],
  },
  {
    name: { en: "no norm", ko: "정규화가 없음" },
    hint: {
      en:
        "You add, but a norm is missing. Call your layerNorm: on the sum in post-norm, on what the " +
        "sub-layer sees in pre-norm.",
      ko:
        "더하기는 했지만 빠진 정규화가 있습니다. layerNorm을 부르세요. post-norm에서는 합에, pre-norm에서는 서브층에 들어가는 것에 씁니다.",
    },
    answer: around({ pre: (x, f) => tf.add(x, f(x)), post: (x, f) => tf.add(x, f(x)) }),
    variants: [
      around({ pre: (x, f) => tf.add(x, f(x)) }),
      around({ post: (x, f) => tf.add(x, f(x)) }),
    ],
  },
  {
    name: { en: "post-norm that does not end with the norm", ko: "정규화로 끝나지 않는 post-norm" },
    hint: {
      en:
        "Your post-norm does not end with the norm. The sub-layer sees the inputs as they came, its output is added to them, and " +
        "the norm of this sum is the result.",
      ko:
        "post-norm이 정규화로 끝나지 않습니다. 서브층은 들어온 그대로의 입력을 받고, 그 출력을 입력에 더하고, 그 합을 정규화한 것이 결과입니다.",
    },
    answer: around({ post: (x, f, n) => f(n(tf.add(x, f(x)))) }),
    variants: [
      around({ post: (x, f, n) => f(n(x)) }),
      around({ post: (x, f, n) => tf.add(n(x), f(n(x))) }),
      around({ post: (x, f, n) => tf.add(n(x), f(x)) }),
      around({ post: (x, f, n) => tf.add(x, n(tf.add(x, f(x)))) }),
    ],
  },
  {
    name: { en: "gain and bias exchanged", ko: "gain과 bias가 바뀜" },
    hint: {
      en:
        "You hand layerNorm the bias for the gain and the gain for the bias. First the gain, then the bias.",
      ko: "layerNorm에 gain과 bias를 바꾸어 넘겼습니다. gain이 먼저이고 bias가 그다음입니다.",
    },
    answer(inputs, weights, norm, normFirst) {
      const normalise = (x: tf.Tensor) => layerNorm(x, norm.bias, norm.gain, 1e-5);
      return normFirst
        ? tf.add(inputs, tf.matMul(normalise(inputs), weights))
        : normalise(tf.add(inputs, tf.matMul(inputs, weights)));
    },
  },
  {
    name: { en: "weights transposed", ko: "가중치를 전치함" },
    hint: {
      en:
        "You multiply by the transpose of the weights. The sub-layer is xW: multiply from the right, as they are.",
      ko: "가중치의 전치를 곱했습니다. 서브층은 xW입니다. 그대로 오른쪽에서 곱하세요.",
    },
    answer: around({ product: (x, weights) => tf.matMul(x, weights, false, true) }),
  },
  {
    name: { en: "entry by entry instead of the matrix product", ko: "행렬곱이 아니라 항목별 곱" },
    hint: {
      en:
        "You multiply entry by entry, or from the left. The sub-layer is the matrix product xW: tf.matMul of both, in this order.",
      ko:
        "항목별로 곱했거나 왼쪽에서 곱했습니다. 서브층은 행렬곱 xW입니다. 이 순서로 tf.matMul을 쓰세요.",
    },
    answer: around({ product: (x, weights) => tf.mul(x, weights) }),
    variants: [around({ product: (x, weights) => tf.matMul(weights, x) })],
  },
  {
    name: { en: "an ε of its own", ko: "정해진 ε이 아님" },
    hint: {
      en: "Your ε is not the 10⁻⁵ that is asked for.",
      ko: "ε이 과제가 정한 10⁻⁵이 아닙니다.",
    },
    answer: (inputs, weights, norm, normFirst) => {
      const normalise = (x: tf.Tensor) => layerNorm(x, norm.gain, norm.bias, 1e-2);
      if (normFirst) return tf.add(inputs, tf.matMul(normalise(inputs), weights));
      return normalise(tf.add(inputs, tf.matMul(inputs, weights)));
    },
    variants: [
      (inputs, weights, norm, normFirst) => {
        const normalise = (x: tf.Tensor) => layerNorm(x, norm.gain, norm.bias, 1e-3);
        if (normFirst) return tf.add(inputs, tf.matMul(normalise(inputs), weights));
        return normalise(tf.add(inputs, tf.matMul(inputs, weights)));
      },
      (inputs, weights, norm, normFirst) => {
        const normalise = (x: tf.Tensor) => layerNorm(x, norm.gain, norm.bias, 0.1);
        if (normFirst) return tf.add(inputs, tf.matMul(normalise(inputs), weights));
        return normalise(tf.add(inputs, tf.matMul(inputs, weights)));
      },
      (inputs, weights, norm, normFirst) => {
        const normalise = (x: tf.Tensor) => layerNorm(x, norm.gain, norm.bias, 1);
        if (normFirst) return tf.add(inputs, tf.matMul(normalise(inputs), weights));
        return normalise(tf.add(inputs, tf.matMul(inputs, weights)));
      },
    ],
  },
  {
    name: { en: "pre-norm without the matrix", ko: "pre-norm에 행렬이 없음" },
    hint: {
      en:
        "In pre-norm you add the normalised inputs themselves. They go through the sub-layer first: times W.",
      ko:
        "pre-norm에서 정규화한 입력을 그대로 더했습니다. 서브층을 먼저 지나야 합니다. W를 곱하세요.",
    },
    answer: around({ pre: (x, _f, n) => tf.add(x, n(x)) }),
  },
  {
    name: { en: "the matrix around the sum", ko: "합 전체에 행렬을 곱함" },
    hint: {
      en:
        "You multiply the whole sum by W. The way around passes by the sub-layer: only what goes through it is multiplied.",
      ko:
        "합 전체에 W를 곱했습니다. 잔차 연결은 서브층을 지나지 않습니다. 서브층에 들어가는 것만 곱하세요.",
    },
    answer: around({ pre: (x, f, n) => f(tf.add(x, n(x))) }),
  },
  {
    name: { en: "no sub-layer", ko: "서브층이 없음" },
    hint: {
      en:
        "The weights do not appear: you add the inputs to themselves. What is added is what the sub-layer " +
        "makes of them, x W.",
      ko: "가중치가 쓰이지 않고 입력을 자기 자신에 더했습니다. 서브층의 결과 xW를 더하세요.",
    },
    answer: around({ product: (x) => x }),
    variants: [
      around({ post: (x, _f, n) => n(tf.add(x, x)) }),
      around({ pre: (x, _f, n) => n(x), post: (x, _f, n) => n(x) }),
    ],
  },
  {
    name: { en: "multiplies instead of adding", ko: "더하지 않고 곱함" },
    hint: {
      en: "You multiply the inputs by the sub-layer's result. The way around is a sum.",
      ko: "입력에 서브층의 결과를 곱했습니다. 잔차 연결은 더하는 것입니다.",
    },
    answer: around({ pre: (x, f, n) => tf.mul(x, f(n(x))), post: (x, f, n) => n(tf.mul(x, f(x))) }),
  },
  {
    name: { en: "subtracts instead of adding", ko: "더하지 않고 뺌" },
    hint: {
      en: "You subtract the sub-layer's result, or the inputs from it. The way around is a sum.",
      ko: "서브층의 결과를 뺐거나 거기서 입력을 뺐습니다. 잔차 연결은 더하는 것입니다.",
    },
    answer: around({ pre: (x, f, n) => tf.sub(x, f(n(x))), post: (x, f, n) => n(tf.sub(x, f(x))) }),
    variants: [
      around({ pre: (x, f, n) => tf.sub(f(n(x)), x), post: (x, f, n) => n(tf.sub(f(x), x)) }),
    ],
  },
  {
    name: { en: "the inputs added twice", ko: "입력을 두 번 더함" },
    hint: {
      en: "The inputs are in your sum twice. Add them once.",
      ko: "입력이 두 번 더해졌습니다. 한 번만 더하세요.",
    },
    answer: around({
      pre: (x, f, n) => tf.add(tf.add(x, x), f(n(x))),
      post: (x, f, n) => n(tf.add(tf.add(x, x), f(x))),
    }),
    variants: [
      around({
        pre: (x, f, n) => tf.add(x, tf.add(n(x), f(n(x)))),
        post: (x, f, n) => n(tf.add(x, tf.add(x, f(x)))),
      }),
    ],
  },
  {
    name: { en: "an activation that was not asked for", ko: "시키지 않은 활성화 함수" },
    hint: {
      en: "You put a ReLU around the sub-layer. Here the sub-layer is the matrix alone.",
      ko: "서브층에 ReLU를 씌웠습니다. 여기서 서브층은 행렬 하나뿐입니다.",
    },
    answer: around({ product: (x, weights) => tf.relu(tf.matMul(x, weights)) }),
    variants: [around({ product: (x, weights) => tf.tanh(tf.matMul(x, weights)) })],
  },
];
