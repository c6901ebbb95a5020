/**
 * Computing on several threads. The kernels' shared job is described in `assembly/threads.ts`; this is
 * the main thread's side of it, and what it takes to start tfjs on a memory that threads can share.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { startThread, withWorkerStandIn } from "lib/platform/threads.ts";
import {
  type BatchAxis,
  type Compute,
  oneThread,
  type Product,
  type Range,
  RANGE_KERNELS,
  type RangeKernel,
  startKernels,
} from "./compute.ts";
import type { Heap } from "./heap.ts";
import type { Race } from "./race.ts";
import { loadWasmBackend, startWasmBackend } from "./wasm_backend.ts";

/** The order of the cases of `runPart`. */
const THREAD_OPERATIONS = [...RANGE_KERNELS, "gemm", "batchedGemm"] as const;

/** Bytes of the job, and where its parts lie (in bytes): as in `assembly/threads.ts`. */
const JOB_BYTES = 256, OPERATION = 20, CHUNK_SIZE = 24, LENGTH = 28, ARGUMENTS = 32;

/** Below these, waking the others costs more than it gives. */
const LEAST_MULTIPLY_ADDS = 400_000, LEAST_WORK = 40_000;

/** Chunks for each thread: more balance a busy machine, fewer cost less. */
const CHUNKS_EACH = 2;

/** What a worker needs to take part. */
export interface WorkerStart {
  /** The kernels. */
  readonly module: WebAssembly.Module;
  /** The memory that all threads share. */
  readonly memory: WebAssembly.Memory;
  /** Address of the job. */
  readonly job: number;
  /** Address of this thread's scratch space. */
  readonly scratch: number;
}

/** What computes with threads, which can be stopped. */
export interface ThreadedCompute extends Compute {
  /** Ends the other threads. */
  stop(): void;
}

/**
 * Starts `threads` − 1 workers on tfjs's shared memory. With a `race` they are used as long as that is
 * faster, without one always.
 */
export async function startThreads(
  heap: Heap,
  module: WebAssembly.Module,
  threads: number,
  race?: Race,
): Promise<ThreadedCompute> {
  const kernels = await startKernels(module, heap.memory, ["useJob", "runJob"]);
  // Sixteen bytes more, so that the arguments (f64) can be aligned.
  const job = (heap.reserve(JOB_BYTES + 16) + 15) & ~15;
  heap.bytes().fill(0, job, job + JOB_BYTES);
  kernels.useScratch(heap.reserve(kernels.scratchBytes()));
  kernels.useJob(job);
  const workers = await Promise.all(Array.from({ length: threads - 1 }, () => {
    const scratch = heap.reserve(kernels.scratchBytes());
    const start: WorkerStart = { module, memory: heap.memory, job, scratch };
    return startThread("lib/engine/thread_worker", start);
  }));

  /** Does a job in chunks of `size`. */
  const share = (
    operation: number,
    length: number,
    size: number,
    args: readonly number[],
  ): void => {
    const buffer = heap.bytes().buffer;
    const words = new Int32Array(buffer, job, ARGUMENTS / 4);
    words[OPERATION / 4] = operation;
    words[CHUNK_SIZE / 4] = size;
    words[LENGTH / 4] = length;
    new Float64Array(buffer, job + ARGUMENTS, args.length).set(args);
    kernels.runJob(Math.ceil(length / size));
  };
  /** The chunk's size: CHUNKS_EACH for every thread, cut at multiples. */
  const chunk = (length: number, multiple: number): number =>
    Math.ceil(length / (CHUNKS_EACH * threads) / multiple) * multiple;

  /** Where the right matrix of a shared product is packed, once for all threads; grows when it must. */
  let panels = 0, room = 0;
  const packOnce = (p: Product): number => {
    const bytes = kernels.packedBytes(p.columns, p.depth);
    if (bytes > room) {
      if (panels) heap.release(panels);
      [panels, room] = [heap.reserve(bytes), bytes];
    }
    kernels.pack(p.transposeB === true, p.columns, p.depth, p.b, p.ldb, panels);
    return panels;
  };

  const alone = oneThread(kernels);
  /** Does a job of some kind with the other threads, or alone where that has won. */
  const raceIn = (kind: string, work: number, shared: () => void, lonely: () => void): void => {
    if (!race) return shared();
    const start = performance.now();
    if (race.shares(kind)) shared();
    else lonely();
    race.finished(kind, work, performance.now() - start);
  };
  const multiplyShared = (p: Product): void => {
    const byColumns = p.columns > p.rows, length = byColumns ? p.columns : p.rows;
    const size = chunk(length, byColumns ? 8 : 2);
    // Chunks of columns have each its own part of b.
    const packs = !byColumns && kernels.packs(p.transposeB === true, size) !== 0;
    share(THREAD_OPERATIONS.indexOf("gemm"), length, size, [
      ...matrices(p),
      p.bias ?? 0,
      Number(p.relu === true),
      Number(p.accumulate === true),
      Number(byColumns),
      packs ? packOnce(p) : 0,
    ]);
  };
  return {
    kernels,
    multiply(p: Product) {
      const work = p.rows * p.columns * p.depth;
      if (work < LEAST_MULTIPLY_ADDS) return alone.multiply(p);
      raceIn("gemm", work, () => multiplyShared(p), () => alone.multiply(p));
    },
    multiplyMany(p: Product, outer: BatchAxis, inner: BatchAxis) {
      const work = p.rows * p.columns * p.depth * outer.length * inner.length;
      if (work < LEAST_MULTIPLY_ADDS || outer.length < 2) {
        return alone.multiplyMany(p, outer, inner);
      }
      const multiplyManyShared = () =>
        share(THREAD_OPERATIONS.indexOf("batchedGemm"), outer.length, chunk(outer.length, 1), [
          ...matrices(p),
          outer.length,
          outer.a,
          outer.b,
          outer.c,
          inner.length,
          inner.a,
          inner.b,
          inner.c,
        ]);
      raceIn("batchedGemm", work, multiplyManyShared, () => alone.multiplyMany(p, outer, inner));
    },
    run(kernel: RangeKernel, range: Range, ...args: readonly number[]) {
      const work = range.length * range.work;
      if (work < LEAST_WORK) return alone.run(kernel, range, ...args);
      const size = chunk(range.length, range.multiple ?? 1);
      raceIn(
        kernel,
        work,
        () => share(THREAD_OPERATIONS.indexOf(kernel), range.length, size, args),
        () => alone.run(kernel, range, ...args),
      );
    },
    stop() {
      new Int32Array(heap.bytes().buffer, job, ARGUMENTS / 4)[OPERATION / 4] = -1;
      kernels.runJob(0);
      for (const worker of workers) worker.stop();
    },
  };
}

/** The arguments that `gemm` and `batchedGemm` share, in their order. */
function matrices(p: Product): number[] {
  const transposes = [Number(p.transposeA === true), Number(p.transposeB === true)];
  return [...transposes, p.rows, p.columns, p.depth, p.a, p.lda, p.b, p.ldb, p.c, p.ldc];
}

/**
 * Puts tfjs on its threaded build, whose memory can be shared.
 *
 * That build starts a pool of eight workers of its own in a way that Deno refuses, and tfjs would never
 * use it with one thread. While tfjs starts, each is therefore a stand-in that says that it is ready.
 */
export async function useSharedBackend(): Promise<void> {
  if (typeof SharedArrayBuffer === "undefined") {
    throw new Error(
      "threads need shared memory, which a page has where it is cross-origin isolated",
    );
  }
  const { setThreadsCount } = await loadWasmBackend();
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", true);
  setThreadsCount(1);
  await withWorkerStandIn(IdleWorker, startWasmBackend);
}

/** A worker of tfjs's own pool, which never gets any work. */
class IdleWorker {
  onmessage?: (event: { data: { cmd: string } }) => void;
  postMessage() {
    queueMicrotask(() => this.onmessage?.({ data: { cmd: "loaded" } }));
  }
  on() {}
  unref() {}
  terminate() {}
}
