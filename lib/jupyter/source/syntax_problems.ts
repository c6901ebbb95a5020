/**
 * What TypeScript's parser complains about in a cell, in words for learners. The kernel and the homework's
 * grader both take them from here, so that a mistake reads the same in a notebook and in a verdict.
 *
 * @module
 */
import type ts from "typescript";
import { type Compiler, programOf } from "./single_file.ts";

/** A place in a cell; both count from 1. */
export interface CodePlace {
  readonly line: number;
  readonly column: number;
  /** How many characters are wrong. Default: 1. */
  readonly length?: number;
}

/** One complaint of the parser or the binder. */
export interface SyntaxProblem {
  /** TypeScript's number for it, such as 1010. */
  readonly code: number;
  readonly message: string;
  readonly place: CodePlace;
}

/** A comment without end. */
export const openComment = 1010;

const somethingExpected = 1005;
const openTemplate = 1160;

/**
 * The parser's complaints about a file, in their order. `code` is the cell that the file holds, perhaps with
 * more behind it.
 */
export function syntaxProblems(
  compiler: Compiler,
  file: ts.SourceFile,
  code: string,
): SyntaxProblem[] {
  return programOf(compiler, file).getSyntacticDiagnostics(file)
    .map((diagnostic) => problemOf(compiler, diagnostic, code));
}

/** A complaint in words, with its place in the cell `code`. */
export function problemOf(
  compiler: Compiler,
  diagnostic: ts.Diagnostic,
  code: string,
): SyntaxProblem {
  const { file, start = 0, length = 1 } = diagnostic;
  // What is missing at the end is missing behind the last letter.
  const end = code.trimEnd().length;
  const place = file?.getLineAndCharacterOfPosition(Math.min(start, end)) ??
    { line: 0, character: 0 };
  const found = start >= end ? "the end of the cell" : `'${code.slice(start, start + length)}'`;
  return {
    code: diagnostic.code,
    message: inPlainWords(
      diagnostic.code,
      compiler.flattenDiagnosticMessageText(diagnostic.messageText, " "),
      found,
    ),
    place: { line: place.line + 1, column: place.character + 1, length: diagnostic.length },
  };
}

function inPlainWords(code: number, message: string, found: string): string {
  switch (code) {
    case openTemplate:
      return templateIsOpen;
    case openComment:
      return "The comment is not closed: */ is missing";
    case somethingExpected:
      return `Expected ${message.replace(/ expected\.$/, "")}, got ${found}`;
    default:
      return message.replace(/\.$/, "");
  }
}

/** What is said of a template text without end. */
export const templateIsOpen = "The template text is not closed: ` is missing";
