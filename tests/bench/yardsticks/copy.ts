/**
 * Copying ten symbols with an encoder and a decoder: the first example of "The Annotated Transformer"
 * (Rush, 2018).
 *
 * Its loss is called label smoothing, but its smoothing is 0.0: the Kullback-Leibler divergence from a
 * one-hot vector is the plain cross-entropy, in nats per token, over the nine tokens after the first.
 * The loss after each epoch is over five new batches, without dropout.
 *
 * @see https://nlp.seas.harvard.edu/2018/04/03/attention.html#a-first-example
 * @module
 */
import { greedyDecode } from "lib/decoding/generate.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";
import { evaluate } from "lib/training/evaluate.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { noamSchedule } from "lib/training/optimizers/schedule.ts";
import { type Finding, partOf, type RunOptions, shareOf, type Yardstick } from "./yardstick.ts";

const vocabularySize = 11, length = 10, modelSize = 512, stepsPerEpoch = 20;

/** Copy. */
export const copy: Yardstick = {
  name: "copy",
  task: "copy (The Annotated Transformer)",
  publishedSetting:
    "V 11, length 10, N 2, d 512, d_ff 2048, 8 heads, pre-norm, dropout 0.1, label " +
    "smoothing 0.0, Adam 0.9/0.98, warm-up 400, 20 batches of 30 an epoch, 10 epochs",
  ourSetting:
    "the same; dropout after sub-layers and embeddings only, embeddings normal instead of " +
    "uniform, gradients of the evaluation batches not added to the next step",
  published: "evaluation loss 1.93 → 0.27, decodes 1…10 exactly",
  run,
};

type CopyBatch = Batch<"source" | "target" | "labels">;

/** Random rows that begin with symbol 1, as the example draws them. */
export function copyBatch(random: Random, count: number): CopyBatch {
  const source = Array.from({ length: count }, () => [
    1,
    ...Array.from({ length: length - 1 }, () => 1 + random.integer(vocabularySize - 1)),
  ]);
  return makeBatch({
    source,
    target: source.map((row) => row.slice(0, -1)),
    labels: source.map((row) => row.slice(1)),
  }, 0);
}

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const random = new Random(2018);
  using model = new Transformer({
    sourceVocabularySize: vocabularySize,
    targetVocabularySize: vocabularySize,
    modelSize,
    headCount: 8,
    feedForwardSize: 2048,
    layerCount: 2,
    normFirst: true,
  }, random.fork("weights"));
  using optimizer = new Adam(model.parameters(), { beta2: 0.98, epsilon: 1e-9 });
  const steps = shareOf(200, share);
  const evaluations: number[] = [];
  const examRandom = random.fork("evaluation");
  const lossOf = (batch: CopyBatch, mode: Parameters<Transformer["logits"]>[1]) =>
    crossEntropy(model.logits(batch, mode), batch.labels, { ignoredIndex: 0 });
  const { losses } = await train({
    batches: (_step, random) => copyBatch(random, 30),
    loss: (batch, { random }) => lossOf(batch, { training: true, random }),
    optimizer,
    schedule: noamSchedule({ modelSize, warmupSteps: 400 }),
    steps,
    random: random.fork("training"),
    progress: partOf(progress, 0, 0.99, steps),
    onStep: async ({ step }) => {
      if (step % stepsPerEpoch !== 0 && step !== steps) return;
      evaluations.push(
        await evaluate({
          batches: () => copyBatch(examRandom, 30),
          steps: shareOf(5, share),
          measure: (batch) => lossOf(batch, inference),
        }),
      );
    },
  });
  const written = await countToTen(model);
  const first = evaluations[0];
  const last = evaluations[evaluations.length - 1];
  const exact = isCount(written);
  return {
    found: `evaluation loss ${first.toFixed(2)} → ${last.toFixed(2)}, decodes ${
      exact ? "1…10 exactly" : written.join(" ")
    }`,
    reached: last < 0.275 && exact,
    figures: { first, last, exact: exact ? 1 : 0 },
    losses,
  };
}

/** What the model makes of 1 2 3 … 10, beginning with the 1 that is given. */
async function countToTen(model: Transformer): Promise<number[]> {
  const counting = Array.from({ length }, (_, i) => i + 1);
  using batch = makeBatch({ source: [counting] }, 0);
  const [{ tokens }] = await greedyDecode({
    start: () => model.startDecoding(batch.source),
    step: (tokens, state) => model.decodeStep(tokens, state),
    prompts: [[1]],
    endId: undefined,
    maxLength: length - 1,
  });
  return [1, ...tokens];
}

/** Whether a row is 1 2 3 … 10. */
export function isCount(row: readonly number[]): boolean {
  return row.length === length && row.every((symbol, i) => symbol === i + 1);
}
