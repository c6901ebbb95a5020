/**
 * The learner's last place in a notebook. The browser remembers it, the list of notebooks shows it, and the
 * notebook opens there again.
 *
 * @module
 */

/** A place in a notebook. */
export interface Place {
  /** The id of a cell. */
  readonly cell: string;
  /** The heading of its section. */
  readonly section: string;
}

function storageKey(path: string): string {
  return `course-place ${path}`;
}

/** The last place in the notebook at `path`. */
export function lastPlace(path: string): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(storageKey(path)) ?? "null");
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined; // storage is switched off, or holds something else
  }
}

/** Remembers the place in the notebook at `path`. */
export function rememberPlace(path: string, place: Place): void {
  try {
    localStorage.setItem(storageKey(path), JSON.stringify(place));
  } catch {
    // storage is full or switched off
  }
}

/** Remembers that the notebook at `path` was opened. */
export function rememberNotebook(path: string): void {
  try {
    localStorage.setItem("course-last", path);
  } catch {
    // storage is switched off
  }
}

/** The notebook that was opened last. */
export function lastNotebook(): string | null {
  try {
    return localStorage.getItem("course-last");
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "cell" in value && "section" in value &&
    typeof value.cell === "string" && typeof value.section === "string";
}
