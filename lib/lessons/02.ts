/**
 * What notebook 02, "Attention weights", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { additiveScores } from "lib/attention/additive.ts";
export { maskedSoftmax } from "lib/attention/masked_softmax.ts";
export { lengthMask } from "lib/attention/masks.ts";
export { multiplicativeScores } from "lib/attention/multiplicative.ts";
export { check } from "lib/homework/check.ts";
export { Seq2Seq } from "lib/models/seq2seq.ts";
export { Conv1d } from "lib/nn/conv1d.ts";
export { inference } from "lib/nn/mode.ts";
export { Recurrent } from "lib/nn/recurrent.ts";
export { accuracyByLength } from "lib/plots/accuracy_by_length.ts";
export { arrows } from "lib/plots/arrows.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { bars, barsOverSeeds } from "lib/plots/bars.ts";
export { curves } from "lib/plots/curves.ts";
export { sequenceDiagram } from "lib/plots/sequence_diagram.ts";
export { slider } from "lib/plots/slider.ts";
export { modelColours } from "lib/plots/style.ts";
export { weightedSum } from "lib/plots/weighted_sum.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested } from "lib/tensor/axes.ts";
export { randomNormal } from "lib/tensor/random.ts";
export { ready } from "lib/tensor/ready.ts";
export { cafePairs } from "lib/text/tasks/cafe.ts";
export { dateFormats, dateTask, dateTokens } from "lib/text/tasks/dates.ts";
export { reverseTask } from "lib/text/tasks/sequences.ts";
export type { TaskPair } from "lib/text/tasks/task.ts";
export { Vocabulary } from "lib/text/vocabulary.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { medianMilliseconds } from "./probes/duration.ts";
export { layersToReach, recurrentRound } from "./probes/reach.ts";
export { experiment } from "./tasks/experiment.ts";
export {
  exactByLength,
  examLengths,
  letterExam,
  letters,
  letterSizes,
  letterSteps,
  letterTraining,
  sitExam,
  trainedLength,
} from "./tasks/letter_task.ts";
export { learnPairs, lookBack, pairBatch, pairLesson, writeOut } from "./tasks/pair_lesson.ts";
export { TableReader } from "./tasks/table_reader.ts";
