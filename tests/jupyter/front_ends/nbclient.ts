/**
 * nbclient, which runs notebooks for nbconvert, papermill and many others, as a client of our kernel.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import type { JupyterHome } from "./jupyter_home.ts";
import { countOutputs, numberedNotebook, type OutputCount } from "./numbered_cells.ts";

const script = fileURLToPath(new URL("nbclient_run.py", import.meta.url));

/**
 * Runs `count` numbered cells on `kernel`.
 *
 * @param python A Python that has nbclient.
 */
export async function countWithNbclient(
  python: string,
  home: JupyterHome,
  kernel: string,
  count: number,
): Promise<OutputCount & { readonly millisecondsPerCell: number }> {
  const path = join(home.folder, `numbered-${crypto.randomUUID()}.ipynb`);
  await writeNotebook(path, numberedNotebook(count));
  const seconds = Number(await home.run(python, [script, kernel, path]));
  const counted = countOutputs(await readNotebook(path));
  return { ...counted, millisecondsPerCell: 1000 * seconds / count };
}
