/** Right answers of notebook 05 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "05.1": {
    "a helper that swaps axes": `const swap = (x) => tf.transpose(x, [0, 2, 1, 3]);
function splitHeads(sequence: Axes<"... model">, headCount: number) {
  const shape = [...sequence.shape.slice(0, 2), headCount, sequence.shape[2]! / headCount];
  return swap(sequence.reshape(shape));
}`,
    "reduced over the batch": `function splitHeads(x, h) {
  const [b, t, m] = x.shape;
  return tf.unstack(x).map((s) => s.reshape([t, h, m / h]).transpose([1, 0, 2])).reduce(
    (acc, s) => acc ? tf.concat([acc, s.expandDims(0)]) : s.expandDims(0),
    null,
  );
}`,
    "methods of tensors": `const splitHeads = (sequence, headCount) => {
  const [batch, time, model] = sequence.shape;
  return sequence.reshape([batch, time, headCount, model / headCount]).transpose([0, 2, 1, 3]);
};`,
    "a length left open": `function splitHeads(x: tf.Tensor, h: number) {
  const cut = tf.reshape(x, [x.shape[0], x.shape[1]!, h, -1]);
  return cut.transpose([0, 2, 1, 3]);
}`,
    "split and stack": `function splitHeads(sequence, headCount) {
  return tf.stack(tf.split(sequence, headCount, -1), 1);
}`,
    "loops over rows": `function splitHeads(sequence, headCount) {
  const dim = sequence.shape.at(-1) / headCount;
  const rows = sequence.arraySync();
  const heads = rows.map((sentence) =>
    [...Array(headCount).keys()].map((h) => sentence.map((vector) => vector.slice(h * dim, (h + 1) * dim)))
  );
  return tf.tensor4d(heads);
}`,
    "slices of each head": `function splitHeads(sequence, headCount) {
  return tf.tidy(() => {
    const [b, t, m] = sequence.shape;
    const dim = Math.floor(m / headCount);
    const heads = [];
    for (let h = 0; h < headCount; h++) {
      heads.push(sequence.slice([0, 0, h * dim], [b, t, dim]).expandDims(1));
    }
    return heads.length === 1 ? heads[0] : tf.concat(heads, 1);
  });
}`,
    "by way of [model, time]": `function splitHeads(sequence, headCount) {
  const [batch, time, model] = sequence.shape;
  const turned = tf.transpose(sequence, [0, 2, 1]);
  const heads = tf.reshape(turned, [batch, headCount, model / headCount, time]);
  return tf.transpose(heads, [0, 1, 3, 2]);
}`,
    "a promise": `async function splitHeads(sequence, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const numbers = await sequence.data();
  const out = new Float32Array(numbers.length);
  let at = 0;
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < headCount; h++)
      for (let t = 0; t < time; t++)
        for (let d = 0; d < dim; d++) out[at++] = numbers[(b * time + t) * model + h * dim + d];
  return tf.tensor(out, [batch, headCount, time, dim]);
}`,
    "chaining": `function splitHeads(sequence, headCount) {
  const [b, t, m] = sequence.shape;
  return sequence.reshape([b, t, headCount, m / headCount]).transpose([0, 2, 1, 3]);
}`,
    "split and stack, once more":
      `const splitHeads = (sequence, headCount) => tf.stack(tf.split(sequence, headCount, -1), 1);`,
    "slices": `function splitHeads(sequence, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const heads = [];
  for (let h = 0; h < headCount; h++) heads.push(tf.slice(sequence, [0, 0, h * dim], [batch, time, dim]));
  return tf.stack(heads, 1);
}`,
  },
  "05.2": {
    "gathered head by head": `function mergeHeads(x) {
  const [b, h, t, d] = x.shape;
  return tf.concat([...Array(h).keys()].map((i) => tf.gather(x, i, 1)), 2);
}`,
    "squeeze of slices": `function mergeHeads(heads) {
  const [b, h] = heads.shape;
  return tf.concat(tf.split(heads, h, 1).map((p) => p.squeeze([1])), -1);
}`,
    "methods of tensors": `function mergeHeads(heads) {
  const [batch, head, time, dim] = heads.shape;
  return heads.transpose([0, 2, 1, 3]).reshape([batch, time, head * dim]);
}`,
    "a length left open":
      `const mergeHeads = (x) => tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [x.shape[0], x.shape[2], -1]);`,
    "unstack and concat": `function mergeHeads(heads: tf.Tensor) {
  const parts = tf.unstack(heads, 1);
  return parts.length > 1 ? tf.concat(parts, -1) : parts[0];
}`,
    "loops over rows": `function mergeHeads(heads) {
  const rows = heads.arraySync();
  return tf.tensor3d(rows.map((sentence) => sentence[0].map((_, t) => sentence.flatMap((head) => head[t]))));
}`,
    "reduce": `function mergeHeads(heads) {
  return tf.tidy(() => tf.unstack(heads, 1).reduce((sequence, head) => tf.concat([sequence, head], 2)));
}`,
    "one sentence after the other": `function mergeHeads(heads) {
  const merged = tf.unstack(heads).map((sentence) => {
    const [head, time, dim] = sentence.shape;
    return sentence.transpose([1, 0, 2]).reshape([time, head * dim]);
  });
  console.log(merged.length);
  return tf.stack(merged);
}`,
    "chaining": `function mergeHeads(heads) {
  const [b, h, t, d] = heads.shape;
  return heads.transpose([0, 2, 1, 3]).reshape([b, t, h * d]);
}`,
    "unstack and concat, once more":
      `function mergeHeads(heads) { return tf.concat(tf.unstack(heads, 1), -1); }`,
    "-1 in the reshape":
      `const mergeHeads = (x) => tf.transpose(x, [0, 2, 1, 3]).reshape([x.shape[0], x.shape[2], -1]);`,
  },
  "05.3": {
    "batch by batch": `function multiHeadAttention(queries, sequence, projections, headCount) {
  const q = splitHeads(queries.matMul(projections.queries), headCount),
    k = splitHeads(sequence.matMul(projections.keys), headCount),
    v = splitHeads(sequence.matMul(projections.values), headCount);
  const outs = [], ws = [];
  for (let b = 0; b < queries.shape[0]; b++) {
    const r = scaledDotProductAttention({
      queries: q.slice([b], [1]),
      keys: k.slice([b], [1]),
      values: v.slice([b], [1]),
    });
    outs.push(r.output);
    ws.push(r.weights);
  }
  return { output: mergeHeads(tf.concat(outs)).matMul(projections.output), weights: tf.concat(ws) };
}`,
    "its own helper": `function multiHeadAttention(queries, sequence, projections, headCount) {
  const heads = (x, w) => splitHeads(tf.matMul(x, w), headCount);
  const result = scaledDotProductAttention({
    queries: heads(queries, projections.queries),
    keys: heads(sequence, projections.keys),
    values: heads(sequence, projections.values),
  });
  return { output: mergeHeads(result.output).matMul(projections.output), weights: result.weights };
}`,
    "its own split, merge and attention": `const splitHeads = (x, h) => {
  const [b, t, m] = x.shape;
  return x.reshape([b, t, h, m / h]).transpose([0, 2, 1, 3]);
};
function attention(q, k, v) {
  const weights = tf.softmax(q.matMul(k, false, true).div(Math.sqrt(q.shape[3])));
  return [weights.matMul(v), weights];
}
function multiHeadAttention(queries, sequence, projections, headCount) {
  const q = splitHeads(queries.matMul(projections.queries), headCount);
  const k = splitHeads(sequence.matMul(projections.keys), headCount);
  const v = splitHeads(sequence.matMul(projections.values), headCount);
  const [heads, weights] = attention(q, k, v);
  const merged = heads.transpose([0, 2, 1, 3]).reshape(queries.shape);
  return { weights, output: merged.matMul(projections.output) };
}`,
    "one head after the other":
      `function multiHeadAttention(queries, sequence, projections, headCount) {
  const parts = (x, w) => tf.split(tf.matMul(x, w), headCount, -1);
  const q = parts(queries, projections.queries);
  const k = parts(sequence, projections.keys);
  const v = parts(sequence, projections.values);
  const heads = q.map((_, i) => scaledDotProductAttention({ queries: q[i], keys: k[i], values: v[i] }));
  const merged = heads.length > 1 ? tf.concat(heads.map(({ output }) => output), -1) : heads[0].output;
  return { output: tf.matMul(merged, projections.output), weights: tf.stack(heads.map(({ weights }) => weights), 1) };
}`,
    "the output as a sum over heads":
      `function multiHeadAttention(queries, sequence, projections, headCount) {
  const model = queries.shape[2], dim = model / headCount;
  let output = tf.zeros(queries.shape);
  const all = [];
  for (let h = 0; h < headCount; h++) {
    const slice = (w) => tf.slice(w, [0, h * dim], [model, dim]);
    const q = tf.matMul(queries, slice(projections.queries));
    const k = tf.matMul(sequence, slice(projections.keys));
    const v = tf.matMul(sequence, slice(projections.values));
    const weights = tf.softmax(tf.div(tf.matMul(q, k, false, true), dim ** 0.5));
    const mix = tf.slice(projections.output, [h * dim, 0], [dim, model]);
    output = tf.add(output, tf.matMul(tf.matMul(weights, v), mix));
    all.push(weights);
  }
  return { output, weights: tf.stack(all, 1) };
}`,
    "flat matrices": `function multiHeadAttention(queries, sequence, projections, headCount) {
  const project = (x, w) => {
    const [b, t, m] = x.shape;
    return tf.reshape(tf.matMul(tf.reshape(x, [b * t, m]), w), [b, t, m]);
  };
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(project(queries, projections.queries), headCount),
    keys: splitHeads(project(sequence, projections.keys), headCount),
    values: splitHeads(project(sequence, projections.values), headCount),
    scale: 1 / Math.sqrt(queries.shape[2] / headCount),
  });
  return { output: project(mergeHeads(output), projections.output), weights };
}`,
    "all three at once, in a tidy":
      `function multiHeadAttention(queries, sequence, projections, headCount) {
  return tf.tidy(() => {
    const names = ["queries", "keys", "values"];
    const [q, k, v] = names.map((name, i) => splitHeads(tf.matMul([queries, sequence, sequence][i], projections[name]), headCount));
    const { output, weights } = scaledDotProductAttention({ queries: q, keys: k, values: v });
    return { output: tf.matMul(mergeHeads(output), projections.output), weights };
  });
}`,
    "helpers of its own": `const dense = (x, w) => {
  const [b, t, m] = x.shape;
  return x.reshape([b * t, m]).matMul(w).reshape([b, t, w.shape[1]]);
};
const split = (x, h) => tf.stack(tf.split(x, h, -1), 1);
function multiHeadAttention(queries, sequence, projections, headCount) {
  const q = split(dense(queries, projections.queries), headCount);
  const k = split(dense(sequence, projections.keys), headCount);
  const v = split(dense(sequence, projections.values), headCount);
  const weights = tf.softmax(tf.matMul(q, k, false, true).div(Math.sqrt(k.shape[3])));
  const merged = tf.concat(tf.unstack(tf.matMul(weights, v), 1), -1);
  return { output: dense(merged, projections.output), weights };
}`,
    "earlier functions":
      `function multiHeadAttention(queries, sequence, { queries: Wq, keys: Wk, values: Wv, output: Wo }, headCount) {
  const result = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, Wq), headCount),
    keys: splitHeads(tf.matMul(sequence, Wk), headCount),
    values: splitHeads(tf.matMul(sequence, Wv), headCount),
  });
  return { output: mergeHeads(result.output).matMul(Wo), weights: result.weights };
}`,
    "one head at a time, sum of parts of W^O":
      `function multiHeadAttention(queries, sequence, p, headCount) {
  const cut = (w) => tf.split(w, headCount, 1);
  const [qs, ks, vs] = [cut(p.queries), cut(p.keys), cut(p.values)];
  const os = tf.split(p.output, headCount, 0);
  let output;
  const all = [];
  for (let h = 0; h < headCount; h++) {
    const r = scaledDotProductAttention({ queries: tf.matMul(queries, qs[h]), keys: tf.matMul(sequence, ks[h]), values: tf.matMul(sequence, vs[h]) });
    const part = tf.matMul(r.output, os[h]);
    output = output ? output.add(part) : part;
    all.push(r.weights);
  }
  return { output, weights: tf.stack(all, 1) };
}`,
  },
  "05.4": {
    "queries, keys and values in one product":
      `function countParameters(modelSize, headCount, dim) {
  const qkv = 3 * headCount * (modelSize + 1) * dim;
  const out = (headCount * dim + 1) * modelSize;
  return qkv + out;
}`,
    "one line": `const countParameters = (m, h, d) => 3 * h * d * (m + 1) + m * (h * d + 1);`,
    "a helper": `const linear = (a, b) => a * b + b;
function countParameters(modelSize, headCount, dim) {
  return 3 * linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize);
}`,
    "head by head": `function countParameters(modelSize, headCount, dim) {
  let total = 0;
  for (let head = 0; head < headCount; head++) {
    for (const _ of ["q", "k", "v"]) total += modelSize * dim + dim;
    total += dim * modelSize;
  }
  return total + modelSize;
}`,
    "a table summed up": `function countParameters(modelSize, headCount, dim) {
  const width = headCount * dim;
  const shapes = { q: [modelSize, width], k: [modelSize, width], v: [modelSize, width], o: [width, modelSize] };
  return Object.values(shapes).reduce((sum, [from, to]) => sum + (from + 1) * to, 0);
}`,
    "factored":
      `function countParameters(modelSize: number, headCount: number, dim: number): number {
  console.log(modelSize);
  return (4 * modelSize + 3) * headCount * dim + modelSize;
}`,
    "the sizes of tensors": `function countParameters(modelSize, headCount, dim) {
  const width = headCount * dim;
  const all = [...Array(3)].flatMap(() => [tf.zeros([modelSize, width]), tf.zeros([width])]);
  all.push(tf.zeros([width, modelSize]), tf.zeros([modelSize]));
  return all.reduce((sum, { size }) => sum + size, 0);
}`,
    "by parts": `function countParameters(modelSize, headCount, dim) {
  const inner = headCount * dim;
  const qkv = 3 * (modelSize * inner + inner);
  const out = inner * modelSize + modelSize;
  return qkv + out;
}`,
    "loop": `function countParameters(modelSize: number, headCount: number, dim: number): number {
  const linear = (i: number, o: number) => (i + 1) * o;
  let total = 0;
  for (let h = 0; h < headCount; h++) for (const _ of ["q", "k", "v"]) total += linear(modelSize, dim);
  return total + linear(headCount * dim, modelSize);
}`,
  },
};
