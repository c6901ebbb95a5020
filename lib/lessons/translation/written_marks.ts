/**
 * What a translator is worth on sentences that people wrote, by the usual two measures.
 *
 * @module
 */
import type { SentencePair } from "lib/text/corpora/pairs_file.ts";
import { corpusBleu } from "lib/training/metrics/bleu.ts";
import { corpusChrf } from "lib/training/metrics/chrf.ts";
import type { Progress } from "lib/progress.ts";
import type { TrainedTranslator } from "./trained_translator.ts";
import { translateTexts } from "./translate_sentences.ts";

/** Marks of translations, each from 0 to 100. */
export interface WrittenMarks {
  /** Papineni et al. (2002), "BLEU", as sacreBLEU counts it. */
  readonly bleu: number;
  /** Popović (2015), "chrF: character n-gram F-score", as sacreBLEU counts it. */
  readonly chrf: number;
}

/** Sentences between two reports. */
const portion = 32;

/** Translates the sources of `pairs`, with a beam of four, and compares with all their translations. */
export async function writtenMarks(
  translator: TrainedTranslator,
  pairs: readonly SentencePair[],
  progress?: Progress,
): Promise<WrittenMarks> {
  const found: string[] = [];
  for (let start = 0; start < pairs.length; start += portion) {
    const sources = pairs.slice(start, start + portion).map(({ source }) => source);
    found.push(...(await translateTexts(translator, sources)).map(({ text }) => text));
    progress?.update(found.length);
  }
  progress?.finish();
  const targets = pairs.map((pair) => pair.targets);
  return { bleu: corpusBleu(found, targets).score, chrf: corpusChrf(found, targets) };
}
