/**
 * Layer normalisation in two passes over each row, and its gradients from the row's mean and deviation.
 *
 * @module
 */
import type { FusedOperations } from "../fused.ts";
import { elements, input, lastOf } from "../registry.ts";
import { type Context, runMany, runOne, savedTensor, single } from "./context.ts";

/** Registers the kernels and returns the operation. */
export function fuseLayerNorm({ registry, heap, compute }: Context): FusedOperations["layerNorm"] {
  registry.add("CourseLayerNorm", (call) => {
    const x = input(call, "inputs"), length = lastOf(x.shape), out = heap.allocate(x.shape);
    if (elements(x.shape) === 0) return out;
    compute.run(
      "layerNorm",
      { length: elements(x.shape) / length, work: 3 * length },
      heap.pointer(x),
      heap.pointer(input(call, "gain")),
      heap.pointer(input(call, "bias")),
      heap.pointer(out),
      heap.pointer(input(call, "moments")),
      length,
      Number(call.attrs.epsilon),
    );
    return out;
  }, {
    inputsToSave: ["inputs", "gain", "moments"],
    gradFunc: (dy, [inputs, gain, moments]) => {
      const parameters = runMany("CourseLayerNormParameterGradient", {
        dy: single(dy),
        inputs,
        moments,
      });
      return {
        inputs: () => runOne("CourseLayerNormGradient", { dy: single(dy), inputs, gain, moments }),
        gain: () => parameters[0],
        bias: () => parameters[1],
      };
    },
  });

  registry.add("CourseLayerNormGradient", (call) => {
    const x = input(call, "inputs"), length = lastOf(x.shape), dx = heap.allocate(x.shape);
    if (elements(x.shape) === 0) return dx;
    compute.run(
      "layerNormGradient",
      { length: elements(x.shape) / length, work: 4 * length },
      heap.pointer(input(call, "dy")),
      heap.pointer(x),
      heap.pointer(input(call, "moments")),
      heap.pointer(input(call, "gain")),
      heap.pointer(dx),
      length,
    );
    return dx;
  });

  registry.add("CourseLayerNormParameterGradient", (call) => {
    const x = input(call, "inputs"), length = lastOf(x.shape);
    const gain = heap.allocate([length]), bias = heap.allocate([length]);
    const rows = length === 0 ? 0 : elements(x.shape) / length;
    compute.run(
      "layerNormParameterGradient",
      { length, work: 2 * rows, multiple: 16 },
      heap.pointer(input(call, "dy")),
      heap.pointer(x),
      heap.pointer(input(call, "moments")),
      heap.pointer(gain),
      heap.pointer(bias),
      rows,
      length,
    );
    return [gain, bias];
  });

  return (inputs, gain, bias, epsilon) => {
    const moments = savedTensor(heap, [elements(inputs.shape.slice(0, -1)), 2]);
    const out = runOne("CourseLayerNorm", { inputs, gain, bias, moments }, { epsilon });
    moments.dispose();
    return out;
  };
}
