/**
 * Light or dark: as the system has it, until the learner chooses. The choice stands at the page's root, as
 * `data-scheme`, where the style sheet finds it.
 *
 * @module
 */
const storageKey = "course-scheme";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** A colour scheme. */
export type Scheme = "light" | "dark";

function chosen(): Scheme | undefined {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === "light" || kept === "dark" ? kept : undefined;
  } catch {
    return undefined; // storage is switched off: the system decides
  }
}

/** The scheme that shows. */
export function scheme(): Scheme {
  return document.documentElement.dataset.scheme === "dark" ? "dark" : "light";
}

function apply(wanted: Scheme): void {
  document.documentElement.dataset.scheme = wanted;
  for (const listener of listeners) listener();
}

/** Switches to the other scheme, for this page and the next visit. */
export function switchScheme(): void {
  const other = scheme() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(storageKey, other);
  } catch {
    // it lasts as long as the page
  }
  apply(other);
}

/** Calls `listener` whenever the scheme changes, until the function that it returns is called. */
export function onSchemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const bySystem = () => apply(chosen() ?? (system.matches ? "dark" : "light"));
bySystem();
system.addEventListener("change", bySystem);
