/**
 * A built JupyterLite in Chromium. It is not part of what the project needs: where `COURSE_JUPYTERLITE` names a folder
 * that holds one, or its address, measurements take it along. It must have a notebook `first-cell.ipynb` whose first
 * code cell gives 42.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { untilHolds } from "./site_page.ts";
import { SiteServer } from "./site_server.ts";

const notebookPage = "notebooks/index.html?path=first-cell.ipynb";

/** JupyterLite's page for one notebook, at its address. */
export class JupyterLite implements AsyncDisposable {
  readonly name = "JupyterLite";
  readonly #server: SiteServer | undefined;
  /** The notebook's. */
  readonly address: string;

  /** @param place A folder, which is served like the course's site, or an address. */
  constructor(place: string) {
    const isAddress = /^https?:/.test(place);
    this.#server = isAddress ? undefined : new SiteServer(place, { asHosted: true });
    this.address = this.#server?.address(notebookPage) ??
      new URL(notebookPage, place.replace(/\/?$/, "/")).href;
  }

  /** Waits until the notebook shows. */
  async read(page: Page): Promise<void> {
    await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
  }

  /** Runs the first code cell as soon as the kernel is there. */
  async run(page: Page): Promise<void> {
    await untilHolds(page, ".jp-Notebook-ExecutionIndicator[data-status=idle]", "");
    const first = page.locator(".jp-CodeCell").first();
    await first.locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    await untilHolds(page, ".jp-CodeCell .jp-OutputArea-executeResult", "42");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server?.[Symbol.asyncDispose]();
  }
}

/** The one that is named, if there is one. */
export function openJupyterLite(): JupyterLite | undefined {
  const place = Deno.env.get("COURSE_JUPYTERLITE");
  return place ? new JupyterLite(place) : undefined;
}
