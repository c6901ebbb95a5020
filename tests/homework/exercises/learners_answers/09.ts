/** Answers to the exercises of notebook 09 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "09.1": [
    {
      what: "plain",
      status: "passed",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "nll and mean",
      status: "passed",
      body: `
return tf.tidy(() => {
  const lp = logits.logSoftmax();
  const V = logits.shape[1];
  const nll = lp.mul(tf.oneHot(targets.toInt(), V)).sum(-1).neg();
  const 고른 = lp.mean(-1).neg();
  const k = targets.notEqual(padId).toFloat();
  return nll.mul(1 - smoothing).add(고른.mul(smoothing)).mul(k).sum().div(k.sum());
});`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
const L = logits.arraySync(), T = targets.arraySync();
let s = 0, n = 0;
L.forEach((row, i) => {
  if (T[i] === padId) return;
  n++;
  const m = Math.max(...row), z = m + Math.log(row.reduce((a, x) => a + Math.exp(x - m), 0));
  row.forEach((x, j) => {
    s -= ((j === T[i] ? 1 - smoothing : 0) + smoothing / row.length) * (x - z);
  });
});
return tf.scalar(s / n);`,
    },
    {
      what: "over V-1",
      status: "failed",
      mistake: "only the wrong tokens share it",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.where(
  tf.cast(hot, "bool"),
  tf.fill(hot.shape, 1 - smoothing),
  tf.fill(hot.shape, smoothing / (V - 1)),
);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "eps/V others, 1-eps right",
      status: "failed",
      mistake: "the mass does not sum to 1",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.where(
  tf.cast(hot, "bool"),
  tf.fill(hot.shape, 1 - smoothing),
  tf.fill(hot.shape, smoothing / V),
);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "eps without V",
      status: "failed",
      mistake: "the mass does not sum to 1",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "no 1-eps",
      status: "failed",
      mistake: "the mass does not sum to 1",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(hot, smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "no smoothing",
      status: "failed",
      mistake: "no smoothing",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = hot;
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "mean over all rows",
      status: "failed",
      mistake: "rows whose target is padding count in the mean",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), loss.shape[0]);`,
    },
    {
      what: "padding counted",
      status: "failed",
      mistake: "rows whose target is padding count in the mean",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.mean(loss);`,
    },
    {
      what: "sum",
      status: "failed",
      mistake: "sum instead of mean",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.sum(tf.mul(loss, keep));`,
    },
    {
      what: "sign",
      status: "failed",
      mistake: "forgets the minus sign",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.sum(tf.mul(want, logp), -1);
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "log of softmax overflow",
      status: "failed",
      mistake: "right, but NaN or ∞ in places",
      body: `
const V = logits.shape[1];
const logp = tf.log(tf.div(tf.exp(logits), tf.sum(tf.exp(logits), -1, true)));
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "log(softmax)",
      status: "failed",
      mistake: "the log of a softmax that is 0",
      body: `
const V = logits.shape[1];
const logp = tf.log(tf.softmax(logits));
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "mean over vocab",
      status: "failed",
      mistake: "a mean over the vocabulary too",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.mean(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "pad 0",
      status: "failed",
      mistake: "takes 0 for padding",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(0, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "no log (p)",
      status: "failed",
      mistake: "no logarithm",
      body: `
const V = logits.shape[1];
const logp = tf.softmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "KL",
      status: "failed",
      mistake: "the KL divergence",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.sum(tf.mul(want, tf.sub(tf.log(want), logp)), -1);
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "double softmax",
      status: "failed",
      mistake: "softmax twice",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(tf.softmax(logits));
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "keep only padding",
      status: "failed",
      mistake: "padding alone counts",
      body: `
const V = logits.shape[1];
const logp = tf.logSoftmax(logits);
const hot = tf.oneHot(tf.cast(targets, "int32"), V);
const want = tf.add(tf.mul(hot, 1 - smoothing), smoothing / V);
const loss = tf.neg(tf.sum(tf.mul(want, logp), -1));
const keep = tf.cast(tf.equal(targets, tf.scalar(padId, "int32")), "float32");
return tf.div(tf.sum(tf.mul(loss, keep)), tf.sum(keep));`,
    },
    {
      what: "ops in a tidy",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const vocab = logits.shape[1];
    const wanted = tf.oneHot(targets, vocab).mul(1 - smoothing).add(smoothing / vocab);
    const rowLoss = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
    const real = tf.cast(tf.notEqual(targets, padId), "float32");
    return tf.div(tf.sum(tf.mul(rowLoss, real)), tf.sum(real));
  });`,
    },
    {
      what: "loops over arrays, log-sum-exp by hand",
      status: "passed",
      body: `
  const rows = logits.arraySync() as number[][];
  const ids = Array.from(targets.dataSync());
  let sum = 0;
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] === padId) continue;
    const row = rows[i];
    let largest = -Infinity;
    for (const z of row) if (z > largest) largest = z;
    let powers = 0;
    for (const z of row) powers += Math.exp(z - largest);
    const logTotal = largest + Math.log(powers);
    // -(1 - eps) log p_right - eps * mean of all log p
    let all = 0;
    for (const z of row) all += logTotal - z;
    sum += (1 - smoothing) * (logTotal - row[ids[i]]) + smoothing * all / row.length;
    count++;
  }
  return tf.scalar(sum / count);`,
    },
    {
      what: "padded rows count in the mean",
      status: "failed",
      mistake: "rows whose target is padding count in the mean",
      body: `
  const vocab = logits.shape[1];
  const hot = tf.oneHot(targets, vocab);
  const wanted = tf.add(tf.mul(hot, 1 - smoothing), smoothing / vocab);
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  const mask = tf.cast(tf.notEqual(targets, padId), "float32");
  return tf.mean(tf.mul(losses, mask));`,
    },
    {
      what: "right token without its share",
      status: "failed",
      mistake: "the mass does not sum to 1",
      body: `
  const logP = tf.logSoftmax(logits).arraySync() as number[][];
  const ids = targets.arraySync() as number[];
  const losses: number[] = [];
  ids.forEach((id, row) => {
    if (id === padId) return;
    const vocab = logP[row].length;
    const w = new Array(vocab).fill(smoothing / vocab);
    w[id] = 1 - smoothing;
    losses.push(-logP[row].reduce((sum, lp, j) => sum + w[j] * lp, 0));
  });
  return tf.scalar(losses.reduce((a, b) => a + b, 0) / losses.length);`,
    },
    {
      what: "log of softmax",
      status: "failed",
      mistake: "the log of a softmax that is 0",
      body: `
  const vocab = logits.shape[1];
  const wanted = tf.add(tf.mul(tf.oneHot(targets, vocab), 1 - smoothing), smoothing / vocab);
  const logP = tf.log(tf.softmax(logits));
  const rows = tf.neg(tf.sum(tf.mul(wanted, logP), -1));
  const mask = tf.cast(tf.notEqual(targets, padId), "float32");
  return tf.div(tf.sum(tf.mul(rows, mask)), tf.sum(mask));`,
    },
  ],
  "09.2": [
    {
      what: "map",
      status: "passed",
      body: `
return Array.from({ length: steps }, (_, i) => {
  const t = i + 1;
  return modelSize ** -0.5 * Math.min(t ** -0.5, t * warmup ** -1.5);
});`,
    },
    {
      what: "from 0",
      status: "failed",
      mistake: "step from 0",
      body: `
return Array.from({ length: steps }, (_, i) => i).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "max",
      status: "failed",
      mistake: "max for min",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.max(1 / Math.sqrt(t), t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "no d",
      status: "failed",
      mistake: "without the size of the model",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup ** 1.5)
);`,
    },
    {
      what: "times sqrt d",
      status: "failed",
      mistake: "another power of d",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup ** 1.5) * Math.sqrt(modelSize)
);`,
    },
    {
      what: "w not 1.5",
      status: "failed",
      mistake: "another power of w",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "divided by d",
      status: "failed",
      mistake: "another power of d",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup ** 1.5) / modelSize
);`,
    },
    {
      what: "no root of t",
      status: "failed",
      mistake: "1/t for 1/√t",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / t, t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "constant after",
      status: "failed",
      mistake: "never falls",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(warmup), t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "one too many",
      status: "failed",
      mistake: "one rate too many",
      body: `
return Array.from({ length: steps + 1 }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "no warmup",
      status: "failed",
      mistake: "no warm-up",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  1 / Math.sqrt(t) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "sqrt(w)",
      status: "failed",
      mistake: "another power of w",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / Math.sqrt(warmup)) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "w*1.5",
      status: "failed",
      mistake: "another power of w",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(1 / Math.sqrt(t), t / (warmup * 1.5)) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "sqrt t not inverted",
      status: "failed",
      mistake: "√t for 1/√t",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  Math.min(Math.sqrt(t), t / warmup ** 1.5) / Math.sqrt(modelSize)
);`,
    },
    {
      what: "warmup never ends",
      status: "failed",
      mistake: "never falls",
      body: `
return Array.from({ length: steps }, (_, i) => i + 1).map((t) =>
  t / warmup ** 1.5 / Math.sqrt(modelSize)
);`,
    },
    {
      what: "Array.from with the formula",
      status: "passed",
      body: `
  return Array.from({ length: steps }, (_, i) => {
    const t = i + 1;
    return modelSize ** -0.5 * Math.min(t ** -0.5, t * warmup ** -1.5);
  });`,
    },
    {
      what: "loop in two phases",
      status: "passed",
      body: `
  const rates: number[] = [];
  const scale = 1 / Math.sqrt(modelSize);
  for (let t = 1; t <= steps; t++) {
    if (t < warmup) {
      rates.push(scale * t / (warmup * Math.sqrt(warmup)));
    } else {
      rates.push(scale / Math.sqrt(t));
    }
  }
  return rates;`,
    },
    {
      what: "steps counted from 0",
      status: "failed",
      mistake: "step from 0",
      body: `
  return [...Array(steps).keys()].map((t) =>
    1 / Math.sqrt(modelSize) * Math.min(1 / Math.sqrt(t), t / warmup ** 1.5)
  );`,
    },
    {
      what: "times 1.5 instead of to the power 1.5",
      status: "failed",
      mistake: "another power of w",
      body: `
  const rates = [];
  for (let t = 1; t <= steps; t++) {
    rates.push((1 / Math.sqrt(modelSize)) * Math.min(1 / Math.sqrt(t), t / (warmup * 1.5)));
  }
  return rates;`,
    },
    {
      what: "loop stops one early",
      status: "failed",
      mistake: "one rate too few",
      body: `
  const rates: number[] = [];
  for (let t = 1; t < steps; t++) {
    const rate = Math.min(1 / Math.sqrt(t), t / Math.pow(warmup, 1.5)) / Math.sqrt(modelSize);
    rates.push(rate);
  }
  return rates;`,
    },
  ],
  "09.3": [
    {
      what: "flatMap",
      status: "passed",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "loops",
      status: "passed",
      body: `
const 후보: { tokens: number[]; logProbability: number; s: number }[] = [];
const push = (tokens: number[], logProbability: number) =>
  후보.push({
    tokens,
    logProbability,
    s: logProbability / Math.pow((5 + tokens.length) / 6, alpha),
  });
for (const { tokens, logProbability } of beam) {
  if (tokens.length > 0 && tokens[tokens.length - 1] === endId) push(tokens, logProbability);
  else {step([startId].concat(tokens)).forEach((p, id) =>
      push(tokens.concat(id), logProbability + p)
    );}
}
후보.sort((a, b) => b.s - a.s);
return 후보.slice(0, width).map(({ tokens, logProbability }) => ({ tokens, logProbability }));`,
    },
    {
      what: "no length",
      status: "failed",
      mistake: "no length normalisation",
      body: `
const score = (h) => h.logProbability;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "old length",
      status: "failed",
      mistake: "n before the new token",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length - 1) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "counts start",
      status: "failed",
      mistake: "counts <sos>",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length + 1) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "extends ended",
      status: "failed",
      mistake: "finished beams extended",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (false) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "drops ended",
      status: "failed",
      mistake: "finished beams dropped",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "no start",
      status: "failed",
      mistake: "hides <sos> from the step",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step(h.tokens);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "worst",
      status: "failed",
      mistake: "the worst first",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(a) - score(b)).slice(0, width);`,
    },
    {
      what: "multiply logs",
      status: "failed",
      mistake: "multiplies log-probabilities",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability * p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "not accumulated",
      status: "failed",
      mistake: "forgets what came before",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({ tokens: [...h.tokens, id], logProbability: p }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "returns score",
      status: "failed",
      mistake: "the score in the place of the log-probability",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width).map((h) => ({
  ...h,
  logProbability: score(h),
}));`,
    },
    {
      what: "greedy each",
      status: "failed",
      mistake: "one extension of each hypothesis",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
return beam.map((h) => {
  if (h.tokens.at(-1) === endId) return h;
  const lp = step([startId, ...h.tokens]);
  const id = lp.indexOf(Math.max(...lp));
  return { tokens: [...h.tokens, id], logProbability: h.logProbability + lp[id] };
}).sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "divide by n",
      status: "failed",
      mistake: "divides by the length",
      body: `
const score = (h) => h.logProbability / h.tokens.length ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "multiplied penalty",
      status: "failed",
      mistake: "multiplies by the penalty",
      body: `
const score = (h) => h.logProbability * ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "alpha multiplied",
      status: "failed",
      mistake: "multiplies by α instead of raising to it",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6 * alpha);
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "all kept",
      status: "failed",
      mistake: "not cut to the width",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, all.length);`,
    },
    {
      what: "includes start token",
      status: "failed",
      mistake: "<sos> among the tokens",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width).map((h) => ({
  ...h,
  tokens: [startId, ...h.tokens],
}));`,
    },
    {
      what: "one less",
      status: "failed",
      mistake: "one hypothesis too many or too few",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width - 1);`,
    },
    {
      what: "width per hypothesis... unsorted",
      status: "failed",
      mistake: "not sorted when it is cut",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) =>
  h.tokens.at(-1) === endId ? [h] : step([startId, ...h.tokens]).map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  })).sort((a, b) => score(b) - score(a)).slice(0, width)
);
return all.slice(0, width);`,
    },
    {
      what: "end anywhere by includes startId",
      status: "failed",
      mistake: "finished beams extended",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
const all = beam.flatMap((h) => {
  if (h.tokens.includes(startId)) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "(5+n)/(5+1) ** alpha missing exponent",
      status: "failed",
      mistake: "α does not reach the length",
      body: `
const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6);
const all = beam.flatMap((h) => {
  if (h.tokens.at(-1) === endId) return [h];
  const lp = step([startId, ...h.tokens]);
  return lp.map((p, id) => ({
    tokens: [...h.tokens, id],
    logProbability: h.logProbability + p,
  }));
});
return all.sort((a, b) => score(b) - score(a)).slice(0, width);`,
    },
    {
      what: "flatMap, sort, slice",
      status: "passed",
      body: `
  const score = ({ tokens, logProbability }: { tokens: number[]; logProbability: number }) =>
    logProbability / ((5 + tokens.length) / 6) ** alpha;
  return beam
    .flatMap(({ tokens, logProbability }) =>
      tokens.at(-1) === endId
        ? [{ tokens: [...tokens], logProbability }]
        : step([startId, ...tokens]).map((each, id) => ({
          tokens: [...tokens, id],
          logProbability: logProbability + each,
        }))
    )
    .sort((a, b) => score(b) - score(a))
    .slice(0, width);`,
    },
    {
      what: "loops, takes the best again and again",
      status: "passed",
      body: `
  const candidates: { tokens: number[]; logProbability: number }[] = [];
  const scores: number[] = [];
  const add = (tokens: number[], logProbability: number) => {
    candidates.push({ tokens, logProbability });
    scores.push(logProbability * Math.pow(6 / (5 + tokens.length), alpha));
  };
  for (const hypothesis of beam) {
    const { tokens } = hypothesis;
    if (tokens.length > 0 && tokens[tokens.length - 1] === endId) {
      add(tokens.slice(), hypothesis.logProbability);
      continue;
    }
    const next = step([startId].concat(tokens));
    for (let id = 0; id < next.length; id++) {
      add(tokens.concat(id), hypothesis.logProbability + next[id]);
    }
  }
  const result: { tokens: number[]; logProbability: number }[] = [];
  const used = new Set<number>();
  while (result.length < width && result.length < candidates.length) {
    let best = -1;
    for (let i = 0; i < candidates.length; i++) {
      if (used.has(i)) continue;
      if (best < 0 || scores[i] > scores[best]) best = i;
    }
    used.add(best);
    result.push(candidates[best]);
  }
  return result;`,
    },
    {
      what: "length before the new token",
      status: "failed",
      mistake: "n before the new token",
      body: `
  const candidates: { tokens: number[]; logProbability: number; score: number }[] = [];
  for (const { tokens, logProbability } of beam) {
    const penalty = ((5 + tokens.length) / 6) ** alpha;
    if (tokens[tokens.length - 1] === endId) {
      candidates.push({ tokens, logProbability, score: logProbability / penalty });
    } else {
      step([startId, ...tokens]).forEach((lp, id) => {
        const sum = logProbability + lp;
        candidates.push({ tokens: [...tokens, id], logProbability: sum, score: sum / penalty });
      });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  return candidates.slice(0, width).map(({ tokens, logProbability }) => ({ tokens, logProbability }));`,
    },
    {
      what: "step without <sos>",
      status: "failed",
      mistake: "hides <sos> from the step",
      body: `
  const score = (h: { tokens: number[]; logProbability: number }) =>
    h.logProbability / Math.pow((5 + h.tokens.length) / 6, alpha);
  const candidates: { tokens: number[]; logProbability: number }[] = [];
  for (const h of beam) {
    if (h.tokens.at(-1) === endId) {
      candidates.push(h);
      continue;
    }
    const logProbs = step(h.tokens);
    for (let id = 0; id < logProbs.length; id++) {
      candidates.push({ tokens: [...h.tokens, id], logProbability: h.logProbability + logProbs[id] });
    }
  }
  candidates.sort((a, b) => score(b) - score(a));
  return candidates.slice(0, width);`,
    },
    {
      what: "ended ones always stay",
      status: "failed",
      mistake: "finished beams need not compete",
      body: `
  type Hypothesis = { tokens: number[]; logProbability: number };
  const byScore = (a: Hypothesis, b: Hypothesis) => score(b) - score(a);
  const score = (h: Hypothesis) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
  const finished = beam.filter((h) => h.tokens.at(-1) === endId);
  const open = beam.filter((h) => h.tokens.at(-1) !== endId);
  const extended = open.flatMap((h) =>
    step([startId, ...h.tokens]).map((lp, id) => ({
      tokens: [...h.tokens, id],
      logProbability: h.logProbability + lp,
    }))
  );
  const best = extended.sort(byScore).slice(0, width - finished.length);
  return [...finished, ...best].sort(byScore);`,
    },
  ],
  "09.4": [
    {
      what: "maps",
      status: "passed",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "JSON keys",
      status: "passed",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).map((w) => JSON.stringify(w)).join();
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "not clipped",
      status: "failed",
      mistake: "no clipping",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += ref.has(g) ? k : 0;
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "no brevity",
      status: "failed",
      mistake: "no brevity penalty",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(0 + logs / 4);`,
    },
    {
      what: "no 100",
      status: "failed",
      mistake: "from 0 to 1",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "bp inverted",
      status: "failed",
      mistake: "the lengths in the penalty exchanged",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - c / r) + logs / 4);`,
    },
    {
      what: "no min",
      status: "failed",
      mistake: "long translations gain",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(1 - r / c + logs / 4);`,
    },
    {
      what: "no root",
      status: "failed",
      mistake: "the product without the root",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 1);`,
    },
    {
      what: "bigrams only",
      status: "failed",
      mistake: "not all four lengths of runs",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 2; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 2);`,
    },
    {
      what: "last run lost",
      status: "failed",
      mistake: "the last run is missed",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i < s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "recall",
      status: "failed",
      mistake: "divided by the reference's runs",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / references.reduce((s, h) => s + Math.max(0, h.length - n + 1), 0));
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "distinct",
      status: "failed",
      mistake: "each run counted once",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += ref.has(g) ? 1 : 0;
      all += 1;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "mean of sentences",
      status: "failed",
      mistake: "a mean of sentences",
      body: `
const one = (h, ref) => {
  const grams = (s, n) => {
    const c = new Map();
    for (let i = 0; i <= s.length - n; i++) {
      const g = s.slice(i, i + n).join("\\u0000");
      c.set(g, (c.get(g) ?? 0) + 1);
    }
    return c;
  };
  let logs = 0;
  for (let n = 1; n <= 4; n++) {
    let hit = 0, all = 0;
    const R = grams(ref, n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, R.get(g) ?? 0);
      all += k;
    }
    if (hit === 0) return 0;
    logs += Math.log(hit / all);
  }
  return 100 * Math.exp(Math.min(0, 1 - ref.length / h.length) + logs / 4);
};
return hypotheses.reduce((s, h, i) => s + one(h, references[i]), 0) / hypotheses.length;`,
    },
    {
      what: "arithmetic mean",
      status: "failed",
      mistake: "the ordinary mean of the precisions",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let sum = 0;
const c = hypotheses.flat().length, r = references.flat().length;
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  sum += hit / all;
}
return 100 * Math.exp(Math.min(0, 1 - r / c)) * sum / 4;`,
    },
    {
      what: "references pooled",
      status: "failed",
      mistake: "looks in all references",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references.flat(), n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "joined without separator",
      status: "failed",
      mistake: "words run together",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "zero p skipped",
      status: "failed",
      mistake: "a precision of 0 is smoothed away",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) continue;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);`,
    },
    {
      what: "log of ratio bp",
      status: "failed",
      mistake: "the ratio of the lengths for the penalty",
      body: `
const grams = (s, n) => {
  const c = new Map();
  for (let i = 0; i <= s.length - n; i++) {
    const g = s.slice(i, i + n).join("\\u0000");
    c.set(g, (c.get(g) ?? 0) + 1);
  }
  return c;
};
let logs = 0;
const c = hypotheses.reduce((s, h) => s + h.length, 0),
  r = references.reduce((s, h) => s + h.length, 0);
for (let n = 1; n <= 4; n++) {
  let hit = 0, all = 0;
  hypotheses.forEach((h, i) => {
    const ref = grams(references[i], n);
    for (const [g, k] of grams(h, n)) {
      hit += Math.min(k, ref.get(g) ?? 0);
      all += k;
    }
  });
  if (hit === 0) return 0;
  logs += Math.log(hit / all);
}
return 100 * Math.exp(Math.min(0, Math.log(c / r)) + logs / 4);`,
    },
    {
      what: "Maps of counts, mean of logarithms",
      status: "passed",
      body: `
  const countRuns = (words: string[], n: number) => {
    const counts = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const key = JSON.stringify(words.slice(i, i + n));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  let logSum = 0;
  for (let n = 1; n <= 4; n++) {
    let hits = 0;
    let total = 0;
    for (let s = 0; s < hypotheses.length; s++) {
      const inReference = countRuns(references[s], n);
      for (const [run, count] of countRuns(hypotheses[s], n)) {
        hits += Math.min(count, inReference.get(run) ?? 0);
        total += count;
      }
    }
    if (hits === 0) return 0;
    logSum += Math.log(hits / total);
  }
  const c = hypotheses.reduce((sum, words) => sum + words.length, 0);
  const r = references.reduce((sum, words) => sum + words.length, 0);
  return 100 * Math.exp(Math.min(0, 1 - r / c) + logSum / 4);`,
    },
    {
      what: "lists, each hit crosses one off",
      status: "passed",
      body: `
  const runs = (words: string[], n: number) =>
    words.slice(n - 1).map((_, i) => words.slice(i, i + n).join("\\u0000"));
  const precisions = [1, 2, 3, 4].map((n) => {
    const hits = hypotheses.flatMap((words, s) => {
      const left = runs(references[s], n);
      return runs(words, n).filter((run) => {
        const at = left.indexOf(run);
        if (at === -1) return false;
        left.splice(at, 1);
        return true;
      });
    });
    return hits.length / hypotheses.flatMap((words) => runs(words, n)).length;
  });
  const [c, r] = [hypotheses, references].map((texts) => texts.flat().length);
  const brevity = r > c ? Math.exp(1 - r / c) : 1;
  return 100 * brevity * precisions.reduce((product, p) => product * p, 1) ** 0.25;`,
    },
    {
      what: "not clipped, as in the lesson",
      status: "failed",
      mistake: "no clipping",
      body: `
  const runs = (tokens: string[], n: number) =>
    tokens.slice(n - 1).map((_, i) => tokens.slice(i, i + n).join(" "));
  const precisions = [1, 2, 3, 4].map((n) => {
    let hits = 0;
    let total = 0;
    hypotheses.forEach((hypothesis, i) => {
      const wanted = runs(references[i], n);
      const written = runs(hypothesis, n);
      hits += written.filter((run) => wanted.includes(run)).length;
      total += written.length;
    });
    return hits / total;
  });
  const c = hypotheses.flat().length;
  const r = references.flat().length;
  const brevity = Math.exp(Math.min(0, 1 - r / c));
  return 100 * brevity * precisions.reduce((product, p) => product * p) ** (1 / 4);`,
    },
    {
      what: "all references in one pot",
      status: "failed",
      mistake: "looks in all references",
      body: `
  const count = (texts: string[][], n: number) => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (let i = 0; i <= text.length - n; i++) {
        const run = text.slice(i, i + n).join(" ");
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    }
    return counts;
  };
  let product = 1;
  for (let n = 1; n <= 4; n++) {
    const written = count(hypotheses, n);
    const wanted = count(references, n);
    let hits = 0;
    let total = 0;
    for (const [run, times] of written) {
      hits += Math.min(times, wanted.get(run) ?? 0);
      total += times;
    }
    product *= hits / total;
  }
  const c = hypotheses.flat().length;
  const r = references.flat().length;
  return 100 * Math.exp(Math.min(0, 1 - r / c)) * product ** (1 / 4);`,
    },
    {
      what: "c / r instead of r / c",
      status: "failed",
      mistake: "the lengths in the penalty exchanged",
      body: `
  let hypothesisLength = 0;
  let referenceLength = 0;
  const hits = [0, 0, 0, 0];
  const totals = [0, 0, 0, 0];
  for (let s = 0; s < hypotheses.length; s++) {
    hypothesisLength += hypotheses[s].length;
    referenceLength += references[s].length;
    for (let n = 1; n <= 4; n++) {
      const left = new Map<string, number>();
      for (let i = 0; i + n <= references[s].length; i++) {
        const run = references[s].slice(i, i + n).join(" ");
        left.set(run, (left.get(run) ?? 0) + 1);
      }
      for (let i = 0; i + n <= hypotheses[s].length; i++) {
        const run = hypotheses[s].slice(i, i + n).join(" ");
        totals[n - 1]++;
        const rest = left.get(run) ?? 0;
        if (rest > 0) {
          hits[n - 1]++;
          left.set(run, rest - 1);
        }
      }
    }
  }
  const product = hits.reduce((p, h, i) => p * h / totals[i], 1);
  const brevity = Math.exp(Math.min(0, 1 - hypothesisLength / referenceLength));
  return 100 * brevity * Math.pow(product, 1 / 4);`,
    },
  ],
  "09.5": [
    {
      what: "fixed steps",
      status: "passed",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "until",
      status: "passed",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 5000; i++) {
  const l = adam.minimize(loss, true);
  if (l.dataSync()[0] < 0.02) break;
}
return p;`,
    },
    {
      what: "one step",
      status: "failed",
      mistake: "one step and no more",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
adam.minimize(loss);
return p;`,
    },
    {
      what: "no training",
      status: "failed",
      mistake: "returns the numbers it started from",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
return p;`,
    },
    {
      what: "returns start",
      status: "failed",
      mistake: "returns the numbers it started from",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return start;`,
    },
    {
      what: "relu",
      status: "failed",
      mistake: "another activation than tanh",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.relu(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "no tanh",
      status: "failed",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      ((x) => x)(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "maximises",
      status: "failed",
      mistake: "the loss rises",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 300; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "sgd small",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.sgd(0.001);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "adam small, few",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.0001);
for (let i = 0; i < 100; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "double softmax",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(tf.softmax(logits))), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "squared error on logits",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.mean(tf.square(tf.sub(logits, hot)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "mean over vocab stops early",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(tf.mean(tf.sum(tf.mul(hot, tf.logSoftmax(logits)), -1)));
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 5000; i++) {
  const l = adam.minimize(loss, true);
  if (l.dataSync()[0] < 0.5) break;
}
return p;`,
    },
    {
      what: "logSoftmax over examples",
      status: "failed",
      body: `
const p = {
  hiddenWeights: tf.variable(start.hiddenWeights),
  hiddenBias: tf.variable(start.hiddenBias),
  outputWeights: tf.variable(start.outputWeights),
  outputBias: tf.variable(start.outputBias),
};
const V = start.outputBias.shape[0];
const hot = tf.oneHot(tf.cast(batch.labels, "int32"), V);
const loss = () => {
  const logits = tf.add(
    tf.matMul(
      tf.tanh(tf.add(tf.matMul(batch.inputs, p.hiddenWeights), p.hiddenBias)),
      p.outputWeights,
    ),
    p.outputBias,
  );
  return tf.neg(
    tf.mean(tf.sum(tf.mul(hot, tf.transpose(tf.logSoftmax(tf.transpose(logits)))), -1)),
  );
};
const adam = tf.train.adam(0.05);
for (let i = 0; i < 400; i++) adam.minimize(loss);
return p;`,
    },
    {
      what: "minimize until below 0.01",
      status: "passed",
      body: `
  const w1 = tf.variable(start.hiddenWeights);
  const b1 = tf.variable(start.hiddenBias);
  const w2 = tf.variable(start.outputWeights);
  const b2 = tf.variable(start.outputBias);
  const wanted = tf.oneHot(batch.labels, start.outputBias.shape[0]);
  const adam = tf.train.adam(0.05);
  const loss = () => {
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, w1), b1));
    const logits = tf.add(tf.matMul(hidden, w2), b2);
    return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1))) as tf.Scalar;
  };
  for (let i = 0; i < 10_000; i++) {
    const before = adam.minimize(loss, true, [w1, b1, w2, b2])!;
    const value = before.dataSync()[0];
    before.dispose();
    if (value < 0.01) break;
  }
  wanted.dispose();
  return { hiddenWeights: w1, hiddenBias: b1, outputWeights: w2, outputBias: b2 };`,
    },
    {
      what: "variableGrads and the library loss of tf",
      status: "passed",
      body: `
  const parts = {
    hiddenWeights: tf.variable(start.hiddenWeights),
    hiddenBias: tf.variable(start.hiddenBias),
    outputWeights: tf.variable(start.outputWeights),
    outputBias: tf.variable(start.outputBias),
  };
  const vocab = start.outputWeights.shape[1]!;
  const hot = tf.cast(tf.oneHot(batch.labels, vocab), "float32");
  const adam = tf.train.adam(0.05);
  let current = Infinity;
  let steps = 0;
  while (current > 0.005 && steps < 10_000) {
    const { value, grads } = tf.variableGrads(() => {
      const hidden = tf.matMul(batch.inputs, parts.hiddenWeights).add(parts.hiddenBias).tanh();
      const logits = hidden.matMul(parts.outputWeights).add(parts.outputBias);
      return tf.losses.softmaxCrossEntropy(hot, logits) as tf.Scalar;
    }, Object.values(parts));
    adam.applyGradients(grads);
    current = value.dataSync()[0];
    tf.dispose([value, grads]);
    steps++;
  }
  return parts;`,
    },
    {
      what: "returns the start",
      status: "failed",
      mistake: "returns the numbers it started from",
      body: `
  const hiddenWeights = tf.variable(start.hiddenWeights);
  const hiddenBias = tf.variable(start.hiddenBias);
  const outputWeights = tf.variable(start.outputWeights);
  const outputBias = tf.variable(start.outputBias);
  const adam = tf.train.adam(0.05);
  const wanted = tf.oneHot(batch.labels, start.outputBias.shape[0]);
  let loss = 1;
  for (let i = 0; i < 3000 && loss > 0.01; i++) {
    const before = adam.minimize(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
      const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
      return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1))) as tf.Scalar;
    }, true);
    loss = before!.dataSync()[0];
  }
  return start;`,
    },
    {
      what: "mean over words, too",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
  const w1 = tf.variable(start.hiddenWeights);
  const b1 = tf.variable(start.hiddenBias);
  const w2 = tf.variable(start.outputWeights);
  const b2 = tf.variable(start.outputBias);
  const hot = tf.oneHot(batch.labels, start.outputBias.shape[0]);
  const adam = tf.train.adam(0.05);
  for (let i = 0; i < 5000; i++) {
    const loss = adam.minimize(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, w1), b1));
      const logP = tf.logSoftmax(tf.add(tf.matMul(hidden, w2), b2));
      return tf.neg(tf.mean(tf.mul(hot, logP))) as tf.Scalar;
    }, true)!;
    if (loss.dataSync()[0] < 0.04) break;
  }
  return { hiddenWeights: w1, hiddenBias: b1, outputWeights: w2, outputBias: b2 };`,
    },
    {
      what: "a fixed, small number of steps",
      status: "failed",
      mistake: "the loss stays too large",
      body: `
  const w1 = tf.variable(start.hiddenWeights);
  const b1 = tf.variable(start.hiddenBias);
  const w2 = tf.variable(start.outputWeights);
  const b2 = tf.variable(start.outputBias);
  const wanted = tf.oneHot(batch.labels, start.outputBias.shape[0]);
  const adam = tf.train.adam(0.05);
  for (let i = 0; i < 30; i++) {
    adam.minimize(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, w1), b1));
      const logits = tf.add(tf.matMul(hidden, w2), b2);
      const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
      return tf.mean(losses) as tf.Scalar;
    });
  }
  return { hiddenWeights: w1, hiddenBias: b1, outputWeights: w2, outputBias: b2 };`,
    },
  ],
};
