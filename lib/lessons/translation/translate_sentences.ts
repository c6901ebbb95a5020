/**
 * Any text through a translator, by beam search: what a task, a page or a lesson asks for.
 *
 * @module
 */
import { beamDecode, type BeamDecoded } from "lib/decoding/beam.ts";
import { collapseWhitespace } from "lib/text/normalize.ts";
import type { WordTokenizer } from "lib/text/tokenizers/words.ts";
import { padRows } from "lib/training/batches.ts";
import type { TrainedTranslator } from "./trained_translator.ts";

/** A translation and how sure the model was of it. */
export interface Translation {
  /** English. */
  readonly text: string;
  /** The geometric mean of its tokens' probabilities, 0 to 1. */
  readonly confidence: number;
}

/** Sentences that are decoded together. */
const together = 16;
/** More tokens than any sentence of the training data has. */
const longestPortion = 50;
/** More tokens than a right translation of a portion has. */
const maxLength = 70;

/**
 * Translates Korean texts, the best translation of each.
 *
 * A text longer than what the model has learned is translated in portions: sentences, if it has any.
 *
 * @returns One translation for each text, in order; nothing for a text of white space alone.
 */
export async function translateTexts(
  translator: TrainedTranslator,
  texts: readonly string[],
): Promise<Translation[]> {
  const portions = texts.map((text) => portionsOf(text, translator.languages.korean));
  const found = await translateSentences(translator, portions.flat());
  let next = 0;
  return portions.map(({ length }) => {
    const parts = found.slice(next, next + length).map(([best]) => best);
    next += length;
    return {
      text: parts.map(({ text }) => text).join(" "),
      confidence: parts.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    };
  });
}

/**
 * Translates sentences, each in up to `width` ways, the best first.
 *
 * @param sentences None of them empty.
 * @param beam How many beginnings are kept, 4 by default, and the power of the length penalty, by default 0.6.
 */
export async function translateSentences(
  { model, languages: { korean, english } }: Pick<TrainedTranslator, "model" | "languages">,
  sentences: readonly string[],
  { width = 4, alpha = 0.6 }: { readonly width?: number; readonly alpha?: number } = {},
): Promise<Translation[][]> {
  const { sosId, eosId } = english.vocabulary;
  const translations: Translation[][] = [];
  for (let i = 0; i < sentences.length; i += together) {
    const rows = sentences.slice(i, i + together).map((sentence) => korean.encode(sentence));
    const source = padRows(rows, korean.vocabulary.padId);
    const beams = await beamDecode({
      start: () => model.startDecoding(source),
      step: (tokens, state) => model.decodeStep(tokens, state),
      prompts: rows.map(() => [sosId]),
      endId: eosId,
      maxLength,
      width,
      alpha,
    });
    source.dispose();
    translations.push(...beams.map((beam) => beam.map((decoded) => translation(decoded, english))));
  }
  return translations;
}

function translation(
  { tokens, logProbability, finished }: BeamDecoded,
  english: WordTokenizer,
): Translation {
  return {
    text: collapseWhitespace(english.decode(tokens)),
    confidence: Math.exp(logProbability / (tokens.length + (finished ? 1 : 0))),
  };
}

/** A text as the model can take it: whole if it is short, else in sentences, else at some space. */
function portionsOf(text: string, korean: WordTokenizer): string[] {
  const whole = collapseWhitespace(text);
  if (whole === "") return [];
  if (korean.tokens(whole).length <= longestPortion) return [whole];
  const portions: string[] = [];
  let length = Infinity;
  for (const word of whole.split(" ").flatMap(shortWords)) {
    const more = korean.tokens(word).length;
    const ended = /[.!?…。]["'”’)]*$/u.test(portions.at(-1) ?? "");
    if (length + more > longestPortion || ended) {
      portions.push(word);
      length = more;
    } else {
      portions[portions.length - 1] += ` ${word}`;
      length += more;
    }
  }
  return portions;
}

/** A word, or its parts if it is longer than any word is. */
function shortWords(word: string): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let i = 0; i < characters.length; i += longestPortion) {
    parts.push(characters.slice(i, i + longestPortion).join(""));
  }
  return parts;
}
