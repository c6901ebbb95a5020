/**
 * Korean stems and the three bases that endings attach to.
 *
 * Every ending asks for one of three bases: the stem as it is (먹고), the stem with a linking 으
 * where it ends in a consonant (먹으면), or the stem with 아 or 어 by vowel harmony (먹어서). What
 * makes a verb irregular is only what happens to its last syllable in these three places; the classes
 * are those of school grammar (표준어 규정; Sohn, *The Korean Language*, 1999, §9.3).
 *
 * @module
 */
import { finalConsonant, join, lastSyllable, withFinal, withVowel } from "./syllable.ts";

/** How a stem inflects. `regular` includes ㄹ- and 으-dropping stems, which spelling alone decides. */
export type StemClass =
  | "regular"
  | "ㅂ" // 춥다, 추워
  | "ㄷ" // 듣다, 들어
  | "ㅅ" // 짓다, 지어
  | "ㅎ" // 빨갛다, 빨개
  | "르" // 모르다, 몰라
  | "러" // 이르다 (arrive), 이르러
  | "우" // 푸다, 퍼
  | "하" // 하다, 해
  | "이다" // 학생이다, 학생이에요
  | "아니다"
  | "past"; // 갔-: always harmonises with 어

/** A verb's or an adjective's stem: its dictionary form without 다, and its class. */
export interface Stem {
  readonly text: string;
  readonly class: StemClass;
  /** The stem without its -시-, for endings that raise in its stead: 찍고 계시다. */
  readonly unraised?: Stem;
}

/** Makes a stem from a dictionary form such as `듣다`. The class 하 is recognised; others are named. */
export function stem(dictionaryForm: string, stemClass?: StemClass): Stem {
  if (!dictionaryForm.endsWith("다")) {
    throw new TypeError(`expected a dictionary form ending in 다, got "${dictionaryForm}"`);
  }
  const text = dictionaryForm.slice(0, -1);
  return { text, class: stemClass ?? (text.endsWith("하") ? "하" : "regular") };
}

/** The copula on a noun: 학생 → 학생이-. */
export function copula(noun: string): Stem {
  return { text: `${noun}이`, class: "이다" };
}

/** The stem before an ending that asks for nothing, such as 고. A stem in ㄹ loses it before ㄴ, ㅂ, ㅅ: 사는. */
export function plainBase({ text }: Stem, ending: string): string {
  return join(/^[ㄴㅂㅅ나-닣바-빟사-싷]/.test(ending) ? withoutRieul(text) : text, ending);
}

/** The stem before an ending with a linking 으, written without it: `면`, `ㄹ 거예요`, `세요`. */
export function linkedBase({ text, class: stemClass }: Stem, ending: string): string {
  switch (stemClass) {
    case "ㅂ":
      return join(`${withFinal(text, "")}우`, ending);
    case "ㄷ":
      return join(`${withFinal(text, "ㄹ")}으`, ending);
    case "ㅅ":
      return join(`${withFinal(text, "")}으`, ending);
    case "ㅎ":
      return join(withFinal(text, ""), ending);
    default: {
      const final = finalConsonant(text);
      if (final === "") return join(text, ending);
      if (final !== "ㄹ") return join(`${text}으`, ending);
      return /^[ㄴㄹㅂㅅ나-닣바-빟사-싷오]/.test(ending)
        ? join(withoutRieul(text), ending)
        : join(text, ending);
    }
  }
}

/** The stem with 아 or 어, contracted as spelling asks, before an ending such as `서`, `요` or `ㅆ`. */
export function harmonicBase(given: Stem, ending: string): string {
  return join(harmonise(given), ending);
}

function harmonise({ text, class: stemClass }: Stem): string {
  const { before, last } = lastSyllable(text);
  const bright = isBright(last.vowel);
  switch (stemClass) {
    case "하":
      return withVowel(text, "ㅐ");
    case "past":
      return `${text}어`;
    case "이다":
      return before !== "" && finalConsonant(before) === "" ? `${before}여` : `${text}어`;
    case "아니다":
      return `${text}어`;
    case "러":
      return `${text}러`;
    case "우":
      return withVowel(text, "ㅓ");
    case "르":
      return withFinal(before, "ㄹ") + (isBright(lastSyllable(before).last.vowel) ? "라" : "러");
    case "ㅂ": // only 돕다 and 곱다 keep a bright vowel
      return withFinal(text, "") + (/[돕곱]$/.test(text) ? "와" : "워");
    case "ㄷ":
      return withFinal(text, "ㄹ") + (bright ? "아" : "어");
    case "ㅅ":
      return withFinal(text, "") + (bright ? "아" : "어");
    case "ㅎ":
      return withVowel(withFinal(text, ""), last.vowel === "ㅑ" ? "ㅒ" : "ㅐ");
    case "regular":
      if (last.final !== "") return text + (bright ? "아" : "어");
      return contract(text, before, last.vowel);
  }
}

/** Stem vowel and 아/어 in one syllable, for stems that end in a vowel. */
function contract(text: string, before: string, vowel: string): string {
  switch (vowel) {
    case "ㅗ":
      return withVowel(text, "ㅗㅏ");
    case "ㅜ":
      return withVowel(text, "ㅜㅓ");
    case "ㅣ":
      return withVowel(text, "ㅕ");
    case "ㅗㅣ":
      return withVowel(text, "ㅗㅐ");
    case "ㅡ": // 바쁘 → 바빠, 예쁘 → 예뻐, 쓰 → 써: harmony looks one syllable back
      return withVowel(
        text,
        /[가-힣]$/.test(before) && isBright(lastSyllable(before).last.vowel) ? "ㅏ" : "ㅓ",
      );
    case "ㅏ":
    case "ㅓ":
    case "ㅐ":
    case "ㅔ":
    case "ㅕ":
      return text;
    default: // ㅟ, ㅢ: 쉬어, 띄어
      return `${text}어`;
  }
}

function isBright(vowel: string): boolean {
  return vowel === "ㅏ" || vowel === "ㅗ" || vowel === "ㅑ";
}

function withoutRieul(text: string): string {
  return finalConsonant(text) === "ㄹ" ? withFinal(text, "") : text;
}
