/**
 * What notebook 09, "Training a translator", takes from the library.
 *
 * It stands here so that the notebook's first cell is short. The file behind each name says how it works.
 *
 * @module
 */
export { check } from "lib/homework/check.ts";
export { Seq2Seq } from "lib/models/seq2seq.ts";
export { Transformer } from "lib/models/transformer.ts";
export { dropout } from "lib/nn/dropout.ts";
export { inference, type Mode } from "lib/nn/mode.ts";
export { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
export { bars, barsOverSeeds } from "lib/plots/bars.ts";
export { beamTree } from "lib/plots/beam_tree.ts";
export { curves } from "lib/plots/curves.ts";
export { slider } from "lib/plots/slider.ts";
export { modelColours } from "lib/plots/style.ts";
export { Random } from "lib/random.ts";
export { mean } from "lib/statistics.ts";
export type { Axes } from "lib/tensor/axes.ts";
export { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
export { ready } from "lib/tensor/ready.ts";
export { loadKoreanEnglish, type SentencePair } from "lib/text/corpora/korean_english.ts";
export { NearestNeighbour } from "lib/text/corpora/nearest_neighbour.ts";
export { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";
export { WordTokenizer } from "lib/text/tokenizers/words.ts";
export { batchSource } from "lib/training/batches.ts";
export { budget, isFullBudget } from "lib/training/budget.ts";
export { lossAndGradients } from "lib/training/gradients.ts";
export { corpusBleu } from "lib/training/metrics/bleu.ts";
export { perplexity } from "lib/training/metrics/metrics.ts";
export { Adam } from "lib/training/optimizers/adam.ts";
export { clipByGlobalNorm } from "lib/training/optimizers/clip.ts";
export { cosineSchedule, noamSchedule } from "lib/training/optimizers/schedule.ts";
export { type LessonMark, longLesson } from "./translation/long_lesson.ts";
export { meanLooks, strongest } from "./translation/looks.ts";
export { ownSentence } from "./translation/own_sentence.ts";
export { bleuAfter, raceStop } from "./translation/race.ts";
export { shortLessons } from "./translation/short_lesson.ts";
export { lossWhenSure } from "./translation/smoothed_loss.ts";
export { loadTranslator } from "./translation/trained_translator.ts";
export { translateSentences, translateTexts } from "./translation/translate_sentences.ts";
export {
  columnsOf,
  decodeSentences,
  examine,
  grade,
  gradeWhere,
  missed,
  paddingShare,
  translate,
} from "./translation/translation.ts";
