/**
 * Things with what can be said of them, for `this bag is expensive` and `the soup was hot`.
 *
 * @module
 */
import type { Subject } from "../meaning.ts";
import type { Noun } from "./noun.ts";
import * as thing from "./nouns.ts";
import * as places from "./places.ts";
import type { Place } from "./places.ts";
import * as is from "./qualities.ts";
import type { Quality } from "./qualities.ts";

/** Nouns that are often spoken about, each with its adjectives as predicates. */
export const described: readonly Noun[] = [
  thing.book,
  thing.novel,
  thing.movie,
  thing.drama,
  thing.bag,
  thing.hat,
  thing.shoes,
  thing.clothes,
  thing.umbrella,
  thing.watch,
  thing.bicycle,
  thing.flowers,
  thing.apple,
  thing.strawberries,
  thing.ramen,
  thing.bread,
  thing.cake,
  thing.soup,
  thing.kimchi,
  thing.chair,
  thing.letter,
  thing.coffee,
];

/** What one says of a place. */
export const placeQualities: readonly (readonly [Place, readonly Quality[]])[] = [
  [places.cafe, [is.quiet, is.noisy, is.small, is.big, is.clean, is.near]],
  [places.library, [is.quiet, is.big, is.clean, is.near, is.far]],
  [places.market, [is.noisy, is.big, is.near, is.far]],
  [places.park, [is.quiet, is.beautiful, is.big, is.near, is.clean]],
  [places.restaurant, [is.noisy, is.quiet, is.clean, is.expensive, is.small]],
  [places.departmentStore, [is.expensive, is.big, is.far]],
  [places.beach, [is.beautiful, is.clean, is.quiet, is.far, is.near]],
  [places.museum, [is.quiet, is.big, is.interesting, is.far]],
  [places.school, [is.big, is.near, is.far, is.quiet]],
  [places.pool, [is.clean, is.big, is.noisy]],
  [places.hospital, [is.big, is.near, is.far, is.clean]],
  [places.bakery, [is.small, is.near, is.far]],
  [places.seoul, [is.noisy, is.big, is.beautiful]],
  [places.jeju, [is.beautiful, is.far, is.quiet]],
  [places.busan, [is.beautiful, is.far, is.big]],
];

/** The noun as a subject: `this bag`, `the soup`. */
export function thingSubject(noun: Noun, which: "이" | "그" | "the"): Subject {
  const many = noun.article === "plural";
  const word = {
    이: many ? "these" : "this",
    그: many ? "those" : "that",
    the: "the",
  }[which];
  return {
    korean: which === "the" ? noun.korean : `${which} ${noun.korean}`,
    english: `${word} ${noun.english}`,
    pronoun: many ? "they" : "it",
    person: many ? "plural" : "third",
    honorific: false,
  };
}

/** The place as a subject: `the cafe`. */
export function placeSubject(place: Place): Subject {
  return {
    korean: place.korean,
    english: place === places.school ? "the school" : place.name,
    pronoun: "it",
    person: "third",
    honorific: false,
  };
}
