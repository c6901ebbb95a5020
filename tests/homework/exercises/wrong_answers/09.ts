/** Plausible wrong answers of notebook 09 that no hint names: they must fail all the same. */

const smoothing = (wanted: string, result: string): string =>
  `function labelSmoothing(logits, targets, { smoothing, padId }) {
  const vocab = logits.shape[1];
  const right = tf.cast(tf.oneHot(targets, vocab), "float32");
  const real = tf.cast(tf.notEqual(targets, padId), "float32");
  const wanted = ${wanted};
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  return ${result};
}`;
const soundWanted = "tf.add(tf.mul(right, 1 - smoothing), smoothing / vocab)";
const soundMean = "tf.div(tf.sum(tf.mul(losses, real)), tf.sum(real))";

const schedule = (body: string): string =>
  `function warmupSchedule(steps, { modelSize, warmup }) {
  return Array.from({ length: steps }, (_, i) => {
    const t = i + 1;
    return ${body};
  });
}`;

const beam = (body: string): string =>
  `function beamSearchStep(step, beam, { startId, endId, width, alpha }) {
  const score = ({ tokens, logProbability }) => logProbability / ((5 + tokens.length) / 6) ** alpha;
  const extend = ({ tokens, logProbability }) =>
    step([startId, ...tokens]).map((next, token) => ({
      tokens: [...tokens, token],
      logProbability: logProbability + next,
    }));
  const over = ({ tokens }) => tokens[tokens.length - 1] === endId;
  const best = (list, mark = score) => list.sort((a, b) => mark(b) - mark(a)).slice(0, width);
${body}
}`;
const candidates = "beam.flatMap((h) => over(h) ? [h] : extend(h))";

const bleu = (
  { found = "Math.min(count, wanted.get(run) ?? 0)", end }: { found?: string; end: string },
): string =>
  `function bleu(hypotheses, references) {
  const runs = (words, n) => {
    const counts = new Map();
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n).join(" ");
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    return counts;
  };
  const precisions = [1, 2, 3, 4].map((n) => {
    let [matches, total, theirTotal] = [0, 0, 0];
    hypotheses.forEach((words, i) => {
      const wanted = runs(references[i], n);
      for (const count of wanted.values()) theirTotal += count;
      for (const [run, count] of runs(words, n)) {
        matches += ${found};
        total += count;
      }
    });
    return { matches, total, theirTotal };
  });
  const [c, r] = [hypotheses.flat().length, references.flat().length];
  const penalty = Math.exp(Math.min(0, 1 - r / c));
  const root = (shares) => Math.exp(shares.reduce((sum, p) => sum + Math.log(p), 0) / shares.length);
  const shares = precisions.map(({ matches, total }) => matches / total);
  return ${end};
}`;

const overfit = (steps: string): string =>
  `function overfitOneBatch(batch, start) {
  const parameters = Object.fromEntries(
    Object.entries(start).map(([name, first]) => [name, tf.variable(first)]),
  );
  const vocab = start.outputBias.shape[0];
  const wanted = tf.cast(tf.oneHot(batch.labels, vocab), "float32");
  const lossAgainst = (rows) => () => {
    const { hiddenWeights, hiddenBias, outputWeights, outputBias } = parameters;
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
    const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
    return tf.neg(tf.mean(tf.sum(tf.mul(rows, tf.logSoftmax(logits)), -1)));
  };
  const loss = lossAgainst(wanted);
  ${steps}
  return parameters;
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "09.1": {
    "probabilities for their logarithms": smoothing(
      soundWanted,
      "tf.neg(tf.div(tf.sum(tf.mul(tf.sum(tf.mul(wanted, tf.softmax(logits)), -1), real)), tf.sum(real)))",
    ),
    "the sign forgotten": smoothing(soundWanted, `tf.neg(${soundMean})`),
    "one loss for each row": smoothing(soundWanted, "losses"),
    "padding alone counts": smoothing(
      soundWanted,
      "tf.sum(tf.mul(losses, tf.sub(1, real)))",
    ),
    "divided by rows times vocabulary": smoothing(
      soundWanted,
      "tf.div(tf.sum(tf.mul(losses, real)), tf.mul(tf.sum(real), vocab))",
    ),
    "smoothing and the rest exchanged": smoothing(
      "tf.add(tf.mul(right, smoothing), (1 - smoothing) / vocab)",
      soundMean,
    ),
    "nothing": `function labelSmoothing() {}`,
  },
  "09.2": {
    "the warm-up with w for w to 1.5": schedule(
      "modelSize ** -0.5 * Math.min(t ** -0.5, t / warmup)",
    ),
    "1/t for 1/√t": schedule("modelSize ** -0.5 * Math.min(1 / t, t * warmup ** -1.5)"),
    "step from 2": schedule(
      "modelSize ** -0.5 * Math.min((t + 1) ** -0.5, (t + 1) * warmup ** -1.5)",
    ),
    "d inside of the minimum": schedule("Math.min((modelSize * t) ** -0.5, t * warmup ** -1.5)"),
    "one rate for all": schedule("modelSize ** -0.5 * warmup ** -0.5"),
    "one rate too many": `function warmupSchedule(steps, { modelSize, warmup }) {
  return Array.from({ length: steps + 1 }, (_, i) =>
    modelSize ** -0.5 * Math.min((i + 1) ** -0.5, (i + 1) * warmup ** -1.5));
}`,
  },
  "09.3": {
    "the worst first": beam(
      `  return ${candidates}.sort((a, b) => score(a) - score(b)).slice(0, width);`,
    ),
    "not cut": beam(`  return ${candidates}.sort((a, b) => score(b) - score(a));`),
    "cut before it is sorted": beam(`  return best(${candidates}.slice(0, width));`),
    "without <sos>": beam(
      `  const extendOwn = ({ tokens, logProbability }) =>
    step(tokens.length ? tokens : [endId]).map((next, token) => ({
      tokens: [...tokens, token], logProbability: logProbability + next }));
  return best(beam.flatMap((h) => over(h) ? [h] : extendOwn(h)));`,
    ),
    "multiplied by the penalty": beam(
      `  const mark = ({ tokens, logProbability }) => logProbability * ((5 + tokens.length) / 6) ** alpha;
  return best(${candidates}, mark);`,
    ),
    "divided by the length": beam(
      `  const mark = ({ tokens, logProbability }) => logProbability / tokens.length;
  return best(${candidates}, mark);`,
    ),
    "stops as soon as one has ended": beam(
      `  if (beam.some(over)) return beam;
  return best(${candidates});`,
    ),
    "probabilities added instead of logarithms": beam(
      `  const joined = beam.flatMap((h) => over(h) ? [h] : step([startId, ...h.tokens]).map((next, token) => ({
    tokens: [...h.tokens, token], logProbability: Math.log(Math.exp(h.logProbability) + Math.exp(next)) })));
  return best(joined);`,
    ),
  },
  "09.4": {
    "divided by the reference's runs (recall)": bleu({
      end:
        "100 * penalty * root(precisions.map(({ matches, theirTotal }) => matches / theirTotal))",
    }),
    "single words alone": bleu({ end: "100 * penalty * shares[0]" }),
    "runs of four alone": bleu({ end: "100 * penalty * shares[3]" }),
    "pairs of words at most": bleu({ end: "100 * penalty * root(shares.slice(0, 2))" }),
    "the product without the root": bleu({ end: "100 * penalty * shares.reduce((a, b) => a * b)" }),
    "the penalty with both lengths exchanged": bleu({
      end: "100 * Math.exp(Math.min(0, 1 - c / r)) * root(shares)",
    }),
    "each run counted once": bleu({
      found: "wanted.has(run) ? 1 : 0",
      end: "100 * penalty * root(shares)",
    }),
  },
  "09.5": {
    "too few steps": overfit(
      "const o = tf.train.sgd(0.1); for (let i = 0; i < 5; i++) o.minimize(loss);",
    ),
    "along the gradient": overfit(
      "const o = tf.train.sgd(0.1); for (let i = 0; i < 9; i++) o.minimize(() => tf.neg(loss()));",
    ),
    "the last layer alone": overfit(
      `const own = [parameters.outputWeights, parameters.outputBias];
  const o = tf.train.adam(0.05); for (let i = 0; i < 60; i++) o.minimize(loss, false, own);`,
    ),
    "divided by 0": overfit(
      "const o = tf.train.sgd(0.1); for (let i = 0; i < 3; i++) o.minimize(() => tf.div(loss(), 0));",
    ),
    "other labels": overfit(
      `const others = lossAgainst(tf.fill(wanted.shape, 1 / vocab));
  const o = tf.train.adam(0.05); for (let i = 0; i < 60; i++) o.minimize(others);`,
    ),
    "fresh parameters of another size": `function overfitOneBatch(batch, start) {
  const { hiddenBias, outputWeights, outputBias } = start;
  return { hiddenWeights: tf.zeros([3, 3]), hiddenBias, outputWeights, outputBias };
}`,
    "the loss": overfit("return loss();"),
    "nothing": `function overfitOneBatch() {}`,
  },
};
