/**
 * Dates as people write them, into the one form that machines agree on: `7 March 2024` → `2024-03-07`.
 *
 * Characters in, characters out. Each output character depends on a few input characters at a place that
 * the format decides, so the attention map shows what was looked up, and when the order of day and month
 * differs between two formats one sees the lines cross.
 *
 * @see The TensorFlow.js example `date-conversion-attention`
 * @module
 */
import { drawPairs, requireInteger, type TaskOptions, type TaskPair } from "./task.ts";

/** A day of the Gregorian calendar. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** What the date task takes. */
export interface DateOptions extends TaskOptions {
  /** The first year. Default 1950. */
  readonly firstYear?: number;
  /** The last year. Default 2049. Years have four digits. */
  readonly lastYear?: number;
  /** Which of {@linkcode dateFormats} are drawn, by name. Default: all. */
  readonly formats?: readonly string[];
}

/** The months in English, January first. */
export const months: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const koreanWeekdays = [..."일월화수목금토"];

/**
 * The formats, by the name that shows them on 7 March 2024. Where digits alone tell month and day apart,
 * the month comes first, as in the United States; the European order appears only with a name or dots, or
 * 03/07 would have two right answers.
 */
export const dateFormats: Readonly<Record<string, (date: CalendarDate) => string>> = {
  "March 7, 2024": ({ year, month, day }) => `${months[month - 1]} ${day}, ${year}`,
  "Mar 7, 2024": ({ year, month, day }) => `${months[month - 1].slice(0, 3)} ${day}, ${year}`,
  "7 March 2024": ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
  "7 Mar 2024": ({ year, month, day }) => `${day} ${months[month - 1].slice(0, 3)} ${year}`,
  "March 7th, 2024": ({ year, month, day }) => `${months[month - 1]} ${ordinal(day)}, ${year}`,
  "the 7th of March 2024": ({ year, month, day }) =>
    `the ${ordinal(day)} of ${months[month - 1]} ${year}`,
  "Thursday, March 7, 2024": (date) =>
    `${weekdays[weekday(date)]}, ${months[date.month - 1]} ${date.day}, ${date.year}`,
  "3/7/2024": ({ year, month, day }) => `${month}/${day}/${year}`,
  "03/07/2024": ({ year, month, day }) => `${two(month)}/${two(day)}/${year}`,
  "7.3.2024": ({ year, month, day }) => `${day}.${month}.${year}`,
  "2024.03.07": ({ year, month, day }) => `${year}.${two(month)}.${two(day)}`,
  "20240307": ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  "2024년 3월 7일": ({ year, month, day }) => `${year}년 ${month}월 ${day}일`,
  "2024년 3월 7일 (목)": (date) =>
    `${date.year}년 ${date.month}월 ${date.day}일 (${koreanWeekdays[weekday(date)]})`,
};

/** The tokens for its vocabulary: every character of every format and of the ISO form. */
export const dateTokens: readonly string[] = [
  ...new Set([
    ..."0123456789-",
    ...Object.values(dateFormats).flatMap((format) =>
      // Twelve months whose first 28 days meet every weekday and every ending of an ordinal.
      Array.from({ length: 12 * 28 }, (_, i) => {
        return [...format({ year: 2024, month: 1 + i % 12, day: 1 + Math.floor(i / 12) })];
      }).flat()
    ),
  ]),
];

/** The date as ISO 8601 writes it. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/**
 * Dates, each day equally likely, in formats that are equally likely; the target is {@linkcode isoDate}.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { dateTask } from "lib/text/tasks/dates.ts";
 * import { assertEquals, assertMatch } from "@std/assert";
 *
 * const [{ source, target }] = dateTask({
 *   random: new Random(1),
 *   count: 1,
 *   formats: ["2024.03.07"],
 * });
 * assertMatch(target.join(""), /^\d{4}-\d{2}-\d{2}$/);
 * assertEquals(source.join(""), target.join("").replaceAll("-", "."));
 * ```
 */
export function dateTask(options: DateOptions): TaskPair[] {
  const { random, firstYear = 1950, lastYear = 2049, formats = Object.keys(dateFormats) } = options;
  requireInteger("firstYear", firstYear, 1000, 9999);
  requireInteger("lastYear", lastYear, firstYear, 9999);
  for (const name of formats) {
    if (!Object.hasOwn(dateFormats, name)) {
      const known = Object.keys(dateFormats).map((format) => JSON.stringify(format)).join(", ");
      throw new RangeError(`expected one of ${known}, got ${JSON.stringify(name)}`);
    }
  }
  const firstDay = Date.UTC(firstYear, 0, 1) / millisecondsPerDay;
  const dayCount = Date.UTC(lastYear + 1, 0, 1) / millisecondsPerDay - firstDay;
  return drawPairs(options, () => {
    const day = new Date((firstDay + random.integer(dayCount)) * millisecondsPerDay);
    const date = {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    };
    const format = dateFormats[random.choice(formats)];
    return { source: [...format(date)], target: [...isoDate(date)] };
  });
}

const millisecondsPerDay = 86_400_000;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 1st, 2nd, 3rd, 4th … 11th … 21st. */
function ordinal(day: number): string {
  const teens = day >= 11 && day <= 13;
  return `${day}${teens ? "th" : ["th", "st", "nd", "rd"][day % 10] ?? "th"}`;
}

/** 0 for Sunday. */
function weekday({ year, month, day }: CalendarDate): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
