/**
 * Wrong answers to exercise 08.4 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { feedForward } from "../feed_forward/solution.ts";
import { layerNorm } from "../layer_norm/solution.ts";
import type { encoderLayer } from "./solution.ts";

type Projections = Record<"queries" | "keys" | "values" | "output", tf.Tensor>;

/** The layer's parts: attention `a`, the network `f`, the two norms. */
type Parts = {
  a: (x: tf.Tensor) => tf.Tensor;
  f: (x: tf.Tensor) => tf.Tensor;
  first: (x: tf.Tensor) => tf.Tensor;
  second: (x: tf.Tensor) => tf.Tensor;
};

/** Self-attention without its output matrix. */
type Attend = (x: tf.Tensor, attention: Projections) => tf.Tensor;

const attend: Attend = (x, { queries, keys, values }) =>
  scaledDotProductAttention({
    queries: tf.matMul(x, queries),
    keys: tf.matMul(x, keys),
    values: tf.matMul(x, values),
  }).output;

const projected: Attend = (x, attention) => tf.matMul(attend(x, attention), attention.output);

/** Attend, add, norm. */
const attended = (x: tf.Tensor, { a, first }: Parts): tf.Tensor => first(tf.add(x, a(x)));

/** Think, add, norm. */
const thought = (x: tf.Tensor, { f, second }: Parts): tf.Tensor => second(tf.add(x, f(x)));

/** A layer that puts its parts together in another way, or has another attention. */
function layer(
  order: (x: tf.Tensor, parts: Parts) => tf.Tensor,
  attention: Attend = projected,
  epsilon = 1e-5,
): typeof encoderLayer {
  return (inputs, matrices, network, norms) => {
    const norm = (i: number) => (x: tf.Tensor) =>
      layerNorm(x, norms[i].gain, norms[i].bias, epsilon);
    return order(inputs, {
      a: (x) => attention(x, matrices),
      f: (x) => feedForward(x, network),
      first: norm(0),
      second: norm(1),
    });
  };
}

/** The right order with another attention. */
const attending = (attention: Attend): typeof encoderLayer =>
  layer((x, parts) => thought(attended(x, parts), parts), attention);

/** Attention with other queries, keys and values, multiplied by the output matrix. */
const mixing = (
  make: (x: tf.Tensor, attention: Projections) => [
    queries: tf.Tensor,
    keys: tf.Tensor,
    values: tf.Tensor,
  ],
  options: { scale?: number } = {},
): typeof encoderLayer =>
  attending((x, attention) => {
    const [queries, keys, values] = make(x, attention);
    const { output } = scaledDotProductAttention({ queries, keys, values, ...options });
    return tf.matMul(output, attention.output);
  });

export const mistakes: readonly Mistake<typeof encoderLayer>[] = [
  {
    name: { en: "one norm", ko: "정규화가 하나뿐" },
    hint: {
      en:
        "A norm is missing in your layer, or both. Both steps have their own: norms[0] after attention's sum, " +
        "norms[1] after the network's.",
      ko:
        "층에 정규화가 하나뿐이거나 없습니다. 두 단계에 하나씩 있어야 합니다. norms[0]은 어텐션의 합 다음, norms[1]은 신경망의 합 다음입니다.",
    },
    answer: layer((x, parts) => thought(tf.add(x, parts.a(x)), parts)),
    variants: [
      layer((x, parts) => thought(attended(x, parts), { ...parts, second: (sum) => sum })),
      layer((x, parts) => thought(tf.add(x, parts.a(x)), { ...parts, second: (sum) => sum })),
    ],
  },
  {
    name: { en: "the first norm twice", ko: "첫 정규화를 두 번" },
    hint: {
      en:
        "Both of your norms use the same gain and bias. They are two norms with gains and biases of their own: the " +
        "first is norms[0], the second norms[1].",
      ko:
        "두 정규화에 같은 gain과 bias를 썼습니다. gain과 bias가 서로 다른 두 정규화입니다. 첫 번째는 norms[0], 두 번째는 norms[1]입니다.",
    },
    answer: layer((x, parts) => thought(attended(x, parts), { ...parts, second: parts.first })),
    variants: [
      layer((x, parts) => thought(attended(x, { ...parts, first: parts.second }), parts)),
    ],
  },
  {
    name: { en: "the two norms exchanged", ko: "두 정규화가 바뀜" },
    hint: {
      en: "Your norms are exchanged: norms[0] follows attention, norms[1] the network.",
      ko: "두 정규화가 바뀌었습니다. norms[0]은 어텐션 다음, norms[1]은 신경망 다음입니다.",
    },
    answer: layer((x, { first, second, ...rest }) => {
      const parts = { ...rest, first: second, second: first };
      return thought(attended(x, parts), parts);
    }),
  },
  {
    name: { en: "a way around is missing", ko: "잔차 연결이 빠짐" },
    hint: {
      en:
        "One of the two sums is missing, or both. What goes into attention is added to what comes out, and the same " +
        "holds for the network.",
      ko:
        "두 합 중 하나가 빠졌거나 둘 다 없습니다. 어텐션에 들어간 것을 나온 것에 더하고, 신경망에서도 똑같이 합니다.",
    },
    answer: layer((x, parts) => thought(parts.first(parts.a(x)), parts)),
    variants: [
      layer((x, parts) => parts.second(parts.f(attended(x, parts)))),
      layer((x, parts) => parts.second(parts.f(parts.first(parts.a(x))))),
    ],
  },
  {
    name: { en: "norm before the sum", ko: "더하기 전에 정규화함" },
    hint: {
      en:
        "You normalise what a step gives and add afterwards, in one of the steps or in both. Here the norm follows the sum.",
      ko:
        "한 단계 이상에서 결과를 먼저 정규화하고 나서 더했습니다. 여기서는 더한 다음에 정규화합니다.",
    },
    answer: layer((x, { a, f, first, second }) => {
      const sum = tf.add(x, first(a(x)));
      return tf.add(sum, second(f(sum)));
    }),
    variants: [
      layer((x, parts) => thought(tf.add(x, parts.first(parts.a(x))), parts)),
      layer((x, parts) => {
        const met = attended(x, parts);
        return tf.add(met, parts.second(parts.f(met)));
      }),
    ],
  },
  {
    name: { en: "pre-norm", ko: "pre-norm의 순서" },
    hint: {
      en:
        "Your norms stand before the steps. That is pre-norm, a good layer, but another one: here each norm " +
        "follows its sum.",
      ko:
        "정규화가 단계 앞에 있습니다. 그것은 pre-norm으로, 좋은 층이지만 다른 층입니다. 여기서는 정규화가 합 다음에 옵니다.",
    },
    answer: layer((x, { a, f, first, second }) => {
      const sum = tf.add(x, a(first(x)));
      return tf.add(sum, f(second(sum)));
    }),
    variants: [
      layer((x, { a, f, first, second }) => {
        const met = tf.add(first(x), a(first(x)));
        return tf.add(second(met), f(second(met)));
      }),
    ],
  },
  {
    name: { en: "the network reads the inputs", ko: "신경망이 층의 입력을 받음" },
    hint: {
      en:
        "Your network gets the layer's inputs, or its result is added to them. It gets what the first step gave, and is " +
        "added to that.",
      ko:
        "신경망이 층의 입력을 받거나, 그 결과를 층의 입력에 더했습니다. 신경망은 첫 단계의 결과를 받고, 거기에 더해집니다.",
    },
    answer: layer((x, parts) => parts.second(tf.add(attended(x, parts), parts.f(x)))),
    variants: [
      layer((x, parts) => parts.second(tf.add(x, parts.f(attended(x, parts))))),
      layer((x, parts) => thought(x, parts)),
    ],
  },
  {
    name: { en: "without the network", ko: "신경망이 없음" },
    hint: {
      en:
        "Your layer ends after attention. The second step is missing: the network, its sum and its norm.",
      ko: "층이 어텐션 다음에 끝납니다. 두 번째 단계인 신경망과 그 합, 그 정규화가 빠졌습니다.",
    },
    answer: layer(attended),
  },
  {
    name: { en: "the network first", ko: "신경망을 먼저" },
    hint: {
      en: "You let the words think before they meet. Attention comes first, then the network.",
      ko: "신경망을 먼저 쓰고 어텐션을 나중에 썼습니다. 어텐션이 먼저입니다.",
    },
    answer: layer((x, { a, f, first, second }) => {
      const met = first(tf.add(x, f(x)));
      return second(tf.add(met, a(met)));
    }),
    variants: [
      layer((x, { a, f, first, second }) => {
        const met = second(tf.add(x, f(x)));
        return first(tf.add(met, a(met)));
      }),
    ],
  },
  {
    name: { en: "attention without its output matrix", ko: "출력 행렬이 없는 어텐션" },
    hint: {
      en:
        "You use three of attention's four matrices, or the fourth too late. What attention has collected is multiplied by " +
        "attention.output before it is added to the inputs.",
      ko:
        "어텐션의 네 행렬 중 세 개만 썼거나 네 번째를 너무 늦게 썼습니다. 모은 것에 attention.output을 곱한 다음 입력에 더하세요.",
    },
    answer: attending(attend),
    variants: [
      (inputs, matrices, network, norms) => {
        const sum = tf.matMul(tf.add(inputs, attend(inputs, matrices)), matrices.output);
        const met = layerNorm(sum, norms[0].gain, norms[0].bias, 1e-5);
        const total = tf.add(met, feedForward(met, network));
        return layerNorm(total, norms[1].gain, norms[1].bias, 1e-5);
      },
    ],
  },
  {
    name: { en: "a projection forgotten or taken twice", ko: "투영이 빠졌거나 두 번 쓰임" },
    hint: {
      en:
        "Not each of queries, keys and values is made with its own matrix: one is the inputs as they are, or two have the " +
        "same matrix.",
      ko:
        "쿼리, 키, 값(values)을 각각 자기 행렬로 만들지 않았습니다. 입력을 그대로 썼거나 두 가지에 같은 행렬을 썼습니다.",
    },
    answer: mixing((x) => [x, x, x]),
    variants: [
      mixing((x, { queries, keys }) => [tf.matMul(x, queries), tf.matMul(x, keys), x]),
      mixing((x, { keys, values }) => [x, tf.matMul(x, keys), tf.matMul(x, values)]),
      mixing((x, { queries, values }) => [tf.matMul(x, queries), x, tf.matMul(x, values)]),
      mixing((x, { values }) => [x, x, tf.matMul(x, values)]),
      mixing((x, { queries, values }) => [
        tf.matMul(x, queries),
        tf.matMul(x, queries),
        tf.matMul(x, values),
      ]),
      mixing((x, { keys, values }) => [
        tf.matMul(x, keys),
        tf.matMul(x, keys),
        tf.matMul(x, values),
      ]),
      mixing((x, { queries, keys }) => [
        tf.matMul(x, queries),
        tf.matMul(x, keys),
        tf.matMul(x, keys),
      ]),
      mixing((x, { queries, keys }) => [
        tf.matMul(x, queries),
        tf.matMul(x, keys),
        tf.matMul(x, queries),
      ]),
    ],
  },
  {
    name: { en: "queries and keys exchanged", ko: "쿼리와 키가 바뀜" },
    hint: {
      en:
        "The queries are made with the keys' matrix and the keys with the queries': exchange them.",
      ko: "쿼리를 키의 행렬로, 키를 쿼리의 행렬로 만들었습니다. 서로 바꾸세요.",
    },
    answer: mixing((x, { queries, keys, values }) => [
      tf.matMul(x, keys),
      tf.matMul(x, queries),
      tf.matMul(x, values),
    ]),
  },
  {
    name: { en: "matrices transposed", ko: "행렬을 전치함" },
    hint: {
      en:
        "You multiply by transposed matrices of attention. They are multiplied from the right as they are: tf.matMul(x, W).",
      ko: "어텐션의 행렬을 전치해서 곱했습니다. 그대로 오른쪽에서 곱하세요: tf.matMul(x, W).",
    },
    answer: attending((x, attention) => {
      const { output } = scaledDotProductAttention({
        queries: tf.matMul(x, attention.queries, false, true),
        keys: tf.matMul(x, attention.keys, false, true),
        values: tf.matMul(x, attention.values, false, true),
      });
      return tf.matMul(output, attention.output, false, true);
    }),
    variants: [
      mixing((x, { queries, keys, values }) => [
        tf.matMul(x, queries, false, true),
        tf.matMul(x, keys, false, true),
        tf.matMul(x, values, false, true),
      ]),
      attending((x, attention) => tf.matMul(attend(x, attention), attention.output, false, true)),
    ],
  },
  {
    name: { en: "another scale of the scores", ko: "점수의 배율이 다름" },
    hint: {
      en:
        "Your scores are scaled in another way: not at all, or once more than the library does. scaledDotProductAttention " +
        "divides by √d_k itself.",
      ko:
        "점수의 배율이 다릅니다. 나누지 않았거나 라이브러리가 나눈 것을 또 나누었습니다. scaledDotProductAttention이 스스로 √d_k로 나눕니다.",
    },
    answer: mixing(
      (x, { queries, keys, values }) => [
        tf.matMul(x, queries),
        tf.matMul(x, keys),
        tf.matMul(x, values),
      ],
      { scale: 1 },
    ),
    variants: [
      mixing((x, { queries, keys, values }) => [
        tf.div(tf.matMul(x, queries), Math.sqrt(queries.shape[1] ?? 1)),
        tf.matMul(x, keys),
        tf.matMul(x, values),
      ]),
    ],
  },
  {
    name: { en: "a causal mask", ko: "인과 마스크를 씀" },
    hint: {
      en:
        "Your words do not see later ones. An encoder reads a sentence that is there as a whole: no mask is needed.",
      ko:
        "단어들이 뒤의 단어를 보지 못합니다. 인코더는 이미 다 있는 문장을 읽습니다. 마스크가 필요 없습니다.",
    },
    answer: attending((x, attention) => {
      const { output } = scaledDotProductAttention({
        queries: tf.matMul(x, attention.queries),
        keys: tf.matMul(x, attention.keys),
        values: tf.matMul(x, attention.values),
        keep: causalMask(x.shape[1] ?? 1),
      });
      return tf.matMul(output, attention.output);
    }),
  },
  {
    name: { en: "an ε of its own", ko: "정해진 ε이 아님" },
    hint: {
      en: "Your norms take another ε than the 10⁻⁵ that is asked for.",
      ko: "정규화의 ε이 과제가 정한 10⁻⁵이 아닙니다.",
    },
    answer: layer((x, parts) => thought(attended(x, parts), parts), projected, 1e-3),
    variants: [
      layer((x, parts) => thought(attended(x, parts), parts), projected, 1e-2),
      layer((x, parts) => thought(attended(x, parts), parts), projected, 0.1),
    ],
  },
  {
    name: { en: "the inputs added once more", ko: "입력을 한 번 더 더함" },
    hint: {
      en:
        "You add the layer's inputs in the second sum too. Each step adds what went into that step, and " +
        "nothing else.",
      ko: "둘째 합에도 층의 입력을 더했습니다. 단계마다 그 단계에 들어간 것만 더합니다.",
    },
    answer: layer((x, parts) => {
      const h = attended(x, parts);
      return parts.second(tf.add(tf.add(h, x), parts.f(h)));
    }),
  },
];
