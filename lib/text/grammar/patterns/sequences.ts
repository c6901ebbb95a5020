/**
 * Two clauses of one course of events: and, then, before, after, when, while, in order to.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { about, type Activity, type Topic } from "../lexicon/activities.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import type { Place } from "../lexicon/places.ts";
import * as state from "../lexicon/states.ts";
import * as times from "../lexicon/times.ts";
import {
  type Clause,
  clause,
  type Link,
  type Modality,
  type Subject,
  type VerbPhrase,
} from "../meaning.ts";
import { drawTime, planned } from "./events.ts";
import { somebody } from "./causes.ts";
import { type Pattern, sentence } from "./pattern.ts";

/** What one does in a day, one thing after the other. */
const daily: readonly Topic[] = [
  "food",
  "warm drink",
  "read",
  "watch",
  "listen",
  "study",
  "learn",
  "borrow",
  "swim",
  "sport",
  "outdoor",
  "chore",
  "cook",
  "write",
  "social",
  "play",
  "shopping",
];

/** Tense and modality that a chain of clauses shares. */
export interface Course {
  readonly tense: Clause["tense"];
  readonly modality: Modality;
  readonly habitual: boolean;
}

export function drawCourse(random: Random, subject: Subject): Course {
  const kind = random.weighted([5, 2, 1, subject.pronoun === "I" ? 1 : 0]);
  return [
    { tense: "past", modality: "none", habitual: false },
    { tense: "future", modality: "none", habitual: false },
    { tense: "present", modality: "none", habitual: true },
    { tense: "present", modality: "want", habitual: false },
  ][kind] as Course;
}

/** A time that suits the course. */
export function courseTime(
  random: Random,
  { tense, habitual }: Course,
  chance: number,
): Clause["time"] {
  if (habitual) return random.choice(times.habitTimes);
  return tense === "past" ? drawTime(random, "past", chance) : drawTime(random, "future", chance);
}

const everyday = about(...daily).filter((each) =>
  planned(each) && !["씻다", "고르다", "걷다"].includes(each.name)
);

/** Two different activities of one person. */
export function twoActivities(random: Random, subject: Subject): readonly [VerbPhrase, VerbPhrase] {
  for (;;) {
    const first = draw.drawPhrase(random, subject, everyday, "bare");
    const second = draw.drawPhrase(random, subject, everyday, "bare");
    if (apart(first.activity, second.activity)) return [first.phrase, second.phrase];
  }
}

function apart(first: Activity, second: Activity): boolean {
  if (first.name === second.name) return false;
  return !first.topics.some((topic) => second.topics.includes(topic) && topic !== "food");
}

/** 책을 읽고 음악을 들었어요. */
export const and: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const course = drawCourse(random, marked.subject);
  const [first, second] = twoActivities(random, marked.subject);
  const casual = draw.drawCasual(random, level);
  return sentence("and", level, [
    clause(marked.subject, first, {
      ...marked,
      ...course,
      time: courseTime(random, course, 0.55),
      casual,
      subjectFirst: random.chance(0.4),
    }),
    clause(marked.subject, second, { ...course, casual }),
  ], { links: ["고"] });
};

/** 민수는 책을 읽고 수지는 음악을 들었어요. */
export const meanwhile: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [first, second] = random.shuffle([
    people.speaker,
    ...people.named,
    people.youngerBrother,
    people.youngerSister,
    people.olderBrother,
    people.olderSister,
  ]);
  const tense = random.choice(["past", "past", "future"] as const);
  const [one, other] = twoActivities(random, random.choice(people.named));
  const who = (phrase: VerbPhrase) =>
    [first, second].some((subject) => phrase.english.once.includes(subject.english));
  if (who(one) || who(other)) return meanwhile(random);
  return sentence("meanwhile", level, [
    clause(first, one, { subjectParticle: "은/는", tense, time: drawTime(random, tense, 0.4) }),
    clause(second, other, { subjectParticle: "은/는", tense }),
  ], { links: ["고"] });
};

/** What one does at a place that one has gone to. */
export const errands: readonly (readonly [Place, readonly Topic[], readonly string[]])[] = [
  [places.cafe, ["warm drink", "social", "read"], ["전화하다", "놀다"]],
  [places.library, ["read", "study", "borrow"], []],
  [places.market, ["buy food"], []],
  [places.park, ["outdoor", "social"], ["전화하다"]],
  [places.restaurant, [], []],
  [places.departmentStore, [], []],
  [places.bookstore, [], []],
  [places.bakery, [], []],
  [places.pool, [], []],
  [places.gym, [], []],
  [places.home, ["rest", "watch", "cook", "chore"], ["눕다"]],
];

/** What suits the place, by somebody. */
export function errand(
  random: Random,
  subject: Subject,
): { readonly place: Place; readonly phrase: VerbPhrase } {
  for (;;) {
    const [place, topics, without] = random.choice(errands);
    const only = special[place.korean];
    const from = only ??
      about(...topics).filter(({ name }) =>
        !without.includes(name) && name !== "찾다" && name !== "씻다"
      );
    if (from.some((each) => draw.suits(subject, each, undefined))) {
      return { place, phrase: draw.drawPhrase(random, subject, from, "bare").phrase };
    }
  }
}

/** What a department store sells, rather than a market. */
const departments = about("shopping").map((each) => ({
  ...each,
  objects: each.objects.filter(({ korean }) => korean !== "꽃"),
}));

function selling(name: string, ...nouns: readonly string[]): readonly Activity[] {
  return about("shopping", "buy food", "swim", "sport").flatMap((each) => {
    if (each.name !== name) return [];
    const objects = each.objects.filter(({ korean }) => nouns.includes(korean));
    return nouns.length > 0 && objects.length === 0 ? [] : [{ ...each, objects }];
  });
}

const bookBuying = about("shopping").filter(({ name }) => name === "사다").map((each) => ({
  ...each,
  objects: about("read").flatMap(({ objects }) => objects).filter(({ korean }) =>
    korean === "책" || korean === "소설"
  ),
}));

/** Places where one does one thing only. */
const special: Readonly<Record<string, readonly Activity[] | undefined>> = {
  백화점: departments,
  식당: about("food").filter(({ places: where }) => where.includes(places.restaurant)),
  서점: bookBuying,
  빵집: selling("사다", "빵"),
  수영장: selling("수영하다"),
  체육관: [...selling("운동하다"), ...selling("농구하다")],
};

/** 카페에 가서 커피를 마셨어요. */
export const goAndDo: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const course = drawCourse(random, marked.subject);
  const { place, phrase } = errand(random, marked.subject);
  const casual = draw.drawCasual(random, level);
  return sentence("go and do", level, [
    clause(marked.subject, motion.goTo(place), {
      ...marked,
      ...course,
      time: courseTime(random, course, 0.6),
      casual,
      subjectFirst: random.chance(0.4),
    }),
    clause(marked.subject, phrase, { ...course, casual }),
  ], { links: ["아서 then"] });
};

/** 책을 빌리러 도서관에 갔어요. */
export const purpose: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const tense = random.choice(["past", "past", "future", "present"] as const);
  const { place, phrase } = errand(random, marked.subject);
  const casual = draw.drawCasual(random, level);
  const time = tense === "present"
    ? random.choice([undefined, times.now])
    : drawTime(random, tense, 0.6);
  return sentence("purpose", level, [
    clause(marked.subject, phrase, { ...marked, time, casual, subjectFirst: random.chance(0.4) }),
    clause(marked.subject, motion.goTo(place), { tense, casual }),
  ], { links: ["러"] });
};

type Topics = readonly Topic[];

const beforehand: readonly (readonly [Topics, Topics])[] = [
  [["food", "cook"], ["wash"]],
  [["study", "work"], ["warm drink", "food", "sport"]],
  [["sport", "outdoor"], ["drink", "food"]],
  [["watch"], ["study", "chore", "food"]],
];

const afterwards: readonly (readonly [Topics, Topics])[] = [
  [["sport", "outdoor"], ["drink", "rest", "food", "watch"]],
  [["study", "work"], ["watch", "listen", "play", "outdoor", "food"]],
  [["food"], ["warm drink", "outdoor", "watch", "chore"]],
  [["chore", "cook"], ["rest", "warm drink", "listen"]],
];

/** 저녁을 먹기 전에 손을 씻었어요; 운동한 후에 물을 마셨어요. */
export const beforeOrAfter: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const link: Link = random.choice(["기 전에", "ㄴ 후에"] as const);
  const marked = somebody(random);
  const course = random.choice<Course>([
    { tense: "past", modality: "none", habitual: false },
    { tense: "past", modality: "none", habitual: false },
    { tense: "future", modality: "none", habitual: false },
    { tense: "present", modality: "none", habitual: true },
  ]);
  const [topics, others] = random.choice(link === "기 전에" ? beforehand : afterwards);
  const usual = (each: Activity) =>
    (planned(each) || each.name === "씻다") && !["굽다", "찍다", "배우다"].includes(each.name);
  const first = draw.drawPhrase(random, marked.subject, about(...topics).filter(usual), "bare");
  const second = draw.drawPhrase(random, marked.subject, about(...others).filter(usual), "bare");
  const casual = draw.drawCasual(random, level);
  return sentence(link === "기 전에" ? "before" : "after", level, [
    clause(marked.subject, first.phrase, {
      ...marked,
      tense: course.tense,
      habitual: course.habitual,
      casual,
    }),
    clause(marked.subject, second.phrase, {
      tense: course.tense,
      habitual: course.habitual,
      frequency: course.habitual ? random.choice(times.frequencies) : undefined,
      casual,
    }),
  ], { links: [link] });
};

/** 음악을 들으면서 공부했어요. */
export const during: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const tense = random.choice(["past", "past", "present", "future"] as const);
  const pairs: readonly (readonly [readonly Topic[], readonly Topic[]])[] = [
    [["listen"], ["study", "chore", "cook", "read", "work", "drink"]],
    [["warm drink"], ["read", "work", "listen", "watch", "study"]],
    [["watch"], ["food", "drink"]],
  ];
  const [side, main] = random.choice(pairs);
  const outside = (each: Activity) =>
    planned(each) &&
    !["배우다", "빌리다", "굽다", "타다", "씻다", "찍다", "수영하다", "치다"].includes(each.name);
  const first = draw.drawAbout(random, marked.subject, side);
  const second =
    draw.drawPhrase(random, marked.subject, about(...main).filter(outside), "bare").phrase;
  const casual = draw.drawCasual(random, level);
  return sentence("while", level, [
    clause(marked.subject, first, { ...marked, casual }),
    clause(marked.subject, second, {
      tense,
      time: tense === "present" ? undefined : drawTime(random, tense, 0),
      casual,
    }),
  ], { links: ["면서"] });
};

/** Inside of a clause about something else a subject takes 이/가 rather than 은/는. */
export function inner({ subject, subjectParticle }: draw.MarkedSubject): draw.MarkedSubject {
  const particle = subjectParticle === "은/는"
    ? "이/가"
    : subjectParticle === "께서는"
    ? "께서"
    : subjectParticle;
  return { subject, subjectParticle: particle };
}

/** 시간이 있을 때 책을 읽어요; 제가 집에 왔을 때 비가 왔어요. */
export const when: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const casual = draw.drawCasual(random, level);
  if (random.chance(0.4)) {
    const place = random.choice([
      places.home,
      places.school,
      places.library,
      places.cafe,
      places.park,
    ]);
    const { subject, phrase } = random.choice([state.rain, state.snow, state.cold, state.hot]);
    const arrives = random.chance(0.3) ? motion.arriveAt(place) : motion.goTo(place);
    return sentence("when", level, [
      clause(marked.subject, arrives, {
        ...inner(marked),
        tense: "past",
        time: drawTime(random, "past", 0.4),
        casual,
      }),
      clause(subject, phrase, { tense: "past", casual }),
    ], { links: ["때"] });
  }
  const [feeling, topics] = random.choice<readonly [VerbPhrase, readonly Topic[]]>([
    [state.hasTime, ["read", "watch", "listen", "outdoor", "cook", "sport"]],
    [state.free, ["read", "watch", "listen", "play", "outdoor"]],
    [state.bored, ["watch", "play", "listen", "social"]],
    [state.tired, ["warm drink", "rest", "listen"]],
    [state.sad, ["listen", "feeling", "social"]],
    [state.hungry, ["food"]],
    [state.thirsty, ["drink"]],
  ]);
  const from = about(...topics).filter(({ name, plainObject }) =>
    !["웃다", "빌리다", "눕다"].includes(name) && !(feeling === state.hungry && plainObject)
  );
  const { phrase } = draw.drawPhrase(random, marked.subject, from, "bare");
  return sentence("when", level, [
    clause(marked.subject, feeling, { ...marked, casual }),
    clause(marked.subject, phrase, {
      habitual: true,
      frequency: random.chance(0.5) ? random.choice(times.frequencies) : undefined,
      casual,
    }),
  ], { links: ["때"] });
};
