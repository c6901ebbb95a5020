/**
 * How people feel, what they have, and what the weather is like.
 *
 * @module
 */
import { be, verb } from "../english_verb.ts";
import type { Subject, VerbPhrase } from "../meaning.ts";
import { type Stem, stem, type StemClass } from "../stem.ts";
import { weather } from "./people.ts";
import type { Quality } from "./qualities.ts";

/** `be` with an adjective. */
export function being(korean: Stem, english: string): VerbPhrase {
  return {
    head: `${korean.text}다`,
    combination: `${korean.text}다`,
    kind: "adjective",
    korean: { arguments: [], stem: korean },
    english: { verb: be, once: english, habit: english },
  };
}

/** A quality as a predicate, perhaps with a degree: 아주 비싸다, `be very expensive`. */
export function beingLike({ stem: own, english }: Quality): VerbPhrase {
  return being(own, english);
}

/** 시간이 있다, `have time`: a noun that Korean makes the subject and English the object. */
function having(noun: string, korean: string, english: string, denied = false): VerbPhrase {
  return {
    head: korean,
    combination: `${korean} ${noun}`,
    kind: "adjective",
    korean: { arguments: [{ text: noun, particle: "이/가" }], stem: stem(korean) },
    english: { verb: verb("have", "had"), once: english, habit: english, denied },
  };
}

function feeling(korean: string, english: string, stemClass?: StemClass): VerbPhrase {
  return being(stem(korean, stemClass), english);
}

export const tired = feeling("피곤하다", "tired");
export const hungry = feeling("배고프다", "hungry");
export const thirsty = feeling("목마르다", "thirsty", "르");
export const busy = feeling("바쁘다", "busy");
export const sick = feeling("아프다", "sick");
export const bored = feeling("심심하다", "bored");
export const free = feeling("한가하다", "free");
export const sad = feeling("슬프다", "sad");
export const happy = feeling("행복하다", "happy");
export const sleepy = feeling("졸리다", "sleepy");

export const hasTime = having("시간", "있다", "time");
export const hasNoTime = having("시간", "없다", "time", true);
export const hasMoney = having("돈", "있다", "money");
export const hasNoMoney = having("돈", "없다", "money", true);
export const muchHomework = having("숙제", "많다", "a lot of homework");
export const muchWork = having("일", "많다", "a lot of work");
export const hasTest = having("시험", "있다", "a test");
export const hasPlans = having("약속", "있다", "plans");
export const hasClass = having("수업", "있다", "class");
export const headache = having("머리", "아프다", "a headache");
export const stomachache = having("배", "아프다", "a stomachache");

export const personalStates: readonly VerbPhrase[] = [
  tired,
  hungry,
  thirsty,
  busy,
  sick,
  bored,
  sad,
  happy,
  sleepy,
  hasTime,
  hasNoTime,
  hasMoney,
  hasNoMoney,
  muchHomework,
  muchWork,
  hasTest,
  hasPlans,
  hasClass,
  headache,
  stomachache,
];

/** What happens outside, with the subject that English gives it. */
export interface Weather {
  readonly subject: Subject;
  readonly phrase: VerbPhrase;
}

function falling(noun: string, english: string): Weather {
  return {
    subject: weather,
    phrase: {
      head: "오다",
      combination: `오다 ${noun}`,
      kind: "motion", // negated it stays in progress: `it isn't snowing`
      korean: { arguments: [{ text: noun, particle: "이/가" }], stem: stem("오다") },
      english: { verb: verb(english), once: "", habit: "" },
    },
  };
}

const theWeather: Subject = {
  korean: "날씨",
  english: "the weather",
  pronoun: "it",
  person: "third",
  honorific: false,
};

export const rain = falling("비", "rain");
export const snow = falling("눈", "snow");
export const cold: Weather = { subject: weather, phrase: feeling("춥다", "cold", "ㅂ") };
export const hot: Weather = { subject: weather, phrase: feeling("덥다", "hot", "ㅂ") };
export const warm: Weather = { subject: weather, phrase: feeling("따뜻하다", "warm") };
export const fine: Weather = { subject: theWeather, phrase: feeling("좋다", "good") };
export const bad: Weather = { subject: theWeather, phrase: feeling("나쁘다", "bad") };

export const allWeather: readonly Weather[] = [rain, snow, cold, hot, warm, fine, bad];
