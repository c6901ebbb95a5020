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
    {
      what: "reshape, then transpose, chained",
      status: "passed",
      body: `
const x: tf.Tensor = sequence;
const [batch, time, model] = x.shape;
const dim = model / headCount;
return tf.tidy(() => x.reshape([batch, time, headCount, dim]).transpose([0, 2, 1, 3]));`,
    },
    {
      what: "split the last axis and stack",
      status: "passed",
      body: `
const parts: tf.Tensor[] = tf.split(sequence as tf.Tensor, headCount, 2);
return tf.stack(parts, 1);`,
    },
    {
      what: "dim and head swapped in the reshape",
      status: "failed",
      mistake: "deals the numbers out in turn",
      body: `
const x: tf.Tensor = sequence;
const [batch, time, model] = x.shape;
const dim = model / headCount;
const cut: tf.Tensor = tf.reshape(x, [batch, time, dim, headCount]);
return tf.transpose(cut, [0, 3, 1, 2]);`,
    },
    {
      what: "head axis before the batch axis",
      status: "failed",
      mistake: "head before batch",
      body: `
const parts: tf.Tensor[] = tf.split(sequence as tf.Tensor, headCount, -1);
return tf.stack(parts);`,
    },
    {
      what: "slice starts at head instead of head * dim",
      status: "failed",
      mistake: "slices that begin at the head's number",
      body: `
const x: tf.Tensor = sequence;
const [batch, time, model] = x.shape;
const dim = model / headCount;
const heads: tf.Tensor[] = [];
for (let head = 0; head < headCount; head++) {
  heads.push(tf.slice(x, [0, 0, head], [batch, time, dim]));
}
return tf.stack(heads, 1);`,
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
    {
      what: "unstack and concat",
      status: "passed",
      body: `
return tf.concat(tf.unstack(heads as tf.Tensor, 1), -1);`,
    },
    {
      what: "nested loops over the array",
      status: "passed",
      body: `
const x = (heads as tf.Tensor).arraySync() as number[][][][];
const [batch, head, time, dim] = (heads as tf.Tensor).shape;
const merged: number[][][] = [];
for (let b = 0; b < batch; b++) {
  const rows: number[][] = [];
  for (let t = 0; t < time; t++) {
    const row: number[] = [];
    for (let h = 0; h < head; h++) row.push(...x[b][h][t]);
    rows.push(row);
  }
  merged.push(rows);
}
return tf.tensor3d(merged, [batch, time, head * dim]);`,
    },
    {
      what: "head axis moved to the end",
      status: "failed",
      mistake: "heads interleaved",
      body: `
const x: tf.Tensor = heads;
const [batch, head, time, dim] = x.shape;
return tf.reshape(tf.transpose(x, [0, 2, 3, 1]), [batch, time, head * dim]);`,
    },
    {
      what: "time and head mixed up when reading the shape",
      status: "failed",
      mistake: "one vector for each head",
      body: `
const x: tf.Tensor = heads;
const [batch, time, headCount, dim] = x.shape;
const back: tf.Tensor = tf.transpose(x, [0, 2, 1, 3]);
return tf.reshape(back, [batch, time, headCount * dim]);`,
    },
    {
      what: "heads behind each other in time",
      status: "failed",
      mistake: "the heads one after another in time",
      body: `
const parts: tf.Tensor[] = tf.unstack(heads as tf.Tensor, 1);
return tf.concat(parts, 1);`,
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
    {
      what: "split, library attention, merge, with local helpers",
      status: "passed",
      body: `
const split = (x: tf.Tensor): tf.Tensor => {
  const [batch, time, model] = x.shape;
  return tf.transpose(tf.reshape(x, [batch, time, headCount, model / headCount]), [0, 2, 1, 3]);
};
const merge = (x: tf.Tensor): tf.Tensor => {
  const [batch, head, time, dim] = x.shape;
  return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch, time, head * dim]);
};
const q: tf.Tensor = tf.matMul(queries, projections.queries);
const k: tf.Tensor = tf.matMul(sequence, projections.keys);
const v: tf.Tensor = tf.matMul(sequence, projections.values);
const found = scaledDotProductAttention({ queries: split(q), keys: split(k), values: split(v) });
const output: tf.Tensor = tf.matMul(merge(found.output as tf.Tensor), projections.output);
return { output, weights: found.weights as tf.Tensor };`,
    },
    {
      what: "loop over heads, each with its columns of the matrices and rows of W_O added up",
      status: "passed",
      body: `
const asker: tf.Tensor = queries;
const asked: tf.Tensor = sequence;
const model = asker.shape[2];
const dim = model / headCount;
const times = (x: tf.Tensor, matrix: tf.Tensor): tf.Tensor => {
  const [b, t, m] = x.shape;
  const flat: tf.Tensor = tf.matMul(tf.reshape(x, [b * t, m]), matrix);
  return tf.reshape(flat, [b, t, matrix.shape[1]]);
};
const allWeights: tf.Tensor[] = [];
let output: tf.Tensor = tf.zerosLike(asker);
for (let h = 0; h < headCount; h++) {
  const columns = (matrix: tf.Tensor): tf.Tensor => tf.slice(matrix, [0, h * dim], [model, dim]);
  const q = times(asker, columns(projections.queries));
  const k = times(asked, columns(projections.keys));
  const v = times(asked, columns(projections.values));
  const scores: tf.Tensor = tf.div(tf.matMul(q, k, false, true), Math.sqrt(dim));
  const w: tf.Tensor = tf.softmax(scores);
  const mixed: tf.Tensor = tf.matMul(w, v);
  const rows: tf.Tensor = tf.slice(projections.output as tf.Tensor, [h * dim, 0], [dim, model]);
  output = tf.add(output, times(mixed, rows));
  allWeights.push(w);
}
const weights: tf.Tensor = tf.stack(allWeights, 1);
return { output, weights };`,
    },
    {
      what: "projections transposed",
      status: "failed",
      mistake: "transposed projections: x·Wᵀ",
      body: `
const split = (x: tf.Tensor): tf.Tensor => {
  const [batch, time, model] = x.shape;
  return tf.transpose(tf.reshape(x, [batch, time, headCount, model / headCount]), [0, 2, 1, 3]);
};
const project = (x: tf.Tensor, matrix: tf.Tensor): tf.Tensor => tf.matMul(x, matrix, false, true);
const { output: found, weights } = scaledDotProductAttention({
  queries: split(project(queries, projections.queries)),
  keys: split(project(sequence, projections.keys)),
  values: split(project(sequence, projections.values)),
});
const merged: tf.Tensor = tf.reshape(tf.transpose(found as tf.Tensor, [0, 2, 1, 3]), queries.shape);
return { output: project(merged, projections.output), weights: weights as tf.Tensor };`,
    },
    {
      what: "scaled by the root of the model size",
      status: "failed",
      mistake: "scale by √d_model",
      body: `
const [batch, , model] = (queries as tf.Tensor).shape;
const dim = model / headCount;
const split = (x: tf.Tensor): tf.Tensor =>
  tf.transpose(tf.reshape(x, [batch, -1, headCount, dim]), [0, 2, 1, 3]);
const q = split(tf.matMul(queries, projections.queries));
const k = split(tf.matMul(sequence, projections.keys));
const v = split(tf.matMul(sequence, projections.values));
const scores: tf.Tensor = tf.div(tf.matMul(q, k, false, true), Math.sqrt(model));
const weights: tf.Tensor = tf.softmax(scores);
const heads: tf.Tensor = tf.matMul(weights, v);
const merged: tf.Tensor = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch, -1, model]);
const output: tf.Tensor = tf.matMul(merged, projections.output);
return { output, weights };`,
    },
    {
      what: "values projected with the keys' matrix",
      status: "failed",
      mistake: "another projection for the values",
      body: `
const split = (x: tf.Tensor): tf.Tensor => {
  const [batch, time, model] = x.shape;
  return tf.transpose(tf.reshape(x, [batch, time, headCount, model / headCount]), [0, 2, 1, 3]);
};
const q = split(tf.matMul(queries, projections.queries));
const k = split(tf.matMul(sequence, projections.keys));
const v = split(tf.matMul(sequence, projections.keys));
const result = scaledDotProductAttention({ queries: q, keys: k, values: v });
const parts: tf.Tensor[] = tf.unstack(result.output as tf.Tensor, 1);
const merged: tf.Tensor = tf.concat(parts, -1);
const output: tf.Tensor = tf.matMul(merged, projections.output);
return { output, weights: result.weights as tf.Tensor };`,
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
    {
      what: "one formula",
      status: "passed",
      body: `
const inner = headCount * dim;
return 3 * inner * (modelSize + 1) + (inner + 1) * modelSize;`,
    },
    {
      what: "a list of all projections, head by head",
      status: "passed",
      body: `
const layers: [number, number][] = [];
for (let head = 0; head < headCount; head++) {
  for (const _ of ["query", "key", "value"]) layers.push([modelSize, dim]);
}
layers.push([headCount * dim, modelSize]);
return layers.map(([inputs, outputs]) => inputs * outputs + outputs).reduce((a, b) => a + b, 0);`,
    },
    {
      what: "four alike",
      status: "failed",
      mistake: "output bias as long as the heads",
      body: `
const inner = headCount * dim;
return 4 * (modelSize * inner + inner);`,
    },
    {
      what: "output projection taken as square",
      status: "failed",
      mistake: "takes dim for modelSize / headCount",
      body: `
const perHead = 3 * (modelSize * dim + dim);
const output = modelSize * modelSize + modelSize;
return headCount * perHead + output;`,
    },
    {
      what: "output bias once per head",
      status: "failed",
      mistake: "an output projection for each head",
      body: `
const queryKeyValue = 3 * (modelSize * dim + dim);
const output = dim * modelSize + modelSize;
return headCount * (queryKeyValue + output);`,
    },
  ],
};
