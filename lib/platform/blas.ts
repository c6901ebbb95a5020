/**
 * The system's BLAS, where it has one. It is found at run time and never needed.
 *
 * @module
 */

/** Where a fast BLAS may be. The reference BLAS is slower than the kernels, so it is not looked for. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  linux: ["libopenblas.so.0", "libopenblas.so", "libmkl_rt.so.2", "libblis.so.4"],
  darwin: ["/System/Library/Frameworks/Accelerate.framework/Accelerate"],
  windows: ["libopenblas.dll"],
};

/** CBLAS's numbers for row-major storage and for an operand as it is, or transposed. */
const ROW_MAJOR = 101, AS_IT_IS = 111, TRANSPOSED = 112;

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

/** `c[rows, columns] = op(a) · op(b)` (plus c); the matrices are addresses in a memory, rows in order. */
export interface BlasProduct {
  /** Whether a is stored as [depth, rows]. */
  readonly transposeA: boolean;
  /** Whether b is stored as [columns, depth]. */
  readonly transposeB: boolean;
  /** Rows of c. */
  readonly rows: number;
  /** Columns of c. */
  readonly columns: number;
  /** How many products each number of c adds up. */
  readonly depth: number;
  /** Address of the left matrix. */
  readonly a: number;
  /** Floats from one row of a matrix, as it is stored, to the next. */
  readonly lda: number;
  /** Address of the right matrix. */
  readonly b: number;
  /** The same distance in b. */
  readonly ldb: number;
  /** Address of the result. */
  readonly c: number;
  /** The same distance in c. */
  readonly ldc: number;
  /** Adds to c instead of writing it. */
  readonly accumulate: boolean;
}

/** A BLAS that was found. */
export interface Blas {
  /** The library's file name. */
  readonly name: string;
  /** One product inside of a WebAssembly memory. */
  multiply(memory: WebAssembly.Memory, product: BlasProduct): void;
}

/** Opens the system's BLAS. Throws an `Error` that names what was looked for. */
export function openBlas(threads: number): Blas {
  const names = LIBRARIES[Deno.build.os] ?? [];
  for (const name of names) {
    try {
      const { symbols } = Deno.dlopen(name, SYMBOLS);
      symbols.openblas_set_num_threads?.(threads);
      return { name: name.split("/").at(-1) ?? name, multiply: multiplyBy(symbols.cblas_sgemm) };
    } catch {
      // Not this one.
    }
  }
  throw new Error(
    `the system has no BLAS (looked for ${names.join(", ") || "none on this system"})`,
  );
}

function multiplyBy(
  sgemm: Deno.DynamicLibrary<typeof SYMBOLS>["symbols"]["cblas_sgemm"],
): Blas["multiply"] {
  let buffer: ArrayBufferLike | undefined, base = 0;
  /** The address, outside, of the memory's first byte: it may move when the memory grows. */
  const start = (memory: WebAssembly.Memory): number => {
    if (memory.buffer !== buffer) {
      buffer = memory.buffer;
      base = Number(Deno.UnsafePointer.value(Deno.UnsafePointer.of(new Uint8Array(buffer))));
    }
    return base;
  };
  return (memory, p) => {
    const origin = start(memory);
    sgemm(
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
  };
}
