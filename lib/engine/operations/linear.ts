/**
 * The affine map with its bias and ReLU in the product's epilogue, and its gradients as three products
 * on the tensors as they lie: no transposition, no reshape, no pass of its own for the bias.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { FusedOperations } from "../fused.ts";
import { elements, input, type KernelCall, lastOf } from "../registry.ts";
import { type Context, runOne, single } from "./context.ts";

/** Registers the kernels and returns the operation. */
export function fuseLinear({ registry, heap, compute }: Context): FusedOperations["linear"] {
  const forward = (relu: boolean) => (call: KernelCall) => {
    const inputs = input(call, "inputs"), weights = input(call, "weights"), { bias } = call.inputs;
    const [depth, columns] = weights.shape, rows = elements(inputs.shape.slice(0, -1));
    const out = heap.allocate([...inputs.shape.slice(0, -1), columns]);
    compute.multiply({
      rows,
      columns,
      depth,
      a: heap.pointer(inputs),
      lda: depth,
      b: heap.pointer(weights),
      ldb: columns,
      c: heap.pointer(out),
      ldc: columns,
      bias: bias ? heap.pointer(bias) : 0,
      relu,
    });
    return out;
  };

  const gradient = (dy: tf.Tensor, inputs: tf.Tensor, weights: tf.Tensor) => ({
    inputs: () => runOne("CourseLinearInputsGradient", { dy, weights }),
    weights: () => runOne("CourseLinearWeightsGradient", { dy, inputs }),
    bias: () => runOne("CourseSumRows", { x: dy }),
  });

  registry.add("CourseLinear", forward(false), {
    inputsToSave: ["inputs", "weights"],
    gradFunc: (dy, [inputs, weights]) => gradient(single(dy), inputs, weights),
  });
  registry.add("CourseLinearRelu", forward(true), {
    inputsToSave: ["inputs", "weights"],
    outputsToSave: [true],
    gradFunc: (dy, [inputs, weights, y]) =>
      gradient(runOne("CourseReluGradient", { dy: single(dy), y }), inputs, weights),
  });

  registry.add("CourseReluGradient", (call) => {
    const dy = input(call, "dy"), y = input(call, "y"), dx = heap.allocate(dy.shape);
    compute.run(
      "reluGradient",
      { length: elements(dy.shape), work: 1, multiple: 4 },
      heap.pointer(dy),
      heap.pointer(y),
      heap.pointer(dx),
    );
    return dx;
  });

  registry.add("CourseLinearInputsGradient", (call) => {
    const dy = input(call, "dy"), weights = input(call, "weights");
    const [columns, depth] = weights.shape;
    const dx = heap.allocate([...dy.shape.slice(0, -1), columns]);
    compute.multiply({
      transposeB: true,
      rows: elements(dy.shape.slice(0, -1)),
      columns,
      depth,
      a: heap.pointer(dy),
      lda: depth,
      b: heap.pointer(weights),
      ldb: depth,
      c: heap.pointer(dx),
      ldc: columns,
    });
    return dx;
  });

  registry.add("CourseLinearWeightsGradient", (call) => {
    const dy = input(call, "dy"), inputs = input(call, "inputs");
    const rows = lastOf(inputs.shape), columns = lastOf(dy.shape);
    const dw = heap.allocate([rows, columns]);
    compute.multiply({
      transposeA: true,
      rows,
      columns,
      depth: elements(dy.shape.slice(0, -1)),
      a: heap.pointer(inputs),
      lda: rows,
      b: heap.pointer(dy),
      ldb: columns,
      c: heap.pointer(dw),
      ldc: columns,
    });
    return dw;
  });

  registry.add("CourseSumRows", (call) => {
    const x = input(call, "x"), length = lastOf(x.shape), rows = elements(x.shape.slice(0, -1));
    const out = heap.allocate([length]);
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

  return (inputs, weights, bias, activation) =>
    runOne(
      activation === "relu" ? "CourseLinearRelu" : "CourseLinear",
      bias ? { inputs, weights, bias } : { inputs, weights },
    );
}
