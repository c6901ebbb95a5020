/**
 * What the shipped translator learns from: the pairs of the small world of notebook 09, the everyday ones,
 * and the written ones that are for training.
 *
 * @module
 */
import {
  loadEverydayKoreanEnglish,
  loadKoreanEnglish,
  type SentencePair,
} from "lib/text/corpora/korean_english.ts";

/** All pairs, each once. */
export async function trainingPairs(): Promise<SentencePair[]> {
  const [core, everyday] = await Promise.all([loadKoreanEnglish(), loadEverydayKoreanEnglish()]);
  return [...core.train, ...everyday.train];
}
