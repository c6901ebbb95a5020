/**
 * Matrix products by the system's BLAS, where it has one: it uses vectors wider than WebAssembly's 128
 * bits. It is found at run time and never needed.
 *
 * @module
 */
import type { Compute, Product } from "./compute.ts";
import type { Heap } from "./heap.ts";

/** Where a fast BLAS may be. The reference BLAS is slower than the kernels, so it is not looked for. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  linux: ["libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libblis.so.4"],
  darwin: ["/System/Library/Frameworks/Accelerate.framework/Accelerate"],
  windows: ["libopenblas.dll"],
};

/** CBLAS's numbers for row-major storage and for an operand as it is, or transposed. */
const ROW_MAJOR = 101, AS_IT_IS = 111, TRANSPOSED = 112;

/** Below this many multiply-adds the call costs more than it saves. */
const LEAST_MULTIPLY_ADDS = 20_000;

/** What is used of the library. */
const SYMBOLS = {
  cblas_sgemm: {
    parameters: [
      "i32",
      "i32",
      "i32",
      "i32",
      "i32",
      "i32",
      "f32",
      "usize",
      "i32",
      "usize",
      "i32",
      "f32",
      "usize",
      "i32",
    ],
    result: "void",
  },
  openblas_set_num_threads: { parameters: ["i32"], result: "void", optional: true },
} as const;

/** A BLAS that was found. */
export interface Blas {
  /** The library's file name. */
  readonly name: string;
  /** Its functions. */
  readonly symbols: Deno.DynamicLibrary<typeof SYMBOLS>["symbols"];
}

/** Opens the system's BLAS. Throws an `Error` that names what was looked for. */
export function openBlas(threads: number): Blas {
  const names = LIBRARIES[Deno.build.os] ?? [];
  for (const name of names) {
    try {
      const { symbols } = Deno.dlopen(name, SYMBOLS);
      symbols.openblas_set_num_threads?.(threads);
      return { name: name.split("/").at(-1) ?? name, symbols };
    } catch {
      // Not this one.
    }
  }
  throw new Error(
    `the system has no BLAS (looked for ${names.join(", ") || "none on this system"})`,
  );
}

/** The same computing, with large products by BLAS. */
export function withBlas(compute: Compute, heap: Heap, { symbols }: Blas): Compute {
  let buffer: ArrayBufferLike | undefined, base = 0;
  /** The address, outside, of the memory's first byte: it may move when the memory grows. */
  const start = (): number => {
    if (heap.memory.buffer !== buffer) {
      buffer = heap.memory.buffer;
      base = Number(Deno.UnsafePointer.value(Deno.UnsafePointer.of(new Uint8Array(buffer))));
    }
    return base;
  };
  return {
    ...compute,
    multiply(p: Product) {
      if (p.rows * p.columns * p.depth < LEAST_MULTIPLY_ADDS) return compute.multiply(p);
      const origin = start();
      symbols.cblas_sgemm(
        ROW_MAJOR,
        p.transposeA ? TRANSPOSED : AS_IT_IS,
        p.transposeB ? TRANSPOSED : AS_IT_IS,
        p.rows,
        p.columns,
        p.depth,
        1,
        BigInt(origin + p.a),
        p.lda,
        BigInt(origin + p.b),
        p.ldb,
        p.accumulate ? 1 : 0,
        BigInt(origin + p.c),
        p.ldc,
      );
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
