/**
 * Accuracy against length: a recurrent network, one with attention and a Transformer of equally many
 * parameters learn the same task, reversing up to sixteen symbols, from the same batches, each with
 * three seeds. What is published is the shape of the curves (Bahdanau, Cho and Bengio, 2015, figure 2);
 * beside it stand our own runs in PyTorch. The bounds in {@linkcode isOfTheKind} are ours, and so is the
 * number of steps, chosen so that the Transformer, which learns the longest lengths last, is done:
 *
 * - one vector forgets: without attention, what is right falls with length, far below the longest
 *   length of the training;
 * - attention holds up to the trained length;
 * - a Transformer does too, and fails beyond: it has never seen those positions.
 *
 * @module
 */
import { greedyDecode } from "lib/decoding/generate.ts";
import type { PairModel } from "lib/models/pair_model.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { makeBatch } from "lib/training/batches.ts";
import { train } from "lib/training/loop.ts";
import { exactMatch } from "lib/training/metrics/metrics.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { type Finding, partOf, type RunOptions, shareOf, type Yardstick } from "./yardstick.ts";

const sosId = 1, eosId = 2, firstSymbol = 3, symbolCount = 10;
const sizes = {
  sourceVocabularySize: firstSymbol + symbolCount,
  targetVocabularySize: firstSymbol + symbolCount,
} as const;

/** The longest length that is trained on. */
const trainedLength = 16;

/** What is examined: up to the trained length, and half as much beyond. */
const lengths = [4, 8, 12, 16, 20, 24] as const;

const seeds = [1, 2, 3] as const;

/** What the three models have in common. */
type Model = Seq2Seq | Transformer;

/** The models, at about 33,000 parameters each. */
export const models: Readonly<Record<string, (random: Random) => Model>> = {
  "GRU": (random) =>
    new Seq2Seq({ ...sizes, cell: "gru", embeddingSize: 16, hiddenSize: 64 }, random),
  "GRU + attention": (random) =>
    new Seq2Seq({
      ...sizes,
      cell: "gru",
      attention: "multiplicative",
      embeddingSize: 16,
      hiddenSize: 54,
    }, random),
  "Transformer": (random) =>
    new Transformer({
      ...sizes,
      modelSize: 32,
      headCount: 4,
      feedForwardSize: 140,
      layerCount: 1,
      dropout: 0,
    }, random),
};

/** Reverse, by length. */
export const lengthCurves: Yardstick = {
  name: "lengths",
  task: "accuracy against length: reverse, 3 seeds, equal parameters",
  publishedSetting:
    "our own runs in PyTorch, one seed, 55 s a model, trained to length 16: exact % at 4 / 8 / 12 / 16 / 20 / 24",
  ourSetting: "10 symbols, lengths 1 to 16, 33,000 parameters (3 % apart), 1,000 batches of 64, " +
    "Adam 0.005, cosine, clip 1; mean of 3 seeds. Held to the shape: up to length 16, and the " +
    "Transformer's fall beyond. How far attention goes beyond (51 / 12) is not compared",
  published:
    "GRU 99 / 81 / 22 / 0 / 0 / 0; GRU + attention 100 / 98 / 95 / 85 / 51 / 12; Transformer, " +
    "translating by a small grammar: near 100 as far as trained, 0 to 1 beyond",
  run,
};

/** Rows of symbols of lengths from `shortest` to `longest`; the source ends with a token, as in text. */
export function lengthRows(
  random: Random,
  count: number,
  shortest: number,
  longest: number,
): { source: number[][]; target: number[][]; labels: number[][] } {
  const rows = Array.from({ length: count }, () => {
    const length = shortest + random.integer(longest - shortest + 1);
    return Array.from({ length }, () => firstSymbol + random.integer(symbolCount));
  });
  return {
    source: rows.map((row) => [...row, eosId]),
    target: rows.map((row) => [sosId, ...row.toReversed()]),
    labels: rows.map((row) => [...row.toReversed(), eosId]),
  };
}

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const steps = shareOf(1000, share);
  const runCount = Object.keys(models).length * seeds.length;
  const curves: Record<string, number[]> = {};
  let firstLosses: readonly number[] | undefined;
  let done = 0;
  for (const [name, make] of Object.entries(models)) {
    const runs: number[][] = [];
    for (const seed of seeds) {
      const random = new Random(seed);
      using model = make(random.fork("weights"));
      using optimizer = new Adam(model.parameters());
      const { losses } = await train({
        batches: (_step, random) => makeBatch(lengthRows(random, 64, 1, trainedLength), 0),
        loss: (batch, { random }) =>
          crossEntropy(model.logits(batch, { training: true, random }), batch.labels, {
            ignoredIndex: 0,
          }),
        optimizer,
        schedule: cosineSchedule({ peak: 0.005, totalSteps: steps, warmupSteps: steps / 20 }),
        clipNorm: 1,
        steps,
        random: random.fork("batches"),
        progress: partOf(progress, done / runCount, (done + 1) / runCount, steps),
      });
      done++;
      firstLosses ??= losses;
      runs.push(await examine(model, shareOf(200, share, 5)));
    }
    curves[name] = lengths.map((_, i) => 100 * mean(runs.map((run) => run[i])));
  }
  return {
    found: Object.entries(curves)
      .map(([name, curve]) => `${name} ${curve.map((value) => value.toFixed(0)).join(" / ")}`)
      .join("; "),
    reached: isOfTheKind(curves),
    figures: Object.fromEntries(
      Object.entries(curves).flatMap(([name, curve]) =>
        curve.map((value, i) => [`${name}, length ${lengths[i]}`, value])
      ),
    ),
    losses: firstLosses ?? [],
  };
}

/** The share that a model reverses rightly on its own, for each length; the same questions for all. */
async function examine(model: PairModel, count: number): Promise<number[]> {
  const scores: number[] = [];
  for (const length of lengths) {
    const { source, labels } = lengthRows(new Random(length), count, length, length);
    using batch = makeBatch({ source }, 0);
    const decoded = await greedyDecode({
      start: () => model.startDecoding(batch.source),
      step: (tokens, state) => model.decodeStep(tokens, state),
      prompts: source.map(() => [sosId]),
      endId: eosId,
      maxLength: length + 3,
    });
    scores.push(
      exactMatch(decoded.map(({ tokens }) => tokens), labels.map((row) => row.slice(0, -1))),
    );
  }
  return scores;
}

/** Whether curves (in per cent, at lengths 4, 8, 12, 16, 20, 24) have the published shape. */
export function isOfTheKind(curves: Readonly<Record<string, readonly number[]>>): boolean {
  const [plain, attentive, transformer] = Object.keys(models).map((name) => curves[name]);
  const forgets = plain[0] >= 90 && plain[2] <= 50 && plain[3] <= 10;
  const holds = [attentive, transformer].every((curve) =>
    Math.min(...curve.slice(0, 3)) >= 90 && curve[3] >= 70
  );
  return forgets && holds && Math.max(...transformer.slice(4)) <= 5;
}
