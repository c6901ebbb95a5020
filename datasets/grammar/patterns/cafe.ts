/**
 * The scene that the course returns to: 어제 카페 갔었어 거기 사람 많더라.
 *
 * Its words and endings occur all over the training data; the two clauses together do not. What a
 * model makes of it shows whether it learned parts or whole sentences.
 *
 * @module
 */
import type { Level } from "../conjugation.ts";
import { goTo } from "../lexicon/motion.ts";
import { speaker } from "../lexicon/people.ts";
import { cafe } from "../lexicon/places.ts";
import { yesterday } from "../lexicon/times.ts";
import { type Clause, clause, type Sentence } from "../meaning.ts";
import { crowd } from "./facts.ts";
import { sentence } from "./pattern.ts";

const visited = (casual: boolean) =>
  clause(speaker, goTo(cafe), { tense: "pastPerfect", time: yesterday, casual });

function crowdedThere(casual: boolean): Clause {
  const { subject, phrase } = crowd("거기", "there");
  const place = { korean: "거기", english: "there" };
  return clause(subject, phrase, { tense: "past", place, casual });
}

/** The scene with and without particles, among friends and politely; the first is the course's own. */
export function cafeScenes(): readonly Sentence[] {
  const told = (level: Level, casual: boolean) =>
    sentence("visit", level, [visited(casual), crowdedThere(casual)], {
      links: ["beside"],
      ending: "witnessed",
    });
  return [told("plain", true), told("plain", false), told("polite", false)];
}

/** The scene's two clauses, each a sentence of its own: training has them apart. */
export function cafeParts(): readonly Sentence[] {
  return [
    sentence("motion", "plain", [visited(true)]),
    sentence("crowd", "plain", [crowdedThere(true)], { ending: "witnessed" }),
  ];
}
