/**
 * Matrix products by the system's BLAS, where it has one: it uses vectors wider than WebAssembly's 128
 * bits.
 *
 * @module
 */
import type { Blas } from "lib/platform/blas.ts";
import type { Compute, Product } from "./compute.ts";
import type { Heap } from "./heap.ts";

/** Below this many multiply-adds the call costs more than it saves. */
const LEAST_MULTIPLY_ADDS = 20_000;

/** The same computing, with large products by BLAS. */
export function withBlas(compute: Compute, heap: Heap, blas: Blas): Compute {
  return {
    ...compute,
    multiply(p: Product) {
      if (p.rows * p.columns * p.depth < LEAST_MULTIPLY_ADDS) return compute.multiply(p);
      blas.multiply(heap.memory, {
        ...p,
        transposeA: p.transposeA === true,
        transposeB: p.transposeB === true,
        accumulate: p.accumulate === true,
      });
      if (!p.bias && !p.relu) return;
      compute.run(
        "biasRelu",
        { length: p.rows, work: p.columns },
        p.c,
        p.columns,
        p.bias ?? 0,
        Number(p.relu === true),
      );
    },
  };
}
