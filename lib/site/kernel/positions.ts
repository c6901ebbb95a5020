/**
 * Lines in error messages: the browser tells lines of the script that ran, a learner wants those of the cell. Frames
 * of the course's own code are left out: it is one line of minified text here.
 *
 * @module
 */

/** A cell that ran: for each line of its script the line of the cell. */
interface KnownCell {
  readonly label: string;
  readonly lines: readonly (number | undefined)[];
}

/** Functions of older cells are looked for in this many cells. */
const remembered = 200;
/** `at f (cell-3.js:5:7)` of Chromium and WebKit's newer ones, `f@cell-3.js:5:7` of Firefox. */
const cellPlace = /\(?\bcell-(\d+)\.js:(\d+):\d+\)?/;
const frame = /^\s+at |^[^\s@]*@\S+:\d+:\d+$/;

/** Remembers the cells that ran. */
export class Positions {
  readonly #cells = new Map<number, KnownCell>();
  #latest = 0;

  /** Notes that a cell runs now, and gives the name of its script. */
  add(label: string, lines: KnownCell["lines"]): string {
    this.#cells.set(++this.#latest, { label, lines });
    this.#cells.delete(this.#latest - remembered);
    return `cell-${this.#latest}.js`;
  }

  /** A text with stack traces in it, with the cells' own lines. */
  restore(text: string): string {
    return text.split("\n").flatMap((line) => {
      if (!frame.test(line)) return [line];
      const end = /[ ,{]*$/.exec(line)?.[0] ?? "";
      const place = cellPlace.exec(line);
      if (!place) return end.trim() === "" ? [] : [end.trimStart()];
      const number = Number(place[1]);
      const cell = this.#cells.get(number);
      const at = cell?.lines[Number(place[2]) - 1];
      if (!cell || at === undefined) return [];
      const name = line.slice(0, place.index).replace(/^\s+at |[@(\s]+$/g, "").replace(
        /^async /,
        "",
      )
        .replace(/@$/, "").trim();
      const where = `${number === this.#latest ? "this cell" : cell.label}, line ${at}`;
      const isNameless = name === "" || name === "eval" || name === "anonymous" ||
        name === "<anonymous>";
      return [`    at ${isNameless ? where : `${name} (${where})`}${end}`];
    }).join("\n");
  }
}
