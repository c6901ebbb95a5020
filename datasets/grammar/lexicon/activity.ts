/**
 * A verb with the nouns that make sense with it.
 *
 * A scene says "something that a tired person does" or "something that rain prevents"; the topics
 * here keep such sentences sensible: nobody buys lunch at the library because the movie was sad.
 *
 * @module
 */
import { type EnglishVerb, verb } from "../english_verb.ts";
import type { PhraseKind } from "../meaning.ts";
import type { Particle } from "../particles.ts";
import { type Stem, stem, type StemClass } from "../stem.ts";
import type { Noun } from "./noun.ts";
import type { Place } from "./places.ts";

/** What an activity is about; scenes ask for one or more of these. */
export type Topic =
  | "food"
  | "drink"
  | "warm drink"
  | "cold drink"
  | "cook"
  | "buy food"
  | "shopping"
  | "read"
  | "watch"
  | "listen"
  | "study"
  | "exam"
  | "learn"
  | "borrow"
  | "swim"
  | "outdoor"
  | "sport"
  | "rest"
  | "chore"
  | "work"
  | "social"
  | "play"
  | "write"
  | "transport"
  | "waiting"
  | "search"
  | "wash"
  | "skill"
  | "visit"
  | "feeling"
  | "help"
  | "open";

/** A verb and what it may be said with. */
export interface Activity {
  /** The dictionary form. */
  readonly name: string;
  readonly stem: Stem;
  readonly light?: string;
  readonly honorific?: Stem;
  readonly english: EnglishVerb;
  /** Before the object, if there is one: `to` in `listen to music`. */
  readonly before: string;
  /** After it. Without an object, all that follows the verb. */
  readonly after: string;
  readonly objects: readonly Noun[];
  readonly particle: Particle;
  readonly kind: PhraseKind;
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
  /** Whether its object may be counted or described: two books, but not two lunches. */
  readonly plainObject: boolean;
}

/** What differs from a plain transitive verb with 을/를. */
export interface Details {
  readonly class?: StemClass;
  readonly light?: string;
  readonly honorific?: string;
  readonly past?: string;
  readonly before?: string;
  readonly after?: string;
  readonly objects?: readonly Noun[];
  readonly particle?: Particle;
  readonly kind?: PhraseKind;
  readonly places?: readonly Place[];
  readonly plainObject?: boolean;
}

/** An activity by its dictionary form and English verb. */
export function activity(
  korean: string,
  english: string,
  topics: readonly Topic[],
  details: Details = {},
): Activity {
  const own = stem(details.light === undefined ? korean : "하다", details.class);
  return {
    name: korean,
    stem: own,
    light: details.light,
    honorific: details.honorific === undefined ? undefined : stem(details.honorific),
    english: verb(english, details.past),
    before: details.before ?? "",
    after: details.after ?? "",
    objects: details.objects ?? [],
    particle: details.particle ?? "을/를",
    kind: details.kind ?? "action",
    topics,
    places: details.places ?? [],
    plainObject: details.plainObject ?? false,
  };
}
