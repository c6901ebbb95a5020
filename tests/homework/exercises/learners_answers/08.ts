/** Answers to the exercises of notebook 08 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "08.1": [
    {
      what: "moments",
      status: "passed",
      body: `
const { mean, variance } = tf.moments(inputs, -1, true);
return inputs.sub(mean).div(variance.add(epsilon).sqrt()).mul(gain).add(bias);`,
    },
    {
      what: "rsqrt",
      status: "passed",
      body: `
const c = tf.sub(inputs, tf.mean(inputs, 2, true));
return tf.add(
  tf.mul(tf.mul(c, tf.rsqrt(tf.add(tf.mean(tf.mul(c, c), 2, true), epsilon))), gain),
  bias,
);`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
const g = gain.arraySync(), b = bias.arraySync();
return tf.tensor3d(
  inputs.arraySync().map((s) =>
    s.map((x) => {
      const 평균 = x.reduce((a, c) => a + c, 0) / x.length;
      const 분산 = x.reduce((a, c) => a + (c - 평균) ** 2, 0) / x.length;
      return x.map((c, i) => (c - 평균) / Math.sqrt(분산 + epsilon) * g[i] + b[i]);
    })
  ),
);`,
    },
    {
      what: "batch norm axes",
      status: "failed",
      mistake: "normalises over the batch",
      body: `
const mu = tf.mean(inputs, [0, 1], true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), [0, 1], true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "time axis",
      status: "failed",
      mistake: "normalises along time",
      body: `
const mu = tf.mean(inputs, 1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), 1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "time and model",
      status: "failed",
      mistake: "normalises a whole sentence at once",
      body: `
const mu = tf.mean(inputs, [1, 2], true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), [1, 2], true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "whole tensor",
      status: "failed",
      mistake: "normalises a whole sentence at once",
      body: `
const mu = tf.mean(inputs);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c));
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "no epsilon",
      status: "failed",
      mistake: "no ε",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(v));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "eps outside",
      status: "failed",
      mistake: "ε outside the root",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.add(tf.sqrt(v), epsilon));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "variance not std",
      status: "failed",
      mistake: "divides by the variance",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.add(v, epsilon));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "unbiased",
      status: "failed",
      mistake: "unbiased variance",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.div(tf.sum(tf.square(c), -1, true), inputs.shape[2] - 1);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "no bias",
      status: "failed",
      mistake: "no gain or no bias",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.mul(n, gain);`,
    },
    {
      what: "no gain",
      status: "failed",
      mistake: "no gain or no bias",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(n, bias);`,
    },
    {
      what: "gain after bias",
      status: "failed",
      mistake: "bias before the gain",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.mul(tf.add(n, bias), gain);`,
    },
    {
      what: "rms norm",
      status: "failed",
      mistake: "not centred",
      body: `
const v = tf.mean(tf.square(inputs), -1, true);
return tf.add(tf.mul(tf.div(inputs, tf.sqrt(tf.add(v, epsilon))), gain), bias);`,
    },
    {
      what: "not centred",
      status: "failed",
      mistake: "not centred",
      body: `
const c = tf.sub(inputs, tf.mean(inputs, -1, true));
const v = tf.mean(tf.square(c), -1, true);
return tf.add(tf.mul(tf.div(inputs, tf.sqrt(tf.add(v, epsilon))), gain), bias);`,
    },
    {
      what: "sum of squares",
      status: "failed",
      mistake: "the sum of the squares for their mean",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.sum(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "eps fixed",
      status: "failed",
      mistake: "an ε of its own",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, 1e-5)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "1 + gain",
      status: "failed",
      mistake: "1 + gain",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, tf.add(1, gain)), bias);`,
    },
    {
      what: "no gain no bias",
      status: "failed",
      mistake: "no gain or no bias",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return n;`,
    },
    {
      what: "abs deviation",
      status: "failed",
      mistake: "the mean distance for the deviation",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.square(tf.mean(tf.abs(c), -1, true));
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "eps squared",
      status: "failed",
      mistake: "ε squared",
      body: `
const mu = tf.mean(inputs, -1, true);
const c = tf.sub(inputs, mu);
const v = tf.mean(tf.square(c), -1, true);
const n = tf.div(c, tf.sqrt(tf.add(v, epsilon * epsilon)));
return tf.add(tf.mul(n, gain), bias);`,
    },
    {
      what: "moments and rsqrt",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const { mean: centre, variance } = tf.moments(inputs, -1, true);
    const scale = tf.rsqrt(tf.add(variance, epsilon));
    const normed = tf.mul(tf.sub(inputs, centre), scale);
    return tf.add(tf.mul(normed, gain), bias);
  });`,
    },
    {
      what: "each position in plain arrays",
      status: "passed",
      body: `
  const [gains, biases] = [gain.dataSync(), bias.dataSync()];
  const normalise = (word: number[]) => {
    let centre = 0;
    for (const value of word) centre += value / word.length;
    let variance = 0;
    for (const value of word) variance += (value - centre) ** 2 / word.length;
    const deviation = Math.sqrt(variance + epsilon);
    return word.map((value, i) => gains[i] * (value - centre) / deviation + biases[i]);
  };
  const sentences = inputs.arraySync() as number[][][];
  return tf.tensor3d(sentences.map((sentence) => sentence.map(normalise)));`,
    },
    {
      what: "epsilon outside the root",
      status: "failed",
      mistake: "ε outside the root",
      body: `
  const centre = tf.mean(inputs, -1, true);
  const centred = tf.sub(inputs, centre);
  const variance = tf.mean(tf.square(centred), -1, true);
  const normed = tf.div(centred, tf.add(tf.sqrt(variance), epsilon));
  return tf.add(tf.mul(normed, gain), bias);`,
    },
    {
      what: "variance with n - 1",
      status: "failed",
      mistake: "unbiased variance",
      body: `
  const size = inputs.shape[inputs.shape.length - 1];
  const centred = inputs.sub(inputs.mean(-1, true));
  const variance = centred.square().sum(-1, true).div(size - 1);
  return centred.div(variance.add(epsilon).sqrt()).mul(gain).add(bias);`,
    },
    {
      what: "over the whole sentence",
      status: "failed",
      mistake: "normalises a whole sentence at once",
      body: `
  const { mean: centre, variance } = tf.moments(inputs, [1, 2], true);
  const normed = tf.div(tf.sub(inputs, centre), tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(gain, normed), bias);`,
    },
  ],
  "08.2": [
    {
      what: "chained",
      status: "passed",
      body: `
const { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 } = network;
return tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(inputs, W1), b1)), W2), b2);`,
    },
    {
      what: "flatten",
      status: "passed",
      body: `
const [b, t, m] = inputs.shape;
return tf.matMul(
  tf.matMul(inputs.reshape([b * t, m]), network.hiddenWeights).add(network.hiddenBias)
    .maximum(0),
  network.outputWeights,
).add(network.outputBias).reshape([b, t, m]);`,
    },
    {
      what: "no relu",
      status: "failed",
      mistake: "no activation",
      body: `
return tf.add(
  tf.matMul(
    tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "relu at end",
      status: "failed",
      mistake: "activation at the end",
      body: `
return tf.relu(
  tf.add(
    tf.matMul(
      tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias),
      network.outputWeights,
    ),
    network.outputBias,
  ),
);`,
    },
    {
      what: "relu before bias",
      status: "failed",
      mistake: "the bias after the ReLU",
      body: `
return tf.add(
  tf.matMul(
    tf.add(tf.relu(tf.matMul(inputs, network.hiddenWeights)), network.hiddenBias),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "no b1",
      status: "failed",
      mistake: "a bias forgotten",
      body: `
return tf.add(
  tf.matMul(tf.relu(tf.matMul(inputs, network.hiddenWeights)), network.outputWeights),
  network.outputBias,
);`,
    },
    {
      what: "no b2",
      status: "failed",
      mistake: "a bias forgotten",
      body: `
return tf.matMul(
  tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)),
  network.outputWeights,
);`,
    },
    {
      what: "residual",
      status: "failed",
      mistake: "adds the inputs",
      body: `
return tf.add(
  inputs,
  tf.add(
    tf.matMul(
      tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)),
      network.outputWeights,
    ),
    network.outputBias,
  ),
);`,
    },
    {
      what: "relu both",
      status: "failed",
      mistake: "activation at the end",
      body: `
return tf.relu(
  tf.add(
    tf.matMul(
      tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)),
      network.outputWeights,
    ),
    network.outputBias,
  ),
);`,
    },
    {
      what: "tanh",
      status: "failed",
      mistake: "another activation",
      body: `
return tf.add(
  tf.matMul(
    tf.tanh(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "no biases",
      status: "failed",
      mistake: "a bias forgotten",
      body: `
return tf.matMul(tf.relu(tf.matMul(inputs, network.hiddenWeights)), network.outputWeights);`,
    },
    {
      what: "relu on input",
      status: "failed",
      mistake: "the ReLU before the first map",
      body: `
return tf.add(
  tf.matMul(
    tf.add(tf.matMul(tf.relu(inputs), network.hiddenWeights), network.hiddenBias),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "min",
      status: "failed",
      mistake: "cuts off what is positive",
      body: `
return tf.add(
  tf.matMul(
    tf.minimum(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias), 0),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "leaky",
      status: "failed",
      mistake: "another activation",
      body: `
return tf.add(
  tf.matMul(
    tf.leakyRelu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias)),
    network.outputWeights,
  ),
  network.outputBias,
);`,
    },
    {
      what: "flattened to rows, maximum with 0",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const { hiddenWeights, hiddenBias, outputWeights, outputBias } = network;
    const rows = tf.reshape(inputs, [-1, inputs.shape[2]]);
    const hidden = rows.matMul(hiddenWeights).add(hiddenBias).maximum(0);
    const outputs = hidden.matMul(outputWeights).add(outputBias);
    return tf.reshape(outputs, [inputs.shape[0], inputs.shape[1], -1]);
  });`,
    },
    {
      what: "word by word in arrays",
      status: "passed",
      body: `
  const linear = (word: number[], weights: number[][], bias: number[]) =>
    bias.map((start, j) => word.reduce((sum, value, i) => sum + value * weights[i][j], start));
  const [first, last] = [network.hiddenWeights, network.outputWeights]
    .map((weights) => weights.arraySync() as number[][]);
  const [firstBias, lastBias] = [network.hiddenBias, network.outputBias]
    .map((bias) => Array.from(bias.dataSync()));
  const sentences = inputs.arraySync() as number[][][];
  return tf.tensor3d(sentences.map((sentence) =>
    sentence.map((word) => {
      const hidden = linear(word, first, firstBias).map((value) => Math.max(0, value));
      return linear(hidden, last, lastBias);
    })
  ));`,
    },
    {
      what: "bias after the ReLU",
      status: "failed",
      mistake: "the bias after the ReLU",
      body: `
  const hidden = tf.add(tf.relu(tf.matMul(inputs, network.hiddenWeights)), network.hiddenBias);
  return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);`,
    },
    {
      what: "ReLU after both maps",
      status: "failed",
      mistake: "activation at the end",
      body: `
  let x: tf.Tensor = tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias));
  x = tf.relu(tf.add(tf.matMul(x, network.outputWeights), network.outputBias));
  return x;`,
    },
    {
      what: "way around added",
      status: "failed",
      mistake: "adds the inputs",
      body: `
  const hidden = tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias));
  const thought = tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  return tf.add(inputs, thought);`,
    },
  ],
  "08.3": [
    {
      what: "ternary",
      status: "passed",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? inputs.add(f(n(inputs))) : n(inputs.add(f(inputs)));`,
    },
    {
      what: "swapped",
      status: "failed",
      mistake: "pre-norm and post-norm swapped",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? n(tf.add(inputs, f(inputs))) : tf.add(inputs, f(n(inputs)));`,
    },
    {
      what: "no residual",
      status: "failed",
      mistake: "no way around",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? f(n(inputs)) : n(f(inputs));`,
    },
    {
      what: "x + norm(f)",
      status: "failed",
      mistake: "norm before the sum",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? tf.add(inputs, f(n(inputs))) : tf.add(inputs, n(f(inputs)));`,
    },
    {
      what: "residual of normed",
      status: "failed",
      mistake: "the way around is normalised too",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
const y = n(inputs);
return normFirst ? tf.add(y, f(y)) : n(tf.add(inputs, f(inputs)));`,
    },
    {
      what: "always post",
      status: "failed",
      mistake: "one order for both",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return n(tf.add(inputs, f(inputs)));`,
    },
    {
      what: "always pre",
      status: "failed",
      mistake: "one order for both",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return tf.add(inputs, f(n(inputs)));`,
    },
    {
      what: "pre-norm normed at end too",
      status: "failed",
      mistake: "normed before and after",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return n(tf.add(inputs, f(normFirst ? n(inputs) : inputs)));`,
    },
    {
      what: "weights transposed",
      status: "failed",
      mistake: "weights transposed",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5),
  f = (x) => tf.matMul(x, tf.transpose(weights));
return normFirst ? tf.add(inputs, f(n(inputs))) : n(tf.add(inputs, f(inputs)));`,
    },
    {
      what: "no sublayer",
      status: "failed",
      mistake: "no sub-layer",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5);
return normFirst ? tf.add(inputs, n(inputs)) : n(tf.add(inputs, inputs));`,
    },
    {
      what: "post-norm without residual",
      status: "failed",
      mistake: "no way around",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? tf.add(inputs, f(n(inputs))) : n(f(inputs));`,
    },
    {
      what: "multiply skip",
      status: "failed",
      mistake: "multiplies instead of adding",
      body: `
const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5), f = (x) => tf.matMul(x, weights);
return normFirst ? tf.mul(inputs, f(n(inputs))) : n(tf.mul(inputs, f(inputs)));`,
    },
    {
      what: "two helpers and a conditional",
      status: "passed",
      body: `
  const normed = (x: tf.Tensor): tf.Tensor => {
    const { mean: centre, variance } = tf.moments(x, -1, true);
    return tf.sub(x, centre).div(tf.sqrt(tf.add(variance, 1e-5))).mul(norm.gain).add(norm.bias);
  };
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);
  return normFirst ? tf.add(inputs, f(normed(inputs))) : normed(tf.add(inputs, f(inputs)));`,
    },
    {
      what: "each word in plain arrays",
      status: "passed",
      body: `
  const matrix = weights.arraySync() as number[][];
  const [gain, bias] = [norm.gain.dataSync(), norm.bias.dataSync()];
  const f = (word: number[]) =>
    matrix[0].map((_, j) => word.reduce((sum, value, i) => sum + value * matrix[i][j], 0));
  const plus = (a: number[], b: number[]) => a.map((value, i) => value + b[i]);
  const normed = (word: number[]) => {
    const centre = word.reduce((sum, value) => sum + value, 0) / word.length;
    const variance = word.reduce((sum, value) => sum + (value - centre) ** 2, 0) / word.length;
    return word.map((value, i) =>
      (value - centre) / Math.sqrt(variance + 1e-5) * gain[i] + bias[i]
    );
  };
  const sentences = inputs.arraySync() as number[][][];
  const results = sentences.map((sentence) =>
    sentence.map((word) => {
      if (normFirst) return plus(word, f(normed(word)));
      return normed(plus(word, f(word)));
    })
  );
  return tf.tensor3d(results);`,
    },
    {
      what: "post-norm norms the branch only",
      status: "failed",
      mistake: "norm before the sum",
      body: `
  const normalise = (x: tf.Tensor): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    const normed = tf.div(centred, tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(normed, norm.gain), norm.bias);
  };
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);

  if (normFirst) return tf.add(inputs, f(normalise(inputs)));
  return tf.add(inputs, normalise(f(inputs)));`,
    },
    {
      what: "pre-norm: way around starts after the norm",
      status: "failed",
      mistake: "the way around is normalised too",
      body: `
  const normalise = (x: tf.Tensor): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    const normed = tf.div(centred, tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(normed, norm.gain), norm.bias);
  };
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);

  if (normFirst) {
    const x = normalise(inputs);
    return tf.add(x, f(x));
  }
  return normalise(tf.add(inputs, f(inputs)));`,
    },
    {
      what: "pre-norm normed at the end too",
      status: "failed",
      mistake: "normed before and after",
      body: `
  const normalise = (x: tf.Tensor): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    const normed = tf.div(centred, tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(normed, norm.gain), norm.bias);
  };
  const f = (x: tf.Tensor): tf.Tensor => tf.matMul(x, weights);

  const step = normFirst ? f(normalise(inputs)) : f(inputs);
  return normalise(tf.add(inputs, step));`,
    },
  ],
  "08.4": [
    {
      what: "plain",
      status: "passed",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "by hand",
      status: "passed",
      body: `
const d = inputs.shape[2];
const w = tf.softmax(
  tf.div(
    tf.matMul(
      tf.matMul(inputs, attention.queries),
      tf.matMul(inputs, attention.keys),
      false,
      true,
    ),
    Math.sqrt(d),
  ),
);
const [첫째, 둘째] = norms;
const h = layerNorm(
  inputs.add(tf.matMul(w.matMul(tf.matMul(inputs, attention.values)), attention.output)),
  첫째.gain,
  첫째.bias,
  1e-5,
);
return layerNorm(h.add(feedForward(h, network)), 둘째.gain, 둘째.bias, 1e-5);`,
    },
    {
      what: "no first residual",
      status: "failed",
      mistake: "a way around is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(a, 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "no second residual",
      status: "failed",
      mistake: "a way around is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(feedForward(h, network), 1);`,
    },
    {
      what: "no residuals",
      status: "failed",
      mistake: "a way around is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(a, 0);
return norm(feedForward(h, network), 1);`,
    },
    {
      what: "second residual from inputs",
      status: "failed",
      mistake: "the network reads the inputs",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(inputs, feedForward(h, network)), 1);`,
    },
    {
      what: "norms swapped",
      status: "failed",
      mistake: "the two norms exchanged",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 1);
return norm(tf.add(h, feedForward(h, network)), 0);`,
    },
    {
      what: "same norm",
      status: "failed",
      mistake: "the first norm twice",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 0);`,
    },
    {
      what: "no output matrix",
      status: "failed",
      mistake: "attention without its output matrix",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = output;
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "no final norm",
      status: "failed",
      mistake: "one norm",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return tf.add(h, feedForward(h, network));`,
    },
    {
      what: "no first norm",
      status: "failed",
      mistake: "one norm",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = tf.add(inputs, a);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "values unprojected",
      status: "failed",
      mistake: "a projection forgotten or taken twice",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: inputs,
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "keys for values",
      status: "failed",
      mistake: "a projection forgotten or taken twice",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.keys),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "ffn of inputs",
      status: "failed",
      mistake: "the network reads the inputs",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(inputs, network)), 1);`,
    },
    {
      what: "q k swapped",
      status: "failed",
      mistake: "queries and keys exchanged",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.keys),
  keys: tf.matMul(inputs, attention.queries),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = norm(tf.add(inputs, a), 0);
return norm(tf.add(h, feedForward(h, network)), 1);`,
    },
    {
      what: "x + norm(f)",
      status: "failed",
      mistake: "norm before the sum",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
const a = tf.matMul(output, attention.output);
const h = tf.add(inputs, norm(a, 0));
return tf.add(h, norm(feedForward(h, network), 1));`,
    },
    {
      what: "pre-norm",
      status: "failed",
      mistake: "pre-norm",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const x = norm(inputs, 0);
const { output } = scaledDotProductAttention({
  queries: tf.matMul(x, attention.queries),
  keys: tf.matMul(x, attention.keys),
  values: tf.matMul(x, attention.values),
});
const h = tf.add(inputs, tf.matMul(output, attention.output));
return tf.add(h, feedForward(norm(h, 1), network));`,
    },
    {
      what: "no network",
      status: "failed",
      mistake: "without the network",
      body: `
const { output } = scaledDotProductAttention({
  queries: tf.matMul(inputs, attention.queries),
  keys: tf.matMul(inputs, attention.keys),
  values: tf.matMul(inputs, attention.values),
});
return layerNorm(
  tf.add(inputs, tf.matMul(output, attention.output)),
  norms[0].gain,
  norms[0].bias,
  1e-5,
);`,
    },
    {
      what: "step by step with the library's attention",
      status: "passed",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const met = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, attention.values),
  }).output;

  const attended = normalise(tf.add(inputs, tf.matMul(met, attention.output)), norms[0]);
  return normalise(tf.add(attended, think(attended)), norms[1]);`,
    },
    {
      what: "sentence by sentence, all by hand",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const addAndNorm = (x: tf.Tensor, step: tf.Tensor, place: number): tf.Tensor => {
      const sum = tf.add(x, step);
      const { mean: centre, variance } = tf.moments(sum, -1, true);
      const scale = tf.rsqrt(tf.add(variance, 1e-5));
      return tf.sub(sum, centre).mul(scale).mul(norms[place].gain).add(norms[place].bias);
    };
    const sentences = tf.unstack(inputs).map((x) => {
      const [q, k, v] = [attention.queries, attention.keys, attention.values]
        .map((matrix) => tf.matMul(x, matrix));
      const scores = tf.matMul(q, k, false, true).div(Math.sqrt(k.shape[1]!));
      const meeting = scores.softmax().matMul(v).matMul(attention.output);
      const attended = addAndNorm(x, meeting, 0);
      const hidden = attended.matMul(network.hiddenWeights).add(network.hiddenBias).relu();
      return addAndNorm(attended, hidden.matMul(network.outputWeights).add(network.outputBias), 1);
    });
    return tf.stack(sentences);
  });`,
    },
    {
      what: "second way around from the layer's input",
      status: "failed",
      mistake: "the network reads the inputs",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const met = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, attention.values),
  }).output;

  const attended = normalise(tf.add(inputs, tf.matMul(met, attention.output)), norms[0]);
  return normalise(tf.add(inputs, think(attended)), norms[1]);`,
    },
    {
      what: "first norm used twice",
      status: "failed",
      mistake: "the first norm twice",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const met = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, attention.values),
  }).output;

  const attended = normalise(tf.add(inputs, tf.matMul(met, attention.output)), norms[0]);
  const result = normalise(tf.add(attended, think(attended)), norms[0]);
  return result;`,
    },
    {
      what: "output matrix forgotten",
      status: "failed",
      mistake: "attention without its output matrix",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const met = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, attention.values),
  }).output;

  const attended = normalise(tf.add(inputs, met), norms[0]);
  return normalise(tf.add(attended, think(attended)), norms[1]);`,
    },
  ],
  "08.5": [
    {
      what: "helper",
      status: "passed",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "no mask",
      status: "failed",
      mistake: "no causal mask",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(tf.add(inputs, attend(inputs, inputs, attentions.self)), 0);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "raw query in cross",
      status: "failed",
      mistake: "cross-attention asks with the inputs",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(inputs, memory, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "residual from inputs in cross",
      status: "failed",
      mistake: "the inputs in a later sum",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(inputs, attend(x, memory, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "self matrices in cross",
      status: "failed",
      mistake: "one attention's matrices for both",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.self)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "no cross",
      status: "failed",
      mistake: "no cross-attention",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = x;
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "cross attends itself",
      status: "failed",
      mistake: "cross-attention with keys from the decoder",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, x, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "self and cross swapped matrices",
      status: "failed",
      mistake: "the two attentions' matrices exchanged",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.cross, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.self)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "cross first",
      status: "failed",
      mistake: "cross-attention first",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(tf.add(inputs, attend(inputs, memory, attentions.cross)), 0);
const y = norm(tf.add(x, attend(x, x, attentions.self, causalMask(inputs.shape[1]))), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "same norm everywhere",
      status: "failed",
      mistake: "one norm several times",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 0);
return norm(tf.add(y, feedForward(y, network)), 0);`,
    },
    {
      what: "no residual in cross",
      status: "failed",
      mistake: "a way around is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(attend(x, memory, attentions.cross), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "no residual anywhere",
      status: "failed",
      mistake: "a way around is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1])), 0);
const y = norm(attend(x, memory, attentions.cross), 1);
return norm(feedForward(y, network), 2);`,
    },
    {
      what: "values from decoder",
      status: "failed",
      mistake: "the mask the wrong way round",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(
    inputs,
    attend(inputs, inputs, attentions.self, tf.transpose(causalMask(inputs.shape[1]))),
  ),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
return norm(tf.add(y, feedForward(y, network)), 2);`,
    },
    {
      what: "no final norm",
      status: "failed",
      mistake: "a norm is missing",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
return tf.add(y, feedForward(y, network));`,
    },
    {
      what: "network forgotten",
      status: "failed",
      mistake: "without the network",
      body: `
const norm = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
const attend = (from, to, m, keep) => {
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(from, m.queries),
    keys: tf.matMul(to, m.keys),
    values: tf.matMul(to, m.values),
    keep,
  });
  return tf.matMul(output, m.output);
};
const x = norm(
  tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))),
  0,
);
const y = norm(tf.add(x, attend(x, memory, attentions.cross)), 1);
return y;`,
    },
    {
      what: "helper for attention, with the library",
      status: "passed",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const attend = (
    from: tf.Tensor,
    to: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const queries = tf.matMul(from, matrices.queries);
    const keys = tf.matMul(to, matrices.keys);
    const values = tf.matMul(to, matrices.values);
    const { output } = scaledDotProductAttention({ queries, keys, values, keep });
    return tf.matMul(output, matrices.output);
  };

  const future = causalMask(inputs.shape[1]!);
  const first = normalise(tf.add(inputs, attend(inputs, inputs, attentions.self, future)), norms[0]);
  const second = normalise(tf.add(first, attend(first, memory, attentions.cross)), norms[1]);
  return normalise(tf.add(second, think(second)), norms[2]);`,
    },
    {
      what: "sentence by sentence, mask and softmax by hand",
      status: "passed",
      body: `
  return tf.tidy(() => {
    const memories = tf.unstack(memory);
    const outputs = tf.unstack(inputs).map((said, sentence) => {
      const length = said.shape[0]!;
      const blocked = tf.tensor2d(
        Array.from({ length }, (_, i) => Array.from({ length }, (_, j) => j > i ? -1e9 : 0)),
        [length, length],
      );
      const look = (x: tf.Tensor, y: tf.Tensor, which: "self" | "cross"): tf.Tensor => {
        const m = attentions[which];
        const q = tf.matMul(x, m.queries);
        let scores: tf.Tensor = tf.matMul(q, tf.transpose(tf.matMul(y, m.keys)));
        scores = tf.div(scores, Math.sqrt(q.shape[1]!));
        if (which === "self") scores = tf.add(scores, blocked);
        return tf.matMul(tf.matMul(tf.softmax(scores), tf.matMul(y, m.values)), m.output);
      };
      const think = (x: tf.Tensor): tf.Tensor =>
        tf.relu(tf.matMul(x, network.hiddenWeights).add(network.hiddenBias))
          .matMul(network.outputWeights).add(network.outputBias);
      const steps = [
        (x: tf.Tensor) => look(x, x, "self"),
        (x: tf.Tensor) => look(x, memories[sentence], "cross"),
        think,
      ];
      return steps.reduce<tf.Tensor>((x, step, i) => {
        const sum = tf.add(x, step(x));
        const { mean: centre, variance } = tf.moments(sum, -1, true);
        const normed = tf.div(tf.sub(sum, centre), tf.sqrt(tf.add(variance, 1e-5)));
        return tf.add(tf.mul(normed, norms[i].gain), norms[i].bias);
      }, said);
    });
    return tf.stack(outputs);
  });`,
    },
    {
      what: "cross-attention asks with the layer's input",
      status: "failed",
      mistake: "cross-attention asks with the inputs",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const attend = (
    from: tf.Tensor,
    to: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const queries = tf.matMul(from, matrices.queries);
    const keys = tf.matMul(to, matrices.keys);
    const values = tf.matMul(to, matrices.values);
    const { output } = scaledDotProductAttention({ queries, keys, values, keep });
    return tf.matMul(output, matrices.output);
  };

  const future = causalMask(inputs.shape[1]!);
  const first = normalise(tf.add(inputs, attend(inputs, inputs, attentions.self, future)), norms[0]);
  const second = normalise(tf.add(first, attend(inputs, memory, attentions.cross)), norms[1]);
  return normalise(tf.add(second, think(second)), norms[2]);`,
    },
    {
      what: "self's matrices in cross-attention",
      status: "failed",
      mistake: "one attention's matrices for both",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const attend = (
    from: tf.Tensor,
    to: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const queries = tf.matMul(from, matrices.queries);
    const keys = tf.matMul(to, matrices.keys);
    const values = tf.matMul(to, matrices.values);
    const { output } = scaledDotProductAttention({ queries, keys, values, keep });
    return tf.matMul(output, matrices.output);
  };

  const future = causalMask(inputs.shape[1]!);
  const first = normalise(tf.add(inputs, attend(inputs, inputs, attentions.self, future)), norms[0]);
  const second = normalise(tf.add(first, attend(first, memory, attentions.self)), norms[1]);
  return normalise(tf.add(second, think(second)), norms[2]);`,
    },
    {
      what: "mask not passed on",
      status: "failed",
      mistake: "no causal mask",
      body: `
  const normalise = (x: tf.Tensor, { gain, bias }: { gain: tf.Tensor; bias: tf.Tensor }): tf.Tensor => {
    const centred = tf.sub(x, tf.mean(x, -1, true));
    const variance = tf.mean(tf.square(centred), -1, true);
    return tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias);
  };
  const think = (x: tf.Tensor): tf.Tensor => {
    const hidden = tf.relu(tf.add(tf.matMul(x, network.hiddenWeights), network.hiddenBias));
    return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  };

  const attend = (
    from: tf.Tensor,
    to: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const queries = tf.matMul(from, matrices.queries);
    const keys = tf.matMul(to, matrices.keys);
    const values = tf.matMul(to, matrices.values);
    const { output } = scaledDotProductAttention({ queries, keys, values });
    return tf.matMul(output, matrices.output);
  };

  const future = causalMask(inputs.shape[1]!);
  const first = normalise(tf.add(inputs, attend(inputs, inputs, attentions.self, future)), norms[0]);
  const second = normalise(tf.add(first, attend(first, memory, attentions.cross)), norms[1]);
  return normalise(tf.add(second, think(second)), norms[2]);`,
    },
  ],
  "08.6": [
    {
      what: "columns",
      status: "passed",
      body: `
const 기준 = layer(words);
const out = 기준.map(() => []);
for (let j = 0; j < words.length; j++) {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : [...w]);
  layer(moved).forEach((row, i) =>
    out[i].push(Math.hypot(...row.map((x, k) => x - 기준[i][k])))
  );
}
return out;`,
    },
    {
      what: "structuredClone",
      status: "passed",
      body: `
const base = layer(structuredClone(words));
const n = words.length;
const result = Array.from({ length: n }, () => Array(n).fill(0));
for (let j = 0; j < n; j++) {
  const c = structuredClone(words);
  for (let k = 0; k < nudge.length; k++) c[j][k] += nudge[k];
  const o = layer(c);
  for (let i = 0; i < n; i++) {
    result[i][j] = Math.sqrt(o[i].reduce((s, x, k) => s + (x - base[i][k]) ** 2, 0));
  }
}
return result;`,
    },
    {
      what: "transposed",
      status: "failed",
      mistake: "rows and columns exchanged",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => Math.hypot(...row.map((x, k) => x - base[i][k])));
});
return cols;`,
    },
    {
      what: "mutates",
      status: "failed",
      mistake: "nudges pile up",
      body: `
const base = layer(words);
const n = words.length;
const result = Array.from({ length: n }, () => Array(n).fill(0));
for (let j = 0; j < n; j++) {
  for (let k = 0; k < nudge.length; k++) words[j][k] += nudge[k];
  const o = layer(words);
  for (let i = 0; i < n; i++) {
    result[i][j] = Math.sqrt(o[i].reduce((s, x, k) => s + (x - base[i][k]) ** 2, 0));
  }
}
return result;`,
    },
    {
      what: "shallow copy mutates",
      status: "failed",
      mistake: "nudges pile up",
      body: `
const base = layer(words);
const n = words.length;
const result = Array.from({ length: n }, () => Array(n).fill(0));
for (let j = 0; j < n; j++) {
  const c = [...words];
  for (let k = 0; k < nudge.length; k++) c[j][k] += nudge[k];
  const o = layer(c);
  for (let i = 0; i < n; i++) {
    result[i][j] = Math.sqrt(o[i].reduce((s, x, k) => s + (x - base[i][k]) ** 2, 0));
  }
}
return result;`,
    },
    {
      what: "no root",
      status: "failed",
      mistake: "no root",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => row.reduce((s, x, k) => s + (x - base[i][k]) ** 2, 0));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "abs sum",
      status: "failed",
      mistake: "sums the changes",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => row.reduce((s, x, k) => s + Math.abs(x - base[i][k]), 0));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "signed sum",
      status: "failed",
      mistake: "sums the changes",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => row.reduce((s, x, k) => s + (x - base[i][k]), 0));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "vs input",
      status: "failed",
      mistake: "compared with the inputs",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => Math.hypot(...row.map((x, k) => x - words[i][k])));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "replaces by nudge",
      status: "failed",
      mistake: "the nudge takes the word's place",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? nudge : w);
  const o = layer(moved);
  return o.map((row, i) => Math.hypot(...row.map((x, k) => x - base[i][k])));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "nudges all",
      status: "failed",
      mistake: "every word nudged",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w) => w.map((x, k) => x + nudge[k]));
  const o = layer(moved);
  return o.map((row, i) => Math.hypot(...row.map((x, k) => x - base[i][k])));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "rms",
      status: "failed",
      mistake: "the mean of the squares",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) =>
    Math.sqrt(row.reduce((s, x, k) => s + (x - base[i][k]) ** 2, 0) / row.length)
  );
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "divided by nudge length",
      status: "failed",
      mistake: "divided by the nudge's length",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) =>
    Math.hypot(...row.map((x, k) => x - base[i][k])) / Math.hypot(...nudge)
  );
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "difference of lengths",
      status: "failed",
      mistake: "the difference of two lengths",
      body: `
const base = layer(words);
const cols = words.map((_, j) => {
  const moved = words.map((w, i) => i === j ? w.map((x, k) => x + nudge[k]) : w);
  const o = layer(moved);
  return o.map((row, i) => Math.abs(Math.hypot(...row) - Math.hypot(...base[i])));
});
return cols[0].map((_, i) => cols.map((c) => c[i]));`,
    },
    {
      what: "map, copies, transposed at the end",
      status: "passed",
      body: `
  const still = layer(words.map((word) => [...word])).map((word) => [...word]);
  const columns = words.map((_, j) => {
    const nudged = words.map((word, t) => word.map((value, f) => t === j ? value + nudge[f] : value));
    return layer(nudged).map((word, i) => Math.hypot(...word.map((value, f) => value - still[i][f])));
  });
  return still.map((_, i) => columns.map((column) => column[i]));`,
    },
    {
      what: "loops and structuredClone",
      status: "passed",
      body: `
  const before = structuredClone(layer(structuredClone(words)));
  const result = before.map(() => new Array<number>(words.length).fill(0));
  for (let j = 0; j < words.length; j++) {
    const changed = structuredClone(words);
    for (let f = 0; f < nudge.length; f++) changed[j][f] += nudge[f];
    const after = layer(changed);
    for (let i = 0; i < after.length; i++) {
      let sum = 0;
      for (let f = 0; f < after[i].length; f++) sum += (after[i][f] - before[i][f]) ** 2;
      result[i][j] = Math.sqrt(sum);
    }
  }
  return result;`,
    },
    {
      what: "transposed (2)",
      status: "failed",
      mistake: "rows and columns exchanged",
      body: `
  const before = layer(words.map((word) => [...word])).map((word) => [...word]);
  return words.map((_, j) => {
    const copy = words.map((word) => [...word]);
    copy[j] = copy[j].map((value, f) => value + nudge[f]);
    const after = layer(copy);
    return after.map((word, i) =>
      Math.sqrt(word.reduce((sum, value, f) => sum + (value - before[i][f]) ** 2, 0))
    );
  });`,
    },
    {
      what: "shallow copy",
      status: "failed",
      mistake: "nudges pile up",
      body: `
  const before = layer(words.map((word) => [...word])).map((word) => [...word]);
  const result: number[][] = words.map(() => []);
  for (let j = 0; j < words.length; j++) {
    const copy = [...words];
    for (let f = 0; f < nudge.length; f++) copy[j][f] += nudge[f];
    const after = layer(copy);
    for (let i = 0; i < words.length; i++) {
      const squares = after[i].map((value, f) => (value - before[i][f]) ** 2);
      result[i].push(Math.sqrt(squares.reduce((a, b) => a + b, 0)));
    }
  }
  return result;`,
    },
    {
      what: "root forgotten",
      status: "failed",
      mistake: "no root",
      body: `
  const before = layer(words.map((word) => [...word])).map((word) => [...word]);
  const afters = words.map((_, j) =>
    layer(words.map((word, t) => t === j ? word.map((value, f) => value + nudge[f]) : [...word]))
      .map((word) => [...word])
  );
  return before.map((word, i) =>
    afters.map((after) => word.reduce((sum, value, f) => sum + (after[i][f] - value) ** 2, 0))
  );`,
    },
  ],
};
