/**
 * Chooses what the tensors are computed on. `await ready()` stands in each notebook's set-up cell.
 *
 * It tries the engine's fast kernels, then tfjs's stock WebAssembly backend, then plain JavaScript, and
 * takes the first that starts and computes rightly, so that the course runs everywhere.
 * `COURSE_BACKEND` forces one.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { installEngine } from "lib/engine/install.ts";
import { selfCheck } from "lib/engine/self_check.ts";

/** What the tensors are computed on, in words that a notebook prints. */
export interface Backend {
  /** What `COURSE_BACKEND` calls it: `wasm`, `wasm-stock` or `cpu`. */
  readonly name: string;
  /** One line for the reader, such as `tfjs 4.22.0 on WebAssembly`. */
  readonly description: string;
}

let chosen: Promise<Backend> | undefined;

/**
 * Sets tfjs up, once; later calls return the same answer.
 *
 * Throws a `RangeError` if `COURSE_BACKEND` names no way to compute, and an `Error` if the one that it
 * names does not work here. Without it, a way that does not work is passed over.
 *
 * @example
 * ```ts
 * import { ready } from "lib/tensor/ready.ts";
 *
 * const { description } = await ready();
 * console.log(description);
 * ```
 */
export function ready(): Promise<Backend> {
  return chosen ??= choose();
}

/** A way to compute: starts, or throws in words. */
interface Way {
  readonly name: string;
  start(): Promise<string>;
}

const tfjs = `tfjs ${tf.version.tfjs}`;

/** From the fastest to the one that always works. */
const WAYS: readonly Way[] = [
  {
    name: "wasm",
    async start() {
      await useStockWasm();
      const engine = await installEngine();
      const wrong = await selfCheck();
      if (wrong) {
        engine.uninstall();
        throw new Error(wrong);
      }
      return `${tfjs} on WebAssembly with the course's kernels, 1 thread`;
    },
  },
  {
    name: "wasm-stock",
    async start() {
      await useStockWasm();
      return `${tfjs} on WebAssembly, stock kernels (slow)`;
    },
  },
  {
    name: "cpu",
    async start() {
      await tf.setBackend("cpu");
      await tf.ready();
      return `${tfjs} in plain JavaScript (very slow)`;
    },
  },
];

async function choose(): Promise<Backend> {
  // tfjs prints an advertisement for tfjs-node when it believes that it runs on Node.
  tf.env().set("IS_NODE", false);
  const wanted = Deno.env.get("COURSE_BACKEND");
  if (wanted) {
    const way = WAYS.find(({ name }) => name === wanted);
    if (!way) {
      const names = WAYS.map(({ name }) => name).join(", ");
      throw new RangeError(`expected COURSE_BACKEND to be one of ${names}, got "${wanted}"`);
    }
    return { name: way.name, description: await way.start() };
  }
  const passed: string[] = [];
  for (const way of WAYS) {
    try {
      const description = await way.start();
      return { name: way.name, description: [description, ...passed].join("; ") };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      passed.push(`${way.name} passed over: ${reason}`);
    }
  }
  throw new Error(`no way to compute works here: ${passed.join("; ")}`);
}

async function useStockWasm(): Promise<void> {
  if (tf.getBackend() === "wasm") return;
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")).pathname);
  // The threaded build starts its pool with a worker path that Deno refuses.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!await tf.setBackend("wasm")) throw new Error("the WebAssembly backend did not start");
  await tf.ready();
}
