/**
 * What the shipped translator learns from.
 *
 * @module
 */
import { loadKoreanEnglish, type SentencePair } from "lib/text/corpora/korean_english.ts";

/** All pairs, each once. */
export async function trainingPairs(): Promise<SentencePair[]> {
  const { train } = await loadKoreanEnglish();
  return [...train];
}
