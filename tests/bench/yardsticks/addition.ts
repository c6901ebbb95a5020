/**
 * Adding two numbers of two digits with a small GPT: the task of minGPT's `play_math`. 1,000 of the
 * 10,000 possible sums are held out. The sum is written from its first digit on, so the model has to see
 * the carry before it has written the digits that make it.
 *
 * @module
 */
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { train } from "lib/training/loop.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import {
  answerBatch,
  answerLoss,
  gptDifferences,
  MinGptOptimizer,
  type Row,
  wrongRows,
} from "./min_gpt.ts";
import {
  type Finding,
  fraction,
  partOf,
  type RunOptions,
  shareOf,
  type Yardstick,
} from "./yardstick.ts";

const questionLength = 4, batchSize = 512, peak = 6e-4;

/** Two-digit addition. */
export const addition: Yardstick = {
  name: "addition",
  task: "two-digit addition (minGPT, play_math)",
  publishedSetting:
    "2 layers, 4 heads, d 128, dropout 0.1, AdamW 6e-4, decay 0.1, clip 1, cosine " +
    "to a tenth, batches of 512, 9,000 sums for training, 50 epochs (900 steps)",
  ourSetting: `the same; ${gptDifferences}; gelu by its tanh approximation; no ` +
    "warm-up (published: over less than one batch)",
  published: "999/1000 test",
  run,
};

/** `85 + 50 = 135` as digits: 8 5 5 0 1 3 5. */
export function additionRow(a: number, b: number): Row {
  const text = [a, b].map((summand) => String(summand).padStart(2, "0")).join("") +
    String(a + b).padStart(3, "0");
  return [...text].map(Number);
}

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const random = new Random(42);
  const rows = random.fork("split").shuffle(
    Array.from({ length: 10_000 }, (_, i) => additionRow(Math.floor(i / 100), i % 100)),
  );
  const exam = rows.slice(0, shareOf(1000, share));
  const training = rows.slice(1000);
  using model = new Gpt({
    vocabularySize: 10,
    maximumLength: 6,
    modelSize: 128,
    headCount: 4,
    layerCount: 2,
  }, random.fork("weights"));
  using optimizer = new MinGptOptimizer(model);
  const steps = shareOf(900, share);
  const cosine = cosineSchedule({ peak, totalSteps: steps });
  let order: Row[] = [];
  const { losses } = await train({
    batches: (_step, random) => {
      if (order.length === 0) order = random.shuffle(training);
      return answerBatch(order.splice(0, batchSize), questionLength);
    },
    loss: (batch, { random }) => answerLoss(model, batch, random),
    optimizer,
    schedule: (step) => Math.max(peak / 10, cosine(step)),
    clipNorm: 1,
    steps,
    random: random.fork("training"),
    progress: partOf(progress, 0, 0.98, steps),
  });
  const wrong = await wrongRows(model, exam, questionLength);
  const right = exam.length - wrong.length;
  return {
    found: `${fraction(right, exam.length)} test`,
    reached: right / exam.length >= 0.999,
    figures: { right, count: exam.length },
    losses,
  };
}
