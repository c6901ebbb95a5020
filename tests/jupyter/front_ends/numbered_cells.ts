/**
 * Cells that know their own number, to see which outputs a front end loses under "run all", and which
 * ones it puts under a wrong cell: each cell prints, displays and results in its number.
 *
 * @module
 */
import { codeCell, newNotebook, type Notebook, type Output } from "lib/jupyter/format/notebook.ts";
import { delay } from "lib/platform/waiting.ts";

/** Milliseconds without a new output after which none is expected any more. */
const quietMs = 3000;

/** What a front end got wrong. */
export interface OutputCount {
  /** Outputs that are nowhere under their cell; each cell has three. */
  readonly lost: number;
  /** Lines that belong under another cell, or stand there twice. */
  readonly misplaced: number;
  /** Cells with either. */
  readonly wrongCells: number;
}

/** A notebook of `count` numbered cells. */
export function numberedNotebook(count: number): Notebook {
  const cells = Array.from({ length: count }, (_, n) => {
    const bundle = `{ data: { "text/plain": "${n}" }, metadata: {}, transient: {} }`;
    const display = `await Deno.jupyter.broadcast("display_data", ${bundle});`;
    return codeCell(`cell-${n}`, `console.log(${n});\n${display}\n${n}`);
  });
  return newNotebook(cells);
}

/** Counts what is wrong with the outputs of a {@linkcode numberedNotebook} that has run. */
export function countOutputs({ cells }: Notebook): OutputCount {
  let lost = 0;
  let misplaced = 0;
  let wrongCells = 0;
  cells.forEach((cell, n) => {
    const seen = new Map([["stream", 0], ["display_data", 0], ["execute_result", 0]]);
    let strays = 0;
    for (const output of cell.cell_type === "code" ? cell.outputs : []) {
      for (const line of plainText(output).trim().split("\n")) {
        const count = seen.get(output.output_type);
        if (line === String(n) && count === 0) seen.set(output.output_type, 1);
        else strays++;
      }
    }
    const gone = [...seen.values()].filter((count) => count === 0).length;
    lost += gone;
    misplaced += strays;
    if (gone + strays > 0) wrongCells++;
  });
  return { lost, misplaced, wrongCells };
}

/**
 * Waits until a front end has shown everything that it will: cells may have ended before their outputs are
 * drawn, and the stock kernel's may come late.
 *
 * @param count How many outputs there are now.
 */
export async function outputsSettled(count: () => Promise<number>): Promise<void> {
  let seen = -1;
  let quiet = 0;
  while (quiet < quietMs) {
    const start = performance.now();
    await delay(250);
    const now = await count();
    quiet = now === seen ? quiet + performance.now() - start : 0;
    seen = now;
  }
}

function plainText(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return output.evalue;
  // deno-lint-ignore no-control-regex -- results may be coloured
  return String(output.data["text/plain"]).replace(/\x1b\[[0-9;]*m/g, "");
}
