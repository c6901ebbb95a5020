/** Answers to the exercises of notebook 05 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "05.1": [
    {
      what: "chained -1",
      status: "passed",
      body: `
const [b, t, m] = sequence.shape;
return sequence.reshape([b, t, headCount, m / headCount]).transpose([0, 2, 1, 3]);`,
    },
    {
      what: "split stack",
      status: "passed",
      body: `
return tf.stack(tf.split(sequence, headCount, -1), 1);`,
    },
    {
      what: "reshape alone",
      status: "failed",
      mistake: "reshape without transpose",
      body: `
const [b, t, m] = sequence.shape;
return tf.reshape(sequence, [b, headCount, t, m / headCount]);`,
    },
    {
      what: "no transpose",
      status: "failed",
      mistake: "no transpose: time stays before head",
      body: `
const [b, t, m] = sequence.shape;
return tf.reshape(sequence, [b, t, headCount, m / headCount]);`,
    },
    {
      what: "interleaved",
      status: "failed",
      mistake: "deals the numbers out in turn",
      body: `
const [b, t, m] = sequence.shape;
return tf.transpose(tf.reshape(sequence, [b, t, m / headCount, headCount]), [0, 3, 1, 2]);`,
    },
    {
      what: "head first",
      status: "failed",
      mistake: "head before batch",
      body: `
const [b, t, m] = sequence.shape;
return tf.transpose(tf.reshape(sequence, [b, t, headCount, m / headCount]), [2, 0, 1, 3]);`,
    },
    {
      what: "keys transposed",
      status: "failed",
      mistake: "dim before time",
      body: `
const [b, t, m] = sequence.shape;
return tf.transpose(tf.reshape(sequence, [b, t, headCount, m / headCount]), [0, 2, 3, 1]);`,
    },
    {
      what: "copies all",
      status: "failed",
      mistake: "every head gets everything",
      body: `
return tf.stack(Array.from({ length: headCount }, () => sequence), 1);`,
    },
    {
      what: "dim and head mixed up",
      status: "failed",
      mistake: "headCount and dim exchanged",
      body: `
const [b, t, m] = sequence.shape;
return tf.transpose(tf.reshape(sequence, [b, t, m / headCount, headCount]), [0, 2, 1, 3]);`,
    },
  ],
  "05.2": [
    {
      what: "chained",
      status: "passed",
      body: `
const [b, h, t, d] = heads.shape;
return heads.transpose([0, 2, 1, 3]).reshape([b, t, h * d]);`,
    },
    {
      what: "concat",
      status: "passed",
      body: `
return tf.concat(tf.unstack(heads, 1), -1);`,
    },
    {
      what: "reshape alone",
      status: "failed",
      mistake: "no transpose back",
      body: `
const [b, h, t, d] = heads.shape;
return tf.reshape(heads, [b, t, h * d]);`,
    },
    {
      what: "interleaved",
      status: "failed",
      mistake: "heads interleaved",
      body: `
const [b, h, t, d] = heads.shape;
return tf.reshape(tf.transpose(heads, [0, 2, 3, 1]), [b, t, h * d]);`,
    },
    {
      what: "sum of heads",
      status: "failed",
      mistake: "adds the heads up",
      body: `
return tf.sum(heads, 1);`,
    },
    {
      what: "mean of heads",
      status: "failed",
      mistake: "adds the heads up",
      body: `
return tf.mean(heads, 1);`,
    },
    {
      what: "transpose only",
      status: "failed",
      mistake: "no reshape at the end",
      body: `
return tf.transpose(heads, [0, 2, 1, 3]);`,
    },
    {
      what: "concat along time",
      status: "failed",
      mistake: "the heads one after another in time",
      body: `
return tf.concat(tf.unstack(heads, 1), 1);`,
    },
    {
      what: "wrong transpose then reshape",
      status: "failed",
      mistake: "another pair of axes exchanged",
      body: `
const [b, h, t, d] = heads.shape;
return tf.reshape(tf.transpose(heads, [0, 3, 2, 1]), [b, t, h * d]);`,
    },
  ],
  "05.3": [
    {
      what: "chained",
      status: "passed",
      body: `
const q = splitHeads(
  tf.matMul(queries, projections.queries.expandDims(0).tile([queries.shape[0], 1, 1])),
  headCount,
);
const k = splitHeads(tf.matMul(sequence, projections.keys), headCount),
  v = splitHeads(tf.matMul(sequence, projections.values), headCount);
const { output, weights } = scaledDotProductAttention({ queries: q, keys: k, values: v });
return { output: tf.matMul(mergeHeads(output), projections.output), weights };`,
    },
    {
      what: "loop over heads",
      status: "passed",
      body: `
const d = queries.shape[2] / headCount;
const outs = [], ws = [];
const q = tf.einsum("bqm,mn->bqn", queries, projections.queries),
  k = tf.einsum("bqm,mn->bqn", sequence, projections.keys),
  v = tf.einsum("bqm,mn->bqn", sequence, projections.values);
for (let h = 0; h < headCount; h++) {
  const part = (t) => t.slice([0, 0, h * d], [-1, -1, d]);
  const w = part(q).matMul(part(k), false, true).div(Math.sqrt(d)).softmax();
  ws.push(w);
  outs.push(w.matMul(part(v)));
}
return {
  output: tf.einsum("bqm,mn->bqn", tf.concat(outs, -1), projections.output),
  weights: tf.stack(ws, 1),
};`,
    },
    {
      what: "keys from queries",
      status: "failed",
      mistake: "queries look at themselves",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(queries, "keys"),
  values: p(queries, "values"),
});
return { output: tf.matMul(mergeHeads(output), projections.output), weights };`,
    },
    {
      what: "no output projection",
      status: "failed",
      mistake: "no output projection",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(sequence, "keys"),
  values: p(sequence, "values"),
});
return { output: mergeHeads(output), weights };`,
    },
    {
      what: "no projections",
      status: "failed",
      mistake: "no projections before the heads",
      body: `
const p = (x) => splitHeads(x, headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries),
  keys: p(sequence),
  values: p(sequence),
});
return { output: tf.matMul(mergeHeads(output), projections.output), weights };`,
    },
    {
      what: "scale by model",
      status: "failed",
      mistake: "scale by √d_model",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const weights = tf.softmax(
  tf.div(
    tf.matMul(p(queries, "queries"), p(sequence, "keys"), false, true),
    Math.sqrt(queries.shape[2]),
  ),
);
return {
  output: tf.matMul(
    mergeHeads(tf.matMul(weights, p(sequence, "values"))),
    projections.output,
  ),
  weights,
};`,
    },
    {
      what: "no scale",
      status: "failed",
      mistake: "no scale",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const weights = tf.softmax(
  tf.matMul(p(queries, "queries"), p(sequence, "keys"), false, true),
);
return {
  output: tf.matMul(
    mergeHeads(tf.matMul(weights, p(sequence, "values"))),
    projections.output,
  ),
  weights,
};`,
    },
    {
      what: "merge by reshape",
      status: "failed",
      mistake: "merges without transposing",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(sequence, "keys"),
  values: p(sequence, "values"),
});
return { output: tf.matMul(tf.reshape(output, queries.shape), projections.output), weights };`,
    },
    {
      what: "split by reshape",
      status: "failed",
      mistake: "splits without transposing",
      body: `
const s = (x) => tf.reshape(x, [x.shape[0], headCount, x.shape[1], x.shape[2] / headCount]);
const p = (x, n) => s(tf.matMul(x, projections[n]));
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(sequence, "keys"),
  values: p(sequence, "values"),
});
return { output: tf.matMul(mergeHeads(output), projections.output), weights };`,
    },
    {
      what: "weights averaged",
      status: "failed",
      mistake: "the heads' weights averaged",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(sequence, "keys"),
  values: p(sequence, "values"),
});
return {
  output: tf.matMul(mergeHeads(output), projections.output),
  weights: tf.mean(weights, 1),
};`,
    },
    {
      what: "values with keys matrix",
      status: "failed",
      mistake: "another projection for the values",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const k = p(sequence, "keys");
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: k,
  values: k,
});
return { output: tf.matMul(mergeHeads(output), projections.output), weights };`,
    },
    {
      what: "residual added",
      status: "failed",
      mistake: "adds the queries to the output",
      body: `
const p = (x, n) => splitHeads(tf.matMul(x, projections[n]), headCount);
const { output, weights } = scaledDotProductAttention({
  queries: p(queries, "queries"),
  keys: p(sequence, "keys"),
  values: p(sequence, "values"),
});
return {
  output: tf.add(queries, tf.matMul(mergeHeads(output), projections.output)),
  weights,
};`,
    },
  ],
  "05.4": [
    {
      what: "formula",
      status: "passed",
      body: `
const 너비 = headCount * dim;
return 3 * (modelSize + 1) * 너비 + (너비 + 1) * modelSize;`,
    },
    {
      what: "loop",
      status: "passed",
      body: `
let n = 0;
for (let h = 0; h < headCount; h++) {
  for (const _ of ["q", "k", "v"]) n += modelSize * dim + dim;
}
return n + headCount * dim * modelSize + modelSize;`,
    },
    {
      what: "no bias",
      status: "failed",
      mistake: "biases forgotten",
      body: `
return 4 * modelSize * headCount * dim;`,
    },
    {
      what: "output bias by heads",
      status: "failed",
      mistake: "output bias as long as the heads",
      body: `
return 4 * (modelSize * headCount * dim + headCount * dim);`,
    },
    {
      what: "one head",
      status: "failed",
      mistake: "counts one head",
      body: `
return 3 * (modelSize + 1) * dim + (dim + 1) * modelSize;`,
    },
    {
      what: "no output projection",
      status: "failed",
      mistake: "output projection forgotten",
      body: `
return 3 * headCount * (modelSize * dim + dim);`,
    },
    {
      what: "4 model^2",
      status: "failed",
      mistake: "takes dim for modelSize / headCount",
      body: `
return 4 * modelSize * modelSize + 4 * modelSize;`,
    },
    {
      what: "two projections",
      status: "failed",
      mistake: "two projections into the heads",
      body: `
return 2 * headCount * (modelSize + 1) * dim + (headCount * dim + 1) * modelSize;`,
    },
    {
      what: "bias missing in output",
      status: "failed",
      mistake: "no bias for the output",
      body: `
return 3 * (modelSize + 1) * headCount * dim + headCount * dim * modelSize;`,
    },
    {
      what: "output per head",
      status: "failed",
      mistake: "an output projection for each head",
      body: `
return headCount * (3 * (modelSize + 1) * dim + (dim + 1) * modelSize);`,
    },
    {
      what: "one bias a head",
      status: "failed",
      mistake: "one number for each bias",
      body: `
return 3 * headCount * (modelSize * dim + 1) + headCount * dim * modelSize + 1;`,
    },
  ],
};
