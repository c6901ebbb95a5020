/**
 * What is done to a text before it is split, said out loud.
 *
 * Unicode writes one and the same word in several ways: 각 is one code point (NFC) or three jamo (NFD,
 * which is how macOS names files). A model that meets both has two words to learn. Where a form is
 * chosen, everything downstream is exact for the *normalised* text; with `"none"` the text is left alone
 * and a tokeniser must give back every code unit of it.
 *
 * @see Unicode Standard Annex 15, https://unicode.org/reports/tr15/
 * @module
 */

/** A Unicode normalisation form, or `"none"`: leave the text as it came. */
export type Normalization = "none" | "NFC" | "NFD" | "NFKC" | "NFKD";

/** Every {@linkcode Normalization}, in the order in which the documentation lists them. */
const normalizations: readonly Normalization[] = ["none", "NFC", "NFD", "NFKC", "NFKD"];

/** True if `value` names a {@linkcode Normalization}; saved files are checked with it. */
export function isNormalization(value: unknown): value is Normalization {
  return normalizations.some((form) => form === value);
}

/**
 * `text` in the form asked for.
 *
 * @example One word, two spellings
 * ```ts
 * import { normalize } from "lib/text/normalize.ts";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const spelledInJamo = "각".normalize("NFD");
 * assertEquals(spelledInJamo.length, 3);
 * assertEquals(normalize(spelledInJamo, "NFC"), "각");
 * assertNotEquals(normalize(spelledInJamo, "none"), "각");
 * ```
 */
export function normalize(text: string, form: Normalization): string {
  return form === "none" ? text : text.normalize(form);
}

/**
 * One space for each run of white space, none at the ends. Tokenisers of whole words see a text only up
 * to this: that two words are apart is a word's business, by how much is not.
 *
 * @example
 * ```ts
 * import { collapseWhitespace } from "lib/text/normalize.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(collapseWhitespace("  어제\t카페\n갔었어 "), "어제 카페 갔었어");
 * ```
 */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
