/** Right answers of notebook 08 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "08.1": {
    "methods of tensors": `const layerNorm = (x, gain, bias, eps) => {
  const centred = x.sub(x.mean(-1, true));
  return centred.div(centred.square().mean(-1, true).add(eps).sqrt()).mul(gain).add(bias);
};`,
    "tf.moments": `function layerNorm(inputs, gain, bias, epsilon) {
  const { mean, variance } = tf.moments(inputs, -1, true);
  return tf.add(tf.mul(tf.mul(tf.sub(inputs, mean), tf.rsqrt(tf.add(variance, epsilon))), gain), bias);
}`,
    "loops over rows": `function layerNorm(inputs, gain, bias, epsilon) {
  const g = gain.arraySync(), b = bias.arraySync();
  return tf.tensor(inputs.arraySync().map((rows) => rows.map((row) => {
    const mean = row.reduce((s, x) => s + x, 0) / row.length;
    const variance = row.reduce((s, x) => s + (x - mean) ** 2, 0) / row.length;
    return row.map((x, k) => (x - mean) / Math.sqrt(variance + epsilon) * g[k] + b[k]);
  })));
}`,
    "axes put back by hand": `function layerNorm(inputs: tf.Tensor3D, gain, bias, epsilon: number) {
  return tf.tidy(() => {
    const [batch, time, model] = inputs.shape;
    const rows = tf.reshape(inputs, [batch * time, model]);
    const centred = tf.sub(rows, tf.expandDims(tf.mean(rows, 1), 1));
    const deviation = tf.sqrt(tf.add(tf.mean(tf.mul(centred, centred), 1), epsilon));
    const normal = tf.div(centred, tf.reshape(deviation, [-1, 1]));
    return tf.reshape(tf.add(tf.mul(normal, gain), bias), [batch, time, model]);
  });
}`,
    "sentence after sentence": `function layerNorm(x, gain, bias, eps) {
  const normal = tf.unstack(x).map((sentence) => {
    const centred = sentence.sub(sentence.mean(1, true));
    return centred.div(centred.mul(centred).mean(1, true).add(eps).sqrt());
  });
  return tf.stack(normal).mul(gain.reshape([1, 1, -1])).add(bias.reshape([1, 1, -1]));
}`,
    "gain in the divisor": `async function layerNorm(x, gain, bias, epsilon) {
  const size = x.shape[2];
  const mean = tf.div(tf.sum(x, 2, true), size);
  const squares = tf.div(tf.sum(tf.squaredDifference(x, mean), 2, true), size);
  const stretch = tf.div(gain, tf.pow(tf.add(squares, epsilon), 0.5));
  return tf.add(tf.mul(tf.sub(x, mean), stretch), bias);
}`,
    "tf.moments, once more": `function layerNorm(inputs, gain, bias, epsilon) {
  const { mean, variance } = tf.moments(inputs, -1, true);
  return inputs.sub(mean).div(variance.add(epsilon).sqrt()).mul(gain).add(bias);
}`,
    "rsqrt, chained": `function layerNorm(inputs, gain, bias, epsilon) {
  const centred = inputs.sub(inputs.mean(-1, true));
  const variance = centred.square().mean(-1, true);
  return centred.mul(tf.rsqrt(variance.add(epsilon))).mul(gain).add(bias);
}`,
    "plain loops": `function layerNorm(inputs, gain, bias, epsilon) {
  const g = gain.arraySync(), b = bias.arraySync();
  return tf.tensor3d(inputs.arraySync().map((s) => s.map((x) => {
    const mean = x.reduce((a, c) => a + c, 0) / x.length;
    const variance = x.reduce((a, c) => a + (c - mean) ** 2, 0) / x.length;
    return x.map((v, i) => (v - mean) / Math.sqrt(variance + epsilon) * g[i] + b[i]);
  })));
}`,
    "E[x²] − E[x]²": `function layerNorm(inputs, gain, bias, epsilon) {
  const m = inputs.mean(2, true);
  const v = inputs.square().mean(2, true).sub(m.square());
  return inputs.sub(m).div(v.add(epsilon).sqrt()).mul(gain).add(bias);
}`,
  },
  "08.2": {
    "methods of tensors": `const feedForward = (x, n) =>
  x.matMul(n.hiddenWeights).add(n.hiddenBias).relu().matMul(n.outputWeights).add(n.outputBias);`,
    "tf.maximum":
      `function feedForward(inputs, { hiddenWeights, hiddenBias, outputWeights, outputBias }) {
  const hidden = tf.maximum(0, tf.add(tf.matMul(inputs, hiddenWeights), hiddenBias));
  return tf.add(tf.matMul(hidden, outputWeights), outputBias);
}`,
    "rows, each alone": `function feedForward(inputs, network) {
  const linear = (x, w, b) => b.map((bias, j) => x.reduce((sum, value, i) => sum + value * w[i][j], bias));
  const [w1, b1, w2, b2] = ["hiddenWeights", "hiddenBias", "outputWeights", "outputBias"]
    .map((name) => network[name].arraySync());
  return tf.tensor(inputs.arraySync().map((rows) =>
    rows.map((row) => linear(linear(row, w1, b1).map((x) => x > 0 ? x : 0), w2, b2))));
}`,
    "flat, then back": `function feedForward(inputs, network) {
  const [b, t, d] = inputs.shape;
  const flat = tf.reshape(inputs, [-1, d]);
  const h = tf.add(tf.dot(flat, network.hiddenWeights), network.hiddenBias);
  const active = tf.mul(h, tf.cast(tf.greater(h, 0), "float32"));
  return tf.reshape(tf.add(tf.dot(active, network.outputWeights), network.outputBias), [b, t, -1]);
}`,
    "tf.where": `async function feedForward(inputs, network) {
  const h = tf.matMul(inputs, network.hiddenWeights).add(network.hiddenBias);
  const active = tf.where(h.greaterEqual(0), h, tf.zerosLike(h));
  return tf.add(tf.matMul(active, network.outputWeights), network.outputBias);
}`,
    "chaining": `function feedForward(inputs, network) {
  const { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 } = network;
  return inputs.matMul(W1).add(b1).relu().matMul(W2).add(b2);
}`,
    "maximum": `function feedForward(inputs, network) {
  const { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 } = network;
  return tf.add(tf.matMul(tf.maximum(0, tf.add(tf.matMul(inputs, W1), b1)), W2), b2);
}`,
    "flattened": `const linear = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor) => tf.dot(x, w).add(b);
function feedForward(inputs, network) {
  const [batch, time, model] = inputs.shape;
  const rows = tf.reshape(inputs, [batch * time, model]);
  return linear(tf.relu(linear(rows, network.hiddenWeights, network.hiddenBias)), network.outputWeights, network.outputBias).reshape([batch, time, model]);
}`,
  },
  "08.3": {
    "one line": `const residual = (x, w, { gain, bias }, normFirst) => normFirst
  ? x.add(layerNorm(x, gain, bias, 1e-5).matMul(w))
  : layerNorm(x.add(x.matMul(w)), gain, bias, 0.00001);`,
    "two functions that are put together": `function residual(inputs, weights, norm, normFirst) {
  const f = (x) => tf.matMul(x, weights);
  const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5);
  const before = normFirst ? n : (x) => x;
  const after = normFirst ? (x) => x : n;
  return after(tf.add(inputs, f(before(inputs))));
}`,
    "the identity added to the weights": `function residual(inputs, weights, norm, normFirst) {
  if (normFirst) {
    const update = tf.matMul(layerNorm(inputs, norm.gain, norm.bias, 1e-5), weights);
    return tf.add(update, inputs);
  }
  const both = tf.add(weights, tf.eye(weights.shape[0]));
  return layerNorm(tf.matMul(inputs, both), norm.gain, norm.bias, 1e-5);
}`,
    "a norm of one's own": `const myNorm = (x, { gain, bias }) => {
  const { mean, variance } = tf.moments(x, 2, true);
  return x.sub(mean).div(variance.add(1e-5).sqrt()).mul(gain).add(bias);
};
function residual(x, w, norm, normFirst) {
  switch (normFirst) {
    case true: return x.add(myNorm(x, norm).matMul(w));
    default: return myNorm(x.add(x.matMul(w)), norm);
  }
}`,
    "flat rows": `function residual(inputs, weights, norm, normFirst) {
  const [batch, time, model] = inputs.shape;
  const f = (x) => tf.reshape(tf.matMul(tf.reshape(x, [batch * time, model]), weights), [batch, time, model]);
  let out = inputs;
  if (normFirst === true) out = layerNorm(out, norm.gain, norm.bias, 1e-5);
  out = tf.addN([inputs, f(out)]);
  if (!normFirst) out = layerNorm(out, norm.gain, norm.bias, 1e-5);
  return out;
}`,
    "if": `function residual(inputs, weights, norm, normFirst) {
  const f = (x) => tf.matMul(x, weights);
  const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5);
  if (normFirst) return inputs.add(f(n(inputs)));
  return n(inputs.add(f(inputs)));
}`,
    "ternary, own norm":
      `const ownNorm = (x, { gain, bias }) => { const { mean, variance } = tf.moments(x, -1, true); return x.sub(mean).mul(variance.add(1e-5).rsqrt()).mul(gain).add(bias); };
const residual = (x, w, norm, normFirst) => normFirst ? tf.add(x, tf.matMul(ownNorm(x, norm), w)) : ownNorm(tf.add(x, tf.matMul(x, w)), norm);`,
  },
  "08.4": {
    "one thing after the other": `function encoderLayer(inputs, attention, network, norms) {
  const queries = inputs.matMul(attention.queries);
  const keys = inputs.matMul(attention.keys);
  const values = inputs.matMul(attention.values);
  const { output } = scaledDotProductAttention({ queries, keys, values });
  let x = inputs.add(output.matMul(attention.output));
  x = layerNorm(x, norms[0].gain, norms[0].bias, 1e-5);
  x = x.add(feedForward(x, network));
  return layerNorm(x, norms[1].gain, norms[1].bias, 1e-5);
}`,
    "a softmax of one's own": `function encoderLayer(x, a, network, [first, second]) {
  const d = a.queries.shape[1];
  const scores = tf.div(tf.matMul(tf.matMul(x, a.queries), tf.matMul(x, a.keys), false, true), Math.sqrt(d));
  const met = tf.matMul(tf.matMul(tf.matMul(tf.softmax(scores), x), a.values), a.output);
  const n = (y, { gain, bias }) => layerNorm(y, gain, bias, 1e-5);
  const y = n(tf.add(x, met), first);
  return n(tf.add(y, feedForward(y, network)), second);
}`,
    "sub-layers in a list": `function encoderLayer(inputs, attention, network, norms) {
  const project = (name, x) => tf.matMul(x, attention[name]);
  const steps = [
    (x) => project("output", scaledDotProductAttention({
      queries: project("queries", x), keys: project("keys", x), values: project("values", x),
    }).output),
    (x) => feedForward(x, network),
  ];
  return steps.reduce((x, step, i) => layerNorm(tf.add(x, step(x)), norms[i].gain, norms[i].bias, 1e-5), inputs);
}`,
    "a helper in the cell, tidied":
      `const addAndNorm = (x, update, norm) => layerNorm(tf.add(x, update), norm.gain, norm.bias, 1e-5);
const encoderLayer = (inputs, attention, network, norms) => tf.tidy(() => {
  const [queries, keys, values] = [attention.queries, attention.keys, attention.values].map((w) => tf.matMul(inputs, w));
  const found = scaledDotProductAttention({ queries, keys, values, keep: undefined });
  const met = addAndNorm(inputs, tf.matMul(found.output, attention.output), norms[0]);
  return addAndNorm(met, feedForward(met, network), norms[1]);
});`,
    "values and output multiplied first":
      `function encoderLayer(inputs, attention, network, norms) {
  const mixed = tf.matMul(attention.values, attention.output);
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, mixed),
  });
  const one = layerNorm(tf.add(output, inputs), norms[0].gain, norms[0].bias, 1e-5);
  const hidden = tf.relu(tf.add(tf.matMul(one, network.hiddenWeights), network.hiddenBias));
  const two = tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  return layerNorm(tf.add(one, two), norms.at(-1).gain, norms.at(-1).bias, 1e-5);
}`,
    "helpers": `const addNorm = (x, y, n) => layerNorm(tf.add(x, y), n.gain, n.bias, 1e-5);
function encoderLayer(inputs, attention, network, norms) {
  const [q, k, v] = ["queries", "keys", "values"].map((name) => tf.matMul(inputs, attention[name]));
  const { output } = scaledDotProductAttention({ queries: q, keys: k, values: v });
  const x = addNorm(inputs, tf.matMul(output, attention.output), norms[0]);
  return addNorm(x, feedForward(x, network), norms[1]);
}`,
    "all by hand": `function encoderLayer(inputs, attention, network, norms) {
  const norm = (x, { gain, bias }) => { const { mean, variance } = tf.moments(x, -1, true); return x.sub(mean).div(variance.add(1e-5).sqrt()).mul(gain).add(bias); };
  const q = inputs.matMul(attention.queries), k = inputs.matMul(attention.keys), v = inputs.matMul(attention.values);
  const w = q.matMul(k, false, true).div(Math.sqrt(k.shape[2])).softmax();
  let x = norm(inputs.add(w.matMul(v).matMul(attention.output)), norms[0]);
  const h = x.matMul(network.hiddenWeights).add(network.hiddenBias).relu().matMul(network.outputWeights).add(network.outputBias);
  return norm(x.add(h), norms[1]);
}`,
  },
  "08.5": {
    "a helper inside": `function decoderLayer(inputs, memory, attentions, network, norms) {
  const attend = (q, kv, w, keep) => tf.matMul(scaledDotProductAttention({
    queries: tf.matMul(q, w.queries), keys: tf.matMul(kv, w.keys), values: tf.matMul(kv, w.values), keep,
  }).output, w.output);
  const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  let x = norm(tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))), 0);
  x = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
  return norm(tf.add(x, feedForward(x, network)), 2);
}`,
    "written out twice": `function decoderLayer(inputs, memory, attentions, network, norms) {
  const { self, cross } = attentions;
  const own = scaledDotProductAttention({
    queries: inputs.matMul(self.queries),
    keys: inputs.matMul(self.keys),
    values: inputs.matMul(self.values),
    keep: causalMask(inputs.shape[1]),
  });
  const first = layerNorm(inputs.add(own.output.matMul(self.output)), norms[0].gain, norms[0].bias, 1e-5);
  const other = scaledDotProductAttention({
    queries: first.matMul(cross.queries),
    keys: memory.matMul(cross.keys),
    values: memory.matMul(cross.values),
  });
  const second = layerNorm(first.add(other.output.matMul(cross.output)), norms[1].gain, norms[1].bias, 1e-5);
  return layerNorm(second.add(feedForward(second, network)), norms[2].gain, norms[2].bias, 1e-5);
}`,
    "a mask of one's own": `const decoderLayer = (x, memory, { self, cross }, network, norms) => {
  const length = x.shape[1];
  const hidden = tf.sub(1, tf.linalg.bandPart(tf.ones([length, length]), -1, 0));
  const attention = (a, b, w, penalty) => {
    const scores = a.matMul(w.queries).matMul(b.matMul(w.keys), false, true).div(Math.sqrt(w.keys.shape[1]));
    const weights = tf.softmax(penalty ? scores.sub(penalty.mul(1e9)) : scores);
    return weights.matMul(b.matMul(w.values)).matMul(w.output);
  };
  const n = (y, i) => layerNorm(y, norms[i].gain, norms[i].bias, 1e-5);
  const met = n(x.add(attention(x, x, self, hidden)), 0);
  const looked = n(met.add(attention(met, memory, cross)), 1);
  return n(looked.add(feedForward(looked, network)), 2);
};`,
    "a mask for every sentence":
      `function decoderLayer(inputs, memory, attentions, network, norms) {
  const [batch, time] = inputs.shape;
  const keep = tf.tile(tf.expandDims(causalMask(time), 0), [batch, 1, 1]);
  const all = tf.fill([batch, time, memory.shape[1]], 1).cast("bool");
  const attend = (q, k, w, mask) => scaledDotProductAttention({
    queries: tf.matMul(q, w.queries), keys: tf.matMul(k, w.keys), values: tf.matMul(k, w.values), keep: mask,
  }).output.matMul(w.output);
  const n = (x, { gain, bias }) => layerNorm(x, gain, bias, 1e-5);
  const a = n(tf.add(inputs, attend(inputs, inputs, attentions.self, keep)), norms[0]);
  const b = n(tf.add(a, attend(a, memory, attentions.cross, all)), norms[1]);
  return n(tf.add(b, feedForward(b, network)), norms[2]);
}`,
    "steps in a list": `function decoderLayer(inputs, memory, attentions, network, norms) {
  const attend = (w, keep) => (x, seen = x) => {
    const [queries, keys, values] = [[x, w.queries], [seen, w.keys], [seen, w.values]].map(([a, b]) => tf.matMul(a, b));
    return tf.matMul(scaledDotProductAttention({ queries, keys, values, keep }).output, w.output);
  };
  const steps = [
    attend(attentions.self, causalMask(inputs.shape[1])),
    (x) => attend(attentions.cross)(x, memory),
    (x) => feedForward(x, network),
  ];
  let x = inputs;
  steps.forEach((step, i) => { x = layerNorm(tf.add(x, step(x)), norms[i].gain, norms[i].bias, 1e-5); });
  return x;
}`,
    "helpers": `function decoderLayer(inputs, memory, attentions, network, norms) {
  function attend(from, to, a, keep) {
    const r = scaledDotProductAttention({ queries: tf.matMul(from, a.queries), keys: tf.matMul(to, a.keys), values: tf.matMul(to, a.values), ...(keep ? { keep } : {}) });
    return tf.matMul(r.output, a.output);
  }
  let x = inputs;
  let i = 0;
  const step = (y) => { const { gain, bias } = norms[i++]; x = layerNorm(tf.add(x, y), gain, bias, 1e-5); };
  step(attend(x, x, attentions.self, causalMask(x.shape[1])));
  step(attend(x, memory, attentions.cross));
  step(feedForward(x, network));
  return x;
}`,
    "own mask and own attention":
      `function decoderLayer(inputs, memory, attentions, network, norms) {
  const attend = (q, s, a, mask) => {
    let scores = tf.matMul(q.matMul(a.queries), s.matMul(a.keys), false, true).div(Math.sqrt(a.keys.shape[1]));
    if (mask) scores = scores.add(mask);
    return tf.softmax(scores).matMul(s.matMul(a.values)).matMul(a.output);
  };
  const n = inputs.shape[1];
  const mask = tf.tensor2d(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j > i ? -1e9 : 0)), [n, n]);
  const parts = [(x) => attend(x, x, attentions.self, mask), (x) => attend(x, memory, attentions.cross), (x) => feedForward(x, network)];
  return parts.reduce((x, f, i) => layerNorm(x.add(f(x)), norms[i].gain, norms[i].bias, 1e-5), inputs);
}`,
  },
  "08.6": {
    "loops": `function measureInfluence(layer, words, nudge) {
  const before = layer(words);
  const table = words.map(() => words.map(() => 0));
  for (let j = 0; j < words.length; j++) {
    const copy = words.map((word) => [...word]);
    for (let d = 0; d < nudge.length; d++) copy[j][d] += nudge[d];
    const after = layer(copy);
    for (let i = 0; i < words.length; i++) {
      let squares = 0;
      for (let d = 0; d < nudge.length; d++) squares += (after[i][d] - before[i][d]) ** 2;
      table[i][j] = Math.sqrt(squares);
    }
  }
  return table;
}`,
    "nudged in place, and back": `function measureInfluence(layer, words, nudge) {
  const before = layer(words);
  const table = before.map(() => []);
  for (const j of words.keys()) {
    const kept = words[j];
    words[j] = kept.map((x, d) => x + nudge[d]);
    layer(words).forEach((word, i) => table[i].push(Math.hypot(...word.map((x, d) => x - before[i][d]))));
    words[j] = kept;
  }
  return table;
}`,
    "with tensors": `function measureInfluence(layer, words, nudge) {
  const before = tf.tensor2d(layer(words));
  const columns = words.map((_, j) => {
    const copy = words.map((word, i) => i === j ? word.map((x, d) => x + nudge[d]) : word);
    return tf.norm(tf.sub(tf.tensor2d(layer(copy)), before), "euclidean", 1);
  });
  return tf.stack(columns, 1).arraySync();
}`,
    "by structuredClone": `function measureInfluence(layer, words, nudge) {
  const distance = (a, b) => Math.sqrt(a.reduce((sum, x, d) => sum + (x - b[d]) ** 2, 0));
  const runs = words.map((_, j) => {
    const copy = structuredClone(words);
    copy[j].forEach((_, d) => copy[j][d] += nudge[d]);
    return layer(copy);
  });
  return words.map((_, i) => runs.map((run) => distance(run[i], layer(words)[i])));
}`,
  },
};
