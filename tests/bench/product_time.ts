/**
 * The engine's matrix product alone, on a memory of its own, without tfjs around it.
 *
 * @module
 */
import { oneThread, type Product, startKernels } from "lib/engine/compute.ts";

/** Lengths and orientation of a product. */
export type ProductShape = Pick<
  Product,
  "rows" | "columns" | "depth" | "transposeA" | "transposeB"
>;

/**
 * Returns a function that makes a product again and again for about a millisecond (a busy machine interrupts
 * longer ones) and answers in GFLOP/s. A matrix may have two million numbers.
 */
export async function openProducts(): Promise<(shape: ProductShape) => number> {
  const bytes = await Deno.readFile(new URL("../../lib/engine/kernels.wasm", import.meta.url));
  const memory = new WebAssembly.Memory({ initial: 512 });
  const kernels = await startKernels(await WebAssembly.compile(bytes), memory);
  // The module claims no memory of its own, so any address will do.
  kernels.useScratch(1 << 20);
  const compute = oneThread(kernels), [a, b, c] = [4, 12, 20].map((megabyte) => megabyte << 20);
  new Float32Array(memory.buffer, a, 4 << 20).fill(0.5);
  return (shape) => {
    const { rows, columns, depth, transposeA, transposeB } = shape;
    const product = {
      ...shape,
      a,
      lda: transposeA ? rows : depth,
      b,
      ldb: transposeB ? depth : columns,
      c,
      ldc: columns,
    };
    const work = rows * columns * depth, repeats = Math.ceil(2e7 / work);
    compute.multiply(product);
    const start = performance.now();
    for (let i = 0; i < repeats; i++) compute.multiply(product);
    return repeats * 2 * work / (performance.now() - start) / 1e6;
  };
}
