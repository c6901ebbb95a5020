/**
 * Runs inside the stock Deno kernel (2.9.6) before the first cell and adds what the kernel lacks:
 *
 * - a marker after each cell, by which {@linkcode KernelClient} knows that its output is complete;
 * - errors thrown in timers and forgotten promises appear under the cell, and the kernel goes on
 *   (it would stand still for 30 s otherwise);
 * - `Deno.test` in a cell runs and reports when the cell has ended;
 * - the kernel ends with the process that started it, even while a cell is in an endless loop.
 *
 * This module must work in any folder, below any `deno.json` or none: it imports by relative path only.
 *
 * @module
 */
import { collectTests } from "./cell_tests.ts";

/** Message type of the marker. */
const markerType = "course-output-complete";
/** Under this symbol the kernel client finds the function to call after each cell. */
const endOfCell = Symbol.for("course-end-of-cell");

// Kept here, so that a cell that shadows or changes `Deno` cannot take them away.
const jupyter = Deno.jupyter;
const broadcast = jupyter.broadcast.bind(jupyter);
const runTests = collectTests();

Object.defineProperty(globalThis, endOfCell, {
  value: async () => {
    try {
      await runTests();
    } finally {
      await broadcast(markerType, {});
    }
  },
});

globalThis.addEventListener("error", (event) => {
  event.preventDefault();
  console.error("Uncaught (outside of a cell's own run):", event.error);
});
globalThis.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  console.error("Uncaught (in a promise that nobody awaited):", event.reason);
});

// Whoever started the kernel holds the other end of its standard input and never writes. When that end
// closes, for whatever reason, the kernel ends. A worker watches, because a cell may keep this thread busy.
const watch = `
  const buffer = new Uint8Array(1);
  while (await Deno.stdin.read(buffer) !== null);
  Deno.kill(Deno.pid, "SIGKILL");
`;
new Worker(URL.createObjectURL(new Blob([watch], { type: "text/javascript" })), {
  type: "module",
  name: "end with the parent",
});
