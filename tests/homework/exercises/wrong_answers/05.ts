/** Plausible wrong answers of notebook 05 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const split = (result: string): string =>
  `function splitHeads(sequence, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  return ${result};
}`;

const merge = (result: string): string =>
  `function mergeHeads(heads) {
  const [batch, head, time, dim] = heads.shape;
  return ${result};
}`;

const layer = (
  { queries = "tf.matMul(queries, projections.queries)", values = "projections.values" },
  result = "output: tf.matMul(mergeHeads(output), projections.output), weights",
): string =>
  `function multiHeadAttention(queries, sequence, projections, headCount) {
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(${queries}, headCount),
    keys: splitHeads(tf.matMul(sequence, projections.keys), headCount),
    values: splitHeads(tf.matMul(sequence, ${values}), headCount),
  });
  return { ${result} };
}`;

const count = (result: string): string =>
  `function countParameters(modelSize, headCount, dim) {
  const width = headCount * dim;
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "05.1": {
    "always two heads": split(
      "tf.transpose(tf.reshape(sequence, [batch, time, 2, model / 2]), [0, 2, 1, 3])",
    ),
    "the first head alone": split(
      "tf.expandDims(tf.slice(sequence, [0, 0, 0], [batch, time, dim]), 1)",
    ),
    "heads of headCount numbers": split(
      "tf.transpose(tf.reshape(sequence, [batch, time, model / headCount, headCount]), [0, 1, 3, 2])",
    ),
    "a matrix for the whole": split("tf.reshape(sequence, [headCount, -1])"),
    "batch forgotten":
      `function splitHeads(s, h) { const [t, m] = s.shape; return s.reshape([t, h, m / h]).transpose([1, 0, 2]); }`,
  },
  "05.2": {
    "the heads of one sentence": merge(
      "tf.expandDims(tf.concat(tf.unstack(tf.squeeze(tf.slice(heads, 0, 1), [0])), -1), 0)",
    ),
    "interleaved and not reshaped": merge("tf.transpose(heads, [0, 2, 3, 1])"),
    "the sum over √heads": merge("tf.div(tf.sum(heads, 1), Math.sqrt(head))"),
    "everything in one row": merge("tf.reshape(heads, [batch, -1])"),
    "a list of positions": merge("tf.unstack(tf.transpose(heads, [0, 2, 1, 3]), 1)"),
    "the heads multiplied": merge("tf.prod(heads, 1)"),
    "the axis squeezed": merge("tf.squeeze(heads, [1])"),
    "time and dim transposed first":
      `function mergeHeads(x) { const [b, h, t, d] = x.shape; return x.transpose([0, 1, 3, 2]).reshape([b, h * d, t]).transpose([0, 2, 1]).reshape([b, h * d, t]); }`,
    "reshape then transpose, model and time exchanged":
      `function mergeHeads(x) { const [b, h, t, d] = x.shape; return x.reshape([b, h * d, t]).transpose([0, 2, 1]); }`,
  },
  "05.3": {
    "always two heads": `function multiHeadAttention(queries, sequence, projections) {
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), 2),
    keys: splitHeads(tf.matMul(sequence, projections.keys), 2),
    values: splitHeads(tf.matMul(sequence, projections.values), 2),
  });
  return { output: tf.matMul(mergeHeads(output), projections.output), weights };
}`,
    "a softmax over the output": layer(
      {},
      "output: tf.matMul(mergeHeads(tf.softmax(output)), projections.output), weights",
    ),
    "the projection of queries transposed": layer({
      queries: "tf.matMul(queries, projections.queries, false, true)",
    }),
    "the values from the output's matrix": layer({ values: "projections.output" }),
    "weights merged with batch": layer(
      {},
      "output: tf.matMul(mergeHeads(output), projections.output), weights: tf.reshape(weights, [-1, weights.shape[2], weights.shape[3]])",
    ),
    "the merged weights": layer(
      {},
      "output: tf.matMul(mergeHeads(output), projections.output), weights: mergeHeads(weights)",
    ),
    "the values' matrix for the output": layer(
      {},
      "output: tf.matMul(mergeHeads(output), projections.values), weights",
    ),
    "a class wrapper returns weights [batch, query, key, head]":
      `function multiHeadAttention(queries, sequence, projections, headCount) {
  const { output, weights } = scaledDotProductAttention({ queries: splitHeads(tf.matMul(queries, projections.queries), headCount), keys: splitHeads(tf.matMul(sequence, projections.keys), headCount), values: splitHeads(tf.matMul(sequence, projections.values), headCount) });
  return { output: tf.matMul(mergeHeads(output), projections.output), weights: weights.transpose([0, 2, 3, 1]) };
}`,
  },
  "05.4": {
    "the weights' scores counted too": count(
      "3 * (modelSize * width + width) + width * modelSize + modelSize + headCount",
    ),
    "the projections multiplied": count(
      "(modelSize * width + width) ** 3 + width * modelSize + modelSize",
    ),
    "two layer norms as well": count(
      "3 * (modelSize * width + width) + width * modelSize + modelSize + 4 * modelSize",
    ),
    "as text": count("String(3 * (modelSize * width + width) + width * modelSize + modelSize)"),
    "in thousands": count(
      "Math.round((3 * (modelSize * width + width) + width * modelSize + modelSize) / 1000)",
    ),
    "a list of four": count(
      "[modelSize * width + width, modelSize * width + width, modelSize * width + width, width * modelSize + modelSize]",
    ),
  },
};
