/**
 * The browser's console.
 *
 * @module
 */

/** A console draws no line over another. */
export function isTerminal(): boolean {
  return false;
}

/** Writes a line. */
export function writeError(text: string): void {
  console.error(text.trimEnd());
}
