/**
 * Wrong answers to exercise 08.5 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { feedForward } from "../feed_forward/solution.ts";
import { layerNorm } from "../layer_norm/solution.ts";
import type { decoderLayer } from "./solution.ts";

type Projections = Record<"queries" | "keys" | "values" | "output", tf.Tensor>;

type Map = (x: tf.Tensor) => tf.Tensor;

/** The layer's parts. */
type Parts = {
  memory: tf.Tensor;
  /** Self-attention of the layer's inputs, under the causal mask. */
  meet: Map;
  /** Cross-attention that asks with its argument. */
  look: Map;
  think: Map;
  norms: readonly [Map, Map, Map];
  self: Projections;
  cross: Projections;
};

/** Attention without its output matrix. */
function collect(
  queryInputs: tf.Tensor,
  keyInputs: tf.Tensor,
  { queries, keys, values }: Projections,
  keep?: tf.Tensor,
  valueInputs = keyInputs,
): tf.Tensor {
  return scaledDotProductAttention({
    queries: tf.matMul(queryInputs, queries),
    keys: tf.matMul(keyInputs, keys),
    values: tf.matMul(valueInputs, values),
    keep,
  }).output;
}

/** A mask by which place i sees the first i + 1 places of memory. */
function upToOwnPlace(x: tf.Tensor, memory: tf.Tensor): tf.Tensor {
  const rows = tf.expandDims(tf.range(0, x.shape[1] ?? 0), 1);
  return tf.lessEqual(tf.range(0, memory.shape[1] ?? 0), rows);
}

/** Attention: queries from the first inputs, keys and values from the second. */
function attend(
  queryInputs: tf.Tensor,
  keyInputs: tf.Tensor,
  matrices: Projections,
  keep?: tf.Tensor,
  valueInputs?: tf.Tensor,
): tf.Tensor {
  return tf.matMul(
    collect(queryInputs, keyInputs, matrices, keep, valueInputs),
    matrices.output,
  );
}

/** A matrix that changes nothing: as if there were none. */
const none = ({ output }: Projections): tf.Tensor => tf.eye(output.shape[0]);

/** Hides later words. */
const maskOf = (x: tf.Tensor): tf.Tensor => causalMask(x.shape[1] ?? 0);

/** A layer that puts its parts together in another way. */
function layer(order: (x: tf.Tensor, parts: Parts) => tf.Tensor): typeof decoderLayer {
  return (inputs, memory, { self, cross }, network, norms) => {
    const norm = (i: number): Map => (x) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
    return order(inputs, {
      memory,
      meet: (x) => attend(x, x, self, maskOf(x)),
      look: (x) => attend(x, memory, cross),
      think: (x) => feedForward(x, network),
      norms: [norm(0), norm(1), norm(2)],
      self,
      cross,
    });
  };
}

const first = (x: tf.Tensor, { meet, norms }: Parts): tf.Tensor => norms[0](tf.add(x, meet(x)));

const second = (x: tf.Tensor, { look, norms }: Parts): tf.Tensor => norms[1](tf.add(x, look(x)));

const third = (x: tf.Tensor, { think, norms }: Parts): tf.Tensor => norms[2](tf.add(x, think(x)));

/** The right order of other parts. */
const changing = (change: (x: tf.Tensor, parts: Parts) => Partial<Parts>): typeof decoderLayer =>
  layer((x, right) => {
    const parts = { ...right, ...change(x, right) };
    return third(second(first(x, parts), parts), parts);
  });

const same: Map = (x) => x;

export const mistakes: readonly Mistake<typeof decoderLayer>[] = [
  {
    name: {
      en: "cross-attention with keys from the decoder",
      ko: "크로스 어텐션의 키가 디코더에서 옴",
    },
    hint: {
      en:
        "Your cross-attention takes keys, values or both from the decoder, so the source is not read. Only the " +
        "queries come from here; keys and values are made from memory.",
      ko:
        "크로스 어텐션이 키나 값(values), 또는 둘 다를 디코더에서 가져와서 원문을 읽지 못합니다. 쿼리만 디코더에서 오고, 키와 값은 memory에서 만듭니다.",
    },
    answer: changing((_inputs, { cross }) => ({ look: (x) => attend(x, x, cross) })),
    variants: [
      changing((inputs, { cross }) => ({ look: (x) => attend(x, inputs, cross) })),
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, cross, undefined, x),
      })),
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, x, cross, undefined, memory),
      })),
    ],
  },
  {
    name: { en: "memory asks", ko: "memory가 물음" },
    hint: {
      en:
        "In your cross-attention memory makes the queries. The decoder asks and memory answers: queries from the first " +
        "step's result, keys and values from memory.",
      ko:
        "크로스 어텐션의 쿼리를 memory에서 만들었습니다. 디코더가 묻고 memory가 답합니다. 쿼리는 첫 단계의 결과에서, 키와 값은 memory에서 만드세요.",
    },
    answer: changing((_inputs, { cross, memory }) => ({ look: (x) => attend(memory, x, cross) })),
    variants: [
      changing((_inputs, { cross, memory }) => ({ look: () => attend(memory, memory, cross) })),
    ],
  },
  {
    name: { en: "no causal mask", ko: "인과 마스크가 없음" },
    hint: {
      en:
        "The self-attention sees later words, which do not exist yet when the model writes. Give it " +
        "causalMask(length) as keep.",
      ko:
        "셀프 어텐션이 뒤의 단어를 봅니다. 모델이 글을 쓸 때 그 단어들은 아직 없습니다. causalMask(length)를 keep으로 넘기세요.",
    },
    answer: changing((_inputs, { self }) => ({ meet: (x) => attend(x, x, self) })),
  },
  {
    name: { en: "the mask the wrong way round", ko: "마스크가 반대" },
    hint: {
      en:
        "Your mask hides the past and shows the future. In this library true means “may be seen”, and causalMask is meant as " +
        "it is.",
      ko:
        "마스크가 앞의 단어를 가리고 뒤의 단어를 보여 줍니다. 이 라이브러리에서 true는 보아도 된다는 뜻입니다. causalMask를 그대로 쓰세요.",
    },
    answer: changing((_inputs, { self }) => ({
      meet: (x) => attend(x, x, self, tf.logicalNot(maskOf(x))),
    })),
    variants: [
      changing((_inputs, { self }) => ({
        meet: (x) => attend(x, x, self, tf.transpose(maskOf(x))),
      })),
    ],
  },
  {
    name: { en: "a mask of another size", ko: "크기가 다른 마스크" },
    hint: {
      en:
        "Your mask has another length than the words that were said: it is made of the batch, of the features or of memory. It " +
        "has a row and a column for each word: inputs.shape[1].",
      ko:
        "마스크의 길이가 쓴 단어의 수와 다릅니다. batch, 특징(feature)의 수나 memory의 길이로 만들었습니다. 단어마다 행과 열이 하나씩 있어야 합니다: inputs.shape[1].",
    },
    answer: changing((_inputs, { self }) => ({
      meet: (x) => attend(x, x, self, causalMask(x.shape[0])),
    })),
    variants: [
      changing((_inputs, { self }) => ({
        meet: (x) => attend(x, x, self, causalMask(x.shape[2] ?? 0)),
      })),
      changing((_inputs, { self, memory }) => ({
        meet: (x) => attend(x, x, self, maskOf(memory)),
      })),
    ],
  },
  {
    name: { en: "a causal mask in cross-attention too", ko: "크로스 어텐션에도 인과 마스크" },
    hint: {
      en: "You give the causal mask to cross-attention as well. The source is " +
        "complete before the first word is said: nothing of it is hidden.",
      ko:
        "크로스 어텐션에도 인과 마스크를 넘겼습니다. 원문은 첫 단어를 말하기 전에 이미 다 주어져 있으므로 가릴 것이 없습니다.",
    },
    answer: changing((_inputs, { cross, memory }) => ({
      look: (x) => attend(x, memory, cross, maskOf(x)),
    })),
    variants: [
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, cross, maskOf(memory)),
      })),
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, cross, causalMask(x.shape[1] ?? 0, memory.shape[1] ?? 0)),
      })),
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, cross, upToOwnPlace(x, memory)),
      })),
    ],
  },
  {
    name: { en: "the mask in cross-attention only", ko: "크로스 어텐션에만 마스크" },
    hint: {
      en: "The mask is in the wrong attention: self-attention needs it, cross-attention does not.",
      ko:
        "마스크를 엉뚱한 어텐션에 썼습니다. 셀프 어텐션에 필요하고 크로스 어텐션에는 필요 없습니다.",
    },
    answer: changing((_inputs, { self, cross, memory }) => ({
      meet: (x) => attend(x, x, self),
      look: (x) => attend(x, memory, cross, maskOf(x)),
    })),
    variants: [
      changing((_inputs, { self, cross, memory }) => ({
        meet: (x) => attend(x, x, self),
        look: (x) => attend(x, memory, cross, causalMask(x.shape[1] ?? 0, memory.shape[1] ?? 0)),
      })),
    ],
  },
  {
    name: { en: "the two attentions' matrices exchanged", ko: "두 어텐션의 행렬이 바뀜" },
    hint: {
      en:
        "Self-attention uses the matrices of attentions.cross, cross-attention those of attentions.self. " +
        "Exchange them.",
      ko:
        "셀프 어텐션이 attentions.cross의 행렬을, 크로스 어텐션이 attentions.self의 행렬을 씁니다. 서로 바꾸세요.",
    },
    answer: changing((_inputs, { self, cross, memory }) => ({
      meet: (x) => attend(x, x, cross, maskOf(x)),
      look: (x) => attend(x, memory, self),
    })),
  },
  {
    name: { en: "one attention's matrices for both", ko: "두 어텐션이 같은 행렬을 씀" },
    hint: {
      en:
        "Both attentions use the same matrices. Self-attention has attentions.self, cross-attention attentions.cross.",
      ko:
        "두 어텐션이 같은 행렬을 씁니다. 셀프 어텐션은 attentions.self를, 크로스 어텐션은 attentions.cross를 씁니다.",
    },
    answer: changing((_inputs, { self, memory }) => ({ look: (x) => attend(x, memory, self) })),
    variants: [
      changing((_inputs, { cross }) => ({ meet: (x) => attend(x, x, cross, maskOf(x)) })),
    ],
  },
  {
    name: { en: "cross-attention asks with the inputs", ko: "크로스 어텐션이 입력으로 물음" },
    hint: {
      en:
        "Cross-attention asks with the layer's inputs. It asks with what came out of the first step: words " +
        "that have met.",
      ko:
        "크로스 어텐션의 쿼리를 층의 입력에서 만들었습니다. 첫 단계에서 나온 것, 곧 서로 만난 단어들로 물어야 합니다.",
    },
    answer: changing((inputs, { look }) => ({ look: () => look(inputs) })),
  },
  {
    name: { en: "the inputs in a later sum", ko: "나중의 합에 층의 입력을 더함" },
    hint: {
      en:
        "In a later step you add the layer's inputs again, or an earlier step's result. Each step adds what went into it: the " +
        "result of the step before.",
      ko:
        "뒤의 단계에서 층의 입력이나 더 앞 단계의 결과를 다시 더했습니다. 단계마다 그 단계에 들어간 것, 곧 바로 앞 단계의 결과를 더합니다.",
    },
    answer: layer((x, parts) => {
      const met = first(x, parts);
      return third(parts.norms[1](tf.add(x, parts.look(met))), parts);
    }),
    variants: [
      layer((x, parts) => {
        const looked = second(first(x, parts), parts);
        return parts.norms[2](tf.add(x, parts.think(looked)));
      }),
      layer((x, parts) => {
        const met = first(x, parts);
        return parts.norms[2](tf.add(met, parts.think(second(met, parts))));
      }),
      layer((x, parts) => {
        const met = first(x, parts);
        const looked = parts.norms[1](tf.add(x, parts.look(met)));
        return parts.norms[2](tf.add(x, parts.think(looked)));
      }),
    ],
  },
  {
    name: { en: "the network reads an earlier step", ko: "신경망이 앞 단계를 읽음" },
    hint: {
      en:
        "Your network gets the layer's inputs or what self-attention gave. It reads the result of the step before it, " +
        "cross-attention.",
      ko:
        "신경망이 층의 입력이나 셀프 어텐션의 결과를 받습니다. 바로 앞 단계인 크로스 어텐션의 결과를 받아야 합니다.",
    },
    answer: layer((x, parts) => {
      const met = first(x, parts);
      return parts.norms[2](tf.add(second(met, parts), parts.think(met)));
    }),
    variants: [
      layer((x, parts) => parts.norms[2](tf.add(second(first(x, parts), parts), parts.think(x)))),
    ],
  },
  {
    name: { en: "no cross-attention", ko: "크로스 어텐션이 없음" },
    hint: {
      en:
        "Memory is never used: your layer goes from self-attention to the network at once. The step in the " +
        "middle looks at the source.",
      ko:
        "memory를 쓰지 않았습니다. 셀프 어텐션에서 곧바로 신경망으로 갔습니다. 가운데 단계가 원문을 봅니다.",
    },
    answer: layer((x, parts) => third(first(x, parts), parts)),
    variants: [
      layer((x, parts) => {
        const [one, two] = parts.norms;
        return third(first(x, parts), { ...parts, norms: [one, two, two] });
      }),
    ],
  },
  {
    name: { en: "no self-attention", ko: "셀프 어텐션이 없음" },
    hint: {
      en:
        "Your words never meet: the first step, self-attention under the mask, is missing, or the next step does not use its result.",
      ko:
        "단어들이 서로 만나지 않습니다. 첫 단계인 마스크를 쓴 셀프 어텐션이 빠졌거나, 다음 단계가 그 결과를 쓰지 않습니다.",
    },
    answer: layer((x, parts) => third(second(x, parts), parts)),
  },
  {
    name: { en: "without the network", ko: "신경망이 없음" },
    hint: {
      en:
        "Your layer ends after cross-attention. The third step is missing: the network, its sum and its norm.",
      ko:
        "층이 크로스 어텐션 다음에 끝납니다. 세 번째 단계인 신경망과 그 합, 그 정규화가 빠졌습니다.",
    },
    answer: layer((x, parts) => second(first(x, parts), parts)),
  },
  {
    name: { en: "cross-attention first", ko: "크로스 어텐션을 먼저" },
    hint: {
      en:
        "You look at the source before the words have met. Self-attention comes first, then cross-attention.",
      ko:
        "단어들이 서로 만나기 전에 원문을 봅니다. 셀프 어텐션이 먼저이고 크로스 어텐션이 그다음입니다.",
    },
    answer: layer((x, parts) => {
      const looked = parts.norms[0](tf.add(x, parts.look(x)));
      return third(parts.norms[1](tf.add(looked, parts.meet(looked))), parts);
    }),
    variants: [layer((x, parts) => third(first(second(x, parts), parts), parts))],
  },
  {
    name: { en: "a norm is missing", ko: "정규화가 빠짐" },
    hint: {
      en:
        "A norm is missing in your layer. Each of the three sums is followed by one: norms[0], norms[1], norms[2].",
      ko:
        "층에서 빠진 정규화가 있습니다. 세 합 다음에 하나씩 있습니다: norms[0], norms[1], norms[2].",
    },
    answer: changing((_inputs, { norms }) => ({ norms: [norms[0], same, norms[2]] })),
    variants: [
      changing((_inputs, { norms }) => ({ norms: [same, norms[1], norms[2]] })),
      changing((_inputs, { norms }) => ({ norms: [norms[0], norms[1], same] })),
      changing((_inputs, { norms }) => ({ norms: [same, same, norms[2]] })),
      changing(() => ({ norms: [same, same, same] })),
    ],
  },
  {
    name: { en: "one norm several times", ko: "정규화 하나를 여러 번" },
    hint: {
      en:
        "Your norms are not norms[0], norms[1] and norms[2] in this order: one is used more than once, or two are exchanged. Each " +
        "has its own gain and bias.",
      ko:
        "정규화가 norms[0], norms[1], norms[2]의 순서가 아닙니다. 하나를 여러 번 썼거나 순서가 바뀌었습니다. gain과 bias가 저마다 다릅니다.",
    },
    answer: changing((_inputs, { norms }) => ({ norms: [norms[0], norms[0], norms[0]] })),
    variants: [
      changing((_inputs, { norms }) => ({ norms: [norms[0], norms[1], norms[1]] })),
      changing((_inputs, { norms }) => ({ norms: [norms[0], norms[0], norms[1]] })),
      changing((_inputs, { norms }) => ({ norms: [norms[0], norms[0], norms[2]] })),
      changing((_inputs, { norms }) => ({ norms: [norms[1], norms[0], norms[2]] })),
      changing((_inputs, { norms }) => ({ norms: [norms[0], norms[2], norms[1]] })),
    ],
  },
  {
    name: { en: "a way around is missing", ko: "잔차 연결이 빠짐" },
    hint: {
      en:
        "A sum is missing, or more than one. Each step adds what went into it to what comes out, then normalises.",
      ko: "빠진 합이 있습니다. 단계마다 들어간 것을 나온 것에 더하고 나서 정규화합니다.",
    },
    answer: layer((x, parts) => {
      const met = first(x, parts);
      return third(parts.norms[1](parts.look(met)), parts);
    }),
    variants: [
      layer((x, parts) => third(second(parts.norms[0](parts.meet(x)), parts), parts)),
      layer((x, parts) => parts.norms[2](parts.think(second(first(x, parts), parts)))),
      layer((x, { meet, look, think, norms }) =>
        norms[2](think(norms[1](look(norms[0](meet(x))))))
      ),
      layer((x, parts) => { // and the network reads an earlier step
        const met = first(x, parts);
        return parts.norms[2](tf.add(parts.norms[1](parts.look(met)), parts.think(met)));
      }),
    ],
  },
  {
    name: { en: "norm before the sum", ko: "더하기 전에 정규화함" },
    hint: {
      en: "You normalise what each step gives and add afterwards. Here the norm follows the sum.",
      ko: "단계의 결과를 먼저 정규화하고 나서 더했습니다. 여기서는 더한 다음에 정규화합니다.",
    },
    answer: layer((x, { meet, look, think, norms }) => {
      const met = tf.add(x, norms[0](meet(x)));
      const looked = tf.add(met, norms[1](look(met)));
      return tf.add(looked, norms[2](think(looked)));
    }),
  },
  {
    name: { en: "pre-norm", ko: "pre-norm의 순서" },
    hint: {
      en:
        "Your norms stand before the steps. That is pre-norm, a good layer, but another one: here each norm follows its sum.",
      ko:
        "정규화가 단계 앞에 있습니다. 그것은 pre-norm으로, 좋은 층이지만 다른 층입니다. 여기서는 정규화가 합 다음에 옵니다.",
    },
    answer: layer((x, { meet, look, think, norms }) => {
      const met = tf.add(x, meet(norms[0](x)));
      const looked = tf.add(met, look(norms[1](met)));
      return tf.add(looked, think(norms[2](looked)));
    }),
  },
  {
    name: { en: "attention without its output matrix", ko: "출력 행렬이 없는 어텐션" },
    hint: {
      en:
        "One of your attentions, or both, is not multiplied by its output matrix. What has been collected is multiplied by " +
        "it before the sum.",
      ko:
        "한 어텐션 또는 두 어텐션 모두에 출력 행렬을 곱하지 않았습니다. 모은 것에 출력 행렬을 곱한 다음 더하세요.",
    },
    answer: changing((_inputs, { self, cross, memory }) => ({
      meet: (x) => collect(x, x, self, maskOf(x)),
      look: (x) => collect(x, memory, cross),
    })),
    variants: [
      changing((_inputs, { self }) => ({ meet: (x) => collect(x, x, self, maskOf(x)) })),
      changing((_inputs, { cross, memory }) => ({ look: (x) => collect(x, memory, cross) })),
    ],
  },
  {
    name: { en: "self-attention looks at memory", ko: "셀프 어텐션이 memory를 봄" },
    hint: {
      en:
        "Your first attention takes keys and values from memory. It is about what was said so far: all three come from the inputs.",
      ko:
        "첫 어텐션이 키와 값(values)을 memory에서 가져옵니다. 지금까지 말한 것을 보는 자리이니 셋 다 입력에서 만드세요.",
    },
    answer: changing((_x, { memory, self }) => ({ meet: (x) => attend(x, memory, self) })),
  },
  {
    name: { en: "memory in the sum", ko: "합에 memory를 더함" },
    hint: {
      en:
        "After cross-attention you add memory. What goes around is what went in: the first step's result.",
      ko:
        "크로스 어텐션 다음에 memory를 더했습니다. 잔차 연결로 더할 것은 들어온 것, 곧 첫 단계의 결과입니다.",
    },
    answer: layer((x, parts) =>
      third(parts.norms[1](tf.add(parts.memory, parts.look(first(x, parts)))), parts)
    ),
  },
  {
    name: {
      en: "memory itself as keys or values",
      ko: "memory를 그대로 키나 값(values)으로 씀",
    },
    hint: {
      en:
        "Cross-attention takes memory as it is for keys, values or both. Multiply it by attentions.cross.keys and " +
        "attentions.cross.values first.",
      ko:
        "크로스 어텐션에서 memory를 그대로 키나 값(values), 또는 둘 다로 썼습니다. 먼저 attentions.cross.keys와 attentions.cross.values를 곱하세요.",
    },
    answer: changing((_inputs, { cross, memory }) => ({
      look: (x) => attend(x, memory, { ...cross, keys: none(cross), values: none(cross) }),
    })),
    variants: [
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, { ...cross, keys: none(cross) }),
      })),
      changing((_inputs, { cross, memory }) => ({
        look: (x) => attend(x, memory, { ...cross, values: none(cross) }),
      })),
    ],
  },
];
