/**
 * Verdicts in words: for a terminal, for a notebook's output, for one line of JSON.
 *
 * @module
 */
import { styleText } from "node:util";
import stringWidth from "string-width";
import { describePoints, type Text } from "../exercise/exercise.ts";
import { statusMarks } from "../exercise/in_notebook.ts";
import type { Verdict } from "./judge.ts";

/** How to write a verdict. */
export interface ReportOptions {
  /** Colours for a terminal. Default false. */
  readonly color?: boolean;
  /** How many of the exercise's three hints to show, from 0 (the default). */
  readonly hints?: number;
}

/** A verdict as lines: the headline, what holds, what does not with expected and got, the mistake. */
export function reportVerdict(verdict: Verdict, options: ReportOptions = {}): string {
  const { exercise, status, points, held, failures, mistake, problem } = verdict;
  const tint = (color: "green" | "red" | "yellow" | "gray", text: string): string =>
    options.color ? styleText(color, text, { validateStream: false }) : text;
  const color = status === "passed"
    ? "green"
    : status === "not started" || status === "manual"
    ? "gray"
    : "red";
  const count = held.length + failures.length;
  const score = failures.length > 0
    ? `: ${held.length} of ${count} properties hold, ${points} of ${
      describePoints(exercise.points)
    }`
    : status === "passed"
    ? `: passed, ${describePoints(points)}`
    : `: ${status}`;
  const lines = [tint(color, `${statusMarks[status]} ${exercise.id} ${exercise.name}${score}`)];
  if (problem) lines.push(...indent(problem, 4));
  if (failures.length > 0) {
    lines.push(...held.map((name) => `    ${tint("green", statusMarks.passed)} ${name}`));
  }
  for (const [i, failure] of failures.entries()) {
    lines.push(
      `    ${tint("red", statusMarks.failed)} ${failure.property}`,
      ...indent(failure.problem, 8),
    );
    if (i === 0) lines.push(...indent(`with ${failure.inputs}`, 8));
  }
  if (mistake) {
    lines.push(tint("yellow", `    What happened: ${mistake.name}`), ...bilingual(mistake.hint, 6));
  }
  const helpful = status === "failed" || status === "not started" || status === "timeout";
  const shown = helpful ? exercise.hints.slice(0, options.hints ?? 0) : [];
  for (const [i, hint] of shown.entries()) {
    lines.push(
      tint("yellow", `    Hint ${i + 1} of ${exercise.hints.length}`),
      ...bilingual(hint, 6),
    );
  }
  return lines.join("\n");
}

/** A verdict as one sentence or two, for JSON and for tables. */
export function verdictMessage({ status, exercise, held, failures, problem }: Verdict): string {
  if (problem) return problem;
  switch (status) {
    case "passed":
      return "all properties hold";
    case "not started":
      return "the stub is untouched";
    default: {
      const [first] = failures;
      const score = `${held.length} of ${held.length + failures.length} properties hold`;
      return first ? `${score}. ${first.property}: ${first.problem}` : `${exercise.id}: ${status}`;
    }
  }
}

/** Lines are at most so many columns long, so that a terminal need not break them. */
const lineWidth = 92;

function bilingual({ en, ko }: Text, columns: number): string[] {
  return [...indent(en, columns), ...indent(ko, columns)];
}

function indent(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => wrap(line, lineWidth - columns, columns));
}

/** Breaks a sentence into lines of at most `width` columns; 한글 takes two columns a letter. */
function wrap(text: string, width: number, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && stringWidth(`${line} ${word}`) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((part) => " ".repeat(columns) + part);
}
