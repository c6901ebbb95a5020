/**
 * Mean cross-entropy. The forward pass already writes the gradient (probabilities minus targets, over the
 * number of rows that count), while a row is in the cache: the backward pass only scales it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { FusedOperations } from "../fused.ts";
import { input } from "../registry.ts";
import { type Context, runOne, savedTensor, single } from "./context.ts";

/** Registers the kernels and returns the operation. */
export function fuseCrossEntropy(
  { registry, heap, compute }: Context,
): FusedOperations["crossEntropy"] {
  registry.add("CourseCrossEntropy", (call) => {
    const logits = input(call, "logits"), targets = input(call, "targets");
    const { ignoredIndex, labelSmoothing } = call.attrs, [rows, length] = logits.shape;
    const ignores = typeof ignoredIndex === "number";
    let counted = 0;
    heap.integers(targets).forEach((target, row) => {
      if (ignores && target === ignoredIndex) return;
      if (target < 0 || target >= length) {
        throw new RangeError(
          `expected targets in [0, ${length}), the classes of the logits, got ${target} in row ${row}`,
        );
      }
      counted++;
    });
    const loss = heap.allocate([]), losses = heap.allocate([rows]);
    compute.run(
      "crossEntropy",
      { length: rows, work: 10 * length },
      heap.pointer(logits),
      heap.pointer(targets),
      heap.pointer(input(call, "gradient")),
      heap.pointer(losses),
      length,
      ignores ? ignoredIndex : 0,
      Number(ignores),
      Number(labelSmoothing),
      1 / Math.max(counted, 1),
    );
    const sum = heap.floats(losses).reduce((total, each) => total + each, 0);
    // As with plain means: no row at all has no loss; rows that are all ignored have none to pay.
    heap.floats(loss)[0] = ignores ? sum / Math.max(counted, 1) : sum / counted;
    tf.backend().disposeData(losses.dataId);
    return loss;
  }, {
    inputsToSave: ["gradient"],
    gradFunc: (dy, [gradient]) => ({
      // The loss itself is what is usually differentiated: its gradient is one.
      logits: () =>
        heap.floats(single(dy))[0] === 1 ? tf.clone(gradient) : tf.mul(gradient, single(dy)),
    }),
  });

  return (logits, targets, options) => {
    const gradient = savedTensor(heap, logits.shape);
    const { ignoredIndex, labelSmoothing } = options;
    const loss = runOne<tf.Scalar>(
      "CourseCrossEntropy",
      { logits, targets, gradient },
      ignoredIndex === undefined ? { labelSmoothing } : { labelSmoothing, ignoredIndex },
    );
    gradient.dispose();
    return loss;
  };
}
