/**
 * Nouns in both languages, and the determiners that English wants before them.
 *
 * @module
 */

/** How English counts a noun: `a book`, `bread`, `shoes`, or words that stand as they are. */
export type NounNumber = "count" | "mass" | "plural" | "fixed";

/** A noun of both languages. */
export interface Noun {
  readonly korean: string;
  /** The singular, or the plural of a noun that is always plural. */
  readonly english: string;
  readonly number: NounNumber;
}

/** What stands before an English noun; `s` is the kind as a whole: `I like apples`. */
export type Determiner = "a" | "the" | "s" | "some" | "own" | "this" | "that" | "any" | "bare";

/** Nouns from a list such as `사과=apple, 빵=bread~, 신발=shoes+, 버스=the bus^`. */
export function nouns(list: string): readonly Noun[] {
  return list.split(",").map((entry) => {
    const [korean, english] = entry.trim().split("=");
    if (english === undefined) {
      throw new TypeError(`expected korean=english, got ${JSON.stringify(entry)}`);
    }
    const marks: Readonly<Record<string, NounNumber>> = {
      "~": "mass",
      "+": "plural",
      "^": "fixed",
    };
    const number = marks[english.at(-1) ?? ""] ?? (english.startsWith("^") ? "fixed" : "count");
    return { korean, english: english.replace(/[~+^]$|^\^/g, ""), number };
  });
}

const irregularPlurals: Readonly<Record<string, string>> = {
  child: "children",
  person: "people",
  tooth: "teeth",
  foot: "feet",
  knife: "knives",
  bookshelf: "bookshelves",
  scarf: "scarves",
  fish: "fish",
  sheep: "sheep",
  mouse: "mice",
  wolf: "wolves",
  businessman: "businessmen",
  woman: "women",
  man: "men",
};

/** The plural: `book` → `books`. */
export function plural(english: string): string {
  const words = english.split(" ");
  const last = words[words.length - 1];
  const ending = irregularPlurals[last] ??
    (/(s|x|z|ch|sh)$/.test(last)
      ? `${last}es`
      : /[^aeiou]y$/.test(last)
      ? `${last.slice(0, -1)}ies`
      : /(potato|tomato)$/.test(last)
      ? `${last}es`
      : `${last}s`);
  return [...words.slice(0, -1), ending].join(" ");
}

/** `a` or `an`, by sound. */
export function withArticle(english: string): string {
  const vowel = /^[aeiou8]/i.test(english) && !/^(uni|use|one|eu)/i.test(english) ||
    /^(hour|honest)/.test(english);
  return `${vowel ? "an" : "a"} ${english}`;
}

/** The English noun with its determiner; `own` leaves `{own}` for the subject's possessive. */
export function determined({ english, number }: Noun, determiner: Determiner): string {
  if (number === "fixed") return english;
  switch (determiner) {
    case "a":
      return number === "count" ? withArticle(english) : english;
    case "some":
      return number === "count" ? withArticle(english) : `some ${english}`;
    case "any":
      return number === "count" ? withArticle(english) : `any ${english}`;
    case "the":
      return `the ${english}`;
    case "s":
      return number === "count" ? plural(english) : english;
    case "own":
      return `{own} ${english}`;
    case "this":
      return number === "plural" ? `these ${english}` : `this ${english}`;
    case "that":
      return number === "plural" ? `those ${english}` : `that ${english}`;
    case "bare":
      return english;
  }
}
