/** Plausible wrong answers of notebook 07 that no hint names: they must fail all the same. */

const padding = (result: string): string =>
  `function paddingMask(ids, padId) {
  const pad = tf.scalar(padId, "int32");
  return ${result};
}`;

const causal = (result: string): string =>
  `function causalMask(length) {
  const places = tf.range(0, length, 1, "int32");
  const queries = tf.expandDims(places, 1);
  return ${result};
}`;

const softmax = (result: string): string =>
  `function maskedSoftmax(scores, keep) {
  const kept = tf.cast(keep, "float32");
  return ${result};
}`;

const combine = (result: string): string =>
  `function combineMasks(causal, padding) {
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "07.1": {
    "only ids above padding": padding("tf.expandDims(tf.greater(ids, pad), 1)"),
    "ids below padding hidden": padding("tf.expandDims(tf.less(ids, pad), 1)"),
    "one mask for the batch": padding(
      "tf.expandDims(tf.expandDims(tf.all(tf.notEqual(ids, pad), 0), 0), 0)",
    ),
    "rows of truths, no tensor": padding(
      "ids.arraySync().map((row) => [row.map((id) => id !== padId)])",
    ),
    "scores instead of a mask": padding(
      "tf.expandDims(tf.mul(tf.cast(tf.equal(ids, pad), 'float32'), -1e9), 1)",
    ),
    "the ids themselves": padding("tf.expandDims(ids, 1)"),
    "everything kept": padding("tf.expandDims(tf.onesLike(ids), 1)"),
    "one row for each query": padding(
      "tf.tile(tf.expandDims(tf.notEqual(ids, pad), 1), [1, ids.shape[1], 1])",
    ),
    "nothing": padding("undefined"),
  },
  "07.2": {
    "everything kept": causal("tf.ones([length, length], 'bool')"),
    "always three places": causal(
      "tf.tensor2d([[1, 0, 0], [1, 1, 0], [1, 1, 1]], [3, 3], 'bool')",
    ),
    "rows of truths, no tensor": causal(
      "Array.from({ length }, (_, query) => Array.from({ length }, (_, key) => key <= query))",
    ),
    "an axis for the batch": causal("tf.expandDims(tf.lessEqual(places, queries), 0)"),
    "only the place before and itself": causal(
      "tf.logicalAnd(tf.lessEqual(places, queries), tf.greaterEqual(places, tf.sub(queries, 1)))",
    ),
    "each place alone": causal("tf.equal(places, queries)"),
    "one row only": causal("tf.lessEqual(places, length - 1)"),
    "the other diagonal": causal(
      "tf.lessEqual(tf.add(places, queries), tf.scalar(length - 1, 'int32'))",
    ),
    "scores instead of a mask": causal(
      "tf.mul(tf.cast(tf.greater(places, queries), 'float32'), -1e9)",
    ),
  },
  "07.3": {
    "softmax over the queries": softmax(
      "tf.transpose(tf.softmax(tf.transpose(tf.add(scores, tf.mul(tf.sub(1, kept), -1e9)))))",
    ),
    "0 · ∞": softmax(
      "tf.mul(tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), -Infinity))), kept)",
    ),
    "hides by multiplying": softmax(
      "tf.mul(tf.softmax(tf.mul(scores, tf.add(kept, tf.mul(tf.sub(1, kept), -1e9)))), kept)",
    ),
    "the first row's mask for all": softmax(
      "tf.mul(tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.slice(kept, 0, 1)), -1e9))), tf.slice(kept, 0, 1))",
    ),
    "the exponentials, not divided": softmax("tf.mul(tf.exp(scores), kept)"),
    "a low number that is not low enough": softmax(
      "tf.mul(tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), -1))), kept)",
    ),
    "an equal share of what may be seen": softmax(
      "tf.divNoNan(kept, tf.sum(kept, 1, true))",
    ),
    "the masked scores": softmax("tf.add(scores, tf.mul(tf.sub(1, kept), -1e9))"),
  },
  "07.4": {
    "the first sentence's padding for all": combine(
      "tf.logicalAnd(tf.tile(tf.expandDims(causal, 0), [padding.shape[0], 1, 1]), tf.slice(padding, [0, 0, 0], [1, 1, -1]))",
    ),
    "padding that asks hidden as well": combine(
      "tf.logicalAnd(tf.logicalAnd(causal, padding), tf.transpose(padding, [0, 2, 1]))",
    ),
    "two masks in a list": combine("[causal, padding]"),
    "neither": combine("tf.logicalNot(tf.logicalOr(causal, padding))"),
    "the sum": combine("tf.add(tf.cast(causal, 'int32'), tf.cast(padding, 'int32'))"),
    "the causal mask transposed": combine(
      "tf.logicalAnd(tf.transpose(tf.cast(tf.lessEqual(tf.range(0, causal.shape[1]), tf.expandDims(tf.range(0, causal.shape[0]), 1)), 'int32')).asType('bool'), padding)",
    ),
    "no batch": combine("tf.logicalAnd(causal, tf.squeeze(tf.slice(padding, 0, [1, 1, -1]), [0]))"),
    "nothing": combine("undefined"),
  },
};
