/**
 * Sorting six symbols with a small GPT: the task of minGPT's demo. Test questions are held out: each of
 * the 729 possible ones belongs either to training or to the test.
 *
 * @module
 */
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { train } from "lib/training/loop.ts";
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

const symbolCount = 3, length = 6;

/** Sort. */
export const sort: Yardstick = {
  name: "sort",
  task: "sort (minGPT demo)",
  publishedSetting: "3 symbols, length 6, 3 layers, 3 heads, d 48, dropout 0.1, AdamW 5e-4, " +
    "decay 0.1, clip 1, batches of 64, 2,000 iterations, a quarter of the questions held out",
  ourSetting: `the same; ${gptDifferences}`,
  published: "5000/5000 train, 5000/5000 test",
  run,
};

/** A question and its answer in one row: 0 0 2 1 0 1, then 0 0 0 1 1 2. */
export function sortRow(question: Row): Row {
  return [...question, ...question.toSorted((a, b) => a - b)];
}

/** Where a question belongs: a quarter of all, chosen by a hash of their digits, is held out. */
export function isHeldOut(question: Row): boolean {
  let hash = 0;
  for (const symbol of question) {
    hash = Math.imul(hash ^ (symbol + 1), 0x9e3779b1) >>> 7 ^ hash << 3;
  }
  return Math.abs(hash) % 4 === 0;
}

/** As in the demo: half of the questions must have many repeats, with which models struggle. */
function draw(random: Random, heldOut: boolean): Row {
  while (true) {
    const question = Array.from({ length }, () => random.integer(symbolCount));
    if (random.chance(0.5) && new Set(question).size > length / 2) continue;
    if (isHeldOut(question) === heldOut) return sortRow(question);
  }
}

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const random = new Random(3407);
  using model = new Gpt({
    vocabularySize: symbolCount,
    maximumLength: 2 * length - 1,
    modelSize: 48,
    headCount: 3,
    layerCount: 3,
  }, random.fork("weights"));
  using optimizer = new MinGptOptimizer(model);
  const steps = shareOf(2000, share);
  const { losses } = await train({
    batches: (_step, random) =>
      answerBatch(Array.from({ length: 64 }, () => draw(random, false)), length),
    loss: (batch, { random }) => answerLoss(model, batch, random),
    optimizer,
    schedule: 5e-4,
    clipNorm: 1,
    steps,
    random: random.fork("training"),
    progress: partOf(progress, 0, 0.9, steps),
  });
  const count = shareOf(5000, share);
  const exam = random.fork("exam");
  const right: number[] = [];
  for (const heldOut of [false, true]) {
    const rows = Array.from({ length: count }, () => draw(exam, heldOut));
    right.push(count - (await wrongRows(model, rows, length)).length);
  }
  return {
    found: `${fraction(right[0], count)} train, ${fraction(right[1], count)} test`,
    reached: Math.min(...right) === count,
    figures: { train: right[0], test: right[1], count },
    losses,
  };
}
