/**
 * Do outputs arrive under their cells? Three front ends run numbered cells at once, on the hardened
 * kernel and on the stock one: nbclient, the classic Notebook and our own page.
 *
 * @module
 */
import { courseKernel } from "lib/jupyter/install/kernelspec.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { ClassicNotebook, countInClassic } from "../jupyter/front_ends/classic_notebook.ts";
import { findPython, JupyterHome, stockKernel } from "../jupyter/front_ends/jupyter_home.ts";
import { countWithNbclient } from "../jupyter/front_ends/nbclient.ts";
import type { OutputCount } from "../jupyter/front_ends/numbered_cells.ts";
import { launchChromium, openPage } from "../lab/chromium.ts";
import { countInPage } from "../lab/count_in_page.ts";
import { Staged } from "../lab/staging.ts";
import type { Line } from "./contests.ts";

const kernels = ["hardened", "stock"] as const;
const kernelNames = { hardened: courseKernel, stock: stockKernel };

/** Ways to count lost and misplaced outputs; what is missing on this machine is told to `problems`. */
export function outputCounts(problems: string[], quick: boolean) {
  const rounds = quick ? 1 : 3;
  const [many, some] = quick ? [30, 20] : [300, 120];
  return [
    { name: "outputs, nbclient", measure: () => withNbclient(problems, rounds, many) },
    { name: "outputs, classic Notebook", measure: () => inClassic(problems, rounds, some) },
    { name: "outputs, our page", measure: () => inPage(problems, rounds, some) },
  ];
}

async function withNbclient(problems: string[], rounds: number, cells: number): Promise<Line[]> {
  const python = await findPython("nbclient");
  if (!python) return missing(problems, "nbclient");
  await using home = await JupyterHome.make();
  return await inTurns(
    `nbclient, ${cells} cells`,
    rounds,
    (kernel) => countWithNbclient(python, home, kernelNames[kernel], cells),
  );
}

async function inClassic(problems: string[], rounds: number, cells: number): Promise<Line[]> {
  const python = await findPython("notebook.notebookapp");
  if (!python || !findChromium()) return missing(problems, "classic Notebook or Chromium");
  await using home = await JupyterHome.make();
  await using server = await ClassicNotebook.start(python, home, home.folder);
  await using browser = await launchChromium();
  return await inTurns(`run all in classic Notebook, ${cells} cells`, rounds, async (kernel) => {
    const { page } = await openPage(browser, server.port);
    const count = await countInClassic(page, server, kernelNames[kernel], cells);
    await page.close();
    return count;
  });
}

async function inPage(problems: string[], rounds: number, cells: number): Promise<Line[]> {
  if (!findChromium()) return missing(problems, "Chromium");
  await using staged = await Staged.make();
  await using browser = await launchChromium();
  return await inTurns(`run all in our page, ${cells} cells`, rounds, async (kernel) => {
    await using server = await staged.serve({ page: true, kernel });
    const { page } = await openPage(browser, server.port);
    const count = await countInPage(page, server, staged, cells);
    await page.close();
    return count;
  });
}

/** Both kernels in turns; the counts of all rounds together. */
async function inTurns(
  name: string,
  rounds: number,
  count: (kernel: "hardened" | "stock") => Promise<OutputCount>,
): Promise<Line[]> {
  const sums = {
    hardened: { lost: 0, misplaced: 0 },
    stock: { lost: 0, misplaced: 0 },
  };
  for (let round = 0; round < rounds; round++) {
    for (const kernel of kernels) {
      const { lost, misplaced } = await count(kernel);
      sums[kernel].lost += lost;
      sums[kernel].misplaced += misplaced;
    }
  }
  return kernels.flatMap((kernel) =>
    (["lost", "misplaced"] as const).map((fault) => ({
      name: `outputs ${fault}, ${name} × ${rounds}, ${kernel} kernel`,
      unit: "outputs",
      value: sums[kernel][fault],
    }))
  );
}

function missing(problems: string[], what: string): Line[] {
  problems.push(`outputs: ${what} is not installed`);
  return [];
}
