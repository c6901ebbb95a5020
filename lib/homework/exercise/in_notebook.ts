/**
 * How a notebook's file tells where a learner stands with an exercise: by the stub's error, and by the mark with
 * which the check begins what it prints. The page reads them without running anything. Its bundle holds a
 * copy of this module, so this one imports nothing.
 *
 * @module
 */

/** The message of the error that a stub throws. */
export const notImplemented = "Not implemented yet";

/** What became of an exercise, as reports and JSON name it. `manual` awaits a person. */
export type Status = "passed" | "failed" | "not started" | "error" | "timeout" | "manual";

/** The first character of a report. */
export const statusMarks: Readonly<Record<Status, string>> = {
  passed: "✔",
  failed: "✘",
  "not started": "·",
  error: "!",
  timeout: "!",
  manual: "?",
};

/** The media type under which a check's output holds a {@linkcode ShownVerdict}. */
export const verdictType = "application/vnd.attention-course.verdict+json";

/** A verdict as the page shows it. */
export interface ShownVerdict {
  /** `04.2`. */
  readonly exercise: string;
  /** What became of it. */
  readonly status: Status;
  /** What it earned. */
  readonly points: number;
  /** What it could earn. */
  readonly max: number;
  /** The whole verdict in words. */
  readonly report: { readonly en: string; readonly ko: string };
}

/** What a notebook's file holds of an exercise. */
export interface ExerciseCells {
  /** `04.2`. */
  readonly exercise: string;
  /** The homework cell. */
  readonly source: string;
  /** The headline of what the check cell last said, such as `✔ 04.2 entropy: passed, 2 points`. */
  readonly answer: string;
}
