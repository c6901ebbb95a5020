/**
 * One clause: who somebody is, what there is and how many, who gives what to whom.
 *
 * @module
 */
import * as draw from "../draw.ts";
import { be, verb } from "../english_verb.ts";
import { bareNoun, countedNoun, indefinite, noun, numbers } from "../lexicon/noun.ts";
import * as thing from "../lexicon/nouns.ts";
import * as people from "../lexicon/people.ts";
import * as places from "../lexicon/places.ts";
import { clause, type Subject, type VerbPhrase } from "../meaning.ts";
import { withParticle } from "../particles.ts";
import { copula, stem } from "../stem.ts";
import { drawTime } from "./events.ts";
import { type Pattern, sentence } from "./pattern.ts";

const professions = [
  ["학생", "student"],
  ["선생님", "teacher"],
  ["의사", "doctor"],
  ["요리사", "cook"],
  ["가수", "singer"],
  ["화가", "painter"],
  ["회사원", "office worker"],
] as const;

function identity(noun: string, english: string, denied = false): VerbPhrase {
  return {
    head: denied ? "아니다" : "이다",
    combination: `이다 ${noun}`,
    kind: "adjective",
    korean: denied
      ? { arguments: [{ text: noun, particle: "이/가" }], stem: stem("아니다", "아니다") }
      : { arguments: [], stem: copula(noun) },
    english: { verb: be, once: english, habit: english, denied },
  };
}

/** 민수는 학생이에요; 저는 의사가 아닙니다. */
export const profession: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const subject = random.choice([
    people.speaker,
    people.speaker,
    ...people.named,
    people.mom,
    people.dad,
    people.olderBrother,
    people.olderSister,
    people.youngerBrother,
    people.youngerSister,
  ]);
  const [korean, english] = random.choice(professions);
  return sentence("profession", level, [
    clause(subject, identity(korean, indefinite(english), random.chance(0.3)), {
      subjectParticle: "은/는",
      tense: random.chance(0.25) ? "past" : "present",
    }),
  ]);
};

const days = [
  ["월요일", "Monday"],
  ["금요일", "Friday"],
  ["토요일", "Saturday"],
  ["일요일", "Sunday"],
] as const;

/** 오늘은 월요일이에요; 여동생은 열 살이에요; 지금 세 시예요. */
export const dayOrAge: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const named = (korean: string | null, english: string): Subject => ({
    korean,
    english,
    pronoun: "it",
    person: "third",
    honorific: false,
  });
  const kind = random.weighted([2, 3, 2]);
  if (kind === 0) {
    const when = random.choice([["오늘", "today"], ["내일", "tomorrow"]] as const);
    const [korean, english] = random.choice(days);
    return sentence("day", level, [
      clause(named(when[0], when[1]), identity(korean, english, random.chance(0.3)), {
        subjectParticle: "은/는",
      }),
    ]);
  }
  if (kind === 1) {
    const subject = random.choice([
      people.youngerBrother,
      people.youngerSister,
      ...people.named,
      people.speaker,
    ]);
    const [age, english] = random.choice([...numbers.slice(4), ["스무", "twenty"] as const]);
    return sentence("age", level, [
      clause(subject, identity(`${age} 살`, `${english} years old`), { subjectParticle: "은/는" }),
    ]);
  }
  const [korean, english] = random.choice(numbers);
  return sentence("hour", level, [
    clause(
      named(null, "it"),
      identity(`${korean} 시`, `${english} o'clock`),
      { time: { korean: "지금", english: "now" } },
    ),
  ]);
};

const things = [
  ["교실에", places.classroom.at, [thing.chair]],
  ["방에", "in the room", [thing.chair, thing.bag, thing.book, thing.hat, thing.umbrella]],
  ["부엌에", "in the kitchen", [thing.apple, thing.cake, thing.bread, thing.chair, thing.soup]],
  ["정원에", "in the garden", [thing.flowers, thing.bicycle, thing.chair]],
] as const;

/** The empty subject of `there is`, which agrees with what follows. */
function there(many: boolean): Subject {
  return {
    korean: null,
    english: "there",
    pronoun: null,
    person: many ? "plural" : "third",
    honorific: false,
  };
}

/** 교실에 의자가 세 개 있어요. */
export const existence: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const [place, where, nouns] = random.choice(things);
  const found = random.choice(nouns);
  const counted = found.counter !== undefined && random.chance(0.5);
  const words = counted ? countedNoun(found, random, "이/가") : bareNoun(found, "이/가");
  const many = counted ? !/^an? /.test(words.once) : found.article === "plural";
  return sentence("existence", level, [
    clause(there(many), {
      head: "있다",
      combination: `있다 ${found.korean}`,
      kind: "adjective",
      korean: { arguments: [words.argument], stem: stem("있다") },
      english: { verb: be, once: words.once, habit: words.once },
    }, {
      tense: random.chance(0.4) ? "past" : "present",
      place: { korean: place, english: where },
      casual: draw.drawCasual(random, level),
    }),
  ]);
};

/** 거기 사람 많더라; 시장에 사람이 많았어요. */
export function crowd(
  place: string,
  where: string,
): { subject: Subject; phrase: VerbPhrase; where: string } {
  return {
    subject: there(true),
    where,
    phrase: {
      head: "많다",
      combination: `많다 사람 ${place}`,
      kind: "adjective",
      korean: { arguments: [{ text: "사람", particle: "이/가" }], stem: stem("많다") },
      english: { verb: be, once: "many people", habit: "many people" },
    },
  };
}

/** Places full of people. */
export const crowded: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const seen = level !== "formal" && random.chance(0.5);
  const there = random.chance(0.35);
  const place = random.choice(places.publicPlaces);
  const casual = draw.drawCasual(random, level);
  const korean = there ? (casual ? "거기" : "거기에") : withParticle(place.korean, "에");
  const { subject, phrase } = crowd(there ? "거기" : place.korean, place.at);
  return sentence("crowd", level, [
    clause(subject, phrase, {
      tense: seen || random.chance(0.6) ? "past" : "present",
      place: { korean, english: there ? "there" : place.at },
      time: seen || there ? undefined : drawTime(random, "past", 0),
      casual,
    }),
  ], { ending: seen ? "witnessed" : "statement" });
};

const gifts = [
  thing.present,
  thing.flowers,
  thing.book,
  thing.letter,
  thing.picture,
  thing.hat,
  thing.cake,
];

/** 친구에게 선물을 줬어요; 할머니께 편지를 드렸어요. */
export const giving: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const marked = random.chance(0.6) ? draw.speakerSubject(random) : {
    subject: random.choice(people.named),
    subjectParticle: random.choice(["은/는", "이/가"] as const),
  };
  const receivers = [
    ["친구", "a friend", false],
    ["여동생", "{own} younger sister", false],
    ["엄마", "{own} mom", false],
    ["할머니", "{own} grandmother", true],
    ["선생님", "the teacher", true],
    ...people.named.filter((other) => other !== marked.subject)
      .map(({ korean, english }) => [korean, english, false] as const),
  ] as const;
  const [receiver, to, honoured] = random.choice(receivers);
  const send = random.chance(0.3);
  const given = random.choice(
    send ? [thing.letter, thing.email, thing.picture, thing.present] : gifts,
  );
  const words = given.counter !== undefined && random.chance(0.2)
    ? countedNoun(given, random, "을/를")
    : bareNoun(given, "을/를");
  const korean = send ? "보내다" : honoured ? "드리다" : "주다";
  const english = send ? verb("send", "sent") : verb("give", "gave");
  const tense = random.choice(["past", "past", "future"] as const);
  const particle = honoured
    ? "께"
    : level === "plain"
    ? random.choice(["한테", "에게"] as const)
    : "에게";
  return sentence("giving", level, [
    clause(marked.subject, {
      head: korean,
      combination: `${korean} ${given.korean}`,
      kind: "action",
      korean: {
        arguments: [{ text: receiver, particle }, words.argument],
        stem: stem(korean),
      },
      english: { verb: english, once: `${words.once} to ${to}`, habit: `${words.habit} to ${to}` },
    }, {
      ...marked,
      tense,
      time: drawTime(random, tense, 0.6),
      casual: draw.drawCasual(random, level),
      subjectFirst: random.chance(0.4),
    }),
  ]);
};

const possessions = [
  thing.book,
  thing.bicycle,
  thing.umbrella,
  thing.ticket,
  noun("고양이", "cat", "a", { counter: { korean: "마리" } }),
  noun("강아지", "puppy", "a", { counter: { korean: "마리" } }),
];

/** 저는 고양이가 두 마리 있어요. */
export const owning: Pattern = (random) => {
  const level = draw.drawLevel(random);
  const subject = random.choice([people.speaker, people.speaker, ...people.named]);
  const owned = random.choice(possessions);
  const [number, english] = random.choice(numbers.slice(0, 4));
  const counter = owned.counter?.korean ?? "개";
  const words = english === "one" ? indefinite(owned.english) : `${english} ${owned.plural}`;
  return sentence("owning", level, [
    clause(subject, {
      head: "있다",
      combination: `있다 ${owned.korean}`,
      kind: "state",
      korean: {
        arguments: [{ text: owned.korean, particle: "이/가", after: `${number} ${counter}` }],
        stem: stem("있다"),
      },
      english: { verb: verb("have", "had"), once: words, habit: words },
    }, { subjectParticle: "은/는", casual: draw.drawCasual(random, level) }),
  ]);
};
