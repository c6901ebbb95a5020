/**
 * What tfjs's WebAssembly backend cannot do, done by the kernels of its cpu backend: operations that only
 * that one has (such as `Einsum` and the Fourier transforms), complex numbers and strings in any other, and
 * what the WebAssembly kernels get wrong. The gradients are tfjs's own, which belong to an operation and not
 * to a backend.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { KernelCall, KernelFunction, KernelRegistry } from "../registry.ts";

/** What the WebAssembly backend has no place for; a tensor of such numbers lives in the cpu backend. */
const isForeign = (dtype: unknown): boolean => dtype === "complex64" || dtype === "string";

const onWholeNumbers = (call: KernelCall): boolean =>
  inputsOf(call).some(({ dtype }) => dtype !== "float32");

const always = (): boolean => true;

/** True for a list, or a list of lists, with a number below 0. */
const someNegative = (list: unknown): boolean =>
  Array.isArray(list) && list.flat().some((number) => number < 0);

/**
 * Kernels of tfjs 4.22.0's WebAssembly backend that give other results than its cpu backend, and when. Most
 * take the bits of whole numbers for those of floats, or refuse them. A test calls every operation to find them.
 */
const WRONG: Readonly<Record<string, (call: KernelCall) => boolean>> = {
  Acosh: onWholeNumbers,
  Asinh: onWholeNumbers,
  Atanh: onWholeNumbers,
  BatchMatMul: onWholeNumbers,
  Bincount: always, // counts what is below 0, and only in one dimension
  Cast: ({ attrs }) => attrs.dtype === "bool", // takes a byte of each number
  ClipByValue: onWholeNumbers,
  Conv2DBackpropInput: onWholeNumbers,
  Conv3D: onWholeNumbers,
  Conv3DBackpropFilterV2: always,
  Conv3DBackpropInputV2: always,
  CropAndResize: always, // reads behind the last image
  DenseBincount: always, // ends the backend where a number is below 0
  Expm1: onWholeNumbers,
  FloorDiv: always, // floats in place of whole numbers
  FusedBatchNorm: onWholeNumbers,
  GatherNd: always, // reads outside of the tensor where an index is too large
  LRN: onWholeNumbers,
  Log1p: onWholeNumbers,
  MaxPool: onWholeNumbers,
  MaxPool3D: onWholeNumbers,
  MaxPoolWithArgmax: onWholeNumbers,
  Mod: onWholeNumbers,
  Multinomial: always, // draws by a random stream of its own
  NonMaxSuppressionV4: onWholeNumbers,
  NonMaxSuppressionV5: onWholeNumbers,
  OneHot: ({ attrs }) => attrs.dtype !== "int32",
  PadV2: ({ attrs }) => someNegative(attrs.paddings),
  Prelu: always, // does not broadcast
  RealDiv: onWholeNumbers,
  Reciprocal: onWholeNumbers,
  ResizeNearestNeighbor: onWholeNumbers,
  ResizeNearestNeighborGrad: always,
  RotateWithOffset: always, // leaves out the value that fills
  ScatterNd: always, // writes outside of the tensor where an index is too large
  Select: ({ inputs }) => inputs.t?.dtype === "bool", // writes four bytes for each of them
  SparseToDense: always, // as ScatterNd
  StridedSlice: onWholeNumbers,
  TensorScatterUpdate: always, // as ScatterNd
  Tile: ({ attrs }) => someNegative(attrs.reps),
  Transform: always,
  _FusedMatMul: onWholeNumbers,
};

/**
 * The kernels of the WebAssembly backend that know that a truth takes one byte. The others take four for it, and
 * read what lies behind.
 */
const KNOWS_TRUTHS: ReadonlySet<string> = new Set([
  ...["All", "Any", "ArgMax", "Max", "Mean", "Min", "Prod", "Sum"],
  ...["Cast", "Fill", "Identity", "OneHot", "OnesLike", "ZerosLike"],
  ...["Equal", "Greater", "GreaterEqual", "Less", "LessEqual", "NotEqual"],
  ...["LogicalAnd", "LogicalNot", "LogicalOr", "LogicalXor", "Maximum", "Minimum", "Multiply"],
  ...["BroadcastTo", "Concat", "ExpandDims", "GatherV2", "MirrorPad", "Pack", "PadV2"],
  ...["Reshape", "Select", "Slice", "SpaceToBatchND", "SplitV", "Tile", "Transpose", "Unpack"],
]);

/** Adds the kernels that are missing, and gives complex numbers and strings to those of the cpu backend. */
export function useCpuKernels(registry: KernelRegistry): void {
  const wasm = tf.backend(), cpu = tf.findBackend("cpu");
  if (!(cpu instanceof tf.MathBackendCPU)) throw new Error("tfjs's cpu backend did not start");
  for (const kernel of tf.getKernelsForBackend("cpu")) {
    const run = onCpu(kernel.kernelFunc, wasm, cpu);
    if (!tf.getKernel(kernel.kernelName, "wasm")) {
      registry.add(kernel.kernelName, run);
      continue;
    }
    const wrongHere = WRONG[kernel.kernelName] ?? (() => false);
    const knowsTruths = KNOWS_TRUTHS.has(kernel.kernelName);
    const isWrong = (call: KernelCall): boolean =>
      wrongHere(call) || !knowsTruths && inputsOf(call).some(({ dtype }) => dtype === "bool");
    registry.replace(
      kernel.kernelName,
      (stock) => (call) => touchesForeign(call) || isWrong(call) ? run(call) : stock(call),
    );
  }
}

function touchesForeign(call: KernelCall): boolean {
  return isForeign(call.attrs.dtype) || inputsOf(call).some(({ dtype }) => isForeign(dtype));
}

/** All tensors that a kernel receives; the ragged kernels receive lists of them under one name. */
function inputsOf({ inputs }: KernelCall): tf.TensorInfo[] {
  return Object.values(inputs).flat().filter((input) => input !== undefined && input !== null);
}

/**
 * A kernel of the cpu backend for tensors of the WebAssembly backend. The cpu backend is lent their numbers
 * under their own ids, and what it returns is written into the WebAssembly memory.
 */
function onCpu(
  kernel: tf.KernelFunc,
  wasm: tf.KernelBackend,
  cpu: tf.MathBackendCPU,
): KernelFunction {
  const intoWasm = (result: tf.TensorInfo, lent: ReadonlyMap<object, tf.TensorInfo>) => {
    const { dataId, shape, dtype } = result;
    if (lent.has(dataId)) { // the input under another shape
      wasm.incRef(dataId);
      return { dataId, shape, dtype };
    }
    if (isForeign(dtype)) return tf.engine().makeTensorFromTensorInfo(result, cpu);
    const values = tf.util.toTypedArray(cpu.readSync(dataId), dtype);
    cpu.disposeIntermediateTensorInfo(result);
    return { dataId: wasm.write(values, shape, dtype), shape, dtype };
  };
  return (call) => {
    const lent = new Map(
      inputsOf(call).filter(({ dataId }) => !cpu.data.has(dataId))
        .map((input) => [input.dataId, input]),
    );
    for (const [dataId, { shape, dtype }] of lent) {
      cpu.move(dataId, wasm.readSync(dataId), shape, dtype, 1);
    }
    try {
      const results = kernel({ ...call, backend: cpu });
      return Array.isArray(results)
        ? results.map((result) => intoWasm(result, lent))
        : intoWasm(results, lent);
    } finally {
      for (const dataId of lent.keys()) cpu.disposeData(dataId, true);
    }
  };
}
