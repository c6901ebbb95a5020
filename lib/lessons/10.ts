/**
 * What notebook 10, "BERT and GPT", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export {
  argMax,
  type LogitsTransform,
  softmax,
  temperature,
  topK,
  topP,
} from "lib/decoding/logits.ts";
export { check } from "lib/homework/check.ts";
export { Bert } from "lib/models/bert.ts";
export { Gpt } from "lib/models/gpt.ts";
export { inference, type Mode } from "lib/nn/mode.ts";
export { overSeeds } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export { type Axes, nested, type Scalar } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { ready } from "lib/tensor/ready.ts";
export { loadStories, type Story } from "lib/text/corpora/stories.ts";
export { maskTokens } from "lib/text/masking.ts";
export { drawSentencePair } from "lib/text/sentence_pairs.ts";
export { type Batch, padRows } from "lib/training/batches.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { besideUnigram, pairsRight } from "./stories/held_out.ts";
export { pretrain, pretrainingStops } from "./stories/pretraining.ts";
export {
  blankGuesses,
  continueByBlanks,
  countedFigures,
  guessFigure,
  guessTable,
  knobStops,
  likeliestText,
  nextWordGuesses,
} from "./stories/story_blanks.ts";
export {
  joinPair,
  type MaskedBatch,
  maskedBatch,
  nextWordBatch,
  spelledBlanks,
  storyTopics,
  storyWords,
  topicTask,
} from "./stories/story_lesson.ts";
export { hasOneWisher, senseCurves, sensibleShares } from "./stories/story_sense.ts";
export { writeStories } from "./stories/story_writing.ts";
export { sumByBert } from "./stories/summed_inputs.ts";
export { climbLadder, ladderFigure, ladderTable, type Rung } from "./stories/topic_ladder.ts";
export { topicProbe } from "./stories/topic_probe.ts";
export { checkpointPath } from "./translation/training_record.ts";
