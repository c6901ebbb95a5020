/**
 * What the lexicon says of a noun, and the phrases that a noun can head.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Argument } from "../meaning.ts";
import type { Particle } from "../particles.ts";
import type { Quality } from "./qualities.ts";

/**
 * How English introduces the noun on one occasion: `a book`, `the bus`, `coffee`, `my wallet`.
 * `plural` is for words that have no singular here: `shoes`.
 */
export type Article = "a" | "the" | "none" | "own" | "plural";

/** How Korean counts a noun, and the English measure where there is one: 커피 두 잔, two cups of coffee. */
export interface Counter {
  readonly korean: string;
  readonly one?: string;
  readonly many?: string;
}

export interface Noun {
  readonly korean: string;
  readonly english: string;
  readonly plural: string;
  readonly article: Article;
  readonly counter?: Counter;
  /** One of them, for nouns that are plural otherwise: `flower`. */
  readonly single: string;
  /** What it is in general, where that is no plural: `I ride a bike every day`. */
  readonly general?: string;
  /** Adjectives that can stand before it. */
  readonly qualities: readonly Quality[];
}

/** A noun; its plural is regular unless given. */
export function noun(
  korean: string,
  english: string,
  article: Article,
  more: {
    plural?: string;
    single?: string;
    general?: string;
    counter?: Counter;
    qualities?: readonly Quality[];
  } = {},
): Noun {
  const regular = /(s|x|ch|sh)$/.test(english)
    ? `${english}es`
    : /[^aeiou]y$/.test(english)
    ? `${english.slice(0, -1)}ies`
    : `${english}s`;
  return {
    korean,
    english,
    article,
    plural: more.plural ?? (article === "plural" ? english : regular),
    single: more.single ?? english,
    general: more.general,
    counter: more.counter,
    qualities: more.qualities ?? [],
  };
}

/** The words with `a` or `an` before them. */
export function indefinite(words: string): string {
  return `${/^[aeiou]/.test(words) && !/^(uni|use)/.test(words) ? "an" : "a"} ${words}`;
}

/** A noun as an object: its Korean argument and its English on one occasion and in general. */
export interface NounPhrase {
  readonly argument: Argument;
  readonly once: string;
  readonly habit: string;
}

/** The native numbers as they stand before a counter. */
export const numbers: readonly (readonly [korean: string, english: string])[] = [
  ["한", "one"],
  ["두", "two"],
  ["세", "three"],
  ["네", "four"],
  ["다섯", "five"],
  ["여섯", "six"],
  ["일곱", "seven"],
  ["여덟", "eight"],
  ["아홉", "nine"],
  ["열", "ten"],
];

/** The bare noun: 책을, `a book`, in general `books`. */
export function bareNoun(noun: Noun, particle: Particle): NounPhrase {
  const { once, habit } = articled(noun, noun.english, noun.plural);
  return { argument: { text: noun.korean, particle }, once, habit: noun.general ?? habit };
}

/** 빨간 사과를, `a red apple`, in general `red apples`. */
export function qualifiedNoun(noun: Noun, quality: Quality, particle: Particle): NounPhrase {
  const { once, habit } = articled(
    noun,
    `${quality.english} ${noun.english}`,
    `${quality.english} ${noun.plural}`,
  );
  return { argument: { text: `${quality.before} ${noun.korean}`, particle }, once, habit };
}

/** 이 책을, `this book`. */
export function pointedNoun(noun: Noun, which: "이" | "그", particle: Particle): NounPhrase {
  const many = noun.article === "plural";
  const word = { 이: many ? "these" : "this", 그: many ? "those" : "that" }[which];
  const text = `${word} ${noun.english}`;
  return { argument: { text: `${which} ${noun.korean}`, particle }, once: text, habit: text };
}

/** Things that one has more than five of. */
const plentiful: ReadonlySet<string> = new Set(["사과", "꽃", "사진", "만두"]);

/** 책을 두 권, `two books`; 커피 두 잔을, `two cups of coffee`. Counts up to five are likelier. */
export function countedNoun(noun: Noun, random: Random, particle: Particle): NounPhrase {
  const { counter } = noun;
  if (counter === undefined) throw new TypeError(`expected a counter for ${noun.korean}`);
  const small = !plentiful.has(noun.korean) || random.chance(0.7);
  const most = counter.one !== undefined ? 3 : 5; // nobody eats five bowls of soup
  const [korean, english] = numbers[small ? random.integer(most) : 5 + random.integer(5)];
  const one = korean === "한";
  const measure = one ? counter.one : counter.many;
  const things = measure === undefined
    ? (one ? noun.single : noun.plural)
    : `${measure} ${noun.english}`;
  const amount = `${korean} ${counter.korean}`;
  const text = one ? indefinite(things) : `${english} ${things}`; // "a movie" rather than "one movie"
  const argument = random.chance(0.5)
    ? { text: noun.korean, particle, after: amount }
    : { text: `${noun.korean} ${amount}`, particle };
  return { argument, once: text, habit: text };
}

/** `the` and `own` do not change; `a` becomes a bare plural in general. */
function articled(noun: Noun, one: string, many: string): { once: string; habit: string } {
  switch (noun.article) {
    case "a":
      return { once: indefinite(one), habit: many };
    case "the":
      return { once: `the ${one}`, habit: `the ${one}` };
    case "own":
      return { once: `{own} ${one}`, habit: `{own} ${one}` };
    case "none":
    case "plural":
      return { once: one, habit: one };
  }
}
