/** Cells that answer the exercises of notebook 09 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "09.1": [
    {
      what: "(1 - ε) · nll + ε · mean of -log p, defaults, tidy",
      status: "passed",
      cell: `
const labelSmoothing = (
  logits: tf.Tensor2D,
  targets: tf.Tensor1D,
  { smoothing = 0, padId = 0 } = {},
): tf.Tensor =>
  tf.tidy(() => {
    const logP = tf.logSoftmax(logits);
    const one = tf.oneHot(targets, logits.shape[1]).cast("float32");
    const surprise = logP.mul(one).sum(-1).neg(); // 정답 토큰
    const even = logP.mean(-1).neg(); // 모든 토큰에 고르게
    const rows = surprise.mul(1 - smoothing).add(even.mul(smoothing));
    const keep = targets.notEqual(padId).cast("float32");
    return rows.mul(keep).sum().div(keep.sum());
  });`,
    },
    {
      what: "tf.losses.softmaxCrossEntropy with weights and its own smoothing",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

export function labelSmoothing(logits: any, targets: any, options: any) {
  const { smoothing, padId } = options;
  const vocab = logits.shape[1];
  const wanted = tf.cast(tf.oneHot(targets, vocab), "float32");
  const weights = tf.cast(tf.notEqual(targets, padId), "float32");
  const shifted = tf.sub(logits, tf.max(logits, -1, true)); // large logits
  // mean over the rows with a weight that is not 0
  const loss = tf.losses.softmaxCrossEntropy(wanted, shifted, weights, smoothing);
  console.log("rows", logits.shape[0], "loss", loss.dataSync()[0]);
  return loss;
}`,
    },
    {
      what: "as in the Annotated Transformer",
      status: "failed",
      mistake: "padding's token gets no share",
      cell: `
function labelSmoothing(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  { smoothing, padId }: { smoothing: number; padId: number },
): tf.Tensor {
  const size = logits.shape[1];
  const right = tf.cast(tf.oneHot(targets as tf.Tensor1D, size), "float32");
  const padColumn = tf.cast(tf.oneHot(tf.tensor1d([padId], "int32"), size), "float32");
  const others = tf.sub(tf.sub(1, right), padColumn);
  const wanted = tf.add(tf.mul(right, 1 - smoothing), tf.mul(others, smoothing / (size - 2)));
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  const keep = tf.cast(tf.notEqual(targets, padId), "float32");
  return tf.div(tf.sum(tf.mul(losses, keep)), tf.sum(keep));
}`,
    },
    {
      what: "padding is taken to be id 0",
      status: "failed",
      mistake: "takes 0 for padding",
      cell: `
const labelSmoothing = (logits: any, targets: any, { smoothing: eps }: any) => {
  const vocab = logits.shape[1];
  const mask = targets.toBool().toFloat();
  const q = tf.oneHot(targets, vocab).mul(1 - eps).add(eps / vocab);
  const perRow = q.mul(logits.logSoftmax()).sum(-1).neg();
  return perRow.mul(mask).sum().div(mask.sum());
};`,
    },
  ],
  "09.2": [
    {
      what: "generator of rates, helper before, Array.from",
      status: "passed",
      cell: `
function* ratesFrom(first: number, d: number, w: number): Generator<number> {
  for (let t = first;; t++) yield Math.min(t ** -0.5, t * w ** -1.5) * d ** -0.5;
}

const warmupSchedule = (steps: number, { modelSize, warmup }: any): number[] => {
  const rates: number[] = [];
  if (steps < 1) return rates;
  for (const rate of ratesFrom(1, modelSize, warmup)) {
    rates.push(rate);
    if (rates.length === steps) break;
  }
  return rates;
};

console.log(warmupSchedule(16, { modelSize: 4, warmup: 4 })); // 0.0625 … 0.25 … 0.125`,
    },
    {
      what: "Float64Array, two branches instead of min, loosened types",
      status: "passed",
      cell: `
function warmupSchedule(count, { modelSize: d = 512, warmup: w = 4000 } = {}) {
  const rates = new Float64Array(count);
  rates.forEach((_, i) => {
    const t = i + 1;
    rates[i] = t <= w ? t / (w * Math.sqrt(w) * Math.sqrt(d)) : 1 / Math.sqrt(d * t);
  });
  return Array.from(rates);
}`,
    },
    {
      what: "** −1 / 2 without brackets",
      status: "failed",
      mistake: "half a power",
      cell: `
const warmupSchedule = (
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] =>
  Array.from({ length: steps }, (_, i) => {
    const t = i + 1;
    return modelSize ** -1 / 2 * Math.min(1 / Math.sqrt(t), t / warmup ** 1.5);
  });`,
    },
    {
      what: "NumPy's range without its end",
      status: "failed",
      mistake: "one rate too few",
      cell: `
/** Like np.arange. */
function arange(from: number, to: number): number[] {
  const numbers = [];
  for (let n = from; n < to; n++) numbers.push(n);
  return numbers;
}

export function warmupSchedule(
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] {
  const scale = 1 / Math.sqrt(modelSize);
  return arange(1, steps).map((t) => scale * Math.min(1 / Math.sqrt(t), t / warmup ** 1.5));
}`,
    },
  ],
  "09.3": [
    {
      what: "generic helper for the best few, renamed parameters",
      status: "passed",
      cell: `
/** The \`count\` items with the highest score, best first. */
function bestOf<T>(items: T[], count: number, score: (item: T) => number): T[] {
  return items
    .map((item) => ({ item, points: score(item) }))
    .sort((a, b) => a.points === b.points ? 0 : b.points > a.points ? 1 : -1)
    .slice(0, count)
    .map(({ item }) => item);
}

const beamSearchStep = (
  next: (tokens: number[]) => number[],
  hypotheses: { tokens: number[]; logProbability: number }[],
  { startId: sos, endId: eos, width, alpha }: any,
) =>
  bestOf(
    hypotheses.flatMap(({ tokens, logProbability }) =>
      tokens.at(-1) === eos
        ? [{ tokens: [...tokens], logProbability }]
        : Array.from(next([sos, ...tokens]), (logP, id) => ({
          tokens: tokens.concat(id),
          logProbability: logProbability + logP,
        }))
    ),
    width,
    (each) => each.logProbability / ((5 + each.tokens.length) / 6) ** alpha,
  );

const tiny = beamSearchStep(
  () => [-9, -9, -9, -0.1, -9, -0.5],
  [{ tokens: [4], logProbability: -1 }, { tokens: [5, 3], logProbability: -1.3 }],
  { startId: 2, endId: 3, width: 2, alpha: 0 },
);
console.log(tiny);
assert(tiny[0].tokens.join() === "4,3" && tiny[1].tokens.join() === "5,3");`,
    },
    {
      what: "inner generator, insertion into a short list with a labelled loop",
      status: "passed",
      cell: `
export function beamSearchStep(step: any, beam: any[], options: any): any[] {
  const { startId, endId, width, alpha } = options;

  function* candidates() {
    for (const { tokens, logProbability } of beam) {
      if (tokens.length > 0 && tokens[tokens.length - 1] === endId) {
        yield { tokens: tokens.slice(), logProbability };
        continue;
      }
      const row = step([startId, ...tokens]);
      for (let id = 0; id < row.length; id++) {
        yield { tokens: [...tokens, id], logProbability: logProbability + row[id] };
      }
    }
  }

  const kept: any[] = [];
  const scores: number[] = [];
  next: for (const candidate of candidates()) {
    const score = candidate.logProbability * Math.pow(6 / (5 + candidate.tokens.length), alpha);
    for (let place = 0; place < kept.length; place++) {
      if (score > scores[place]) {
        kept.splice(place, 0, candidate);
        scores.splice(place, 0, score);
        kept.length = scores.length = Math.min(width, kept.length);
        continue next;
      }
    }
    if (kept.length < width) {
      kept.push(candidate);
      scores.push(score);
    }
  }
  return kept;
}`,
    },
    {
      what: "n is the length before the new token",
      status: "failed",
      mistake: "n before the new token",
      cell: `
function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  { startId, endId, width, alpha }: { startId: number; endId: number; width: number; alpha: number },
): { tokens: number[]; logProbability: number }[] {
  const scored = [];
  for (const { tokens, logProbability } of beam) {
    const penalty = ((5 + tokens.length) / 6) ** alpha;
    if (tokens.at(-1) === endId) {
      scored.push({ tokens, logProbability, score: logProbability / penalty });
      continue;
    }
    for (const [id, logP] of step([startId, ...tokens]).entries()) {
      const sum = logProbability + logP;
      scored.push({ tokens: [...tokens, id], logProbability: sum, score: sum / penalty });
    }
  }
  scored.sort((a, b) => b.score - a.score);
  return scored.slice(0, width).map(({ tokens, logProbability }) => ({ tokens, logProbability }));
}`,
    },
    {
      what: "ended hypotheses keep their place",
      status: "failed",
      mistake: "finished beams need not compete",
      cell: `
const beamSearchStep = (step: any, beam: any, { startId, endId, width, alpha }: any) => {
  const score = (each: any) => each.logProbability / Math.pow((5 + each.tokens.length) / 6, alpha);
  const byScore = (a: any, b: any) => score(b) - score(a);
  const isDone = ({ tokens }: any) => tokens[tokens.length - 1] === endId;

  const done = beam.filter(isDone); // 끝난 문장은 그대로 둔다
  const open = beam.filter((each: any) => !isDone(each));
  const longer = open.flatMap(({ tokens, logProbability }: any) =>
    step([startId, ...tokens]).map((logP: number, id: number) => ({
      tokens: [...tokens, id],
      logProbability: logProbability + logP,
    }))
  );
  const chosen = longer.sort(byScore).slice(0, width - done.length);
  return [...done, ...chosen].sort(byScore);
};`,
    },
  ],
  "09.4": [
    {
      what: "async function, class extending Map, mean of logarithms",
      status: "passed",
      cell: `
class RunCounter extends Map<string, number> {
  static of(words: string[], n: number): RunCounter {
    const counter = new RunCounter();
    for (let i = 0; i + n <= words.length; i++) {
      const run = JSON.stringify(words.slice(i, i + n));
      counter.set(run, (counter.get(run) ?? 0) + 1);
    }
    return counter;
  }
  total(): number {
    return [...this.values()].reduce((sum, count) => sum + count, 0);
  }
  shared(other: RunCounter): number {
    let hits = 0;
    for (const [run, count] of this) hits += Math.min(count, other.get(run) ?? 0);
    return hits;
  }
}

async function bleu(hypotheses: string[][], references: string[][]) {
  let logs = 0;
  for (const n of [1, 2, 3, 4]) {
    let [hits, all] = [0, 0];
    for (let s = 0; s < hypotheses.length; s++) {
      const written = RunCounter.of(hypotheses[s], n);
      hits += written.shared(RunCounter.of(references[s], n));
      all += written.total();
    }
    logs += Math.log(hits / all); // -Infinity if there is no hit
  }
  const c = hypotheses.flat().length;
  const r = references.flat().length;
  return 100 * Math.exp(Math.min(0, 1 - r / c) + logs / 4);
}`,
    },
    {
      what: "hits are crossed out in a copy of the reference's runs; early return",
      status: "passed",
      cell: `
const bleu = (hypotheses: string[][], references: string[][]): number => {
  const lengthOf = (texts: string[][]) => texts.reduce((sum, text) => sum + text.length, 0);
  const runsOf = (text: string[], n: number) =>
    text.flatMap((_, i) => i + n <= text.length ? [text.slice(i, i + n).join("\\u0000")] : []);

  let product = 1;
  for (let n = 1; n <= 4; n++) {
    let hits = 0, total = 0;
    hypotheses.forEach((text, s) => {
      const left = runsOf(references[s], n);
      for (const run of runsOf(text, n)) {
        total += 1;
        const place = left.indexOf(run);
        if (place < 0) continue;
        left.splice(place, 1); // 한 번 쓴 것은 지운다
        hits += 1;
      }
    });
    if (hits === 0) return 0;
    product *= hits / total;
  }
  const ratio = lengthOf(references) / lengthOf(hypotheses);
  const brevity = ratio > 1 ? Math.exp(1 - ratio) : 1;
  return 100 * brevity * Math.sqrt(Math.sqrt(product));
};

console.log(bleu([["a", "b", "c", "d", "a"]], [["a", "b", "c", "d", "e"]])); // 66.87`,
    },
    {
      what: "runs of all sentences in one counter, clipped there",
      status: "failed",
      mistake: "looks in all references",
      cell: `
function bleu(hypotheses: string[][], references: string[][]): number {
  const countRuns = (texts: string[][], n: number) => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (let i = 0; i <= text.length - n; i++) {
        const run = text.slice(i, i + n).join(" ");
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    }
    return counts;
  };
  const precisions = [1, 2, 3, 4].map((n) => {
    const written = countRuns(hypotheses, n);
    const wanted = countRuns(references, n);
    let [hits, total] = [0, 0];
    for (const [run, count] of written) {
      hits += Math.min(count, wanted.get(run) ?? 0);
      total += count;
    }
    return hits / total;
  });
  const [c, r] = [hypotheses.flat().length, references.flat().length];
  const brevity = Math.exp(Math.min(0, 1 - r / c));
  return 100 * brevity * precisions.reduce((product, p) => product * p, 1) ** (1 / 4);
}`,
    },
    {
      what: "an epsilon in the logarithm",
      status: "failed",
      mistake: "a precision of 0 is smoothed away",
      cell: `
export const bleu = (hypotheses: string[][], references: string[][]): number => {
  const EPS = 1e-9;
  const counter = (text: string[], n: number): Record<string, number> => {
    const counts: Record<string, number> = Object.create(null);
    for (let i = 0; i + n <= text.length; i++) {
      const key = text.slice(i, i + n).join(" ");
      counts[key] = (counts[key] || 0) + 1;
    }
    return counts;
  };
  let logSum = 0;
  for (let n = 1; n <= 4; n++) {
    let match = 0;
    let total = 0;
    for (const [i, hyp] of hypotheses.entries()) {
      const h = counter(hyp, n), ref = counter(references[i], n);
      for (const key in h) {
        match += Math.min(h[key], ref[key] || 0);
        total += h[key];
      }
    }
    logSum += 0.25 * Math.log(match / total + EPS); // avoid log(0)
  }
  const c = hypotheses.reduce((s, h) => s + h.length, 0);
  const r = references.reduce((s, h) => s + h.length, 0);
  const bp = c < r ? Math.exp(1 - r / c) : 1;
  return 100 * bp * Math.exp(logSum);
};`,
    },
  ],
  "09.5": [
    {
      what: "async function, variables made by Object.entries, progress printed",
      status: "passed",
      cell: `
async function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<string, tf.Tensor>,
): Promise<any> {
  const net: Record<string, tf.Variable> = Object.fromEntries(
    Object.entries(start).map(([name, tensor]) => [name, tf.variable(tensor)]),
  );
  const vocab = start.outputBias.shape[0];
  const wanted = tf.oneHot(batch.labels as tf.Tensor1D, vocab).cast("float32");

  const lossOf = (): tf.Scalar => {
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, net.hiddenWeights), net.hiddenBias));
    const logits = tf.add(tf.matMul(hidden, net.outputWeights), net.outputBias);
    return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits), wanted), -1))) as tf.Scalar;
  };

  const adam = tf.train.adam(0.05);
  for (let step = 1; step <= 5000; step++) {
    const cost = adam.minimize(lossOf, true, Object.values(net))!;
    const [loss] = await cost.data();
    cost.dispose();
    if (step % 100 === 0) console.log(\`\${step}: \${loss.toFixed(4)}\`);
    if (loss < 0.005) break;
  }
  return net;
}`,
    },
    {
      what: "arrow const, tidy around all, tf.losses, do … while",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

const ENOUGH = 0.01; // 0.05보다 훨씬 작게

const overfitOneBatch = ({ inputs: x, labels: y }: any, start: any): any =>
  tf.tidy(() => {
    const W1 = tf.variable(start.hiddenWeights as tf.Tensor2D);
    const b1 = tf.variable(start.hiddenBias as tf.Tensor1D);
    const W2 = tf.variable(start.outputWeights as tf.Tensor2D);
    const b2 = tf.variable(start.outputBias as tf.Tensor1D);
    const answers = tf.oneHot(y, b2.shape[0]).toFloat();
    const forward = () => x.matMul(W1).add(b1).tanh().matMul(W2).add(b2);
    const lossNow = () => tf.losses.softmaxCrossEntropy(answers, forward()) as tf.Scalar;

    const optimiser = tf.train.adam(0.05);
    let steps = 0;
    do {
      optimiser.minimize(lossNow, false, [W1, b1, W2, b2]);
      steps++;
    } while (steps < 5000 && tf.tidy(lossNow).dataSync()[0] > ENOUGH);

    return { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 };
  });`,
    },
    {
      what: "returns the tensors it started from",
      status: "failed",
      mistake: "returns the numbers it started from",
      cell: `
function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
) {
  const [w1, b1, w2, b2] = [
    start.hiddenWeights,
    start.hiddenBias,
    start.outputWeights,
    start.outputBias,
  ].map((each) => tf.variable(each));
  const labels = tf.cast(tf.oneHot(batch.labels as tf.Tensor1D, b2.shape[0]), "float32");
  const adam = tf.train.adam(0.05);
  let loss = Infinity;
  for (let step = 0; step < 3000 && loss > 0.01; step++) {
    const cost = adam.minimize(() => {
      const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, w1), b1));
      const logits = tf.add(tf.matMul(hidden, w2), b2);
      return tf.neg(tf.mean(tf.sum(tf.mul(labels, tf.logSoftmax(logits)), -1))) as tf.Scalar;
    }, true);
    loss = cost!.dataSync()[0];
  }
  console.log("done", loss);
  return start; // the variables share their memory with it
}`,
    },
    {
      what: "mean over examples and vocabulary",
      status: "failed",
      mistake: "the loss stays too large",
      cell: `
async function overfitOneBatch({ inputs, labels }: any, start: any) {
  const params: any = {};
  for (const name of Object.keys(start)) params[name] = tf.variable(start[name]);
  const oneHot = tf.oneHot(labels, start.outputBias.shape[0]);
  const loss = () => {
    const h = inputs.matMul(params.hiddenWeights).add(params.hiddenBias).tanh();
    const logits = h.matMul(params.outputWeights).add(params.outputBias);
    return tf.mean(tf.mul(oneHot, tf.logSoftmax(logits))).neg() as tf.Scalar;
  };
  const adam = tf.train.adam(0.05);
  for (let i = 0; i < 2000; i++) {
    const value = adam.minimize(loss, true, Object.values(params));
    if (value!.dataSync()[0] < 0.045) break;
  }
  return params;
}`,
    },
  ],
};
