/**
 * A verdict as one line of JSON, as `check --json` and `grade --json` print it.
 *
 * @module
 */
import type { Mark } from "../grading/marks/marks.ts";
import type { Verdict } from "../judge/judge.ts";
import { verdictMessage } from "../judge/report.ts";

/** One graded exercise of one learner. Other programs rely on these names. */
export interface GradeRecord {
  /** The name of the folder that holds the notebooks. */
  readonly learner: string;
  /** `04.2`. */
  readonly exercise: string;
  /** The function that the exercise asks for. */
  readonly function: string;
  /** `failed` with points is partial credit. */
  readonly status: Verdict["status"];
  /** What was earned. */
  readonly points: number;
  /** What could be earned. */
  readonly max: number;
  /** Why, in one or two sentences. */
  readonly message: string;
  /** The named mistake, where one was recognised. */
  readonly misconception?: string;
}

/** What a verdict is to other programs. */
export function gradeRecord(learner: string, verdict: Verdict): GradeRecord {
  const { exercise, status, points, mistake } = verdict;
  return {
    learner,
    exercise: exercise.id,
    function: exercise.name,
    status,
    points,
    max: exercise.points,
    message: verdictMessage(verdict),
    ...(mistake && { misconception: mistake.name.en }),
  };
}

/** {@linkcode gradeRecord} as a line. */
export function jsonLine(learner: string, verdict: Verdict): string {
  return asLine(gradeRecord(learner, verdict));
}

/** {@linkcode gradeRecord} as a line, with the class's points and what a person said. */
export function markLine(learner: string, { verdict, points, max, manual }: Mark): string {
  const record = gradeRecord(learner, verdict);
  const message = manual
    ? `graded by hand${manual.feedback && `: ${manual.feedback}`}`
    : record.message;
  return asLine({ ...record, points, max, message });
}

/** JSON with all control characters escaped: the line may go to a terminal. */
function asLine(record: GradeRecord): string {
  return JSON.stringify(record).replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
