/**
 * Threads that share memory, in a browser: workers that a worker starts. A page has them only where it is
 * cross-origin isolated.
 *
 * @module
 */
import type { Thread } from "../threads.ts";
import { addressOf } from "./files.ts";

/** Starts a thread, and waits until it says {@linkcode sayReady}. */
export function startThread(module: string, start: object): Promise<Thread> {
  const worker = new Worker(addressOf(`/${module}.js`), { type: "module" });
  worker.postMessage(start);
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = () => resolve({ stop: () => worker.terminate() });
  });
}

/** In a thread: what it was started with. */
export function threadStart<Start>(): Promise<Start> {
  return new Promise((resolve) => {
    self.addEventListener("message", ({ data }) => resolve(data), { once: true });
  });
}

/** In a thread: tells who started it that it is ready. It may then block for good. */
export function sayReady(): void {
  self.postMessage("ready");
}

/** Runs `use` while whoever starts a worker gets a `standIn` instead. */
export async function withWorkerStandIn(
  standIn: new () => object,
  use: () => Promise<void>,
): Promise<void> {
  const global = globalThis.Worker;
  Object.assign(globalThis, { Worker: standIn });
  try {
    await use();
  } finally {
    globalThis.Worker = global;
  }
}
