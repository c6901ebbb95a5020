/**
 * Korean verbs and adjectives in the forms that the corpus uses: tenses, the honorific, the three
 * speech levels, connectives, and the forms that stand before a noun.
 *
 * Each function takes a {@linkcode Stem} and gives a stem (which inflects on) or a finished word.
 * Which base an ending asks for is all that it knows; what happens there is in `stem.ts`.
 *
 * @module
 */
import { harmonicBase, linkedBase, plainBase, type Stem } from "./stem.ts";
import { finalConsonant } from "./syllable.ts";

/** 반말 (plain), 해요체 (polite), 합니다체 (formal). */
export type Level = "plain" | "polite" | "formal";

/** How a sentence ends. A reported scene (-더라) is something that the speaker saw. */
export type Ending =
  | "statement"
  | "question"
  | "witnessed"
  | "request"
  | "suggestion"
  | "invitation"
  | "intention";

/** Verbs with a word of their own for the honorific. */
const honorificWords: Readonly<Record<string, string>> = {
  먹: "드시",
  마시: "드시",
  자: "주무시",
  말하: "말씀하시",
};

/** Whether the honorific is a word of its own: 먹다, 드시다. */
export function isSuppletive(stem: Stem): boolean {
  return stem.text in honorificWords;
}

/** The stem with the honorific 시: 가 → 가시, 읽 → 읽으시, 자 → 주무시. */
export function honorific(stem: Stem): Stem {
  return { text: honorificWords[stem.text] ?? linkedBase(stem, "시"), class: "regular" };
}

/** The past: 가 → 갔, 먹 → 먹었. Applied twice it is the past before a past: 갔었. */
export function past(stem: Stem): Stem {
  if (stem.class === "past") return { text: `${stem.text}었`, class: "past" };
  return { text: harmonicBase(stem, "ㅆ"), class: "past" };
}

/** What is going to be, as a copula: 갈 거-. {@linkcode conclude} finishes it. */
export function future(stem: Stem, level: Level): string {
  const endings = { plain: "ㄹ 거야", polite: "ㄹ 거예요", formal: "ㄹ 겁니다" };
  return linkedBase(stem, endings[level]);
}

/** The future as a question. */
export function futureQuestion(stem: Stem, level: Level): string {
  const endings = { plain: "ㄹ 거야", polite: "ㄹ 거예요", formal: "ㄹ 겁니까" };
  return linkedBase(stem, endings[level]);
}

/**
 * The last word of a sentence, without punctuation.
 *
 * @example Three speech levels
 * ```ts
 * import { conclude } from "./conjugation.ts";
 * import { stem } from "./stem.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const listen = stem("듣다", "ㄷ");
 * assertEquals(conclude(listen, "plain", "statement"), "들어");
 * assertEquals(conclude(listen, "polite", "statement"), "들어요");
 * assertEquals(conclude(listen, "formal", "question"), "듣습니까");
 * ```
 *
 * @throws {RangeError} When a level lacks the ending: -더라 has no formal form here.
 */
export function conclude(stem: Stem, level: Level, ending: Ending): string {
  switch (ending) {
    case "statement":
    case "question":
      if (level === "formal") return formal(stem, ending === "question" ? "까" : "다");
      return level === "plain" ? informal(stem) : politeForm(stem);
    case "witnessed":
      if (level === "formal") {
        throw new RangeError("expected plain or polite for -더라, got formal");
      }
      return plainBase(stem, level === "plain" ? "더라" : "더라고요");
    case "request":
      if (level === "plain") return harmonicBase(stem, " 줘");
      return requested(stem, level);
    case "suggestion":
      return level === "formal" ? linkedBase(stem, "ㅂ시다") : plainBase(stem, "자");
    case "invitation":
      return linkedBase(stem, level === "plain" ? "ㄹ까" : "ㄹ까요");
    case "intention":
      if (level === "formal") return `${stem.text}겠습니다`;
      return linkedBase(stem, level === "plain" ? "ㄹ게" : "ㄹ게요");
  }
}

/** 가세요, 드세요: the honorific 시 of the stem is the one of the ending. */
function requested(stem: Stem, level: "polite" | "formal"): string {
  const ending = level === "polite" ? "세요" : "십시오";
  return stem.text.endsWith("시") && isHonorific(stem)
    ? stem.text.slice(0, -1) + ending
    : linkedBase(stem, ending);
}

/** -ㅂ니다, -습니다 and their questions. */
function formal(stem: Stem, last: "다" | "까"): string {
  const final = finalConsonant(stem.text);
  return final === "" || final === "ㄹ"
    ? plainBase(stem, `ㅂ니${last}`)
    : `${stem.text}습니${last}`;
}

function informal(stem: Stem): string {
  if (stem.class === "이다") {
    const noun = stem.text.slice(0, -1);
    return finalConsonant(noun) === "" ? `${noun}야` : `${noun}이야`;
  }
  if (stem.class === "아니다") return `${stem.text}야`;
  return harmonicBase(stem, "");
}

function politeForm(stem: Stem): string {
  if (stem.class === "이다") {
    const noun = stem.text.slice(0, -1);
    return finalConsonant(noun) === "" ? `${noun}예요` : `${noun}이에요`;
  }
  if (stem.class === "아니다") return `${stem.text}에요`;
  if (stem.text.endsWith("시") && isHonorific(stem)) return `${stem.text.slice(0, -1)}세요`;
  return harmonicBase(stem, "요");
}

/** 마시- ends in 시 without being honorific. */
function isHonorific(stem: Stem): boolean {
  return !stem.text.endsWith("마시");
}

/** The form before a noun: 읽는 책, 읽은 책, 읽을 책, 큰 집. Adjectives have no past of their own here. */
export function adnominal(
  stem: Stem,
  tense: "past" | "present" | "future",
  kind: "verb" | "adjective",
): string {
  if (tense === "future") return linkedBase(stem, "ㄹ");
  const exists = /[있없]$/.test(stem.text);
  if (tense === "present" && (kind === "verb" || exists)) return plainBase(stem, "는");
  return linkedBase(stem, "ㄴ");
}
