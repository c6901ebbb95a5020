/** Plausible wrong answers of notebook 05 that no hint names: they must fail all the same. */

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
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "05.1": {
    "the batch mixed into the heads": split(
      "tf.transpose(tf.reshape(sequence, [batch, time, headCount, dim]), [2, 0, 1, 3])",
    ),
    "time and model exchanged before the cut": split(
      "tf.reshape(tf.transpose(sequence, [0, 2, 1]), [batch, headCount, time, dim])",
    ),
    "one sentence only": split(
      "tf.transpose(tf.reshape(sequence, [time, headCount, dim]), [1, 0, 2])",
    ),
    "always two heads": split(
      "tf.transpose(tf.reshape(sequence, [batch, time, 2, model / 2]), [0, 2, 1, 3])",
    ),
    "the axes' order read backwards": split(
      "tf.transpose(tf.reshape(sequence, [batch, time, headCount, dim]))",
    ),
    "a list of heads": split("tf.split(sequence, headCount, -1)"),
    "the first head alone": split(
      "tf.expandDims(tf.slice(sequence, [0, 0, 0], [batch, time, dim]), 1)",
    ),
    "every head gets everything": split(
      "tf.tile(tf.expandDims(sequence, 1), [1, headCount, 1, 1])",
    ),
    "nothing": split("undefined"),
  },
  "05.2": {
    "the heads one after another in time": merge("tf.reshape(heads, [batch, head * time, dim])"),
    "the batch taken for the heads": merge(
      "tf.concat(tf.unstack(heads), -1)",
    ),
    "the heads of one sentence": merge(
      "tf.expandDims(tf.concat(tf.unstack(tf.squeeze(tf.slice(heads, 0, 1), [0])), -1), 0)",
    ),
    "batch and time in one axis": merge(
      "tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch * time, head * dim])",
    ),
    "the heads themselves": merge("heads"),
    "the first head alone": merge("tf.squeeze(tf.slice(heads, 0, [batch, 1, time, dim]), [1])"),
    "the largest head": merge("tf.max(heads, 1)"),
    "the heads in reverse": merge(
      "tf.reshape(tf.transpose(tf.reverse(heads, 1), [0, 2, 1, 3]), [batch, time, head * dim])",
    ),
  },
  "05.3": {
    "queries not projected": layer({ queries: "queries" }),
    "values from the keys' matrix": layer({ values: "projections.keys" }),
    "keys and values exchanged":
      `function multiHeadAttention(queries, sequence, projections, headCount) {
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), headCount),
    keys: splitHeads(tf.matMul(sequence, projections.values), headCount),
    values: splitHeads(tf.matMul(sequence, projections.keys), headCount),
  });
  return { output: tf.matMul(mergeHeads(output), projections.output), weights };
}`,
    "the output projection twice": layer(
      {},
      "output: tf.matMul(tf.matMul(mergeHeads(output), projections.output), projections.output), weights",
    ),
    "the queries added": layer(
      {},
      "output: tf.add(queries, tf.matMul(mergeHeads(output), projections.output)), weights",
    ),
    "always two heads": `function multiHeadAttention(queries, sequence, projections) {
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), 2),
    keys: splitHeads(tf.matMul(sequence, projections.keys), 2),
    values: splitHeads(tf.matMul(sequence, projections.values), 2),
  });
  return { output: tf.matMul(mergeHeads(output), projections.output), weights };
}`,
    "projections transposed": layer({
      queries: "tf.matMul(queries, projections.queries, false, true)",
    }),
    "the heads' maps averaged": layer(
      {},
      "output: tf.matMul(mergeHeads(output), projections.output), weights: tf.mean(weights, 1)",
    ),
    "the output alone": layer({}, "output: tf.matMul(mergeHeads(output), projections.output)"),
    "a softmax over the output": layer(
      {},
      "output: tf.matMul(mergeHeads(tf.softmax(output)), projections.output), weights",
    ),
  },
  "05.4": {
    "times the number of heads": count("headCount * 4 * (modelSize * width + width)"),
    "no bias for the output": count("3 * (modelSize * width + width) + modelSize * width"),
    "no bias but the output's": count("4 * modelSize * width + modelSize"),
    "one bias for each projection": count("4 * (modelSize * width + 1)"),
    "one bias for each head": count("4 * modelSize * width + 3 * headCount + modelSize"),
    "divides the model by the heads": count(
      "3 * headCount * (modelSize * (modelSize / headCount) + dim) + width * modelSize + modelSize",
    ),
    "one projection": count("modelSize * width + width"),
    "the weights' scores counted too": count(
      "3 * (modelSize * width + width) + width * modelSize + modelSize + headCount",
    ),
  },
};
