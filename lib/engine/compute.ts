/**
 * What the operations ask of the machine: matrix products, and kernels over a range of rows. One thread
 * answers here; threads and a system BLAS answer the same questions elsewhere.
 *
 * @module
 */

/** `c[rows, columns] = op(a)[rows, depth] · op(b)[depth, columns]`; a, b, c and bias are addresses. */
export interface Product {
  /** Whether a is stored as [depth, rows]. Default `false`. */
  readonly transposeA?: boolean;
  /** Whether b is stored as [columns, depth]. Default `false`. */
  readonly transposeB?: boolean;
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
  /** Address of [columns] numbers to add to each row; 0 or nothing for none. */
  readonly bias?: number;
  /** Ends with max(0, c). Default `false`. */
  readonly relu?: boolean;
  /** Adds to c instead of writing it. */
  readonly accumulate?: boolean;
}

/** One batch axis: its length, and the floats from one matrix to the next in a, b and c (0 repeats). */
export interface BatchAxis {
  /** How many matrices. */
  readonly length: number;
  /** Step in a. */
  readonly a: number;
  /** Step in b. */
  readonly b: number;
  /** Step in c. */
  readonly c: number;
}

/** Kernels that take a range `[first, last)` as their last two arguments. */
export const RANGE_KERNELS = [
  "adam",
  "attentionWeights",
  "biasRelu",
  "copyRuns",
  "crossEntropy",
  "gatherRows",
  "gelu",
  "geluGradient",
  "gruBackward",
  "gruForward",
  "layerNorm",
  "layerNormGradient",
  "layerNormParameterGradient",
  "lstmBackward",
  "lstmForward",
  "reluGradient",
  "segmentSum",
  "softmax",
  "softmaxGradient",
  "sumRows",
] as const;

/** The name of a kernel over a range. */
export type RangeKernel = typeof RANGE_KERNELS[number];

/** How the range of a kernel may be cut between threads. */
export interface Range {
  /** The range is [0, length). */
  readonly length: number;
  /** Roughly how many numbers one element of the range touches; decides whether threads are worth it. */
  readonly work: number;
  /** Cuts only at multiples of this. Default 1. */
  readonly multiple?: number;
}

/** What computes: one thread, several, or a system BLAS. */
export interface Compute {
  /** One matrix product. */
  multiply(product: Product): void;
  /** Many of them, along two batch axes. */
  multiplyMany(product: Product, outer: BatchAxis, inner: BatchAxis): void;
  /** Runs a kernel over `[0, range.length)`. */
  run(kernel: RangeKernel, range: Range, ...args: readonly number[]): void;
  /** The kernels themselves, for what is too small or too serial to share. */
  readonly kernels: Kernels;
}

/** Kernels that are no range. */
const OTHER_KERNELS = [
  "batchedGemm",
  "gemm",
  "pack",
  "packedBytes",
  "packs",
  "scratchBytes",
  "useScratch",
] as const;

/** A function of the compiled module: numbers in, a number (or nothing) out. */
export type Kernel = (...args: readonly (number | boolean)[]) => number;

/** The functions of the compiled module, by name. */
export type Kernels = Readonly<Record<RangeKernel | typeof OTHER_KERNELS[number], Kernel>>;

/**
 * Starts the compiled kernels on a memory. Throws an `Error` that names what the module lacks.
 *
 * @param more Functions that the module for threads has besides.
 */
export async function startKernels<More extends string = never>(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  more: readonly More[] = [],
): Promise<Readonly<Record<keyof Kernels | More, Kernel>>> {
  const abort = () => {
    throw new Error("a kernel stopped: this is a mistake in lib/engine/assembly");
  };
  const { exports } = await WebAssembly.instantiate(module, { env: { memory, abort } });
  const names = [...RANGE_KERNELS, ...OTHER_KERNELS, ...more];
  for (const name of names) {
    if (typeof exports[name] !== "function") {
      throw new Error(`the compiled kernels lack ${name}: run deno task kernels`);
    }
  }
  // All are functions, as was just seen, and WebAssembly's take numbers: JavaScript cannot say more.
  return exports as Readonly<Record<keyof Kernels | More, Kernel>>;
}

/** Everything on the calling thread. */
export function oneThread(kernels: Kernels): Compute {
  return {
    kernels,
    multiply(p) {
      kernels.gemm(
        p.transposeA === true,
        p.transposeB === true,
        p.rows,
        p.columns,
        p.depth,
        p.a,
        p.lda,
        p.b,
        p.ldb,
        p.c,
        p.ldc,
        p.bias ?? 0,
        p.relu === true,
        p.accumulate === true,
      );
    },
    multiplyMany(p, outer, inner) {
      kernels.batchedGemm(
        p.transposeA === true,
        p.transposeB === true,
        p.rows,
        p.columns,
        p.depth,
        p.a,
        p.lda,
        p.b,
        p.ldb,
        p.c,
        p.ldc,
        outer.length,
        outer.a,
        outer.b,
        outer.c,
        inner.length,
        inner.a,
        inner.b,
        inner.c,
      );
    },
    run(kernel, range, ...args) {
      kernels[kernel](...args, 0, range.length);
    },
  };
}
