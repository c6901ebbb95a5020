/** Plausible wrong answers of notebook 08 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const norm = (result: string): string =>
  `function layerNorm(inputs, gain, bias, epsilon) {
  const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  const normal = tf.div(centred, tf.sqrt(tf.add(variance, epsilon)));
  return ${result};
}`;

const network = (result: string): string =>
  `function feedForward(inputs, network) {
  const { hiddenWeights, hiddenBias, outputWeights, outputBias } = network;
  const hidden = tf.add(tf.matMul(inputs, hiddenWeights), hiddenBias);
  return ${result};
}`;

const around = (result: string): string =>
  `function residual(inputs, weights, norm, normFirst) {
  const f = (x) => tf.matMul(x, weights);
  const n = (x) => layerNorm(x, norm.gain, norm.bias, 1e-5);
  const x = inputs;
  return ${result};
}`;

const encoder = (result: string): string =>
  `function encoderLayer(inputs, attention, network, norms) {
  const attend = (x, m = attention) =>
    tf.matMul(
      scaledDotProductAttention({
        queries: tf.matMul(x, m.queries),
        keys: tf.matMul(x, m.keys),
        values: tf.matMul(x, m.values),
      }).output,
      m.output,
    );
  const n = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const f = (x) => feedForward(x, network);
  const attended = n(tf.add(inputs, attend(inputs)), 0);
  return ${result};
}`;

const decoder = (attended: string, crossAttended: string, result: string): string =>
  `function decoderLayer(inputs, memory, attentions, network, norms) {
  const attend = (queryInputs, keyInputs, m, keep) =>
    tf.matMul(
      scaledDotProductAttention({
        queries: tf.matMul(queryInputs, m.queries),
        keys: tf.matMul(keyInputs, m.keys),
        values: tf.matMul(keyInputs, m.values),
        keep,
      }).output,
      m.output,
    );
  const n = (x, i) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const keep = causalMask(inputs.shape[1]);
  const attended = ${attended};
  const crossAttended = ${crossAttended};
  return ${result};
}`;

const attended = "n(tf.add(inputs, attend(inputs, inputs, attentions.self, keep)), 0)";
const crossAttended = "n(tf.add(attended, attend(attended, memory, attentions.cross)), 1)";
const result = "n(tf.add(crossAttended, feedForward(crossAttended, network)), 2)";

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "08.1": {
    "one position only": norm(
      "tf.add(tf.mul(tf.slice(normal, [0, 0, 0], [1, 1, -1]), gain), bias)",
    ),
    "from 0 to 1": norm(
      `tf.add(tf.mul(tf.div(tf.sub(inputs, tf.min(inputs, -1, true)),
    tf.add(tf.sub(tf.max(inputs, -1, true), tf.min(inputs, -1, true)), epsilon)), gain), bias)`,
    ),
    "multiplied by the deviation": norm(
      "tf.add(tf.mul(tf.mul(centred, tf.sqrt(tf.add(variance, epsilon))), gain), bias)",
    ),
    "softmax": norm("tf.add(tf.mul(tf.softmax(inputs), gain), bias)"),
    "epsilon outside of the root": `function layerNorm(inputs, gain, bias, epsilon) {
  const { mean, variance } = tf.moments(inputs, -1, true); return inputs.sub(mean).div(variance.sqrt().add(Math.sqrt(epsilon))).mul(gain).add(bias);
}`,
    "gain by dot": `function layerNorm(inputs, gain, bias, epsilon) {
  const { mean, variance } = tf.moments(inputs, -1, true); return inputs.sub(mean).div(variance.add(epsilon).sqrt()).dot(gain).add(bias);
}`,
  },
  "08.2": {
    "at most 1": network(
      "tf.add(tf.matMul(tf.minimum(tf.relu(hidden), 1), outputWeights), outputBias)",
    ),
    "the ReLU twice the size": network(
      "tf.add(tf.matMul(tf.mul(2, tf.relu(hidden)), outputWeights), outputBias)",
    ),
    "1 for what is positive": network(
      `tf.add(tf.matMul(tf.cast(tf.greater(hidden, 0), "float32"), outputWeights), outputBias)`,
    ),
    "the output's bias subtracted": network(
      "tf.sub(tf.matMul(tf.relu(hidden), outputWeights), outputBias)",
    ),
    "the hidden bias at the end": network(
      "tf.add(tf.matMul(tf.relu(hidden), outputWeights), tf.mean(hiddenBias))",
    ),
    "the ReLU of the square": network(
      "tf.add(tf.matMul(tf.square(tf.relu(hidden)), outputWeights), outputBias)",
    ),
    "transposed": `function feedForward(inputs, network) {
  const { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 } = network;
  return inputs.matMul(W1.transpose()).add(b1).relu().matMul(W2.transpose()).add(b2);
}`,
  },
  "08.3": {
    "the sub-layer twice": around("normFirst ? tf.add(x, f(f(n(x)))) : n(tf.add(x, f(f(x))))"),
    "the inputs": around("x"),
    "the sub-layer alone": around("f(x)"),
    "the mean of both ways": around(
      "normFirst ? tf.div(tf.add(x, f(n(x))), 2) : n(tf.add(x, f(x)))",
    ),
    "both orders added": around("tf.add(tf.add(x, f(n(x))), n(tf.add(x, f(x))))"),
  },
  "08.4": {
    "one more norm at the end": encoder("n(n(tf.add(attended, f(attended)), 1), 1)"),
    "the network twice": encoder("n(tf.add(attended, f(f(attended))), 1)"),
    "attention twice": encoder("n(tf.add(attended, attend(attended)), 1)"),
    "the sentences run together": encoder("n(tf.add(attended, f(attended)), 1)").replace(
      "const attended = n(tf.add(inputs, attend(inputs)), 0);",
      "const flat = tf.reshape(inputs, [1, -1, inputs.shape[2]]);\n" +
        "  const attended = n(tf.add(inputs, tf.reshape(attend(flat), inputs.shape)), 0);",
    ),
    "the values' matrix twice": encoder("n(tf.add(attended, f(attended)), 1)").replace(
      "m.output,",
      "tf.matMul(m.values, m.output),",
    ),
    "attention and network side by side": encoder(
      "n(n(tf.add(tf.add(inputs, attend(inputs)), f(inputs)), 0), 1)",
    ),
    "all of the steps subtracted": encoder("n(tf.sub(attended, f(attended)), 1)"),
    "the values' matrix for the output": encoder("n(tf.add(attended, f(attended)), 1)").replace(
      "m.output,",
      "m.values,",
    ),
    "every sentence the first": encoder(
      "tf.tile(tf.slice(n(tf.add(attended, f(attended)), 1), 0, 1), [inputs.shape[0], 1, 1])",
    ).replace("attend(inputs)", "attend(tf.mul(inputs, 1.01))"),
    "residual after projection: queries":
      `function encoderLayer(inputs, attention, network, norms) {
  const att = (q, s, a, keep) => tf.matMul(scaledDotProductAttention({ queries: tf.matMul(q, a.queries), keys: tf.matMul(s, a.keys), values: tf.matMul(s, a.values), keep }).output, a.output);
  const norm = (x, n) => layerNorm(x, n.gain, n.bias, 1e-5);
  const q = tf.matMul(inputs, attention.queries); const x = norm(q.add(att(inputs, inputs, attention)), norms[0]); return norm(x.add(feedForward(x, network)), norms[1]);
}`,
  },
  "08.5": {
    "the memory normed once more": decoder(
      attended,
      "n(tf.add(attended, attend(attended, n(memory, 1), attentions.cross)), 1)",
      result,
    ),
    "a step added twice": decoder(
      attended,
      crossAttended,
      "n(tf.add(tf.add(crossAttended, attended), feedForward(crossAttended, network)), 2)",
    ),
    "the memory's mean added": decoder(
      attended,
      "n(tf.add(attended, tf.mean(memory, 1, true)), 1)",
      result,
    ),
    "cross-attention twice": decoder(
      attended,
      crossAttended,
      "n(tf.add(crossAttended, attend(crossAttended, memory, attentions.cross)), 2)",
    ),
    "self-attention twice": decoder(
      attended,
      "n(tf.add(attended, attend(attended, attended, attentions.self, keep)), 1)",
      result,
    ),
    "the network after each step": decoder(
      "n(tf.add(inputs, feedForward(attend(inputs, inputs, attentions.self, keep), network)), 0)",
      crossAttended,
      result,
    ),
    "both attentions at once": decoder(
      `n(tf.add(tf.add(inputs, attend(inputs, inputs, attentions.self, keep)),
    attend(inputs, memory, attentions.cross)), 0)`,
      "n(attended, 1)",
      result,
    ),
    "one norm for the network's output alone": decoder(
      attended,
      crossAttended,
      "n(tf.add(crossAttended, n(feedForward(crossAttended, network), 2)), 2)",
    ),
    "a mask that hides each word from itself": decoder(
      attended.replace(
        "keep)",
        "tf.logicalAnd(keep, tf.logicalNot(tf.eye(inputs.shape[1]).cast('bool'))))",
      ),
      crossAttended,
      result,
    ),
  },
  "08.6": {
    "the cubes of the changes": `function measureInfluence(layer, words, nudge) {
  const before = layer(words);
  const runs = words.map((_, j) => layer(words.map((w, i) => i === j ? w.map((x, d) => x + nudge[d]) : w)));
  return words.map((_, i) => runs.map((run, j) => Math.cbrt(run[i].reduce((sum, x, d) => sum + Math.abs(x - before[i][d]) ** 3, 0))));
}`,
    "relative to the output": `function measureInfluence(layer, words, nudge) {
  const before = layer(words);
  const runs = words.map((_, j) => layer(words.map((w, i) => i === j ? w.map((x, d) => x + nudge[d]) : w)));
  return words.map((_, i) => runs.map((run, j) => Math.hypot(...run[i].map((x, d) => x - before[i][d])) / Math.hypot(...before[i])));
}`,
    "the change of the numbers' product": `function measureInfluence(layer, words, nudge) {
  const product = (row) => row.reduce((all, x) => all * x, 1);
  const before = layer(words);
  const runs = words.map((_, j) => layer(words.map((w, i) => i === j ? w.map((x, d) => x + nudge[d]) : w)));
  return words.map((_, i) => runs.map((run) => Math.abs(product(run[i]) - product(before[i]))));
}`,
    "from both sides": `function measureInfluence(layer, words, nudge) {
  const at = (j, s) => layer(words.map((w, i) => i === j ? w.map((x, d) => x + s * nudge[d]) : w));
  const runs = words.map((_, j) => [at(j, 1), at(j, -1)]);
  return words.map((_, i) => runs.map(([a, b]) => Math.hypot(...a[i].map((x, d) => (x - b[i][d]) / 2))));
}`,
    "the other way": `function measureInfluence(layer, words, nudge) {
  const before = layer(words);
  const runs = words.map((_, j) => layer(words.map((w, i) => i === j ? w.map((x, d) => x - nudge[d]) : w)));
  return words.map((_, i) => runs.map((run) => 2 * Math.hypot(...run[i].map((x, d) => x - before[i][d]))));
}`,
  },
};
