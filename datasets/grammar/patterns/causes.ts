/**
 * Two clauses that bear on one another: because, but, if, so.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Level } from "../conjugation.ts";
import * as draw from "../draw.ts";
import { about } from "../lexicon/activities.ts";
import type { Topic } from "../lexicon/activity.ts";
import * as motion from "../lexicon/motion.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import { personal, type Situation, suppositions, surrounding } from "../lexicon/situations.ts";
import * as times from "../lexicon/times.ts";
import { type Adjunct, type Clause, clause, type Subject, type VerbPhrase } from "../meaning.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";

/** A situation for which `wanted` holds. */
export function drawSituation(
  random: Random,
  wanted: (situation: Situation) => boolean,
  more: readonly Situation[] = [],
): Situation {
  return random.choice([...personal, ...surrounding, ...more].filter(wanted));
}

/** The clause that states a situation, about `marked` where it is personal. */
export function situationClause(
  situation: Situation,
  marked: draw.MarkedSubject,
  more: Partial<Clause>,
): Clause {
  if (situation.subject === undefined) {
    return clause(marked.subject, situation.phrase, { ...marked, ...more });
  }
  return clause(situation.subject, situation.phrase, {
    ...more,
    subjectParticle: situation.subject.korean === null ? null : "이/가",
  });
}

/** Who does the other clause: unsaid if the situation already named them. */
function follower(situation: Situation, marked: draw.MarkedSubject): draw.MarkedSubject {
  return situation.subject === undefined ? { ...marked, subjectParticle: null } : marked;
}

/** Something one does in the situation. */
export function consequence(random: Random, situation: Situation, subject: Subject): VerbPhrase {
  const moves = situation.leadsTo.length > 0 &&
    (situation.leads.length === 0 || random.chance(0.4));
  return moves
    ? random.choice(situation.leadsTo)
    : draw.drawAbout(random, subject, situation.leads);
}

/** Something that the situation keeps one from. */
export function obstacle(random: Random, situation: Situation, subject: Subject): VerbPhrase {
  return draw.drawAbout(random, subject, situation.prevents);
}

const duties: readonly Topic[] = ["study", "exam", "chore", "work", "cook", "write", "buy food"];

/** Something that one would like to do and that the situation keeps one from. */
export function pleasure(random: Random, situation: Situation, subject: Subject): VerbPhrase {
  return draw.drawAbout(
    random,
    subject,
    situation.prevents.filter((each) => !duties.includes(each)),
  );
}

export const preventsPleasure = ({ prevents }: Situation): boolean =>
  prevents.some((each) => !duties.includes(each));

/** Someone with a pronoun in English, of whom the situation and its consequence can be said. */
export function somebody(random: Random, situation?: Situation): draw.MarkedSubject {
  const study = situation?.phrase.korean.arguments.some(({ text }) =>
    text === "숙제" || text === "시험"
  );
  for (;;) {
    const marked = draw.asTopic(draw.anySubject(random));
    const grown = marked.subject.honorific || marked.subject === people.mom ||
      marked.subject === people.dad;
    if (
      !grown ||
      !study && situation?.subject === undefined && situation !== undefined && mild(situation)
    ) {
      return marked;
    }
  }
}

/** Situations whose consequences suit everybody, grandparents too. */
function mild({ phrase }: Situation): boolean {
  return ["피곤하다", "배고프다", "목마르다", "졸리다"].includes(phrase.head);
}

export const leadsSomewhere = ({ leads, leadsTo }: Situation): boolean =>
  leads.length + leadsTo.length > 0;
export const preventsSomething = ({ prevents }: Situation): boolean => prevents.length > 0;

/** 피곤해서 일찍 잤어요; 비가 와서 산책을 못 했어요. */
export const because: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const hinders = random.chance(0.45);
  const situation = drawSituation(random, hinders ? preventsSomething : leadsSomewhere);
  const marked = somebody(random, situation);
  const tense = hinders
    ? random.choice(["past", "past", "present"] as const)
    : random.choice(["past", "past", "present", "future"] as const);
  const casual = draw.drawCasual(random, level);
  const { subject } = marked;
  const then = hinders
    ? obstacle(random, situation, subject)
    : consequence(random, situation, subject);
  const stateTense = tense === "past" ? "past" : "present";
  return sentence("because", level, [
    situationClause(situation, marked, {
      tense: stateTense,
      time: tense === "past"
        ? drawTime(random, "past", 0.5)
        : random.chance(0.25)
        ? times.today
        : undefined,
      casual,
    }),
    clause(subject, then, {
      ...follower(situation, marked),
      tense,
      negation: !hinders
        ? "none"
        : tense === "past"
        ? random.choice(["shortCannot", "short", "longCannot"] as const)
        : random.choice(["shortCannot", "longCannot"] as const),
      casual,
    }),
  ], { links: ["아서"] });
};

/** 피곤했지만 공부했어요: the unexpected. */
export const although: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = drawSituation(random, preventsSomething);
  const marked = somebody(random, situation);
  const tense = random.choice(["past", "past", "future"] as const);
  const casual = draw.drawCasual(random, level);
  const then = obstacle(random, situation, marked.subject);
  return sentence("although", level, [
    situationClause(situation, marked, {
      tense: tense === "past" ? "past" : "present",
      time: tense === "past" ? drawTime(random, "past", 0.5) : undefined,
      casual,
    }),
    clause(marked.subject, then, { ...follower(situation, marked), tense, casual }),
  ], { links: ["지만"] });
};

/** 책을 읽고 싶었지만 시간이 없었어요. */
export const wishDenied: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = drawSituation(random, preventsPleasure);
  const marked = draw.speakerSubject(random);
  const tense = random.choice(["past", "past", "present"] as const);
  const casual = draw.drawCasual(random, level);
  return sentence("wish denied", level, [
    clause(marked.subject, pleasure(random, situation, marked.subject), {
      ...marked,
      tense,
      modality: "want",
      time: tense === "past" ? drawTime(random, "past", 0.4) : undefined,
      casual,
    }),
    situationClause(situation, { ...marked, subjectParticle: null }, { tense, casual }),
  ], { links: ["지만"] });
};

/** 비가 오면 집에 있을 거예요; 시간이 있으면 영화를 보고 싶어요. */
export const condition: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const hinders = random.chance(0.25);
  const situation = drawSituation(
    random,
    (each) => hinders ? preventsSomething(each) : leadsSomewhere(each),
    hinders ? [] : suppositions,
  );
  const marked = somebody(random, situation);
  const { subject } = marked;
  const casual = draw.drawCasual(random, level);
  const wants = !hinders && /^(I|we)$/.test(subject.pronoun ?? "") && random.chance(0.25);
  const then = hinders
    ? obstacle(random, situation, subject)
    : consequence(random, situation, subject);
  return sentence("if", level, [
    situationClause(situation, marked, {
      time: situation.subject !== undefined || random.chance(0.3)
        ? random.choice([undefined, times.tomorrow, times.today])
        : undefined,
      casual,
    }),
    clause(subject, then, {
      ...follower(situation, marked),
      tense: wants ? "present" : "future",
      modality: wants ? "want" : "none",
      negation: hinders ? random.choice(["short", "long", "longCannot"] as const) : "none",
      casual,
    }),
  ], { links: ["면"] });
};

/** 비가 오니까 집에 있자; 피곤하니까 커피를 마십시다. */
export const reasonToSuggest: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const rests = random.chance(0.25);
  const { subject, phrase, leads, leadsTo } = random.choice(surrounding);
  const casual = draw.drawCasual(random, level);
  const we = people.we;
  const then = random.chance(0.5) ? random.choice(leadsTo) : draw.drawAbout(random, we, leads);
  const invites = level === "polite" || level === "plain" && rests;
  return sentence("suggest because", level, [
    clause(subject ?? we, phrase, {
      subjectParticle: subject?.korean ? "이/가" : null,
      time: random.choice([undefined, times.today]),
      casual,
    }),
    clause(we, then, { casual }),
  ], { links: ["니까"], ending: invites ? "invitation" : "suggestion" });
};

/** 수지는 병원에 갈 거지만 유나는 안 갈 거예요: what one does and the other does not. */
export const contrast: Pattern = (random) => {
  const level: Level = draw.drawLevel(random);
  const casual = false;
  const [first, second] = random.shuffle([
    people.speaker,
    ...people.named,
    people.youngerBrother,
    people.olderSister,
  ]);
  const tense = random.choice(["past", "future"] as const);
  const goes = random.chance(0.3);
  const phrase = goes
    ? motion.goTo(random.choice([...places.publicPlaces, places.school]))
    : draw.drawAbout(random, first, [
      "food",
      "drink",
      "watch",
      "shopping",
      "sport",
      "outdoor",
      "study",
    ]);
  if (phrase.english.once.includes("{own}")) return contrast(random);
  const time: Adjunct | undefined = drawTime(random, tense, 0.5);
  return sentence("contrast", level, [
    clause(first, phrase, { subjectParticle: "은/는", tense, time, casual, subjectFirst: false }),
    clause(second, unrepeated(phrase), {
      subjectParticle: "은/는",
      tense,
      negation: random.choice(["short", "long"] as const),
      casual,
      elided: true,
    }),
  ], { links: ["지만"] });
};

/** The verb alone, after a clause that has said what it is done to: 유나는 안 갈 거예요. */
function unrepeated(phrase: VerbPhrase): VerbPhrase {
  return { ...phrase, korean: { ...phrase.korean, arguments: [] } };
}

/** 비가 와서 → 창문을 닫았어요: a change around one, and what one did about it. */
export const windows: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const situation = random.choice(surrounding.slice(0, 5));
  const closes = situation !== surrounding[3] && situation !== surrounding[4];
  const marked = draw.anySubject(random);
  const chosen = about("open").filter(({ name }) => name === (closes ? "닫다" : "열다"));
  const { phrase } = draw.drawPhrase(random, people.speaker, chosen);
  return sentence("because", level, [
    situationClause(situation, marked, { tense: "past", time: drawTime(random, "past", 0.3) }),
    clause(marked.subject, phrase, { ...marked, tense: "past" }),
  ], { links: ["아서"] });
};
