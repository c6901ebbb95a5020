/**
 * Connects again when the connection to the server has broken: to the same kernel if it still runs, to a new
 * one if the server has restarted. The text in the page stays as it is. A connection can also be dead without
 * having been closed, for instance after the computer slept, so the page asks the server from time to time.
 *
 * @module
 */
import { CodeCell } from "@jupyterlab/cells";
import type { OpenNotebook } from "../document/document.ts";
import type { Banner } from "../elements/banner.ts";
import { delay } from "../elements/elements.ts";
import type { Actions } from "../notebook/actions.ts";
import { connectAnew, replaced } from "./start_kernel.ts";

const retryMs = 1000;
/** A restart of the kernel also breaks the connection, for less than this. */
const graceMs = 800;
const heartbeatMs = 15_000;
/** A server that takes longer than this for a simple answer is not there. */
const answerMs = 8000;
/** A kernel that is there has answered by then. */
const connectMs = 10_000;
/** So often a kernel that does not come is asked for before the learner is told. */
const mostAttempts = 3;

/** Watches the connection for as long as the page is open. */
export function keepConnected(
  { panel, session, context }: OpenNotebook,
  actions: Actions,
  banner: Banner,
): void {
  let searching = false;
  /** The kernel that the page was connected to last; undefined before the first one. */
  let known: string | undefined;
  const isConnected = () => session.session?.kernel?.connectionStatus === "connected";
  const look = () => {
    if (!searching && isConnected()) known = session.session?.kernel?.id;
  };
  look();
  session.kernelChanged.connect(look); // a kernel may be connected before anybody could listen to it
  session.connectionStatusChanged.connect((_, state) => {
    look();
    if (state !== "connected" && known !== undefined) void search();
  });

  let beat = Date.now();
  setInterval(async () => {
    const slept = Date.now() - beat > 3 * heartbeatMs;
    beat = Date.now();
    if (known === undefined || searching) return;
    // What was sent while this machine slept may have gone nowhere; the server knows what we missed.
    if (await askServer() !== "here" || slept) void search(true);
    else if (!isConnected()) void search();
  }, heartbeatMs);

  const search = async (silent = false): Promise<void> => {
    if (searching) return;
    searching = true;
    try {
      await delay(graceMs);
      await replaced();
      if (!silent && isConnected()) return;
      await findKernel();
      const kernel = session.session?.kernel?.id;
      if (kernel !== known) tellAnew();
      known = kernel;
    } catch (error) {
      console.error(error);
      tellNone();
    } finally {
      searching = false;
    }
  };

  /** Until the page is connected. The server may go away again meanwhile, and a connection may break. */
  const findKernel = async (): Promise<void> => {
    for (let attempt = 1;; attempt++) {
      await waitForServer();
      try {
        await returnToKernel();
        if (await connects()) return;
        throw new Error(`expected a connection to the kernel within ${connectMs} ms`);
      } catch (error) {
        if (attempt === mostAttempts) throw error;
        await delay(retryMs);
      }
    }
  };

  const connects = async (): Promise<boolean> => {
    const end = Date.now() + connectMs;
    while (!isConnected() && Date.now() < end) await delay(50);
    return isConnected();
  };

  const tellNone = (): void =>
    banner.tell({
      kind: "problem",
      text: "The kernel did not start.",
      action: { label: "Start the kernel again", press: () => search() },
    });
  context.onKernelFailure = () => {
    if (!searching) tellNone();
  };

  const waitForServer = async (): Promise<void> => {
    let told = "here";
    for (let answer = await askServer(); answer !== "here"; answer = await askServer()) {
      if (answer === told) {
        await delay(retryMs);
        continue;
      }
      told = answer;
      banner.tell({
        kind: "problem",
        text: answer === "stranger"
          ? "The server was started anew and no longer knows this page. Open the address that the terminal shows."
          : "The course's server does not answer. Is “deno task start” still running in the terminal? Your text stays in this page, which reconnects by itself.",
      });
    }
    banner.clear();
  };

  /** Nobody will answer what the cells have asked the old kernel. */
  const endRuns = (): void => {
    for (const cell of panel.content.widgets) {
      if (cell instanceof CodeCell) cell.outputArea.future?.dispose();
    }
  };

  const returnToKernel = async (): Promise<void> => {
    const kernel = session.session?.kernel;
    const lives = kernel ? await kernelExists(kernel.id) : false;
    // Whether it is there again is seen by its state: the promise may stay open for ever.
    if (kernel && lives && !kernel.isDisposed) return void kernel.reconnect().catch(() => {});
    if (!lives) endRuns();
    await connectAnew(session);
  };

  const tellAnew = (): void =>
    banner.tell({
      kind: "news",
      text:
        "The server was started anew, and with it the kernel. Variables are gone: run the cells from the top.",
      action: { label: "Run the cells again", press: actions.runAll },
    });
}

async function askServer(): Promise<"here" | "gone" | "stranger"> {
  try {
    const signal = AbortSignal.timeout(answerMs);
    const response = await fetch("/api/status", { cache: "no-store", signal });
    await response.body?.cancel();
    return response.ok ? "here" : response.status === 403 ? "stranger" : "gone";
  } catch {
    return "gone";
  }
}

async function kernelExists(id: string): Promise<boolean> {
  const response = await fetch(`/api/kernels/${id}`, { cache: "no-store" });
  await response.body?.cancel();
  return response.ok;
}
