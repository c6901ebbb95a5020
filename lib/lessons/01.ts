/**
 * What notebook 01, "Sequence to sequence, and its bottleneck", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { check } from "lib/homework/check.ts";
export { countSeq2SeqParameters } from "lib/models/count_parameters.ts";
export { Seq2Seq } from "lib/models/seq2seq.ts";
export { inference } from "lib/nn/mode.ts";
export { curves, overSeeds } from "lib/plots/curves.ts";
export { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";
export { sequenceDiagram } from "lib/plots/sequence_diagram.ts";
export { modelColours } from "lib/plots/style.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export type { Axes } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { gruStep } from "lib/tensor/ops/gru.ts";
export { rnnStep } from "lib/tensor/ops/rnn.ts";
export { ready } from "lib/tensor/ready.ts";
export { copyTask, reverseTask } from "lib/text/tasks/sequences.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { train } from "lib/training/loop.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
export { gradientBack } from "./probes/gradient_back.ts";
export { experiment } from "./tasks/experiment.ts";
export { examCurves, handedOver, letterRun, meansAt, rightAt } from "./tasks/letter_run.ts";
export {
  exactByLength,
  letterExam,
  letters,
  letterSizes,
  letterSteps,
  letterTraining,
  rightByPlace,
  sitExam,
  teacherForced,
} from "./tasks/letter_task.ts";
