import { join } from "node:path";
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { delay } from "lib/platform/waiting.ts";
import { launchChromium, openPage } from "../chromium.ts";
import { call } from "../kernel_socket.ts";
import {
  cell,
  notebook,
  openNotebook,
  output,
  pageTest,
  ready,
  runCode,
  saved,
} from "../notebook_page.ts";
import { sharedChromium } from "../shared_chromium.ts";
import type { Staged } from "../staging.ts";

/**
 * A training in small: a line now and then, a display that is replaced, and a last word when a file
 * named `enough` has appeared beside the notebook.
 */
const training = `
for (let step = 1, enough = false; !enough; step++) {
  console.log("loss of step " + step + ";");
  await Deno.jupyter.broadcast(step === 1 ? "display_data" : "update_display_data", {
    data: { "text/plain": "bar at " + step + ";" },
    metadata: {},
    transient: { display_id: "bar" },
  });
  await new Promise((go) => setTimeout(go, 300));
  enough = await Deno.stat("enough").then(() => true, () => false);
}
"trained";`;

/** Lets the training come to its end. */
async function enough(staged: Staged): Promise<void> {
  await Deno.writeTextFile(join(staged.root, "notebooks/enough"), "");
}

/** Waits until the page has saved the cell's code; while a cell prints there is always more to save. */
async function codeStored(staged: Staged): Promise<void> {
  while (!(await staged.read(notebook)).includes("loss of step")) await delay(100);
}

/** The last step that the page shows. After a reload it draws the outputs anew, and for a moment none. */
async function lastStep(page: Page): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = await cell(page, 8).locator(".jp-OutputArea").innerText();
    const step = [...text.matchAll(/step (\d+);/g)].at(-1)?.[1];
    if (step !== undefined) return Number(step);
    await delay(100);
  }
  throw new Error("expected a step in the outputs of cell 8 within 10 s, got none");
}

/** The outputs of cell 8 as the file holds them. */
async function storedText(staged: Staged): Promise<string> {
  const { cells } = parseNotebook(await staged.read(notebook));
  return JSON.stringify(cells[8].cell_type === "code" ? cells[8].outputs : []);
}

pageTest("a reload loses nothing of a cell that runs, nor of one that waits", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await sharedChromium();
  const { page, errors } = await openPage(browser, server.port);
  page.on("dialog", (dialog) => void dialog.accept());
  await openNotebook(page, server.port);
  await runCode(page, 8, training);
  await output(page, 8, "loss of step 2;").waitFor();
  await runCode(page, 4, "`after ${1 + 1} reloads`"); // waits for the training
  await page.locator(".course-running").nth(1).waitFor();
  for (const _reload of [1, 2]) {
    await page.reload();
    await output(page, 8, "loss of step 1;").waitFor();
    await page.locator(".kernel[data-state=busy]").waitFor();
    await page.locator(".course-running").nth(1).waitFor();
    const step = await lastStep(page);
    await output(page, 8, `loss of step ${step + 2};`).waitFor(); // and it goes on
  }
  await enough(staged);
  await output(page, 8, "trained").waitFor();
  await output(page, 4, "after 2 reloads").waitFor();
  await page.waitForSelector(".kernel[data-state=idle]");
  const text = await cell(page, 8).locator(".jp-OutputArea").innerText();
  const steps = [...text.matchAll(/loss of step (\d+);/g)].map(([, step]) => Number(step));
  assertEquals(steps, steps.map((_, index) => index + 1), "each step once, in order");
  assertEquals([...text.matchAll(/bar at (\d+);/g)].map(([, step]) => step), [`${steps.length}`]);
  assertEquals(await page.locator(".course-running").count(), 0);
  await page.waitForTimeout(1500); // longer than the page waits before it saves
  await saved(page);
  const stored = await storedText(staged);
  assertStringIncludes(stored, `loss of step ${steps.length};`);
  assertStringIncludes(stored, "trained");
  assertEquals(errors, []);
});

pageTest("a training goes on while the browser is closed", async (staged) => {
  await using server = await staged.serve({ page: true });
  {
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await runCode(page, 8, training);
    await output(page, 8, "loss of step 1;").waitFor();
    await codeStored(staged);
  }
  await enough(staged); // it ends with nobody there
  const idle = async () => (await call(server, "kernels")).list;
  while (JSON.stringify(await idle()).includes(`"busy"`)) await delay(100);
  await using browser = await launchChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await output(page, 8, "trained").waitFor();
  await output(page, 8, "loss of step 2;").waitFor();
  await page.waitForFunction(() => !document.querySelector(".course-running"));
  await page.waitForTimeout(1500);
  await saved(page);
  assertStringIncludes(await storedText(staged), "trained");
  assertEquals(errors, []);
  assertEquals(await page.locator(".jp-Dialog").count(), 0);
  await page.reload(); // what is saved comes once
  await ready(page);
  await output(page, 8, "trained").waitFor();
  assertEquals((await cell(page, 8).innerText()).split("loss of step 2;").length, 2);
});

pageTest("the server saves what no page came to see", async (staged) => {
  const server = await staged.serve({ page: true });
  {
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await runCode(page, 8, training);
    await output(page, 8, "loss of step 1;").waitFor();
    await codeStored(staged);
  }
  await delay(1500);
  const before = parseNotebook(await staged.read(notebook));
  await server.close(); // Ctrl-C with the browser closed and the cell still at work
  const after = parseNotebook(await staged.read(notebook));
  assertStringIncludes(await storedText(staged), "loss of step 3;");
  assertEquals(after.cells.map(({ source }) => source), before.cells.map(({ source }) => source));
});
