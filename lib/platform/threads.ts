/**
 * Threads that share memory.
 *
 * @module
 */
import workerThreads, { parentPort, Worker, workerData } from "node:worker_threads";

/** A thread that was started. */
export interface Thread {
  /** Ends it, whatever it does. */
  stop(): void;
}

/**
 * Starts a thread, and waits until it says {@linkcode sayReady}. A program can end while it runs.
 *
 * @param module The module that it runs, as a path below the course's folder without its ending.
 * @param start What {@linkcode threadStart} gives there; it may hold a shared memory.
 */
export function startThread(module: string, start: object): Promise<Thread> {
  const worker = new Worker(new URL(`../../${module}.ts`, import.meta.url), { workerData: start });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", () => {
      worker.unref();
      resolve({ stop: () => void worker.terminate() });
    });
  });
}

/** In a thread: what it was started with. */
export function threadStart<Start>(): Promise<Start> {
  return Promise.resolve(workerData);
}

/** In a thread: tells who started it that it is ready. It may then block for good. */
export function sayReady(): void {
  parentPort?.postMessage("ready");
}

/**
 * Runs `use` while whoever starts a worker gets a `standIn` instead. tfjs's threaded build starts a pool of
 * workers of its own, in a way that Deno refuses.
 */
export async function withWorkerStandIn(
  standIn: new () => object,
  use: () => Promise<void>,
): Promise<void> {
  // Emscripten's glue takes Worker out of node:worker_threads, and makes it the global one.
  const global = globalThis.Worker;
  Object.assign(workerThreads, { Worker: standIn });
  try {
    await use();
  } finally {
    Object.assign(workerThreads, { Worker });
    globalThis.Worker = global;
  }
}
