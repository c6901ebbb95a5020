/**
 * GELU in one pass, and its gradient from the inputs alone: plain tfjs takes six to nine passes and keeps
 * what each of them made.
 *
 * @module
 */
import { elements, input } from "../registry.ts";
import type { FusedOperations } from "../fused.ts";
import { type Context, runOne, single } from "./context.ts";

/** Registers the kernels and returns the two operations. */
export function fuseGelu(
  { registry, heap, compute }: Context,
): Pick<FusedOperations, "gelu" | "geluTanh"> {
  registry.add("CourseGelu", (call) => {
    const x = input(call, "inputs"), y = heap.allocate(x.shape);
    compute.run(
      "gelu",
      { length: elements(x.shape), work: 6, multiple: 4 },
      heap.pointer(x),
      heap.pointer(y),
      Number(call.attrs.byTanh),
    );
    return y;
  }, {
    inputsToSave: ["inputs"],
    gradFunc: (dy, [inputs], attrs) => ({
      inputs: () => runOne("CourseGeluGradient", { dy: single(dy), inputs }, attrs),
    }),
  });

  registry.add("CourseGeluGradient", (call) => {
    const dy = input(call, "dy"), dx = heap.allocate(dy.shape);
    compute.run(
      "geluGradient",
      { length: elements(dy.shape), work: 8, multiple: 4 },
      heap.pointer(dy),
      heap.pointer(input(call, "inputs")),
      heap.pointer(dx),
      Number(call.attrs.byTanh),
    );
    return dx;
  });

  return {
    gelu: (inputs) => runOne("CourseGelu", { inputs }, { byTanh: false }),
    geluTanh: (inputs) => runOne("CourseGelu", { inputs }, { byTanh: true }),
  };
}
