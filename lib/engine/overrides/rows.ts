/**
 * Sums over leading axes without a transposition, softmax over the last axis, rows of a table by index,
 * and the sum by index that tfjs's wasm backend lacks (so that a gather has a gradient).
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Compute } from "../compute.ts";
import type { Heap } from "../heap.ts";
import { elements, input, type KernelRegistry, lastOf } from "../registry.ts";

/** Replaces `Sum`, `Softmax`, `GatherV2` and `UnsortedSegmentSum`. */
export function overrideRows(registry: KernelRegistry, heap: Heap, compute: Compute): void {
  registry.replace("Sum", (stock) => (call) => {
    const x = input(call, "x"), { axis, keepDims } = call.attrs;
    if (x.dtype !== "float32" || !(typeof axis === "number" || isNumbers(axis))) return stock(call);
    const axes = tf.util.parseAxisParam(axis, x.shape).slice().sort((a, b) => a - b);
    const kept = x.shape.slice(axes.length), length = elements(kept);
    const leading = axes.length > 0 && kept.length > 0 && axes.every((value, i) => value === i);
    if (!leading || length === 0) return stock(call);
    const rows = elements(x.shape) / length;
    const out = heap.allocate(keepDims ? [...axes.map(() => 1), ...kept] : kept);
    compute.run(
      "sumRows",
      { length, work: rows, multiple: 16 },
      heap.pointer(x),
      heap.pointer(out),
      rows,
      length,
    );
    return out;
  });

  registry.replace("Softmax", (stock) => (call) => {
    const logits = input(call, "logits"), length = lastOf(logits.shape);
    const rank = logits.shape.length, size = elements(logits.shape);
    if (logits.dtype !== "float32" || rank === 0 || call.attrs.dim !== rank - 1 || size === 0) {
      return stock(call);
    }
    const out = heap.allocate(logits.shape);
    compute.run(
      "softmax",
      { length: size / length, work: 8 * length },
      heap.pointer(logits),
      heap.pointer(out),
      length,
    );
    return out;
  });

  registry.replace("GatherV2", (stock) => (call) => {
    const x = input(call, "x"), indices = input(call, "indices");
    const { axis = 0, batchDims = 0 } = call.attrs;
    const [rows, length] = x.shape;
    const fits = x.shape.length === 2 && x.dtype === "float32" && indices.dtype === "int32" &&
      axis === 0 && batchDims === 0 && length > 0;
    // The stock kernel names an index that is out of range.
    if (!fits || heap.integers(indices).some((id) => id < 0 || id >= rows)) return stock(call);
    const out = heap.allocate([...indices.shape, length]);
    compute.run(
      "gatherRows",
      { length: elements(indices.shape), work: length },
      heap.pointer(x),
      heap.pointer(indices),
      heap.pointer(out),
      length,
      rows,
    );
    return out;
  });

  registry.replace("UnsortedSegmentSum", (stock) => (call) => {
    const x = input(call, "x"), ids = input(call, "segmentIds"), { numSegments } = call.attrs;
    if (x.dtype !== "float32" || ids.dtype !== "int32" || typeof numSegments !== "number") {
      return stock(call);
    }
    const count = elements(ids.shape),
      rest = x.shape.slice(ids.shape.length),
      length = elements(rest);
    const out = heap.allocate([numSegments, ...rest]);
    compute.run(
      "segmentSum",
      { length, work: count, multiple: 16 },
      heap.pointer(ids),
      heap.pointer(x),
      heap.pointer(out),
      count,
      length,
      numSegments,
    );
    return out;
  });
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}
