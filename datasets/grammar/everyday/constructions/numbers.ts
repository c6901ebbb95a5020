/**
 * Prices, amounts, the clock, dates, ages, durations, floors and numbers of things, with digits and
 * with words.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { months } from "lib/text/tasks/dates.ts";
import { past } from "../../conjugation.ts";
import { withParticle } from "../../particles.ts";
import { copula, type Stem } from "../../stem.ts";
import type { Tone } from "../clause.ts";
import { type Draft, spoken, type Weighted } from "../draft.ts";
import { peer, phraseWith, saysKin } from "../draw.ts";
import { bare, englishPhrase, say, sentence, words } from "../english.ts";
import { nounKinds } from "../lexicon/nouns.ts";
import { fittingHabits, paceOf } from "../lexicon/pace.ts";
import { type Being, I, names, we } from "../lexicon/people.ts";
import { regions, town } from "../lexicon/places.ts";
import { determined, type Noun, plural, withArticle } from "../noun.ts";
import { englishNumber, native, ordinal, ordinalWord, sino } from "../numerals.ts";
import { close, endings } from "../stems.ts";

const regular = (text: string): Stem => ({ text, class: "regular" });
const statement = (stem: Stem, t: Tone, kind: "verb" | "adjective" = "verb") =>
  close(stem, kind, t.level, "statement");
const question = (stem: Stem, t: Tone, kind: "verb" | "adjective" = "verb") =>
  close(stem, kind, t.level, "question");

/** Digits or words, as people write either. */
function written(random: Random, value: number): string {
  return random.chance(0.6) ? value.toLocaleString("en-US") : sino(value);
}

function drawPrice(random: Random): number {
  const step = random.choice([100, 500, 1000, 1000, 1000, 10_000]);
  return step * (1 + random.integer(step === 10_000 ? 100 : step === 100 ? 60 : 50));
}

/** What is sold by the piece or the helping, and for how many won. */
const priced: readonly (readonly [keyof typeof nounKinds, RegExp, number, number])[] = [
  ["meal", /^/, 3_000, 20_000],
  ["snack", /^/, 500, 8_000],
  ["fruit", /melon|strawberries|grapes/, 5_000, 20_000],
  ["fruit", /apple|banana|tangerine|orange|peach|pear|persimmon|lemon/, 500, 3_000],
  ["clothes", /^/, 10_000, 300_000],
  ["shoes", /dress|sneakers|boots|^shoes/, 20_000, 300_000],
  ["shoes", /socks|slippers/, 1_000, 20_000],
  ["goods", /^(?!.*(ticket|laptop|phone|book))/, 5_000, 100_000],
  ["goods", /ticket|^book/, 5_000, 30_000],
  ["goods", /laptop|phone/, 200_000, 2_000_000],
  ["gift", /cake|flowers|chocolate|doll|toy|bouquet|perfume|cosmetics/, 10_000, 80_000],
  ["tool", /pen|eraser|envelope|needle|glue|tape|spoon|paper|fork|toothbrush|soap/, 500, 5_000],
  ["tool", /bowl|pot|towel|kettle|pan|hammer|knife|scissors|ladder|tray|plate/, 3_000, 60_000],
  ["worn", /^/, 5_000, 100_000],
  ["drink", /coffee|tea|juice|cola|beer|soda|chocolate|milk/, 1_000, 8_000],
];

function price(random: Random): Draft | undefined {
  const [category, which, least, most] = random.choice(priced);
  const noun = random.choice<Noun>(
    nounKinds[category].filter(({ number, english }) => number !== "fixed" && which.test(english)),
  );
  const value = drawPrice(random);
  if (value < least || value > most) return undefined;
  const amount = written(random, value);
  const won = `${amount}${/\d/.test(amount) && random.chance(0.6) ? "" : " "}원`;
  const english = `${value.toLocaleString("en-US")} won`;
  const kind = random.integer(6);
  const these = noun.number === "plural";
  switch (kind) {
    case 0:
      return {
        korean: (t) =>
          `이 ${withParticle(noun.korean, "은/는")} ${statement(copula(won), t, "adjective")}.`,
        english: [sentence(`${determined(noun, "this")} ${these ? "are" : "is"} ${english}`)],
      };
    case 1:
      return {
        korean: (t) =>
          `이 ${
            t.casual ? noun.korean : withParticle(noun.korean, isEven(noun) ? "은/는" : "이/가")
          } 얼마${t.level === "formal" ? "입니까" : t.level === "polite" ? "예요" : "야"}?`,
        english: [sentence(`how much ${these ? "are" : "is"} ${determined(noun, "this")}`, "?")],
      };
    case 2:
      return {
        korean: (t) => `${statement(copula(won), t, "adjective")}.`,
        english: [sentence(`it's ${english}`)],
      };
    case 3:
      return {
        korean: (t) =>
          `${withParticle(noun.korean, "을/를")} ${won}에 ${statement(past(regular("사")), t)}.`,
        english: [sentence(`I bought ${determined(noun, "a")} for ${english}`)],
      };
    case 4:
      return {
        korean: (t) => `전부 ${statement(copula(won), t, "adjective")}.`,
        english: [sentence(`it's ${english} in total`), sentence(`that's ${english} altogether`)],
      };
    default:
      if (noun.number === "mass" || category === "shoes" || most > 100_000) return undefined;
      return {
        korean: (t) =>
          `이 ${withParticle(noun.korean, "은/는")} 하나에 ${
            statement(copula(won), t, "adjective")
          }.`,
        english: [
          sentence(`these ${these ? noun.english : plural(noun.english)} are ${english} each`),
        ],
      };
  }
}

function isEven(noun: Noun): boolean {
  return noun.korean.length % 2 === 0;
}

/** 세 개, 두 병, 네 잔 — by what is counted. */
const counters:
  readonly (readonly [readonly (keyof typeof nounKinds)[], string, string, boolean])[] = [
    [["fruit"], "개", "", true],
    [["goods"], "개", "", true],
    [["tool"], "개", "", true],
    [["drink"], "잔", "cup", false],
    [["drink"], "병", "bottle", false],
    [["reading"], "권", "", true],
    [["pet"], "마리", "", true],
    [["clothes"], "벌", "", true],
    [["flower"], "송이", "", true],
    [["meal"], "그릇", "bowl", false],
    [["meal"], "인분", "serving", false],
    [["shoes"], "켤레", "pair", false],
    [["snack"], "개", "", true],
  ];

function amount(random: Random): Draft | undefined {
  const [kinds, counter, unit, counted] = random.choice(counters);
  const kind = random.choice(kinds);
  const noun = random.choice<Noun>(
    nounKinds[kind].filter(({ number, korean, english }) =>
      number !== "fixed" && (counted
        ? number === "count" || number === "plural"
        : kind === "shoes"
        ? true
        : number === "mass") &&
      (counter !== "권" || /책|소설|잡지|사전|공책/.test(korean)) &&
      (counter !== "잔" || /coffee|tea|juice|beer|water|milk|wine|soju|chocolate/.test(english)) &&
      (counter !== "병" || /water|juice|cola|beer|soju|wine|milk/.test(english)) &&
      (counter !== "그릇" || /ramen|bibimbap|rice|porridge|soup|noodles/.test(english)) &&
      (counter !== "인분" || /bulgogi|pork belly|tteokbokki|chicken|meat/.test(english)) &&
      (counter !== "송이" || /flower|rose|tulip/.test(english)) &&
      (!/scissors|soap|coins|chopsticks|glasses|earphones|money|grapes|strawberries/.test(english))
    ),
  );
  const n = 1 + random.integer(9);
  const sinoCounter = counter === "인분";
  const spelledNumber = sinoCounter
    ? (random.chance(0.5) ? String(n) : sino(n))
    : random.chance(0.75)
    ? native(n)
    : String(n);
  const korean = `${spelledNumber}${/\d/.test(spelledNumber) || sinoCounter ? "" : " "}${counter}`;
  const glass = /beer|water|juice|milk|wine|cola|soju/.test(noun.english) && unit === "cup"
    ? "glass"
    : unit;
  const one = noun.english.replace(/s$/, (s) => noun.number === "plural" && counted ? "" : s)
    .replace(/strawberrie$/, "strawberry").replace(/(potato|tomato)e$/, "$1");
  const english = counted
    ? `${englishNumber(n)} ${
      n === 1 ? one : noun.number === "plural" ? noun.english : plural(noun.english)
    }`
    : `${englishNumber(n)} ${n === 1 ? glass : plural(glass)} of ${noun.english}`;
  const verbs: Partial<Record<keyof typeof nounKinds, readonly (readonly [string, string])[]>> = {
    fruit: [["사", "buy"], ["먹", "eat"]],
    goods: [["사", "buy"]],
    tool: [["사", "buy"]],
    drink: [["마시", "drink"], ["시키", "order"]],
    reading: [["사", "buy"], ["읽", "read"], ["빌리", "borrow"]],
    pet: [["키우", "have"], ["보", "see"]],
    clothes: [["사", "buy"]],
    flower: [["사", "buy"]],
    meal: [["먹", "eat"], ["시키", "order"]],
    shoes: [["사", "buy"]],
    snack: [["사", "buy"], ["먹", "eat"]],
  };
  const [k, e] = random.choice(verbs[kind] ?? [["사", "buy"]]);
  const mode = random.weighted([3, 3, 1, 1.5, 1]);
  if (n > 4 && mode !== 4 && (mode === 0 ? unit === "bowl" : /^(eat|drink)$/.test(e))) {
    return undefined;
  }
  if (n > 6 && unit !== "" && mode !== 4) return undefined;
  if (n > (kind === "tool" ? several(noun) : atOnce[kind] ?? 9) && mode !== 4) return undefined;
  if (mode === 0) {
    if (kind === "pet" || kind === "goods" && !/우산|가방|표|카드|열쇠/.test(noun.korean)) {
      return undefined;
    }
    return {
      levels: spoken,
      korean: (t) => `${noun.korean} ${korean} ${t.level === "plain" ? "줘" : "주세요"}.`,
      english: [sentence(`${english}, please`), sentence(`please give me ${english}`)],
    };
  }
  const subject = mode === 3 ? peer(random) : I;
  const english0 = englishPhrase(`${e} ${english}`);
  const postposed = random.chance(0.7);
  const object = postposed
    ? `${withParticle(noun.korean, "을/를")} ${korean}`
    : `${noun.korean} ${korean}${/[개병잔권마리벌송이그릇인분켤레]$/.test(korean) ? "" : ""}`;
  const stem = regular(k);
  const state = e === "have";
  if (mode === 2) {
    return {
      korean: (t) => `${object} ${close(endings.want(stem), "verb", t.level, "statement")}.`,
      english: [sentence(say(I, englishPhrase(`want to ${e} ${english}`), { tense: "present" }))],
    };
  }
  if (mode === 4) {
    return {
      korean: (t) =>
        `${withParticle(noun.korean, "을/를")} 몇 ${counter} ${question(past(stem), t)}?`,
      english: [
        sentence(
          counted
            ? `how many ${
              noun.number === "plural" ? noun.english : plural(noun.english)
            } did you ${e}`
            : `how many ${plural(glass)} of ${noun.english} did you ${e}`,
          "?",
        ),
      ],
    };
  }
  return {
    korean: (t) =>
      `${mode === 3 ? `${withParticle(subject.korean, "은/는")} ` : ""}${object} ${
        statement(state ? stem : past(stem), t)
      }.`,
    english: [sentence(say(subject, english0, { tense: state ? "present" : "past" }))],
  };
}

/** How many one buys, has or reads. */
const atOnce: Partial<Record<keyof typeof nounKinds, number>> = {
  goods: 2,
  clothes: 4,
  shoes: 3,
  pet: 3,
  reading: 5,
};

function several({ english }: Noun): number {
  if (
    /pen|pencil|cup|plate|spoon|fork|bowl|towel|envelope|box|notebook|bottle|batter/.test(english)
  ) {
    return 9;
  }
  return /hammer|ladder|pan$|kettle|tray|pot|map|ring|knife/.test(english) ? 1 : 3;
}

interface Clock {
  readonly korean: string;
  readonly english: string;
}

function drawClock(random: Random): Clock {
  const hour = 1 + random.integer(12);
  const minute = random.choice([0, 0, 0, 30, 30, 10, 15, 20, 40, 45, 50, 5, 25]);
  const half = random.choice(
    [["", ""], ["", ""], ["오전 ", " a.m."], ["오후 ", " p.m."], ["저녁 ", " in the evening"], [
      "아침 ",
      " in the morning",
    ]] as const,
  );
  if (half[0] === "저녁 " && (hour < 5 || hour > 10)) return drawClock(random);
  if (half[0] === "아침 " && (hour < 6 || hour > 10)) return drawClock(random);
  const digits = random.chance(0.55);
  const spelledHour = digits ? `${hour}시` : `${native(hour)} 시`;
  const spelledMinute = minute === 0
    ? ""
    : minute === 30 && random.chance(0.6)
    ? " 반"
    : digits
    ? ` ${minute}분`
    : ` ${sino(minute)} 분`;
  const english = minute === 0 && half[1] === ""
    ? `${hour} o'clock`
    : minute === 0
    ? `${hour}${half[1]}`
    : `${hour}:${String(minute).padStart(2, "0")}${half[1]}`;
  return { korean: half[0] + spelledHour + spelledMinute, english };
}

function clock(random: Random): Draft | undefined {
  const time = drawClock(random);
  const kind = random.integer(7);
  switch (kind) {
    case 0:
      return {
        korean: (t) =>
          `${nowBefore(time.korean)}${statement(copula(time.korean), t, "adjective")}.`,
        english: [sentence(`it's ${time.english}${nowBefore(time.korean) === "" ? "" : " now"}`)],
      };
    case 1: {
      const [k, e] = random.choice(
        [
          ["수업", "class"],
          ["회의", "the meeting"],
          ["영화", "the movie"],
          ["콘서트", "the concert"],
          ["시험", "the exam"],
          ["파티", "the party"],
          ["기차", "the train"],
          ["가게", "the store"],
          ["은행", "the bank"],
          ["공연", "the show"],
          ["도서관", "the library"],
          ["결혼식", "the wedding"],
        ] as const,
      );
      const moving = k === "기차"
        ? [["출발하", "leave"], ["도착하", "arrive"]]
        : /가게|은행|도서관/.test(k)
        ? [["열", "open"], ["닫", "close"]]
        : [["시작하", "start"], ["끝나", "end"]];
      const [v, en] = random.choice(moving);
      if (k !== "기차" && /^([1-5]|12)\b.*a\.m/.test(time.english)) return undefined;
      const stem: Stem = v.endsWith("하") ? { text: v, class: "하" } : regular(v);
      const subject: Being = {
        ...I,
        korean: k,
        english: e,
        person: "third",
        pronoun: "it",
        possessive: "its",
      };
      const asks = random.chance(0.35);
      return {
        korean: (t) =>
          `${withParticle(k, "은/는")} ${asks ? "몇 시" : time.korean}에 ${
            asks ? question(stem, t) : statement(stem, t)
          }${asks ? "?" : "."}`,
        english: [
          sentence(
            say(subject, englishPhrase(asks ? en : `${en} at ${time.english}`), {
              tense: "present",
              question: asks,
              wh: asks ? "what time" : undefined,
            }),
            asks ? "?" : ".",
          ),
        ],
      };
    }
    case 2: {
      const place = random.choice(town);
      if (/^([1-5]|12)\b.* a\.m\.|at night/.test(time.english)) return undefined;
      if (
        /evening|^([6-9]|1[01])\b.*p\.m/.test(time.english) &&
        !/station|cafe|restaurant|theater|karaoke|hotel|stop|mall|gym|airport/i.test(place.noun)
      ) return undefined;
      return {
        korean: (t) =>
          `${time.korean}에 ${place.korean}에서 ${
            t.level === "plain" ? "만나" : t.level === "polite" ? "만나요" : "만납시다"
          }.`,
        english: [sentence(`let's meet ${place.at} at ${time.english}`)],
      };
    }
    case 3:
    case 4: {
      const phrase = phraseWith(random, "f", "s");
      if (
        !/^(get up$|go to (bed|work)|have (breakfast|lunch|dinner)|leave work|come home|go home|take (a walk|medicine|a nap|a shower)|work out|study$|meet)/
          .test(phrase.frame.english)
      ) return undefined;
      if (!atThatHour(bare(phrase.english), time)) return undefined;
      const subject = random.chance(0.7) ? I : peer(random);
      const was = random.chance(0.5);
      return {
        korean: (t) => {
          const topic = subject === I ? "" : `${withParticle(subject.korean, "은/는")} `;
          const objects = phrase.before.map(({ word, particle }) =>
            particle === null ? word : withParticle(
              word,
              particle === "에게서" || particle === "까지" || particle === "부터"
                ? "에게"
                : particle,
            )
          );
          const stem = { ...phrase.stem, text: phrase.light + phrase.stem.text };
          return `${topic}${words(`${time.korean}에`, ...objects)} ${
            statement(was ? past(stem) : stem, t)
          }.`;
        },
        english: [
          sentence(
            say(subject, {
              ...phrase.english,
              rest: words(phrase.english.rest, `at ${time.english}`),
            }, { tense: was ? "past" : "present" }),
          ),
        ],
      };
    }
    case 5: {
      const other = drawClock(random);
      const from = Number(/^\d+/.exec(time.english)?.[0]);
      const to = Number(/^\d+/.exec(other.english)?.[0]);
      const hours = (to - from + 12) % 12;
      if (/\.m|in the/.test(time.english + other.english) || hours < 1 || hours > 9) {
        return undefined;
      }
      const [k, e] = random.choice(
        [
          ["수업이 있", "have class"],
          ["일하", "work"],
          ["회의가 있", "have a meeting"],
          ["공부하", "study"],
          ["아르바이트를 하", "work part-time"],
          ["자", "sleep"],
        ] as const,
      );
      const stem: Stem = k.endsWith("하") ? { text: k, class: "하" } : regular(k);
      return {
        korean: (t) => `${time.korean}부터 ${other.korean}까지 ${statement(stem, t)}.`,
        english: [
          sentence(
            say(I, englishPhrase(`${e} from ${time.english} to ${other.english}`), {
              tense: "present",
            }),
          ),
        ],
      };
    }
    default: {
      const [k, e] = random.choice(
        [["지금 몇 시", "What time is it now?"], ["몇 시", "What time is it?"]] as const,
      );
      return { korean: (t) => `${question(copula(k), t, "adjective")}?`, english: [e] };
    }
  }
}

/** Nobody gets up in the evening or has lunch at four. */
function atThatHour(act: string, { english }: Clock): boolean {
  const hour = Number(/^\d+/.exec(english)?.[0]);
  const morning = /a\.m\.|morning/.test(english);
  const evening = /p\.m\.|evening/.test(english);
  if (/^(get up|have breakfast|go to work|brush)/.test(act)) {
    return !evening && hour >= 5 && hour <= 10;
  }
  if (/nap/.test(act)) return !morning && !/evening/.test(english) && (hour <= 5 || hour === 12);
  if (/lunch/.test(act)) return !morning && (hour >= 11 || hour <= 2);
  if (/^go to bed|^sleep/.test(act)) return !morning && hour >= 9;
  if (/dinner|leave work|come home/.test(act)) return !morning && hour >= 5 && hour <= 10;
  return !morning || hour >= 6;
}

function nowBefore(text: string): "" | "지금 " {
  return text.length % 3 === 0 ? "지금 " : "";
}

const sinoMonths = ["일", "이", "삼", "사", "오", "유", "칠", "팔", "구", "시", "십일", "십이"];

function drawDate(random: Random): { korean: string; english: string } {
  const month = 1 + random.integer(12);
  const day = 1 + random.integer(28);
  const digits = random.chance(0.7);
  return {
    korean: digits ? `${month}월 ${day}일` : `${sinoMonths[month - 1]}월 ${sino(day)}일`,
    english: `${months[month - 1]} ${ordinal(day)}`,
  };
}

function date(random: Random): Draft | undefined {
  const day = drawDate(random);
  const kind = random.integer(7);
  const [k, e] = random.choice(
    [
      ["오늘", "today"],
      ["내일", "tomorrow"],
      ["제 생일", "my birthday"],
      ["시험", "the exam"],
      ["결혼식", "the wedding"],
      ["유나 생일", "Yuna's birthday"],
      ["파티", "the party"],
      ["콘서트", "the concert"],
      ["졸업식", "the graduation"],
      ["회의", "the meeting"],
      ["어제", "yesterday"],
    ] as const,
  );
  switch (kind) {
    case 0:
      return {
        korean: (t) =>
          `${withParticle(t.level === "plain" ? k.replace("제", "내") : k, "은/는")} ${
            statement(k === "어제" ? past(copula(day.korean)) : copula(day.korean), t, "adjective")
          }.`,
        english: [
          sentence(
            `${e} ${k === "어제" ? "was" : "is"} ${
              /day$|today|tomorrow/.test(e) || e.includes("birthday") ? "" : "on "
            }${day.english}`.replace("birthday is", "birthday is"),
          ),
        ],
      };
    case 1: {
      const region = random.choice(regions);
      return {
        korean: (t) =>
          `${day.korean}에 ${region.korean}에 ${close(regular("가"), "verb", t.level, "future")}.`,
        english: [
          sentence(`I'm going to go ${region.to} on ${day.english}`),
          sentence(`I'm going ${region.to} on ${day.english}`),
        ],
      };
    }
    case 2:
      return {
        korean: (t) =>
          `${
            question(
              copula(nowBefore(day.korean) === "" ? "오늘이 며칠" : "오늘 며칠"),
              t,
              "adjective",
            )
          }?`,
        english: ["What's the date today?"],
      };
    case 3: {
      const year = 1960 + random.integer(60);
      const subject = random.choice([I, peer(random), ...names.slice(0, 6)]);
      if (subject.person === "plural") return undefined;
      return {
        korean: (t) =>
          `${
            subject === I
              ? t.level === "plain" ? "나는 " : "저는 "
              : `${withParticle(subject.korean, "은/는")} `
          }${year}년에 ${statement(past(regular("태어나")), t)}.`,
        english: [sentence(say(subject, englishPhrase(`be born in ${year}`), { tense: "past" }))],
      };
    }
    case 4: {
      const [v, en] = random.choice([["시작하", "start"], ["끝나", "end"]] as const);
      const [n, noun] = random.choice(
        [
          ["방학", "vacation"],
          ["학기", "the semester"],
          ["축제", "the festival"],
          ["수업", "class"],
          ["세일", "the sale"],
          ["전시회", "the exhibition"],
        ] as const,
      );
      const stem: Stem = v === "시작하" ? { text: v, class: "하" } : regular(v);
      const subject: Being = {
        ...I,
        korean: n,
        english: noun,
        person: "third",
        pronoun: "it",
        possessive: "its",
      };
      return {
        korean: (t) => `${withParticle(n, "은/는")} ${day.korean}에 ${statement(stem, t)}.`,
        english: [
          sentence(say(subject, englishPhrase(`${en} on ${day.english}`), { tense: "present" })),
        ],
      };
    }
    case 5: {
      const other = drawDate(random);
      const [first, last] = [day, other].map(({ english }) =>
        months.indexOf(english.split(" ")[0]) * 31 + Number(/\d+/.exec(english)?.[0])
      );
      if (last <= first || last > first + 20) return undefined;
      return {
        korean: (t) =>
          `${day.korean}부터 ${other.korean}까지 ${statement(copula("휴가"), t, "adjective")}.`,
        english: [sentence(`I'm on vacation from ${day.english} to ${other.english}`)],
      };
    }
    default: {
      const year = 1990 + random.integer(36);
      const [phrase, english] = random.choice(
        [
          ["한국에 오", "come to Korea"],
          ["대학교를 졸업하", "graduate from college"],
          ["결혼하", "get married"],
          ["회사에 들어가", "join the company"],
          ["이 집으로 이사하", "move to this house"],
          ["처음 만나", "first meet"],
        ] as const,
      );
      const stem: Stem = phrase.endsWith("하") ? { text: phrase, class: "하" } : regular(phrase);
      const subject = english === "first meet" ? we : I;
      return {
        korean: (t) => `${subject === we ? "우리는 " : ""}${year}년에 ${statement(past(stem), t)}.`,
        english: [
          sentence(
            english === "first meet"
              ? `we first met in ${year}`
              : say(I, englishPhrase(`${english} in ${year}`), { tense: "past" }),
          ),
        ],
      };
    }
  }
}

function age(random: Random): Draft | undefined {
  const subject = random.choice([I, I, peer(random), ...names]);
  const n = (subject === I ? 15 : 5) + random.integer(60);
  if (subject.person === "plural" || subject.honorific) return undefined;
  const korean = random.chance(0.5) ? `${n}살` : `${native(n)} 살`;
  const kind = random.integer(4);
  if (kind === 0) {
    return {
      levels: spoken,
      korean: (t) =>
        `${subject === I ? "" : `${withParticle(subject.korean, "은/는")} `}몇 살${
          t.level === "plain" ? "이야" : "이에요"
        }?`,
      english: [sentence(subject === I ? "how old are you" : `how old is ${subject.english}`, "?")],
    };
  }
  return {
    korean: (t) =>
      `${
        subject === I
          ? kind === 1 ? "" : t.level === "plain" ? "나는 " : "저는 "
          : `${withParticle(subject.korean, "은/는")} `
      }${statement(copula(korean), t, "adjective")}.`,
    english: [sentence(say(subject, englishPhrase(`be ${n} years old`), { tense: "present" }))],
  };
}

/** What is told or planned with times of a unit. */
const ago: Readonly<Record<string, RegExp>> = {
  시간: /^(routine|errand)$/,
  분: /^(routine|errand)$/,
  일: /^(errand|trip|event|chance)$/,
  주: /^(errand|trip|event|chance)$/,
  달: /^(trip|event|course)$/,
  개월: /^(trip|event|course)$/,
  년: /^(trip|event|course)$/,
};

function duration(random: Random): Draft | undefined {
  const unit = random.choice(
    [
      ["시간", "hour", true],
      ["분", "minute", false],
      ["일", "day", false],
      ["년", "year", false],
      ["달", "month", true],
      ["주", "week", false],
      ["개월", "month", false],
    ] as const,
  );
  const n = unit[0] === "분"
    ? 5 * (1 + random.integer(11))
    : 1 + random.integer(unit[0] === "년" ? 20 : 10);
  const digit = random.chance(0.6);
  const number = unit[2] ? digit ? `${n}` : `${native(n)} ` : digit ? `${n}` : `${sino(n)} `;
  const korean = `${number}${unit[0]}`.replace(/^(1주|일 주)$/, "일주일");
  const english = n === 1 ? withArticle(unit[1]) : `${englishNumber(n)} ${unit[1]}s`;
  const kind = random.integer(6);
  if (kind === 0 || kind === 1) return journey(random);
  if (kind === 2) { // for
    const phrase = phraseWith(random, "", "sim");
    if (
      !/study|work|sleep|wait|walk|talk|practice|exercise|run|live|play|learn|teach|read|rest|swim|drive/
        .test(phrase.english.verb.base)
    ) return undefined;
    const subject = random.chance(0.6) ? I : peer(random);
    const long = /년|달|개월|주/.test(unit[0]);
    if (paceOf(phrase.frame) === "course" && !long) return undefined;
    if (long && !/study|learn|teach|work|live/.test(phrase.english.verb.base)) return undefined;
    if (unit[0] === "일" && n > 7) return undefined;
    return {
      korean: (t) => {
        const objects = phrase.before.map(({ word, particle }) =>
          particle === null ? word : withParticle(
            word,
            particle === "에게서" || particle === "까지" || particle === "부터" ? "에게" : particle,
          )
        );
        const stem = { ...phrase.stem, text: phrase.light + phrase.stem.text };
        return `${
          words(
            subject === I ? undefined : withParticle(subject.korean, "은/는"),
            `${korean} 동안`,
            ...objects,
          )
        } ${statement(past(stem), t)}.`;
      },
      english: [
        sentence(
          say(subject, { ...phrase.english, rest: words(phrase.english.rest, `for ${english}`) }, {
            tense: "past",
          }),
        ),
      ],
    };
  }
  if (kind === 3) { // since
    const [k, e] = random.choice(
      [
        ["한국에 온", "I came to Korea"],
        ["한국어를 배운", "I started learning Korean"],
        ["결혼한", "I got married"],
        ["졸업한", "I graduated"],
        ["이 회사에서 일한", "I started working at this company"],
        ["담배를 끊은", "I quit smoking"],
        ["여기로 이사한", "I moved here"],
        ["피아노를 배운", "I started learning piano"],
        ["운동을 시작한", "I started working out"],
        ["이 집에 산", "I started living in this house"],
      ] as const,
    );
    if (/시간|분/.test(unit[0])) return undefined;
    return {
      korean: (t) => `${k} 지 ${korean} ${statement(past(regular("되")), t)}.`,
      english: [sentence(`it's been ${english} since ${e}`)],
    };
  }
  if (kind === 4) { // ago, later
    const later = random.chance(0.4);
    const phrase = phraseWith(random, "", "si");
    if (
      !/meet|come|go|leave|move|call|finish|start|send|buy|arrive|marry|quit|graduate/.test(
        phrase.english.verb.base,
      ) || !ago[unit[0]].test(paceOf(phrase.frame))
    ) return undefined;
    return {
      korean: (t) => {
        const objects = phrase.before.map(({ word, particle }) =>
          particle === null ? word : withParticle(
            word,
            particle === "에게서" || particle === "까지" || particle === "부터" ? "에게" : particle,
          )
        );
        const stem = { ...phrase.stem, text: phrase.light + phrase.stem.text };
        return `${words(`${korean} ${later ? "후에" : "전에"}`, ...objects)} ${
          later ? close(stem, "verb", t.level, "future") : statement(past(stem), t)
        }.`;
      },
      english: [
        sentence(
          say(I, {
            ...phrase.english,
            rest: words(phrase.english.rest, later ? `in ${english}` : `${english} ago`),
          }, { tense: later ? "going to" : "past" }),
        ),
      ],
    };
  }
  const asks = random.choice(
    [
      ["얼마나 걸려", "How long does it take?"],
      ["시간이 얼마나 걸려", "How long does it take?"],
      ["얼마나 기다려야 돼", "How long do I have to wait?"],
      ["한국어를 얼마나 배웠어", "How long did you study Korean?"],
      ["한국에 얼마나 있을 거야", "How long are you going to stay in Korea?"],
      ["몇 시간 잤어", "How many hours did you sleep?"],
      ["몇 번 가 봤어", "How many times have you been there?"],
      ["한국에 온 지 얼마나 됐어", "How long has it been since you came to Korea?"],
    ] as const,
  );
  return {
    levels: spoken,
    korean: (t) =>
      `${t.level === "plain" ? asks[0] : asks[0].replace(/거야$/, "거예").replace(/$/, "요")}?`,
    english: [asks[1]],
  };
}

/** Hours in the air from Korea. */
const flightHours: Readonly<Record<string, readonly number[]>> = {
  일본: [1, 2],
  도쿄: [2],
  중국: [2, 3],
  베트남: [4, 5],
  태국: [5, 6],
  호주: [10, 11],
  캐나다: [10, 11, 13],
  미국: [11, 12, 13, 14],
  뉴욕: [14],
  독일: [12, 13],
  프랑스: [13, 14],
  파리: [13, 14],
  영국: [13, 14],
  런던: [13, 14],
};

/** How long the way takes, by what one goes: minutes in town, hours to other cities and abroad. */
function journey(random: Random): Draft {
  const abroad = regions.filter(({ korean }) => korean in flightHours);
  const cities = regions.filter(({ korean }) =>
    /부산|경주|대구|강릉|대전|전주|속초|광주/.test(korean)
  );
  const kind = random.weighted([5, 3, 1.5]);
  const place = random.choice([town, cities, abroad][kind]);
  const ways = [
    [
      ["", ""],
      ["버스로 ", " by bus"],
      ["지하철로 ", " by subway"],
      ["차로 ", " by car"],
      ["걸어서 ", " on foot"],
      ["택시로 ", " by taxi"],
      ["자전거로 ", " by bike"],
    ],
    [["", ""], ["버스로 ", " by bus"], ["기차로 ", " by train"], ["차로 ", " by car"]],
    [["비행기로 ", " by plane"]],
  ] as const;
  const by = random.choice<readonly [string, string]>(ways[kind]);
  const from = kind === 0
    ? random.choice([["여기서 ", " from here"], ["집에서 ", " from home"], ["", ""]] as const)
    : random.choice([["서울에서 ", " from Seoul"], ["여기서 ", " from here"], ["", ""]] as const);
  const minutes = kind === 0;
  const n = minutes
    ? 5 * (1 + random.integer(11))
    : kind === 1
    ? 1 + random.integer(4)
    : random.choice(flightHours[place.korean]);
  const digit = random.chance(0.6);
  const korean = minutes
    ? digit ? `${n}분` : `${sino(n)} 분`
    : digit
    ? `${n}시간`
    : `${native(n)} 시간`;
  const english = minutes
    ? `${englishNumber(n)} minutes`
    : n === 1
    ? "an hour"
    : `${englishNumber(n)} hours`;
  return {
    korean: (t) =>
      `${from[0]}${place.korean}까지 ${by[0]}${korean} ${statement(regular("걸리"), t)}.`,
    english: [sentence(`it takes ${english} to get ${place.to}${from[1]}${by[1]}`)],
  };
}

function countPeople(random: Random): Draft | undefined {
  const n = 1 + random.integer(30);
  const kind = random.integer(6);
  const counted = random.chance(0.5) ? `${n}명` : `${native(n)} 명`;
  if (kind <= 1) {
    const [k, one, many] = random.choice(
      [
        ["학생", "student", "students"],
        ["사람", "person", "people"],
        ["손님", "customer", "customers"],
        ["아이", "child", "children"],
        ["친구", "friend", "friends"],
        ["남자", "man", "men"],
        ["여자", "woman", "women"],
        ["외국인", "foreigner", "foreigners"],
      ] as const,
    );
    const place = random.choice(
      [
        ["교실에", "in the classroom"],
        ["카페에", "at the cafe"],
        ["식당에", "at the restaurant"],
        ["방에", "in the room"],
        ["여기에", "here"],
        ["공원에", "in the park"],
        ["우리 반에", "in our class"],
        ["버스에", "on the bus"],
        ["회의실에", "in the meeting room"],
      ] as const,
    );
    if (k === "손님" && !/cafe|restaurant|here|bus/.test(place[1])) return undefined;
    return {
      korean: (t) =>
        `${place[0]} ${withParticle(k, "이/가")} ${counted} ${statement(regular("있"), t)}.`,
      english: [
        sentence(
          `there ${n === 1 ? "is" : "are"} ${englishNumber(n)} ${n === 1 ? one : many} ${place[1]}`,
        ),
      ],
    };
  }
  if (kind === 2) {
    const [k, e] = random.choice(
      [
        ["동생", "younger brother"],
        ["언니", "older sister"],
        ["형", "older brother"],
        ["아들", "son"],
        ["딸", "daughter"],
        ["누나", "older sister"],
        ["오빠", "older brother"],
      ] as const,
    );
    const m = 1 + random.integer(3);
    const subject = random.choice([I, ...names]);
    if (!saysKin(subject, k)) return undefined;
    return {
      korean: (t) =>
        `${
          subject === I
            ? t.level === "plain" ? "나는" : "저는"
            : withParticle(subject.korean, "은/는")
        } ${withParticle(k, "이/가")} ${native(m)} 명 ${statement(regular("있"), t)}.`,
      english: [
        sentence(
          say(
            subject,
            englishPhrase(m === 1 ? `have ${withArticle(e)}` : `have ${englishNumber(m)} ${e}s`),
            { tense: "present" },
          ),
        ),
      ],
    };
  }
  if (kind === 3) {
    const floor = 1 + random.integer(15);
    const [k, e, are] = random.choice(
      [
        ["화장실", "the restroom", "is"],
        ["사무실", "the office", "is"],
        ["식당", "the restaurant", "is"],
        ["옷 가게", "the clothing store", "is"],
        ["신발", "the shoes", "are"],
        ["제 방", "my room", "is"],
        ["서점", "the bookstore", "is"],
        ["회의실", "the meeting room", "is"],
        ["교실", "the classroom", "is"],
        ["카페", "the cafe", "is"],
        ["여자 옷", "women's clothes", "are"],
        ["남자 옷", "men's clothes", "are"],
      ] as const,
    );
    const number = random.chance(0.6) ? String(floor) : `${sino(floor)} `;
    return {
      korean: (t) =>
        `${withParticle(t.level === "plain" ? k.replace("제", "내") : k, "은/는")} ${number}층에 ${
          statement(regular("있"), t)
        }.`,
      english: [sentence(`${e} ${are} on the ${ordinalWord(floor)} floor`)],
    };
  }
  if (kind === 4) {
    const number = 1 + random.integer(12);
    const line = random.choice(
      [
        [`${number}번 출구`, `Exit ${number}`],
        [`${100 + random.integer(800)}번 버스`, ""],
        [`${1 + random.integer(9)}호선`, ""],
        [`${100 * (1 + random.integer(9)) + 1 + random.integer(30)}호`, ""],
      ] as const,
    );
    if (line[1] !== "") {
      return {
        korean: (t) =>
          t.level === "plain"
            ? `${line[0]}로 나와.`
            : t.level === "polite"
            ? `${line[0]}로 나오세요.`
            : `${line[0]}로 나오십시오.`,
        english: [sentence(`come out of ${line[1]}`)],
      };
    }
    const value = line[0].match(/\d+/)?.[0] ?? "";
    if (line[0].includes("버스")) {
      const asks = random.chance(0.3);
      return asks
        ? {
          korean: (t) =>
            `이 버스는 ${value}번${
              t.level === "formal" ? "입니까" : t.level === "polite" ? "이에요" : "이야"
            }?`,
          english: [`Is this bus number ${value}?`],
        }
        : {
          korean: (t) =>
            t.level === "plain"
              ? `${line[0]}를 타.`
              : t.level === "polite"
              ? `${line[0]}를 타세요.`
              : `${line[0]}를 타십시오.`,
          english: [`Take bus number ${value}.`],
        };
    }
    if (line[0].includes("호선")) {
      return {
        korean: (t) =>
          t.level === "plain"
            ? `${line[0]}으로 갈아타.`
            : t.level === "polite"
            ? `${line[0]}으로 갈아타세요.`
            : `${line[0]}으로 갈아타십시오.`,
        english: [`Transfer to Line ${value}.`],
      };
    }
    return {
      korean: (t) =>
        `제 방은 ${statement(copula(line[0]), t, "adjective")}.`.replace(
          "제 방",
          t.level === "plain" ? "내 방" : "제 방",
        ),
      english: [`My room is number ${value}.`, `I'm in room ${value}.`],
    };
  }
  const number = `010-${1000 + random.integer(9000)}-${1000 + random.integer(9000)}`;
  const owner = random.choice<Being>([I, I, ...names]);
  return {
    korean: (t) =>
      `${owner === I ? t.level === "plain" ? "내" : "제" : owner.korean} 전화번호는 ${number}${
        copulaAfterDigit(number, t)
      }.`,
    english: [sentence(`${owner === I ? "my" : `${owner.english}'s`} phone number is ${number}`)],
  };
}

/** The copula after a digit as it is read: 1이에요, 2예요. */
function copulaAfterDigit(number: string, t: Tone): string {
  const read = ["공", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"][Number(number.at(-1))];
  return statement(copula(read), t, "adjective").slice(read.length);
}

/** How often a thing may be done, and the habit that stands for the rate. */
const most: Readonly<Record<string, number>> = {
  하루에: 3,
  일주일에: 5,
  "한 달에": 3,
  "일 년에": 4,
};
const rate: Readonly<Record<string, string>> = {
  하루에: "every day",
  일주일에: "once a week",
  "한 달에": "once a month",
  "일 년에": "once a month",
};

function measures(random: Random): Draft | undefined {
  const kind = random.integer(5);
  const subject = random.choice([I, ...names, ...names]);
  const topic = (t: Tone) =>
    subject === I ? t.level === "plain" ? "나는" : "저는" : withParticle(subject.korean, "은/는");
  if (kind === 0) {
    const cm = 150 + random.integer(45);
    return {
      levels: spoken,
      korean: (t) => `${topic(t)} 키가 ${cm}센티미터${t.level === "plain" ? "야" : "예요"}.`,
      english: [
        sentence(say(subject, englishPhrase(`be ${cm} centimeters tall`), { tense: "present" })),
      ],
    };
  }
  if (kind === 1) {
    const degrees = 1 + random.integer(38);
    const [k, e] = random.choice(
      [["오늘", "today"], ["지금", "now"], ["내일", "tomorrow"], ["밖이", "outside"]] as const,
    );
    const future = k === "내일";
    return {
      korean: (t) =>
        `${k} ${degrees}도${
          future
            ? close(copula("도"), "adjective", t.level, "future").slice(1)
            : statement(copula("도"), t, "adjective").slice(1)
        }.`,
      english: [
        sentence(
          future ? `it's going to be ${degrees} degrees ${e}` : `it's ${degrees} degrees ${e}`,
        ),
      ],
    };
  }
  if (kind === 2) {
    const n = 1 + random.integer(7);
    const phrase = phraseWith(random, "f", "s");
    const [k, e] = random.choice(
      [["일주일에", "a week"], ["한 달에", "a month"], ["하루에", "a day"], [
        "일 년에",
        "a year",
      ]] as const,
    );
    if (k === "하루에" && !/brush|wash|eat|call|drink/.test(phrase.english.verb.base)) {
      return undefined;
    }
    if (n > most[k] || fittingHabits(phrase, [{ korean: k, english: rate[k] }]).length === 0) {
      return undefined;
    }
    const times = n === 1 ? "once" : n === 2 ? "twice" : `${englishNumber(n)} times`;
    const koreanNumber = random.chance(0.5) ? `${native(n)} 번` : `${n}번`;
    return {
      korean: (t) => {
        const objects = phrase.before.map(({ word, particle }) =>
          particle === null ? word : withParticle(
            word,
            particle === "에게서" || particle === "까지" || particle === "부터" ? "에게" : particle,
          )
        );
        const stem = { ...phrase.stem, text: phrase.light + phrase.stem.text };
        return `${
          words(subject === I ? undefined : topic(t), `${k} ${koreanNumber}`, ...objects)
        } ${statement(stem, t)}.`;
      },
      english: [
        sentence(
          say(subject, { ...phrase.english, rest: words(phrase.english.rest, `${times} ${e}`) }, {
            tense: "present",
          }),
        ),
      ],
    };
  }
  if (kind === 3) {
    const percent = 5 * (1 + random.integer(18));
    return {
      levels: spoken,
      korean: (t) => `지금 ${percent}% 할인${t.level === "plain" ? "해" : "해요"}.`,
      english: [`It's ${percent}% off now.`],
    };
  }
  const n = 2 + random.integer(6);
  const ordinalKorean = ["", "첫", "두", "세", "네", "다섯", "여섯", "일곱"][n - 1];
  const [k, e] = random.choice(
    [
      ["건물", "building"],
      ["골목", "alley"],
      ["신호등", "traffic light"],
      ["집", "house"],
      ["정류장", "stop"],
      ["줄", "row"],
      ["페이지", "page"],
      ["책", "book"],
      ["문제", "question"],
    ] as const,
  );
  if (n - 1 < 1) return undefined;
  return {
    korean: (t) => `${ordinalKorean} 번째 ${statement(copula(k), t, "adjective")}.`,
    english: [sentence(`it's the ${ordinalWord(n - 1)} ${e}`)],
  };
}

export const numbers: readonly Weighted[] = [
  { name: "price", weight: 4, draw: price },
  { name: "amount", weight: 4, draw: amount },
  { name: "clock", weight: 4, draw: clock },
  { name: "date", weight: 3, draw: date },
  { name: "age", weight: 1.5, draw: age },
  { name: "duration", weight: 4, draw: duration },
  { name: "count", weight: 2.5, draw: countPeople },
  { name: "measure", weight: 2, draw: measures },
];
