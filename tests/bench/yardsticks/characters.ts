/**
 * A small GPT that writes Shakespeare letter by letter: nanoGPT's example for a machine without a graphics
 * card. The text is not part of the course; its path is given on the command line.
 *
 * @see https://github.com/karpathy/nanoGPT (README, "I only have a macbook")
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";
import { train } from "lib/training/loop.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { MinGptOptimizer } from "./min_gpt.ts";
import { type Finding, partOf, type RunOptions, shareOf, type Yardstick } from "./yardstick.ts";

const context = 64, batchSize = 12, peak = 1e-3;

/** Shakespeare, letter by letter. */
export const characters: Yardstick = {
  name: "characters",
  task: "character GPT on Shakespeare (nanoGPT's README, on a CPU)",
  publishedSetting: "4 layers, 4 heads, d 128, context 64, batches of 12, 2,000 iterations, no " +
    "dropout, AdamW 1e-3, β₂ 0.99, decay 0.1, warm-up 100, cosine to a tenth, clip 1",
  ourSetting:
    "the same; weights drawn by Glorot, embeddings do not decay, biases as in GPT-2; the loss is " +
    "that of the whole validation text (published: of 20 batches)",
  published: "validation loss 1.88",
  readsText: true,
  run,
};

/** The text as ids: nine tenths to learn from, the rest to be examined on. */
export function characterIds(text: string): {
  readonly training: readonly number[];
  readonly validation: readonly number[];
  readonly alphabet: readonly string[];
} {
  const alphabet = [...new Set(text)].sort();
  const idOf = new Map(alphabet.map((character, id) => [character, id]));
  const ids = Array.from(text, (character) => idOf.get(character) ?? 0);
  const cut = Math.floor(0.9 * ids.length);
  const [training, validation] = [ids.slice(0, cut), ids.slice(cut)];
  if (validation.length <= context) {
    throw new RangeError(`expected more than ${10 * context} characters, got ${ids.length}`);
  }
  return { training, validation, alphabet };
}

/** Windows of the text that begin at `starts`, each with the same one character further as its labels. */
function windows(ids: readonly number[], starts: readonly number[]): Batch<"tokens" | "labels"> {
  return makeBatch({
    tokens: starts.map((start) => ids.slice(start, start + context)),
    labels: starts.map((start) => ids.slice(start + 1, start + 1 + context)),
  }, 0);
}

async function run({ share, progress, text = "" }: RunOptions): Promise<Finding> {
  const random = new Random(1337);
  const { training, validation, alphabet } = characterIds(text);
  using model = new Gpt({
    vocabularySize: alphabet.length,
    maximumLength: context,
    modelSize: 128,
    headCount: 4,
    layerCount: 4,
    dropout: 0,
  }, random.fork("weights"));
  using optimizer = new MinGptOptimizer(model, 0.99);
  const steps = shareOf(2000, share);
  const warmupSteps = Math.min(100, steps / 2);
  const { losses } = await train({
    batches: (_step, random) =>
      windows(
        training,
        Array.from({ length: batchSize }, () => random.integer(training.length - context)),
      ),
    loss: (batch) => crossEntropy(model.logits(batch, inference), batch.labels),
    optimizer,
    schedule: cosineSchedule({ peak, totalSteps: steps, warmupSteps, floor: peak / 10 }),
    clipNorm: 1,
    steps,
    random: random.fork("training"),
    progress: partOf(progress, 0, 0.95, steps),
  });
  const loss = heldOutLoss(model, validation.slice(0, shareOf(validation.length, share, 999)));
  return {
    found: `validation loss ${loss.toFixed(2)}`,
    // As published: to two decimals.
    reached: Number(loss.toFixed(2)) <= 1.88,
    figures: { loss, characters: alphabet.length },
    losses,
  };
}

/** The mean loss over windows side by side. */
function heldOutLoss(model: Gpt, ids: readonly number[]): number {
  const count = Math.floor((ids.length - 1) / context);
  const starts = Array.from({ length: count }, (_, i) => i * context);
  let sum = 0;
  for (let i = 0; i < count; i += 64) {
    using batch = windows(ids, starts.slice(i, i + 64));
    const loss = tf.tidy(() =>
      crossEntropy(model.logits(batch, inference), batch.labels).dataSync()[0]
    );
    sum += loss * batch.tokens.shape[0];
  }
  return sum / count;
}
