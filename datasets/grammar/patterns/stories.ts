/**
 * Three and four clauses: wishes, reasons, what came of them, and what it was like.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import * as draw from "../draw.ts";
import { about } from "../lexicon/activities.ts";
import { errand } from "../lexicon/errands.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import { personal, type Situation, surrounding } from "../lexicon/situations.ts";
import { bored, free, hungry } from "../lexicon/states.ts";
import * as times from "../lexicon/times.ts";
import { type Clause, clause, type Subject, type VerbPhrase } from "../meaning.ts";
import {
  consequence,
  drawSituation,
  leadsSomewhere,
  obstacle,
  pleasure,
  preventsPleasure,
  preventsSomething,
  situationClause,
  somebody,
} from "./causes.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";
import { activityWithRemark, remarkEnding } from "./scenes.ts";
import { courseTime, drawCourse, twoActivities } from "./sequences.ts";

const wishable = (each: Situation) => preventsPleasure(each) && leadsSomewhere(each);

/** Two things that the situation leads to, one after the other, both at home or out. */
function twoConsequences(
  random: Random,
  situation: Situation,
  subject: Subject,
): readonly [VerbPhrase, VerbPhrase] {
  for (;;) {
    const first = consequence(random, situation, subject);
    const second = consequence(random, situation, subject);
    const moves = second.kind === "motion" || first.head === "있다" ||
      /^(일찍|늦게)/.test(first.head);
    const still = [first, second].some(({ head }) =>
      ["자다", "눕다", "쉬다", "타다"].includes(head)
    );
    const alike = [first, second].every(({ head }) =>
      ["놀다", "만나다", "이야기하다", "전화하다"].includes(head)
    );
    if (first.head !== second.head && !alike && !moves && !still && first.kind !== "motion") {
      return [first, second];
    }
  }
}

const pairable: readonly Situation[] = [...personal, ...surrounding].filter(({ phrase, leads }) =>
  leads.length > 1 && phrase !== hungry
);

/** 책을 읽고 싶었지만 피곤해서 일찍 잤어요. */
export const wishAndReason: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = drawSituation(random, wishable);
  const marked = draw.speakerSubject(random);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  const unsaid = { subject, subjectParticle: null };
  const wish = pleasure(random, situation, subject);
  const then = consequence(random, situation, subject);
  return sentence("wish and reason", level, [
    clause(subject, wish, {
      ...marked,
      tense: "past",
      modality: "want",
      time: drawTime(random, "past", 0.4),
      casual,
    }),
    situationClause(situation, unsaid, { tense: "past", casual }),
    clause(subject, then, { tense: "past", casual }),
  ], { links: ["지만", "아서"] });
};

/** 수영하고 싶었지만 비가 와서 책을 읽고 차를 마셨어요. */
export const wishAndDay: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = random.choice(pairable.filter(preventsPleasure));
  const marked = draw.speakerSubject(random);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  const [first, second] = twoConsequences(random, situation, subject);
  return sentence("wish and reason", level, [
    clause(subject, pleasure(random, situation, subject), {
      ...marked,
      tense: "past",
      modality: "want",
      time: drawTime(random, "past", 0.3),
      casual,
    }),
    situationClause(situation, { subject, subjectParticle: null }, { tense: "past", casual }),
    clause(subject, first, { tense: "past", casual }),
    clause(subject, second, { tense: "past", casual }),
  ], { links: ["지만", "아서", "고"] });
};

/** 심심해서 영화를 보고 친구를 만났어요; 비가 오면 집에서 책을 읽고 쉴 거예요; sometimes with a third thing. */
export const reasonAndDay: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = random.choice(pairable);
  const marked = somebody(random, situation);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  const supposed = random.chance(0.4);
  const tense = supposed ? "future" : "past";
  const [first, second] = twoConsequences(random, situation, subject);
  const third = random.chance(0.35) ? twoConsequences(random, situation, subject)[0] : undefined;
  if (third !== undefined && [first.head, second.head].includes(third.head)) {
    return reasonAndDay(random);
  }
  const own = situation.subject === undefined ? { subject, subjectParticle: null } : marked;
  const day = [first, second, ...(third === undefined ? [] : [third])];
  return sentence("reason and day", level, [
    situationClause(situation, marked, {
      tense: supposed ? "present" : "past",
      time: supposed ? random.choice([undefined, times.tomorrow]) : drawTime(random, "past", 0.5),
      casual,
    }),
    ...day.map((phrase, i) =>
      clause(subject, phrase, {
        ...(i === 0 ? own : {}),
        tense,
        casual,
      })
    ),
  ], { links: [supposed ? "면" : "아서", ...day.slice(1).map(() => "고" as const)] });
};

const reasonsToGo: readonly (readonly [string, readonly places.Place[]])[] = [
  ["배고프다", [places.restaurant, places.market]],
  ["심심하다", [places.park, places.cafe]],
  ["한가하다", [places.park, places.cafe, places.bookstore]],
];

/** 배고파서 식당에 가서 국수를 먹었어요. */
export const reasonToGo: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [head, goals] = random.choice(reasonsToGo);
  const situation = drawSituation(random, ({ phrase }) => phrase.head === head);
  const marked = somebody(random, situation);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  let drawn = errand(random, subject);
  while (!goals.includes(drawn.place)) drawn = errand(random, subject);
  const tense = random.choice(["past", "past", "future"] as const);
  return sentence("reason to go", level, [
    situationClause(situation, marked, {
      tense: tense === "past" ? "past" : "present",
      time: tense === "past" ? drawTime(random, "past", 0.5) : undefined,
      casual,
    }),
    clause(subject, motion.goTo(drawn.place), { tense, casual }),
    clause(subject, drawn.phrase, { tense, casual }),
  ], { links: ["아서", "아서 then"] });
};

/** 공부한 후에 공원에 가서 산책했어요. */
export const afterwards: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  const first = draw.drawPhrase(
    random,
    subject,
    about("study", "work", "chore").filter(({ name }) => !["찾다", "배우다"].includes(name)),
    "bare",
  ).phrase;
  const { place, phrase } = errand(random, subject);
  const tense = random.choice(["past", "past", "future"] as const);
  if (phrase.head === first.head) return afterwards(random);
  return sentence("afterwards", level, [
    clause(subject, first, { ...marked, tense, time: undefined, casual }),
    clause(subject, motion.goTo(place), { tense, casual }),
    clause(subject, phrase, { tense, casual }),
  ], { links: ["ㄴ 후에", "아서 then"] });
};

/** 운동하고 집에 가서 쉬었어요; 책을 읽고 요리하고 음악을 들었어요; both in one. */
export const thingsInARow: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = somebody(random);
  const { subject } = marked;
  const course = drawCourse(random, subject);
  const casual = draw.drawCasual(random, level);
  const goes = random.chance(0.7);
  const [first, second] = twoActivities(random, subject);
  const [third] = twoActivities(random, subject);
  const { place, phrase } = errand(random, subject);
  const done = goes ? random.chance(0.6) ? [first] : [first, second] : [first, second, third];
  const whole = [...done, ...(goes ? [motion.goTo(place), phrase] : [])];
  if (new Set(whole.map(({ head }) => head)).size < whole.length) return thingsInARow(random);
  return sentence(
    "things in a row",
    level,
    whole.map((each, i) =>
      clause(subject, each, {
        ...(i === 0 ? { ...marked, time: courseTime(random, course, 0.5) } : {}),
        ...course,
        casual,
      })
    ),
    {
      links: [
        ...done.slice(goes ? 0 : 1).map(() => "고" as const),
        ...(goes ? ["아서 then" as const] : []),
      ],
    },
  );
};

/** 심심해서 영화 봤어 정말 재미있더라. */
export const reasonAndReview: Pattern = (random) => {
  const level = random.chance(0.6) ? "plain" : "polite";
  const marked = draw.speakerSubject(random);
  const casual = level === "plain" && random.chance(0.75);
  const { phrase, remark, subject } = activityWithRemark(random);
  const eats = phrase.head === "먹다" ||
    about("buy food").some(({ objects }) =>
      objects.some(({ korean }) => phrase.combination === `사다 ${korean}`)
    );
  if (!eats && phrase.head === "사다") return reasonAndReview(random);
  const reasons = eats ? [hungry] : [bored, free];
  const situation = drawSituation(random, (each) => reasons.includes(each.phrase));
  return sentence("reason and review", level, [
    situationClause(situation, marked, {
      tense: "past",
      time: drawTime(random, "past", 0.6),
      casual,
    }),
    clause(marked.subject, phrase, { tense: "past", casual }),
    clause(subject, remark, { tense: "past", casual }),
  ], { links: ["아서", "beside"], ending: remarkEnding(random, level) });
};

/** One person's situation and what came of it. */
function course(
  random: Random,
  marked: draw.MarkedSubject,
  more: Partial<Clause>,
): readonly [Clause, Clause] {
  const hinders = random.chance(0.4);
  const situation = random.choice(
    personal.filter((each) => hinders ? preventsSomething(each) : leadsSomewhere(each)),
  );
  const then = hinders
    ? obstacle(random, situation, marked.subject)
    : consequence(random, situation, marked.subject);
  return [
    situationClause(situation, marked, { tense: "past", ...more }),
    clause(marked.subject, then, {
      tense: "past",
      negation: hinders ? random.choice(["short", "shortCannot"] as const) : "none",
    }),
  ];
}

/** 민수는 피곤해서 일찍 자고 저는 숙제가 많아서 공부했어요; the other's reason may be unsaid. */
export const twoPeople: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [one, other] = random.shuffle([
    people.speaker,
    ...people.named,
    people.youngerBrother,
    people.olderSister,
  ]);
  const topic = "은/는" as const;
  const first = course(random, { subject: one, subjectParticle: topic }, {
    time: drawTime(random, "past", 0.3),
  });
  const second = course(random, { subject: other, subjectParticle: topic }, {});
  if (first[0].phrase.head === second[0].phrase.head) return twoPeople(random);
  const names = (phrase: VerbPhrase) =>
    [one, other].some(({ english }) => phrase.english.once.includes(english));
  if (names(first[1].phrase) || names(second[1].phrase)) return twoPeople(random);
  if (random.chance(0.5)) {
    const short = { ...second[1], subjectParticle: topic };
    return sentence("two people", level, [...first, short], { links: ["아서", "고"] });
  }
  return sentence("two people", level, [...first, ...second], { links: ["아서", "고", "아서"] });
};
