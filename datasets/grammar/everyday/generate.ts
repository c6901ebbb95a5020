/**
 * Draws everyday sentence pairs: which constructions, how often, at which speech levels.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import type { SentencePair } from "lib/text/corpora/pairs_file.ts";
import type { Level } from "../conjugation.ts";
import type { Tone } from "./clause.ts";
import { descriptions } from "./constructions/descriptions.ts";
import { discourse } from "./constructions/discourse.ts";
import { general } from "./constructions/general.ts";
import { linked } from "./constructions/linked.ts";
import { modality } from "./constructions/modality.ts";
import { numbers } from "./constructions/numbers.ts";
import { opinions } from "./constructions/opinions.ts";
import { questions } from "./constructions/questions.ts";
import { requests } from "./constructions/requests.ts";
import { statements } from "./constructions/statements.ts";
import type { Draft, Weighted } from "./draft.ts";
import { fixed } from "./frames/draw.ts";
import { friendly } from "./nicknames.ts";
import { contentWords, contentWordsOf } from "./vocabulary.ts";

/** The kinds of talk with their shares of the corpus. */
const shares: readonly (readonly [readonly Weighted[], number])[] = [
  [statements, 12],
  [descriptions, 13],
  [modality, 9],
  [opinions, 9],
  [general, 5],
  [linked, 9],
  [questions, 18],
  [requests, 11],
  [fixed, 9],
  [numbers, 10],
  [discourse, 8],
];

/** Draws of one construction before another is tried. */
const patience = 5_000;

/** Longest English sentence, in words: longer ones are no everyday talk. */
const longestTarget = 22;

function drawFrom(random: Random): { readonly draft: Draft; readonly name: string } {
  const [list] = shares[random.weighted(shares.map(([, share]) => share))];
  const { draw, name } = list[random.weighted(list.map(({ weight }) => weight))];
  for (let attempt = 0; attempt < patience; attempt++) {
    const draft = draw(random);
    if (draft !== undefined) return { draft, name };
  }
  throw new RangeError(`expected a sentence from "${name}", got none in ${patience} draws`);
}

/** Polite most of the time, as one speaks to strangers. */
function drawTones(random: Random, levels: readonly Level[]): readonly Tone[] {
  const weights = { plain: 4, polite: 5, formal: 1.5 };
  const chosen = random.chance(0.25)
    ? levels
    : [levels[random.weighted(levels.map((level) => weights[level]))]];
  return chosen.map((level) => ({
    level,
    casual: random.chance(level === "plain" ? 0.55 : level === "polite" ? 0.15 : 0),
  }));
}

/** Full stops often go among friends. */
function punctuated(random: Random, text: string, level: Level): string {
  const dropped = random.chance(level === "plain" ? 0.6 : level === "polite" ? 0.15 : 0.05);
  return dropped && text.endsWith(".") ? text.slice(0, -1) : text;
}

/** 그녀, 그들 belong to books and careful speech, 걔 to friends. */
function clashes(source: string, level: Level): boolean {
  return level === "plain"
    ? /(^|\s)(그녀|그들|그(는|가|를|도|에게|한테|와|하고|랑)(?=\s))/.test(source)
    : /(^|\s)너(는|를|도|에게|한테|에게서|와|하고|랑)?(?=\s)/.test(source) ||
      level === "formal" && /(^|\s)걔/.test(source);
}

/** Contexts that each content word gets at least, with some to spare for what the splits take. */
const contexts = 45;

/** Draws in search of rare words before the search ends; a test counts the contexts. */
const search = 400_000;

/**
 * Pairs of distinct sources, drawn with `seed`; those come first that were drawn for the sake of a
 * rare word.
 */
export function everydayPairs(seed: number, count: number): readonly SentencePair[] {
  const random = new Random(seed);
  const seen = new Set<string>();
  const counts = new Map(contentWords.map((word) => [word, 0]));
  const pairs: SentencePair[] = [];
  const draw = (wanted?: (source: string) => boolean) => {
    const { draft, name } = drawFrom(random);
    const levels = draft.levels ?? ["plain", "polite", "formal"];
    for (const tone of drawTones(random, levels)) {
      const spelled = draft.korean(tone).replace(/ +/g, " ").trim();
      const said = tone.level === "plain" ? friendly(spelled) : spelled;
      const source = punctuated(random, said, tone.level);
      const key = comparisonKey(source);
      if (seen.has(key) || draft.english[0].split(" ").length > longestTarget) continue;
      if (clashes(source, tone.level)) continue;
      if (wanted !== undefined && !wanted(source)) continue;
      seen.add(key);
      const { clauses = 1 } = draft;
      // An abbreviation's full stop ends the sentence, too: the U.S.
      const english = draft.english.map((text) =>
        text.replace(/(?<!\.)\.\.(?!\.)/g, ".")
          .replace(/\b(go|goes|went|gone|going) to (a|the) (date|business trip)\b/g, "$1 on $2 $3")
      );
      pairs.push({ source, targets: [...new Set(english)], clauses, pattern: name });
    }
  };
  const countWords = (source: string) => {
    for (const word of contentWordsOf(source)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  while (pairs.length < count) draw();
  for (const { source } of pairs) countWords(source);
  const drawn = pairs.length;
  const isRare = (word: string) => (counts.get(word) ?? 0) < contexts;
  for (let i = 0; i < search && contentWords.some(isRare); i++) {
    const before = pairs.length;
    draw((source) => [...contentWordsOf(source)].some(isRare));
    for (const { source } of pairs.slice(before)) countWords(source);
  }
  return [...pairs.slice(drawn), ...pairs.slice(0, drawn)];
}
