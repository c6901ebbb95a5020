/**
 * LSTM and GRU layers over a whole sequence, in one kernel for the forward pass and one for the backward
 * pass. The recurrent matrix is packed once for the sequence, not once for each step, and its gradient is
 * one product over all steps.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { RangeKernel } from "../compute.ts";
import type { FusedOperations } from "../fused.ts";
import { input, type KernelCall } from "../registry.ts";
import { type Context, runMany, runOne, savedTensor, several } from "./context.ts";

/** What LSTM and GRU share. */
function parts({ registry, heap, compute }: Context) {
  registry.add("CourseRecurrentWeightsGradient", (call) => {
    const previous = input(call, "previous"), dgates = input(call, "dgates");
    const [batch, time, hidden] = previous.shape, wide = dgates.shape[2];
    const out = heap.allocate([hidden, wide]);
    compute.multiply({
      transposeA: true,
      rows: hidden,
      columns: wide,
      depth: batch * time,
      a: heap.pointer(previous),
      lda: hidden,
      b: heap.pointer(dgates),
      ldb: wide,
      c: heap.pointer(out),
      ldc: wide,
    });
    return out;
  });

  return {
    /** Packs the recurrent weights [hidden, wide] for the time of `use`. */
    withPacked(weights: tf.TensorInfo, transposed: boolean, use: (packed: number) => void) {
      const [hidden, wide] = weights.shape;
      const [columns, depth] = transposed ? [hidden, wide] : [wide, hidden];
      const packed = heap.reserve(compute.kernels.packedBytes(columns, depth));
      compute.kernels.pack(transposed, columns, depth, heap.pointer(weights), wide, packed);
      use(packed);
      heap.release(packed);
    },
    /** Runs a sequence kernel over the rows of the batch. */
    overBatch(kernel: RangeKernel, [batch, time, hidden]: number[], ...args: number[]) {
      compute.run(kernel, { length: batch, work: time * hidden * hidden, multiple: 2 }, ...args);
    },
    /** A copy of a tensor, to be changed in place. */
    copy(tensor: tf.TensorInfo) {
      const out = heap.allocate(tensor.shape);
      heap.floats(out).set(heap.floats(tensor));
      return out;
    },
    at: (call: KernelCall, ...names: string[]) =>
      names.map((name) => heap.pointer(input(call, name))),
  };
}

/** Registers the kernels and returns both operations. */
export function fuseRecurrent(
  context: Context,
): Pick<FusedOperations, "lstmSequence" | "gruSequence"> {
  const { registry, heap } = context;
  const { withPacked, overBatch, copy, at } = parts(context);

  registry.add("CourseLstm", (call) => {
    const weights = input(call, "weights"), [batch, time] = input(call, "projected").shape;
    const hidden = weights.shape[0];
    const hiddens = heap.allocate([batch, time, hidden]);
    const last = heap.allocate([batch, hidden]), cell = heap.allocate([batch, hidden]);
    const [projected, bias, hidden0, cell0] = at(call, "projected", "bias", "hidden", "cell");
    withPacked(weights, false, (packed) =>
      overBatch(
        "lstmForward",
        [batch, time, hidden],
        projected,
        packed,
        bias,
        hidden0,
        cell0,
        time,
        hidden,
        ...[hiddens, last, cell].map(heap.pointer),
        ...at(call, "gates", "cells", "previous"),
      ));
    return [hiddens, last, cell];
  }, {
    inputsToSave: ["weights", "cell", "gates", "cells", "previous"],
    gradFunc: (dy, [weights, cell, gates, cells, previous]) => {
      const [dhiddens, dlast, dcell] = several(dy);
      const [dgates, dhidden0, dcell0] = runMany("CourseLstmGradient", {
        dhiddens,
        dlast,
        dcell,
        weights,
        cell,
        gates,
        cells,
      });
      return {
        projected: () => dgates,
        weights: () => runOne("CourseRecurrentWeightsGradient", { previous, dgates }),
        bias: () => runOne("CourseSumRows", { x: dgates }),
        hidden: () => dhidden0,
        cell: () => dcell0,
      };
    },
  });

  registry.add("CourseLstmGradient", (call) => {
    const weights = input(call, "weights"), gates = input(call, "gates");
    const [batch, time] = gates.shape, hidden = weights.shape[0];
    const dgates = heap.allocate(gates.shape);
    const dhidden = copy(input(call, "dlast")), dcell = copy(input(call, "dcell"));
    const [dhiddens, ...saved] = at(call, "dhiddens", "cell", "gates", "cells");
    withPacked(weights, true, (packed) =>
      overBatch(
        "lstmBackward",
        [batch, time, hidden],
        dhiddens,
        packed,
        ...saved,
        time,
        hidden,
        ...[dgates, dhidden, dcell].map(heap.pointer),
      ));
    return [dgates, dhidden, dcell];
  });

  registry.add("CourseGru", (call) => {
    const weights = input(call, "weights"), [batch, time] = input(call, "projected").shape;
    const hidden = weights.shape[0];
    const hiddens = heap.allocate([batch, time, hidden]), last = heap.allocate([batch, hidden]);
    const recurrent = heap.reserve(4 * batch * 3 * hidden);
    const [projected, bias, hidden0] = at(call, "projected", "bias", "hidden");
    withPacked(weights, false, (packed) =>
      overBatch(
        "gruForward",
        [batch, time, hidden],
        projected,
        packed,
        bias,
        hidden0,
        time,
        hidden,
        ...[hiddens, last].map(heap.pointer),
        ...at(call, "parts", "previous"),
        recurrent,
      ));
    heap.release(recurrent);
    return [hiddens, last];
  }, {
    inputsToSave: ["weights", "parts", "previous"],
    gradFunc: (dy, [weights, saved, previous]) => {
      const [dhiddens, dlast] = several(dy);
      const [dprojected, dgates, dhidden0] = runMany("CourseGruGradient", {
        dhiddens,
        dlast,
        weights,
        parts: saved,
        previous,
      });
      return {
        projected: () => dprojected,
        weights: () => runOne("CourseRecurrentWeightsGradient", { previous, dgates }),
        bias: () => runOne("CourseSumRows", { x: dgates }),
        hidden: () => dhidden0,
      };
    },
  });

  registry.add("CourseGruGradient", (call) => {
    const weights = input(call, "weights"), [batch, time, hidden] = input(call, "previous").shape;
    const dprojected = heap.allocate([batch, time, 3 * hidden]);
    const drecurrent = heap.allocate([batch, time, 3 * hidden]);
    const dhidden = copy(input(call, "dlast"));
    const [dhiddens, ...saved] = at(call, "dhiddens", "parts", "previous");
    withPacked(weights, true, (packed) =>
      overBatch(
        "gruBackward",
        [batch, time, hidden],
        dhiddens,
        packed,
        ...saved,
        time,
        hidden,
        ...[dprojected, drecurrent, dhidden].map(heap.pointer),
      ));
    return [dprojected, drecurrent, dhidden];
  });

  return {
    lstmSequence(projected, weights, bias, hidden, cell) {
      const [batch, time] = projected.shape, size = weights.shape[0];
      if (time === 0) return { hiddens: tf.zeros([batch, 0, size]), hidden, cell };
      const gates = savedTensor(heap, [batch, time, 4 * size]);
      const cells = savedTensor(heap, [batch, time, size]);
      const previous = savedTensor(heap, [batch, time, size]);
      const inputs = { projected, weights, bias, hidden, cell, gates, cells, previous };
      const [hiddens, lastHidden, lastCell] = runMany("CourseLstm", inputs);
      tf.dispose([gates, cells, previous]);
      return { hiddens, hidden: lastHidden, cell: lastCell };
    },
    gruSequence(projected, weights, bias, hidden) {
      const [batch, time] = projected.shape, size = weights.shape[0];
      if (time === 0) return { hiddens: tf.zeros([batch, 0, size]), hidden };
      const saved = savedTensor(heap, [batch, time, 4 * size]);
      const previous = savedTensor(heap, [batch, time, size]);
      const inputs = { projected, weights, bias, hidden, parts: saved, previous };
      const [hiddens, lastHidden] = runMany("CourseGru", inputs);
      tf.dispose([saved, previous]);
      return { hiddens, hidden: lastHidden };
    },
  };
}
