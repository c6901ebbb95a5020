/** Plausible wrong answers of notebook 09 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

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
export const wrongAnswers: AnswerCells = {
  "09.1": {
    "the largest loss": smoothing(soundWanted, "tf.max(tf.mul(losses, real))"),
    "the median row": smoothing(
      soundWanted,
      "tf.gather(tf.reverse(tf.topk(losses, losses.size).values), Math.floor(losses.size / 2))",
    ),
    "smoothing for the wrong rows alone": smoothing(
      "tf.add(tf.mul(right, 1 - smoothing / 2), smoothing / vocab / 2)",
      soundMean,
    ),
    "divided by the real rows and one": smoothing(
      soundWanted,
      "tf.div(tf.sum(tf.mul(losses, real)), tf.add(tf.sum(real), 1))",
    ),
    "targets one too high": smoothing(soundWanted, soundMean)
      .replace(
        "tf.oneHot(targets, vocab)",
        'tf.oneHot(tf.add(targets, tf.scalar(1, "int32")), vocab)',
      ),
  },
  "09.2": {
    "never below a tenth of the peak": schedule(
      "Math.max(modelSize ** -0.5 * warmup ** -0.5 / 2, modelSize ** -0.5 * Math.min(t ** -0.5, t * warmup ** -1.5))",
    ),
    "a sine in the warm-up": schedule(
      "modelSize ** -0.5 * (t < warmup ? warmup ** -0.5 * Math.sin(Math.PI / 2 * t / warmup) : t ** -0.5)",
    ),
    "a cosine after the peak": schedule(
      "modelSize ** -0.5 * (t <= warmup ? t * warmup ** -1.5 : warmup ** -0.5 * Math.cos((t - warmup) / steps))",
    ),
    "rounded": schedule(
      "Number((modelSize ** -0.5 * Math.min(t ** -0.5, t * warmup ** -1.5)).toFixed(4))",
    ),
    "as words": schedule("String(modelSize ** -0.5 * Math.min(t ** -0.5, t * warmup ** -1.5))"),
  },
  "09.3": {
    "probabilities added instead of logarithms": beam(
      `  const joined = beam.flatMap((h) => over(h) ? [h] : step([startId, ...h.tokens]).map((next, token) => ({
    tokens: [...h.tokens, token], logProbability: Math.log(Math.exp(h.logProbability) + Math.exp(next)) })));
  return best(joined);`,
    ),
    "<eos> in front of the tokens": beam(
      `  const extendOwn = ({ tokens, logProbability }) =>
    step([endId, ...tokens]).map((next, token) => ({
      tokens: [...tokens, token], logProbability: logProbability + next }));
  return best(beam.flatMap((h) => over(h) ? [h] : extendOwn(h)));`,
    ),
    "looks for <eos> at the beginning": beam(
      "  return best(beam.flatMap((h) => h.tokens[0] === endId ? [h] : extend(h)));",
    ),
    "the tokens alone": beam(`  return best(${candidates}).map(({ tokens }) => tokens);`),
    "the index of the candidate for the token": beam(
      `  return best(${candidates}).map((h, i) => ({ ...h, tokens: [...h.tokens.slice(0, -1), i] }));`,
    ),
    "twice the width": beam(
      `  return (${candidates}).sort((a, b) => score(b) - score(a)).slice(0, 2 * width);`,
    ),
  },
  "09.4": {
    "the precisions weighted by their length": bleu({
      end: "100 * penalty * shares.reduce((all, p, i) => all * p ** ((i + 1) / 10), 1)",
    }),
    "the penalty twice": bleu({ end: "100 * penalty * penalty * root(shares)" }),
    "the mean of precision and recall": bleu({
      end: `100 * penalty * root(precisions.map(({ matches, total, theirTotal }) =>
    (matches / total + matches / theirTotal) / 2))`,
    }),
    "the share of sentences that are perfect": `function bleu(hypotheses, references) {
  const same = hypotheses.filter((words, i) => words.join(" ") === references[i].join(" "));
  return 100 * same.length / hypotheses.length;
}`,
    "words in their places": `function bleu(hypotheses, references) {
  let [right, all] = [0, 0];
  hypotheses.forEach((words, i) => words.forEach((word, j) => {
    all++;
    if (references[i][j] === word) right++;
  }));
  return 100 * right / all;
}`,
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
    "softmax twice": overfit(
      `const o = tf.train.adam(0.05); for (let i = 0; i < 200; i++) o.minimize(loss);`,
    ).replace("tf.logSoftmax(logits)", "tf.logSoftmax(tf.softmax(logits))"),
    "another activation": overfit(
      `const o = tf.train.adam(0.05); for (let i = 0; i < 200; i++) o.minimize(loss);`,
    ).replace("tf.tanh(", "tf.relu("),
    "fresh parameters of another size": `function overfitOneBatch(batch, start) {
  const { hiddenBias, outputWeights, outputBias } = start;
  return { hiddenWeights: tf.zeros([3, 3]), hiddenBias, outputWeights, outputBias };
}`,
    "the loss": overfit("return loss();"),
    "nothing": `function overfitOneBatch() {}`,
  },
};
