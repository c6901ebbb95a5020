/**
 * The names by which the modules inside the stock kernel and those outside know one another. Loading this
 * module does nothing, so that both sides can import it.
 *
 * @module
 */

/** Types of the messages that the modules inside send. */
export const messageTypes = {
  /** All output of a cell has been sent before this one, which may tell what the cell has thrown. */
  outputComplete: "course-output-complete",
  /** Printed text with stack traces: the `name` of the stream, and the `text`. */
  errorText: "course-error-text",
  /** "Stop" was heard: the kernel is not busy in a loop. */
  stopHeard: "course-stop-heard",
  /** A value that was asked for, or what was thrown instead. */
  value: "course-value",
} as const;

/** What the modules inside define on `globalThis` under `Symbol.for(…)`, out of the way of a cell's names. */
export const symbolNames = {
  /** Ends a cell: runs its tests and sends the marker. */
  endOfCell: "course-end-of-cell",
  /** Evaluates an expression and sends its value. */
  evaluate: "course-evaluate",
  /** `stoppable(x)` is what `await x` becomes. */
  stoppable: "course-stoppable",
  /** The same for `for await`. */
  stoppableItems: "course-stoppable-items",
  /** Loads a module for a cell's `import`. */
  importModule: "course-import-module",
  /** The running cell's stop, as an `AbortSignal`; `lib/training/loop.ts` looks for it. */
  stopSignal: "course-stop-signal",
} as const;

/** Global variables: a loop reaches plain names faster than symbols. */
export const globalNames = {
  /** Its first entry is 1 after a stop. */
  stop: "$courseStop",
  /** Throws what a stopped cell throws. */
  stopNow: "$courseStopNow",
  /** Throws what an assignment to a constant throws. */
  constant: "$courseConstant",
  /** Gives a display to a result that the stock kernel would not show. */
  result: "$courseResult",
} as const;

/** Code that reaches what is defined under a symbol. */
export function symbolCode(name: keyof typeof symbolNames): string {
  return `globalThis[Symbol.for("${symbolNames[name]}")]`;
}
