/**
 * Two clauses, one of which says when the other happens: before, after, while, when.
 *
 * @module
 */
import * as draw from "../draw.ts";
import { about } from "../lexicon/activities.ts";
import type { Activity, Topic } from "../lexicon/activity.ts";
import * as motion from "../lexicon/motion.ts";
import * as places from "../lexicon/places.ts";
import * as state from "../lexicon/states.ts";
import * as times from "../lexicon/times.ts";
import { clause, type Link, type VerbPhrase } from "../meaning.ts";
import { somebody } from "./causes.ts";
import { drawTime, planned } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";
import type { Course } from "./sequences.ts";

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
