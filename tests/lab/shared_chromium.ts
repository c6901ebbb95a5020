/**
 * One browser for all tests of a file: to start it takes longer than most of them. Each test opens pages in contexts of
 * its own, which share no storage, no cache and no service worker, and go with the test.
 *
 * @module
 */
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { closeBrowser, launchChromium } from "./chromium.ts";

let started: Promise<Browser> | undefined;

Deno.test.afterAll(async () => {
  if (started) await closeBrowser(await started);
});

/** What a test has of the browser. */
export class SharedBrowser implements AsyncDisposable {
  readonly #contexts: BrowserContext[] = [];
  readonly #browser: Browser;

  /** @param browser It stays open. */
  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Opens a context that nothing else shares. */
  async newContext(options?: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.#browser.newContext(options);
    this.#contexts.push(context);
    return context;
  }

  /** Closes what was opened. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }
}

/** The file's browser, which starts when the first test asks. */
export async function sharedChromium(): Promise<SharedBrowser> {
  return new SharedBrowser(await (started ??= launchChromium()));
}
