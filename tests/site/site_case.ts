/**
 * A test of the site in Chromium, served by a plain file server below a path with a space.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Output, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFile } from "lib/platform/project.ts";
import { withTimeLimit } from "lib/platform/waiting.ts";
import { closeBrowser, launchChromium, withoutChromium } from "../lab/chromium.ts";
import { ready } from "../lab/notebook_page.ts";
import { SiteServer } from "./site_server.ts";

/** The notebook that most tests open. */
export const path = "notebooks/04-scaling.ipynb";
export const stored = parseNotebook(await Deno.readTextFile(projectFile(path)));
export const firstCode = stored.cells.findIndex((cell) => cell.cell_type === "code");

/** How many exercises it has. */
export const exerciseCount =
  stored.cells.filter((cell) =>
    cell.cell_type === "code" && cell.metadata.exercise !== undefined &&
    cell.source.includes("Not implemented yet")
  ).length;

/** One site and one browser serve all tests of a file: building takes long. */
let shared: { readonly server: SiteServer; readonly browser: Browser } | undefined;
const options = { ignore: withoutChromium(), sanitizeOps: false, sanitizeResources: false };

/** Milliseconds after which a test that hangs has failed; the longest takes a tenth of them. */
const testLimit = 300_000;

/** A test with the site of the file that it stands in; {@linkcode closeSite} ends it. */
export function siteTest(
  name: string,
  body: (server: SiteServer, browser: Browser) => Promise<void>,
): void {
  Deno.test({
    name: `site: ${name}`,
    ...options,
    async fn() {
      shared ??= { server: await SiteServer.build(), browser: await launchChromium() };
      await withTimeLimit(body(shared.server, shared.browser), testLimit, name);
      assertEquals(shared.server.missing.filter((path) => path !== "/favicon.ico"), []);
    },
  });
}

/**
 * A browser that keeps no site for later, as in a private window: it does not fetch all of it, and its pages are not
 * isolated.
 */
export const keepsNothing = { serviceWorkers: "block" } as const;

/** Opens a page in a browser of its own. */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  return page;
}

/** Opens the page of the notebook, and lets it take over. */
export async function openForEditing(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (await page.locator(".reading .code > pre").count() > 0) {
    await page.locator(".code > pre").first().dblclick();
  }
  await ready(page);
}

/** What a cell said. */
export function text(outputs: readonly Output[]): string {
  return outputs.map((output) =>
    output.output_type === "stream"
      ? output.text
      : output.output_type === "error"
      ? output.evalue
      : String(output.data["text/plain"])
  ).join("");
}

/** Closes the browser and the site, where there are any. */
export async function closeSite(): Promise<void> {
  if (!shared) return;
  await closeBrowser(shared.browser);
  await shared.server[Symbol.asyncDispose]();
}
