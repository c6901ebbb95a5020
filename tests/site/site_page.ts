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
