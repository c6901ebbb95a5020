/**
 * Values as Deno prints them: Node's inspection, from which Deno's descends, with Deno's quotes.
 *
 * @module
 */
import { formatWithOptions, inspect as nodeInspect } from "node-inspect-extracted";

/** What can be chosen, as for `Deno.inspect`. */
export interface InspectOptions {
  /** Levels of objects in objects. Default: 4. */
  readonly depth?: number;
  /** Entries of a list. Default: 100. */
  readonly iterableLimit?: number;
  /** No options of Deno's beyond these change anything. */
  readonly [other: string]: unknown;
}

function settings({ depth = 4, iterableLimit = 100, compact = 3 }: InspectOptions) {
  return {
    depth,
    maxArrayLength: iterableLimit,
    maxStringLength: 10_000,
    breakLength: 80,
    compact: typeof compact === "boolean" ? compact : 3,
    colors: false,
    stylize: (text: string, style: string) => style === "string" ? inDoubleQuotes(text) : text,
  };
}

/** Node prefers single quotes, Deno double ones. */
function inDoubleQuotes(text: string): string {
  if (!text.startsWith("'") || !text.endsWith("'")) return text;
  const inner = text.slice(1, -1).replaceAll("\\'", "'");
  return inner.includes('"') ? text : `"${inner}"`;
}

/** The value in words. */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  // Whether a promise is pending cannot be seen here; nobody is wrong who waits for it.
  if (value instanceof Promise) return "Promise { <pending> }";
  return nodeInspect(value, settings(options));
}

/** The line that `console.log` prints of these values. */
export function printed(values: readonly unknown[]): string {
  const [first] = values;
  if (values.length > 1 && typeof first === "string" && first.includes("%")) {
    return formatWithOptions(settings({}), ...values);
  }
  return values.map((value) => typeof value === "string" ? value : inspect(value)).join(" ");
}
