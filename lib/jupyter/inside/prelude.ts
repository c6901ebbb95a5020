/**
 * Runs inside the stock Deno kernel (2.9.6) before the first cell and adds what the kernel lacks:
 *
 * - a marker after each cell, by which {@linkcode KernelClient} knows that its output is complete;
 * - errors thrown in timers and forgotten promises appear under the cell, and the kernel goes on
 *   (it would stand still for 30 s otherwise);
 * - what a cell prints leaves in few messages, and no more of it than can be shown;
 * - `Deno.test` in a cell runs and reports when the cell has ended;
 * - what a cell waits for can be stopped;
 * - imports name what a module lacks, and load edited modules anew;
 * - what a cell throws is told in full, with causes and fields;
 * - results such as `NaN` are shown, and values can be looked at between cells;
 * - a terminal's functions (`alert`, `Deno.stdout`, `Deno.exit` and others) do what a notebook expects;
 * - the kernel ends with the process that started it, even while a cell is in an endless loop.
 *
 * @module
 */
import { type Broadcast, installCellGlobals } from "./cell_globals.ts";
import { collectTests } from "./cell_tests.ts";
import { installConstants } from "./constants.ts";
import { installImports } from "./imports.ts";
import { messageTypes, symbolNames } from "./names.ts";
import { installPrinter } from "./printing.ts";
import { installResults } from "./results.ts";
import { installStopper } from "./stop.ts";
import { watchThrown } from "./thrown.ts";
import { installValues } from "./values.ts";

// Kept here, so that a cell that shadows or changes `Deno` cannot take them away.
const printer = installPrinter();
const broadcast: Broadcast = printer.broadcast;
const stopper = installStopper();
const { inspect } = Deno;
const printError = (name: "stdout" | "stderr", text: string) =>
  broadcast(messageTypes.errorText, { name, text: `${text}\n` });
const runTests = collectTests({
  isStop: stopper.isInterruption,
  onFailure: (failure) => printError("stdout", inspect(failure)),
});
const describeThrown = watchThrown();
installConstants();
installImports();
installResults(printer.flush);
installValues(broadcast);
installCellGlobals(broadcast, printer.flush, stopper.interruption);

Object.defineProperty(globalThis, Symbol.for(symbolNames.endOfCell), {
  value: async (number: number, hasThrown: boolean) => {
    const thrown = hasThrown ? describeThrown() : undefined;
    stopper.endCell();
    printer.endCell();
    const failure = await runTests();
    // Sent here and not thrown: a thrown error would follow the marker.
    if (failure) await broadcast("error", { ...failure });
    await broadcast(messageTypes.outputComplete, {
      number,
      failed: failure !== undefined,
      ...(thrown && { thrown }),
    });
  },
});

globalThis.addEventListener("error", (event) => {
  event.preventDefault();
  printError("stderr", `Uncaught (outside of a cell's own run): ${inspect(event.error)}`);
});
globalThis.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  if (stopper.isInterruption(event.reason)) return; // a part of what was stopped
  printError("stderr", `Uncaught (in a promise that nobody awaited): ${inspect(event.reason)}`);
});

// Whoever started the kernel holds the other end of its standard input. A line that comes from there means
// "stop", and tells when that was; when that end closes, for whatever reason, the kernel ends. A worker
// watches, because a cell may keep this thread busy.
const watch = `
  onmessage = async ({ data: { flag, time } }) => {
    const buffer = new Uint8Array(4096), decoder = new TextDecoder();
    for (let read; (read = await Deno.stdin.read(buffer)) !== null;) {
      time[0] = Number(decoder.decode(buffer.subarray(0, read)).trim().split("\\n").at(-1));
      Atomics.store(flag, 0, 1);
      postMessage(time[0]);
    }
    Deno.kill(Deno.pid, "SIGKILL");
  };
`;
const worker = new Worker(URL.createObjectURL(new Blob([watch], { type: "text/javascript" })), {
  type: "module",
  name: "stop, and end with the parent",
});
const { flag, time } = stopper;
// Not awaited: in a kernel a worker needs a second to begin, and a line that comes earlier waits for it.
worker.postMessage({ flag, time });
worker.onmessage = ({ data }: MessageEvent<number>) => {
  stopper.stop(data);
  broadcast(messageTypes.stopHeard, {});
};
