/** Graded submissions that nobody ran: verdicts by hand. */
import type { Exercise } from "lib/homework/exercise/exercise.ts";
import type { GradedSubmission } from "lib/homework/grading/grade.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";

/** A verdict with these points. */
export function verdict(
  exercise: Exercise,
  points: number,
  more: Partial<Verdict> = {},
): Verdict {
  const status = points === exercise.points ? "passed" : "failed";
  return { exercise, status, points, held: [], failures: [], ...more };
}

/** A submission with these verdicts. */
export function graded(
  learner: string,
  verdicts: readonly Verdict[],
  { cells = {} }: {
    readonly cells?: Readonly<Record<string, string>>;
  } = {},
): GradedSubmission {
  const numbers = new Set(verdicts.map(({ exercise }) => exercise.id.slice(0, 2)));
  const sources = new Map(Object.entries(cells).map(([id, source]) => [id, [source]]));
  const surroundings = new Map();
  const notebooks = new Map(
    [...numbers].map((number) => [number, { cells: sources, surroundings }]),
  );
  return { learner, notebooks, verdicts };
}
