/** Answers to the exercises of notebook 07 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "07.1": [
    {
      what: "chained",
      status: "passed",
      body: `
return ids.notEqual(padId).expandDims(1);`,
    },
    {
      what: "reshape",
      status: "passed",
      body: `
const [b, k] = ids.shape;
return tf.reshape(tf.logicalNot(tf.equal(ids, tf.scalar(padId, "int32"))), [b, 1, k]);`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
return tf.tensor3d(
  ids.arraySync().map((줄) => [줄.map((id) => id !== padId)]),
  undefined,
  "bool",
);`,
    },
    {
      what: "inverted",
      status: "failed",
      mistake: "inverted",
      body: `
return tf.expandDims(tf.equal(ids, padId), 1);`,
    },
    {
      what: "no query axis",
      status: "failed",
      mistake: "no axis for the queries",
      body: `
return tf.notEqual(ids, padId);`,
    },
    {
      what: "axis 2",
      status: "failed",
      mistake: "hides queries instead of keys",
      body: `
return tf.expandDims(tf.notEqual(ids, padId), 2);`,
    },
    {
      what: "id 0",
      status: "failed",
      mistake: "always hides 0",
      body: `
return tf.expandDims(tf.notEqual(ids, 0), 1);`,
    },
    {
      what: "greater",
      status: "failed",
      mistake: "keeps only ids above padId",
      body: `
return tf.expandDims(tf.greater(ids, padId), 1);`,
    },
    {
      what: "float",
      status: "failed",
      mistake: "numbers instead of true and false",
      body: `
return tf.expandDims(tf.cast(tf.notEqual(ids, padId), "float32"), 1);`,
    },
    {
      what: "additive",
      status: "failed",
      mistake: "low scores instead of a mask",
      body: `
return tf.expandDims(
  tf.where(tf.equal(ids, padId), tf.fill(ids.shape, -1e9), tf.zeros(ids.shape)),
  1,
);`,
    },
    {
      what: "4d",
      status: "failed",
      mistake: "an axis too many",
      body: `
return tf.expandDims(tf.expandDims(tf.notEqual(ids, padId), 1), 1);`,
    },
    {
      what: "square",
      status: "failed",
      mistake: "one row for each query",
      body: `
const [b, k] = ids.shape;
return tf.tile(tf.expandDims(tf.notEqual(ids, padId), 1), [1, k, 1]);`,
    },
    {
      what: "axis 0",
      status: "failed",
      mistake: "the new axis in front",
      body: `
return tf.expandDims(tf.notEqual(ids, padId), 0);`,
    },
    {
      what: "stops at first pad",
      status: "failed",
      mistake: "takes padding to stand at the end",
      body: `
return tf.tensor3d(
  ids.arraySync().map((row) => [row.map((_, i) => !row.slice(0, i + 1).includes(padId))]),
  undefined,
  "bool",
);`,
    },
    {
      what: "cast ids",
      status: "failed",
      mistake: "always hides 0",
      body: `
return tf.expandDims(tf.cast(ids, "bool"), 1);`,
    },
  ],
  "07.2": [
    {
      what: "range",
      status: "passed",
      body: `
const n = tf.range(0, length);
return n.expandDims(0).lessEqual(n.expandDims(1));`,
    },
    {
      what: "bandPart",
      status: "passed",
      body: `
return tf.cast(tf.linalg.bandPart(tf.ones([length, length]), -1, 0), "bool");`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, q) => Array.from({ length }, (_, k) => k <= q)),
  [length, length],
  "bool",
);`,
    },
    {
      what: "greaterEqual",
      status: "passed",
      body: `
const i = tf.range(0, length, 1, "int32").reshape([-1, 1]);
return tf.greaterEqual(i, tf.transpose(i));`,
    },
    {
      what: "upper",
      status: "failed",
      mistake: "transposed",
      body: `
const n = tf.range(0, length);
return tf.lessEqual(tf.expandDims(n, 1), tf.expandDims(n, 0));`,
    },
    {
      what: "strict",
      status: "failed",
      mistake: "strict triangle",
      body: `
const n = tf.range(0, length);
return tf.less(tf.expandDims(n, 0), tf.expandDims(n, 1));`,
    },
    {
      what: "future (true hidden)",
      status: "failed",
      mistake: "inverted",
      body: `
const n = tf.range(0, length);
return tf.greater(tf.expandDims(n, 0), tf.expandDims(n, 1));`,
    },
    {
      what: "float",
      status: "failed",
      mistake: "numbers instead of true and false",
      body: `
return tf.linalg.bandPart(tf.ones([length, length]), -1, 0);`,
    },
    {
      what: "one step of future",
      status: "failed",
      mistake: "sees one place too far",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, q) => Array.from({ length }, (_, k) => k <= q + 1)),
  [length, length],
  "bool",
);`,
    },
    {
      what: "eye",
      status: "failed",
      mistake: "each place sees itself alone",
      body: `
return tf.cast(tf.eye(length), "bool");`,
    },
    {
      what: "shared row",
      status: "failed",
      mistake: "every place sees everything",
      body: `
const m = Array(length).fill(Array(length).fill(false));
for (let q = 0; q < length; q++) for (let k = 0; k <= q; k++) m[q][k] = true;
return tf.tensor2d(m, [length, length], "bool");`,
    },
    {
      what: "additive",
      status: "failed",
      mistake: "low scores instead of a mask",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, q) => Array.from({ length }, (_, k) => k <= q ? 0 : -1e9)),
);`,
    },
    {
      what: "length plus one",
      status: "failed",
      mistake: "one place too many",
      body: `
const n = tf.range(0, length + 1);
return tf.lessEqual(tf.expandDims(n, 0), tf.expandDims(n, 1));`,
    },
    {
      what: "batch axis",
      status: "failed",
      mistake: "an axis for the batch",
      body: `
const n = tf.range(0, length);
return tf.expandDims(tf.lessEqual(tf.expandDims(n, 0), tf.expandDims(n, 1)), 0);`,
    },
    {
      what: "anti diagonal",
      status: "failed",
      mistake: "from the other end",
      body: `
return tf.tensor2d(
  Array.from({ length }, (_, q) => Array.from({ length }, (_, k) => k + q < length)),
  [length, length],
  "bool",
);`,
    },
  ],
  "07.3": [
    {
      what: "where mul",
      status: "passed",
      body: `
const w = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e30)));
return tf.mul(w, tf.cast(keep, "float32"));`,
    },
    {
      what: "exp div",
      status: "passed",
      body: `
const k = keep.cast("float32");
const masked = tf.where(keep, scores, tf.fill(scores.shape, -3e38));
const e = masked.sub(masked.max(-1, true)).exp().mul(k);
const z = e.sum(-1, true);
return e.div(z.add(z.equal(0).cast("float32")));`,
    },
    {
      what: "divNoNan",
      status: "passed",
      body: `
const k = tf.cast(keep, "float32");
const m = tf.max(tf.where(keep, scores, tf.onesLike(scores).mul(-1e30)), -1, true);
const e = tf.mul(tf.exp(tf.minimum(tf.sub(scores, m), 0)), k);
return tf.divNoNan(e, tf.sum(e, -1, true));`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
const K = keep.arraySync();
return tf.tensor2d(
  scores.arraySync().map((row, q) => {
    const seen = row.filter((_, k) => K[q][k]);
    if (!seen.length) return row.map(() => 0);
    const m = Math.max(...seen);
    const e = row.map((s, k) => K[q][k] ? Math.exp(s - m) : 0);
    const z = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / z);
  }),
);`,
    },
    {
      what: "mask after",
      status: "failed",
      mistake: "mask after softmax",
      body: `
return tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));`,
    },
    {
      what: "no zero row",
      status: "failed",
      mistake: "a row with nothing to see looks at hidden keys",
      body: `
return tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e9)));`,
    },
    {
      what: "NaN row",
      status: "failed",
      mistake: "NaN on a row with nothing to see",
      body: `
return tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -Infinity)));`,
    },
    {
      what: "-100",
      status: "failed",
      mistake: "a low number that is not low enough",
      body: `
return tf.mul(
  tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -100))),
  tf.cast(keep, "float32"),
);`,
    },
    {
      what: "-10 add",
      status: "failed",
      mistake: "a low number that is not low enough",
      body: `
return tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), -10)));`,
    },
    {
      what: "renormalised",
      status: "failed",
      mistake: "divides what is left by its sum",
      body: `
const w = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
return tf.divNoNan(w, tf.sum(w, -1, true));`,
    },
    {
      what: "scores zeroed",
      status: "failed",
      mistake: "0 for −∞",
      body: `
return tf.mul(tf.softmax(tf.mul(scores, tf.cast(keep, "float32"))), tf.cast(keep, "float32"));`,
    },
    {
      what: "inverted",
      status: "failed",
      mistake: "inverted",
      body: `
return tf.mul(
  tf.softmax(tf.where(keep, tf.fill(scores.shape, -1e9), scores)),
  tf.sub(1, tf.cast(keep, "float32")),
);`,
    },
    {
      what: "exp no max",
      status: "failed",
      mistake: "overflows: e to a large score",
      body: `
const e = tf.mul(tf.exp(scores), tf.cast(keep, "float32"));
return tf.divNoNan(e, tf.sum(e, -1, true));`,
    },
    {
      what: "eps in denominator",
      status: "failed",
      mistake: "a number that is not small in the divisor",
      body: `
const m = tf.where(keep, scores, tf.fill(scores.shape, -1e9));
const e = tf.mul(tf.exp(tf.sub(m, tf.max(m, -1, true))), tf.cast(keep, "float32"));
return tf.div(e, tf.add(tf.sum(e, -1, true), 0.1));`,
    },
    {
      what: "axis 0",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const m = tf.where(keep, scores, tf.fill(scores.shape, -1e9));
return tf.mul(tf.transpose(tf.softmax(tf.transpose(m))), tf.cast(keep, "float32"));`,
    },
    {
      what: "mask times -1e9 inverted add",
      status: "failed",
      mistake: "inverted",
      body: `
return tf.softmax(tf.add(scores, tf.mul(tf.cast(keep, "float32"), -1e9)));`,
    },
  ],
  "07.4": [
    {
      what: "chained",
      status: "passed",
      body: `
return padding.logicalAnd(causal);`,
    },
    {
      what: "expanded",
      status: "passed",
      body: `
return tf.logicalAnd(tf.expandDims(causal, 0), padding);`,
    },
    {
      what: "mul cast",
      status: "passed",
      body: `
return tf.cast(tf.mul(tf.cast(causal, "int32"), tf.cast(padding, "int32")), "bool");`,
    },
    {
      what: "or",
      status: "failed",
      mistake: "or for and",
      body: `
return tf.logicalOr(causal, padding);`,
    },
    {
      what: "causal only",
      status: "failed",
      mistake: "the causal mask alone",
      body: `
return tf.tile(tf.expandDims(causal, 0), [padding.shape[0], 1, 1]);`,
    },
    {
      what: "padding only",
      status: "failed",
      mistake: "the padding mask alone",
      body: `
return tf.tile(padding, [1, causal.shape[0], 1]);`,
    },
    {
      what: "float",
      status: "failed",
      mistake: "numbers instead of true and false",
      body: `
return tf.mul(tf.cast(causal, "float32"), tf.cast(padding, "float32"));`,
    },
    {
      what: "pad queries too",
      status: "failed",
      mistake: "hides padding that asks as well",
      body: `
return tf.logicalAnd(tf.logicalAnd(causal, padding), tf.transpose(padding, [0, 2, 1]));`,
    },
    {
      what: "xor",
      status: "failed",
      mistake: "exactly one",
      body: `
return tf.logicalXor(causal, padding);`,
    },
    {
      what: "pad axis query",
      status: "failed",
      mistake: "padding along the queries",
      body: `
return tf.logicalAnd(causal, tf.transpose(padding, [0, 2, 1]));`,
    },
    {
      what: "first sentence",
      status: "failed",
      mistake: "the first sentence's padding for all",
      body: `
return tf.logicalAnd(causal, tf.slice(padding, [0, 0, 0], [1, -1, -1]));`,
    },
    {
      what: "not",
      status: "failed",
      mistake: "inverted",
      body: `
return tf.logicalNot(tf.logicalAnd(causal, padding));`,
    },
    {
      what: "add cast bool",
      status: "failed",
      mistake: "or for and",
      body: `
return tf.cast(tf.add(tf.cast(causal, "int32"), tf.cast(padding, "int32")), "bool");`,
    },
    {
      what: "causal transposed",
      status: "failed",
      mistake: "the causal mask transposed",
      body: `
return tf.logicalAnd(tf.transpose(causal), padding);`,
    },
  ],
  "07.5": [
    {
      what: "by hand",
      status: "passed",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "own functions, head loop",
      status: "passed",
      body: `
const keep = combineMasks(causalMask(ids.shape[1]), paddingMask(ids, 0));
const d = sequence.shape[2] / headCount;
const [q, k, v] = ["queries", "keys", "values"].map((n) =>
  tf.split(tf.matMul(sequence, projections[n]), headCount, -1)
);
const all = q.map((Q, h) => {
  const s = Q.matMul(k[h], false, true).div(Math.sqrt(d));
  const w = maskedSoftmax(s, keep);
  return { w, o: w.matMul(v[h]) };
});
return {
  output: tf.matMul(tf.concat(all.map((x) => x.o), -1), projections.output),
  weights: tf.stack(all.map((x) => x.w), 1),
};`,
    },
    {
      what: "no scale",
      status: "failed",
      mistake: "no scale",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.matMul(q, k, false, true);
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "scale by model",
      status: "failed",
      mistake: "scale by √d_model",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(m));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "no causal",
      status: "failed",
      mistake: "no causal mask",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.tile(paddingMask(ids, 0), [1, t, 1]);
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "no padding",
      status: "failed",
      mistake: "no padding mask",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.tile(tf.expandDims(causalMask(t), 0), [b, 1, 1]);
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "split by reshape",
      status: "failed",
      mistake: "splits without transposing",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.reshape(x, [b, headCount, t, d]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "merge by reshape",
      status: "failed",
      mistake: "merges without transposing",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(heads, [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "no output projection",
      status: "failed",
      mistake: "no output projection",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: merged, weights };`,
    },
    {
      what: "uniform blind rows",
      status: "failed",
      mistake: "an empty row shares its weight out",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e9)));
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "mask after softmax",
      status: "failed",
      mistake: "mask after the softmax",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(tf.softmax(scores), tf.cast(keep4, "float32"));
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "keys for values",
      status: "failed",
      mistake: "another projection for the values",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = k;
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "values unprojected",
      status: "failed",
      mistake: "values not projected",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = split(sequence);
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "or of masks",
      status: "failed",
      mistake: "what one of the masks allows",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalOr(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "interleaved heads",
      status: "failed",
      mistake: "deals the numbers out in turn",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, d, headCount]), [0, 3, 1, 2]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "future seen",
      status: "failed",
      mistake: "the causal mask transposed",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(
  tf.expandDims(tf.transpose(causalMask(t)), 0),
  paddingMask(ids, 0),
);
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "divide by d",
      status: "failed",
      mistake: "divides by dim",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), d);
const keep = tf.logicalAnd(tf.expandDims(causalMask(t), 0), paddingMask(ids, 0));
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "strict causal",
      status: "failed",
      mistake: "a place does not see itself",
      body: `
const [b, t, m] = sequence.shape, d = m / headCount;
const split = (x) => tf.transpose(tf.reshape(x, [b, t, headCount, d]), [0, 2, 1, 3]);
const p = (n) => split(tf.matMul(sequence, projections[n]));
const q = p("queries"), k = p("keys"), v = p("values");
const scores = tf.div(tf.matMul(q, k, false, true), Math.sqrt(d));
const keep = tf.logicalAnd(
  tf.expandDims(
    tf.less(tf.expandDims(tf.range(0, t), 0), tf.expandDims(tf.range(0, t), 1)),
    0,
  ),
  paddingMask(ids, 0),
);
const keep4 = tf.broadcastTo(tf.expandDims(keep, 1), scores.shape);
const weights = tf.mul(
  tf.softmax(tf.where(keep4, scores, tf.fill(scores.shape, -1e30))),
  tf.cast(keep4, "float32"),
);
const heads = tf.matMul(weights, v);
const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [b, t, m]);
return { output: tf.matMul(merged, projections.output), weights };`,
    },
  ],
};
