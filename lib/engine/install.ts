/**
 * Turns the engine on: kernels into tfjs's registry, fused operations into the seam. Only `ready()`
 * calls this; models never know.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { type Compute, oneThread, startKernels } from "./compute.ts";
import { fused, type FusedOperations } from "./fused.ts";
import { type Heap, openHeap } from "./heap.ts";
import { fuseAdam } from "./operations/adam.ts";
import { fuseAttention } from "./operations/attention.ts";
import { fuseCrossEntropy } from "./operations/cross_entropy.ts";
import { fuseEmbedding } from "./operations/embedding.ts";
import { fuseLayerNorm } from "./operations/layer_norm.ts";
import { fuseLinear } from "./operations/linear.ts";
import { fuseRecurrent } from "./operations/recurrent.ts";
import { overrideCopies } from "./overrides/copies.ts";
import { overrideMatmul } from "./overrides/matmul.ts";
import { overrideRows } from "./overrides/rows.ts";
import { KernelRegistry } from "./registry.ts";

/** An engine that is on. */
export interface InstalledEngine {
  readonly heap: Heap;
  readonly compute: Compute;
  /** Puts tfjs back as it was; tensors stay valid. */
  uninstall(): void;
}

/**
 * Puts the kernels over tfjs's wasm backend, which must be in use. Throws, and changes nothing, where the
 * kernels do not start: relaxed SIMD missing, or another tfjs than the pinned one.
 */
export async function installEngine(): Promise<InstalledEngine> {
  const heap = openHeap(tf.backend());
  const module = await WebAssembly.compile(
    await Deno.readFile(new URL("kernels.wasm", import.meta.url)),
  );
  const kernels = await startKernels(module, heap.memory);
  kernels.useScratch(heap.reserve(kernels.scratchBytes()));
  return install(heap, oneThread(kernels));
}

function install(heap: Heap, compute: Compute): InstalledEngine {
  const registry = new KernelRegistry();
  overrideMatmul(registry, heap, compute);
  overrideCopies(registry, heap, compute);
  overrideRows(registry, heap, compute);
  const context = { registry, heap, compute };
  const operations: FusedOperations = {
    linear: fuseLinear(context),
    embedding: fuseEmbedding(context),
    layerNorm: fuseLayerNorm(context),
    multiHeadAttention: fuseAttention(context),
    crossEntropy: fuseCrossEntropy(context),
    ...fuseRecurrent(context),
    adamStep: fuseAdam(context),
  };
  // On another backend (a test that compares with plain JavaScript) the seam must look empty.
  for (const [name, value] of Object.entries(operations)) {
    Object.defineProperty(fused, name, {
      get: () => tf.getBackend() === "wasm" ? value : undefined,
      configurable: true,
      enumerable: true,
    });
  }
  return {
    heap,
    compute,
    uninstall() {
      for (const name of Object.keys(operations)) Reflect.deleteProperty(fused, name);
      registry.restore();
    },
  };
}
