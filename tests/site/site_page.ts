/**
 * What tests and measurements do on the pages of a site.
 *
 * @module
 */
import type { Page } from "playwright-core";

/** Waits until the service worker keeps the site's files and answers for the page. */
export async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    polling: 50,
    timeout: 90_000, // all of the site is fetched
  });
}

/**
 * Waits until an element that `selector` finds holds `text`. It looks at each frame: a locator's own wait looks twice a
 * second only when something takes long, which would be measured along.
 */
export async function untilHolds(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    ([selector, text]) =>
      [...document.querySelectorAll(selector)].some((node) => node.textContent?.includes(text)),
    [selector, text] as const,
  );
}
