/**
 * Kernels of our own in tfjs's registry: the engine replaces a kernel, keeps the stock one for what it does
 * not handle, and can put everything back as it was.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/** What a kernel receives. */
export interface KernelCall {
  /** Tensors by name. */
  readonly inputs: tf.NamedTensorInfoMap;
  /** Numbers, flags and words by name. */
  readonly attrs: tf.NamedAttrMap;
}

/** A kernel: inputs and attributes to one or several new tensors. */
export type KernelFunction = (call: KernelCall) => tf.TensorInfo | tf.TensorInfo[];

/** The changes made to tfjs's registry of kernels. */
export class KernelRegistry {
  readonly #undo: (() => void)[] = [];

  /** Registers a new kernel, and its gradient if it has one. */
  add(
    kernelName: string,
    kernelFunc: KernelFunction,
    gradient?: Omit<tf.GradConfig, "kernelName">,
  ) {
    tf.registerKernel({
      kernelName,
      backendName: "wasm",
      kernelFunc: ({ inputs, attrs = {} }) => kernelFunc({ inputs, attrs }),
    });
    this.#undo.push(() => tf.unregisterKernel(kernelName, "wasm"));
    if (!gradient) return;
    tf.registerGradient({ kernelName, ...gradient });
    this.#undo.push(() => tf.unregisterGradient(kernelName));
  }

  /**
   * Replaces a kernel of the wasm backend. `make` receives the stock kernel, to hand unusual calls to;
   * where tfjs has none, that throws.
   */
  replace(kernelName: string, make: (stock: KernelFunction) => KernelFunction) {
    const old = tf.getKernel(kernelName, "wasm") ?? undefined;
    const stock: KernelFunction = ({ inputs, attrs }) => {
      if (!old) throw new Error(`tfjs's wasm backend has no ${kernelName} for these arguments`);
      return old.kernelFunc({ inputs, attrs, backend: tf.backend() });
    };
    const kernelFunc = make(stock);
    if (old) tf.unregisterKernel(kernelName, "wasm");
    tf.registerKernel({
      kernelName,
      backendName: "wasm",
      kernelFunc: ({ inputs, attrs = {} }) => kernelFunc({ inputs, attrs }),
    });
    this.#undo.push(() => {
      tf.unregisterKernel(kernelName, "wasm");
      if (old) tf.registerKernel(old);
    });
  }

  /** Replaces the gradient of a kernel, on all backends. */
  replaceGradient(kernelName: string, gradient: Omit<tf.GradConfig, "kernelName">) {
    const old = tf.getGradient(kernelName);
    tf.unregisterGradient(kernelName);
    tf.registerGradient({ kernelName, ...gradient });
    this.#undo.push(() => {
      tf.unregisterGradient(kernelName);
      tf.registerGradient(old);
    });
  }

  /** Puts tfjs's registry back as it was. */
  restore() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}

/** An input that the kernel cannot do without. Throws an `Error` that names it. */
export function input(call: KernelCall, name: string): tf.TensorInfo {
  const found = call.inputs[name];
  if (!found) throw new Error(`expected an input named ${name}, got ${Object.keys(call.inputs)}`);
  return found;
}

/** The number of elements of a shape. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** The last length of a shape, 1 for a scalar. */
export function lastOf(shape: readonly number[]): number {
  return shape.at(-1) ?? 1;
}
