/**
 * The inside of tfjs's WebAssembly backend, as far as the engine relies on it.
 *
 * tfjs keeps every tensor in one WebAssembly memory and knows where: that is what lets kernels of
 * our own work on the same bytes without copying. It is not a public interface, so tfjs is pinned, this
 * is the only module that looks inside, and what it relies on is checked here with a clear word.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** The version of tfjs whose inside this module knows. */
export const KNOWN_TFJS = "4.22.0";

/** Where tensors lie, and space for new ones. */
export interface Heap {
  /** The memory that tfjs and the kernels share. */
  readonly memory: WebAssembly.Memory;
  /** The address of a tensor's first byte. */
  pointer(tensor: tf.TensorInfo): number;
  /** A new tensor with undefined contents, float32 unless said. */
  allocate(shape: readonly number[], dtype?: tf.DataType): tf.TensorInfo;
  /** A second handle on a tensor's bytes under another shape of the same size. */
  share(tensor: tf.TensorInfo, shape: readonly number[]): tf.TensorInfo;
  /** True if another tensor uses the same bytes, so that writing in place would show there. */
  isShared(tensor: tf.TensorInfo): boolean;
  /** `count` bytes that no tensor uses; freed with `release`. */
  reserve(count: number): number;
  /** Gives back what `reserve` returned. */
  release(address: number): void;
  /** The bytes as they are now; a view dies when the memory grows, so it is taken anew each time. */
  bytes(): Uint8Array;
  /** A tensor's numbers where they lie; valid until the next allocation. */
  floats(tensor: tf.TensorInfo): Float32Array;
  /** The same for int32. */
  integers(tensor: tf.TensorInfo): Int32Array;
}

/** What Emscripten's module object offers. */
interface EmscriptenHeap {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isEmscriptenHeap(module: unknown): module is EmscriptenHeap {
  return isObject(module) &&
    "HEAPU8" in module && module.HEAPU8 instanceof Uint8Array &&
    "_malloc" in module && typeof module._malloc === "function" &&
    "_free" in module && typeof module._free === "function";
}

/** The module's memory: the threaded build imports it, the ordinary one exports it. */
function memoryOf(module: object): WebAssembly.Memory | undefined {
  if ("wasmMemory" in module && module.wasmMemory instanceof WebAssembly.Memory) {
    return module.wasmMemory;
  }
  if (!("asm" in module) || !isObject(module.asm) || !("memory" in module.asm)) return undefined;
  return module.asm.memory instanceof WebAssembly.Memory ? module.asm.memory : undefined;
}

function isBackendWasm(backend: unknown): backend is BackendWasm {
  return isObject(backend) && "wasm" in backend && "dataIdMap" in backend &&
    "makeOutput" in backend && typeof backend.makeOutput === "function" &&
    "incRef" in backend && typeof backend.incRef === "function" &&
    "refCount" in backend && typeof backend.refCount === "function";
}

/** Thrown when tfjs is not inside as the engine knows it. */
export class UnknownBackendError extends Error {
  /** `UnknownBackendError` */
  override name = "UnknownBackendError";
  /** @param missing What is not there. */
  constructor(missing: string) {
    super(
      `the engine knows the inside of tfjs ${KNOWN_TFJS}'s WebAssembly backend, and this is another: ` +
        `${missing}. Pin that version in lib/import_map.json, or mend lib/engine/heap.ts.`,
    );
  }
}

/**
 * Opens the heap of tfjs's WebAssembly backend (`tf.backend()`).
 *
 * Throws {@linkcode UnknownBackendError} if the backend is not the one that this module knows.
 */
export function openHeap(backend: unknown): Heap {
  if (!isBackendWasm(backend)) {
    throw new UnknownBackendError("it lacks wasm, dataIdMap or makeOutput");
  }
  const inside: unknown = backend.wasm;
  if (!isEmscriptenHeap(inside)) {
    throw new UnknownBackendError("its Emscripten module lacks HEAPU8, _malloc or _free");
  }
  const memory = memoryOf(inside);
  if (!memory) throw new UnknownBackendError("its Emscripten module shows no memory");
  if (memory.buffer !== inside.HEAPU8.buffer) {
    throw new UnknownBackendError("HEAPU8 does not show the module's memory");
  }
  const pointer = (tensor: tf.TensorInfo): number => {
    const address = backend.dataIdMap.get(tensor.dataId)?.memoryOffset;
    if (typeof address !== "number") throw new UnknownBackendError("a tensor has no memoryOffset");
    return address;
  };
  const elements = (shape: readonly number[]) =>
    shape.reduce((product, length) => product * length, 1);
  return {
    memory,
    pointer,
    allocate: (shape, dtype = "float32") => backend.makeOutput([...shape], dtype),
    share(tensor, shape) {
      backend.incRef(tensor.dataId);
      return { dataId: tensor.dataId, shape: [...shape], dtype: tensor.dtype };
    },
    isShared: (tensor) => backend.refCount(tensor.dataId) > 1,
    reserve: (count) => inside._malloc(count) >>> 0,
    release: (address) => inside._free(address),
    bytes: () => inside.HEAPU8,
    floats: (tensor) =>
      new Float32Array(inside.HEAPU8.buffer, pointer(tensor), elements(tensor.shape)),
    integers: (tensor) =>
      new Int32Array(inside.HEAPU8.buffer, pointer(tensor), elements(tensor.shape)),
  };
}
