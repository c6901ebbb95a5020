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
import { clause, type Sentence } from "../meaning.ts";
import { crowd } from "./facts.ts";
import { sentence } from "./pattern.ts";

/** The scene with and without particles, among friends and politely; the first is the course's own. */
export function cafeScenes(): readonly Sentence[] {
  const told = (level: Level, casual: boolean): Sentence => {
    const { subject, phrase } = crowd("거기", "there");
    return sentence("visit", level, [
      clause(speaker, goTo(cafe), { tense: "pastPerfect", time: yesterday, casual }),
      clause(subject, phrase, {
        tense: "past",
        place: { korean: "거기", english: "there" },
        casual,
      }),
    ], { links: ["beside"], ending: "witnessed" });
  };
  return [told("plain", true), told("plain", false), told("polite", false)];
}
