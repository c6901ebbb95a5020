/**
 * Lines out of a text file that may be damaged, and a report of what was left out.
 *
 * The file is cut into lines as bytes, and each line is decoded by itself: a byte that is no UTF-8 costs
 * one line, not the file. Lines end with LF or CR LF; a byte-order mark at a line's beginning is dropped
 * (files that were pasted together have them in the middle).
 *
 * @module
 */
import { textToBytes } from "./tokenizers/utf8.ts";

/** Why a line was left out. */
export type SkipReason =
  | "not UTF-8"
  | "columns"
  | "damaged text"
  | "empty field"
  | "script"
  | "attribution"
  | "duplicate";

/** A line that was left out. */
export interface SkippedLine {
  /** From 1. */
  readonly line: number;
  readonly reason: SkipReason;
  /** What was expected and what came. */
  readonly detail: string;
}

/** What became of a file's lines: pairs, blank and skipped lines add up to all of them. */
export interface TsvReport {
  readonly lineCount: number;
  /** Lines without anything in them; a last line end makes none. */
  readonly blankCount: number;
  readonly pairCount: number;
  /** Pairs whose spelling or white space was normalised. */
  readonly normalizedCount: number;
  readonly skipped: readonly SkippedLine[];
}

/** A line's number, from 1, and its text without the line end. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The lines of `input`; those that are no UTF-8 are `skipped`, blank ones only counted. */
export function readLines(input: Uint8Array | string): {
  lines: Line[];
  lineCount: number;
  blankCount: number;
  skipped: SkippedLine[];
} {
  const bytes = typeof input === "string" ? textToBytes(input) : input;
  const lines: Line[] = [];
  const skipped: SkippedLine[] = [];
  let lineCount = 0, blankCount = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const line = ++lineCount;
    try {
      const text = decoder.decode(bytes.subarray(start, end)).replace(/\r$/u, "");
      if (text.trim() === "") blankCount++;
      else lines.push({ line, text });
    } catch {
      skipped.push({ line, reason: "not UTF-8", detail: "expected UTF-8, got other bytes" });
    }
    start = end + 1;
  }
  return { lines, lineCount, blankCount, skipped };
}

/**
 * The report in words: the counts, and for each reason the first lines that it struck.
 *
 * @param shown How many lines of each reason are named.
 */
export function describeReport(report: TsvReport, shown = 3): string {
  const number = (count: number) => count.toLocaleString("en-US");
  const { lineCount, blankCount, pairCount, normalizedCount, skipped } = report;
  const rows = [
    `${number(lineCount)} lines: ${number(pairCount)} pairs (${number(normalizedCount)} of them ` +
    `normalised), ${number(blankCount)} blank, ${number(skipped.length)} skipped`,
  ];
  for (const [reason, lines] of Map.groupBy(skipped, ({ reason }) => reason)) {
    rows.push(`  ${reason}: ${number(lines.length)}`);
    for (const { line, detail } of lines.slice(0, shown)) rows.push(`    line ${line}: ${detail}`);
    if (lines.length > shown) rows.push(`    and ${number(lines.length - shown)} more`);
  }
  return rows.join("\n");
}
