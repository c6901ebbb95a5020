/**
 * What tests do on a notebook's page.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { token } from "./staging.ts";

/** The fixture notebook that is opened unless a test says otherwise. */
const smallAttention = "notebooks/04-small-attention.ipynb";

/** Opens a notebook and waits until its kernel is ready. */
export async function openNotebook(page: Page, port: number, path = smallAttention): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/notebooks/${path}?token=${token}`);
  await ready(page);
}

/** Waits until the page and its kernel are ready. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector("html[data-ready]");
  await page.waitForSelector(".kernel[data-state=idle]");
}

/** The cell with this number, counting all cells from 0. */
export function cell(page: Page, index: number) {
  return page.locator(".jp-Cell").nth(index);
}

/** Replaces a cell's text and runs it. */
export async function runCode(page: Page, index: number, code: string): Promise<void> {
  await cell(page, index).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
  await page.keyboard.press("Shift+Enter");
}

/** Runs all cells of a notebook that has not run yet, and waits until each has ended. */
export async function runAll(page: Page, timeout = 60_000): Promise<void> {
  await page.getByRole("button", { name: "Run all cells from the top" }).click();
  await page.waitForFunction(
    () => {
      const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
      return prompts.every(({ textContent }) => /^\[\d+\]:$/.test(textContent ?? ""));
    },
    undefined,
    { timeout },
  );
}
