/**
 * Adverbs of time, frequency and manner.
 *
 * @module
 */
import type { Adjunct } from "../meaning.ts";
import { numbers } from "./noun.ts";

function adverb(korean: string, english: string): Adjunct {
  return { korean, english };
}

export const yesterday = adverb("어제", "yesterday");
export const today = adverb("오늘", "today");
export const now = adverb("지금", "now");
export const tomorrow = adverb("내일", "tomorrow");

const days: readonly Adjunct[] = [
  ["월요일에", "on Monday"],
  ["금요일에", "on Friday"],
  ["토요일에", "on Saturday"],
  ["일요일에", "on Sunday"],
].map(([korean, english]) => adverb(korean, english));

export const pastTimes: readonly Adjunct[] = [
  yesterday,
  yesterday,
  adverb("지난주에", "last week"),
  adverb("지난 주말에", "last weekend"),
  adverb("오늘 아침에", "this morning"),
  adverb("어젯밤에", "last night"),
  adverb("아까", "earlier"),
  today,
  ...days,
];

export const futureTimes: readonly Adjunct[] = [
  tomorrow,
  tomorrow,
  adverb("다음 주에", "next week"),
  adverb("이번 주말에", "this weekend"),
  adverb("오늘 저녁에", "this evening"),
  adverb("오늘 밤에", "tonight"),
  adverb("나중에", "later"),
  ...days,
];

/** Times that make the present a habit. */
export const habitTimes: readonly Adjunct[] = [
  adverb("매일", "every day"),
  adverb("아침마다", "every morning"),
  adverb("주말마다", "every weekend"),
  adverb("일요일마다", "every Sunday"),
  adverb("저녁마다", "every evening"),
];

/** Before the English verb. */
export const frequencies: readonly Adjunct[] = [
  adverb("자주", "often"),
  adverb("가끔", "sometimes"),
  adverb("항상", "always"),
  adverb("보통", "usually"),
];

/** 세 시에, `at three o'clock`. */
export const hours: readonly Adjunct[] = [...numbers.slice(0, 9)].map(([korean, english]) =>
  adverb(`${korean} 시에`, `at ${english} o'clock`)
);

/** 두 시간 동안, `for two hours`. */
export const durations: readonly Adjunct[] = numbers.slice(0, 5).map(([korean, english]) =>
  adverb(`${korean} 시간 동안`, english === "one" ? "for an hour" : `for ${english} hours`)
);

export const together = adverb("같이", "together");
export const alone = adverb("혼자", "alone");
export const hard = adverb("열심히", "hard");
export const well = adverb("잘", "well");
export const early = adverb("일찍", "early");
export const late = adverb("늦게", "late");
export const again = adverb("다시", "again");
