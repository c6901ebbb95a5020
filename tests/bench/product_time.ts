/**
 * The engine's matrix product alone, on a memory of its own, without tfjs around it.
 *
 * @module
 */
import { oneThread, startKernels } from "lib/engine/compute.ts";

/** Returns a function that multiplies n × n × n for about a millisecond (a busy machine interrupts longer ones) and answers in GFLOP/s. */
export async function openProducts(): Promise<(size: number) => number> {
  const bytes = await Deno.readFile(new URL("../../lib/engine/kernels.wasm", import.meta.url));
  const memory = new WebAssembly.Memory({ initial: 512 });
  const kernels = await startKernels(await WebAssembly.compile(bytes), memory);
  // The module claims no memory of its own, so any address will do.
  kernels.useScratch(1 << 20);
  const compute = oneThread(kernels), [a, b, c] = [4, 12, 20].map((megabyte) => megabyte << 20);
  new Float32Array(memory.buffer, a, 4 << 20).fill(0.5);
  return (n) => {
    const product = { rows: n, columns: n, depth: n, a, lda: n, b, ldb: n, c, ldc: n };
    const repeats = Math.ceil(2e7 / n ** 3);
    compute.multiply(product);
    const start = performance.now();
    for (let i = 0; i < repeats; i++) compute.multiply(product);
    return repeats * 2 * n ** 3 / (performance.now() - start) / 1e6;
  };
}
