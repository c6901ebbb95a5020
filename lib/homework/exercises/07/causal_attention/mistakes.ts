/**
 * Wrong answers to exercise 07.5 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import { causalMask } from "../causal_mask/solution.ts";
import { combineMasks } from "../combine_masks/solution.ts";
import { maskedSoftmax } from "../masked_softmax/solution.ts";
import { paddingMask } from "../padding_mask/solution.ts";
import type { causalAttention } from "./solution.ts";

type Answer = typeof causalAttention;
type Projections = Parameters<Answer>[2];

/** The step of the layer that a mistake replaces. */
interface Steps {
  /** What the scores are multiplied by. Default 1/√dim. */
  readonly scale?: number;
  /** The mask of all heads: [batch, query, key] or a part of these axes. */
  readonly mask?: (ids: tf.Tensor, time: number) => tf.Tensor;
  /** Scores and mask to weights. */
  readonly weigh?: (scores: tf.Tensor, keep: tf.Tensor) => tf.Tensor;
  /** [batch, time, model] to [batch, head, time, dim]. */
  readonly split?: (sequence: tf.Tensor, headCount: number) => tf.Tensor;
  /** [batch, head, time, dim] to [batch, time, model]. */
  readonly merge?: (heads: tf.Tensor) => tf.Tensor;
}

function inSlices(sequence: tf.Tensor, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  return tf.transpose(tf.reshape(sequence, [batch, time, headCount, model / headCount]), [
    0,
    2,
    1,
    3,
  ]);
}

function sideBySide(heads: tf.Tensor): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  return tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch, time, head * dim]);
}

/** The tempting reshape. */
function chopped(sequence: tf.Tensor, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  return tf.reshape(sequence, [batch, headCount, time, model / headCount]);
}

/** Heads that are merged by a reshape alone. */
function choppedBack(heads: tf.Tensor): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  return tf.reshape(heads, [batch, time, head * dim]);
}

function bothMasks(ids: tf.Tensor, time: number): tf.Tensor {
  return combineMasks(causalMask(time), paddingMask(ids, 0));
}

/** A mask beside scores [batch, head, query, key]. */
function forHeads(mask: tf.Tensor): tf.Tensor {
  return mask.rank === 3 ? tf.expandDims(mask, 1) : mask;
}

/** The whole layer, with some steps replaced. */
function layer(
  sequence: tf.Tensor,
  ids: tf.Tensor,
  projections: Projections,
  headCount: number,
  { scale, mask = bothMasks, weigh = maskedSoftmax, split = inSlices, merge = sideBySide }: Steps =
    {},
) {
  const [, time, model] = sequence.shape;
  const queries = split(tf.matMul(sequence, projections.queries), headCount);
  const keys = split(tf.matMul(sequence, projections.keys), headCount);
  const values = split(tf.matMul(sequence, projections.values), headCount);
  const scores = tf.mul(
    tf.matMul(queries, keys, false, true),
    scale ?? 1 / Math.sqrt(model / headCount),
  );
  const weights = weigh(scores, forHeads(mask(ids, time)));
  return { output: tf.matMul(merge(tf.matMul(weights, values)), projections.output), weights };
}

/** A matrix that changes nothing: as if there were no projection. */
const none = ({ output }: Projections): tf.Tensor2D => tf.eye(output.shape[0]);

/** Weights that are set to 0 after an ordinary softmax. */
const maskedAfterwards = (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));

/** Hidden scores are so low that they vanish beside others, and share 1 out where there are no others. */
const onlyLowered = (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  tf.softmax(tf.where(keep, scores, -1e9));

/** Each head gets every headCount-th number. */
function dealt(sequence: tf.Tensor, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  const pieces = tf.reshape(sequence, [batch, time, model / headCount, headCount]);
  return tf.transpose(pieces, [0, 3, 1, 2]);
}

/** The way back from there. */
function collectedInTurn(heads: tf.Tensor): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  return tf.reshape(tf.transpose(heads, [0, 2, 3, 1]), [batch, time, dim * head]);
}

/** Softmax along the axis of the queries. */
function overQueries(scores: tf.Tensor, keep: tf.Tensor): tf.Tensor {
  const low = tf.transpose(tf.where(keep, scores, -1e9), [0, 1, 3, 2]);
  return tf.mul(tf.transpose(tf.softmax(low), [0, 1, 3, 2]), tf.cast(keep, "float32"));
}

/** Hidden scores fall by a number. */
const loweredBy = (depth: number) => (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), depth)));

/** Hidden scores are 0. */
const zeroed = (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  tf.softmax(tf.mul(scores, tf.cast(keep, "float32")));

/** A mask [batch, query, key] beside scores [batch, head, query, key]. */
const withoutHeads = (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  maskedSoftmax(scores, tf.squeeze(keep, [1]));

export const mistakes: readonly Mistake<Answer>[] = [
  {
    name: { en: "no causal mask", ko: "인과 마스크가 없음" },
    hint: {
      en:
        "Padding is hidden, the future is not: places look at words that come after them. Combine the padding mask with " +
        "causalMask(time).",
      ko:
        "패딩은 가렸지만 미래를 가리지 않아, 뒤에 오는 단어를 봅니다. 패딩 마스크를 causalMask(time)과 합치세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { mask: (ids) => paddingMask(ids, 0) }),
  },
  {
    name: { en: "no padding mask", ko: "패딩 마스크가 없음" },
    hint: {
      en:
        "The future is hidden, padding is not. Make paddingMask(ids, 0) and combine it with the causal mask.",
      ko:
        "미래는 가렸지만 패딩을 가리지 않았습니다. paddingMask(ids, 0)을 만들어 인과 마스크와 합치세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { mask: (_ids, time) => causalMask(time) }),
  },
  {
    name: { en: "no mask at all", ko: "마스크가 없음" },
    hint: {
      en: "Every place sees every place. Give maskedSoftmax both masks: no future, no padding.",
      ko:
        "모든 자리가 모든 자리를 봅니다. maskedSoftmax에 두 마스크를 주세요. 미래도 패딩도 보지 않습니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { weigh: (scores) => tf.softmax(scores) }),
  },
  {
    name: { en: "what one of the masks allows", ko: "한쪽 마스크만 허락해도 봄" },
    hint: {
      en:
        "A key is looked at if one of the masks allows it. It must be no future *and* no padding.",
      ko: "두 마스크 가운데 하나만 허락해도 봅니다. 미래가 아니고 *또한* 패딩이 아니어야 합니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        mask: (ids, time) => tf.logicalOr(causalMask(time), paddingMask(ids, 0)),
      }),
  },
  {
    name: { en: "the causal mask transposed", ko: "전치한 인과 마스크" },
    hint: {
      en:
        "Each place sees the future and not the past. Rows of the mask are queries, columns keys.",
      ko: "자리마다 과거가 아니라 미래를 봅니다. 마스크의 행은 쿼리, 열은 키입니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        mask: (ids, time) => tf.logicalAnd(tf.transpose(causalMask(time)), paddingMask(ids, 0)),
      }),
  },
  {
    name: { en: "a place does not see itself", ko: "자기 자신을 보지 못함" },
    hint: {
      en: "Your causal mask hides the diagonal, too. A place sees itself and everything before it.",
      ko: "인과 마스크가 대각선까지 가립니다. 자리마다 자기 자신과 그 앞의 것을 모두 봅니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        mask: (ids, time) =>
          tf.logicalAnd(
            tf.logicalNot(tf.transpose(causalMask(time))),
            paddingMask(ids, 0),
          ),
      }),
  },
  {
    name: { en: "padding hidden as a query, not as a key", ko: "패딩을 키가 아니라 쿼리로 가림" },
    hint: {
      en:
        "Rows of padding are empty, and words still look at padding. The padding mask belongs to the key axis: " +
        "[batch, 1, key].",
      ko:
        "패딩의 행이 비었고, 단어는 여전히 패딩을 봅니다. 패딩 마스크 [batch, 1, key]는 키 축의 것입니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        mask: (ids, time) =>
          tf.logicalAnd(causalMask(time), tf.transpose(paddingMask(ids, 0), [0, 2, 1])),
      }),
  },
  {
    name: { en: "mask after the softmax", ko: "softmax 다음에 마스크" },
    hint: {
      en:
        "Hidden weights are set to 0 after the softmax: rows no longer sum to 1, and what is hidden still has an influence. " +
        "Hide before the softmax, as your maskedSoftmax does.",
      ko:
        "softmax 다음에 가중치를 0으로 만들어, 행의 합이 1이 아니고 가려진 것도 영향을 줍니다. maskedSoftmax처럼 softmax 앞에서 가리세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { weigh: maskedAfterwards }),
  },
  {
    name: { en: "an empty row shares its weight out", ko: "빈 행이 가중치를 나누어 줌" },
    hint: {
      en:
        "All is right but places that may see nothing: they share 1 out among hidden keys. Your maskedSoftmax gives them 0.",
      ko:
        "아무것도 볼 수 없는 자리만 틀렸습니다. 가려진 키들에 1을 나누어 줍니다. maskedSoftmax는 0을 줍니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { weigh: onlyLowered }),
  },
  {
    name: { en: "NaN in an empty row", ko: "빈 행에 NaN" },
    hint: {
      en:
        "Places that may see nothing get NaN: all their scores are −∞. Use your maskedSoftmax, which gives them 0.",
      ko:
        "아무것도 볼 수 없는 자리가 NaN이 됩니다. 점수가 모두 −∞이기 때문입니다. 0을 주는 maskedSoftmax를 쓰세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        weigh: (scores, keep) => tf.softmax(tf.where(keep, scores, -Infinity)),
      }),
  },
  {
    name: { en: "no scale", ko: "나누지 않음" },
    hint: {
      en: "Your scores are not scaled. Divide them by √dim, where dim = model / headCount.",
      ko: "점수를 나누지 않았습니다. dim = model / headCount일 때 √dim으로 나누세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { scale: 1 }),
  },
  {
    name: { en: "scale by √d_model", ko: "√d_model로 나눔" },
    hint: {
      en:
        "You divide the scores by √model. In a head the vectors that are multiplied have only model / headCount numbers: " +
        "divide by the root of that.",
      ko:
        "점수를 √model로 나누었습니다. 한 헤드에서 곱하는 벡터는 수가 model / headCount개뿐입니다. 그 제곱근으로 나누세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { scale: 1 / Math.sqrt(sequence.shape[2]) }),
  },
  {
    name: { en: "divides by dim", ko: "dim으로 나눔" },
    hint: {
      en: "You divide the scores by dim. Divide by its square root.",
      ko: "점수를 dim으로 나누었습니다. 그 제곱근으로 나누세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { scale: headCount / sequence.shape[2] }),
  },
  {
    name: { en: "splits without transposing", ko: "transpose 없이 나눔" },
    hint: {
      en:
        "Your heads hold chopped positions: the reshape went straight to [batch, head, time, dim]. Reshape to [batch, time, " +
        "head, dim] and then transpose.",
      ko:
        "헤드에 토막 난 위치들이 들어 있습니다. 곧바로 [batch, head, time, dim]으로 reshape했기 때문입니다. [batch, time, head, dim]으로 reshape한 뒤 transpose하세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { split: chopped, merge: choppedBack }),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { split: chopped }),
    ],
  },
  {
    name: { en: "merges without transposing", ko: "transpose 없이 합침" },
    hint: {
      en:
        "Your weights are right, but the heads are merged by a reshape alone. Transpose back to [batch, time, head, dim] first.",
      ko:
        "가중치는 맞지만 reshape만으로 헤드를 합쳤습니다. 먼저 transpose로 [batch, time, head, dim]으로 되돌리세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { merge: choppedBack }),
  },
  {
    name: { en: "does not split into heads", ko: "헤드로 나누지 않음" },
    hint: {
      en:
        "You attend once over the whole width. Cut queries, keys and values into headCount slices first; the weights are " +
        "[batch, head, query, key].",
      ko:
        "전체 너비로 한 번만 어텐션을 계산했습니다. 먼저 쿼리, 키, 값을 headCount개로 나누세요. 가중치는 [batch, head, query, key]입니다.",
    },
    answer: (sequence, ids, projections) => layer(sequence, ids, projections, 1),
    variants: [
      (sequence, ids, projections) => {
        const { output, weights } = layer(sequence, ids, projections, 1);
        return { output, weights: tf.squeeze(weights, [1]) };
      },
    ],
  },
  {
    name: { en: "no output projection", ko: "출력 투영이 없음" },
    hint: {
      en:
        "Your weights are right; the output is the merged heads as they are. The last step mixes them: multiply by " +
        "projections.output.",
      ko:
        "가중치는 맞지만 출력이 헤드들을 합쳐 놓은 그대로입니다. 마지막 단계에서 섞어야 합니다. projections.output을 곱하세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, { ...projections, output: none(projections) }, headCount),
  },
  {
    name: { en: "values not projected", ko: "값(values)을 투영하지 않음" },
    hint: {
      en:
        "Your weights are right; what they mix is the sequence as it came. Project it with projections.values.",
      ko: "가중치는 맞지만 시퀀스를 그대로 섞었습니다. projections.values로 투영하세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, { ...projections, values: none(projections) }, headCount),
  },
  {
    name: { en: "one projection for queries and keys", ko: "쿼리와 키에 같은 투영" },
    hint: {
      en: "Queries and keys are made with one and the same matrix. Each has its own.",
      ko: "쿼리와 키를 같은 행렬로 만들었습니다. 각각 자기 행렬이 있습니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, { ...projections, keys: projections.queries }, headCount),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, { ...projections, queries: projections.keys }, headCount),
    ],
  },
  {
    name: { en: "queries or keys not projected", ko: "쿼리나 키를 투영하지 않음" },
    hint: {
      en:
        "Your weights come from queries or keys that are not projected. Each of the two has its matrix.",
      ko: "쿼리나 키를 투영하지 않고 가중치를 계산했습니다. 둘 다 자기 행렬이 있습니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, { ...projections, queries: none(projections) }, headCount),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, { ...projections, keys: none(projections) }, headCount),
      (sequence, ids, projections, headCount) => {
        const unit = none(projections);
        return layer(sequence, ids, { ...projections, queries: unit, keys: unit }, headCount);
      },
    ],
  },
  {
    name: { en: "keys and queries exchanged", ko: "키와 쿼리를 맞바꿈" },
    hint: {
      en:
        "The keys ask and the queries are looked at: the scores are transposed, or the two matrices have changed places. " +
        "Scores are queries times transposed keys.",
      ko:
        "키가 묻고 쿼리가 답하는 셈입니다. 점수가 전치되었거나 두 행렬의 자리가 바뀌었습니다. 점수는 쿼리 곱하기 전치한 키입니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, {
        ...projections,
        queries: projections.keys,
        keys: projections.queries,
      }, headCount),
  },
  {
    name: { en: "adds the sequence to the output", ko: "출력에 시퀀스를 더함" },
    hint: {
      en:
        "Your weights are right; the output has the sequence in it as well. That residual connection belongs to the layer " +
        "around this one (notebook 8).",
      ko:
        "가중치는 맞지만 출력에 시퀀스를 더했습니다. 잔차 연결은 이 층을 둘러싼 층의 몫입니다(8번 노트북).",
    },
    answer(sequence, ids, projections, headCount) {
      const { output, weights } = layer(sequence, ids, projections, headCount);
      return { output: tf.add(sequence, output), weights };
    },
  },
  {
    name: { en: "another projection for the values", ko: "값(values)에 다른 투영" },
    hint: {
      en:
        "Your values are made with the matrix of the queries or of the keys. Three roles, three matrices: values have " +
        "projections.values.",
      ko:
        "값(values)을 쿼리나 키의 행렬로 만들었습니다. 역할이 셋이면 행렬도 셋입니다. 값에는 projections.values를 쓰세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, { ...projections, values: projections.keys }, headCount),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, { ...projections, values: projections.queries }, headCount),
      (sequence, ids, { queries, output }, headCount) =>
        layer(sequence, ids, { queries, keys: queries, values: queries, output }, headCount),
    ],
  },
  {
    name: { en: "deals the numbers out in turn", ko: "수를 돌아가며 나눠 줌" },
    hint: {
      en:
        "You deal each vector's numbers out to the heads in turn. Head 0 gets the first dim numbers in one " +
        "piece: reshape to [batch, time, head, dim], in this order.",
      ko:
        "벡터의 수를 헤드마다 돌아가며 나눠 주었습니다. 헤드 0은 앞의 dim개를 한 덩어리로 받습니다. [batch, time, head, dim] 순서로 모양을 바꾸세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { split: dealt }),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { split: dealt, merge: collectedInTurn }),
    ],
  },
  {
    name: { en: "heads interleaved at the end", ko: "헤드를 번갈아 놓음" },
    hint: {
      en:
        "You merge the heads number by number in turn. Lay them side by side: all of head 0, then all of head " +
        "1, in [batch, time, head, dim].",
      ko:
        "헤드들을 수 하나씩 번갈아 합쳤습니다. [batch, time, head, dim]의 순서로 헤드 0 전부, 헤드 1 전부를 나란히 놓으세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { merge: collectedInTurn }),
  },
  {
    name: { en: "scale by another number than √dim", ko: "√dim이 아닌 수로 나눔" },
    hint: {
      en:
        "You divide by something that is not a head's length: the number of heads, or the length of the " +
        "sequence. It is √dim, with dim = model / headCount.",
      ko:
        "헤드 벡터의 길이와 상관없는 수(헤드의 개수나 시퀀스의 길이)로 나누었습니다. dim = model / headCount의 제곱근 √dim으로 나누세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { scale: 1 / Math.sqrt(headCount) }),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { scale: 1 / headCount }),
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { scale: 1 / Math.sqrt(sequence.shape[1]) }),
    ],
  },
  {
    name: { en: "multiplies by √dim", ko: "√dim을 곱함" },
    hint: {
      en: "You multiply the scores by √dim, which makes them larger still. Divide.",
      ko: "점수에 √dim을 곱해서 더 커졌습니다. 나누세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        scale: Math.sqrt(sequence.shape[2] / headCount),
      }),
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your softmax runs over the queries. Each query shares its attention out over the keys: the last " +
        "axis.",
      ko:
        "softmax를 쿼리 축을 따라 취했습니다. 쿼리마다 키들에 어텐션을 나누어 줍니다. 마지막 축을 따라 취하세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { weigh: overQueries }),
  },
  {
    name: { en: "a low number that is not low enough", ko: "낮지만 충분히 낮지 않은 수" },
    hint: {
      en:
        "Hidden keys keep a part of the weight: what you add to their scores is not low enough. Use " +
        "maskedSoftmax, or −10⁹ and 0 for a row that sees nothing.",
      ko:
        "가린 키에 가중치가 조금 남습니다. 점수에 더한 수가 충분히 낮지 않습니다. maskedSoftmax를 쓰거나, −10⁹을 더하고 아무것도 못 보는 행은 0으로 하세요.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, { weigh: loweredBy(5) }),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { weigh: loweredBy(10) }),
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { weigh: loweredBy(1) }),
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { weigh: zeroed }),
    ],
  },
  {
    name: { en: "a mask without an axis for heads", ko: "head 축이 없는 마스크" },
    hint: {
      en:
        "Your mask is [batch, query, key], and beside scores [batch, head, query, key] its sentences are taken for " +
        "heads. Give it an axis for the heads: expandDims(1).",
      ko:
        "마스크가 [batch, query, key]라서, 점수 [batch, head, query, key] 옆에서 문장이 헤드로 읽힙니다. expandDims(1)로 헤드의 축을 " +
        "넣으세요.",
    },
    // One head is broadcast to as many as there are sentences, and merging them fails: each way in its own words.
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        weigh: withoutHeads,
        merge: (heads) => tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), sequence.shape),
      }),
    variants: [
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, { weigh: withoutHeads }),
      (sequence, ids, projections, headCount) =>
        layer(sequence, ids, projections, headCount, {
          weigh: withoutHeads,
          merge(heads) {
            const [batch, time, model] = sequence.shape;
            const rows = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch * time, model]);
            return tf.reshape(rows, sequence.shape);
          },
        }),
    ],
  },
  {
    name: { en: "padding sees itself", ko: "패딩이 자기 자신을 봄" },
    hint: {
      en:
        "You open the whole diagonal, so that padding looks at itself. No row needs that: your maskedSoftmax gives " +
        "weights 0 where nothing may be seen.",
      ko:
        "대각선을 모두 열어서 패딩이 자기 자신을 봅니다. 그럴 필요가 없습니다. 아무것도 볼 수 없는 행에는 maskedSoftmax가 가중치 0을 줍니다.",
    },
    answer: (sequence, ids, projections, headCount) =>
      layer(sequence, ids, projections, headCount, {
        mask: (ids, time) => tf.logicalOr(bothMasks(ids, time), tf.cast(tf.eye(time), "bool")),
      }),
  },
];
