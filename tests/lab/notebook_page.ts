/**
 * What tests do on a notebook's page.
 *
 * @module
 */
import type { Locator, Page } from "playwright-core";
import { withTimeLimit } from "lib/platform/waiting.ts";
import { withoutChromium } from "./chromium.ts";
import { Staged, token } from "./staging.ts";

/** The fixture that is opened unless a test says otherwise. Its cell 8 holds the learner's code. */
export const notebook = "notebooks/04-small-attention.ipynb";

/** Opens a notebook and waits until its kernel is ready. */
export async function openNotebook(page: Page, port: number, path = notebook): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/notebooks/${path}?token=${token}`);
  await ready(page);
}

/** Waits until the page and its kernel are ready. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector("html[data-ready]");
  await page.waitForSelector(".kernel[data-state=idle]");
}

/** The cell with this number, counting all cells from 0. */
export function cell(page: Page, index: number): Locator {
  return page.locator(".jp-Cell").nth(index);
}

/** The first output of cell `index` that holds `text`. */
export function output(page: Page, index: number, text: string | RegExp): Locator {
  return cell(page, index).locator(".jp-OutputArea-output", { hasText: text }).first();
}

/** Replaces a cell's text. */
export async function write(page: Page, index: number, code: string): Promise<void> {
  await cell(page, index).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
}

/** Replaces a cell's text and runs it. */
export async function runCode(page: Page, index: number, code: string): Promise<void> {
  await write(page, index, code);
  await page.keyboard.press("Shift+Enter");
}

/** Waits until what is on the page is on the disk. */
export async function saved(page: Page): Promise<void> {
  await page.locator(".saved[data-state=Saved]").waitFor();
}

/** Runs all cells of a notebook that has not run yet, and waits until each has ended. */
export async function runAll(page: Page, timeout = 60_000): Promise<void> {
  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  await page.waitForFunction(
    () => {
      const cells = [...document.querySelectorAll(".jp-Cell")];
      const [, total] = /\/ (\d+)/.exec(cells[0]?.getAttribute("aria-label") ?? "") ?? [];
      if (cells.length !== Number(total)) return false; // the page draws cells one after the other
      return cells.filter((cell) => cell.matches(".jp-CodeCell")).every((cell) =>
        /^\[\d+\]:$/.test(cell.querySelector(".jp-InputPrompt")?.textContent ?? "")
      );
    },
    undefined,
    { timeout },
  );
}

/** Milliseconds after which a test that hangs has failed; the longest takes a fifth of them. */
const testLimit = 300_000;

/** A test with a copy of the fixtures, left out where there is no browser. */
export function pageTest(name: string, body: (staged: Staged) => Promise<void>): void {
  Deno.test({
    name: `page: ${name}`,
    ignore: withoutChromium(),
    // The browser is another process with its own pipes; it ends with the test.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      await using staged = await Staged.make();
      await withTimeLimit(body(staged), testLimit, name);
    },
  });
}
