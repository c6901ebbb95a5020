/**
 * tfjs's WebAssembly backend, which looks for its compiled modules in a folder that it has to be told.
 *
 * @module
 */
import { fileURLToPath } from "node:url";

/** Loads the backend's package, whose own folder holds its modules. Nothing is started yet. */
export async function loadWasmBackend(): Promise<typeof import("@tensorflow/tfjs-backend-wasm")> {
  const backend = await import("@tensorflow/tfjs-backend-wasm");
  const folder = new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm"));
  backend.setWasmPaths(fileURLToPath(folder));
  return backend;
}
