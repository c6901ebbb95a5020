/**
 * How a learner stands with an exercise, read from the notebook itself: from the homework cell and from
 * what its check last said. A check speaks of the code that it saw, so the browser remembers that code:
 * who changes the cell afterwards has to run the check again.
 *
 * @module
 */
import {
  type ExerciseCells,
  notImplemented,
  statusMarks,
} from "lib/homework/exercise/in_notebook.ts";
import { element, icon, type IconName } from "../elements/elements.ts";
import { t } from "../elements/words.ts";

/** `unchecked`: there is an answer, and no check has seen it as it is now. */
export type ExerciseState = "passed" | "failed" | "error" | "unchecked" | "not started" | "manual";

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

/** What the mark at the beginning of a check's answer says. */
const states: Readonly<Record<string, ExerciseState>> = {
  [statusMarks.passed]: "passed",
  [statusMarks.failed]: "failed",
  [statusMarks.error]: "error",
  [statusMarks.manual]: "manual",
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
  if (source.includes(`throw new Error("${notImplemented}")`)) return "not started";
  const checked = checkedSource(path, exercise);
  if (checked !== null && checked !== source) return "unchecked";
  return states[answer.charAt(0)] ?? "unchecked";
}

/** A picture of the state, with its name, in today's language, for those who do not see it. */
export function stateIcon(state: ExerciseState): HTMLElement {
  return element("span", {
    class: "state-icon",
    role: "img",
    "data-state": state,
    "aria-label": t(stateWords[state]),
  }, icon(icons[state]));
}
