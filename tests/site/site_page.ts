/**
 * What tests and measurements do on the pages of a site.
 *
 * @module
 */
import type { Page } from "playwright-core";

/** Waits until the service worker keeps the site's files and answers for the page. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) {
      await new Promise((r) => setTimeout(r, 50));
    }
  });
}
