/**
 * Wrong answers to exercise 08.5 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, layer } from "./exercise.ts";

/** The causal mask of a square of `side` in cross-attention: it fits, and hides nothing, only as 1 × 1. */
function maskedAcross(args: Arguments, side: number): TensorData | Throws {
  const [{ shape: [batch, query] }, { shape: [, key] }] = args;
  if (side === 1) return layer(args);
  return new Throws(
    `expected keep to broadcast to [batch, query, key] = [${batch}, ${query}, ${key}], ` +
      `got [${side}, ${side}]`,
  );
}

/** A whole cell with its own lines for the first two steps. */
function variant({
  attended = "n(tf.add(x, attend(x, x, attentions.self, causalMask(inputs.shape[1]))), 0)",
  crossAttended = "n(tf.add(attended, attend(attended, memory, attentions.cross)), 1)",
}: { attended?: string; crossAttended?: string }): string {
  return `function decoderLayer(
  inputs: Axes<"batch query model">,
  memory: Axes<"batch key model">,
  attentions: Record<"self" | "cross", Record<"queries" | "keys" | "values" | "output", tf.Tensor>>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  const attend = (
    queryInputs: tf.Tensor,
    keyInputs: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const { output } = scaledDotProductAttention({
      queries: tf.matMul(queryInputs, matrices.queries),
      keys: tf.matMul(keyInputs, matrices.keys),
      values: tf.matMul(keyInputs, matrices.values),
      keep,
    });
    return tf.matMul(output, matrices.output);
  };
  const n = (x: tf.Tensor, i: number): tf.Tensor => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const x: tf.Tensor = inputs;
  const attended: tf.Tensor = ${attended};
  const crossAttended: tf.Tensor = ${crossAttended};
  return n(tf.add(crossAttended, feedForward(crossAttended, network)), 2);
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "cross-attention with keys from the decoder",
    hint: {
      en:
        "Your cross-attention takes keys and values from the decoder, so the source is never read. Only the " +
        "queries come from here; keys and values are made from memory.",
      ko:
        "크로스 어텐션이 키와 값을 디코더에서 가져와서 원문을 전혀 읽지 않습니다. 쿼리만 디코더에서 오고, 키와 값은 memory에서 만듭니다.",
    },
    source: variant({
      crossAttended: "n(tf.add(attended, attend(attended, attended, attentions.cross)), 1)",
    }),
    values: (...args) => [layer(args, { lookAt: "attended" }), layer(args, { lookAt: "inputs" })],
  },
  {
    name: "no causal mask",
    hint: {
      en:
        "The self-attention sees later words, which do not exist yet when the model writes. Give it " +
        "causalMask(length) as keep.",
      ko:
        "셀프 어텐션이 뒤의 단어를 봅니다. 모델이 글을 쓸 때 그 단어들은 아직 없습니다. causalMask(length)를 keep으로 넘기세요.",
    },
    source: variant({ attended: "n(tf.add(x, attend(x, x, attentions.self)), 0)" }),
    values: (...args) => [layer(args, { causal: false })],
  },
  {
    name: "the two attentions' matrices exchanged",
    hint: {
      en:
        "Self-attention uses the matrices of attentions.cross, cross-attention those of attentions.self. " +
        "Exchange them.",
      ko:
        "셀프 어텐션이 attentions.cross의 행렬을, 크로스 어텐션이 attentions.self의 행렬을 씁니다. 서로 바꾸세요.",
    },
    source: variant({
      attended: "n(tf.add(x, attend(x, x, attentions.cross, causalMask(inputs.shape[1]))), 0)",
      crossAttended: "n(tf.add(attended, attend(attended, memory, attentions.self)), 1)",
    }),
    values: (...args) => [layer(args, { ownMatrices: false })],
  },
  {
    name: "cross-attention asks with the inputs",
    hint: {
      en:
        "Cross-attention asks with the layer's inputs. It asks with what came out of the first step: words " +
        "that have met.",
      ko:
        "크로스 어텐션의 쿼리를 층의 입력에서 만들었습니다. 첫 단계에서 나온 것, 곧 서로 만난 단어들로 물어야 합니다.",
    },
    source: variant({
      crossAttended: "n(tf.add(attended, attend(x, memory, attentions.cross)), 1)",
    }),
    values: (...args) => [layer(args, { asksWithAttended: false })],
  },
  {
    name: "no cross-attention",
    hint: {
      en:
        "Memory is never used: your layer goes from self-attention to the network at once. The step in the " +
        "middle looks at the source.",
      ko:
        "memory를 쓰지 않았습니다. 셀프 어텐션에서 곧바로 신경망으로 갔습니다. 가운데 단계가 원문을 봅니다.",
    },
    source: variant({ crossAttended: "attended" }),
    values: (...args) => [layer(args, { cross: false })],
  },
  {
    name: "a causal mask in cross-attention too",
    hint: {
      en:
        "You give the causal mask to cross-attention as well, and a square does not fit there. The source is " +
        "complete before the first word is said: nothing of it is hidden.",
      ko:
        "크로스 어텐션에도 인과 마스크를 넘겼습니다. 정사각형 마스크는 거기에 맞지 않습니다. 원문은 첫 단어를 말하기 전에 이미 다 주어져 있으므로 가릴 것이 없습니다.",
    },
    source: variant({
      crossAttended:
        "n(tf.add(attended, attend(attended, memory, attentions.cross, causalMask(inputs.shape[1]))), 1)",
    }),
    values: (...args) => [
      maskedAcross(args, args[0].shape[1]),
      maskedAcross(args, args[1].shape[1]),
    ],
  },
];
