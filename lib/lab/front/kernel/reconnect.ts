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

const retryMs = 1000;
/** A restart of the kernel also breaks the connection, for less than this. */
const graceMs = 800;
const heartbeatMs = 15_000;
/** A server that takes longer than this for a simple answer is not there. */
const answerMs = 8000;

/** Watches the connection for as long as the page is open. */
export function keepConnected(
  { panel, session }: OpenNotebook,
  actions: Actions,
  banner: Banner,
): void {
  let searching = false;
  let connectedOnce = false;
  const look = () => {
    connectedOnce ||= session.session?.kernel?.connectionStatus === "connected";
  };
  look();
  session.kernelChanged.connect(look); // a kernel may be connected before anybody could listen to it
  session.connectionStatusChanged.connect((_, state) => {
    if (state === "connected") connectedOnce = true;
    else if (connectedOnce && !searching) void search();
  });

  let beat = Date.now();
  setInterval(async () => {
    const slept = Date.now() - beat > 3 * heartbeatMs;
    beat = Date.now();
    if (!connectedOnce || searching) return;
    if (await askServer() !== "here") void search(true);
    // What was sent while this machine slept may have gone nowhere; the server knows what we missed.
    else if (slept) await session.session?.kernel?.reconnect();
  }, heartbeatMs);

  const search = async (silent = false): Promise<void> => {
    searching = true;
    try {
      await delay(graceMs);
      if (!silent && session.session?.kernel?.connectionStatus === "connected") return;
      await waitForServer();
      await returnToKernel();
    } catch (error) {
      console.error(error);
      banner.tell({
        kind: "problem",
        text: "The kernel did not start.",
        action: { label: "Start the kernel again", press: () => search() },
      });
    } finally {
      searching = false;
    }
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
    if (kernel && await kernelExists(kernel.id)) return await kernel.reconnect();
    connectedOnce = false;
    endRuns();
    // The server that knew the old session is gone; dropping it here lets a new one begin.
    await session.shutdown().catch(() => {});
    await session.changeKernel({ name: "deno" });
    banner.tell({
      kind: "news",
      text:
        "The server was started anew, and with it the kernel. Variables are gone: run the cells from the top.",
      action: { label: "Run the cells again", press: actions.runAll },
    });
  };
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
