/**
 * How a learner stands with an exercise, as the page shows it, and where that is remembered: by the server, which
 * the terminal's check tells as well.
 *
 * @module
 */
import {
  digestOf,
  type ExerciseState,
  type KnownVerdicts,
  type Status,
} from "lib/homework/exercise/in_notebook.ts";
import { element, icon, type IconName } from "../elements/elements.ts";
import { t } from "../elements/words.ts";

/** English, see `words.ts`. */
export const stateWords: Readonly<Record<ExerciseState, string>> = {
  "passed": "Solved",
  "failed": "Not right yet",
  "error": "Does not run yet",
  "timeout": "Does not run yet",
  "unchecked": "Not checked yet",
  "not started": "Not started",
  "manual": "Read by a person",
};

const icons: Readonly<Record<ExerciseState, IconName>> = {
  "passed": "passed",
  "failed": "failed",
  "error": "failed",
  "timeout": "failed",
  "unchecked": "unchecked",
  "not started": "notStarted",
  "manual": "unchecked",
};

/** What is remembered; nothing where the server cannot say. */
export async function loadVerdicts(): Promise<KnownVerdicts> {
  try {
    const response = await fetch("/course/verdicts");
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

/** Remembers what a check has just said of `source`, and returns all that is remembered then. */
export async function rememberVerdict(
  known: KnownVerdicts,
  exercise: string,
  source: string,
  status: Status,
): Promise<KnownVerdicts> {
  const digest = await digestOf(source);
  const body = JSON.stringify({ exercise, digest, status });
  // Without the server it is known as long as this page is open.
  await fetch("/course/verdicts", { method: "POST", body }).catch(() => {});
  return { ...known, [exercise]: { ...known[exercise], [digest]: status } };
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
