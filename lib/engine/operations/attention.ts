/**
 * Scaled dot-product attention of all heads. A head is a slice of the model axis, and the batched product
 * takes slices by their strides, so that nothing is transposed; the softmax works in place and takes the
 * mask as it lies, by its strides.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { Product } from "../compute.ts";
import type { FusedOperations } from "../fused.ts";
import { elements, input } from "../registry.ts";
import { type Context, runMany, runOne, savedTensor, single } from "./context.ts";

/** Registers the kernels and returns the operation. */
export function fuseAttention(
  { registry, heap, compute }: Context,
): FusedOperations["multiHeadAttention"] {
  interface Sizes {
    readonly batch: number;
    readonly head: number;
    readonly query: number;
    readonly key: number;
    readonly model: number;
    readonly dim: number;
  }

  const sizes = (queries: tf.TensorInfo, keys: tf.TensorInfo, head: number): Sizes => {
    const [batch, query, model] = queries.shape;
    return { batch, head, query, key: keys.shape[1], model, dim: model / head };
  };

  /**
   * The products between a [batch, query, model], a [batch, key, model] and a [batch, head, query, key]
   * tensor, for all batches and heads.
   */
  const products = (s: Sizes) => {
    const scores = { outer: s.head * s.query * s.key, inner: s.query * s.key };
    const ofQueries = { outer: s.query * s.model, inner: s.dim };
    const ofKeys = { outer: s.key * s.model, inner: s.dim };
    type Stride = typeof scores;
    const run = (product: Product, a: Stride, b: Stride, c: Stride) =>
      compute.multiplyMany(
        product,
        { length: s.batch, a: a.outer, b: b.outer, c: c.outer },
        { length: s.head, a: a.inner, b: b.inner, c: c.inner },
      );
    return {
      /** scores = queries · keysᵀ */
      score(a: number, b: number, c: number) {
        const shape = { rows: s.query, columns: s.key, depth: s.dim };
        const product = { ...shape, a, lda: s.model, b, ldb: s.model, c, ldc: s.key };
        run({ ...product, transposeB: true }, ofQueries, ofKeys, scores);
      },
      /** outputs [query] = weights · values [key] */
      mix(a: number, b: number, c: number) {
        const shape = { rows: s.query, columns: s.dim, depth: s.key };
        run(
          { ...shape, a, lda: s.key, b, ldb: s.model, c, ldc: s.model },
          scores,
          ofKeys,
          ofQueries,
        );
      },
      /** outputs [key] = weightsᵀ · something [query] */
      mixBack(a: number, b: number, c: number) {
        const shape = { rows: s.key, columns: s.dim, depth: s.query };
        const product = { ...shape, a, lda: s.key, b, ldb: s.model, c, ldc: s.model };
        run({ ...product, transposeA: true }, scores, ofQueries, ofKeys);
      },
    };
  };

  registry.add("CourseAttention", (call) => {
    const queries = input(call, "queries"), keys = input(call, "keys"), { keep } = call.inputs;
    const s = sizes(queries, keys, Number(call.attrs.headCount));
    const output = heap.allocate(queries.shape);
    const { score, mix } = products(s), place = heap.pointer(input(call, "weights"));
    score(heap.pointer(queries), heap.pointer(keys), place);
    const strides = keepStrides(keep, s.key);
    compute.run(
      "attentionWeights",
      { length: s.batch * s.head * s.query, work: 10 * s.key },
      place,
      s.key,
      s.query,
      s.head,
      1 / Math.sqrt(s.dim),
      keep ? heap.pointer(keep) : 0,
      ...strides,
    );
    mix(place, heap.pointer(input(call, "values")), heap.pointer(output));
    return output;
  }, {
    inputsToSave: ["queries", "keys", "values", "weights"],
    gradFunc: (dy, [queries, keys, values, weights]) => {
      const [dqueries, dkeys, dvalues] = runMany("CourseAttentionGradient", {
        dy: single(dy),
        queries,
        keys,
        values,
        weights,
      });
      return { queries: () => dqueries, keys: () => dkeys, values: () => dvalues };
    },
  });

  registry.add("CourseAttentionGradient", (call) => {
    const queries = input(call, "queries"),
      keys = input(call, "keys"),
      values = input(call, "values");
    const weights = input(call, "weights"), dy = heap.pointer(input(call, "dy"));
    const s = sizes(queries, keys, weights.shape[1]);
    const dqueries = heap.allocate(queries.shape), dkeys = heap.allocate(keys.shape);
    const dvalues = heap.allocate(values.shape);
    const dscores = heap.reserve(4 * elements(weights.shape)), place = heap.pointer(weights);
    const { score, mix, mixBack } = products(s);
    mixBack(place, dy, heap.pointer(dvalues));
    score(dy, heap.pointer(values), dscores);
    compute.run(
      "softmaxGradient",
      { length: s.batch * s.head * s.query, work: 3 * s.key },
      dscores,
      place,
      dscores,
      s.key,
      1 / Math.sqrt(s.dim),
    );
    mix(dscores, heap.pointer(keys), heap.pointer(dqueries));
    mixBack(dscores, heap.pointer(queries), heap.pointer(dkeys));
    heap.release(dscores);
    return [dqueries, dkeys, dvalues];
  });

  return (queries, keys, values, headCount, keep) => {
    const [batch, query, model] = queries.shape, [, key] = keys.shape;
    const fits =
      [queries, keys, values].every((x) => x.shape.length === 3 && x.dtype === "float32") &&
      isShape(keys, [batch, key, model]) && isShape(values, [batch, key, model]) &&
      model % headCount === 0 && key > 0 &&
      (!keep || keepFits(keep, [batch, headCount, query, key]));
    if (!fits) return undefined;
    const weights = savedTensor(heap, [batch, headCount, query, key]);
    const inputs = { queries, keys, values, weights };
    const output = runOne("CourseAttention", keep ? { ...inputs, keep } : inputs, { headCount });
    return { output, weights };
  };
}

const isShape = (tensor: tf.Tensor, shape: readonly number[]) =>
  shape.every((length, axis) => tensor.shape[axis] === length);

/** True if the mask is bool, broadcasts to the scores, and gives every key a byte of its own. */
function keepFits(keep: tf.Tensor, scores: readonly number[]): boolean {
  const missing = scores.length - keep.rank;
  return keep.dtype === "bool" && missing >= 0 && keep.rank > 0 &&
    keep.shape.every((length, axis) => length === scores[axis + missing] || length === 1) &&
    keep.shape.at(-1) === scores.at(-1);
}

/** Bytes from one batch, head and query of the mask to the next; 0 where it broadcasts. */
function keepStrides(keep: tf.TensorInfo | undefined, key: number): [number, number, number] {
  const [batch = 1, head = 1, query = 1] = keep
    ? [1, 1, 1, ...keep.shape.slice(0, -1)].slice(-3)
    : [];
  return [
    batch === 1 ? 0 : head * query * key,
    head === 1 ? 0 : query * key,
    query === 1 ? 0 : key,
  ];
}
