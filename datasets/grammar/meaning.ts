/**
 * What a sentence says, before either language says it.
 *
 * The grammar draws meanings; `korean.ts` and `english.ts` spell them out. A meaning holds only what
 * both languages need: who, does what, where, when, in which tense. Word order, particles, agreement,
 * articles and auxiliaries belong to the languages.
 *
 * @module
 */
import type { Ending, Level } from "./conjugation.ts";
import type { EnglishVerb, Person } from "./english_verb.ts";
import type { Particle } from "./particles.ts";
import type { Stem } from "./stem.ts";

/** Who or what a clause is about. */
export interface Subject {
  /** Without its particle; null where Korean says nothing at all, as with the weather. */
  readonly korean: string | null;
  readonly english: string;
  /** How English names it the second time; null where no pronoun suits. */
  readonly pronoun: "I" | "you" | "he" | "she" | "it" | "we" | "they" | null;
  readonly person: Person;
  /** Whether its verb takes 시. */
  readonly honorific: boolean;
}

/** A noun that a Korean verb governs: 커피를, 커피를 두 잔, 카페에. */
export interface Argument {
  readonly text: string;
  readonly particle: Particle;
  /** A number and counter that follow the particle: 두 잔. */
  readonly after?: string;
}

/** How a predicate behaves: states have no progressive, adjectives have no 는, motion is soon. */
export type PhraseKind = "action" | "motion" | "state" | "adjective";

/** A verb or adjective with its arguments, chosen and spelled in both languages. */
export interface VerbPhrase {
  /** Names the verb: `마시다`. */
  readonly head: string;
  /** Names the verb with its noun: `마시다 커피`. Splits hold such combinations out. */
  readonly combination: string;
  readonly kind: PhraseKind;
  readonly korean: {
    readonly arguments: readonly Argument[];
    /** The noun of a light verb, which negation separates: 공부하다, 공부를 안 하다. */
    readonly light?: string;
    /** A word that belongs to the verb and stands right before it: 정말 좋다, 일찍 자다. */
    readonly adverb?: string;
    readonly stem: Stem;
    /** The honorific, where it is a word of its own for this sense. */
    readonly honorific?: Stem;
  };
  readonly english: {
    readonly verb: EnglishVerb;
    /** What follows the verb on one occasion: `a book`. `{own}` stands for the subject's possessive. */
    readonly once: string;
    /** What follows it in general: `books`. */
    readonly habit: string;
    /** Korean has a word for the denial (없다, 모르다), English has not. */
    readonly denied?: boolean;
  };
}

/** Time, place, company or manner: ready in both languages. */
export interface Adjunct {
  readonly korean: string;
  readonly english: string;
}

export type Tense = "past" | "pastPerfect" | "present" | "future";

/** 안 and -지 않다 deny; 못 and -지 못하다 deny the ability. */
export type Negation = "none" | "short" | "long" | "shortCannot" | "longCannot";

/** -고 싶다, -아야 하다, -(으)ㄹ 수 있다, -(으)ㄹ 수 없다, -(으)ㄹ 줄 알다, -(으)ㄹ 줄 모르다, -고 있다. */
export type Modality =
  | "none"
  | "want"
  | "must"
  | "can"
  | "cannot"
  | "knows how"
  | "does not know how"
  | "progressive";

/** A question word and what it asks for. */
export interface QuestionWord extends Adjunct {
  readonly role: "subject" | "object" | "adjunct";
}

export interface Clause {
  readonly subject: Subject;
  /** The subject's particle; null leaves the subject unsaid in Korean. */
  readonly subjectParticle: Particle | null;
  readonly phrase: VerbPhrase;
  readonly tense: Tense;
  readonly negation: Negation;
  readonly modality: Modality;
  readonly time?: Adjunct;
  /** `often`, `always`: stands before the English verb. */
  readonly frequency?: Adjunct;
  readonly manner?: Adjunct;
  readonly companion?: Adjunct;
  readonly place?: Adjunct;
  readonly question?: QuestionWord;
  /** Said of what happens in general: `I drink coffee every day`. */
  readonly habitual: boolean;
  /** Leaves out particles that speech leaves out. */
  readonly casual: boolean;
  /** Leaves out in English what the clause before has said: `but Yuna won't`. */
  readonly elided?: boolean;
  /** Subject before time in Korean. */
  readonly subjectFirst: boolean;
}

/** How a clause is tied to the next one. */
export type Link =
  | "고"
  | "지만"
  | "아서" // cause
  | "아서 then" // the same ending for one thing after another
  | "면"
  | "니까"
  | "때"
  | "기 전에"
  | "ㄴ 후에"
  | "면서"
  | "러"
  | "beside"; // no connective at all

/** Clauses in a row, tied by `links` (one fewer), with the last one's ending. */
export interface Sentence {
  /** Names the construction, for counts and errors. */
  readonly pattern: string;
  readonly clauses: readonly Clause[];
  readonly links: readonly Link[];
  readonly level: Level;
  readonly ending: Ending;
  /** Clauses inside of noun phrases (relative clauses) beyond `clauses`. */
  readonly inner: number;
  /** Combinations that splits may hold out, such as `마시다 커피`. */
  readonly combinations: readonly string[];
}

/** A clause with the usual values for everything that is not given. */
export function clause(
  subject: Subject,
  phrase: VerbPhrase,
  more: Partial<Omit<Clause, "subject" | "phrase">> = {},
): Clause {
  return {
    subject,
    subjectParticle: null,
    phrase,
    tense: "present",
    negation: "none",
    modality: "none",
    habitual: false,
    casual: false,
    subjectFirst: false,
    ...more,
  };
}
