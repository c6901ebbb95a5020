/** Plausible wrong answers of notebook 08 that no hint names: they must fail all the same. */

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
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "08.1": {
    "bias before the gain": norm("tf.mul(tf.add(normal, bias), gain)"),
    "the sum for the mean": norm(
      "tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(tf.sum(tf.square(centred), -1, true), epsilon))), gain), bias)",
    ),
    "an ε of its own": norm(
      "tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, 1e-5))), gain), bias)",
    ),
    "ε squared": norm(
      "tf.add(tf.mul(tf.div(centred, tf.sqrt(tf.add(variance, epsilon ** 2))), gain), bias)",
    ),
    "distances instead of their squares": norm(
      "tf.add(tf.mul(tf.div(centred, tf.add(tf.mean(tf.abs(centred), -1, true), epsilon)), gain), bias)",
    ),
    "one position only": norm(
      "tf.add(tf.mul(tf.slice(normal, [0, 0, 0], [1, 1, -1]), gain), bias)",
    ),
    "centred only": norm("tf.add(tf.mul(centred, gain), bias)"),
    "gain and bias exchanged": norm("tf.add(tf.mul(normal, bias), gain)"),
    "divided by the length": norm(
      "tf.add(tf.mul(tf.div(centred, tf.norm(centred, 2, -1, true)), gain), bias)",
    ),
    "not centred": norm(
      "tf.add(tf.mul(tf.div(inputs, tf.sqrt(tf.add(variance, epsilon))), gain), bias)",
    ),
    "nothing": norm("undefined"),
  },
  "08.2": {
    "another activation": network("tf.add(tf.matMul(tf.tanh(hidden), outputWeights), outputBias)"),
    "the bias after the ReLU": network(
      "tf.add(tf.matMul(tf.add(tf.relu(tf.matMul(inputs, hiddenWeights)), hiddenBias), outputWeights), outputBias)",
    ),
    "what is positive cut off": network(
      "tf.add(tf.matMul(tf.minimum(hidden, 0), outputWeights), outputBias)",
    ),
    "a ReLU before the first map": network(
      "tf.add(tf.matMul(tf.add(tf.matMul(tf.relu(inputs), hiddenWeights), hiddenBias), outputWeights), outputBias)",
    ),
    "at most 6": network(
      "tf.add(tf.matMul(tf.minimum(tf.relu(hidden), 1), outputWeights), outputBias)",
    ),
    "the mean over the words": network(
      "tf.tile(tf.mean(tf.add(tf.matMul(tf.relu(hidden), outputWeights), outputBias), 1, true), [1, inputs.shape[1], 1])",
    ),
    "softmax": network("tf.add(tf.matMul(tf.softmax(hidden), outputWeights), outputBias)"),
    "the hidden layer": network("tf.relu(hidden)"),
    "the size of negative numbers": network(
      "tf.add(tf.matMul(tf.abs(hidden), outputWeights), outputBias)",
    ),
  },
  "08.3": {
    "the sub-layer twice": around("normFirst ? tf.add(x, f(f(n(x)))) : n(tf.add(x, f(f(x))))"),
    "subtracted": around("normFirst ? tf.sub(x, f(n(x))) : n(tf.sub(x, f(x)))"),
    "normed before and after": around("normFirst ? n(tf.add(x, f(n(x)))) : n(tf.add(x, f(x)))"),
    "the inputs": around("x"),
    "the sub-layer alone": around("f(x)"),
    "weights transposed": around(
      "normFirst ? tf.add(x, tf.matMul(n(x), weights, false, true)) : n(tf.add(x, tf.matMul(x, weights, false, true)))",
    ),
    "the mean of both ways": around(
      "normFirst ? tf.div(tf.add(x, f(n(x))), 2) : n(tf.add(x, f(x)))",
    ),
    "the inputs twice": around(
      "normFirst ? tf.add(tf.add(x, x), f(n(x))) : n(tf.add(tf.add(x, x), f(x)))",
    ),
  },
  "08.4": {
    "the network on the inputs": encoder("n(tf.add(attended, f(inputs)), 1)"),
    "without the network": encoder("attended"),
    "one more norm at the end": encoder("n(n(tf.add(attended, f(attended)), 1), 1)"),
    "the network twice": encoder("n(tf.add(attended, f(f(attended))), 1)"),
    "not scaled": encoder("n(tf.add(attended, f(attended)), 1)").replace(
      "values: tf.matMul(x, m.values),",
      "values: tf.matMul(x, m.values), scale: 1,",
    ),
    "keys from the queries' matrix": encoder("n(tf.add(attended, f(attended)), 1)").replace(
      "m.keys",
      "m.queries",
    ),
    "the norms exchanged": encoder(
      "n(tf.add(n(tf.add(inputs, attend(inputs)), 1), f(n(tf.add(inputs, attend(inputs)), 1))), 0)",
    ),
    "the first inputs added again": encoder("n(tf.add(inputs, f(attended)), 1)"),
    "attention twice": encoder("n(tf.add(attended, attend(attended)), 1)"),
  },
  "08.5": {
    "no norm in the middle": decoder(
      attended,
      "tf.add(attended, attend(attended, memory, attentions.cross))",
      result,
    ),
    "no way around cross-attention": decoder(
      attended,
      "n(attend(attended, memory, attentions.cross), 1)",
      result,
    ),
    "cross-attention first": decoder(
      "n(tf.add(inputs, attend(inputs, memory, attentions.cross)), 0)",
      "n(tf.add(attended, attend(attended, attended, attentions.self, keep)), 1)",
      result,
    ),
    "without the network": decoder(attended, crossAttended, "crossAttended"),
    "a mask that hides the past": decoder(
      "n(tf.add(inputs, attend(inputs, inputs, attentions.self, tf.logicalNot(tf.transpose(keep)))), 0)",
      crossAttended,
      result,
    ),
    "one attention for both": decoder(
      attended,
      "n(tf.add(attended, attend(attended, memory, attentions.self)), 1)",
      result,
    ),
    "pre-norm": decoder(
      "tf.add(inputs, attend(n(inputs, 0), n(inputs, 0), attentions.self, keep))",
      "tf.add(attended, attend(n(attended, 1), memory, attentions.cross))",
      "tf.add(crossAttended, feedForward(n(crossAttended, 2), network))",
    ),
    "the inputs around cross-attention": decoder(
      attended,
      "n(tf.add(inputs, attend(attended, memory, attentions.cross)), 1)",
      result,
    ),
    "the memory normed once more": decoder(
      attended,
      "n(tf.add(attended, attend(attended, n(memory, 1), attentions.cross)), 1)",
      result,
    ),
    "the second norm twice": decoder(
      attended,
      crossAttended,
      "n(tf.add(crossAttended, feedForward(crossAttended, network)), 1)",
    ),
  },
};
