/**
 * How long a learner waits: from the command, and from the address of a notebook, to the first cell's
 * result, beside the classic Notebook with Python's own kernel and, where `COURSE_JUPYTERLAB` names a Python that
 * has it, JupyterLab; and from a cell to its result.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asString } from "lib/jupyter/format/json.ts";
import { codeCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { findChromium } from "lib/jupyter/run/still_pictures.ts";
import { ensureBundle } from "lib/lab/server/bundle.ts";
import { median } from "lib/statistics.ts";
import { ClassicNotebook, openClassic } from "../jupyter/front_ends/classic_notebook.ts";
import { JupyterLab, labPython, openLab } from "../jupyter/front_ends/jupyter_lab.ts";
import { freePort } from "../jupyter/front_ends/python_server.ts";
import { findPython, JupyterHome } from "../jupyter/front_ends/jupyter_home.ts";
import { launchChromium } from "../lab/chromium.ts";
import { call, Socket } from "../lab/kernel_socket.ts";
import { ready } from "../lab/notebook_page.ts";
import { Staged } from "../lab/staging.ts";
import type { Line } from "./contests.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const name = "first-cell.ipynb";

/** Milliseconds of one start. */
interface Start {
  /** From the command to a server that answers. */
  readonly server: number;
  /** From the address to a notebook whose kernel is ready. */
  readonly notebook: number;
  /** From then to the first cell's result on the screen. */
  readonly result: number;
}

/** A front end that can be started, used for one cell, and ended. */
interface FrontEnd {
  readonly name: string;
  start(folder: string, port: number): Promise<AsyncDisposable & { address(path: string): string }>;
  open(page: Page, address: string): Promise<void>;
  /** The text of the first result. */
  readonly result: string;
  readonly kernel: { readonly display_name: string; readonly name: string };
}

const ours: FrontEnd = {
  name: "deno task start",
  start: startOurs,
  async open(page, address) {
    await page.goto(address);
    await ready(page);
  },
  result: ".jp-OutputArea-output",
  kernel: { display_name: "Deno", name: "deno" },
};

function classic(python: string, home: JupyterHome): FrontEnd {
  return {
    name: "classic Notebook",
    start: (folder, port) => ClassicNotebook.start(python, home, folder, port),
    open: openClassic,
    result: ".output_result",
    kernel: { display_name: "Python 3", name: "python3" },
  };
}

function lab(python: string, home: JupyterHome): FrontEnd {
  return {
    name: "JupyterLab",
    start: (folder, port) => JupyterLab.start(python, home, folder, port),
    open: openLab,
    result: ".jp-OutputArea-executeResult",
    kernel: { display_name: "Python 3", name: "python3" },
  };
}

/**
 * Starts the front ends in turns, with warm caches. The first round, which warms them, does not count.
 */
export async function measureStart(problems: string[], rounds: number): Promise<Line[]> {
  const python = await findPython("notebook.notebookapp, ipykernel");
  if (!python || !findChromium()) {
    problems.push("start: classic Notebook, ipykernel or Chromium is not installed");
    return [];
  }
  await ensureBundle();
  await using home = await JupyterHome.make();
  await using browser = await launchChromium();
  const labs = labPython();
  const frontEnds = [ours, classic(python, home), ...labs ? [lab(labs, home)] : []];
  const runs = await Promise.all(frontEnds.map(async (frontEnd) => {
    const folder = join(home.folder, frontEnd.name);
    await Deno.mkdir(folder);
    const metadata = { kernelspec: frontEnd.kernel };
    const notebook = { ...newNotebook([codeCell("sum", "40 + 2")]), metadata };
    await writeNotebook(join(folder, name), notebook, { metadata: "all" });
    const context = await browser.newContext(); // the browser's cache stays warm from round to round
    const [port, starts]: [number, Start[]] = [freePort(), []];
    return { frontEnd, folder, context, port, starts };
  }));
  for (let round = 0; round <= rounds; round++) {
    for (const { frontEnd, folder, context, port, starts } of runs) {
      const page = await context.newPage();
      const start = await timeStart(frontEnd, page, folder, port);
      await page.close();
      if (round > 0) starts.push(start);
    }
  }
  return runs.flatMap(({ frontEnd, starts }) => {
    const line = (what: string, time: (start: Start) => number): Line => ({
      name: `start, ${what}, ${frontEnd.name}`,
      unit: "ms",
      value: median(starts.map(time)),
    });
    return [
      line("command to first result", ({ server, notebook, result }) => server + notebook + result),
      line("address to first result", ({ notebook, result }) => notebook + result),
      line("command to server", ({ server }) => server),
    ];
  });
}

/** From a cell that is sent to the page's server to the end of its output. */
export async function measureRoundTrip(cells: number): Promise<Line[]> {
  await using staged = await Staged.make();
  await using server = await staged.serve();
  const kernel = asString((await call(server, "kernels", "POST", {})).id);
  await using socket = await Socket.open(server, kernel);
  const times: number[] = [];
  for (let n = -5; n < cells; n++) {
    const start = performance.now();
    const id = socket.run("40 + 2");
    await socket.wait(({ message }) =>
      message.parent_header.msg_id === id && message.content.execution_state === "idle"
    );
    if (n >= 0) times.push(performance.now() - start); // the first five warm up
  }
  const value = median(times);
  return [{ name: "round trip of a trivial cell through the page's server", unit: "ms", value }];
}

async function timeStart(
  frontEnd: FrontEnd,
  page: Page,
  folder: string,
  port: number,
): Promise<Start> {
  const begin = performance.now();
  await using server = await frontEnd.start(folder, port);
  const answered = performance.now();
  await frontEnd.open(page, server.address(name));
  const opened = performance.now();
  await page.keyboard.press("Shift+Enter");
  await page.locator(frontEnd.result, { hasText: "42" }).first().waitFor();
  const shown = performance.now();
  return { server: answered - begin, notebook: opened - answered, result: shown - opened };
}

/** `deno task start` over a folder, in a process of its own. */
export async function startOurs(folder: string, port: number) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "start", "--no-open", "--port", String(port), "--dir", folder],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const decoder = new TextDecoder();
  let said = "";
  for await (const chunk of child.stdout.values({ preventCancel: true })) {
    said += decoder.decode(chunk, { stream: true });
    if (said.includes("?token=") && said.includes("Ctrl-C")) break;
  }
  const token = /token=([0-9a-f]+)/.exec(said)?.[1] ?? "";
  return {
    list: `http://127.0.0.1:${port}/?token=${token}`,
    address: (path: string) => `http://127.0.0.1:${port}/notebooks/${path}?token=${token}`,
    async [Symbol.asyncDispose]() {
      await child.stdout.cancel();
      child.kill("SIGTERM");
      await child.status;
    },
  };
}
