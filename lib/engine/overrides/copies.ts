/**
 * Slices and joins that copy only what they return. The stock kernels copy the whole source for every
 * piece, so that walking over n time steps costs n² — which would falsify what the course measures.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Compute } from "../compute.ts";
import type { Heap } from "../heap.ts";
import { elements, input, type KernelRegistry } from "../registry.ts";

const isPlain = (x: tf.TensorInfo) =>
  x.shape.length > 0 && ["float32", "int32", "bool"].includes(x.dtype);

const bytesOf = (dtype: tf.DataType) => dtype === "bool" ? 1 : 4;

/** Replaces `Slice`, `Unpack`, `SplitV`, `Concat` and `Identity`. */
export function overrideCopies(registry: KernelRegistry, heap: Heap, compute: Compute): void {
  /** Copies the part `[begin, begin + size)` of x into a new tensor of shape `shape`. */
  function part(
    x: tf.TensorInfo,
    begin: readonly number[],
    size: readonly number[],
    shape: readonly number[] = size,
  ): tf.TensorInfo {
    const out = heap.allocate(shape, x.dtype), width = bytesOf(x.dtype);
    if (elements(size) === 0) return out;
    const rank = x.shape.length,
      strides = x.shape.map((_, axis) => elements(x.shape.slice(axis + 1)));
    // Axes after `cut` are taken whole, so that one run covers size[cut] of them.
    let cut = rank - 1;
    while (cut > 0 && size[cut] === x.shape[cut]) cut--;
    // The axis before it repeats that run at even steps: one call of the kernel.
    const repeated = cut - 1, repeats = repeated >= 0 ? size[repeated] : 1;
    const run = size[cut] * strides[cut] * width;
    const step = repeated >= 0 ? strides[repeated] * width : 0;
    const index = begin.slice(0, Math.max(repeated, 0)).map(() => 0);
    const from = heap.pointer(x);
    let to = heap.pointer(out);
    for (;;) {
      let offset = begin[cut] * strides[cut] +
        (repeated >= 0 ? begin[repeated] * strides[repeated] : 0);
      index.forEach((at, axis) => offset += (begin[axis] + at) * strides[axis]);
      compute.run(
        "copyRuns",
        { length: repeats, work: run / 4 },
        from + offset * width,
        step,
        to,
        run,
        run,
      );
      to += run * repeats;
      let axis = index.length - 1;
      while (axis >= 0 && ++index[axis] === size[axis]) index[axis--] = 0;
      if (axis < 0) return out;
    }
  }

  registry.replace("Slice", (stock) => (call) => {
    const x = input(call, "x");
    if (!isPlain(x)) return stock(call);
    const begin = listOf(call.attrs.begin), size = listOf(call.attrs.size);
    if (!begin || !size) return stock(call);
    const from = x.shape.map((_, axis) => begin[axis] ?? 0);
    const lengths = x.shape.map((length, axis) =>
      size[axis] === undefined || size[axis] < 0 ? length - from[axis] : size[axis]
    );
    // The stock kernel reads on behind the tensor; the cpu backend says these words.
    tf.util.assert(
      from.every((at) => at >= 0),
      () => "slice() does not support negative begin indexing.",
    );
    tf.slice_util.assertParamsValid(x, from, lengths);
    tf.util.assertNonNegativeIntegerDimensions(lengths);
    return part(x, from, lengths);
  });

  registry.replace("Unpack", (stock) => (call) => {
    const x = input(call, "value");
    if (!isPlain(x) || typeof call.attrs.axis !== "number") return stock(call);
    const [axis] = tf.util.parseAxisParam(call.attrs.axis, x.shape);
    const size = x.shape.with(axis, 1), shape = x.shape.toSpliced(axis, 1);
    return Array.from(
      { length: x.shape[axis] },
      (_, i) => part(x, x.shape.map((_, k) => k === axis ? i : 0), size, shape),
    );
  });

  // The stock gradient fails where there is one piece, as in a sequence of one step.
  registry.replaceGradient("Unpack", {
    gradFunc: (dy, _, { axis }) => ({ value: () => tf.stack([dy].flat(), Number(axis)) }),
  });

  registry.replace("SplitV", (stock) => (call) => {
    const x = input(call, "x"), { axis, numOrSizeSplits } = call.attrs;
    const wanted = typeof numOrSizeSplits === "number" || isNumbers(numOrSizeSplits);
    if (!isPlain(x) || typeof axis !== "number" || !wanted) return stock(call);
    const [along] = tf.util.parseAxisParam(axis, x.shape);
    const sizes = splitSizes(x.shape[along], numOrSizeSplits);
    if (!sizes) return stock(call);
    let start = 0;
    return sizes.map((length) => {
      const piece = part(
        x,
        x.shape.map((_, k) => k === along ? start : 0),
        x.shape.with(along, length),
      );
      start += length;
      return piece;
    });
  });

  registry.replace("Concat", (stock) => (call) => {
    const pieces = Object.values(call.inputs).filter((piece) => piece !== undefined);
    const [first] = pieces;
    const { axis } = call.attrs;
    if (
      typeof axis !== "number" || !first || !isPlain(first) ||
      pieces.some((piece) => piece.dtype !== first.dtype)
    ) return stock(call);
    const [along] = tf.util.parseAxisParam(axis, first.shape);
    tf.backend_util.assertParamsConsistent(pieces.map((piece) => piece.shape), along);
    const shape = tf.backend_util.computeOutShape(pieces.map((piece) => piece.shape), along);
    const out = heap.allocate(shape, first.dtype), width = bytesOf(first.dtype);
    const repeats = elements(shape.slice(0, along)), whole = elements(shape.slice(along)) * width;
    let to = heap.pointer(out);
    for (const piece of pieces) {
      const run = elements(piece.shape.slice(along)) * width;
      if (run * repeats > 0) {
        compute.run(
          "copyRuns",
          { length: repeats, work: run / 4 },
          heap.pointer(piece),
          run,
          to,
          whole,
          run,
        );
      }
      to += run;
    }
    return out;
  });

  // The stock kernel copies; tensors never change in place, so a second handle will do.
  registry.replace("Identity", (stock) => (call) => {
    const x = input(call, "x");
    return x.dtype === "string" || x.dtype === "complex64" ? stock(call) : heap.share(x, x.shape);
  });
}

/** A number or a list of them as a list; undefined for anything else. */
function listOf(value: unknown): number[] | undefined {
  return typeof value === "number" ? [value] : isNumbers(value) ? value : undefined;
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}

/** The lengths of the pieces, -1 meaning "the rest"; undefined if they do not fill the axis. */
function splitSizes(length: number, wanted: number | readonly number[]): number[] | undefined {
  if (typeof wanted === "number") {
    return length % wanted === 0 ? Array(wanted).fill(length / wanted) : undefined;
  }
  const known = wanted.reduce((sum, size) => sum + Math.max(size, 0), 0);
  const sizes = wanted.map((size) => size === -1 ? length - known : size);
  const fits = sizes.every((size) => size >= 0) && sizes.reduce((a, b) => a + b, 0) === length;
  return fits ? sizes : undefined;
}
