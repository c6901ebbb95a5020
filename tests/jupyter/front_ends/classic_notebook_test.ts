import { assertEquals } from "@std/assert";
import { courseKernel } from "lib/jupyter/install/kernelspec.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { launchChromium } from "../../lab/chromium.ts";
import { ClassicNotebook, countInClassic } from "./classic_notebook.ts";
import { findPython, JupyterHome } from "./jupyter_home.ts";

const python = await findPython("notebook.notebookapp") ?? "";
const missing = python === "" || findChromium() === undefined;
const ignore = missing && Deno.env.get("CI") !== "true";
if (ignore) console.warn("Skipped: the classic Notebook 6 or Chromium is not installed.");

Deno.test({
  name: "hardened kernel: run all in the classic Notebook loses and misplaces nothing in 31 cells",
  ignore,
  // The browser is another process with its own pipes; it ends with the test.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using home = await JupyterHome.make();
    await using server = await ClassicNotebook.start(python, home, home.folder);
    await using browser = await launchChromium();
    const count = await countInClassic(await browser.newPage(), server, courseKernel, 31);
    assertEquals(count, { lost: 0, misplaced: 0, wrongCells: 0 });
  },
});
