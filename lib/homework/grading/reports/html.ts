/**
 * HTML that nothing can break out of: whatever a template is given is escaped, unless it is markup that
 * another template made.
 *
 * @module
 */
import { escape } from "@std/html";
import { plainText } from "../../cell/plain_text.ts";

/** Markup made by {@linkcode html}. */
export class Markup {
  /** Trusts the text: only for what this program wrote. */
  constructor(readonly text: string) {}
}

/** What a template may hold. */
export type Part = string | number | Markup | undefined | readonly Part[];

/** The longest text that is shown: the longest cell that is read. */
const longest = 100_000;

/**
 * A template of markup. Text is escaped and freed of control characters, lists are joined, undefined is
 * nothing.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = literals.map((literal, i) =>
    i < parts.length ? literal + written(parts[i]) : literal
  );
  return new Markup(text.join(""));
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escape(plainText(part, longest));
  return part.map(written).join("");
}
