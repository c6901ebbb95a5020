/** Right answers of notebook 07 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "07.1": {
    "a buffer of truths": `function paddingMask(ids, padId) {
  const [b, k] = ids.shape;
  const buf = tf.buffer([b, 1, k], "bool");
  ids.arraySync().forEach((r, i) => r.forEach((x, j) => buf.set(x !== padId, i, 0, j)));
  return buf.toTensor();
}`,
    "equal to false": `function paddingMask(ids, padId) {
  return tf.equal(ids, padId).equal(tf.scalar(false, "bool")).expandDims(1);
}`,
    "compared as floats": `function paddingMask(ids, padId) {
  return tf.notEqual(ids.toFloat(), padId + 0.0).reshape([-1, 1, ids.shape[1]]);
}`,
    "methods of tensors":
      `function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  return ids.notEqual(padId).expandDims(1);
}`,
    "a constant, no types":
      `const paddingMask = (ids, padId) => tf.logicalNot(tf.equal(ids, padId)).reshape([ids.shape[0], 1, -1]);`,
    "loops over rows": `function paddingMask(ids, padId) {
  const rows = ids.arraySync().map((row) => [row.map((id) => id !== padId)]);
  return tf.tensor3d(rows, undefined, "bool");
}`,
    "the size of a difference": `function paddingMask(ids, padId) {
  return tf.greater(tf.abs(tf.expandDims(tf.sub(ids, padId), 1)), 0);
}`,
    "sentence by sentence": `function paddingMask(ids, padId) {
  const masks = tf.unstack(ids).map((sentence) => sentence.notEqual(tf.scalar(padId, "int32")));
  return tf.stack(masks).cast("bool").expandDims(-2);
}`,
    "smaller or larger": `function paddingMask(ids, padId) {
  return tf.tidy(() => tf.logicalOr(tf.less(ids, padId), tf.greater(ids, padId)).expandDims(1));
}`,
    "typed arrays": `async function paddingMask(ids, padId) {
  const [batch, key] = ids.shape;
  const data = await ids.data();
  console.log(data.length);
  return tf.tensor(Uint8Array.from(data, (id) => Number(id !== padId)), [batch, 1, key], "bool");
}`,
    "the difference from padId, as a bool": `function paddingMask(ids, padId) {
  return ids.sub(padId).cast("bool").expandDims(1);
}`,
    "chaining": `function paddingMask(ids, padId) { return ids.notEqual(padId).expandDims(1); }`,
    "not equal, reshaped": `function paddingMask(ids, padId) {
  const [b, k] = ids.shape;
  return tf.logicalNot(tf.equal(ids, tf.scalar(padId, "int32"))).reshape([b, 1, k]);
}`,
    "plain arrays": `function paddingMask(ids, padId) {
  return tf.tensor3d(ids.arraySync().map((row) => [row.map((id) => id !== padId)]), undefined, "bool");
}`,
  },
  "07.2": {
    "the sign of a difference": `function causalMask(n) {
  const r = tf.range(0, n);
  return tf.sub(r.expandDims(1), r).greaterEqual(0);
}`,
    "the larger of both": `function causalMask(n) {
  const r = tf.range(0, n, 1, "int32");
  return tf.equal(tf.maximum(r, r.expandDims(1)), r.expandDims(1));
}`,
    "ones, then zeros, row by row": `function causalMask(n) {
  const rows = [];
  for (let i = 0; i < n; i++) rows.push(tf.concat([tf.ones([i + 1]), tf.zeros([n - 1 - i])]));
  return tf.stack(rows).cast("bool");
}`,
    "a triangle cut from ones":
      `const causalMask = (n) => tf.linalg.bandPart(tf.ones([n, n]), -1, 0).cast("bool");`,
    "nested Array.from": `function causalMask(length) {
  return tf.tensor2d(Array.from({ length }, (_, q) => Array.from({ length }, (_, k) => k <= q)), [length, length], "bool");
}`,
    "nested loops": `function causalMask(length) {
  const rows = [];
  for (let i = 0; i < length; i++) {
    const row = [];
    for (let j = 0; j < length; j++) row.push(j > i ? 0 : 1);
    rows.push(row);
  }
  return tf.tensor2d(rows, [length, length], "bool");
}`,
    "rows filled one by one": `function causalMask(length: number) {
  const rows = new Array(length).fill(null).map((_, i) => [...Array(i + 1).fill(true), ...Array(length - i - 1).fill(false)]);
  return tf.tensor(rows, undefined, "bool");
}`,
    "methods of tensors": `function causalMask(length) {
  const places = tf.range(0, length);
  return places.expandDims(1).greaterEqual(places.expandDims(0));
}`,
    "not the future": `function causalMask(length) {
  const p = tf.range(0, length, 1, "int32");
  return tf.tidy(() => tf.logicalNot(tf.greater(p.reshape([1, -1]), p.reshape([-1, 1]))));
}`,
    "a running sum of the diagonal": `function causalMask(length) {
  return tf.cumsum(tf.eye(length), 1, false, true).cast("bool");
}`,
    "bandPart":
      `function causalMask(length) { return tf.linalg.bandPart(tf.ones([length, length]), -1, 0).cast("bool"); }`,
    "range":
      `function causalMask(n) { const i = tf.range(0, n); return i.reshape([n, 1]).greaterEqual(i.reshape([1, n])); }`,
    "Array.from":
      `const causalMask = (n) => tf.tensor2d(Array.from({ length: n }, (_, q) => Array.from({ length: n }, (_, k) => k <= q)), [n, n], "bool");`,
  },
  "07.3": {
    "logsumexp": `function maskedSoftmax(scores, keep) {
  const s = tf.where(keep, scores, tf.fill(scores.shape, -1e9));
  return tf.exp(s.sub(tf.logSumExp(s, -1, true))).mul(keep.cast("float32"));
}`,
    "rows that see anything": `function maskedSoftmax(scores, keep) {
  const any = tf.any(keep, 1, true).cast("float32");
  return tf.softmax(scores.add(tf.sub(1, keep.cast("float32")).mul(-1e9))).mul(any);
}`,
    "the lowest float": `function maskedSoftmax(scores, keep) {
  const lowered = tf.where(keep, scores, -3.4e38);
  return tf.where(keep, tf.softmax(lowered), 0);
}`,
    "divNoNan after stable": `function maskedSoftmax(scores, keep) {
  const k = keep.cast("float32");
  const s = scores.add(k.sub(1).mul(1e6));
  const e = s.sub(s.max(-1, true)).exp().mul(k);
  const z = e.sum(-1, true);
  return tf.where(z.greater(0).tile([1, scores.shape[1]]), e.div(z), tf.zerosLike(e));
}`,
    "where and a very low number": `function maskedSoftmax(scores, keep) {
  const weights = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e30)));
  return tf.where(keep, weights, tf.zerosLike(weights));
}`,
    "methods of tensors": `const maskedSoftmax = (scores, keep) => {
  const kept = keep.cast("float32");
  return scores.add(kept.sub(1).mul(1e9)).softmax().mul(kept);
};`,
    "−∞, and NaN replaced": `function maskedSoftmax(scores, keep) {
  const weights = tf.softmax(tf.where(keep, scores, -Infinity));
  return tf.where(tf.isNaN(weights), tf.zerosLike(weights), weights);
}`,
    "exponentials above the largest visible score": `function maskedSoftmax(scores, keep) {
  return tf.tidy(() => {
    const low = tf.where(keep, scores, -1e9);
    const powers = tf.exp(low.sub(low.max(1, true))).mul(keep.cast("float32"));
    return tf.divNoNan(powers, powers.sum(1, true));
  });
}`,
    "loops over rows": `function maskedSoftmax(scores, keep) {
  const mask = keep.arraySync();
  const rows = scores.arraySync().map((row, i) => {
    const visible = row.filter((_, j) => mask[i][j]);
    const top = Math.max(...visible);
    const total = visible.reduce((sum, x) => sum + Math.exp(x - top), 0);
    return row.map((x, j) => mask[i][j] ? Math.exp(x - top) / total : 0);
  });
  return tf.tensor2d(rows);
}`,
    "by logarithms of the mask": `function maskedSoftmax(scores, keep) {
  const kept = keep.toFloat();
  const logs = tf.logSoftmax(tf.add(scores, tf.log(tf.maximum(kept, 1e-38)).mul(1e7)));
  return logs.exp().mul(kept);
}`,
    "row after row": `async function maskedSoftmax(scores, keep) {
  const masks = tf.unstack(keep.cast("float32"));
  const rows = tf.unstack(scores).map((row, i) => {
    const any = masks[i].sum().dataSync()[0] > 0;
    return any ? tf.softmax(row.sub(tf.sub(1, masks[i]).mul(1e12))) : tf.zerosLike(row);
  });
  return tf.stack(rows);
}`,
    "−1000, low enough": `function maskedSoftmax(scores, keep) {
  const kept = tf.cast(keep, "float32");
  console.log(scores.shape);
  return tf.mul(tf.softmax(tf.add(tf.mul(scores, kept), tf.mul(tf.sub(1, kept), -1000))), kept);
}`,
    "multiply after": `function maskedSoftmax(scores, keep) {
  const w = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e9)));
  return tf.where(keep, w, tf.zerosLike(w));
}`,
    "loops": `function maskedSoftmax(scores, keep) {
  const s = scores.arraySync(), k = keep.arraySync();
  return tf.tensor2d(s.map((row, q) => {
    const seen = row.filter((_, j) => k[q][j]);
    if (seen.length === 0) return row.map(() => 0);
    const m = Math.max(...seen);
    const e = row.map((x, j) => k[q][j] ? Math.exp(x - m) : 0);
    const t = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / t);
  }));
}`,
    "own sum with divNoNan": `function maskedSoftmax(scores, keep) {
  const m = keep.cast("float32");
  const low = tf.where(keep, scores, tf.fill(scores.shape, -1e30));
  const e = tf.exp(low.sub(low.max(-1, true))).mul(m);
  return tf.divNoNan(e, e.sum(-1, true));
}`,
    "-Infinity and NaN cleaned": `function maskedSoftmax(scores, keep) {
  const w = tf.softmax(tf.where(keep, scores, tf.scalar(-Infinity)));
  return tf.where(tf.isNaN(w), tf.zerosLike(w), w);
}`,
  },
  "07.4": {
    "a product of floats": `function combineMasks(causal, padding) {
  return tf.mul(causal.toFloat(), padding.toFloat()).cast("bool");
}`,
    "tile and": `function combineMasks(causal, padding) {
  const b = padding.shape[0];
  return tf.logicalAnd(causal.expandDims(0).tile([b, 1, 1]), padding);
}`,
    "sum equals 2": `function combineMasks(causal, padding) {
  return tf.equal(tf.add(causal.cast("int32"), padding.cast("int32")), 2);
}`,
    "greater": `function combineMasks(causal, padding) {
  return causal.cast("float32").mul(padding.cast("float32")).greater(0);
}`,
    "a method": `const combineMasks = (causal, padding) => causal.logicalAnd(padding);`,
    "a product": `function combineMasks(causal, padding) {
  return tf.mul(tf.cast(causal, "int32"), tf.cast(padding, "int32")).cast("bool");
}`,
    "the smaller of both": `function combineMasks(causal, padding) {
  return tf.minimum(causal.toFloat(), padding.toFloat()).greater(0.5);
}`,
    "loops over rows": `function combineMasks(causal, padding) {
  const past = causal.arraySync(), words = padding.arraySync();
  const cells = words.map(([word]) => past.map((row) => row.map((x, k) => x && word[k])));
  return tf.tensor3d(cells, undefined, "bool");
}`,
    "neither one forbids": `function combineMasks(causal, padding) {
  return tf.tidy(() => tf.logicalNot(tf.logicalOr(tf.logicalNot(causal), tf.logicalNot(padding))));
}`,
    "where": `function combineMasks(causal, padding) {
  const [q, k] = causal.shape;
  const words = tf.tile(padding.cast("int32"), [1, q, 1]);
  const past = tf.tile(tf.expandDims(causal.cast("int32"), 0), [padding.shape[0]!, 1, 1]);
  return tf.where(past.cast("bool"), words, tf.zeros([padding.shape[0]!, q, k], "int32")).cast("bool");
}`,
    "sentence by sentence": `function combineMasks(causal, padding) {
  return tf.stack(tf.unstack(padding).map((row) => tf.logicalAnd(causal, row)));
}`,
    "chaining": `function combineMasks(causal, padding) { return causal.logicalAnd(padding); }`,
    "product cast":
      `function combineMasks(causal, padding) { return causal.cast("int32").mul(padding.cast("int32")).cast("bool"); }`,
    "loops": `function combineMasks(causal, padding) {
  const c = causal.arraySync(), p = padding.arraySync();
  return tf.tensor3d(p.map(([keys]) => c.map((row) => row.map((ok, k) => Boolean(ok && keys[k])))), undefined, "bool");
}`,
  },
  "07.5": {
    "chained, with its own helpers":
      `function causalAttention(sequence, ids, projections, headCount) {
  const [b, t, m] = sequence.shape;
  const d = m / headCount;
  const heads = (w) => sequence.matMul(w).reshape([b, t, headCount, d]).transpose([0, 2, 1, 3]);
  const [q, k, v] = ["queries", "keys", "values"].map((name) => heads(projections[name]));
  const keep = combineMasks(causalMask(t), paddingMask(ids, 0)).expandDims(1);
  const weights = maskedSoftmax(q.matMul(k, false, true).div(Math.sqrt(d)), keep);
  const output = weights.matMul(v).transpose([0, 2, 1, 3]).reshape([b, t, m]).matMul(projections.output);
  return { output, weights };
}`,
    "head by head, joined at the end":
      `function causalAttention(sequence, ids, projections, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const keep = combineMasks(causalMask(time), paddingMask(ids, 0));
  const outputs = [];
  const maps = [];
  for (let head = 0; head < headCount; head++) {
    const cut = (w) => tf.slice(tf.matMul(sequence, w), [0, 0, head * dim], [batch, time, dim]);
    const scores = tf.mul(tf.matMul(cut(projections.queries), cut(projections.keys), false, true), 1 / Math.sqrt(dim));
    const w = maskedSoftmax(scores, keep);
    outputs.push(tf.matMul(w, cut(projections.values)));
    maps.push(w);
  }
  return { weights: tf.stack(maps, 1), output: tf.matMul(tf.concat(outputs, 2), projections.output) };
}`,
    "queries scaled first, masks made inside":
      `function causalAttention(sequence, ids, projections, headCount) {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const split = (x) => tf.transpose(tf.reshape(x, [batch, time, headCount, dim]), [0, 2, 1, 3]);
  const q = split(tf.div(tf.matMul(sequence, projections.queries), Math.sqrt(dim)));
  const k = split(tf.matMul(sequence, projections.keys));
  const v = split(tf.matMul(sequence, projections.values));
  const places = tf.range(0, time);
  const noFuture = tf.lessEqual(places.expandDims(0), places.expandDims(1));
  const noPadding = tf.notEqual(ids, 0).reshape([batch, 1, 1, time]);
  const kept = tf.logicalAnd(noFuture, noPadding).toFloat();
  const raised = tf.matMul(q, k, false, true).add(kept.sub(1).mul(1e9));
  const powers = raised.sub(raised.max(-1, true)).exp().mul(kept);
  const weights = tf.divNoNan(powers, powers.sum(-1, true));
  const merged = tf.reshape(tf.transpose(tf.matMul(weights, v), [0, 2, 1, 3]), [batch, time, model]);
  return { output: tf.matMul(merged, projections.output), weights };
}`,
    "einsum": `function causalAttention(sequence, ids, projections, headCount) {
  const [b, t, m] = sequence.shape;
  const d = m / headCount;
  const heads = (w) => tf.einsum("btm,mn->btn", sequence, w).reshape([b, t, headCount, d]);
  const scores = tf.einsum("bqhd,bkhd->bhqk", heads(projections.queries), heads(projections.keys));
  const keep = combineMasks(causalMask(t), paddingMask(ids, 0)).expandDims(1);
  const weights = maskedSoftmax(scores.div(Math.sqrt(d)), keep);
  const mixed = tf.einsum("bhqk,bkhd->bqhd", weights, heads(projections.values)).reshape([b, t, m]);
  return { output: tf.einsum("btm,mn->btn", mixed, projections.output), weights };
}`,
  },
};
