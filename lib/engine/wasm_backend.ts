/**
 * tfjs's WebAssembly backend, which looks for its compiled modules in a folder that it has to be told.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { packageFolder } from "lib/platform/project.ts";

let loaded: Promise<typeof import("@tensorflow/tfjs-backend-wasm")> | undefined;

/** Loads the backend's package, whose own folder holds its modules. Nothing is started yet. */
export function loadWasmBackend(): Promise<typeof import("@tensorflow/tfjs-backend-wasm")> {
  return loaded ??= load();
}

async function load(): Promise<typeof import("@tensorflow/tfjs-backend-wasm")> {
  const backend = await import("@tensorflow/tfjs-backend-wasm");
  backend.setWasmPaths(packageFolder("@tensorflow/tfjs-backend-wasm"));
  return backend;
}

/** Starts the backend that was loaded, and puts it in use. Throws, with the cpu backend in use, if it does not start. */
export async function startWasmBackend(): Promise<void> {
  if (await tf.setBackend("wasm")) return await tf.ready();
  // tfjs would go on to call it the backend in use.
  await tf.setBackend("cpu");
  throw new Error("tfjs's WebAssembly backend did not start");
}

/** Puts tfjs on the ordinary build of its backend, whose memory belongs to one thread. */
export async function useOrdinaryBackend(): Promise<void> {
  await loadWasmBackend();
  // The threaded build starts a pool of workers in a way that Deno refuses.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  await startWasmBackend();
}
