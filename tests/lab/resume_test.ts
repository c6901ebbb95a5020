import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseNotebook } from "lib/jupyter/notebook.ts";
import { launchChromium, openPage } from "./chromium.ts";
import {
  cell,
  notebook,
  openNotebook,
  output,
  pageTest,
  ready,
  runCode,
  saved,
} from "./notebook_page.ts";
import type { Staged } from "./staging.ts";

/** A training in small: a line now and then, a display that is replaced, and a last word. */
const training = (steps: number) => `
for (let step = 1; step <= ${steps}; step++) {
  console.log("loss of step " + step);
  await Deno.jupyter.broadcast(step === 1 ? "display_data" : "update_display_data", {
    data: { "text/plain": "bar at " + step },
    metadata: {},
    transient: { display_id: "bar" },
  });
  await new Promise((go) => setTimeout(go, 500));
}
"trained";`;

/** The outputs of cell 8 as the file holds them. */
async function storedText(staged: Staged): Promise<string> {
  const { cells } = parseNotebook(await staged.read(notebook));
  return JSON.stringify(cells[8].cell_type === "code" ? cells[8].outputs : []);
}

pageTest("a reload loses nothing of a cell that runs, nor of one that waits", async (staged) => {
  await using server = await staged.serve({ page: true });
  await using browser = await launchChromium();
  const { page, errors } = await openPage(browser, server.port);
  page.on("dialog", (dialog) => void dialog.accept());
  await openNotebook(page, server.port);
  await runCode(page, 8, training(10));
  await page.keyboard.press("Escape");
  await output(page, 8, "loss of step 2").waitFor();
  await runCode(page, 4, "`after ${1 + 1} reloads`"); // waits for the training
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await output(page, 8, "loss of step 1").waitFor();
  await page.locator(".kernel[data-state=busy]").waitFor();
  assertEquals(await page.locator(".course-running").count(), 2);
  await output(page, 8, "loss of step 7").waitFor();
  await page.reload();
  await output(page, 8, "trained").waitFor();
  const text = await cell(page, 8).locator(".jp-OutputArea").innerText();
  for (let step = 1; step <= 10; step++) {
    assertEquals(text.split(`loss of step ${step}\n`).length, 2, `step ${step} in: ${text}`);
  }
  assertStringIncludes(text, "bar at 10");
  assert(!text.includes("bar at 9"), text);
  await output(page, 4, "after 2 reloads").waitFor();
  await page.waitForSelector(".kernel[data-state=idle]");
  assertEquals(await page.locator(".course-running").count(), 0);
  await saved(page);
  const stored = await storedText(staged);
  assertStringIncludes(stored, "loss of step 10");
  assertStringIncludes(stored, "trained");
  assertEquals(errors, []);
});

pageTest("a training goes on while the browser is closed", async (staged) => {
  await using server = await staged.serve({ page: true });
  {
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await runCode(page, 8, training(5));
    await output(page, 8, "loss of step 1").waitFor();
    await saved(page);
  }
  await new Promise((resolve) => setTimeout(resolve, 3500)); // it ends with nobody there
  await using browser = await launchChromium();
  const { page, errors } = await openPage(browser, server.port);
  await openNotebook(page, server.port);
  await output(page, 8, "trained").waitFor();
  await output(page, 8, "loss of step 5").waitFor();
  await output(page, 8, "bar at 5").waitFor();
  await page.waitForFunction(() => !document.querySelector(".course-running"));
  await page.locator(".saved[data-state=Unsaved]").waitFor({ state: "detached" });
  await saved(page);
  assertStringIncludes(await storedText(staged), "trained");
  assertEquals(errors, []);
  assertEquals(await page.locator(".jp-Dialog").count(), 0);
  await page.reload(); // what is saved comes once
  await ready(page);
  await output(page, 8, "trained").waitFor();
  assertEquals((await cell(page, 8).innerText()).split("loss of step 5").length, 2);
});

pageTest("the server saves what no page came to see", async (staged) => {
  const server = await staged.serve({ page: true });
  {
    await using browser = await launchChromium();
    const { page } = await openPage(browser, server.port);
    await openNotebook(page, server.port);
    await runCode(page, 8, training(40));
    await output(page, 8, "loss of step 1").waitFor();
    await saved(page);
  }
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const before = parseNotebook(await staged.read(notebook));
  await server.close(); // Ctrl-C with the browser closed and the cell still at work
  const after = parseNotebook(await staged.read(notebook));
  assertStringIncludes(await storedText(staged), "loss of step 3");
  assertEquals(after.cells.map(({ source }) => source), before.cells.map(({ source }) => source));
});
