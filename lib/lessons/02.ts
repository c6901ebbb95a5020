/**
 * What notebook 02, "Attention weights", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { AdditiveAttention, additiveScores } from "lib/attention/additive.ts";
export { maskedSoftmax } from "lib/attention/masked_softmax.ts";
export { lengthMask } from "lib/attention/masks.ts";
export { MultiplicativeAttention, multiplicativeScores } from "lib/attention/multiplicative.ts";
export { check } from "lib/homework/check.ts";
export { Seq2Seq } from "lib/models/seq2seq.ts";
export { Conv1d } from "lib/nn/conv1d.ts";
export { inference } from "lib/nn/mode.ts";
export { Recurrent } from "lib/nn/recurrent.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { modelColours } from "lib/plots/style.ts";
export { progressBar } from "lib/progress.ts";
export { Random } from "lib/random.ts";
export { mean, median } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { cafePairs } from "lib/text/tasks/cafe.ts";
export { dateFormats, dateTask, dateTokens } from "lib/text/tasks/dates.ts";
export { reverseTask } from "lib/text/tasks/sequences.ts";
export type { TaskPair } from "lib/text/tasks/task.ts";
export { Vocabulary } from "lib/text/vocabulary.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { type StepReport, train } from "lib/training/loop.ts";
export { exactMatch } from "lib/training/metrics/metrics.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
export { layersToReach } from "./probes/reach.ts";
export {
  examLengths,
  type LetterAnswers,
  letterExam,
  letters,
  letterSizes,
  letterSteps,
  type LetterTraining,
  letterTraining,
  sitExam,
  trainedLength,
} from "./tasks/letter_task.ts";
export { lookBack, pairBatch, pairLesson } from "./tasks/pair_lesson.ts";
