/**
 * How a learner stands with an exercise, read from the notebook itself: from the homework cell and from
 * what its check last said. A check speaks of the code that it saw, so the browser remembers that code:
 * who changes the cell afterwards has to run the check again.
 *
 * @module
 */
import { element, icon, type IconName } from "../elements/elements.ts";
import { say } from "../elements/words.ts";

/** `unchecked`: there is an answer, and no check has seen it as it is now. */
export type ExerciseState = "passed" | "failed" | "error" | "unchecked" | "not started" | "manual";

/** An exercise as the notebook holds it. */
export interface ExerciseCells {
  /** `04.2`. */
  readonly exercise: string;
  /** The homework cell. */
  readonly source: string;
  /** The headline of what the check cell last said. */
  readonly answer: string;
}

/** English, see `words.ts`. */
export const stateWords: Readonly<Record<ExerciseState, string>> = {
  "passed": "Solved",
  "failed": "Not right yet",
  "error": "Does not run yet",
  "unchecked": "Not checked yet",
  "not started": "Not started",
  "manual": "Read by a person",
};

const icons: Readonly<Record<ExerciseState, IconName>> = {
  "passed": "passed",
  "failed": "failed",
  "error": "failed",
  "unchecked": "unchecked",
  "not started": "notStarted",
  "manual": "unchecked",
};

const marks: Readonly<Record<string, ExerciseState>> = {
  "✔": "passed",
  "✘": "failed",
  "!": "error",
  "?": "manual",
};

function storageKey(path: string, exercise: string): string {
  return `course-checked ${path} ${exercise}`;
}

/** Notes that a check has just judged `source`. */
export function rememberChecked(path: string, exercise: string, source: string): void {
  try {
    localStorage.setItem(storageKey(path, exercise), source);
  } catch {
    // storage is full or switched off: the notebook's own outputs still tell
  }
}

function checkedSource(path: string, exercise: string): string | null {
  try {
    return localStorage.getItem(storageKey(path, exercise));
  } catch {
    return null;
  }
}

/** How the learner stands with an exercise of the notebook at `path`. */
export function stateOf(path: string, { exercise, source, answer }: ExerciseCells): ExerciseState {
  if (source.includes(`throw new Error("Not implemented yet")`)) return "not started";
  const checked = checkedSource(path, exercise);
  if (checked !== null && checked !== source) return "unchecked";
  return marks[answer.charAt(0)] ?? "unchecked";
}

/** A picture of the state, with its name, in today's language, for those who do not see it. */
export function stateIcon(state: ExerciseState): HTMLElement {
  return element("span", {
    class: "state-icon",
    role: "img",
    "data-state": state,
    "aria-label": say(stateWords[state]),
  }, icon(icons[state]));
}
