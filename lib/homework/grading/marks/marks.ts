/**
 * From verdicts to marks: what the class's rules make of them.
 *
 * @module
 */
import type { Verdict } from "../../judge/judge.ts";
import type { GradedSubmission } from "../grade.ts";
import { type ManualMark, pairKey, type Policy } from "./policy.ts";

/** One exercise of one learner. */
export interface Mark {
  /** What the grader found. */
  readonly verdict: Verdict;
  /** What it is worth by the rules. */
  readonly max: number;
  /** What was earned: a person's points where there are some, else the verdict's share of `max`. */
  readonly points: number;
  /** What a person gave. */
  readonly manual?: ManualMark;
}

/** Work that came after its deadline. */
export interface Lateness {
  /** When it had to be there. */
  readonly deadline: Date;
  /** When it was. */
  readonly handedIn: Date;
  /** Days begun since then. */
  readonly days: number;
  /** Points taken off. */
  readonly deduction: number;
}

/** One notebook of one learner. */
export interface NotebookMarks {
  /** `04`. */
  readonly notebook: string;
  /** Its exercises. */
  readonly marks: readonly Mark[];
  /** Missing where it was there in time. */
  readonly late?: Lateness;
  /** Points of its exercises less what lateness takes off. */
  readonly points: number;
  /** What it is worth. */
  readonly max: number;
}

/** All marks of one learner. */
export interface LearnerMarks {
  /** The folder's name. */
  readonly learner: string;
  /** Every notebook that anybody handed in. */
  readonly notebooks: readonly NotebookMarks[];
  /** The sum. */
  readonly points: number;
  /** What could be earned. */
  readonly max: number;
  /** What was graded. */
  readonly graded: GradedSubmission;
}

/** Applies the rules to one learner's verdicts. */
export function marksOf(graded: GradedSubmission, policy: Policy): LearnerMarks {
  const byNotebook = Map.groupBy(graded.verdicts, ({ exercise }) => exercise.id.slice(0, 2));
  const notebooks = [...byNotebook].map(([notebook, verdicts]): NotebookMarks => {
    const marks = verdicts.map((verdict) => markOf(graded.learner, verdict, policy));
    const points = sum(marks.map((mark) => mark.points));
    const max = sum(marks.map((mark) => mark.max));
    const late = latenessOf(graded, notebook, points, policy);
    return {
      notebook,
      marks,
      max,
      points: round(points - (late?.deduction ?? 0)),
      ...(late && { late }),
    };
  });
  return {
    learner: graded.learner,
    notebooks,
    points: sum(notebooks.map(({ points }) => points)),
    max: sum(notebooks.map(({ max }) => max)),
    graded,
  };
}

function markOf(learner: string, verdict: Verdict, policy: Policy): Mark {
  const { id, points: worth } = verdict.exercise;
  const max = policy.points.get(id) ?? worth;
  const manual = policy.manual.get(pairKey(learner, id));
  const earned = worth > 0 ? round(verdict.points * max / worth) : 0;
  return { verdict, max, points: manual?.points ?? earned, ...(manual && { manual }) };
}

const dayMs = 24 * 3600 * 1000;

function latenessOf(
  { learner }: GradedSubmission,
  notebook: string,
  points: number,
  { deadlines, extensions, late: rule, handedIn: times }: Policy,
): Lateness | undefined {
  const key = pairKey(learner, notebook);
  const deadline = extensions.get(key) ?? deadlines.get(notebook);
  const handedIn = times?.get(key);
  if (!deadline || !handedIn) return undefined;
  const after = handedIn.getTime() - deadline.getTime();
  if (after <= rule.graceMinutes * 60_000) return undefined;
  const days = Math.ceil(after / dayMs);
  const deduction = round(points * Math.min(rule.most, days * rule.perDay));
  return { deadline, handedIn, days, deduction };
}

/**
 * Sentences about what the rules name and nobody handed in, and about what they leave open: typing errors
 * in a learner's name would go unnoticed otherwise.
 */
export function openQuestions(all: readonly LearnerMarks[], policy: Policy): string[] {
  const learners = new Set(all.map(({ learner }) => learner));
  const named = [
    ...policy.manual.keys(),
    ...policy.extensions.keys(),
    ...policy.handedIn?.keys() ?? [],
  ]
    .map((key) => key.slice(key.indexOf(" ") + 1));
  const unknown = [...new Set(named)].filter((learner) => !learners.has(learner));
  const timeless = all.flatMap(({ learner, notebooks, graded }) =>
    notebooks.filter(({ notebook }) =>
      policy.handedIn && policy.deadlines.has(notebook) && graded.notebooks.has(notebook) &&
      !policy.handedIn.has(pairKey(learner, notebook))
    ).map(({ notebook }) => `${learner} ${notebook}: no time of handing in; taken as in time`)
  );
  const unread = all.flatMap(({ learner, notebooks }) =>
    notebooks.flatMap(({ marks }) => marks)
      .filter(({ verdict, manual }) => verdict.status === "manual" && !manual)
      .map(({ verdict }) => `${learner} ${verdict.exercise.id}: waits for points by hand`)
  );
  return [
    ...unknown.map((learner) => `the rules name ${learner}, who handed in nothing`),
    ...timeless,
    ...unread,
  ];
}

/** To two decimals: what a third of a point is. */
function round(points: number): number {
  return Math.round(100 * points) / 100;
}

function sum(numbers: readonly number[]): number {
  return round(numbers.reduce((total, number) => total + number, 0));
}
