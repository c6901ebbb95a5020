/**
 * Wrong answers to exercise 05.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { type AttentionOutput, scaledDotProductAttention } from "lib/attention/dot_product.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { mergeHeads } from "../merge_heads/solution.ts";
import { splitHeads } from "../split_heads/solution.ts";
import type { multiHeadAttention } from "./solution.ts";

type Projections = Parameters<typeof multiHeadAttention>[2];

/** Attention in heads that are not merged; keys and values may come from different sequences. */
function inHeads(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  projections: Projections,
  headCount: number,
  scale?: number,
) {
  return scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), headCount),
    keys: splitHeads(tf.matMul(keys, projections.keys), headCount),
    values: splitHeads(tf.matMul(values, projections.values), headCount),
    scale,
  });
}

/** The heads side by side, times the output projection. */
function mixed({ output, weights }: AttentionOutput, projections: Projections) {
  return { output: tf.matMul(mergeHeads(output), projections.output), weights };
}

/** The whole layer. */
function layer(
  queries: tf.Tensor,
  sequence: tf.Tensor,
  projections: Projections,
  headCount: number,
  scale?: number,
) {
  return mixed(inHeads(queries, sequence, sequence, projections, headCount, scale), projections);
}

/** A matrix that changes nothing: as if there were no projection. */
const none = ({ output }: Projections): tf.Tensor2D => tf.eye(output.shape[0]);

/** The tempting reshape. */
function chopped(sequence: tf.Tensor, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  return tf.reshape(sequence, [batch, headCount, time, model / headCount]);
}

/** The axes `query` and `key` exchanged. */
const turned = (scores: tf.Tensor): tf.Tensor => tf.transpose(scores, [0, 1, 3, 2]);

/** Attention that hides later positions. */
function causalLayer(
  queries: tf.Tensor,
  sequence: tf.Tensor,
  projections: Projections,
  headCount: number,
) {
  const count = (x: tf.Tensor): number => x.shape[1] ?? 0;
  const later = tf.greater(
    tf.range(0, count(sequence)),
    tf.expandDims(tf.range(0, count(queries)), 1),
  );
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), headCount),
    keys: splitHeads(tf.matMul(sequence, projections.keys), headCount),
    values: splitHeads(tf.matMul(sequence, projections.values), headCount),
    keep: tf.logicalNot(later),
  });
  return { output: tf.matMul(mergeHeads(output), projections.output), weights };
}

export const mistakes: readonly Mistake<typeof multiHeadAttention>[] = [
  {
    name: { en: "no output projection", ko: "출력 투영이 없음" },
    hint: {
      en:
        "Your weights are right; the output is the merged heads as they are. The last step mixes them: " +
        "multiply by projections.output.",
      ko:
        "가중치는 맞지만 출력이 헤드들을 합쳐 놓은 그대로입니다. 마지막 단계에서 섞어야 합니다. projections.output을 곱하세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, { ...projections, output: none(projections) }, headCount),
  },
  {
    name: { en: "the output projection twice", ko: "출력 투영을 두 번" },
    hint: {
      en: "Your weights are right; the heads are mixed twice. Multiply by projections.output once.",
      ko: "가중치는 맞지만 헤드를 두 번 섞었습니다. projections.output을 한 번만 곱하세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const output = tf.matMul(projections.output, projections.output);
      return layer(queries, sequence, { ...projections, output }, headCount);
    },
  },
  {
    name: { en: "adds the queries to the output", ko: "출력에 쿼리를 더함" },
    hint: {
      en:
        "Your weights are right; the output has the queries in it as well. That residual connection belongs to " +
        "the Transformer's layer around this one.",
      ko:
        "가중치는 맞지만 출력에 쿼리를 더했습니다. 잔차 연결은 이 층을 둘러싼 트랜스포머 층의 몫입니다.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = layer(queries, sequence, projections, headCount);
      return { output: tf.add(queries, output), weights };
    },
  },
  {
    name: { en: "scale by √d_model", ko: "√d_model로 나눔" },
    hint: {
      en:
        "You divide the scores by √d_model. In a head the vectors that are multiplied have only " +
        "d_model / h numbers: divide by the root of that.",
      ko:
        "점수를 √d_model로 나누었습니다. 한 헤드에서 곱하는 벡터는 수가 d_model / h개뿐입니다. 그 제곱근으로 나누세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, projections, headCount, 1 / Math.sqrt(queries.shape[2])),
  },
  {
    name: { en: "no scale", ko: "나누지 않음" },
    hint: {
      en:
        "Your scores are not scaled. Divide them by √dim, the root of how many numbers a head's queries " +
        "have; the library's attention does it by itself.",
      ko:
        "점수를 나누지 않았습니다. 헤드의 쿼리가 가진 수의 개수 dim의 제곱근 √dim으로 나누세요. 라이브러리의 어텐션은 스스로 그렇게 합니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, projections, headCount, 1),
  },
  {
    name: { en: "scales twice", ko: "두 번 나눔" },
    hint: {
      en:
        "Your scores are divided by √dim twice, or by dim. The library's attention divides once by itself: give it " +
        "the queries as they are.",
      ko:
        "점수를 √dim으로 두 번(곧 dim으로) 나누었습니다. 라이브러리의 어텐션이 스스로 한 번 나눕니다. 쿼리를 그대로 넣으세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, projections, headCount, headCount / queries.shape[2]),
  },
  {
    name: { en: "queries look at themselves", ko: "쿼리가 자기 자신을 봄" },
    hint: {
      en:
        "You make keys and values from the queries. They come from `sequence`; only in self-attention are " +
        "the two the same.",
      ko:
        "키와 값을 queries에서 만들었습니다. 키와 값은 sequence에서 옵니다. 둘이 같은 것은 셀프 어텐션뿐입니다.",
    },
    answer: (queries, _sequence, projections, headCount) =>
      layer(queries, queries, projections, headCount),
  },
  {
    name: { en: "the sequence asks itself", ko: "시퀀스가 자기 자신에게 물음" },
    hint: {
      en:
        "You make the queries from `sequence` as well. Who asks is `queries`; only in self-attention are the two " +
        "the same.",
      ko:
        "쿼리까지 sequence에서 만들었습니다. 묻는 쪽은 queries입니다. 둘이 같은 것은 셀프 어텐션뿐입니다.",
    },
    answer: (_queries, sequence, projections, headCount) =>
      layer(sequence, sequence, projections, headCount),
  },
  {
    name: { en: "queries and sequence exchanged", ko: "queries와 sequence를 맞바꿈" },
    hint: {
      en:
        "The sequence asks and the queries are looked at. Queries come from `queries`, keys and values from " +
        "`sequence`.",
      ko:
        "sequence가 묻고 queries가 답하는 셈입니다. 쿼리는 queries에서, 키와 값(values)은 sequence에서 만드세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(sequence, queries, projections, headCount),
  },
  {
    name: { en: "values not projected", ko: "값(values)을 투영하지 않음" },
    hint: {
      en:
        "Your weights are right; what they mix is `sequence` as it came. The values are a projection of it, with " +
        "projections.values.",
      ko:
        "가중치는 맞지만 sequence를 그대로 섞었습니다. 값(values)은 sequence를 projections.values로 투영한 것입니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, { ...projections, values: none(projections) }, headCount),
  },
  {
    name: { en: "another projection for the values", ko: "값(values)에 다른 투영" },
    hint: {
      en:
        "Your weights are right; the values are made with the matrix of the keys or of the queries. They have their " +
        "own: projections.values.",
      ko:
        "가중치는 맞지만 값(values)을 키나 쿼리의 행렬로 만들었습니다. 값에는 projections.values가 따로 있습니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, { ...projections, values: projections.keys }, headCount),
    variants: [
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, { ...projections, values: projections.queries }, headCount),
    ],
  },
  {
    name: { en: "keys and values exchanged", ko: "키와 값을 맞바꿈" },
    hint: {
      en:
        "Keys and values have changed places: queries are compared with what should be mixed. projections.keys " +
        "makes what is compared, projections.values what is mixed.",
      ko:
        "키와 값(values)의 자리가 바뀌어, 섞어야 할 것과 쿼리를 비교했습니다. 비교할 것은 projections.keys로, 섞을 것은 projections.values로 만드세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, {
        ...projections,
        keys: projections.values,
        values: projections.keys,
      }, headCount),
  },
  {
    name: { en: "queries or keys not projected", ko: "쿼리나 키를 투영하지 않음" },
    hint: {
      en:
        "Your weights come from queries or keys that are not projected. Each of the two has its matrix: " +
        "projections.queries and projections.keys.",
      ko:
        "쿼리나 키를 투영하지 않고 가중치를 계산했습니다. 둘 다 자기 행렬 projections.queries와 projections.keys가 있습니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, { ...projections, queries: none(projections) }, headCount),
    variants: [
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, { ...projections, keys: none(projections) }, headCount),
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, {
          ...projections,
          queries: none(projections),
          keys: none(projections),
        }, headCount),
    ],
  },
  {
    name: { en: "one projection for queries and keys", ko: "쿼리와 키에 같은 투영" },
    hint: {
      en:
        "Queries and keys are made with one and the same matrix. Each has its own: projections.queries and " +
        "projections.keys.",
      ko:
        "쿼리와 키를 같은 행렬로 만들었습니다. 각각 projections.queries와 projections.keys가 따로 있습니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, { ...projections, keys: projections.queries }, headCount),
    variants: [
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, { ...projections, queries: projections.keys }, headCount),
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, {
          ...projections,
          keys: projections.queries,
          values: projections.queries,
        }, headCount),
    ],
  },
  {
    name: { en: "no projections before the heads", ko: "헤드 앞의 투영이 없음" },
    hint: {
      en:
        "You split queries and sequence as they came. Project first: queries with projections.queries, keys and " +
        "values with matrices of their own.",
      ko:
        "queries와 sequence를 그대로 나누었습니다. 먼저 투영하세요. 쿼리는 projections.queries로, 키와 값(values)도 각자의 행렬로 투영합니다.",
    },
    answer(queries, sequence, projections, headCount) {
      const unit = none(projections);
      const { output } = projections;
      return layer(
        queries,
        sequence,
        { queries: unit, keys: unit, values: unit, output },
        headCount,
      );
    },
    variants: [
      (queries, sequence, projections, headCount) => {
        const unit = none(projections);
        const all = { queries: unit, keys: unit, values: unit, output: unit };
        return layer(queries, sequence, all, headCount);
      },
    ],
  },
  {
    name: { en: "transposed projections: x·Wᵀ", ko: "전치한 투영: x·Wᵀ" },
    hint: {
      en:
        "You multiply by the transpose of a projection, as layers of PyTorch store them. Here the matrices are " +
        "[in, out]: multiply from the right by W as it is.",
      ko:
        "투영의 전치를 곱했습니다. 파이토치의 층은 그렇게 저장하지만, 여기서 행렬은 [in, out]입니다. W를 그대로 오른쪽에 곱하세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const all = {
        queries: tf.transpose(projections.queries),
        keys: tf.transpose(projections.keys),
        values: tf.transpose(projections.values),
        output: tf.transpose(projections.output),
      };
      return layer(queries, sequence, all, headCount);
    },
    variants: [
      (queries, sequence, projections, headCount) => {
        const all = {
          queries: tf.transpose(projections.queries),
          keys: tf.transpose(projections.keys),
          values: tf.transpose(projections.values),
          output: projections.output,
        };
        return layer(queries, sequence, all, headCount);
      },
      (queries, sequence, projections, headCount) => {
        const output = tf.transpose(projections.output);
        return layer(queries, sequence, { ...projections, output }, headCount);
      },
    ],
  },
  {
    name: { en: "projects from the left", ko: "왼쪽에서 투영을 곱함" },
    hint: {
      en:
        "You write the projection first and the sequence second. The sequence [batch, time, model] is " +
        "multiplied by a matrix [model, model] from the right: its last axis meets the matrix's first.",
      ko:
        "투영을 먼저, 시퀀스를 나중에 곱했습니다. 시퀀스 [batch, time, model]의 오른쪽에 행렬 [model, model]을 곱하세요. " +
        "시퀀스의 마지막 축이 행렬의 첫 축과 만납니다.",
    },
    // No sequence of the cases is as long as its vectors, so that nothing fits, whichever comes first.
    answer: (queries, _sequence, projections) => tf.matMul(projections.queries, queries),
    variants: [(_queries, sequence, projections) => tf.matMul(projections.keys, sequence)],
  },
  {
    name: { en: "splits without transposing", ko: "transpose 없이 나눔" },
    hint: {
      en:
        "Your heads hold chopped positions: the reshape went straight to [batch, head, time, dim]. Use your " +
        "splitHeads, which reshapes and then transposes.",
      ko:
        "헤드에 토막 난 위치들이 들어 있습니다. 곧바로 [batch, head, time, dim]으로 reshape했기 때문입니다. reshape한 뒤 transpose하는 splitHeads를 쓰세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = scaledDotProductAttention({
        queries: chopped(tf.matMul(queries, projections.queries), headCount),
        keys: chopped(tf.matMul(sequence, projections.keys), headCount),
        values: chopped(tf.matMul(sequence, projections.values), headCount),
      });
      return { output: tf.matMul(mergeHeads(output), projections.output), weights };
    },
    variants: [
      (queries, sequence, projections, headCount) => {
        const { output, weights } = scaledDotProductAttention({
          queries: chopped(tf.matMul(queries, projections.queries), headCount),
          keys: chopped(tf.matMul(sequence, projections.keys), headCount),
          values: chopped(tf.matMul(sequence, projections.values), headCount),
        });
        return {
          output: tf.matMul(tf.reshape(output, queries.shape), projections.output),
          weights,
        };
      },
    ],
  },
  {
    name: { en: "merges without transposing", ko: "transpose 없이 합침" },
    hint: {
      en:
        "Your weights are right, but the heads are merged by a reshape alone. Use your mergeHeads, which " +
        "transposes back first.",
      ko:
        "가중치는 맞지만 reshape만으로 헤드를 합쳤습니다. 먼저 transpose로 되돌리는 mergeHeads를 쓰세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return {
        output: tf.matMul(tf.reshape(output, queries.shape), projections.output),
        weights,
      };
    },
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your weights sum to 1 over the queries. Each query shares 1 out over the keys: softmax works along the last " +
        "axis, key. The library's attention does it so.",
      ko:
        "가중치의 합이 쿼리 축을 따라 1이 됩니다. 쿼리마다 키들에 1을 나누어 주므로 마지막 축(key)을 따라 softmax를 취해야 합니다. 라이브러리의 어텐션이 그렇게 합니다.",
    },
    answer(queries, sequence, projections, headCount) {
      const q = splitHeads(tf.matMul(queries, projections.queries), headCount);
      const k = splitHeads(tf.matMul(sequence, projections.keys), headCount);
      const v = splitHeads(tf.matMul(sequence, projections.values), headCount);
      const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(q.shape[3] ?? 1));
      const weights = turned(tf.softmax(turned(scores)));
      return { output: tf.matMul(mergeHeads(tf.matMul(weights, v)), projections.output), weights };
    },
  },
  {
    name: { en: "does not split into heads", ko: "헤드로 나누지 않음" },
    hint: {
      en:
        "You attend with the whole vectors: that is one large head. Give the three projections to splitHeads first, " +
        "with headCount, and the attention's output to mergeHeads.",
      ko:
        "벡터를 나누지 않고 어텐션을 계산했습니다. 큰 헤드 하나인 셈입니다. 먼저 세 투영을 headCount와 함께 splitHeads에 넣고, 어텐션의 출력은 mergeHeads에 넣으세요.",
    },
    answer(queries, sequence, projections) {
      const { output, weights } = layer(queries, sequence, projections, 1);
      return { output, weights: tf.squeeze(weights, [1]) };
    },
    variants: [(queries, sequence, projections) => layer(queries, sequence, projections, 1)],
  },
  {
    name: { en: "the heads' weights averaged", ko: "헤드들의 가중치를 평균 냄" },
    hint: {
      en:
        "The output is right. Your weights are the mean over the heads, as PyTorch returns them; return those of " +
        "each head, [batch, head, query, key].",
      ko:
        "출력은 맞습니다. 가중치를 파이토치처럼 헤드들에 걸쳐 평균 냈습니다. 헤드마다의 가중치 [batch, head, query, key]를 돌려주세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = layer(queries, sequence, projections, headCount);
      return { output, weights: tf.mean(weights, 1) };
    },
  },
  {
    name: { en: "returns the output alone", ko: "출력만 돌려줌" },
    hint: {
      en:
        "The output is right; the weights are asked for as well. Return both, { output, weights }.",
      ko: "출력은 맞습니다. 가중치도 함께 { output, weights }로 돌려주세요.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, projections, headCount).output,
  },
  {
    name: { en: "multiplies the scores by √dim", ko: "점수에 √dim을 곱함" },
    hint: {
      en:
        "Your scores are multiplied by √dim, or by dim: `scale` is a factor. Leave it out, and the library divides by " +
        "√dim.",
      ko:
        "점수에 √dim이나 dim을 곱했습니다. scale은 곱하는 수입니다. 적지 않으면 라이브러리가 √dim으로 나눕니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(queries, sequence, projections, headCount, Math.sqrt(queries.shape[2] / headCount)),
    variants: [
      (queries, sequence, projections, headCount) =>
        layer(queries, sequence, projections, headCount, queries.shape[2] / headCount),
    ],
  },
  {
    name: { en: "keys or values from the queries", ko: "키나 값을 queries에서 만듦" },
    hint: {
      en:
        "Keys and values do not come from the same sequence, so that their lengths differ. Both are projections of " +
        "`sequence`; only the queries come from `queries`.",
      ko:
        "키와 값(values)이 서로 다른 시퀀스에서 나와 길이가 다릅니다. 둘 다 sequence를 투영한 것이고, 쿼리만 queries에서 나옵니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      mixed(inHeads(queries, queries, sequence, projections, headCount), projections),
    variants: [
      (queries, sequence, projections, headCount) =>
        mixed(inHeads(queries, sequence, queries, projections, headCount), projections),
    ],
  },
  {
    name: { en: "heads not merged", ko: "헤드를 합치지 않음" },
    hint: {
      en:
        "The attention's output still has heads, [batch, head, query, dim], where the output projection wants whole " +
        "vectors. Give it to mergeHeads first.",
      ko:
        "어텐션의 출력이 아직 [batch, head, query, dim]으로 헤드가 나뉘어 있습니다. 출력 투영에는 벡터 전체가 필요합니다. 먼저 mergeHeads에 넣으세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return { output: tf.matMul(output, projections.output), weights };
    },
    variants: [
      (queries, sequence, projections, headCount) =>
        inHeads(queries, sequence, sequence, projections, headCount),
    ],
  },
  {
    name: { en: "headCount forgotten", ko: "headCount를 빠뜨림" },
    hint: {
      en:
        "You call splitHeads without headCount: it cannot know how many heads there are. It is its second argument.",
      ko:
        "headCount 없이 splitHeads를 불렀습니다. 헤드가 몇 개인지 알 수 없습니다. 두 번째 인수로 넣으세요.",
    },
    answer: (queries, _sequence, projections) =>
      Reflect.apply(splitHeads, undefined, [tf.matMul(queries, projections.queries)]),
  },
  {
    name: { en: "multiplies number by number", ko: "수끼리 곱함" },
    hint: {
      en:
        "You multiply sequence and matrix number by number, and their shapes do not fit. A projection is a matrix " +
        "product: tf.matMul.",
      ko: "시퀀스와 행렬을 수끼리 곱해서 모양이 맞지 않습니다. 투영은 행렬곱입니다: tf.matMul.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = scaledDotProductAttention({
        queries: splitHeads(tf.mul(queries, projections.queries), headCount),
        keys: splitHeads(tf.mul(sequence, projections.keys), headCount),
        values: splitHeads(tf.mul(sequence, projections.values), headCount),
      });
      return { output: tf.mul(mergeHeads(output), projections.output), weights };
    },
    variants: [
      (_queries, sequence, projections) => tf.mul(sequence, projections.keys), // keys first
    ],
  },
  {
    name: { en: "the heads averaged", ko: "헤드들의 평균" },
    hint: {
      en:
        "You average the heads instead of laying them side by side, and a vector of dim numbers does not fit W^O. Give " +
        "the attention's output to mergeHeads.",
      ko:
        "헤드들을 나란히 놓지 않고 평균을 내서, 수가 dim개인 벡터가 W^O에 맞지 않습니다. 어텐션의 출력을 mergeHeads에 넣으세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return { output: tf.matMul(tf.mean(output, 1), projections.output), weights };
    },
    variants: [
      (queries, sequence, projections, headCount) => {
        const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
        return { output: tf.matMul(tf.sum(output, 1), projections.output), weights };
      },
    ],
  },
  {
    name: { en: "a projection of single heads", ko: "헤드 하나에 전체 투영" },
    hint: {
      en:
        "You multiply single heads by a projection of whole vectors, and a head's dim numbers do not fit it. Project " +
        "before you split; merge before you mix.",
      ko:
        "벡터 전체를 위한 투영을 헤드 하나하나에 곱했는데 헤드의 수 dim개는 거기에 맞지 않습니다. 나누기 전에 투영하고, 합친 뒤에 섞으세요.",
    },
    answer(queries, sequence, projections, headCount) {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return { output: mergeHeads(tf.matMul(output, projections.output)), weights };
    },
  },
  {
    name: { en: "W_Q and W_K exchanged", ko: "W_Q와 W_K를 맞바꿈" },
    hint: {
      en:
        "Your queries are made with projections.keys and your keys with projections.queries. Who asks is projected by " +
        "projections.queries.",
      ko:
        "쿼리를 projections.keys로, 키를 projections.queries로 만들었습니다. 묻는 쪽은 projections.queries로 투영합니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      layer(
        queries,
        sequence,
        { ...projections, queries: projections.keys, keys: projections.queries },
        headCount,
      ),
  },
  {
    name: { en: "a causal mask", ko: "미래를 가림" },
    hint: {
      en: "You hide later positions. This layer has no mask: every query looks at every key.",
      ko: "뒤의 자리를 가렸습니다. 이 층에는 마스크가 없습니다. 쿼리마다 모든 키를 봅니다.",
    },
    answer: (queries, sequence, projections, headCount) =>
      causalLayer(queries, sequence, projections, headCount),
  },
  {
    name: { en: "an activation before the output projection", ko: "출력 투영 앞의 활성화 함수" },
    hint: {
      en:
        "You put a function such as ReLU between the heads and their mixing. The output projection takes the " +
        "heads as they are.",
      ko:
        "헤드와 출력 투영 사이에 ReLU 같은 함수를 넣었습니다. 출력 투영은 헤드를 그대로 받습니다.",
    },
    answer: (queries, sequence, projections, headCount) => {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return mixed({ output: tf.relu(output), weights }, projections);
    },
    variants: [(queries, sequence, projections, headCount) => {
      const { output, weights } = inHeads(queries, sequence, sequence, projections, headCount);
      return mixed({ output: tf.tanh(output), weights }, projections);
    }],
  },
];
