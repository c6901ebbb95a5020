/** Plausible wrong answers of notebook 07 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

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

/** The whole layer with one line changed: `keep`, `scores`, `weights` or `result`. */
const whole = (
  {
    keep = "combineMasks(causalMask(time), paddingMask(ids, 0)).expandDims(1)",
    scale = "Math.sqrt(dim)",
    result = "mixed.matMul(projections.output)",
    sign = "1",
  },
): string =>
  `function causalAttention(sequence, ids, projections, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const heads = (w) => sequence.matMul(w).reshape([batch, time, headCount, dim]).transpose([0, 2, 1, 3]);
  const scores = heads(projections.queries).matMul(heads(projections.keys), false, true).div(${scale}).mul(${sign});
  const weights = maskedSoftmax(scores, ${keep});
  const mixed = weights.matMul(heads(projections.values)).transpose([0, 2, 1, 3]).reshape([batch, time, model]);
  return { output: ${result}, weights };
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "07.1": {
    "one mask for the batch": padding(
      "tf.expandDims(tf.expandDims(tf.all(tf.notEqual(ids, pad), 0), 0), 0)",
    ),
    "the ids themselves": padding("tf.expandDims(ids, 1)"),
    "the last id alone": padding(
      "tf.expandDims(tf.notEqual(ids, tf.slice(ids, [0, ids.shape[1] - 1], [ids.shape[0], 1])), 1)",
    ),
    "sentences transposed": padding("tf.expandDims(tf.transpose(tf.notEqual(ids, pad)), 1)"),
    "how many words": padding("tf.sum(tf.cast(tf.notEqual(ids, pad), 'int32'), 1)"),
  },
  "07.2": {
    "the first half sees everything": causal(
      "tf.logicalOr(tf.lessEqual(places, queries), tf.less(places, Math.floor(length / 2)))",
    ),
    "every third place": causal("tf.equal(tf.mod(tf.sub(queries, places), 3), 0)"),
    "always three places": causal(
      "tf.tensor2d([[1, 0, 0], [1, 1, 0], [1, 1, 1]], [3, 3], 'bool')",
    ),
    "every second place": causal(
      "tf.logicalAnd(tf.lessEqual(places, queries), tf.equal(tf.mod(tf.sub(queries, places), 2), 0))",
    ),
    "place 0 sees everything": causal(
      "tf.logicalOr(tf.lessEqual(places, queries), tf.equal(queries, 0))",
    ),
  },
  "07.3": {
    "the first row's mask for all": softmax(
      "tf.mul(tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.slice(kept, 0, 1)), -1e9))), tf.slice(kept, 0, 1))",
    ),
    "the largest visible score takes all": softmax(
      "tf.mul(tf.cast(tf.equal(scores, tf.max(tf.add(scores, tf.mul(tf.sub(1, kept), -1e9)), 1, true)), 'float32'), kept)",
    ),
    "a softmax of visible scores times the mask's mean": softmax(
      "tf.mul(tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), -1e9))), tf.mean(kept, 1, true))",
    ),
    "clips the scores": softmax(
      "tf.mul(tf.softmax(tf.add(tf.clipByValue(scores, -2, 2), tf.mul(tf.sub(1, kept), -1e9))), kept)",
    ),
    "drops hidden keys": `function maskedSoftmax(scores, keep) {
  const kept = keep.arraySync();
  return scores.arraySync().map((row, i) => {
    const visible = row.filter((_, j) => kept[i][j]);
    return visible.length ? Array.from(tf.softmax(tf.tensor1d(visible)).dataSync()) : [];
  });
}`,
  },
  "07.4": {
    "two masks in a list": combine("[causal, padding]"),
    "hides a row of padding alone": combine(
      "tf.logicalAnd(tf.expandDims(causal, 0), tf.all(padding, 2, true))",
    ),
    "a batch for the queries": combine("tf.logicalAnd(tf.expandDims(causal, 1), padding)"),
    "joined one behind the other": combine("tf.concat([tf.expandDims(causal, 0), padding], 0)"),
    "the batch last": combine("tf.transpose(tf.logicalAnd(causal, padding), [1, 2, 0])"),
    "the difference": combine("tf.sub(tf.cast(causal, 'int32'), tf.cast(padding, 'int32'))"),
    "the product of float masks, halved": combine(
      "tf.div(tf.mul(tf.cast(causal, 'float32'), tf.cast(padding, 'float32')), 2)",
    ),
    "JS &": `function combineMasks(causal, padding) { return causal & padding; }`,
    "expandDims(1) of the causal mask":
      `function combineMasks(causal, padding) { return tf.logicalAnd(causal.expandDims(1), padding); }`,
  },
  "07.5": {
    "the sign turned": whole({ sign: "-1" }),
    "only the place before and itself": whole({
      keep:
        "tf.logicalAnd(combineMasks(causalMask(time), paddingMask(ids, 0)), tf.greaterEqual(tf.range(0, time), tf.range(0, time).expandDims(1).sub(1))).expandDims(1)",
    }),
    "padding is the id 1": whole({
      keep: "combineMasks(causalMask(time), paddingMask(ids, 1)).expandDims(1)",
    }),
    "every place's own padding forgotten, the last key hidden": whole({
      keep:
        "tf.logicalAnd(combineMasks(causalMask(time), paddingMask(ids, 0)), tf.less(tf.range(0, time), Math.max(1, time - 1))).expandDims(1)",
    }),
    "the output is the mean": whole({
      result: "mixed.matMul(projections.output).mean(1, true).tile([1, time, 1])",
    }),
  },
};
