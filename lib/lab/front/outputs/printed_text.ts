/**
 * Printed text as a terminal would show it: a carriage return or a backspace goes back, and what follows
 * writes over what was there. Programs that print without end are bounded: the beginning and the end stay,
 * and a line between them says how much was left out.
 *
 * @module
 */

/** How much of a text is kept. */
export interface PrintedLimits {
  /** More lines, or more characters, than these are cut. */
  readonly lines: number;
  readonly characters: number;
  /** The parts of the limits that are left after a cut, so that the next cut is not soon. */
  readonly head: number;
  readonly tail: number;
}

const usual: PrintedLimits = {
  lines: 50_000,
  characters: 4_000_000,
  head: 0.1,
  tail: 0.4,
};

/** What one stream of a cell has printed so far. */
export class PrintedText {
  readonly #limits: PrintedLimits;
  /** The beginning, once there was a cut. */
  #head = "";
  /** Whole lines after the head. */
  #lines = "";
  #lineCount = 0;
  /** The last line, which can still change, and where in it the next character goes. */
  #line = "";
  #column = 0;
  #leftOut = { lines: 0, characters: 0 };

  constructor(limits: PrintedLimits = usual) {
    this.#limits = limits;
  }

  /** Prints `text`. */
  write(text: string): void {
    for (const [piece] of text.matchAll(/[^\n\r\b]+|[\n\b]|\r+/g)) {
      if (piece === "\n") this.#endLine();
      else if (piece === "\b") this.#column = Math.max(0, this.#column - 1);
      else if (piece.startsWith("\r")) this.#column = 0;
      else {
        const rest = this.#line.slice(this.#column + piece.length);
        this.#line = this.#line.slice(0, this.#column) + piece + rest;
        this.#column += piece.length;
      }
    }
    if (this.#line.length > this.#limits.characters) this.#moveLine("");
    if (this.#tooLong) this.#cut();
  }

  /** All of it that is kept. */
  get text(): string {
    const { lines, characters } = this.#leftOut;
    if (characters === 0) return this.#lines + this.#line;
    const count = lines.toLocaleString("en");
    const megabytes = (characters / 1e6).toFixed(1);
    const notice = `\n[… ${count} lines, ${megabytes} MB, are left out here …]\n\n`;
    return this.#head + notice + this.#lines + this.#line;
  }

  get #tooLong(): boolean {
    return this.#lineCount > this.#limits.lines ||
      this.#lines.length > this.#limits.characters;
  }

  #endLine(): void {
    this.#lineCount++;
    this.#moveLine("\n");
  }

  #moveLine(end: string): void {
    this.#lines += this.#line + end;
    this.#line = "";
    this.#column = 0;
  }

  #cut(): void {
    const { lines, characters, head, tail } = this.#limits;
    if (this.#head === "") {
      const end = lineEnd(this.#lines, head * lines, head * characters);
      this.#head = this.#lines.slice(0, end);
      this.#lines = this.#lines.slice(end);
    }
    const start = lineStart(this.#lines, tail * lines, tail * characters);
    const before = this.#lineCount;
    this.#lineCount = countLines(this.#lines, start);
    const inHead = this.#leftOut.characters === 0 ? countLines(this.#head, 0) : 0;
    this.#leftOut.lines += before - inHead - this.#lineCount;
    this.#leftOut.characters += start;
    this.#lines = this.#lines.slice(start);
  }
}

function countLines(text: string, from: number): number {
  let count = 0;
  for (
    let at = text.indexOf("\n", from);
    at >= 0;
    at = text.indexOf("\n", at + 1)
  ) count++;
  return count;
}

/** Where the first `lines` lines end, or as many of them as fit into `characters`. */
function lineEnd(text: string, lines: number, characters: number): number {
  let end = 0;
  for (let count = 0; count < lines; count++) {
    const next = text.indexOf("\n", end) + 1;
    if (next === 0 || next > characters) break;
    end = next;
  }
  return end > 0 ? end : Math.floor(characters); // one endless line
}

/** Where the last `lines` lines begin, or as many of them as fit into `characters`. */
function lineStart(text: string, lines: number, characters: number): number {
  let start = text.length;
  for (let count = 0; count < lines && start > 0; count++) {
    const next = text.lastIndexOf("\n", start - 2) + 1;
    if (text.length - next > characters) break;
    start = next;
  }
  return start < text.length ? start : Math.ceil(text.length - characters);
}
