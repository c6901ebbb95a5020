/** Types of what the course uses of `@std/html`; the same code on npm, `deno-std`, ships none. */

/** Text without meaning to HTML, in an element or in a quoted attribute. */
export function escape(text: string): string;
