/**
 * The café sentence that goes through the whole course, and its relatives: one pattern with five words
 * that can change, in Korean and in English. Small enough to be learned in seconds, and since the two
 * languages put the words in different orders, one sees in an attention map which belong together.
 *
 * @module
 */
import type { TaskPair } from "./task.ts";

/** What can stand in each of the five places, Korean and English; the café sentence's words first. */
const slots: readonly Readonly<Record<string, string>>[] = [
  { 어제: "yesterday", 오늘: "today", 아까: "earlier" },
  { 카페: "cafe", 공원: "park", 시장: "market", 학교: "school" },
  { 갔었어: "went to", 들렀어: "stopped at", 지나갔어: "passed by" },
  { 사람: "people", 학생: "students", 아이: "children" },
  { 많더라: "many", 적더라: "few", 없더라: "no" },
];

/**
 * All 324 sentences of the pattern, the café sentence first.
 *
 * @example
 * ```ts
 * import { cafePairs } from "lib/text/tasks/cafe.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [cafe, ...others] = cafePairs();
 * assertEquals(cafe.source.join(" "), "어제 카페 갔었어 거기 사람 많더라");
 * assertEquals(
 *   cafe.target.join(" "),
 *   "I went to the cafe yesterday there were many people there",
 * );
 * assertEquals(others.length, 323);
 * ```
 */
export function cafePairs(): TaskPair[] {
  let choices: [korean: string, english: string][][] = [[]];
  for (const slot of slots) {
    choices = choices.flatMap((chosen) => Object.entries(slot).map((word) => [...chosen, word]));
  }
  return choices.map(([time, place, went, who, many]) => ({
    source: [time[0], place[0], went[0], "거기", who[0], many[0]],
    target: `I ${went[1]} the ${place[1]} ${time[1]} there were ${many[1]} ${who[1]} there`
      .split(" "),
  }));
}
