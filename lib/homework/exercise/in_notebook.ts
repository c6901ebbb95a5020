/**
 * How a notebook's file tells where a learner stands with an exercise: by the stub's error, and by the verdict in the
 * output of its check. The page reads them without running anything. Its bundle holds a copy of this module, so
 * this one imports nothing.
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

/** True for the name of a status. */
export function isStatus(value: unknown): value is Status {
  return typeof value === "string" && Object.hasOwn(statusMarks, value);
}

/** What a notebook's file holds of an exercise. */
export interface ExerciseCells {
  /** `04.2`. */
  readonly exercise: string;
  /** The homework cell. */
  readonly source: string;
  /** What the check cell's stored output says became of it, if it says so. */
  readonly checked?: Status;
}

/** What became of which answers: by exercise, and by the digest of an answer's text. */
export type KnownVerdicts = Readonly<Record<string, Readonly<Record<string, Status>>>>;

/** How a learner stands with an exercise. `unchecked`: there is an answer, and no check has seen it as it is now. */
export type ExerciseState = Status | "unchecked";

/** The digest by which an answer's text is known. */
export async function digestOf(source: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * How a learner stands with an exercise: as whoever checked this very text found. Of an exercise that nobody has
 * checked here, the file's own output tells.
 */
export async function stateOf(
  { exercise, source, checked }: ExerciseCells,
  known: KnownVerdicts,
): Promise<ExerciseState> {
  if (source.includes(`throw new Error("${notImplemented}")`)) return "not started";
  const answers = known[exercise];
  if (answers === undefined) return checked ?? "unchecked";
  return answers[await digestOf(source)] ?? "unchecked";
}

/** The status in an output of a check cell, given as the notebook's file holds it. */
export function statusIn(output: unknown): Status | undefined {
  if (typeof output !== "object" || output === null) return undefined;
  const data: unknown = "data" in output ? output.data : undefined;
  if (typeof data !== "object" || data === null || !(verdictType in data)) return undefined;
  const verdict: unknown = Reflect.get(data, verdictType);
  const status: unknown = typeof verdict === "object" && verdict !== null && "status" in verdict
    ? verdict.status
    : undefined;
  return isStatus(status) ? status : undefined;
}

/** The words of a verdict in each language, of an output that may hold anything. */
export function reportIn(verdict: unknown): ShownVerdict["report"] | undefined {
  const report = typeof verdict === "object" && verdict !== null && "report" in verdict
    ? verdict.report
    : undefined;
  if (typeof report !== "object" || report === null) return undefined;
  const [en, ko] = [Reflect.get(report, "en"), Reflect.get(report, "ko")];
  return typeof en === "string" && typeof ko === "string" ? { en, ko } : undefined;
}
