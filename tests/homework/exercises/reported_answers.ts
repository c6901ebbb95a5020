/**
 * Answers that learners gave, and that were once judged wrongly: by exercise, each with the verdict that is right.
 */

/** One cell, and what is to be said about it. */
export interface ReportedAnswer {
  readonly exercise: string;
  readonly what: string;
  readonly status: "passed" | "failed";
  /** The name of the mistake; any that fits where it is left out. */
  readonly mistake?: string;
  readonly source: string;
}

/** Each cell as it was handed in. */
export const reportedAnswers: readonly ReportedAnswer[] = [
  {
    exercise: "01.4",
    what: "hard coded ids",
    status: "failed",
    source: `function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { maxLength }: { startId: number; endId: number; maxLength: number },
): { tokens: number[]; right: boolean } {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const scores = step([2, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === 3) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.length === expected.length && tokens.every((t) => expected.includes(t)) };
}`,
  },
  {
    exercise: "02.1",
    what: "forbidden softmax",
    status: "failed",
    source: `function softmax(scores: Axes<"query key">): Axes<"query key"> {
  return tf.softmax(scores);
}`,
  },
  {
    exercise: "04.2",
    what: "class instance",
    status: "passed",
    source: `class Result {
  constructor(readonly output: tf.Tensor, readonly weights: tf.Tensor) {}
}
function scaledDotProductAttention(queries: Axes<"query dim">, keys: Axes<"key dim">, values: Axes<"key dim">) {
  const weights: tf.Tensor = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return new Result(tf.matMul(weights, values), weights);
}`,
  },
  {
    exercise: "06.1",
    what: "exponent doubled",
    status: "failed",
    mistake: "exponent 4i/d for 2i/d",
    source: `function sinusoidalEncoding(length: number, modelSize: number): Axes<"time model"> {
  const rows = Array.from({ length }, () => new Array<number>(modelSize));
  for (let pos = 0; pos < length; pos++) {
    for (let i = 0; i < modelSize; i += 2) {
      rows[pos][i] = Math.sin(pos / 10000 ** (2 * i / modelSize));
      rows[pos][i + 1] = Math.cos(pos / 10000 ** (2 * i / modelSize));
    }
  }
  return tf.tensor2d(rows, [length, modelSize]);
}`,
  },
  {
    exercise: "07.1",
    what: "chained ops",
    status: "passed",
    source: `function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  return ids.notEqual(padId).expandDims(1);
}`,
  },
  {
    exercise: "07.3",
    what: "scores times mask",
    status: "failed",
    source:
      `function maskedSoftmax(scores: Axes<"query key">, keep: Axes<"query key">): Axes<"query key"> {
  const kept = tf.cast(keep, "float32");
  const powers = tf.mul(tf.exp(tf.mul(scores, kept)), kept);
  return tf.divNoNan(powers, tf.sum(powers, -1, true));
}`,
  },
  {
    exercise: "08.1",
    what: "unbiased epsilon outside",
    status: "failed",
    mistake: "unbiased deviation, ε outside the root",
    source:
      `function layerNorm(inputs: Axes<"batch time model">, gain: Axes<"model">, bias: Axes<"model">, epsilon: number): tf.Tensor {
  const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
  const std = tf.sqrt(tf.div(tf.sum(tf.square(centred), -1, true), inputs.shape[2] - 1));
  return tf.add(tf.mul(gain, tf.div(centred, tf.add(std, epsilon))), bias);
}`,
  },
  {
    exercise: "09.3",
    what: "last token alone",
    status: "failed",
    mistake: "shows the step the last token alone",
    source: `function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  { startId, endId, width, alpha }: { startId: number; endId: number; width: number; alpha: number },
): { tokens: number[]; logProbability: number }[] {
  const score = (h: typeof beam[number]) => h.logProbability / ((5 + h.tokens.length) / 6) ** alpha;
  return beam.flatMap((h) =>
    h.tokens.at(-1) === endId ? [h] : step([h.tokens.at(-1) ?? startId]).map((p, t) => ({
      tokens: [...h.tokens, t],
      logProbability: h.logProbability + p,
    }))
  ).sort((a, b) => score(b) - score(a)).slice(0, width);
}`,
  },
  {
    exercise: "09.4",
    what: "penalty averaged",
    status: "failed",
    mistake: "the penalty averaged over sentences",
    source: `function bleu(hypotheses: string[][], references: string[][]): number {
  const count = (words: string[], n: number) => {
    const m = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n).join(" ");
      m.set(run, (m.get(run) ?? 0) + 1);
    }
    return m;
  };
  let logs = 0;
  for (let n = 1; n <= 4; n++) {
    let [hit, all] = [0, 0];
    hypotheses.forEach((h, i) => {
      const want = count(references[i], n);
      for (const [run, k] of count(h, n)) [hit, all] = [hit + Math.min(k, want.get(run) ?? 0), all + k];
    });
    logs += Math.log(hit / all);
  }
  const penalties = hypotheses.map((h, i) => Math.min(1, Math.exp(1 - references[i].length / h.length)));
  return 100 * penalties.reduce((a, b) => a + b) / penalties.length * Math.exp(logs / 4);
}`,
  },
  {
    exercise: "10.1",
    what: "index and boundaries",
    status: "failed",
    source: `function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const chosen = tokens.map((t, i) => draws[i].choose <= 0.15 && specialIds[t] === undefined);
  const inputs = tokens.map((t, i) => {
    const { replace, word } = draws[i];
    return !chosen[i] ? t : replace <= 0.8 ? maskId : replace <= 0.9 ? word : t;
  });
  return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };
}`,
  },
  {
    exercise: "10.1",
    what: "tenth of all",
    status: "failed",
    mistake: "a tenth of the rest",
    source: `function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const chosen = tokens.map((t, i) => draws[i].choose < 0.15 && !specialIds.includes(t));
  const inputs = tokens.map((t, i) => {
    const { replace, word } = draws[i];
    return !chosen[i] ? t : replace < 0.8 ? maskId : replace < 0.82 ? word : t;
  });
  return { inputs, labels: tokens.map((t, i) => chosen[i] ? t : 0) };
}`,
  },
  {
    exercise: "10.4",
    what: "draw of zero",
    status: "failed",
    mistake: "takes the id where the sum equals the draw",
    source:
      `function sampleTopK(logits: number[], count: number, draw: number): { probabilities: number[]; token: number } {
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count);
  const powers = logits.map((l, id) => kept.includes(id) ? Math.exp(l) : 0);
  const total = powers.reduce((a, b) => a + b);
  const probabilities = powers.map((p) => p / total);
  let sum = 0;
  return { probabilities, token: probabilities.findIndex((p) => (sum += p) >= draw) };
}`,
  },
  {
    exercise: "10.5",
    what: "substring",
    status: "failed",
    mistake: "the part anywhere in the name",
    source: `function freeze(names: string[], frozen: string[]): string[] {
  return names.filter((name) => !frozen.some((part) => (name + ".").includes(part + ".")));
}`,
  },
];
