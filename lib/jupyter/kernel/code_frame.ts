/**
 * The line of a cell that an error is about, with a caret below the place.
 *
 * @module
 */

import type { CodePlace } from "../source/syntax_problems.ts";

/** Hangul and other letters that are two columns wide. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/**
 * Lines of text that show the place.
 *
 * @example
 * ```ts
 * import { codeFrame } from "lib/jupyter/kernel/code_frame.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(codeFrame("let a = 1;\nlet b = ;", { line: 2, column: 9 }), [
 *   "  |",
 *   "2 | let b = ;",
 *   "  |         ^",
 * ]);
 * ```
 */
export function codeFrame(code: string, { line, column, length = 1 }: CodePlace): string[] {
  const text = code.split("\n")[line - 1] ?? "";
  const margin = " ".repeat(String(line).length);
  // Spaces as wide as the letters above them, so that the caret stands where it should.
  const before = text.slice(0, column - 1).replace(wide, "\u3000").replace(/[^\u3000\t]/g, " ");
  const marks = "^".repeat(Math.max(1, Math.min(length, text.length - column + 1)));
  return [`${margin} |`, `${line} | ${text}`, `${margin} | ${before}${marks}`];
}
