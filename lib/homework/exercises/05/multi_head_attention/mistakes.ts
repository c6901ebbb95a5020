/**
 * Wrong answers to exercise 05.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { matMulShapeError } from "../../../exercise/thrown.ts";
import { reshaped } from "../heads.ts";
import { type Arguments, chopped, layer, type Result, unchopped } from "../layer.ts";

/** A whole cell with its own lines in some places. */
function variant({
  sequence = "sequence",
  cut = "splitHeads(tf.matMul(x, weights), headCount)",
  attention = "",
  result = "tf.matMul(mergeHeads(output), projections.output)",
}: { sequence?: string; cut?: string; attention?: string; result?: string }): string {
  return `function multiHeadAttention(
  queries: Axes<"batch query model">,
  sequence: Axes<"batch key model">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): { output: Axes<"batch query model">; weights: Axes<"batch head query key"> } {
  const heads = (x: tf.Tensor, weights: tf.Tensor): tf.Tensor => {
    const [batch, time, model] = x.shape as [number, number, number];
    const dim = model / headCount;
    void [batch, time, dim];
    return ${cut};
  };
  const { output, weights } = scaledDotProductAttention({
    queries: heads(queries, projections.queries),
    keys: heads(${sequence}, projections.keys),
    values: heads(${sequence}, projections.values),${attention}
  });
  return { output: ${result}, weights };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "no output projection",
    hint: {
      en:
        "Your weights are right; the output is the merged heads as they are. The last step mixes them: " +
        "multiply by projections.output.",
      ko:
        "가중치는 맞지만 출력이 헤드들을 합쳐 놓은 그대로입니다. 마지막 단계에서 섞어야 합니다. projections.output을 곱하세요.",
    },
    source: variant({ result: "mergeHeads(output)" }),
    values: (...args) => [layer(args, { mix: false })],
  },
  {
    name: "scale by √d_model",
    hint: {
      en:
        "You divide the scores by √d_model. In a head the vectors that are multiplied have only " +
        "d_model / h numbers: divide by the root of that.",
      ko:
        "점수를 √d_model로 나누었습니다. 한 헤드에서 곱하는 벡터는 수가 d_model / h개뿐입니다. 그 제곱근으로 나누세요.",
    },
    source: variant({ attention: "\n    scale: 1 / Math.sqrt(queries.shape[2])," }),
    values: (...args) => [layer(args, { factor: (_, model) => 1 / Math.sqrt(model) })],
  },
  {
    name: "no scale",
    hint: {
      en:
        "Your scores are not scaled. Divide them by √dim, the root of how many numbers a head's queries " +
        "have; the library's attention does it by itself.",
      ko:
        "점수를 나누지 않았습니다. 헤드의 쿼리가 가진 수의 개수 dim의 제곱근 √dim으로 나누세요. 라이브러리의 어텐션은 스스로 그렇게 합니다.",
    },
    source: variant({ attention: "\n    scale: 1," }),
    values: (...args) => [layer(args, { factor: () => 1 })],
  },
  {
    name: "queries look at themselves",
    hint: {
      en:
        "You make keys and values from the queries. They come from `sequence`; only in self-attention are " +
        "the two the same.",
      ko:
        "키와 값을 queries에서 만들었습니다. 키와 값은 sequence에서 옵니다. 둘이 같은 것은 셀프 어텐션뿐입니다.",
    },
    source: variant({ sequence: "queries" }),
    values: (queries, _, projections, headCount) => [
      layer([queries, queries, projections, headCount]),
    ],
  },
  {
    name: "projects from the left",
    hint: {
      en:
        "You write the projection first and the sequence second. The sequence [batch, time, model] is " +
        "multiplied by a matrix [model, model] from the right: its last axis meets the matrix's first.",
      ko:
        "투영을 먼저, 시퀀스를 나중에 곱했습니다. 시퀀스 [batch, time, model]의 오른쪽에 행렬 [model, model]을 곱하세요. " +
        "시퀀스의 마지막 축이 행렬의 첫 축과 만납니다.",
    },
    source: variant({ cut: "splitHeads(tf.matMul(weights, x), headCount)" }),
    values(queries, sequence, projections) {
      // No sequence here is as long as its vectors, so that nothing fits, whichever comes first.
      const errors = [queries, sequence].map(({ shape }) =>
        matMulShapeError(projections.queries.shape, shape)
      );
      return [new Throws(...errors.flatMap((error) => error?.messages ?? []))];
    },
  },
  {
    name: "splits without transposing",
    hint: {
      en:
        "Your heads hold chopped positions: the reshape went straight to [batch, head, time, dim]. Use your " +
        "splitHeads, which reshapes and then transposes.",
      ko:
        "헤드에 토막 난 위치들이 들어 있습니다. 곧바로 [batch, head, time, dim]으로 reshape했기 때문입니다. reshape한 뒤 transpose하는 splitHeads를 쓰세요.",
    },
    source: variant({ cut: "tf.reshape(tf.matMul(x, weights), [batch, headCount, time, dim])" }),
    values: (...args) => [
      layer(args, { cut: chopped }),
      layer(args, { cut: chopped, join: unchopped }),
    ],
  },
  {
    name: "merges without transposing",
    hint: {
      en:
        "Your weights are right, but the heads are merged by a reshape alone. Use your mergeHeads, which " +
        "transposes back first.",
      ko:
        "가중치는 맞지만 reshape만으로 헤드를 합쳤습니다. 먼저 transpose로 되돌리는 mergeHeads를 쓰세요.",
    },
    source: variant({
      result: "tf.matMul(tf.reshape(output, queries.shape), projections.output)",
    }),
    values: (...args) => [layer(args, { join: unchopped })],
  },
  {
    name: "does not split into heads",
    hint: {
      en:
        "You attend with the whole vectors: that is one large head, and its weights are [batch, query, key]. " +
        "Give the three projections to splitHeads first, and the attention's output to mergeHeads.",
      ko:
        "벡터를 나누지 않고 어텐션을 계산했습니다. 큰 헤드 하나인 셈이고 가중치가 [batch, query, key]입니다. 먼저 세 투영을 splitHeads에 넣고, 어텐션의 출력은 mergeHeads에 넣으세요.",
    },
    source: variant({
      cut: "tf.matMul(x, weights)",
      result: "tf.matMul(output, projections.output)",
    }),
    values(queries, sequence, projections) {
      const { output, weights } = layer([queries, sequence, projections, 1]);
      const [batch, , query, key] = weights.shape;
      return [{ output, weights: reshaped(weights, batch, query, key) }];
    },
  },
];
