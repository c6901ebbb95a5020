/**
 * Our own page as a front end: which outputs does it lose or misplace?
 *
 * @module
 */
import type { Page } from "playwright-core";
import { join } from "node:path";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import type { LabServer } from "lib/lab/server/server.ts";
import {
  countOutputs,
  numberedNotebook,
  type OutputCount,
  outputsSettled,
} from "../jupyter/front_ends/numbered_cells.ts";
import { openNotebook, runAll } from "./notebook_page.ts";
import type { Staged } from "./staging.ts";

/** Runs `count` numbered cells with "run all", and counts in the file that the page has saved. */
export async function countInPage(
  page: Page,
  server: LabServer,
  staged: Staged,
  count: number,
): Promise<OutputCount> {
  const path = `notebooks/numbered-${crypto.randomUUID()}.ipynb`;
  const file = join(staged.root, path);
  await writeNotebook(file, numberedNotebook(count));
  page.setDefaultTimeout(60_000);
  await openNotebook(page, server.port, path);
  await runAll(page, 120_000);
  await outputsSettled(() => page.locator(".jp-OutputArea-child").count());
  await page.keyboard.press("ControlOrMeta+s");
  await page.locator(".saved[data-state=Saved]").waitFor();
  return countOutputs(await readNotebook(file));
}
