/**
 * Two clauses of one course of events: and, then, in order to.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { about } from "../lexicon/activities.ts";
import type { Activity, Topic } from "../lexicon/activity.ts";
import { errand } from "../lexicon/errands.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as times from "../lexicon/times.ts";
import { type Clause, clause, type Modality, type Subject, type VerbPhrase } from "../meaning.ts";
import { somebody } from "./causes.ts";
import { drawTime, planned } from "./events.ts";
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
  const courses: readonly Course[] = [
    { tense: "past", modality: "none", habitual: false },
    { tense: "future", modality: "none", habitual: false },
    { tense: "present", modality: "none", habitual: true },
    { tense: "present", modality: "want", habitual: false },
  ];
  return courses[random.weighted([5, 2, 1, subject.pronoun === "I" ? 1 : 0])];
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
