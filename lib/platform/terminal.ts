/**
 * The terminal that a program was started in.
 *
 * @module
 */

const encoder = new TextEncoder();

/** Whether what {@linkcode writeError} writes is read on a screen, where lines can be drawn over. */
export function isTerminal(): boolean {
  return Deno.stderr.isTerminal();
}

/** Writes to standard error. */
export function writeError(text: string): void {
  Deno.stderr.writeSync(encoder.encode(text));
}
