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
import { loadWrittenPairs } from "lib/text/corpora/written_pairs.ts";

/** How often each translation of a written pair is taken: there are few, and they are what people say. */
const writtenWeight = 3;

/** All pairs, each once. */
export async function knownPairs(): Promise<SentencePair[]> {
  const [core, everyday, written] = await loadAll();
  return [...core, ...everyday, ...written];
}

/** The pairs as they are learned, each with one translation. */
export async function trainingPairs(): Promise<SentencePair[]> {
  const [core, everyday, written] = await loadAll();
  const weighted = Array.from({ length: writtenWeight }, () => written).flat().flatMap((pair) =>
    pair.targets.map((target) => ({ ...pair, targets: [target] }))
  );
  return [...core, ...everyday, ...weighted];
}

async function loadAll(): Promise<(readonly SentencePair[])[]> {
  const [core, everyday, written] = await Promise.all([
    loadKoreanEnglish(),
    loadEverydayKoreanEnglish(),
    loadWrittenPairs(),
  ]);
  return [core.train, everyday.train, written.train];
}
