/**
 * One Adam step in place: a single pass over parameter, gradient and the two moments, where the plain
 * version makes a dozen tensors.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { FusedOperations } from "../fused.ts";
import type { Context } from "./context.ts";

/** Returns the operation. */
export function fuseAdam({ heap, compute }: Context): FusedOperations["adamStep"] {
  /** Gives a variable bytes of its own, if a clone or a reshape of it shows the same ones. */
  function own(variable: tf.Variable): number {
    if (heap.isShared(variable)) {
      const copy = tf.engine().makeTensorFromTensorInfo(heap.allocate(variable.shape));
      heap.floats(copy).set(heap.floats(variable));
      variable.assign(copy);
      copy.dispose();
    }
    return heap.pointer(variable);
  }

  return (parameter, gradient, mean, variance, options) => {
    const places = [own(parameter), heap.pointer(gradient), own(mean), own(variance)];
    compute.run(
      "adam",
      { length: parameter.size, work: 8, multiple: 4 },
      ...places,
      options.learningRate,
      options.beta1,
      options.beta2,
      options.epsilon,
      options.weightDecay,
      options.correction1,
      options.correction2,
    );
  };
}
