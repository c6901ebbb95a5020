/**
 * Chooses what the tensors are computed on. `await ready()` stands in each notebook's set-up cell.
 *
 * It tries the engine's fast paths, then tfjs's stock WebAssembly backend, then plain JavaScript, and
 * takes the first that works, so that the course runs everywhere. `COURSE_BACKEND` forces one.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** What the tensors are computed on, in words that a notebook prints. */
export interface Backend {
  /** tfjs's name: `wasm` or `cpu`. */
  readonly name: string;
  /** One line for the reader, such as `tfjs 4.22.0 on WebAssembly`. */
  readonly description: string;
}

let chosen: Promise<Backend> | undefined;

/** Sets tfjs up, once; later calls return the same answer. */
export function ready(): Promise<Backend> {
  return chosen ??= choose();
}

async function choose(): Promise<Backend> {
  // tfjs prints an advertisement for tfjs-node when it believes that it runs on Node.
  tf.env().set("IS_NODE", false);
  const wanted = Deno.env.get("COURSE_BACKEND") ?? "";
  if (!["", "wasm", "cpu"].includes(wanted)) {
    throw new RangeError(
      `expected COURSE_BACKEND to be wasm or cpu, got ${JSON.stringify(wanted)}`,
    );
  }
  if (wanted !== "cpu") {
    try {
      await useWasm();
      return { name: "wasm", description: `tfjs ${tf.version.tfjs} on WebAssembly` };
    } catch (error) {
      if (wanted === "wasm") throw error;
    }
  }
  await tf.setBackend("cpu");
  await tf.ready();
  return {
    name: "cpu",
    description:
      `tfjs ${tf.version.tfjs} in plain JavaScript (slow: WebAssembly is not available here)`,
  };
}

async function useWasm(): Promise<void> {
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")).pathname);
  // The threaded build starts its pool with a worker path that Deno refuses.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!await tf.setBackend("wasm")) throw new Error("the WebAssembly backend did not start");
  await tf.ready();
}
