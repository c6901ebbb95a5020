/**
 * tfjs's matrix products on the engine's kernel: batched, transposed, with bias and ReLU. The stock
 * backend computes transposed and batched products in a naive loop, which is nine tenths of the time of
 * a training step.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Compute } from "../compute.ts";
import type { Heap } from "../heap.ts";
import { elements, input, type KernelCall, type KernelRegistry } from "../registry.ts";

interface Operands {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

function operands(call: KernelCall): Operands {
  return {
    a: input(call, "a"),
    b: input(call, "b"),
    transposeA: call.attrs.transposeA === true,
    transposeB: call.attrs.transposeB === true,
  };
}

const isPlain = ({ a, b }: Operands) =>
  a.dtype === "float32" && b.dtype === "float32" && a.shape.length >= 2 && b.shape.length >= 2;

/** Replaces `BatchMatMul` and `_FusedMatMul`. */
export function overrideMatmul(registry: KernelRegistry, heap: Heap, compute: Compute): void {
  function product(o: Operands, bias?: tf.TensorInfo, relu = false): tf.TensorInfo {
    const { a, b, transposeA, transposeB } = o;
    const [storedRows, storedColumns] = a.shape.slice(-2);
    const [rows, depth] = transposeA ? [storedColumns, storedRows] : [storedRows, storedColumns];
    const [innerB, outerB] = b.shape.slice(-2);
    const [depthB, columns] = transposeB ? [outerB, innerB] : [innerB, outerB];
    if (depth !== depthB) {
      throw new Error(
        `expected inner shapes that agree, got ${depth} and ${depthB} of [${a.shape}]` +
          `${transposeA ? "ᵀ" : ""} · [${b.shape}]${transposeB ? "ᵀ" : ""}`,
      );
    }
    const batchA = a.shape.slice(0, -2), batchB = b.shape.slice(0, -2);
    const batch = tf.broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
    const out = heap.allocate([...batch, rows, columns]);
    const one = {
      transposeA,
      transposeB,
      rows,
      columns,
      depth,
      a: heap.pointer(a),
      lda: storedColumns,
      b: heap.pointer(b),
      ldb: outerB,
      c: heap.pointer(out),
      ldc: columns,
      bias: bias ? heap.pointer(bias) : 0,
      relu,
    };
    const count = elements(batch), countA = elements(batchA), countB = elements(batchB);
    if (count === 0) return out;
    const whole = { a: rows * depth, b: depth * columns, c: rows * columns };
    if (count === 1) {
      compute.multiply(one);
    } else if (countB === 1 && !transposeA) {
      compute.multiply({ ...one, rows: count * rows }); // [..., rows] against one matrix: all rows at once
    } else if ((countA === count || countA === 1) && (countB === count || countB === 1)) {
      compute.multiplyMany(one, {
        length: count,
        a: countA === 1 ? 0 : whole.a,
        b: countB === 1 ? 0 : whole.b,
        c: whole.c,
      }, { length: 1, a: 0, b: 0, c: 0 });
    } else {
      for (let i = 0; i < count; i++) {
        compute.multiply({
          ...one,
          a: one.a + 4 * whole.a * broadcastIndex(i, batch, batchA),
          b: one.b + 4 * whole.b * broadcastIndex(i, batch, batchB),
          c: one.c + 4 * whole.c * i,
        });
      }
    }
    return out;
  }

  registry.replace("BatchMatMul", (stock) => (call) => {
    const o = operands(call);
    return isPlain(o) ? product(o) : stock(call);
  });
  registry.replace("_FusedMatMul", (stock) => (call) => {
    const o = operands(call), { bias, preluActivationWeights } = call.inputs;
    const activation = call.attrs.activation ?? "linear";
    const single = elements(o.a.shape.slice(0, -2)) === 1 && elements(o.b.shape.slice(0, -2)) === 1;
    const fits = isPlain(o) && single && !preluActivationWeights &&
      (activation === "linear" || activation === "relu") &&
      (!bias || bias.dtype === "float32" && bias.shape.length === 1 &&
          bias.shape[0] === o.b.shape.at(o.transposeB ? -2 : -1));
    return fits ? product(o, bias, activation === "relu") : stock(call);
  });
}

/** The place in a tensor of shape `own` of element `index` of the broadcast shape `whole`. */
function broadcastIndex(index: number, whole: readonly number[], own: readonly number[]): number {
  let place = 0, stride = 1;
  for (let axis = whole.length - 1, k = own.length - 1; axis >= 0; axis--, k--) {
    const at = index % whole[axis];
    index = Math.floor(index / whole[axis]);
    if (k < 0) continue;
    if (own[k] !== 1) place += at * stride;
    stride *= own[k];
  }
  return place;
}
