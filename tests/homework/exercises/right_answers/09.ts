/** Right answers of notebook 09 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "09.1": {
    "methods of tensors": `const labelSmoothing = (logits, targets, { smoothing, padId }) => {
  const vocab = logits.shape[1];
  const wanted = tf.oneHot(targets, vocab).toFloat().mul(1 - smoothing).add(smoothing / vocab);
  const mask = targets.notEqual(padId).toFloat();
  return wanted.mul(logits.logSoftmax()).sum(-1).neg().mul(mask).sum().div(mask.sum());
};`,
    "a mixture of two losses": `function labelSmoothing(logits, targets, options) {
  const logp = tf.logSoftmax(logits);
  const nll = tf.neg(tf.sum(tf.mul(logp, tf.oneHot(targets, logits.shape[1])), 1));
  const even = tf.neg(tf.mean(logp, 1));
  const losses = tf.add(tf.mul(nll, 1 - options.smoothing), tf.mul(even, options.smoothing));
  const real = tf.notEqual(targets, options.padId);
  return tf.sum(tf.where(real, losses, tf.zerosLike(losses))).div(tf.sum(tf.cast(real, "int32")));
}`,
    "loops over numbers": `function labelSmoothing(logits, targets, { smoothing, padId }) {
  const rows = logits.arraySync(), ids = targets.arraySync();
  let total = 0, count = 0;
  rows.forEach((row, i) => {
    if (ids[i] === padId) return;
    const top = Math.max(...row);
    const logSum = top + Math.log(row.reduce((s, x) => s + Math.exp(x - top), 0));
    row.forEach((x, j) => {
      total -= (smoothing / row.length + (ids[i] === j ? 1 - smoothing : 0)) * (x - logSum);
    });
    count++;
  });
  console.log("loss", total / count);
  return tf.scalar(total / count);
}`,
    "the log of the sum of exponentials":
      `function labelSmoothing(logits, targets, { smoothing: e, padId }) {
  return tf.tidy(() => {
    const [, v] = logits.shape;
    const logp = tf.sub(logits, tf.logSumExp(logits, -1, true));
    const w = tf.where(tf.oneHot(targets, v).cast("bool"), tf.fill([targets.size, v], 1 - e + e / v), e / v);
    const keep = tf.cast(tf.notEqual(targets, tf.scalar(padId, "int32")), "float32");
    const perRow = tf.sum(tf.mul(w, logp), 1);
    return tf.neg(tf.div(tf.dot(perRow, keep), tf.sum(keep)));
  });
}`,
    "real rows gathered first, asynchronously":
      `async function labelSmoothing(logits, targets, { smoothing, padId }) {
  const kept = [];
  (await targets.data()).forEach((id, i) => { if (id !== padId) kept.push(i); });
  const rows = tf.tensor1d(kept, "int32");
  const scores = tf.logSoftmax(tf.gather(logits, rows));
  const ids = tf.gather(targets, rows);
  const vocab = logits.shape[1];
  const wanted = tf.mul(1 - smoothing, tf.oneHot(ids, vocab)).add(tf.fill([kept.length, vocab], smoothing / vocab));
  return tf.mean(tf.sum(tf.mul(wanted, scores), 1)).mul(-1);
}`,
    "the library of losses": `function labelSmoothing(logits, targets, { smoothing, padId }) {
  const weights = tf.notEqual(targets, padId).toFloat();
  return tf.losses.softmaxCrossEntropy(tf.oneHot(targets, logits.shape[1]), logits, weights, smoothing);
}`,
    "row after row": `function labelSmoothing(logits, targets, { smoothing, padId }) {
  const ids = targets.dataSync();
  const losses = tf.unstack(logits).flatMap((row, i) => {
    if (ids[i] === padId) return [];
    const lp = row.logSoftmax();
    return [lp.mean().mul(-smoothing).sub(lp.gather(ids[i]).mul(1 - smoothing))];
  });
  return losses.reduce((a, b) => a.add(b)).div(losses.length);
}`,
    "a helper in the cell":
      `const real = (targets, padId) => tf.notEqual(targets, padId).cast("float32");
function labelSmoothing(logits, targets, { smoothing, padId }) {
  const vocab = logits.shape.at(-1);
  const p = tf.logSoftmax(logits, -1);
  const right = tf.oneHot(tf.cast(targets, "int32"), vocab);
  const wanted = right.mul(1 - smoothing + smoothing / vocab)
    .add(tf.sub(1, right).mul(smoothing / vocab));
  const weights = real(targets, padId).div(real(targets, padId).sum());
  return wanted.mul(p).sum(1).mul(weights).sum().neg();
}`,
  },
  "09.2": {
    "a loop": `function warmupSchedule(steps, { modelSize, warmup }) {
  const rates = [];
  for (let t = 1; t <= steps; t++) {
    rates.push(1 / Math.sqrt(modelSize) * Math.min(1 / Math.sqrt(t), t / Math.pow(warmup, 1.5)));
  }
  return rates;
}`,
    "a typed array": `const warmupSchedule = (steps, o) =>
  Float64Array.from({ length: steps }, (_, i) =>
    o.modelSize ** -0.5 * Math.min((i + 1) ** -0.5, (i + 1) * o.warmup ** -1.5));`,
    "two pieces": `function warmupSchedule(steps: number, options): number[] {
  const { modelSize: d, warmup: w } = options;
  return [...Array(steps).keys()].map((i) => {
    const t = i + 1;
    return t < w ? t / (w * Math.sqrt(w) * Math.sqrt(d)) : 1 / Math.sqrt(t * d);
  });
}`,
    "a generator": `function* rates({ modelSize, warmup }) {
  for (let t = 1; ; t++) yield Math.sqrt(1 / modelSize) * Math.min(t ** -0.5, t * warmup ** -1.5);
}
function warmupSchedule(steps, options) {
  const source = rates(options);
  return Array.from({ length: steps }, () => source.next().value);
}`,
    "logarithms": `function warmupSchedule(steps, { modelSize, warmup }) {
  const out = new Array(steps).fill(0);
  return out.map((_, i) => Math.exp(-0.5 * Math.log(modelSize) +
    Math.min(-0.5 * Math.log(i + 1), Math.log(i + 1) - 1.5 * Math.log(warmup))));
}`,
    "recursion": `function warmupSchedule(steps, options) {
  if (steps === 0) return [];
  const { modelSize, warmup } = options;
  const rate = Math.min(1 / steps ** 0.5, steps / warmup ** 1.5) / modelSize ** 0.5;
  return [...warmupSchedule(steps - 1, options), rate];
}`,
  },
  "09.3": {
    "a loop and a heap of pushes": `function beamSearchStep(step, beam, opts) {
  const all = [];
  for (const h of beam) {
    if (h.tokens.length > 0 && h.tokens[h.tokens.length - 1] === opts.endId) { all.push(h); continue; }
    const logs = step([opts.startId].concat(h.tokens));
    for (let t = 0; t < logs.length; t++) {
      all.push({ tokens: h.tokens.concat(t), logProbability: h.logProbability + logs[t] });
    }
  }
  const score = (h) => h.logProbability / Math.pow((5 + h.tokens.length) / 6, opts.alpha);
  all.sort((x, y) => score(y) - score(x));
  return all.slice(0, opts.width);
}`,
    "a constant factor less in the penalty":
      `const beamSearchStep = (step, beam, { startId, endId, width, alpha }) =>
  beam.flatMap((h) => h.tokens.at(-1) === endId ? h : step([startId, ...h.tokens])
    .map((p, t) => ({ tokens: [...h.tokens, t], logProbability: h.logProbability + p })))
    .sort((a, b) =>
      b.logProbability / (5 + b.tokens.length) ** alpha - a.logProbability / (5 + a.tokens.length) ** alpha)
    .slice(0, width);`,
    "instances of a class": `class Hypothesis {
  constructor(readonly tokens: number[], readonly logProbability: number) {}
  score(alpha) { return this.logProbability / ((5 + this.tokens.length) / 6) ** alpha; }
  *extend(step, { startId, endId }) {
    if (this.tokens.at(-1) === endId) return yield this;
    for (const [token, next] of step([startId, ...this.tokens]).entries()) {
      yield new Hypothesis([...this.tokens, token], this.logProbability + next);
    }
  }
}
function beamSearchStep(step, beam, options) {
  const candidates = beam.flatMap(({ tokens, logProbability }) =>
    [...new Hypothesis(tokens, logProbability).extend(step, options)]);
  return candidates.toSorted((a, b) => b.score(options.alpha) - a.score(options.alpha)).slice(0, options.width);
}`,
    "cut within each hypothesis first":
      `function beamSearchStep(step, beam, { startId, endId, width, alpha }) {
  const score = (h) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
  const best = (list) => [...list].sort((a, b) => score(b) - score(a)).slice(0, width);
  return best(beam.flatMap((h) => best(h.tokens.at(-1) === endId ? [{ ...h }] :
    step([startId, ...h.tokens]).map((next, token) => ({ tokens: [...h.tokens, token], logProbability: h.logProbability + next })))));
}`,
    "scores kept beside": `function beamSearchStep(step, beam, { startId, endId, width, alpha }) {
  const candidates = beam.reduce((list, { tokens, logProbability }) => {
    if (tokens.slice(-1)[0] === endId) return [...list, { tokens: [...tokens], logProbability }];
    const next = step([startId, ...tokens]);
    return [...list, ...next.map((x, id) => ({ tokens: [...tokens, id], logProbability: logProbability + x }))];
  }, []);
  const scored = candidates.map((c) => [c.logProbability * (6 / (5 + c.tokens.length)) ** alpha, c]);
  scored.sort(([a], [b]) => a > b ? -1 : 1);
  return scored.slice(0, width).map(([, c]) => c);
}`,
    "the best taken out one after the other": `async function beamSearchStep(step, beam, o) {
  let pool = [];
  for (const h of beam) {
    const over = h.tokens[h.tokens.length - 1] === o.endId;
    pool = pool.concat(over ? [h] : (await step([o.startId, ...h.tokens])).map((lp, i) =>
      ({ tokens: [...h.tokens, i], logProbability: h.logProbability + lp })));
  }
  const score = (c) => c.logProbability / Math.exp(o.alpha * Math.log((5 + c.tokens.length) / 6));
  const kept = [];
  while (kept.length < o.width && pool.length > 0) {
    const best = pool.reduce((a, b) => score(b) > score(a) ? b : a);
    kept.push(best);
    pool = pool.filter((c) => c !== best);
  }
  return kept;
}`,
  },
  "09.4": {
    "objects for counts": `function ngrams(words, n) {
  const counts = {};
  for (let i = 0; i <= words.length - n; i++) {
    const key = JSON.stringify(words.slice(i, i + n));
    counts[key] = (counts[key] || 0) + 1;
  }
  return counts;
}
function bleu(hypotheses, references) {
  let product = 1;
  for (let n = 1; n <= 4; n++) {
    let hit = 0, all = 0;
    for (let s = 0; s < hypotheses.length; s++) {
      const [h, r] = [ngrams(hypotheses[s], n), ngrams(references[s], n)];
      for (const key in h) { hit += Math.min(h[key], r[key] || 0); all += h[key]; }
    }
    if (hit === 0) return 0;
    product *= hit / all;
  }
  const c = hypotheses.reduce((s, h) => s + h.length, 0);
  const r = references.reduce((s, h) => s + h.length, 0);
  const bp = c > r ? 1 : Math.exp(1 - r / c);
  return 100 * bp * Math.pow(product, 0.25);
}`,
    "matches crossed out": `const bleu = (hypotheses, references) => {
  const runs = (words, n) => words.slice(n - 1).map((_, i) => words.slice(i, i + n).join("|"));
  const p = [1, 2, 3, 4].map((n) => {
    let matched = 0, total = 0;
    hypotheses.forEach((h, i) => {
      const left = runs(references[i], n);
      for (const run of runs(h, n)) {
        total++;
        const at = left.indexOf(run);
        if (at >= 0) { matched++; left.splice(at, 1); }
      }
    });
    return matched / total;
  });
  const [c, r] = [hypotheses.flat().length, references.flat().length];
  return 100 * Math.min(1, Math.exp(1 - r / c)) * Math.sqrt(Math.sqrt(p[0] * p[1] * p[2] * p[3]));
};`,
    "everything in the logarithm": `function bleu(hypotheses: string[][], references: string[][]) {
  let log = Math.min(0, 1 - references.flat().length / hypotheses.flat().length);
  for (const n of [1, 2, 3, 4]) {
    let m = 0; let t = 0;
    for (const [i, h] of hypotheses.entries()) {
      const seen = new Map<string, number>();
      for (let j = n; j <= references[i].length; j++) {
        const run = references[i].slice(j - n, j).join(" ");
        seen.set(run, (seen.get(run) ?? 0) + 1);
      }
      for (let j = n; j <= h.length; j++) {
        const run = h.slice(j - n, j).join(" ");
        const left = seen.get(run) ?? 0;
        if (left > 0) { m++; seen.set(run, left - 1); }
        t++;
      }
    }
    log += Math.log(m / t) / 4;
  }
  return Math.exp(log) * 100;
}`,
    "filters that count": `function bleu(hypotheses, references) {
  const grams = (s, n) => s.flatMap((_, i) => i + n <= s.length ? [s.slice(i, i + n).join("\\u0000")] : []);
  const count = (list, x) => list.filter((y) => y === x).length;
  let score = 1;
  for (let n = 1; n < 5; n++) {
    const ours = hypotheses.map((h) => grams(h, n)), theirs = references.map((r) => grams(r, n));
    const hits = ours.map((o, i) =>
      [...new Set(o)].reduce((s, g) => s + Math.min(count(o, g), count(theirs[i], g)), 0));
    score *= hits.reduce((a, b) => a + b) / ours.flat().length;
  }
  const ratio = references.flat().length / hypotheses.flat().length;
  if (ratio > 1) score *= Math.exp(1 - ratio) ** 4;
  return 100 * score ** (1 / 4);
}`,
    "a class that counts": `class Counter extends Map {
  add(key) { this.set(key, (this.get(key) ?? 0) + 1); return this; }
}
async function bleu(hypotheses, references) {
  const counter = (words, n) => {
    const c = new Counter();
    words.forEach((_, i) => i + n <= words.length && c.add(words.slice(i, i + n).join(" ")));
    return c;
  };
  const logs = [1, 2, 3, 4].map((n) => {
    const pairs = hypotheses.map((h, i) => [counter(h, n), counter(references[i], n)]);
    const hits = pairs.flatMap(([h, r]) => [...h].map(([k, v]) => Math.min(v, r.get(k) ?? 0)));
    const all = pairs.flatMap(([h]) => [...h.values()]);
    const sum = (x) => x.reduce((a, b) => a + b, 0);
    return Math.log(sum(hits)) - Math.log(sum(all));
  });
  const c = hypotheses.map((h) => h.length).reduce((a, b) => a + b);
  const r = references.map((h) => h.length).reduce((a, b) => a + b);
  return 100 * Math.exp((c < r ? 1 - r / c : 0) + logs.reduce((a, b) => a + b) / 4);
}`,
  },
  "09.5": {
    "two hundred steps, as the hint says": `function overfitOneBatch(batch, start) {
  const p = Object.fromEntries(Object.entries(start).map(([name, t]) => [name, tf.variable(t)]));
  const vocab = start.outputBias.shape[0];
  const loss = () => {
    const h = batch.inputs.matMul(p.hiddenWeights).add(p.hiddenBias).tanh();
    const logits = h.matMul(p.outputWeights).add(p.outputBias);
    return tf.oneHot(batch.labels, vocab).mul(logits.logSoftmax()).sum(-1).mean().neg();
  };
  const optimizer = tf.train.adam(0.05);
  for (let i = 0; i < 200; i++) optimizer.minimize(loss);
  return p;
}`,
    "the library's cross-entropy": `import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";

function overfitOneBatch(batch, start) {
  const [w1, b1, w2, b2] = ["hiddenWeights", "hiddenBias", "outputWeights", "outputBias"]
    .map((name) => start[name].variable());
  const optimizer = tf.train.adam(0.05);
  for (let i = 0; i < 250; i++) {
    optimizer.minimize(() =>
      crossEntropy(tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(batch.inputs, w1), b1)), w2), b2), batch.labels));
  }
  return { hiddenWeights: w1, hiddenBias: b1, outputWeights: w2, outputBias: b2 };
}`,
    "one's own labelSmoothing": `function overfitOneBatch(batch, start) {
  const v = {};
  for (const name in start) v[name] = tf.variable(start[name]);
  const loss = () => labelSmoothing(
    tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(batch.inputs, v.hiddenWeights), v.hiddenBias)), v.outputWeights), v.outputBias),
    batch.labels, { smoothing: 0, padId: -1 });
  const optimizer = tf.train.adam(0.05);
  let i = 0;
  while (i++ < 300) {
    const value = optimizer.minimize(loss, true);
    if (i % 50 === 0) console.log(i, value.dataSync()[0]);
    value.dispose();
  }
  return v;
}`,
    "gradient descent by hand": `function overfitOneBatch({ inputs, labels }, start) {
  let { hiddenWeights: a, hiddenBias: b, outputWeights: c, outputBias: d } = start;
  const wanted = tf.oneHot(labels, d.shape[0]).toFloat();
  const loss = (a, b, c, d) =>
    tf.losses.softmaxCrossEntropy(wanted, tf.tanh(inputs.matMul(a).add(b)).matMul(c).add(d));
  const slope = tf.grads(loss);
  for (let i = 0; i < 1500; i++) {
    const g = slope([a, b, c, d]);
    [a, b, c, d] = [a, b, c, d].map((x, k) => x.sub(g[k].mul(0.3)));
    if (loss(a, b, c, d).dataSync()[0] < 0.03) break;
  }
  return { hiddenWeights: a, hiddenBias: b, outputWeights: c, outputBias: d };
}`,
    "asynchronous, with momentum": `async function overfitOneBatch(batch, start) {
  const names = Object.keys(start);
  const variables = names.map((name) => tf.variable(start[name]));
  const loss = () => {
    const [hw, hb, ow, ob] = ["hiddenWeights", "hiddenBias", "outputWeights", "outputBias"]
      .map((name) => variables[names.indexOf(name)]);
    const logits = tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(batch.inputs, hw), hb)), ow), ob);
    const right = tf.sum(tf.mul(tf.oneHot(batch.labels, ob.shape[0]), logits), 1);
    return tf.mean(tf.sub(tf.logSumExp(logits, 1), right));
  };
  const optimizer = tf.train.momentum(0.1, 0.9);
  for (let i = 0; i < 400; i++) {
    const cost = optimizer.minimize(loss, true);
    const [value] = await cost.data();
    if (value < 0.02) break;
  }
  return new Map(names.map((name, i) => [name, variables[i]]));
}`,
  },
};
