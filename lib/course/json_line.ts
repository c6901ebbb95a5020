/**
 * A verdict as one line of JSON, as `check --json` and `grade --json` print it.
 *
 * @module
 */
import type { Verdict } from "./judge.ts";
import { verdictMessage } from "./report.ts";

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
    ...(mistake && { misconception: mistake.name }),
  };
}

/** {@linkcode gradeRecord} as a line. */
export function jsonLine(learner: string, verdict: Verdict): string {
  return JSON.stringify(gradeRecord(learner, verdict));
}
