/**
 * The course's two languages. What is said to a learner is written in both and shown in one.
 *
 * @module
 */
/** English or Korean. */
export type Language = "en" | "ko";

/** Every {@linkcode Language}. */
export const languages: readonly Language[] = ["en", "ko"];

/** The same in both languages. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Korean. */
  readonly ko: string;
}

/** What is the same in every language: a name, a number, a line of code. */
export function untranslated(text: string): Text {
  return { en: text, ko: text };
}

/** The machine's language: that of `LC_ALL`, `LC_MESSAGES` or `LANG`, else the system's. */
export function machineLanguage(): Language {
  const locale = ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => Deno.env.get(name))
    .find((value) => value);
  return languageOf(locale ?? navigator.language);
}

/**
 * The language of a locale such as `ko_KR.UTF-8` or `ko-KR`; English for any other one and for none.
 *
 * @example
 * ```ts
 * import { languageOf } from "lib/language.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([languageOf("ko_KR.UTF-8"), languageOf("C"), languageOf(undefined)], ["ko", "en", "en"]);
 * ```
 */
export function languageOf(locale: string | undefined): Language {
  return /^ko\b|^ko_/i.test(locale ?? "") ? "ko" : "en";
}
