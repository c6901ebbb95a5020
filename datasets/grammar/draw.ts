/**
 * Draws what every pattern needs: a level, a subject, a verb phrase that suits it, a time.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "./conjugation.ts";
import { about } from "./lexicon/activities.ts";
import type { Activity, Topic } from "./lexicon/activity.ts";
import {
  bareNoun,
  countedNoun,
  type Noun,
  type NounPhrase,
  pointedNoun,
  qualifiedNoun,
} from "./lexicon/noun.ts";
import * as people from "./lexicon/people.ts";
import { at } from "./lexicon/places.ts";
import type { Adjunct, Clause, Subject, VerbPhrase } from "./meaning.ts";
import type { Particle } from "./particles.ts";

/** Plain, polite or formal, as everyday text mixes them. */
export function drawLevel(random: Random): Level {
  return (["plain", "polite", "formal"] as const)[random.weighted([4, 4, 2])];
}

/** Whether particles may drop: often among friends, rarely otherwise. */
export function drawCasual(random: Random, level: Level): boolean {
  return random.chance({ plain: 0.5, polite: 0.08, formal: 0 }[level]);
}

/** A subject and how Korean marks it. */
export type MarkedSubject = Pick<Clause, "subject" | "subjectParticle">;

/** The speaker, mostly unsaid. */
export function speakerSubject(random: Random): MarkedSubject {
  return {
    subject: people.speaker,
    subjectParticle: random.chance(0.65) ? null : "은/는",
  };
}

/** Someone else, with a particle. */
export function otherSubject(random: Random): MarkedSubject {
  const subject = random.choice(
    random.choice([
      people.named,
      people.named,
      people.family,
      people.family,
      people.honoured,
      [people.friends, people.students],
    ]),
  );
  return { subject, subjectParticle: markSubject(random, subject) };
}

/** 은/는 or 이/가, and 께서 for those one looks up to. */
function markSubject(random: Random, subject: Subject): Particle {
  if (subject.honorific && random.chance(0.5)) return random.choice(["께서", "께서는"]);
  return random.choice(["은/는", "이/가"]);
}

/** Marked as what the sentence is about: 은/는 spans several clauses, and suits habits and likings. */
export function asTopic({ subject, subjectParticle }: MarkedSubject): MarkedSubject {
  const topic = { "이/가": "은/는", "께서": "께서는" } as const;
  const known = subjectParticle === "이/가" || subjectParticle === "께서";
  return { subject, subjectParticle: known ? topic[subjectParticle] : subjectParticle };
}

/** The speaker half of the time, otherwise us or someone else. */
export function anySubject(random: Random): MarkedSubject {
  const kind = random.uniform();
  if (kind < 0.5) return speakerSubject(random);
  if (kind < 0.56) return { subject: people.we, subjectParticle: "은/는" };
  return otherSubject(random);
}

/** The listener: unsaid, or 너 among friends. */
export function listenerSubject(random: Random, level: Level): MarkedSubject {
  if (level === "plain") {
    return {
      subject: people.friendListening,
      subjectParticle: random.chance(0.85) ? null : "은/는",
    };
  }
  const honoured = level === "formal" || random.chance(0.5);
  return {
    subject: honoured ? people.listener : { ...people.friendListening, korean: null },
    subjectParticle: null,
  };
}

const grownUpTopics: readonly Topic[] = [
  "food",
  "drink",
  "warm drink",
  "cook",
  "buy food",
  "read",
  "watch",
  "listen",
  "rest",
  "chore",
  "work",
];
const grownUps: readonly Subject[] = [people.mom, people.dad, ...people.honoured];
const oneself: readonly Subject[] = [people.speaker, ...people.named];

/** Whether this person can be said to do this. */
export function suits(subject: Subject, activity: Activity, object: Noun | undefined): boolean {
  if (grownUps.includes(subject)) {
    if (!activity.topics.some((topic) => grownUpTopics.includes(topic))) return false;
    if (subject.honorific && (activity.topics.includes("work") || activity.name === "찾다")) {
      return false;
    }
  }
  if (activity.name === "숙제하다" && subject === people.we) return false;
  if (object === undefined) return true;
  if (object.korean === subject.korean) return false;
  if (subject.person === "plural" && subject.pronoun !== "you" && object.english === "apple") {
    return false; // several people do not share one
  }
  if (people.kin.includes(object)) {
    return oneself.includes(subject) || subject.pronoun === "you";
  }
  if (subject.person === "plural" && subject.pronoun !== "you" && object.article === "own") {
    return false;
  }
  return !(subject === people.friends && /^친구/.test(object.korean));
}

/** A pattern drew a subject and activities of which none suits it; it is drawn anew. */
export class UnsuitableDraw extends RangeError {
  override name = "UnsuitableDraw";
}

/** How much may be said of the object. */
export type Decoration = "bare" | "rich";

/** One of the activities with an object, by someone whom it suits. */
export function drawPhrase(
  random: Random,
  subject: Subject,
  from: readonly Activity[],
  decoration: Decoration = "rich",
): { readonly phrase: VerbPhrase; readonly activity: Activity } {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const activity = random.choice(from);
    const object = activity.objects.length > 0 ? random.choice(activity.objects) : undefined;
    if (suits(subject, activity, object)) {
      return { phrase: phraseOf(random, activity, object, decoration), activity };
    }
  }
  throw new UnsuitableDraw(`expected an activity that suits ${subject.english}, found none`);
}

/** As {@linkcode drawPhrase}, from the activities about some topics. */
export function drawAbout(
  random: Random,
  subject: Subject,
  topics: readonly Topic[],
  decoration: Decoration = "bare",
): VerbPhrase {
  return drawPhrase(random, subject, about(...topics), decoration).phrase;
}

/** The activity with this object. */
export function phraseOf(
  random: Random,
  activity: Activity,
  object: Noun | undefined,
  decoration: Decoration,
): VerbPhrase {
  const words = object === undefined
    ? undefined
    : decorated(random, object, activity.particle, activity.plainObject ? "bare" : decoration);
  return phraseWith(activity, words, object?.korean);
}

/** The activity with a ready noun phrase. */
export function phraseWith(
  activity: Activity,
  words: NounPhrase | undefined,
  noun = "",
): VerbPhrase {
  const { name, before, after } = activity;
  const around = (object: string) =>
    [before, object, after].filter((word) => word !== "").join(" ");
  return {
    head: name,
    combination: `${name} ${noun}`.trim(),
    kind: activity.kind,
    korean: {
      arguments: words === undefined ? [] : [words.argument],
      light: activity.light,
      stem: activity.stem,
      honorific: activity.honorific,
    },
    english: {
      verb: activity.english,
      once: around(words?.once ?? ""),
      habit: around(words?.habit ?? ""),
    },
  };
}

function decorated(
  random: Random,
  noun: Noun,
  particle: Particle,
  decoration: Decoration,
): NounPhrase {
  if (decoration === "bare") return bareNoun(noun, particle);
  const kind = random.uniform();
  if (kind < 0.16 && noun.qualities.length > 0) {
    return qualifiedNoun(noun, random.choice(noun.qualities), particle);
  }
  if (kind < 0.3 && noun.counter !== undefined) return countedNoun(noun, random, particle);
  if (kind < 0.35 && noun.article === "a") {
    return pointedNoun(noun, random.choice(["이", "그"]), particle);
  }
  return bareNoun(noun, particle);
}

/** Where the activity happens, sometimes. */
export function drawPlace(random: Random, activity: Activity, chance: number): Adjunct | undefined {
  if (activity.places.length === 0 || !random.chance(chance)) return undefined;
  return at(random.choice(activity.places));
}

/** Company for what one does together, sometimes. */
export function drawCompany(
  random: Random,
  subject: Subject,
  activity: Activity,
  level: Level,
  chance: number,
): Adjunct | undefined {
  const alone: readonly Topic[] = [
    "social",
    "rest",
    "write",
    "feeling",
    "open",
    "help",
    "chore",
    "read",
  ];
  if (activity.topics.some((topic) => alone.includes(topic)) || !random.chance(chance)) {
    return undefined;
  }
  if (grownUps.includes(subject) || subject === people.friends || subject === people.we) {
    return undefined;
  }
  return choiceOfCompany(random, subject, level);
}

/** With whom the subject does something: nobody goes out with themselves. */
export function choiceOfCompany(random: Random, subject: Subject, level: Level): Adjunct {
  const choices = level === "plain" ? people.spokenCompany : people.company;
  return random.choice(choices.filter(({ english }) => english !== `with ${subject.english}`));
}
