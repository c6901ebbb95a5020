/**
 * The tokenisation that published BLEU scores are counted with: the rules of NIST's `mteval-v13a.pl`,
 * as sacreBLEU applies them. They suit text in Western scripts.
 *
 * @module
 */

/**
 * Splits a line into words, punctuation marks and symbols.
 *
 * @example
 * ```ts
 * import { tokenize13a } from "lib/training/metrics/tokenize_13a.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tokenize13a("It's 3.5 (not 3,5)."), "It's 3.5 ( not 3,5 ) .".split(" "));
 * ```
 */
export function tokenize13a(line: string): string[] {
  const plain = line.replaceAll("<skipped>", "").replaceAll("-\n", "").replaceAll("\n", " ")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  const split = ` ${plain} `
    .replace(/([{-~[-` -&(-+:-@/])/g, " $1 ") // ASCII symbols other than ' , - .
    .replace(/([^0-9])([.,])/gu, "$1 $2 ") // full stop and comma, unless a digit stands before
    .replace(/([.,])([^0-9])/gu, " $1 $2") // … or after
    .replace(/([0-9])(-)/g, "$1 $2 "); // a dash after a digit
  return splitWords(split);
}

/** Splits at white space only: for text that is tokenised already. */
export function splitWords(line: string): string[] {
  return line.split(/\s+/).filter((word) => word !== "");
}

/** Splits into characters without white space: for scripts that the rules above do not know. */
export function splitCharacters(line: string): string[] {
  return [...line].filter((character) => character.trim() !== "");
}
