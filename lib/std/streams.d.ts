/** Types of what the course uses of `@std/streams`; the same code on npm, `deno-std`, ships none. */

/** Cuts text into lines at `\n` and `\r\n`; what follows the last line break is a line unless it is empty. */
export class TextLineStream extends TransformStream<string, string> {
  constructor();
}
