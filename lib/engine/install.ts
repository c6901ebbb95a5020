/**
 * Turns the engine on: kernels into tfjs's registry, fused operations into the seam. Only `ready()`
 * calls this; models never know.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Blas } from "lib/platform/blas.ts";
import { readBytes } from "lib/platform/files.ts";
import { withBlas } from "./blas.ts";
import { type Compute, oneThread, startKernels } from "./compute.ts";
import { installFused } from "./fused.ts";
import { type Heap, openHeap } from "./heap.ts";
import { moduleFile, type Simd } from "./modules.ts";
import { fuseAdam } from "./operations/adam.ts";
import { fuseAttention } from "./operations/attention.ts";
import { fuseCrossEntropy } from "./operations/cross_entropy.ts";
import { fuseEmbedding } from "./operations/embedding.ts";
import { fuseGelu } from "./operations/gelu.ts";
import { fuseLayerNorm } from "./operations/layer_norm.ts";
import { fuseLinear } from "./operations/linear.ts";
import { fuseRecurrent } from "./operations/recurrent.ts";
import { overrideCopies } from "./overrides/copies.ts";
import { useCpuKernels } from "./overrides/cpu_kernels.ts";
import { overrideMatmul } from "./overrides/matmul.ts";
import { overrideRows } from "./overrides/rows.ts";
import { Race } from "./race.ts";
import { KernelRegistry } from "./registry.ts";
import { startThreads } from "./threads.ts";

/** An engine that is on. */
export interface InstalledEngine {
  /** Where tensors lie. */
  readonly heap: Heap;
  /** How it computes. */
  readonly compute: Compute;
  /** Puts tfjs back as it was; tensors stay valid. */
  uninstall(): void;
}

/** What the engine may use. */
export interface EngineOptions {
  /** With more than one, the backend must be that of `useSharedBackend`. */
  readonly threads: number;
  /** Lets one thread compute alone whenever that is found faster. Default: `threads` always share. */
  readonly race?: boolean;
  /** Which vector instructions the machine has: {@linkcode availableSimd} or less. */
  readonly simd: Simd;
  /** The system's BLAS for large products. */
  readonly blas?: Blas;
}

/**
 * Puts the kernels over tfjs's wasm backend, which must be in use. Throws, and changes nothing, where the
 * kernels do not start, as with another tfjs than the pinned one.
 */
export async function installEngine(
  { threads, race, simd, blas }: EngineOptions,
): Promise<InstalledEngine> {
  const heap = openHeap(tf.backend());
  // Without cross-origin isolation a browser knows no SharedArrayBuffer to compare with.
  const shared = !(heap.memory.buffer instanceof ArrayBuffer);
  if (threads > 1 && !shared) throw new Error("threads need tfjs's threaded build");
  const file = moduleFile({ memory: shared ? "shared" : "own", simd });
  const module = await WebAssembly.compile(await readBytes(file));
  if (shared) {
    const compute = await startThreads(heap, module, threads, race ? new Race() : undefined);
    return install(heap, blas ? withBlas(compute, heap, blas) : compute, () => compute.stop());
  }
  const kernels = await startKernels(module, heap.memory);
  kernels.useScratch(heap.reserve(kernels.scratchBytes()));
  const compute = oneThread(kernels);
  return install(heap, blas ? withBlas(compute, heap, blas) : compute);
}

function install(heap: Heap, compute: Compute, stop = () => {}): InstalledEngine {
  const registry = new KernelRegistry();
  // First, so that the overrides hand what they leave out to these.
  useCpuKernels(registry);
  overrideMatmul(registry, heap, compute);
  overrideCopies(registry, heap, compute);
  overrideRows(registry, heap, compute);
  const context = { registry, heap, compute };
  const uninstallFused = installFused({
    linear: fuseLinear(context),
    embedding: fuseEmbedding(context),
    layerNorm: fuseLayerNorm(context),
    ...fuseGelu(context),
    multiHeadAttention: fuseAttention(context),
    crossEntropy: fuseCrossEntropy(context),
    ...fuseRecurrent(context),
    adamStep: fuseAdam(context),
  });
  return {
    heap,
    compute,
    uninstall() {
      uninstallFused();
      registry.restore();
      stop();
    },
  };
}
