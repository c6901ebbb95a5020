/**
 * All marks in one table: for a terminal, and as comma-separated values for a spreadsheet.
 *
 * @module
 */
import { stringify } from "@std/csv";
import stringWidth from "string-width";
import { plainText } from "../../cell/plain_text.ts";
import type { LearnerMarks, Mark } from "./marks.ts";

/**
 * A table with one row per learner: a column for each exercise of the one notebook that was handed in, or
 * for each of several notebooks. Below it, what went wrong by itself.
 */
export function table(all: readonly LearnerMarks[]): string {
  const notebooks = all[0]?.notebooks ?? [];
  const heading = notebooks.length === 1
    ? notebooks[0].marks.map(({ verdict, max }) => `${verdict.exercise.id} /${max}`)
    : notebooks.map(({ notebook, max }) => `${notebook} /${max}`);
  const rows = [
    ["learner", ...heading, `points /${all[0]?.max ?? 0}`],
    ...all.map(({ learner, notebooks, points }) => [
      oneLine(learner),
      ...(notebooks.length === 1
        ? notebooks[0].marks.map(score)
        : notebooks.map(({ points, late }) => `${points}${late ? " late" : ""}`)),
      `${points}${notebooks.length === 1 && notebooks[0].late ? " late" : ""}`,
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? "")))
  );
  const lines = rows.map((row) =>
    row.map((cell, column) => cell + " ".repeat(widths[column] - stringWidth(cell)))
      .join("  ").trimEnd()
  );
  const remarks = all.flatMap(remarksOn);
  return [...lines, ...(remarks.length > 0 ? ["", ...remarks] : [])].join("\n");
}

function score({ verdict: { status }, points, manual }: Mark): string {
  if (manual || status === "passed" || status === "failed") return String(points);
  return status === "not started" ? "–" : status;
}

/** One line for each problem, or for all exercises of a notebook that share it. */
function remarksOn({ learner, notebooks }: LearnerMarks): string[] {
  return notebooks.flatMap(({ notebook, marks }) => {
    const open = marks.filter(({ verdict, manual }) =>
      verdict.problem && verdict.status !== "manual" && !manual
    );
    const [first] = open;
    const same = open.length > 1 && open.length === marks.length &&
      open.every(({ verdict }) => verdict.problem?.en === first.verdict.problem?.en);
    return (same ? [first] : open).map(({ verdict: { exercise, problem } }) =>
      `${oneLine(learner)} ${same ? notebook : exercise.id}: ${oneLine(problem?.en ?? "")}`
    );
  });
}

/**
 * The gradebook as comma-separated values: a row for each learner; for each notebook the points of its
 * exercises, what lateness took off and the sum; at the end the total. An exercise that waits for a person
 * is empty.
 */
export function csv(all: readonly LearnerMarks[]): string {
  const heading = (all[0]?.notebooks ?? []).flatMap(({ notebook, marks, max }) => [
    ...marks.map(({ verdict, max }) => `${verdict.exercise.id} /${max}`),
    `${notebook} late`,
    `${notebook} /${max}`,
  ]);
  const rows = all.map(({ learner, notebooks, points }) => [
    safeText(learner),
    ...notebooks.flatMap(({ marks, late, points }) => [
      ...marks.map(({ verdict, manual, points }) =>
        verdict.status === "manual" && !manual ? "" : points
      ),
      late ? -late.deduction : 0,
      points,
    ]),
    points,
  ]);
  const names = ["learner", ...heading, `total /${all[0]?.max ?? 0}`];
  return stringify([names, ...rows], { headers: false, crlf: true });
}

/**
 * A leading `=`, `+`, `-` or `@` would be a formula to a spreadsheet, and so would one after the character at which
 * a spreadsheet of another country begins a new field.
 */
function safeText(text: string): string {
  return oneLine(text).replace(/(^|[;|\t])(?=[=+\-@])/g, "$1'");
}

/** Without line ends and control characters. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}
