/**
 * Draws sentences from all patterns, by the share that each should have.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { UnsuitableDraw } from "./draw.ts";
import { englishSentences } from "./english.ts";
import { koreanSentence } from "./korean.ts";
import type { Sentence } from "./meaning.ts";
import * as causes from "./patterns/causes.ts";
import * as circumstances from "./patterns/circumstances.ts";
import * as events from "./patterns/events.ts";
import * as facts from "./patterns/facts.ts";
import type { Pattern } from "./patterns/pattern.ts";
import * as questions from "./patterns/questions.ts";
import * as relative from "./patterns/relative.ts";
import * as requests from "./patterns/requests.ts";
import * as scenes from "./patterns/scenes.ts";
import * as sequences from "./patterns/sequences.ts";
import * as states from "./patterns/states.ts";
import * as stories from "./patterns/stories.ts";
import { isPlausible } from "./plausible.ts";

/** A sentence in both languages, with what the splits need to know of it. */
export interface GeneratedPair {
  readonly source: string;
  /** The canonical translation first. */
  readonly targets: readonly string[];
  readonly clauses: number;
  readonly pattern: string;
  readonly combinations: readonly string[];
}

/** Each pattern with its share; patterns with few sentences get a small one. */
const shares: readonly (readonly [Pattern, number])[] = [
  [events.past, 9],
  [events.future, 5],
  [events.present, 4],
  [events.habit, 4],
  [events.modal, 5],
  [events.moving, 4],
  [states.feeling, 2],
  [states.weather, 1],
  [states.quality, 2],
  [states.likes, 2],
  [states.living, 0.5],
  [states.animals, 0.6],
  [facts.profession, 0.7],
  [facts.dayOrAge, 0.5],
  [facts.existence, 0.8],
  [facts.crowded, 1],
  [facts.giving, 2.5],
  [facts.owning, 0.5],
  [questions.yesOrNo, 4],
  [questions.whatOrWhom, 2.5],
  [questions.circumstance, 3],
  [questions.whereTo, 0.8],
  [questions.whoDid, 1.5],
  [questions.describing, 0.7],
  [questions.knowing, 0.6],
  [requests.request, 2],
  [requests.suggestion, 2],
  [requests.promise, 1.5],
  [causes.because, 6],
  [causes.although, 3],
  [causes.wishDenied, 2],
  [causes.condition, 4],
  [causes.reasonToSuggest, 1],
  [causes.contrast, 1.5],
  [causes.windows, 0.4],
  [sequences.and, 5],
  [sequences.meanwhile, 2.5],
  [sequences.goAndDo, 4],
  [sequences.purpose, 3],
  [circumstances.beforeOrAfter, 3],
  [circumstances.during, 2.5],
  [circumstances.when, 2.5],
  [relative.relativeObject, 3],
  [relative.relativeSubject, 3],
  [relative.relativePerson, 1.5],
  [scenes.visit, 5],
  [scenes.review, 4],
  [scenes.encounter, 1],
  [stories.wishAndReason, 2.5],
  [stories.reasonAndDay, 3.5],
  [stories.reasonToGo, 2],
  [stories.afterwards, 2],
  [stories.thingsInARow, 3],
  [stories.reasonAndReview, 2.5],
  [stories.wishAndDay, 1],
  [stories.twoPeople, 2],
];

const weights = shares.map(([, share]) => share);

/** One sentence, drawn from all patterns. */
export function drawSentence(random: Random): Sentence {
  for (;;) {
    const [pattern] = shares[random.weighted(weights)];
    try {
      const sentence = pattern(random);
      if (isPlausible(sentence)) return sentence;
    } catch (error) {
      if (!(error instanceof UnsuitableDraw)) throw error;
    }
  }
}

/** The sentence spelled in both languages. */
export function spellPair(sentence: Sentence): GeneratedPair {
  return {
    source: koreanSentence(sentence),
    targets: englishSentences(sentence),
    clauses: sentence.clauses.length + sentence.inner,
    pattern: sentence.pattern,
    combinations: sentence.combinations,
  };
}
