/**
 * Lines in error messages. The kernel runs a cell's code after turning it into plain JavaScript, where blank
 * lines and types are gone and short objects are spread over several lines: `<anonymous>:9:3` says nothing
 * about the cell as it was written. `deno transpile` makes the same JavaScript together with a source map,
 * which leads back.
 *
 * @module
 */
import { SourceMap } from "node:module";
import { join } from "node:path";
import { settlesWithin } from "lib/platform/waiting.ts";
import type { ErrorOutput } from "../format/notebook.ts";
import { parseCell } from "./cell_parser.ts";
import type { ReplaceableCode } from "./replaceable_code.ts";

/** The kernel puts `"use strict"; void 0;` before a cell's first line. */
const prefixLength = '"use strict"; void 0;'.length;
/** Functions of older cells are looked for in this many cells. */
const remembered = 200;
const frame =
  /^(?<indent>\s+at )(?<name>.*?)(?<open> ?\(?)<anonymous>:(?<line>\d+):(?<column>\d+)\)?(?<end> \{|,)?$/;
/** How V8 calls an anonymous function that a timer has called. */
const timerFrame = /^(Timeout\._onTimeout|Immediate\._onImmediate)$/;
const denoFrame = /^\s+at .*\bext:.*?( \{|,)?$/;
/** A module that was loaded anew, see `imports.ts`. */
const editedModule = /(?<=file:\/\/\S+)\?edited=\d+/g;
/** What inspection says instead of the frames that an error shares with its cause. */
const repeated = /^\s+\.{3} \d+ lines matching cause stack trace/;

/** A cell that ran. */
interface KnownCell {
  /** What ran, as {@linkcode ReplaceableCode} holds it. */
  readonly code: string;
  readonly lines: readonly number[];
  readonly label: string;
  /** Made when an error is about this cell. */
  map?: Promise<SourceMap | undefined>;
}

/** Remembers the cells that ran, to say where their errors are. */
export class CellPositions {
  readonly #cells: KnownCell[] = [];

  /** Notes that a cell runs now. `label` stands for it in frames of later cells, such as `cell 3`. */
  add({ code, lines }: ReplaceableCode, label: string): void {
    this.#cells.push({ code, lines, label });
    if (this.#cells.length > remembered) this.#cells.shift();
  }

  /**
   * The error of the latest cell with the lines as they were written: `at f (cell 2, line 4)`, and `at this
   * cell, line 7`. Places that are not found again are left as they are.
   */
  async restore(error: ErrorOutput): Promise<ErrorOutput> {
    const traceback = (await this.restoreText(error.traceback.join("\n"))).split("\n");
    const said = traceback.some((line) => line.trim() !== ""); // `throw 5` has no stack
    const evalue = error.evalue.replaceAll(editedModule, "");
    return {
      ...error,
      evalue,
      traceback: said ? traceback : [error.evalue || error.ename || "Uncaught"],
    };
  }

  /** A text with stack traces in it, in the same way. Frames of the kernel's own code are left out. */
  async restoreText(text: string): Promise<string> {
    const restored: string[] = [];
    let isBelowOurs = false; // what called our own code is no code of a cell
    for (const line of text.replaceAll(editedModule, "").split("\n")) {
      const isOurs = line.includes("/lib/jupyter/") || repeated.test(line);
      isBelowOurs = /^\s+(at |\.{3} )/.test(line) && (isBelowOurs || isOurs);
      const inner = isBelowOurs ? /( \{|,)?$/.exec(line) : denoFrame.exec(line);
      if (!inner) restored.push(await this.#restoreLine(line));
      else if (inner[1] && restored.length > 0) restored[restored.length - 1] += inner[1];
    }
    return restored.join("\n");
  }

  async #restoreLine(text: string): Promise<string> {
    const current = this.#cells.at(-1);
    const parts = frame.exec(text)?.groups;
    if (!current || !parts) return text;
    const { indent, line, column, end = "" } = parts;
    const name = parts.name.replace(/^async ?/, "");
    const isNameless = name === "" || timerFrame.test(name);
    const cell = isNameless ? current : this.#definition(name);
    const original = cell && await originalLine(cell, Number(line), Number(column));
    if (original === undefined) return text;
    const place = `${cell === current ? "this cell" : cell?.label}, line ${original}`;
    return `${indent}${isNameless ? place : `${parts.name} (${place})`}${end}`;
  }

  /** The latest cell that seems to define the function of a frame such as `new Model`, `Model.forward`. */
  #definition(name: string) {
    const last = escape(name.replace(/^new /, "").split(".").at(-1) ?? name);
    const definition = new RegExp(
      `(function\\s*\\*?|class|const|let|var)\\s+${last}(?![\\w$])` + // a declaration
        `|(?<![\\w$.])${last}\\s*[:=]\\s*(async\\b|function\\b|\\()` + // a property
        `|(^|[{};])\\s*(static |async |get |set |\\*)*${last}\\s*(<[^(]*>)?\\([^]*?\\{`, // a method
      "m",
    );
    return this.#cells.findLast(({ code }) => definition.test(code));
  }
}

/** The line of a cell from which this place in its JavaScript came; undefined if that is unknown. */
async function originalLine(
  cell: KnownCell,
  line: number,
  column: number,
): Promise<number | undefined> {
  const map = await (cell.map ??= sourceMap(cell.code));
  const shift = line === 1 ? prefixLength : 0;
  const entry = map?.findEntry(line - 1, Math.max(0, column - 1 - shift));
  return entry && "originalLine" in entry ? cell.lines[entry.originalLine] : undefined;
}

async function sourceMap(code: string): Promise<SourceMap | undefined> {
  const name = (await parseCell(code)).file.fileName; // with x at its end if it holds JSX
  const folder = await Deno.makeTempDir({ prefix: "cell-" });
  try {
    // Without this, imports that the cell itself does not use would vanish, and their lines with them.
    const config = { compilerOptions: { verbatimModuleSyntax: true } };
    await Deno.writeTextFile(join(folder, "deno.json"), JSON.stringify(config));
    await Deno.writeTextFile(join(folder, name), code);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["transpile", "--quiet", "--source-map", "inline", "--output", "cell.js", name],
      cwd: folder,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    if (!await settlesWithin(child.status, 5000)) child.kill("SIGKILL");
    if (!(await child.status).success) return undefined;
    const js = await Deno.readTextFile(join(folder, "cell.js"));
    const encoded = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(js)?.[1];
    if (encoded === undefined) return undefined;
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return new SourceMap(JSON.parse(new TextDecoder().decode(bytes)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
