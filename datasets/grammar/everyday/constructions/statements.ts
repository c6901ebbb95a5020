/**
 * Plain statements: what somebody did, does, will do, cannot do.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import type { Stem } from "../../stem.ts";
import { type Clause, englishTail, koreanClause, type Negation, type Tone } from "../clause.ts";
import type { Draft, Weighted } from "../draft.ts";
import {
  anyone,
  clauseOf,
  companyOf,
  distant,
  habitOf,
  isInvoluntary,
  isMisdeed,
  phraseWith,
  placeOf,
  someone,
  suits,
  timeOf,
} from "../draw.ts";
import { type EnglishTense, say, sentence, words } from "../english.ts";
import { paceOf } from "../lexicon/pace.ts";
import { isKin } from "../lexicon/people.ts";
import { isSaid } from "../lexicon/sense.ts";
import {
  distantFuture,
  distantPast,
  frequencies,
  futureTimes,
  habitTimes,
  manners,
  nowTimes,
  pastTimes,
} from "../lexicon/times.ts";
import { generally } from "../phrase.ts";
import { type Close, close, endings } from "../stems.ts";

/** Spells a clause whose stem the construction turns into another one. */
export function spell(
  clause: Clause,
  tone: Tone,
  ending: Close,
  turn: (stem: Stem) => Stem = (stem) => stem,
): string {
  const { front, stem } = koreanClause(clause, tone);
  return words(front, close(turn(stem), clause.phrase.kind, tone.level, ending));
}

/** A statement of the clause in an English tense. */
export function told(clause: Clause, tense: EnglishTense): string {
  return sentence(say(clause.subject, englishTail(clause), {
    tense,
    negative: clause.negation !== "none",
  }));
}

function pastStatement(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "s");
  if (!suits(who.subject, phrase)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: distant(random, phrase, distantPast) ??
      (random.chance(0.45) ? timeOf(random, phrase, pastTimes) : undefined),
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
    english: [told(clause, "past")],
  };
}

function pastState(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "s", "q");
  if (!suits(who.subject, phrase)) return undefined;
  // 여우를 좋아했어요: what has changed since, one would ask.
  if (/\[(animal|color|season|meal|fruit|drink):s\]/.test(phrase.frame.english)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: undefined,
    negation: random.chance(0.35) ? "안" : "none",
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
    english: [told(clause, "past")],
  };
}

function pastNegative(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "s");
  if (!suits(who.subject, phrase)) return undefined;
  const kind = random.weighted([4, 2, 2, 1]);
  const negation = (["안", "지 않다", "못", "지 못하다"] as const)[kind];
  if (kind >= 2 && (phrase.flags.has("i") || isMisdeed(phrase))) return undefined;
  const clause = clauseOf(random, who, phrase, {
    negation,
    place: undefined,
    time: random.chance(0.4)
      ? timeOf(
        random,
        phrase,
        pastTimes.filter(({ english }) =>
          /^(yesterday|today|this morning|last (night|week|weekend)|yesterday evening)$/.test(
            english,
          )
        ),
      )
      : undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
    english: [told(clause, kind >= 2 ? "could" : "past")],
  };
}

function futureStatement(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "si");
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  const own = /^(I|we)$/.test(who.subject.pronoun);
  if (!own && !isSaid("of others ahead", phrase)) return undefined;
  const negative = random.chance(0.15);
  const clause = clauseOf(random, who, phrase, {
    negation: negative ? "안" : "none",
    time: distant(random, phrase, distantFuture) ??
      (random.chance(0.5) ? timeOf(random, phrase, futureTimes) : undefined),
  });
  return {
    korean: (tone) => `${spell(clause, tone, "future")}.`,
    english: [told(clause, "going to"), told(clause, "future")],
  };
}

function ongoing(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "sim");
  if (!suits(who.subject, phrase)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: random.chance(0.4)
      ? random.choice(
        nowTimes.filter(({ korean }) =>
          (korean === "요즘") === (paceOf(phrase.frame) === "course") && korean !== "오늘"
        ),
      )
      : undefined,
  });
  const spelledOut = random.chance(0.6);
  return {
    korean: (tone) =>
      `${spell(clause, tone, "statement", spelledOut ? endings.ongoing : undefined)}.`,
    english: [told(clause, "progressive")],
  };
}

function wasDoing(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "sim");
  if (!suits(who.subject, phrase)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    time: random.chance(0.3)
      ? random.choice([
        { korean: "그때", english: "then" },
        { korean: "아까", english: "earlier" },
        { korean: "어젯밤에", english: "last night" },
      ])
      : undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", (s) => past(endings.ongoing(s)))}.`,
    english: [told(clause, "was doing")],
  };
}

function habit(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "f", "s");
  if (!suits(who.subject, phrase)) return undefined;
  const often = random.chance(0.5);
  const how = habitOf(random, phrase, often ? frequencies : habitTimes);
  if (how === undefined) return undefined;
  const clause = clauseOf(random, who, generally(phrase), {
    time: often ? undefined : how,
    adverb: often ? how : undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement")}.`,
    english: [told(clause, "present")],
  };
}

function rarely(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "f", "s");
  if (!suits(who.subject, phrase) || isInvoluntary(phrase)) return undefined;
  const [korean, english] = random.choice(
    [
      ["잘", "don't really"],
      ["거의", "hardly ever"],
      ["전혀", "never"],
      ["", "don't"],
    ] as const,
  );
  const clause = clauseOf(random, who, generally(phrase), {
    negation: "안",
    company: undefined,
    adverb: korean === "" ? undefined : { korean, english: "" },
  });
  const plain: Clause = { ...clause, adverb: undefined };
  const tail = englishTail(plain);
  const text = english === "don't"
    ? say(who.subject, tail, { tense: "present", negative: true })
    : english === "don't really"
    ? say(who.subject, { ...tail, adverb: "really" }, { tense: "present", negative: true })
    : say(who.subject, { ...tail, adverb: english }, { tense: "present" });
  return {
    korean: (tone) => `${spell(clause, tone, "statement")}.`,
    english: [sentence(text)],
  };
}

function state(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "s", "q");
  if (!suits(who.subject, phrase)) return undefined;
  const negation: Negation = random.chance(0.3) ? random.chance(0.6) ? "안" : "지 않다" : "none";
  // 친구들은 언니가 없어요: whose sister, of several people or of one's own brother.
  const { subject } = who;
  if (
    (subject.person === "plural" || isKin(subject)) &&
    /friend$|brother|sister/.test(phrase.frame.english)
  ) {
    return undefined;
  }
  const topic = who.marking === "이/가" ? "은/는" : who.marking;
  const clause = clauseOf(random, { ...who, marking: topic }, phrase, {
    negation,
    company: undefined,
    degree: undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement")}.`,
    english: [told(clause, "present")],
  };
}

function stillOrYet(random: Random): Draft | undefined {
  const who = anyone(random);
  const kind = random.integer(3);
  const phrase = phraseWith(random, "", kind === 2 ? "sim" : "sif");
  if (!suits(who.subject, phrase)) return undefined;
  if (kind < 2 && !isSaid("already", phrase)) return undefined;
  const base = clauseOf(random, who, phrase, { company: undefined });
  if (kind === 0) { // 아직 안
    const clause: Clause = {
      ...base,
      place: undefined,
      negation: random.chance(0.75) ? "안" : "못",
      adverb: { korean: "아직", english: "" },
    };
    const tail = englishTail({ ...clause, adverb: undefined });
    const text = say(who.subject, { ...tail, rest: words(tail.rest, "yet") }, {
      tense: "perfect",
      negative: true,
    });
    return {
      korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
      english: [sentence(text)],
    };
  }
  if (kind === 1) { // 벌써, 이미
    const clause: Clause = {
      ...base,
      adverb: { korean: random.choice(["벌써", "이미"]), english: "already" },
    };
    return {
      korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
      english: [told(clause, "past"), told(clause, "perfect")],
    };
  }
  const clause: Clause = { ...base, adverb: { korean: "아직", english: "still" } };
  return {
    korean: (tone) => `${spell(clause, tone, "statement", endings.ongoing)}.`,
    english: [told(clause, "progressive")],
  };
}

/** 빨리, 같이, 혼자, 많이: with verbs that take them. */
function manner(random: Random): Draft | undefined {
  const who = anyone(random);
  const fitting: Readonly<Record<string, string>> = {
    열심히: "공부 일 연습 운동 노력",
    혼자: "살 먹 여행 가 공부 있",
    많이: "먹 웃 울 사 마시 자 걷 일",
    잘: "자 쉬 수영 요리 노래",
    천천히: "걷 먹 운전 마시 읽",
    일찍: "일어나 출발 도착 오 나가 퇴근 출근",
    늦게: "일어나 출발 도착 오 퇴근",
    조금: "먹 마시 쉬",
    같이: "",
    빨리: "걷 먹 뛰 달리 마시",
    조용히: "앉 공부 읽 나가 걷",
    다시: "시작 연습 전화 출발 읽",
    또: "늦 가 오 실수 잊어버리 잃어버리 싸우",
  };
  const adverb = random.choice(manners);
  const phrase = phraseWith(random, "", "s");
  if (/ (on|at|in|for|to) /.test(` ${phrase.english.rest} `) && adverb.english === "hard") {
    return undefined;
  }
  const heads = fitting[adverb.korean].split(" ");
  const head = phrase.light || phrase.stem.text;
  if (adverb.korean === "같이" ? !phrase.flags.has("w") : !heads.includes(head)) return undefined;
  if (
    /일찍|늦게|early|late/.test(phrase.english.rest + phrase.before.map((a) => a.word).join(""))
  ) return undefined;
  const subject = adverb.korean === "같이" && who.subject.person !== "plural" ? undefined : who;
  if (subject === undefined || !suits(who.subject, phrase)) return undefined;
  if (adverb.english === "alone" && phrase.english.rest.includes("with ")) return undefined;
  const tense = random.integer(2);
  if (adverb.english === "a lot" && /^(some|a|an) /.test(phrase.english.rest)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    adverb,
    company: undefined,
    place: placeOf(random, phrase, 0.15),
    time: tense === 0 && random.chance(0.3) ? timeOf(random, phrase, pastTimes) : undefined,
  });
  return {
    korean: (tone) =>
      `${tense === 0 ? spell(clause, tone, "statement", past) : spell(clause, tone, "future")}.`,
    english: [told(clause, tense === 0 ? "past" : "going to")],
  };
}

/** 유나를 준호가 만났어요: whoever bears 이/가 does it, wherever it stands. */
function freeOrder(random: Random): Draft | undefined {
  const subject = someone(random);
  const phrase = phraseWith(random, "", "si");
  if (!suits(subject, phrase) || phrase.fillers.length === 0) return undefined;
  const [first] = phrase.before;
  if (first === undefined || phrase.before.length !== 1 || first.particle === null) {
    return undefined;
  }
  if (first.particle === "와/과") return undefined;
  if (phrase.light === "" && !["을/를", "에게"].includes(first.particle)) return undefined;
  const time = random.chance(0.4) ? timeOf(random, phrase, pastTimes) : undefined;
  const clause = clauseOf(random, { subject, marking: "이/가" }, phrase, {
    objectFirst: random.chance(0.7),
    time,
    company: companyOf(random, phrase, subject, 0.1),
    negation: random.chance(0.12) ? "안" : "none",
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
    english: [told(clause, "past")],
  };
}

/** Who meets, helps, knows whom: people on both sides of the verb. */
function people(random: Random): Draft | undefined {
  const subject = random.choice([someone(random), someone(random), anyone(random).subject]);
  const phrase = phraseWith(random, "", "s");
  if (!phrase.fillers.some((filler) => "pronoun" in filler)) return undefined;
  if (!suits(subject, phrase)) return undefined;
  const clause = clauseOf(
    random,
    { subject, marking: subject.korean === "나" ? null : random.chance(0.7) ? "이/가" : "은/는" },
    phrase,
    {
      // 상우하고 여동생은 would be both of them.
      objectFirst: subject.korean !== "나" && random.chance(0.4) && phrase.before.length === 1 &&
        phrase.before[0].particle !== "와/과",
      time: random.chance(0.3) ? timeOf(random, phrase, pastTimes) : undefined,
    },
  );
  return {
    korean: (tone) => `${spell(clause, tone, "statement", past)}.`,
    english: [told(clause, "past")],
  };
}

/** A topic other than the subject, 도 and 만: 커피는 안 마셔요, 저도 가요, 물만 마셨어요. */
function focus(random: Random): Draft | undefined {
  const who = anyone(random, 1);
  const kind = random.integer(3);
  const phrase = phraseWith(random, "", kind === 0 ? "" : "i");
  if (!suits(who.subject, phrase)) return undefined;
  if (phrase.flags.has("s") && phrase.flags.has("q")) return undefined;
  const state = phrase.flags.has("s");
  const clause = clauseOf(random, who, phrase, { place: undefined, company: undefined });
  if (kind === 0) { // 나도
    const shown: Clause = { ...clause, marking: "도" };
    const tense = state ? "present" : "past";
    const tail = englishTail(shown);
    return {
      korean: (tone) => `${spell(shown, tone, "statement", state ? undefined : past)}.`,
      english: [sentence(say(who.subject, { ...tail, rest: words(tail.rest, "too") }, { tense }))],
    };
  }
  const [first] = phrase.before;
  if (first?.particle !== "을/를" || phrase.before.length !== 1) return undefined;
  if (kind === 1 && !isSaid("only", phrase)) return undefined;
  const unsaid = random.chance(0.5) && who.subject.korean === "나";
  const shown: Clause = { ...clause, objectFirst: false, marking: unsaid ? null : "은/는" };
  if (kind === 1) { // 물만
    if (state) return undefined;
    const marked: Clause = {
      ...shown,
      phrase: { ...phrase, before: [{ word: `${first.word}만`, particle: null }] },
    };
    return {
      korean: (tone) => `${spell(marked, tone, "statement", past)}.`,
      english: [
        sentence(say(who.subject, { ...englishTail(marked), adverb: "only" }, { tense: "past" })),
      ],
    };
  }
  const marked: Clause = { // 커피는 안
    ...shown,
    marking: null,
    subject: { ...who.subject },
    negation: random.chance(0.6) ? "안" : "못",
    phrase: { ...phrase, before: [{ word: first.word, particle: "은/는" }] },
  };
  if (who.subject.korean !== "나") return undefined;
  if (marked.negation === "못" && state || isInvoluntary(phrase)) return undefined;
  const tense = state || phrase.flags.has("f") ? "present" : "past";
  return {
    korean: (tone) => `${spell(marked, tone, "statement", tense === "past" ? past : undefined)}.`,
    english: [
      sentence(say(who.subject, englishTail(marked), {
        tense: marked.negation === "못" ? tense === "past" ? "could" : "can" : tense,
        negative: true,
      })),
    ],
  };
}

export const statements: readonly Weighted[] = [
  { name: "past", weight: 9, draw: pastStatement },
  { name: "past state", weight: 1.5, draw: pastState },
  { name: "past negative", weight: 3.5, draw: pastNegative },
  { name: "future", weight: 4.5, draw: futureStatement },
  { name: "ongoing", weight: 3.5, draw: ongoing },
  { name: "was doing", weight: 1, draw: wasDoing },
  { name: "habit", weight: 3.5, draw: habit },
  { name: "rarely", weight: 1.5, draw: rarely },
  { name: "state", weight: 5, draw: state },
  { name: "still, yet, already", weight: 2, draw: stillOrYet },
  { name: "manner", weight: 1.5, draw: manner },
  { name: "free order", weight: 1.5, draw: freeOrder },
  { name: "people", weight: 2.5, draw: people },
  { name: "focus", weight: 2, draw: focus },
];
