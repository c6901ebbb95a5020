/**
 * tfjs on the graphics card, through WebGPU. It is there to be tried, and only on request.
 *
 * In Deno, WebGPU has no synchronous way to read a tensor back (tfjs would need a canvas for it): code
 * must say `await tensor.data()`. The notebooks read numbers with `dataSync()` here and there, and their
 * models are so small that handing work to a card costs more than it saves, so nothing picks this by
 * itself.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { setDefaultVariable } from "lib/platform/environment.ts";
import { selfCheck } from "./self_check.ts";

/** What WebGPU tells about an adapter, as far as it matters here. */
export type AdapterInfo = Pick<
  GPUAdapterInfo,
  "vendor" | "architecture" | "device" | "description" | "isFallbackAdapter"
>;

/** Drivers that draw on the processor; not all of them say that they are a fallback. */
const SOFTWARE = /llvmpipe|lavapipe|softpipe|swiftshader|basic render|\bwarp\b/i;

/** Whether an adapter is no graphics card but a program that imitates one. */
export function isSoftware({ description, isFallbackAdapter }: AdapterInfo): boolean {
  return isFallbackAdapter || SOFTWARE.test(description);
}

/**
 * An adapter's name for the reader. Browsers leave the description empty, native drivers the rest.
 *
 * @example
 * ```ts
 * import { adapterName } from "lib/engine/webgpu.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const unnamed = { vendor: "", architecture: "", device: "", description: "" };
 * const card = { ...unnamed, vendor: "apple", architecture: "metal-3", isFallbackAdapter: false };
 * assertEquals(adapterName(card), "apple metal-3");
 * const imitation = { ...unnamed, description: "llvmpipe (LLVM 15.0.6)", isFallbackAdapter: true };
 * assertEquals(adapterName(imitation), "llvmpipe (LLVM 15.0.6), software on the processor");
 * ```
 */
export function adapterName(info: AdapterInfo): string {
  const { vendor, architecture, description } = info;
  const name = description || [vendor, architecture].filter(Boolean).join(" ") || "unnamed adapter";
  return isSoftware(info) ? `${name}, software on the processor` : name;
}

/**
 * Puts tfjs on its WebGPU backend and checks its results. Returns the adapter's name; throws an `Error`
 * that says why not, with WebGPU off again.
 */
export async function useWebGpu(): Promise<string> {
  // Deno would also take OpenGL for WebGPU, whose drivers only half support it: Mesa's software driver stops
  // in the middle of a matrix product, and the process with it. Deno reads this variable when it is first
  // asked for an adapter.
  setDefaultVariable("DENO_WEBGPU_BACKEND", "vulkan,metal,dx12");
  // Earlier versions of Deno have it behind a flag only.
  const gpu: GPU | undefined = navigator.gpu;
  if (!gpu) throw new Error("there is no WebGPU here");
  // The question that tfjs asks, which does not expect "none" for an answer.
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new Error("no adapter was found");
  await import("@tensorflow/tfjs-backend-webgpu");
  try {
    if (!await tf.setBackend("webgpu")) throw new Error("the WebGPU backend did not start");
    await tf.ready();
    const wrong = await selfCheck();
    if (wrong !== undefined) throw new Error(`${wrong} (${adapterName(adapter.info)})`);
  } catch (error) {
    tf.removeBackend("webgpu");
    throw error;
  }
  explainSynchronousReads();
  return adapterName(adapter.info);
}

/** A `dataSync()` that cannot work says so, instead of failing deep inside tfjs. */
function explainSynchronousReads(): void {
  const backend = tf.backend();
  const read = backend.readSync.bind(backend);
  backend.readSync = (id) => {
    try {
      return read(id);
    } catch (cause) {
      const message = "WebGPU cannot read a tensor synchronously here: " +
        "use `await tensor.data()` or `await tensor.array()`, or another COURSE_BACKEND";
      throw new Error(message, { cause });
    }
  };
}
