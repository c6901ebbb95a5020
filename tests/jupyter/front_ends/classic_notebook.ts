/**
 * The classic Jupyter Notebook (version 6) in Chromium, as a front end of our kernel.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { join } from "node:path";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import type { JupyterHome } from "./jupyter_home.ts";
import {
  countOutputs,
  numberedNotebook,
  type OutputCount,
  outputsSettled,
} from "./numbered_cells.ts";
import { freePort, PythonServer } from "./python_server.ts";

const token = "classic";

/** A running notebook server of Python's. */
export class ClassicNotebook implements AsyncDisposable {
  readonly #server: PythonServer;

  private constructor(server: PythonServer, readonly folder: string) {
    this.#server = server;
  }

  /**
   * Starts the server over `folder` and waits until it answers.
   *
   * @param python A Python that has `notebook`.
   */
  static async start(
    python: string,
    home: JupyterHome,
    folder: string,
    port = freePort(),
  ): Promise<ClassicNotebook> {
    const settings = [`token=${token}`, `port=${port}`, `notebook_dir=${folder}`, "port_retries=0"];
    const server = await PythonServer.start({
      python,
      args: [
        "-m",
        "notebook",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        ...settings.map((setting) => `--NotebookApp.${setting}`),
      ],
      environment: home.environment,
      port,
      limit: 30_000,
      problem: "The classic notebook server did not start.",
    });
    return new ClassicNotebook(server, folder);
  }

  /** Where it answers. */
  get port(): number {
    return this.#server.port;
  }

  /** The address of a notebook below its folder. */
  address(path: string): string {
    return `http://127.0.0.1:${this.port}/notebooks/${path}?token=${token}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }
}

/** Opens a notebook and waits until the page says that its kernel is ready. */
export async function openClassic(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(60_000); // a machine with much to do loads its many scripts slowly
  await page.goto(address);
  await page.waitForFunction(
    "globalThis.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.is_connected()",
  );
}

/** Runs `count` numbered cells on `kernel` with "run all". */
export async function countInClassic(
  page: Page,
  server: ClassicNotebook,
  kernel: string,
  count: number,
): Promise<OutputCount> {
  const name = `numbered-${crypto.randomUUID()}.ipynb`;
  const path = join(server.folder, name);
  const notebook = numberedNotebook(count);
  const metadata = { kernelspec: { display_name: kernel, language: "typescript", name: kernel } };
  await writeNotebook(path, { ...notebook, metadata }, { metadata: "all" });
  await openClassic(page, server.address(name));
  await page.evaluate("Jupyter.notebook.execute_all_cells()");
  await page.waitForFunction(
    "Jupyter.notebook.get_cells().every((cell) => cell.input_prompt_number > 0)",
    undefined,
    { timeout: 120_000 },
  );
  await outputsSettled(() => page.locator(".output_area").count());
  await page.evaluate("Jupyter.notebook.save_notebook()");
  await page.evaluate("Jupyter.notebook.session.delete()"); // ends the kernel
  return countOutputs(await readNotebook(path));
}
