/**
 * Draws what every construction needs: people, verbs that suit, places, times.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Particle } from "../particles.ts";
import { withParticle } from "../particles.ts";
import type { Clause } from "./clause.ts";
import {
  asObject,
  type Being,
  groups,
  I,
  isKin,
  kin,
  names,
  others,
  pronouns,
  we,
} from "./lexicon/people.ts";
import { fittingHabits, fittingTimes } from "./lexicon/pace.ts";
import { home, outdoors, type Place, regions, spaces, town } from "./lexicon/places.ts";
import type { Adverbial } from "./lexicon/times.ts";
import { everydayVerbs } from "./lexicon/verbs.ts";
import { drawPhrase, type Phrase, type VerbFrame } from "./phrase.ts";

/** Whoever is told of: a name, family, others, several. */
export function someone(random: Random): Being {
  return random.choice(
    [names, names, names, kin, kin, others, groups, pronouns][random.integer(8)],
  );
}

/** Somebody of whom one speaks without -시-: for predicates that are spelled by hand. */
export function peer(random: Random): Being {
  const being = someone(random);
  return being.honorific ? random.choice(names) : being;
}

/** The speaker most of the time, unsaid as a rule. */
export function anyone(
  random: Random,
  saidShare = 0.2,
): { readonly subject: Being; readonly marking: Particle | null } {
  const kind = random.uniform();
  if (kind < 0.5) {
    return { subject: I, marking: random.chance(saidShare) ? "은/는" : null };
  }
  if (kind < 0.56) return { subject: we, marking: "은/는" };
  return { subject: someone(random), marking: random.chance(0.6) ? "은/는" : "이/가" };
}

/** Frames that have all of `with` and none of `without` among their flags. */
export function framesWith(with_: string, without = ""): readonly VerbFrame[] {
  const key = `${with_}|${without}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const rare = /[qhbl]/.test(with_) ? "" : "r";
  const found = everydayVerbs.filter(({ flags }) =>
    [...with_].every((flag) => flags.has(flag)) &&
    !["H", rare, ...without].some((flag) => flags.has(flag))
  );
  cache.set(key, found);
  return found;
}
const cache = new Map<string, readonly VerbFrame[]>();

/** A phrase from frames with these flags. */
export function phraseWith(random: Random, with_: string, without = ""): Phrase {
  return drawPhrase(random, random.choice(framesWith(with_, without)));
}

const allPlaces: readonly Place[] = [
  ...town,
  ...spaces,
  ...regions,
  ...outdoors,
  home,
  { korean: "마당", to: "to the yard", at: "in the yard", noun: "the yard" },
  { korean: "길", to: "to the street", at: "on the street", noun: "the street" },
];
const byName = new Map(allPlaces.map((place) => [place.korean.replaceAll(" ", ""), place]));

/** A place of the lexicon by its name without spaces. */
export function placeNamed(name: string): Place {
  const place = byName.get(name) ??
    (name === "여기" ? { korean: "여기", to: "here", at: "here", noun: "here" } : undefined);
  if (place === undefined) throw new TypeError(`expected a place of the lexicon, got ${name}`);
  return place;
}

/** Where the phrase happens, with a chance. */
export function placeOf(random: Random, phrase: Phrase, chance: number): Adverbial | undefined {
  if (phrase.places.length === 0 || !random.chance(chance)) return undefined;
  const place = placeNamed(random.choice(phrase.places));
  return { korean: `${place.korean}에서`, english: place.at.replace(/\bmy\b/, "{own}") };
}

/** With whom, with a chance, when it is something one does together. */
export function companyOf(
  random: Random,
  phrase: Phrase,
  subject: Being,
  chance: number,
): Adverbial | undefined {
  if (!phrase.flags.has("w") || !random.chance(chance)) return undefined;
  return companion(random, subject);
}

const circle: readonly Being[] = [
  ...names,
  ...kin,
  ...others.filter(({ english }) => !/^(he|she|that)/.test(english)),
  ...groups.filter(({ korean }) => /친구들|아이들|부모님|동료들/.test(korean)),
];

/** Someone else than the subject: 친구하고, 친구랑, 친구와. */
export function companion(random: Random, subject: Being): Adverbial {
  const others = circle.filter((being) =>
    being.korean !== subject.korean && saysKin(subject, being.korean)
  );
  const chosen = random.choice(others);
  const { korean } = chosen;
  const particle = random.weighted([4, 3, 3]);
  const spelled = particle === 0
    ? `${korean}하고`
    : particle === 1
    ? withParticle(korean, "이/가").replace(/[이가]$/, (last) => last === "이" ? "이랑" : "랑")
    : withParticle(korean, "와/과");
  return { korean: spelled, english: `with ${asObject(chosen)}` };
}

/** Whether the clause makes sense: nobody meets themselves, brothers are not one's own boss. */
export function suits(subject: Being, phrase: Phrase): boolean {
  if (!phrase.before.every(({ word }) => saysKin(subject, word))) return false;
  const words = bareWords(phrase);
  if (phrase.before.some(({ word }) => word === subject.korean)) return false;
  if (/^(아이들|학생들)$/.test(subject.korean) && grown.test(words)) return false;
  if (subject.honorific && young.test(words)) return false;
  if (phrase.fillers.some(isSuperior) && familiar.test(bareWords(phrase))) return false;
  if (phrase.english.verb.base === "marry" && !couple(subject, phrase)) return false;
  return !phrase.fillers.some((filler) =>
    filler.korean === subject.korean ||
    "pronoun" in filler &&
      (filler.english === subject.english || ourselves(filler) && ourselves(subject))
  );
}

/** What children and students do not do. */
const grown =
  /^(quit|work$|work (at|in|on a f)|go to work|leave work|drive|drink$|smoke|marry|get (married|paid)|rent|have a meeting|attend the meeting|be hospitalized|run a business|put on makeup|change \{own\} job|find a (job|house|new)|buy (a )?(house|car)|sell|write a resume|have a job|make money)|beer|soju|wine|alcohol|the documents|contract|resume|business trip/;

/** What parents and professors no longer do, or are not told of. */
const young =
  /homework|^(take a test|fail|pass the exam|get (some pocket|in trouble|\w+ a shot)|oversleep|joke|lie|hide|run$|dance|be late for (the )?class|memorize|hang out|climb a tree|fly a kite|build a s|graduate|make friends|drop|yawn)/;

const superiors = /^(선생님|사장님|교수님|의사 선생님|부장님|학생들|그 아주머니)$/;
const familiar =
  /^(hug|hit|praise|wake|surprise|hang out|dance|forgive|marry|love|lend|follow|fight|lie|teach)\b/;

/** Whether one marries the other: no kin, and no parents' generation. */
function couple(subject: Being, { fillers }: Phrase): boolean {
  return !subject.honorific &&
    fillers.every((filler) =>
      "pronoun" in filler && !isKin(filler) && !filler.honorific &&
      filler.person !== "plural" && filler.pronoun !== subject.pronoun
    );
}

function isSuperior({ korean }: { readonly korean: string }): boolean {
  return superiors.test(korean);
}

function bareWords({ english: { verb, rest } }: Phrase): string {
  return `${verb.base} ${rest}`;
}

const spousesAndChildren = /^(아내|남편|딸|아들|여자친구|남자친구)$/;

const spokenBy: Readonly<Record<string, "he" | "she">> = {
  형: "he",
  누나: "he",
  언니: "she",
  오빠: "she",
};

/**
 * Whether the word can be said of the subject's kin: a woman has no 형 and no 누나, a man no 언니 and no 오빠.
 * Kin of the speaker's kin are the speaker's own; whose wife 삼촌은 아내와 has in mind is left open, and out.
 */
export function saysKin(subject: Being, said: string): boolean {
  const word = said.replace(/와$/, "");
  const told = isKin(subject) || subject.person === "plural" && subject !== we;
  if (told && spousesAndChildren.test(word)) return false;
  const spouse = /^(아내|여자친구)$/.test(word)
    ? "he"
    : /^(남편|남자친구)$/.test(word)
    ? "she"
    : undefined;
  if (spouse !== undefined && /^(he|she)$/.test(subject.pronoun)) {
    return subject.pronoun === spouse;
  }
  const speaker = spokenBy[word];
  if (speaker === undefined) return true;
  if (isKin(subject)) return (spokenBy[subject.korean] ?? speaker) === speaker;
  return !["he", "she"].includes(subject.pronoun) || subject.pronoun === speaker;
}

const misdeed =
  /^(fight|lie|break|hit|waste|smoke|lose (?!weight)|scream|cry|hide|quit (?!smoking)|marry|get married|oversleep|stay up|be late|spend money|borrow money|eat sweets|drop|give up|fail|go to bed late|get up late)\b/;

/** What nobody promises, nor does by a certain hour: harm, faults, and what is not done in passing. */
export function isMisdeed(phrase: Phrase): boolean {
  return misdeed.test(bareWords(phrase));
}

/** A time of the list at which one may do the phrase, if there is one. */
export function timeOf(
  random: Random,
  phrase: Phrase,
  times: readonly Adverbial[],
): Adverbial | undefined {
  const fitting = fittingTimes(phrase, times);
  return fitting.length === 0 ? undefined : random.choice(fitting);
}

/** A habit of the list, times or frequencies, that the phrase can have, if there is one. */
export function habitOf(
  random: Random,
  phrase: Phrase,
  habits: readonly Adverbial[],
): Adverbial | undefined {
  const fitting = fittingHabits(phrase, habits);
  return fitting.length === 0 ? undefined : random.choice(fitting);
}

const unchosen =
  /^(oversleep|cut|brush|wash|comb|dry|take a (bath|shower)|get up$|get paid|sleep|be late|cry|have a dream|catch|wake|change clothes|turn|answer|eat \[meal|feed|water|do the|go home|come home|leave work)/;

/** What befalls one or is done by everybody: denied as a habit only of somebody in need. */
export function isInvoluntary({ frame }: Phrase): boolean {
  return unchosen.test(frame.english);
}

const chore =
  /^(take medicine|go to work|pay|take out|polish|wipe|sweep|wash|do the|put on makeup|iron|get off|comb|brush|dry|clean|answer|sign|stand in|look at \[|take a test)/;

/** What has to be done, and what nobody longs for. */
export function isChore({ frame }: Phrase): boolean {
  return chore.test(frame.english);
}

/** I, you and we: 우리가 나를 is said of nobody. */
function ourselves({ pronoun }: Being): boolean {
  return pronoun === "I" || pronoun === "we";
}

/** A clause of an agent who does the phrase, with some circumstance. */
export function clauseOf(
  random: Random,
  { subject, marking }: Pick<Clause, "subject" | "marking">,
  phrase: Phrase,
  rest: Partial<Clause> = {},
): Clause {
  return {
    subject,
    marking,
    phrase,
    negation: "none",
    timeFirst: random.chance(0.5),
    company: companyOf(random, phrase, subject, 0.2),
    place: placeOf(random, phrase, 0.2),
    objectFirst: phrase.before.length === 1 && phrase.fillers.length > 0 && random.chance(0.05) &&
      phrase.before[0].particle === "을/를" && marking === "이/가",
    ...rest,
  };
}

/** A time long ago or far ahead, now and then, for what is remembered or planned so long. */
export function distant(
  random: Random,
  phrase: Phrase,
  times: readonly Adverbial[],
): Adverbial | undefined {
  return random.chance(0.45) ? timeOf(random, phrase, times) : undefined;
}
