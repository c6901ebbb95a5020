/**
 * Numbers: Sino-Korean (삼), native (셋, 세), and how English writes them.
 *
 * @module
 */

const digits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/** Sino-Korean, up to ninety-nine million: 3500 → 삼천오백. */
export function sino(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 100_000_000) {
    throw new RangeError(`expected an integer from 0 below 10^8, got ${value}`);
  }
  if (value === 0) return "영";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const front = high === 0 ? "" : high === 1 ? "만" : `${thousands(high)}만`;
  return front + (low > 0 && front !== "" ? " " : "") + thousands(low);
}

function thousands(value: number): string {
  let text = "";
  for (const [unit, name] of [[1000, "천"], [100, "백"], [10, "십"], [1, ""]] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit > 0) text += (digit === 1 && unit > 1 ? "" : digits[digit]) + name;
  }
  return text;
}

const ones = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
const tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];

/** Native numbers as they stand before a counter, 1 to 99: 세, 스무, 스물다섯. */
export function native(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) {
    throw new RangeError(`expected an integer from 1 to 99, got ${value}`);
  }
  if (value === 20) return "스무";
  return tens[Math.floor(value / 10)] + ones[value % 10];
}

const english = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** `three`, from eleven on in digits, thousands with a comma. */
export function englishNumber(value: number): string {
  return english[value] ?? value.toLocaleString("en-US");
}

/** `1st`, `22nd`. */
export function ordinal(value: number): string {
  const last = value % 10;
  const teen = Math.floor(value / 10) % 10 === 1;
  return `${value}${
    !teen && last === 1 ? "st" : !teen && last === 2 ? "nd" : !teen && last === 3 ? "rd" : "th"
  }`;
}

const ordinals = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** `first`, from eleven on `11th`. */
export function ordinalWord(value: number): string {
  return ordinals[value] ?? ordinal(value);
}
