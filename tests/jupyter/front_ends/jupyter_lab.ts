/**
 * JupyterLab 4 in Chromium, as a front end of our kernel. It is not part of what the project needs: where
 * `COURSE_JUPYTERLAB` names a Python that has it, tests and measurements take it along.
 *
 * @module
 */
import type { Page } from "playwright-core";
import type { JupyterHome } from "./jupyter_home.ts";
import { freePort, PythonServer } from "./python_server.ts";

const token = "lab";

/** The Python that has JupyterLab, if one is named. */
export function labPython(): string | undefined {
  return Deno.env.get("COURSE_JUPYTERLAB");
}

/** A running server of JupyterLab. */
export class JupyterLab implements AsyncDisposable {
  readonly #server: PythonServer;

  private constructor(server: PythonServer, readonly folder: string) {
    this.#server = server;
  }

  /** Starts the server over `folder` and waits until it answers. */
  static async start(
    python: string,
    home: JupyterHome,
    folder: string,
    port = freePort(),
  ): Promise<JupyterLab> {
    const server = await PythonServer.start({
      python,
      args: [
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        `--port=${port}`,
        "--ServerApp.port_retries=0",
        `--IdentityProvider.token=${token}`,
        `--ServerApp.root_dir=${folder}`,
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
      ],
      environment: {
        ...home.environment,
        JUPYTERLAB_SETTINGS_DIR: `${home.folder}/lab/settings`,
        JUPYTERLAB_WORKSPACES_DIR: `${home.folder}/lab/workspaces`,
        COURSE_BUDGET: "small",
      },
      port,
      limit: 60_000,
      problem: "The server of JupyterLab did not start.",
    });
    return new JupyterLab(server, folder);
  }

  /** The address of a notebook below its folder, in a workspace that knows nothing of earlier ones. */
  address(path: string): string {
    return `http://127.0.0.1:${this.#server.port}/lab/tree/${path}?reset&token=${token}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }
}

/** Opens a notebook, waits until its kernel is ready, and puts the cursor into the first cell. */
export async function openLab(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  // What the page shows as idle may be a kernel that it has not heard of yet.
  await page.waitForFunction(
    "globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
  );
  await page.locator(".jp-NotebookPanel .jp-Spinner").waitFor({ state: "detached" });
  // Until its layout is restored, it takes the focus back.
  await page.evaluate("jupyterapp.restored.then(() => {})");
  const first = page.locator(".jp-Notebook .jp-Cell").first();
  await first.locator(".cm-content:visible, .jp-RenderedMarkdown:visible").first().click();
  await page.waitForFunction("document.activeElement.closest('.jp-Notebook') !== null");
}

/** Runs all cells of the open notebook from the menu, waits until they have ended, and saves. */
export async function runAllInLab(page: Page, limit = 300_000): Promise<void> {
  await page.locator(".lm-MenuBar-item", { hasText: /^Run$/ }).click();
  await page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click();
  // Cells far from the window are not on the page: the application itself has to be asked.
  await page.waitForFunction(
    `jupyterapp.shell.currentWidget.content.widgets.every(({ model }) =>
      model.type !== "code" || model.executionCount !== null && model.executionState === "idle"
    )`,
    undefined,
    { timeout: limit },
  );
  await page.evaluate("jupyterapp.shell.currentWidget.context.save()");
}
