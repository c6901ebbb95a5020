/**
 * Limits the output of a cell. The stock kernel corrupts its stream when very large messages meet a slow
 * reader, and a browser freezes over them: what is too large is left out, and a notice stands in its place.
 *
 * @module
 */
import type { JsonObject } from "../format/json.ts";

/** Characters that one display or result may have, as JSON. */
export const largestDisplay = 10_000_000;
/** Characters that one cell may print. */
export const largestText = 2_000_000;

/** An output message's type and content. */
export interface OutputContent {
  readonly type: string;
  readonly content: JsonObject;
}

/** Counts the output of one cell. */
export class OutputLimit {
  #printed = 0;

  /** The message itself, a shortened one, a notice in its place, or nothing. */
  pass(type: string, content: JsonObject): OutputContent | undefined {
    if (type === "stream") return this.#passText(content);
    if (type === "clear_output") this.#printed = 0;
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
    if (this.#printed > largestText) return undefined;
    const left = largestText - this.#printed;
    this.#printed += text.length;
    if (text.length <= left) return { type: "stream", content };
    const notice = `\n[This cell prints more than ${
      megabytes(largestText)
    }: the rest is left out.]\n`;
    return { type: "stream", content: { ...content, text: text.slice(0, left) + notice } };
  }
}

function megabytes(characters: number): string {
  return `${(characters / 1e6).toFixed(0)} MB`;
}
