/**
 * Verdicts in words: for a terminal, for a notebook's output, for one line of JSON.
 *
 * @module
 */
import { styleText } from "node:util";
import stringWidth from "string-width";
import type { Language, Text } from "lib/language.ts";
import { describePoints } from "../exercise/exercise.ts";
import { statusMarks } from "../exercise/in_notebook.ts";
import type { Verdict } from "./judge.ts";

/** How to write a verdict. */
export interface ReportOptions {
  /** Default English. */
  readonly language?: Language;
  /** Colours for a terminal. Default false. */
  readonly color?: boolean;
  /** How many of the exercise's three hints to show, from 0 (the default). */
  readonly hints?: number;
}

type Color = "green" | "red" | "yellow" | "gray";

const words = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "아직 아님" },
  "not started": { en: "not started", ko: "시작 전" },
  error: { en: "error", ko: "오류" },
  timeout: { en: "timeout", ko: "시간 초과" },
  manual: { en: "manual", ko: "직접 채점" },
  with: { en: "with", ko: "입력:" },
  same: { en: "the same as above", ko: "위와 같습니다" },
  happened: { en: "What happened:", ko: "무엇이 달랐나:" },
  note: { en: "Note:", ko: "참고:" },
  printed: { en: "Your code printed:", ko: "코드가 출력한 내용:" },
} satisfies Record<string, Text>;

/** `2 of 3 properties hold, 1.33 of 2 points`. */
function score({ exercise, status, points, held, failures }: Verdict, language: Language): string {
  if (failures.length > 0) {
    const count = held.length + failures.length;
    if (points === 0 && held.length > 0) {
      return {
        en: `${held.length} of ${count} properties hold, examples alone: 0 of ` +
          describePoints(exercise.points),
        ko: `성질 ${count}개 중 ${held.length}개 성립, 예시뿐이므로 ${exercise.points}점 중 0점`,
      }[language];
    }
    return {
      en: `${held.length} of ${count} properties hold, ${points} of ` +
        describePoints(exercise.points),
      ko: `성질 ${count}개 중 ${held.length}개 성립, ${exercise.points}점 중 ${points}점`,
    }[language];
  }
  const word = words[status][language];
  if (status !== "passed") return word;
  return { en: `${word}, ${describePoints(points)}`, ko: `${word}, ${points}점` }[language];
}

/** A verdict as lines: the headline, what holds, what does not with expected and got, the mistake. */
export function reportVerdict(verdict: Verdict, options: ReportOptions = {}): string {
  const { exercise, status, held, failures, mistake, problem, notes = [], printed } = verdict;
  const { language = "en" } = options;
  const tint = (color: Color, text: string): string =>
    options.color ? styleText(color, text, { validateStream: false }) : text;
  const quiet = status === "not started" || status === "manual";
  const color = status === "passed" ? "green" : quiet ? "gray" : "red";
  const headline = `${statusMarks[status]} ${exercise.id} ${exercise.name}: ` +
    score(verdict, language);
  const lines = [tint(color, headline)];
  if (problem) lines.push(...indent(problem[language], 4));
  if (failures.length > 0) {
    lines.push(
      ...held.map((property) => `    ${tint("green", statusMarks.passed)} ${property[language]}`),
    );
  }
  for (const [i, failure] of failures.entries()) {
    const problem = failure.problem[language];
    lines.push(
      `    ${tint("red", statusMarks.failed)} ${failure.property[language]}`,
      ...indent(problem === failures[i - 1]?.problem[language] ? words.same[language] : problem, 8),
    );
    if (failure.right) lines.push(...indent(failure.right[language], 8));
    if (i === 0) lines.push(...indent(`${words.with[language]} ${failure.inputs}`, 8));
  }
  if (mistake) {
    const title = `    ${words.happened[language]} ${mistake.name[language]}`;
    lines.push(tint("yellow", title), ...indent(mistake.hint[language], 6));
  }
  for (const note of notes) lines.push(...indent(`${words.note[language]} ${note[language]}`, 4));
  if (printed) lines.push(`    ${words.printed[language]}`, ...indent(printed.trimEnd(), 6));
  const helpful = status === "failed" || status === "not started" || status === "timeout";
  const shown = helpful ? exercise.hints.slice(0, options.hints ?? 0) : [];
  for (const [i, hint] of shown.entries()) {
    const count = exercise.hints.length;
    const title = { en: `Hint ${i + 1} of ${count}`, ko: `힌트 ${i + 1}/${count}` }[language];
    lines.push(tint("yellow", `    ${title}`), ...indent(hint[language], 6));
  }
  return lines.join("\n");
}

/** A verdict as one sentence or two, for JSON and for tables. */
export function verdictMessage(
  { status, exercise, held, failures, problem }: Verdict,
  language: Language = "en",
): string {
  if (problem) return problem[language];
  switch (status) {
    case "passed":
      return { en: "all properties hold", ko: "모든 성질이 성립합니다" }[language];
    case "not started":
      return { en: "the stub is untouched", ko: "아직 손대지 않았습니다" }[language];
    default: {
      const [first] = failures;
      if (!first) return `${exercise.id}: ${words[status][language]}`;
      const count = held.length + failures.length;
      const properties = {
        en: `${held.length} of ${count} properties hold`,
        ko: `성질 ${count}개 중 ${held.length}개 성립`,
      }[language];
      return `${properties}. ${first.property[language]}: ${first.problem[language]}`;
    }
  }
}

/** Lines are at most so many columns long, so that a terminal need not break them. */
const lineWidth = 92;

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
