/**
 * Wanting, having to, being allowed, able, used to; trying, planning, deciding, guessing.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { past } from "../../conjugation.ts";
import type { Stem } from "../../stem.ts";
import { englishTail, koreanClause, type Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import {
  anyone,
  clauseOf,
  distant,
  isChore,
  isInvoluntary,
  isMisdeed,
  phraseWith,
  someone,
  suits,
  timeOf,
} from "../draw.ts";
import { bare, englishPhrase, found, gerund, owned, say, sentence, words } from "../english.ts";
import { paceOf } from "../lexicon/pace.ts";
import { type Being, I, it, you } from "../lexicon/people.ts";
import { isSaid } from "../lexicon/sense.ts";
import { chosenTimes, distantFuture, futureTimes, pastTimes } from "../lexicon/times.ts";
import { isCommon } from "../lexicon/nouns.ts";
import { generally } from "../phrase.ts";
import { beforeNoun, close, endings, followed, seem } from "../stems.ts";
import { spell } from "./statements.ts";

/** `want to`, `have to`: a verb over the clause's own phrase. */
export function over(main: string, inner: string) {
  const phrase = englishPhrase(main);
  return { verb: phrase.verb, rest: words(phrase.rest, inner) };
}

function want(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "siI");
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  if (isChore(phrase) || !isSaid("wanted", phrase)) return undefined;
  const kind = random.weighted([5, 2, 1.5]);
  const clause = clauseOf(random, who, phrase, {
    time: kind === 0 && random.chance(0.2) ? timeOf(random, phrase, chosenTimes) : undefined,
    objectFirst: false,
  });
  const others = who.subject.person === "third" || who.subject.pronoun === "they";
  const turn = others ? endings.wantOthers : endings.want;
  const inner = `to ${bare(englishTail(clause))}`;
  const korean = (tone: Tone) => {
    if (kind === 2) return `${spell(clause, tone, "statement", (s) => turnNot(turn(s)))}.`;
    return `${spell(clause, tone, "statement", (s) => kind === 1 ? past(turn(s)) : turn(s))}.`;
  };
  return {
    korean,
    english: [
      sentence(say(who.subject, over("want", inner), {
        tense: kind === 1 ? "past" : "present",
        negative: kind === 2,
      })),
    ],
  };
}

/** Whether the speaker tells of the speaker. */
function isOwn({ pronoun }: Being): boolean {
  return pronoun === "I" || pronoun === "we";
}

function turnNot(stem: Stem): Stem {
  return { text: `${stem.text}지 않`, class: "regular" };
}

function must(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "siI");
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  if (!isSaid("had to", phrase)) return undefined;
  if (!isOwn(who.subject) && !isSaid("of others ahead", phrase)) return undefined;
  const wasDone = random.chance(0.2);
  const clause = clauseOf(random, who, phrase, {
    time: random.chance(0.35)
      ? timeOf(random, phrase, wasDone ? pastTimes : futureTimes)
      : undefined,
    objectFirst: false,
  });
  const turn = random.chance(0.6) ? endings.mustSpoken : endings.must;
  return {
    korean: (tone) =>
      `${spell(clause, tone, "statement", (s) => wasDone ? past(turn(s)) : turn(s))}.`,
    english: [
      sentence(say(who.subject, over("have", `to ${bare(englishTail(clause))}`), {
        tense: wasDone ? "past" : "present",
      })),
    ],
  };
}

/** 안 가도 돼요: no need to. */
function needNot(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "siI");
  if (!suits(you, phrase) || isMisdeed(phrase)) return undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    negation: "안",
    company: undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", endings.may)}.`,
    english: [
      sentence(say(you, over("have", `to ${bare(englishTail(clause))}`), {
        tense: "present",
        negative: true,
      })),
    ],
  };
}

function may(random: Random): Draft | undefined {
  const asks = random.chance(0.7);
  const phrase = phraseWith(random, "", "siI");
  const subject = asks ? I : you;
  if (!suits(subject, phrase) || isMisdeed(phrase)) return undefined;
  // What one looks for one may not always find.
  if (/^look for/.test(phrase.frame.english)) return undefined;
  const clause = clauseOf(random, { subject, marking: null }, phrase, {
    place: undefined,
    company: undefined,
    time: random.chance(0.15) && !isInvoluntary(phrase)
      ? timeOf(random, phrase, chosenTimes.slice(0, 12))
      : undefined,
  });
  return {
    korean: (tone) =>
      spell(clause, tone, asks ? "question" : "statement", endings.may) + (asks ? "?" : "."),
    english: [
      sentence(
        say(subject, englishTail(clause), { tense: "can", question: asks }),
        asks ? "?" : ".",
      ),
    ],
  };
}

function mayNot(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "b", "I");
  const here = random.chance(0.5) &&
      /^(smoke|run|talk|take a pic|swim|play|drink|sit|sing|dance|sleep|scream|eat)/.test(
        bare(phrase.english),
      ) && !/here/.test(phrase.english.rest)
    ? { korean: "여기에서", english: "here" }
    : undefined;
  const clause = clauseOf(random, { subject: you, marking: null }, phrase, {
    place: here,
    company: undefined,
  });
  return {
    korean: (tone) => `${spell(clause, tone, "statement", endings.mayNot)}.`,
    english: [
      sentence(say(you, englishTail(clause), { tense: "should", negative: true })),
      sentence(say(you, englishTail(clause), { tense: "can", negative: true })),
    ],
  };
}

function ability(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "siI");
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  if (!isSaid("can you", phrase)) return undefined;
  const negative = random.chance(0.45);
  const wasDone = random.chance(0.3);
  const clause = clauseOf(random, who, phrase, {
    time: random.chance(0.3) && (wasDone || !negative)
      ? timeOf(random, phrase, wasDone ? pastTimes : chosenTimes)
      : undefined,
  });
  const turn = negative ? endings.cannot : endings.can;
  return {
    korean: (tone) =>
      `${spell(clause, tone, "statement", (s) => wasDone ? past(turn(s)) : turn(s))}.`,
    english: [
      sentence(
        wasDone && !negative // 갈 수 있었다: one did
          ? say(who.subject, over("be", `able to ${bare(found(englishTail(clause)))}`), {
            tense: "past",
          })
          : say(who.subject, englishTail(clause), { tense: wasDone ? "could" : "can", negative }),
      ),
    ],
  };
}

function skill(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "k");
  if (!suits(who.subject, phrase)) return undefined;
  const asks = random.chance(0.3);
  const subject = asks ? you : who.subject;
  const negative = !asks && random.chance(0.5);
  const clause = clauseOf(random, { subject, marking: asks ? null : who.marking }, phrase, {
    place: undefined,
    company: undefined,
    objectFirst: false,
  });
  const turn = negative ? endings.knowNot : endings.know;
  return {
    korean: (tone) =>
      spell(clause, tone, asks ? "question" : "statement", turn) + (asks ? "?" : "."),
    english: [
      sentence(
        say(subject, over("know", `how to ${bare(englishTail(clause))}`), {
          tense: "present",
          question: asks,
          negative,
        }),
        asks ? "?" : ".",
      ),
    ],
  };
}

/** 먹어 봤어요, 먹어 본 적이 있어요: have tried, have ever. */
function experience(random: Random): Draft | undefined {
  const tries = random.chance(0.4);
  const phrase = phraseWith(random, tries ? "t" : "e");
  const asks = random.chance(0.45);
  const who = asks ? { subject: you, marking: null } : anyone(random);
  if (!suits(who.subject, phrase)) return undefined;
  // 신발을 신어 본 적이 없어요: who has not.
  if (tries && phrase.fillers.some(({ korean }) => isCommon(korean))) return undefined;
  const negative = !asks && random.chance(0.45);
  const clause = clauseOf(random, who, phrase, {
    place: undefined,
    company: undefined,
    objectFirst: false,
  });
  const tail = englishTail(clause);
  const been = /^go to /.test(bare(tail))
    ? englishPhrase(bare(tail).replace(/^go to/, "be to"))
    : tail;
  const bareTry = random.chance(0.5);
  const particle = random.chance(0.5) ? "적이" : "적";
  const turn = (s: Stem): Stem => {
    const tried = tries ? endings.try(s) : s;
    if (tries && bareTry && !negative) return past(tried);
    return {
      text: `${beforeNoun(tried, "past", "verb")} ${particle} ${negative ? "없" : "있"}`,
      class: "regular",
    };
  };
  const text = asks
    ? say(you, { ...been, adverb: "ever" }, { tense: "perfect", question: true })
    : negative
    ? say(who.subject, { ...been, adverb: "never" }, { tense: "perfect" })
    : say(who.subject, been, { tense: "perfect" });
  return {
    korean: (tone) =>
      spell(clause, tone, asks ? "question" : "statement", turn) + (asks ? "?" : "."),
    english: [sentence(text, asks ? "?" : ".")],
  };
}

function plan(random: Random): Draft | undefined {
  const who = anyone(random);
  const phrase = phraseWith(random, "", "siI");
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  if (!isSaid("planned", phrase)) return undefined;
  const which = random.weighted([4, 3, 1.5, 1]);
  const clause = clauseOf(random, who, phrase, {
    time: which === 3 ? undefined : distant(random, phrase, distantFuture) ??
      (random.chance(0.5) ? timeOf(random, phrase, futureTimes) : undefined),
    objectFirst: false,
  });
  const inner = bare(englishTail(clause));
  const kinds = [
    { turn: endings.plan, main: "plan", tense: "progressive", inner: `to ${inner}` },
    {
      turn: (s: Stem) => past(endings.decide(s)),
      main: "decide",
      tense: "past",
      inner: `to ${inner}`,
    },
    {
      turn: (s: Stem): Stem => ({
        text: `${beforeNoun(s, "future", "verb")} 생각이`,
        class: "이다",
      }),
      main: "think",
      tense: "progressive",
      inner: `of ${gerund(englishTail(clause))}`,
    },
    {
      turn: (s: Stem): Stem => past(endings.plan(s)),
      main: "be",
      tense: "past",
      inner: `going to ${inner}`,
    },
  ] as const;
  const kind = kinds[which];
  return {
    korean: (tone) => `${spell(clause, tone, "statement", kind.turn)}.`,
    english: [sentence(say(who.subject, over(kind.main, kind.inner), { tense: kind.tense }))],
  };
}

/** 올 것 같아요: I think it will. */
function guess(random: Random): Draft | undefined {
  const subject = someone(random);
  const tense = random.choice(["past", "future", "present"] as const);
  const phrase = phraseWith(
    random,
    "",
    tense === "present" ? "sim" : tense === "future" ? "si" : "s",
  );
  if (!suits(subject, phrase) || tense !== "present" && paceOf(phrase.frame) === "trifle") {
    return undefined;
  }
  const clause = clauseOf(
    random,
    { subject, marking: random.chance(0.5) ? "이/가" : "은/는" },
    phrase,
    {
      time: tense === "present"
        ? undefined
        : random.chance(0.3)
        ? timeOf(random, phrase, tense === "past" ? pastTimes : futureTimes)
        : undefined,
    },
  );
  const spoken = random.chance(0.3);
  const inner = say(subject, englishTail(clause), {
    tense: tense === "present" ? "progressive" : tense,
  });
  return {
    korean: (tone) => {
      const text = spell(clause, tone, "statement", (s) => seem(s, tense, "verb"));
      return `${spoken && tone.level === "plain" ? text.replace(" 것 같아", " 거 같아") : text}.`;
    },
    english: [sentence(`I think ${inner}`)],
  };
}

/** 가기 싫어요, 하는 것을 좋아해요, 배우기 어려워요. */
function attitude(random: Random): Draft | undefined {
  const phrase = generally(phraseWith(random, "", "sim"));
  const who = anyone(random);
  if (!suits(who.subject, phrase) || isMisdeed(phrase)) return undefined;
  const kind = random.integer(4);
  if (/^(worry|try hard)/.test(phrase.frame.english)) return undefined;
  if (kind === 1 && (isChore(phrase) || !isSaid("wanted", phrase))) return undefined;
  if (kind === 0) {
    const clause = clauseOf(
      random,
      { subject: I, marking: who.subject === I ? who.marking : null },
      phrase,
      {
        company: undefined,
        place: undefined,
      },
    );
    return {
      korean: (tone) =>
        `${
          spell(clause, tone, "statement", (s) => ({ text: `${s.text}기 싫`, class: "regular" }))
        }.`,
      english: [
        sentence(say(I, over("want", `to ${bare(englishTail(clause))}`), {
          tense: "present",
          negative: true,
        })),
      ],
    };
  }
  if (kind === 1) {
    const clause = clauseOf(
      random,
      { ...who, marking: who.marking === null ? null : "은/는" },
      phrase,
      {
        company: undefined,
        objectFirst: false,
      },
    );
    const short = random.chance(0.5);
    const hates = random.chance(0.25);
    const turn = (s: Stem): Stem =>
      followed(
        s,
        `${beforeNoun(s, "present", "verb")} ${short ? "걸" : "것을"} ${
          hates ? "싫어하" : "좋아하"
        }`,
      );
    return {
      korean: (tone) => `${spell(clause, tone, "statement", turn)}.`,
      english: [
        sentence(say(who.subject, over(hates ? "hate" : "like", gerund(englishTail(clause))), {
          tense: "present",
        })),
      ],
    };
  }
  const judged = random.choice(
    [
      ["어렵", "difficult", "ㅂ"],
      ["쉽", "easy", "ㅂ"],
      ["힘들", "hard", "regular"],
      ["재미있", "fun", "regular"],
      ["위험하", "dangerous", "하"],
      ["즐겁", "fun", "ㅂ"],
      ["중요하", "important", "하"],
    ] as const,
  );
  if (![..."lk"].some((flag) => phrase.flags.has(flag))) return undefined;
  if (judged[1] === "fun" && !isSaid("at leisure", phrase)) return undefined;
  const clause = clauseOf(random, { subject: it, marking: null }, phrase, {
    company: undefined,
    place: undefined,
    objectFirst: false,
  });
  const nominal = judged[1] === "hard" || judged[1] === "easy" || judged[1] === "difficult";
  return {
    korean: (tone) => {
      const { front, stem } = koreanClause(clause, tone);
      const quality: Stem = { text: judged[0], class: judged[2] };
      const subject = nominal ? `${stem.text}기가` : `${beforeNoun(stem, "present", "verb")} 게`;
      return `${words(front, subject, close(quality, "adjective", tone.level, "statement"))}.`;
    },
    english: [
      sentence(
        nominal
          ? `it's ${judged[1]} to ${
            owned(bare(englishTail(clause)), { ...it, possessive: "your" })
          }`
          : `${owned(gerund(englishTail(clause)), { ...it, possessive: "your" })} is ${judged[1]}`,
      ),
    ],
  };
}

/** 넘어질 뻔했어요, 잊어버렸어요, 가게 됐어요. */
function outcome(random: Random): Draft | undefined {
  const who = anyone(random);
  const kind = random.integer(2);
  const phrase = phraseWith(random, kind === 0 ? "i" : "", kind === 0 ? "s" : "si");
  if (!suits(who.subject, phrase)) return undefined;
  if (!isSaid(kind === 0 ? "almost" : "turned out", phrase)) return undefined;
  const clause = clauseOf(random, who, phrase, {
    place: undefined,
    company: undefined,
    time: kind === 0 && random.chance(0.3) ? timeOf(random, phrase, pastTimes) : undefined,
  });
  if (kind === 0) {
    return {
      korean: (tone) => `${spell(clause, tone, "statement", (s) => past(endings.almost(s)))}.`,
      english: [
        sentence(say(who.subject, { ...englishTail(clause), adverb: "almost" }, { tense: "past" })),
      ],
    };
  }
  return {
    korean: (tone) => `${spell(clause, tone, "statement", (s) => past(endings.endUp(s)))}.`,
    english: [
      sentence(
        say(who.subject, over("end", `up ${gerund(englishTail(clause))}`), { tense: "past" }),
      ),
    ],
  };
}

/** 갈지도 몰라요, 갔을 거예요: might, probably. */
function perhaps(random: Random): Draft | undefined {
  const subject: Being = someone(random);
  const phrase = phraseWith(random, "", "s");
  if (!suits(subject, phrase) || !isSaid("of others ahead", phrase)) return undefined;
  const clause = clauseOf(random, { subject, marking: "은/는" }, phrase, {
    time: random.chance(0.4) ? timeOf(random, phrase, futureTimes) : undefined,
  });
  if (random.chance(0.5)) {
    return {
      levels: spoken,
      korean: (tone) =>
        `${
          spell(clause, tone, "statement", (s) => ({
            text: `${beforeNoun(s, "future", "verb")}지도 모르`,
            class: "르",
          }))
        }.`,
      english: [sentence(say(subject, englishTail(clause), { tense: "might" }))],
    };
  }
  const marked = { ...clause, adverb: undefined };
  return {
    korean: (tone) => `아마 ${spell(marked, tone, "future")}.`,
    english: [
      sentence(say(subject, { ...englishTail(marked), adverb: "probably" }, { tense: "future" })),
    ],
  };
}

/** 한국에 온 지 3년 됐어요 is among the numbers; 배운 적, above. 한 번 해 볼게요: I'll try. */
function tryIt(random: Random): Draft | undefined {
  const phrase = phraseWith(random, "", "siI");
  if (!phrase.flags.has("t") && !phrase.flags.has("k")) return undefined;
  const clause = clauseOf(random, { subject: I, marking: null }, phrase, {
    company: undefined,
    place: undefined,
    adverb: undefined,
  });
  const wants = random.chance(0.5);
  const text = wants
    ? say(I, over("want", `to try ${gerund(englishTail(clause))}`), { tense: "present" })
    : say(I, over("try", gerund(englishTail(clause))), { tense: "future" });
  return {
    korean: (tone) =>
      wants
        ? `${spell(clause, tone, "statement", (s) => endings.want(endings.try(s)))}.`
        : `${spell(clause, tone, "ㄹ게", endings.try)}.`,
    english: [sentence(text)],
  };
}

export const modality: readonly Weighted[] = [
  { name: "want", weight: 4, draw: want },
  { name: "must", weight: 4, draw: must },
  { name: "need not", weight: 1, draw: needNot },
  { name: "may", weight: 3, draw: may },
  { name: "may not", weight: 1.5, draw: mayNot },
  { name: "ability", weight: 3, draw: ability },
  { name: "skill", weight: 1, draw: skill },
  { name: "experience", weight: 3, draw: experience },
  { name: "plan", weight: 3, draw: plan },
  { name: "guess", weight: 2.5, draw: guess },
  { name: "attitude", weight: 2, draw: attitude },
  { name: "outcome", weight: 1, draw: outcome },
  { name: "perhaps", weight: 1, draw: perhaps },
  { name: "try it", weight: 1, draw: tryIt },
];
