/**
 * Limits the output of a cell. The stock kernel corrupts its stream when very large messages meet a slow
 * reader, and a browser freezes over them: what is too large is left out, and a notice stands in its place.
 *
 * @module
 */
import type { JsonObject } from "../format/json.ts";
import { largestDisplay, largestText, mostLines } from "../inside/output_limits.ts";

/** An output message's type and content. */
export interface OutputContent {
  readonly type: string;
  readonly content: JsonObject;
}

/** Counts the output of one cell. */
export class OutputLimit {
  #printed = 0;
  #lines = 0;
  #isFull = false;

  /** The message itself, a shortened one, a notice in its place, or nothing. */
  pass(type: string, content: JsonObject): OutputContent | undefined {
    if (type === "stream") return this.#passText(content);
    if (type === "clear_output") {
      this.#printed = 0;
      this.#lines = 0;
      this.#isFull = false;
    }
    if (!["display_data", "update_display_data", "execute_result"].includes(type)) {
      return { type, content };
    }
    const size = JSON.stringify(content.data ?? {}).length;
    if (size <= largestDisplay) return { type, content };
    const text = `[An output of ${megabytes(size)} was left out; at most ` +
      `${megabytes(largestDisplay)} can be shown. Show less, or round the numbers.]`;
    return { type, content: { ...content, data: { "text/plain": text }, metadata: {} } };
  }

  #passText(content: JsonObject): OutputContent | undefined {
    const text = typeof content.text === "string" ? content.text : "";
    if (this.#isFull) return undefined;
    const lines = text.split("\n");
    const fitting = lines.length - 1 <= mostLines - this.#lines
      ? text
      : lines.slice(0, mostLines - this.#lines).join("\n") + "\n";
    const shown = fitting.slice(0, largestText - this.#printed);
    this.#printed += shown.length;
    this.#lines += lines.length - 1;
    if (shown.length === text.length) return { type: "stream", content };
    this.#isFull = true;
    const limit = shown.length < fitting.length
      ? megabytes(largestText)
      : `${mostLines.toLocaleString("en")} lines`;
    const start = shown === "" || shown.endsWith("\n") ? "" : "\n";
    const notice = `${start}[This cell prints more than ${limit}: the rest is left out.]\n`;
    return { type: "stream", content: { ...content, text: shown + notice } };
  }
}

function megabytes(characters: number): string {
  return `${(characters / 1e6).toFixed(0)} MB`;
}
