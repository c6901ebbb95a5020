/** Compares what the engine computes with the same function in plain JavaScript (tfjs's cpu backend). */
import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

/** An input of a function under test: numbers in [-1, 1), or given integers or booleans. */
export interface Given {
  readonly shape: readonly number[];
  readonly dtype?: "float32" | "int32" | "bool";
  readonly values?: readonly number[];
}

/** Float inputs of these shapes. */
export const floats = (...shapes: number[][]): Given[] => shapes.map((shape) => ({ shape }));

type Compare = (inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[];

interface Answer {
  readonly shape: number[];
  readonly values: ArrayLike<number>;
}

/** The norm of the difference over the norm of what is expected; NaN in either is no agreement. */
export function relativeError(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let error = 0, norm = 0;
  for (let i = 0; i < expected.length; i++) {
    error += (found[i] - expected[i]) ** 2;
    norm += expected[i] ** 2;
  }
  return error === 0 ? 0 : Math.sqrt(error / norm);
}

/**
 * Asserts that `actual` on the engine gives the values and the gradients of `expected` (default: the
 * same function) on the cpu backend, to `tolerance` of each result's norm, and leaves no tensor behind.
 */
export async function agreesWithCpu(
  given: readonly Given[],
  actual: Compare,
  options: { expected?: Compare; tolerance?: number; gradients?: boolean } = {},
): Promise<void> {
  await ready();
  assertEquals(tf.getBackend(), "wasm", "the engine must be on for this test");
  const random = new Random(7);
  const values = given.map((one) =>
    one.values ??
      Array.from({ length: one.shape.reduce((a, b) => a * b, 1) }, () => random.uniform() * 2 - 1)
  );
  const { expected = actual, tolerance = 1e-5, gradients = true } = options;
  const before = tf.memory().numTensors;
  const found = compute(given, values, actual, gradients);
  assertEquals(tf.memory().numTensors, before, "tensors were left behind");
  const wanted = await onCpu(() => compute(given, values, expected, gradients));
  assertEquals(found.length, wanted.length);
  for (const [index, want] of wanted.entries()) {
    assertEquals(found[index].shape, want.shape, `shape of result ${index}`);
    const error = relativeError(found[index].values, want.values);
    assert(error <= tolerance, `result ${index} [${want.shape}] differs by ${error}`);
  }
}

/** What a function gives on the cpu backend; the engine is on again afterwards. */
export async function onCpu<T>(run: () => T): Promise<T> {
  await tf.setBackend("cpu");
  try {
    return run();
  } finally {
    await tf.setBackend("wasm");
  }
}

/** The outputs, and the gradients of a weighted sum of them with respect to the float inputs. */
function compute(
  given: readonly Given[],
  values: readonly (readonly number[])[],
  f: Compare,
  gradients: boolean,
): Answer[] {
  const results = tf.tidy(() => {
    const inputs = given.map((one, i) => tf.tensor([...values[i]], [...one.shape], one.dtype));
    const outputs = (all: tf.Tensor[]) => [f(all)].flat();
    const own = outputs(inputs);
    if (!gradients) return own;
    const isFloat = (i: number) => (given[i].dtype ?? "float32") === "float32";
    const sources = inputs.filter((_, i) => isFloat(i));
    const loss = (...floating: tf.Tensor[]) => {
      let next = 0;
      const all = inputs.map((tensor, i) => isFloat(i) ? floating[next++] : tensor);
      const sums = outputs(all).map((output) =>
        // A weight for each element, so that a gradient in a wrong place shows.
        tf.sum(tf.mul(output, tf.cos(tf.reshape(tf.range(1, output.size + 1), output.shape))))
      );
      return tf.addN(sums);
    };
    return [...own, ...tf.grads(loss)(sources)];
  });
  const answers = results.map((tensor) => ({ shape: tensor.shape, values: tensor.dataSync() }));
  tf.dispose(results);
  return answers;
}
