/**
 * One clause: what somebody did, does, will do, wants, must or can do.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { about, activities } from "../lexicon/activities.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import * as times from "../lexicon/times.ts";
import {
  type Adjunct,
  type Clause,
  clause,
  type Negation,
  type Subject,
  type VerbPhrase,
} from "../meaning.ts";
import { withParticle } from "../particles.ts";
import { type Pattern, sentence } from "./pattern.ts";

/** A time that suits the tense, sometimes; and whether it makes a habit of it. */
export function drawTime(
  random: Random,
  tense: Clause["tense"],
  chance = 0.6,
): Adjunct | undefined {
  if (!random.chance(chance)) return undefined;
  if (tense === "future") return random.choice(times.futureTimes);
  return random.choice(times.pastTimes);
}

/** 안 is usual, -지 않다 careful; 못 where something prevented it. */
function drawNegation(random: Random): Negation {
  return (["short", "long", "shortCannot", "longCannot"] as const)[random.weighted([4, 3, 3, 1])];
}

/** 어제 카페에서 커피를 마셨어요. */
export const past: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.anySubject(random);
  const { phrase, activity } = draw.drawPhrase(
    random,
    marked.subject,
    activities.filter(remembered),
  );
  const negation = random.chance(0.18) ? drawNegation(random) : "none";
  const manner = negation === "none" ? drawManner(random, activity.topics) : undefined;
  const affirmed = negation === "none";
  return sentence("past", level, [
    clause(marked.subject, phrase, {
      ...marked,
      tense: random.chance(0.06) && affirmed ? "pastPerfect" : "past",
      negation,
      manner,
      time: drawTime(random, "past"),
      companion: affirmed
        ? draw.drawCompany(random, marked.subject, activity, level, 0.3)
        : undefined,
      place: draw.drawPlace(random, activity, affirmed ? 0.4 : 0.15),
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.4),
    }),
  ]);
};

/** 내일 도서관에서 책을 읽을 거예요. */
export const future: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.anySubject(random);
  const { phrase, activity } = draw.drawPhrase(random, marked.subject, activities.filter(planned));
  const negation = random.chance(0.12) ? random.choice(["short", "long"] as const) : "none";
  const affirmed = negation === "none";
  return sentence("future", level, [
    clause(marked.subject, phrase, {
      ...marked,
      tense: "future",
      negation,
      time: drawTime(random, "future", 0.75),
      companion: affirmed
        ? draw.drawCompany(random, marked.subject, activity, level, 0.3)
        : undefined,
      place: draw.drawPlace(random, activity, 0.35),
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.4),
    }),
  ]);
};

/** 지금 음악을 듣고 있어요; 음악을 들어요. */
export const present: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.anySubject(random);
  const { phrase, activity } = draw.drawPhrase(random, marked.subject, activities.filter(ongoing));
  return sentence("present", level, [
    clause(marked.subject, phrase, {
      ...marked,
      modality: random.chance(0.5) ? "progressive" : "none",
      time: random.chance(0.5) ? times.now : undefined,
      companion: draw.drawCompany(random, marked.subject, activity, level, 0.25),
      place: draw.drawPlace(random, activity, 0.5),
      manner: drawManner(random, activity.topics),
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.4),
    }),
  ]);
};

/** 매일 커피를 마셔요; 자주 영화를 봐요; 신문을 안 읽어요. */
export const habit: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.asTopic(draw.anySubject(random));
  const { phrase, activity } = draw.drawPhrase(
    random,
    marked.subject,
    activities.filter(repeated),
    "bare",
  );
  const often = random.chance(0.45);
  const denied = !often && random.chance(0.2);
  const time = often || denied ? undefined : random.choice(times.habitTimes);
  return sentence("habit", level, [
    clause(marked.subject, phrase, {
      ...marked,
      habitual: true,
      negation: denied ? random.choice(["short", "long"] as const) : "none",
      time,
      frequency: often ? random.choice(times.frequencies) : undefined,
      companion: draw.drawCompany(random, marked.subject, activity, level, 0.2),
      place: draw.drawPlace(random, activity, 0.35),
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.6),
    }),
  ]);
};

/** 영화를 보고 싶어요; 숙제를 해야 해요; 피아노를 칠 수 있어요. */
export const modal: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const kind = random.choice(["want", "must", "skill"] as const);
  const marked = draw.asTopic(
    random.chance(0.6) ? draw.speakerSubject(random) : draw.otherSubject(random),
  );
  const topics = kind === "skill"
    ? about("skill", "cook")
    : kind === "must"
    ? about("study", "chore", "work", "buy food", "social", "transport", "write", "help")
    : activities.filter(planned);
  const subject = kind === "want" && marked.subject.honorific
    ? draw.speakerSubject(random)
    : marked;
  const { phrase, activity } = draw.drawPhrase(
    random,
    subject.subject,
    kind === "skill" ? topics.filter(({ name }) => name !== "배우다") : topics,
  );
  const past = kind !== "skill" && random.chance(0.25);
  const time = kind === "skill" ? undefined : drawTime(random, past ? "past" : "future", 0.5);
  return sentence(kind, level, [
    clause(subject.subject, phrase, {
      ...subject,
      tense: past ? "past" : "present",
      modality: kind === "skill"
        ? random.choice(["knows how", "does not know how"] as const)
        : kind,
      negation: kind === "want" && subject.subject.person === "first" && random.chance(0.15)
        ? "long"
        : "none",
      time,
      place: kind === "want" ? draw.drawPlace(random, activity, 0.2) : undefined,
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.5),
    }),
  ]);
};

/** 어제 시장에 갔어요; 내일 서울에 도착할 거예요; 집에 안 가요. */
export const moving: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = draw.anySubject(random);
  const tense = random.choice(["past", "past", "pastPerfect", "present", "future"] as const);
  const drawn = drawMotion(random, marked.subject, tense === "pastPerfect", tense !== "present");
  const moves = drawn.head === "가다" || drawn.head === "돌아오다";
  const negation = tense !== "pastPerfect" && random.chance(0.2) ? drawNegation(random) : "none";
  const affirmed = drawn.head === "가다" && negation === "none";
  const vehicle = affirmed && random.chance(0.3) ? random.choice(vehicles(drawn)) : undefined;
  const turns = moves && negation === "none" && vehicle === undefined && random.chance(0.25);
  const phrase = turns ? directed(drawn) : drawn;
  const time = tense === "present" ? undefined : drawTime(random, tense, 0.8);
  const hour =
    negation === "none" && tense !== "pastPerfect" && time === times.tomorrow && random.chance(0.4)
      ? random.choice(times.hours)
      : undefined;
  return sentence("motion", level, [
    clause(marked.subject, phrase, {
      ...marked,
      tense,
      negation,
      time: time && hour
        ? { korean: `${time.korean} ${hour.korean}`, english: `${hour.english} ${time.english}` }
        : time,
      companion: affirmed && !grown(marked.subject) && random.chance(0.3)
        ? draw.choiceOfCompany(random, marked.subject, level)
        : undefined,
      place: vehicle,
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.4),
    }),
  ]);
};

/** By what one goes: 버스로, `by bus`. One does not cycle to another city. */
function vehicles({ combination }: VerbPhrase): readonly Adjunct[] {
  const far = places.cities.some(({ korean }) => combination.endsWith(` ${korean}`));
  return [
    ["버스", "by bus"],
    far ? ["기차", "by train"] : ["지하철", "by subway"],
    far ? ["기차", "by train"] : ["자전거", "by bike"],
  ].map(([korean, english]) => ({ korean: withParticle(korean, "으로/로"), english }));
}

/** With 으로/로 the goal is a direction: 집으로 가다. English has one wording for both. */
function directed(phrase: VerbPhrase): VerbPhrase {
  const turned = phrase.korean.arguments.map((each) => ({ ...each, particle: "으로/로" as const }));
  return { ...phrase, korean: { ...phrase.korean, arguments: turned } };
}

/** Going, coming, arriving or staying, where this subject may be. */
export function drawMotion(
  random: Random,
  subject: Subject,
  visits = false,
  arrives = true,
): ReturnType<typeof motion.goTo> {
  const child = !grown(subject);
  const goals = [...places.publicPlaces, ...places.cities, ...(child ? [places.school] : [])];
  if (visits) return motion.goTo(random.choice(goals));
  const kind = random.weighted([6, 1, 1, arrives ? 1 : 0]);
  if (kind === 0) return motion.goTo(random.choice([...goals, places.home, places.home]));
  if (kind === 1) return motion.comeTo(random.choice([places.home, places.school, places.library]));
  if (kind === 2) {
    return motion.comeBackTo(random.choice([places.home, places.seoul, places.school]));
  }
  return motion.arriveAt(
    random.choice([places.home, places.seoul, places.busan, places.school, places.library]),
  );
}

function grown(subject: Subject): boolean {
  return subject.honorific || subject === people.mom || subject === people.dad ||
    subject === people.friends || subject === people.we;
}

type Named = { readonly name: string };

/** What is worth telling by itself. */
function remembered({ name }: Named): boolean {
  return !["눕다", "웃다", "씻다", "찾다", "자다"].includes(name);
}

/** Nobody plans to lie down or to cry. */
export function planned({ name }: Named): boolean {
  return !["눕다", "울다", "웃다", "찾다", "닫다", "열다", "씻다", "자다"].includes(name);
}

/** Choosing and borrowing are over before one can say that they are going on. */
function ongoing({ name }: Named): boolean {
  return !["빌리다", "사다", "눕다", "타다", "열다", "닫다", "만나다"].includes(name);
}

function repeated({ name }: Named): boolean {
  return ![
    "눕다",
    "울다",
    "웃다",
    "찾다",
    "고르다",
    "빌리다",
    "배우다",
    "열다",
    "닫다",
    "돕다",
    "자다",
    "씻다",
  ]
    .includes(name);
}

function drawManner(random: Random, topics: readonly string[]): Adjunct | undefined {
  if (!random.chance(0.15)) return undefined;
  if (topics.some((topic) => ["study", "work", "sport"].includes(topic))) return times.hard;
  if (topics.includes("rest")) return random.choice(times.durations);
  return undefined;
}
