/**
 * How long a learner waits for the course's own notebooks: from the list to the first cell with a browser that
 * knows nothing yet and with one that does, from the command to a usable notebook, and to the imports' end.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { join } from "node:path";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { median } from "lib/statistics.ts";
import { freePort } from "../jupyter/front_ends/python_server.ts";
import { launchChromium } from "../lab/chromium.ts";
import { cell, ready } from "../lab/notebook_page.ts";
import { Staged } from "../lab/staging.ts";
import type { Line } from "./contests.ts";
import { startOurs } from "./first_cell.ts";

/** Two notebooks: the browser's cache is empty for the first. */
const [first, second] = ["01-sequence-to-sequence.ipynb", "04-scaling.ipynb"];

/** Milliseconds of one round, by what they are of. */
type Round = Record<string, number>;

/** Starts the server anew and opens two notebooks from its list, round by round; the first does not count. */
export async function measureOpening(problems: string[], rounds: number): Promise<Line[]> {
  if (!findChromium()) {
    problems.push("opening: Chromium is not installed");
    return [];
  }
  await ensureBundle();
  await using browser = await launchChromium();
  const times: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    await using staged = await Staged.make();
    for (const name of [first, second]) await copyNotebook(name, staged.root);
    await using context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    times.push(await timeRound(await context.newPage(), staged.root));
  }
  return Object.keys(times[0]).map((what) => ({
    name: `opening, ${what}`,
    unit: "ms",
    value: median(times.slice(1).map((round) => round[what])),
  }));
}

async function copyNotebook(name: string, folder: string): Promise<void> {
  const source = new URL(`../../notebooks/${name}`, import.meta.url);
  await Deno.copyFile(source, join(folder, "notebooks", name));
}

async function timeRound(page: Page, folder: string): Promise<Round> {
  const times: Round = {}, port = freePort(), start = performance.now();
  await using server = await startOurs(folder, port);
  await page.goto(server.list);
  await page.getByRole("link", { name: /Sequence to sequence/ }).first().waitFor();
  times["command to the list"] = performance.now() - start;
  const show = async (title: RegExp) => {
    const clicked = performance.now();
    await page.getByRole("link", { name: title }).first().click();
    await cell(page, 0).waitFor();
    const shown = performance.now();
    await ready(page);
    return { shown: shown - clicked, usable: performance.now() - clicked };
  };
  const cold = await show(/Sequence to sequence/);
  times["list to the first cell, cold"] = cold.shown;
  times["list to a ready kernel, cold"] = cold.usable;
  times["command to a usable notebook"] = times["command to the list"] + cold.usable;
  const run = performance.now();
  await cell(page, 1).locator(".cm-content").click();
  await page.keyboard.press("Shift+Enter");
  await cell(page, 1).locator(".jp-InputPrompt", { hasText: "[1]:" }).waitFor({
    state: "attached",
  });
  times["a notebook's imports, from the key to their end"] = performance.now() - run;
  await page.goto(server.list);
  const warm = await show(/Scaling by/);
  times["list to the first cell, warm"] = warm.shown;
  times["list to a ready kernel, warm"] = warm.usable;
  return times;
}
