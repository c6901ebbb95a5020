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
    {
      what: "notEqual with an int scalar, chained expandDims",
      status: "passed",
      body: `
  return tf.notEqual(ids, tf.scalar(padId, "int32")).expandDims(1);`,
    },
    {
      what: "arrays and map",
      status: "passed",
      body: `
  const sentences = ids.arraySync() as number[][];
  const table = sentences.map((sentence) => [sentence.map((id) => id === padId ? 0 : 1)]);
  return tf.tensor3d(table, [sentences.length, 1, sentences[0].length], "bool");`,
    },
    {
      what: "0 written by hand",
      status: "failed",
      mistake: "always hides 0",
      body: `
  const isWord = tf.notEqual(ids, tf.scalar(0, "int32"));
  return tf.expandDims(isWord, 1);`,
    },
    {
      what: "new axis at the end",
      status: "failed",
      mistake: "hides queries instead of keys",
      body: `
  return tf.expandDims(tf.notEqual(ids, padId), -1);`,
    },
    {
      what: "greater instead of notEqual",
      status: "failed",
      mistake: "keeps only ids above padId",
      body: `
  const words = tf.greater(ids, tf.scalar(padId, "int32"));
  return tf.expandDims(words, 1);`,
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
    {
      what: "two loops",
      status: "passed",
      body: `
  const table: number[][] = [];
  for (let query = 0; query < length; query++) {
    const row: number[] = [];
    for (let key = 0; key < length; key++) row.push(key <= query ? 1 : 0);
    table.push(row);
  }
  return tf.tensor2d(table, [length, length], "bool");`,
    },
    {
      what: "bandPart of ones",
      status: "passed",
      body: `
  const triangle = tf.linalg.bandPart(tf.ones([length, length]), -1, 0);
  return tf.cast(triangle, "bool");`,
    },
    {
      what: "strict (2)",
      status: "failed",
      mistake: "strict triangle",
      body: `
  const places = tf.range(0, length, 1, "int32");
  const keys = tf.expandDims(places, 0);
  const queries = tf.expandDims(places, 1);
  return tf.less(keys, queries);`,
    },
    {
      what: "axes swapped",
      status: "failed",
      mistake: "transposed",
      body: `
  const queries = tf.range(0, length).expandDims(0);
  const keys = tf.range(0, length).expandDims(1);
  return tf.lessEqual(keys, queries);`,
    },
    {
      what: "true means hidden",
      status: "failed",
      mistake: "inverted",
      body: `
  const places = Array.from({ length }, (_, i) => i);
  const table = places.map((query) => places.map((key) => key > query));
  return tf.tensor2d(table, [length, length], "bool");`,
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
    {
      what: "where, softmax, mask once more",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const lowered = tf.where(keep, scores, tf.fill(scores.shape, -1e9));
    return tf.mul(tf.softmax(lowered), tf.cast(keep, "float32"));
  });`,
    },
    {
      what: "rows in plain arrays",
      status: "passed",
      body: `
  const table = scores.arraySync() as number[][];
  const allowed = keep.arraySync() as number[][];
  const weights = table.map((row, query) => {
    const seen = row.filter((_, key) => Boolean(allowed[query][key]));
    if (seen.length === 0) return row.map(() => 0);
    const top = Math.max(...seen);
    const powers = row.map((score, key) => allowed[query][key] ? Math.exp(score - top) : 0);
    const total = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / total);
  });
  return tf.tensor2d(weights, [table.length, table[0].length]);`,
    },
    {
      what: "other convention of the mask",
      status: "failed",
      mistake: "inverted",
      body: `
  const mask = tf.cast(keep, "float32");
  const lowered = tf.add(scores, tf.mul(mask, -1e9));
  return tf.mul(tf.softmax(lowered), mask);`,
    },
    {
      what: "Number.MIN_VALUE as the lowest number",
      status: "failed",
      mistake: "0 for −∞",
      body: `
  const lowered = tf.where(keep, scores, tf.fill(scores.shape, Number.MIN_VALUE));
  return tf.mul(tf.softmax(lowered), tf.cast(keep, "float32"));`,
    },
    {
      what: "-Infinity and times mask",
      status: "failed",
      mistake: "NaN on a row with nothing to see",
      body: `
  const lowered = tf.where(keep, scores, -Infinity);
  const weights = tf.softmax(lowered);
  return tf.mul(weights, tf.cast(keep, "float32"));`,
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
    {
      what: "broadcast and",
      status: "passed",
      body: `
  return tf.logicalAnd(tf.expandDims(causal, 0), padding);`,
    },
    {
      what: "nested maps",
      status: "passed",
      body: `
  const past = causal.arraySync() as number[][];
  const words = padding.arraySync() as number[][][];
  const both = words.map(([isWord]) =>
    past.map((row) => row.map((seen, key) => seen && isWord[key] ? 1 : 0))
  );
  return tf.tensor3d(both, [words.length, past.length, past[0].length], "bool");`,
    },
    {
      what: "or (2)",
      status: "failed",
      mistake: "or for and",
      body: `
  return tf.logicalOr(causal, padding);`,
    },
    {
      what: "product of numbers, not bool",
      status: "failed",
      mistake: "numbers instead of true and false",
      body: `
  const past = tf.cast(causal, "float32");
  const words = tf.cast(padding, "float32");
  return tf.mul(tf.expandDims(past, 0), words);`,
    },
    {
      what: "rows of padding emptied as well",
      status: "failed",
      mistake: "hides padding that asks as well",
      body: `
  const keys = tf.logicalAnd(causal, padding);
  const queries = tf.transpose(padding, [0, 2, 1]);
  return tf.logicalAnd(keys, queries);`,
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
    {
      what: "four axes at once, chained, in a tidy",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const [batch, time, model] = sequence.shape;
    const size = model / headCount;
    const flat = tf.reshape(sequence, [batch * time, model]);
    const [queries, keys, values] = [projections.queries, projections.keys, projections.values]
      .map((matrix) =>
        tf.transpose(
          tf.reshape(tf.matMul(flat, matrix), [batch, time, headCount, size]),
          [0, 2, 1, 3],
        )
      );

    const places = tf.range(0, time, 1, "int32");
    const causal = tf.lessEqual(tf.expandDims(places, 0), tf.expandDims(places, 1));
    const padding = tf.expandDims(tf.notEqual(ids, tf.scalar(0, "int32")), 1);
    const keep = tf.expandDims(tf.cast(tf.logicalAnd(causal, padding), "float32"), 1);

    const scores = tf.matMul(queries, keys, false, true).div(Math.sqrt(size));
    const weights = scores.add(keep.sub(1).mul(1e9)).softmax().mul(keep);
    const heads = tf.matMul(weights, values);
    const merged = tf.reshape(tf.transpose(heads, [0, 2, 1, 3]), [batch * time, model]);
    const output = tf.reshape(tf.matMul(merged, projections.output), [batch, time, model]);
    return { output, weights };
  });`,
    },
    {
      what: "loops over plain arrays",
      status: "passed",
      body: `
  const [batch, time, model] = sequence.shape;
  const size = model / headCount;
  const texts = sequence.arraySync() as number[][][];
  const words = ids.arraySync() as number[][];
  const times = (rows: number[][], matrix: tf.Tensor) => {
    const entries = matrix.arraySync() as number[][];
    return rows.map((row) =>
      entries[0].map((_, j) => row.reduce((sum, value, i) => sum + value * entries[i][j], 0))
    );
  };
  const outputs: number[][][] = [];
  const allWeights: number[][][][] = [];
  for (let b = 0; b < batch; b++) {
    const queries = times(texts[b], projections.queries);
    const keys = times(texts[b], projections.keys);
    const values = times(texts[b], projections.values);
    const merged = Array.from({ length: time }, () => new Array<number>(model).fill(0));
    const heads: number[][][] = [];
    for (let head = 0; head < headCount; head++) {
      const first = head * size;
      const rows: number[][] = [];
      for (let t = 0; t < time; t++) {
        const row = new Array<number>(time).fill(0);
        const seen: number[] = [];
        for (let s = 0; s <= t; s++) if (words[b][s] !== 0) seen.push(s);
        const scores = seen.map((s) => {
          let dot = 0;
          for (let i = first; i < first + size; i++) dot += queries[t][i] * keys[s][i];
          return dot / Math.sqrt(size);
        });
        const top = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - top));
        const total = powers.reduce((sum, power) => sum + power, 0);
        seen.forEach((s, n) => {
          row[s] = powers[n] / total;
          for (let i = first; i < first + size; i++) merged[t][i] += row[s] * values[s][i];
        });
        rows.push(row);
      }
      heads.push(rows);
    }
    allWeights.push(heads);
    outputs.push(times(merged, projections.output));
  }
  return {
    output: tf.tensor3d(outputs, [batch, time, model]),
    weights: tf.tensor4d(allWeights, [batch, headCount, time, time]),
  };`,
    },
    {
      what: "scaled by the whole width",
      status: "failed",
      mistake: "scale by √d_model",
      body: `
  const [batch, time, model] = sequence.shape;
  const size = model / headCount;
  const split = (matrix: tf.Tensor) => {
    const projected = tf.matMul(sequence, matrix);
    return tf.transpose(tf.reshape(projected, [batch, time, headCount, size]), [0, 2, 1, 3]);
  };
  const queries = split(projections.queries);
  const keys = split(projections.keys);
  const values = split(projections.values);

  const places = tf.range(0, time, 1, "int32");
  const causal = tf.lessEqual(tf.expandDims(places, 0), tf.expandDims(places, 1));
  const padding = tf.expandDims(tf.notEqual(ids, tf.scalar(0, "int32")), 1);
  const keep = tf.expandDims(tf.cast(tf.logicalAnd(causal, padding), "float32"), 1);

  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(model));
  const lowered = tf.add(scores, tf.mul(tf.sub(keep, 1), 1e9));
  const weights = tf.mul(tf.softmax(lowered), keep);
  const merged = tf.reshape(tf.transpose(tf.matMul(weights, values), [0, 2, 1, 3]), [batch, time, model]);
  return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "heads merged without transposing back",
      status: "failed",
      mistake: "merges without transposing",
      body: `
  const [batch, time, model] = sequence.shape;
  const size = model / headCount;
  const split = (matrix: tf.Tensor) => {
    const projected = tf.matMul(sequence, matrix);
    return tf.transpose(tf.reshape(projected, [batch, time, headCount, size]), [0, 2, 1, 3]);
  };
  const queries = split(projections.queries);
  const keys = split(projections.keys);
  const values = split(projections.values);

  const places = tf.range(0, time, 1, "int32");
  const causal = tf.lessEqual(tf.expandDims(places, 0), tf.expandDims(places, 1));
  const padding = tf.expandDims(tf.notEqual(ids, tf.scalar(0, "int32")), 1);
  const keep = tf.expandDims(tf.cast(tf.logicalAnd(causal, padding), "float32"), 1);

  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(size));
  const lowered = tf.add(scores, tf.mul(tf.sub(keep, 1), 1e9));
  const weights = tf.mul(tf.softmax(lowered), keep);
  const merged = tf.reshape(tf.matMul(weights, values), [batch, time, model]);
  return { output: tf.matMul(merged, projections.output), weights };`,
    },
    {
      what: "padding on the query axis",
      status: "failed",
      mistake: "padding hidden as a query, not as a key",
      body: `
  const [batch, time, model] = sequence.shape;
  const size = model / headCount;
  const split = (matrix: tf.Tensor) => {
    const projected = tf.matMul(sequence, matrix);
    return tf.transpose(tf.reshape(projected, [batch, time, headCount, size]), [0, 2, 1, 3]);
  };
  const queries = split(projections.queries);
  const keys = split(projections.keys);
  const values = split(projections.values);

  const places = tf.range(0, time, 1, "int32");
  const causal = tf.lessEqual(tf.expandDims(places, 0), tf.expandDims(places, 1));
  const padding = tf.expandDims(tf.notEqual(ids, tf.scalar(0, "int32")), 2);
  const keep = tf.expandDims(tf.cast(tf.logicalAnd(causal, padding), "float32"), 1);

  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(size));
  const lowered = tf.add(scores, tf.mul(tf.sub(keep, 1), 1e9));
  const weights = tf.mul(tf.softmax(lowered), keep);
  const merged = tf.reshape(tf.transpose(tf.matMul(weights, values), [0, 2, 1, 3]), [batch, time, model]);
  return { output: tf.matMul(merged, projections.output), weights };`,
    },
  ],
};
