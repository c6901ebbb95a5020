/**
 * A browser for the page's tests: the system's Chromium, which never asks the network for anything.
 *
 * @module
 */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { withTimeLimit } from "lib/platform/waiting.ts";

/**
 * True where browser tests are left out: there is no Chromium, and this is not CI, where that is a
 * failure.
 */
export function withoutChromium(): boolean {
  if (findChromium() !== undefined) return false;
  if (Deno.env.get("CI") === "true") return false;
  console.warn("No Chromium found: the page's browser tests are left out (set CHROME_PATH).");
  return true;
}

/** Milliseconds in which a browser starts, and in which it closes. */
const browserLimit = 60_000;

/** Starts the browser; who takes care of signals, closes it then. */
export async function launchChromium(
  { closesOnSignals = true }: { readonly closesOnSignals?: boolean } = {},
): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("expected a Chromium; set CHROME_PATH");
  return await chromium.launch({
    executablePath,
    timeout: browserLimit,
    handleSIGINT: closesOnSignals,
    handleSIGTERM: closesOnSignals,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Closes the browser. One that hangs is an error, not a wait without an end. */
export async function closeBrowser(browser: Browser): Promise<void> {
  await withTimeLimit(browser.close(), browserLimit, "closing the browser");
}

/** What a page asked for and said that it should not have. */
export interface Watched {
  readonly page: Page;
  /** Addresses of requests that left `origin`. */
  readonly outside: string[];
  /** Uncaught errors. */
  readonly errors: string[];
  /** Warnings and errors on the console. */
  readonly warnings: string[];
}

/** Opens a page that is watched. */
export async function openPage(
  browser: Pick<Browser, "newContext">,
  port: number,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // a loaded machine takes its time
  const [outside, errors, warnings]: [string[], string[], string[]] = [[], [], []];
  const inside = new RegExp(`^(http|ws)://127\\.0\\.0\\.1:${port}/|^(data|blob|about):`);
  page.on("request", (request) => {
    if (!inside.test(request.url())) outside.push(request.url());
  });
  page.on("websocket", (socket) => {
    if (!inside.test(socket.url())) outside.push(socket.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (/^(warning|error)$/.test(message.type())) warnings.push(message.text());
  });
  return { page, outside, errors, warnings };
}
