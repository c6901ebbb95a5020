/**
 * One clause of everyday talk in both languages: who, when, where, how, and the predicate.
 *
 * @module
 */
import { honorific, type Level } from "../conjugation.ts";
import { type Particle, withParticle } from "../particles.ts";
import type { Stem } from "../stem.ts";
import { type EnglishPhrase, words } from "./english.ts";
import type { Being } from "./lexicon/people.ts";
import type { Adverbial } from "./lexicon/times.ts";
import { type Argument, type Phrase, spellArgument } from "./phrase.ts";
import { endings, everydayStem } from "./stems.ts";

/** How a sentence is spelled: its level, and whether particles may drop. */
export interface Tone {
  readonly level: Level;
  readonly casual: boolean;
}

/** How Korean denies: 안 가다, 못 가다, 가지 않다, 가지 못하다. */
export type Negation = "none" | "안" | "못" | "지 않다" | "지 못하다";

/** What a clause says, before tense and ending. */
export interface Clause {
  readonly subject: Being;
  /** The subject's particle; `null` where it is unsaid. */
  readonly marking: Particle | null;
  readonly time?: Adverbial;
  readonly place?: Adverbial;
  /** With whom. */
  readonly company?: Adverbial;
  /** How or how often. */
  readonly adverb?: Adverbial;
  /** How much: before an adjective. */
  readonly degree?: Adverbial;
  readonly phrase: Phrase;
  readonly negation: Negation;
  /** The object before the subject: 유나를 준호가 만났어요. */
  readonly objectFirst?: boolean;
  /** Time before the subject. */
  readonly timeFirst?: boolean;
}

/** The subject with its particle, as the tone asks: 나는, 저는. */
export function spellSubject({ korean, polite }: Being, marking: Particle, tone: Tone): string {
  const word = tone.level !== "plain" && polite !== undefined ? polite : korean;
  return withParticle(word, marking);
}

/** Everything before the predicate, and the predicate's stem with its negation. */
export function koreanClause(
  clause: Clause,
  tone: Tone,
): { readonly front: string; readonly stem: Stem } {
  const { subject, marking, time, place, company, adverb, degree, phrase } = clause;
  const named = marking === null ? "" : spellSubject(subject, marking, tone);
  const spelled = phrase.before.map((argument) => spellObject(argument, clause, tone));
  const first = clause.objectFirst && named !== "" && spelled.length > 0;
  // 가끔 늦게 일어나요: how often comes before how.
  const early = adverb !== undefined && phrase.before.some(({ word }) => isManner.test(word));
  const front = words(
    first ? spelled[0] : undefined,
    clause.timeFirst ? time?.korean : undefined,
    named,
    clause.timeFirst ? undefined : time?.korean,
    company?.korean,
    place?.korean,
    early ? adverb.korean : undefined,
    ...spelled.slice(first ? 1 : 0),
    early ? undefined : adverb?.korean,
    degree?.korean,
  );
  return { front, stem: predicateStem(clause) };
}

const isManner = /^(일찍|늦게|천천히|크게|많이)$/;

/** 을/를 may drop among friends; every second one does, by the word's own length. */
function spellObject(argument: Argument, clause: Clause, { casual, level }: Tone): string {
  const droppable = argument.particle === "을/를" && argument.word !== "그" &&
    !clause.objectFirst &&
    clause.phrase.before.length === 1;
  return droppable && casual
    ? spellArgument({ ...argument, particle: null }, casual, level !== "plain")
    : spellArgument(argument, casual, level !== "plain");
}

const opposites: Readonly<Record<string, string>> = { 있: "없다", 알: "모르다" };

/** The stem as one says it of parents and teachers: 주무시다, 드시다, 집에 계시다. */
function raise(subject: Being, stem: Stem, { before }: Pick<Phrase, "before">): Stem {
  if (!subject.honorific || stem.text.endsWith("시") && stem.text !== "마시") return stem;
  const stays = stem.text === "있" && before.some(({ word }) => /집에$/.test(word));
  return stays ? { text: "계시", class: "regular" } : honorific(stem);
}

/** The stem with 안 or 못 and the noun of a 하다 verb; 있다 and 알다 have opposites of their own. */
function predicateStem({ phrase, negation, subject }: Clause): Stem {
  const { light } = phrase;
  const opposite = negation === "none" ? undefined : opposites[phrase.stem.text];
  if (opposite !== undefined) return raise(subject, everydayStem(opposite), phrase);
  const base = raise(subject, phrase.stem, phrase);
  switch (negation) {
    case "none": {
      const whole = { ...base, text: light + base.text };
      const suppletive = /^(먹|마시|자|있)$/.test(phrase.stem.text);
      return base === phrase.stem || suppletive
        ? whole
        : { ...whole, unraised: { ...phrase.stem, text: light + phrase.stem.text } };
    }
    case "안":
    case "못":
      if (light !== "" && phrase.kind === "adjective") { // 필요하지 않다
        return endings.not({ ...base, text: light + base.text }, phrase.kind);
      }
      return {
        ...base,
        text: light === "" ? `${negation} ${base.text}` : `${light} ${negation} ${base.text}`,
      };
    case "지 않다":
      return endings.not({ ...base, text: light + base.text }, phrase.kind);
    case "지 못하다":
      return endings.unable({ ...base, text: light + base.text });
  }
}

/** Joins what stands before the predicate with the finished predicate. */
export function joined(front: string, predicate: string): string {
  return words(front, predicate);
}

/** The English predicate with everything that follows it. */
export function englishTail(clause: Clause): EnglishPhrase {
  const { phrase, adverb, place, company, time, degree } = clause;
  const before = adverb !== undefined &&
    /^(often|sometimes|always|usually|already|still|just|really|probably)$/.test(adverb.english);
  const rest = degree === undefined
    ? phrase.english.rest
    : `${degree.english} ${phrase.english.rest}`;
  return {
    verb: phrase.english.verb,
    rest: words(
      rest,
      before ? undefined : adverb?.english,
      company?.english,
      place?.english,
      time?.english,
    ),
    adverb: before ? adverb.english : undefined,
  };
}
