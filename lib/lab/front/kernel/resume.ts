/**
 * Continues the cells that an earlier page of this notebook started: after a reload, or when the browser
 * was closed during a training, their outputs so far appear and the rest follows. The server knows what
 * ran; a request that it has seen before is not run again but answered from the start.
 *
 * @module
 */
import { CodeCell } from "@jupyterlab/cells";
import { type Kernel, KernelMessage } from "@jupyterlab/services";
import type { OpenNotebook } from "../document/document.ts";
import { markRunning } from "../document/run_cell.ts";
import { delay } from "../elements/elements.ts";

const againMs = 3000;

/** A cell that ran, or runs, for a page that is gone. */
interface EarlierRun {
  readonly id: string;
  readonly cell: string;
  readonly code: string;
}

function isEarlierRun(value: unknown): value is EarlierRun {
  return typeof value === "object" && value !== null && "id" in value && "cell" in value;
}

/** Continues earlier runs, now and whenever the kernel runs a cell whose page is gone. */
export function resumeRuns({ panel, session, context }: OpenNotebook): void {
  const resumed = new Set<string>();
  let looking = false;

  const take = (kernel: Kernel.IKernelConnection, run: EarlierRun): void => {
    const cell = panel.content.widgets.find((cell) => cell.model.id === run.cell);
    if (!(cell instanceof CodeCell) || resumed.has(run.id)) return;
    resumed.add(run.id);
    const message = KernelMessage.createMessage<KernelMessage.IExecuteRequestMsg>({
      channel: "shell",
      msgType: "execute_request",
      msgId: run.id,
      session: kernel.clientId,
      username: kernel.username,
      content: { code: run.code, silent: false, store_history: true, allow_stdin: true },
      metadata: { cellId: run.cell, resume: true },
    });
    const future = kernel.sendShellMessage<"execute_request">(message, true, true);
    // What is sent is a shell message; sendShellMessage returns the wider type of a shell future.
    cell.outputArea.future = future as Kernel.IShellFuture<
      KernelMessage.IExecuteRequestMsg,
      KernelMessage.IExecuteReplyMsg
    >;
    cell.model.trusted = true; // the stored outputs are gone, and what comes is the kernel's
    markRunning(cell, future.done);
  };

  /** With `own`, what this page has started itself counts too. */
  const takeAll = async (kernel: Kernel.IKernelConnection, own: boolean): Promise<void> => {
    const address = `/course/runs/${kernel.id}${own ? `?session=${kernel.clientId}` : ""}`;
    const response = await fetch(address, { cache: "no-store" });
    const runs: unknown = response.ok ? await response.json() : [];
    if (Array.isArray(runs)) { for (const run of runs.filter(isEarlierRun)) take(kernel, run); }
  };

  const look = async (): Promise<void> => {
    const kernel = session.session?.kernel;
    if (looking || !kernel || kernel.connectionStatus !== "connected") return;
    looking = true;
    try {
      do {
        await takeAll(kernel, false);
        await delay(againMs); // another tab may be closed while its cell runs
      } while (kernel === session.session?.kernel && kernel.status === "busy");
    } catch {
      // the server is away: the next connection looks again
    } finally {
      looking = false;
    }
  };
  void session.ready.then(look);
  session.connectionStatusChanged.connect(look);
  session.statusChanged.connect((_, status) => void (status === "busy" && look()));
  context.onRevert = () => {
    resumed.clear();
    const kernel = session.session?.kernel;
    if (kernel?.connectionStatus === "connected") void takeAll(kernel, true).catch(() => {});
  };
}
