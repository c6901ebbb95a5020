/**
 * Compares two runs of a notebook. Only text is compared: pictures and data are shown beside a
 * `text/plain` summary that holds their key numbers.
 *
 * @module
 */
import { hasTag, type Notebook, type Output } from "../format/notebook.ts";

/** The first cell whose text differs. */
export interface Difference {
  /** Index among all cells, from 0. */
  readonly cell: number;
  /** The first differing line of both. */
  readonly message: string;
}

/**
 * Compares the text outputs of `fresh` with those of `stored`, cell by cell. Cells tagged `timing` may
 * differ. Undefined if there is no difference.
 */
export function firstDifference(stored: Notebook, fresh: Notebook): Difference | undefined {
  for (const [index, cell] of stored.cells.entries()) {
    const again = fresh.cells.at(index);
    if (cell.cell_type !== "code" || again?.cell_type !== "code" || hasTag(cell, "timing")) {
      continue;
    }
    const before = linesOf(cell.outputs);
    const after = linesOf(again.outputs);
    const line = before.findIndex((text, at) => text !== after[at]);
    const differs = line >= 0 ? line : before.length < after.length ? before.length : -1;
    if (differs < 0) continue;
    const quote = (text: string | undefined) =>
      text === undefined ? "nothing" : JSON.stringify(text);
    const message = `output differs in line ${differs + 1}: stored ${quote(before[differs])}, ` +
      `now ${quote(after[differs])}`;
    return { cell: index, message };
  }
  return undefined;
}

function linesOf(outputs: readonly Output[]): string[] {
  return outputs.map(outputText).join("").split("\n");
}

/** What an output says, as text that ends with a line break. */
function outputText(output: Output): string {
  switch (output.output_type) {
    case "stream":
      return output.text.endsWith("\n") ? output.text : `${output.text}\n`;
    case "error":
      return `${output.ename}: ${output.evalue}\n`;
    default:
      return `${output.data["text/plain"] ?? ""}\n`;
  }
}
