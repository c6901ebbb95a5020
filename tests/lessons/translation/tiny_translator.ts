/** A translator of a few sentences, trained in a moment. */
import { learn } from "lib/lessons/translation/learn.ts";
import { TrainedTranslator } from "lib/lessons/translation/trained_translator.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";

const pair = (source: string, ...targets: string[]): SentencePair => (
  { source, targets, clauses: 1, pattern: "made up" }
);

/** What it knows. */
export const knownPairs: readonly SentencePair[] = [
  pair("어제 카페에 갔어요.", "I went to the cafe yesterday."),
  pair("어제 학교에 갔어요.", "I went to school yesterday."),
  pair("학교에 갔어요.", "I went to school."),
  pair("카페에 갔어요.", "I went to the cafe."),
  pair("커피 주세요.", "Coffee, please."),
  pair("물 주세요.", "Water, please."),
];

/** Each pair often enough that its words are not rare. */
export const repeatedPairs: readonly SentencePair[] = knownPairs.flatMap((pair) =>
  Array.from({ length: 11 }, () => pair)
);

/** A translator that has learned the pairs by heart. */
export async function tinyTranslator(): Promise<TrainedTranslator> {
  const size = { modelSize: 32, headCount: 2, layerCount: 1, feedForwardSize: 64, dropout: 0 };
  const translator = TrainedTranslator.from(repeatedPairs, size, 1);
  const run = { batchSize: 22, peak: 0.01, progress: false } as const;
  await learn(translator, repeatedPairs, { ...run, steps: 80 });
  return translator;
}
