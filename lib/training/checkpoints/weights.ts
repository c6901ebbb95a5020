/**
 * Named tensors to a file and back.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import {
  type Precision,
  readSafetensors,
  type StoredArray,
  writeSafetensors,
} from "./safetensors.ts";

/** Copies tensors out of tfjs, as a file keeps them. */
export async function storedArrays(
  tensors: ReadonlyMap<string, tf.Tensor>,
): Promise<Map<string, StoredArray>> {
  const arrays = new Map<string, StoredArray>();
  for (const [name, tensor] of tensors) {
    arrays.set(name, { shape: tensor.shape, data: Float32Array.from(await tensor.data()) });
  }
  return arrays;
}

/**
 * Gives every parameter the array of its name.
 *
 * @param arrays Must hold each parameter's name with its shape, and no other name.
 * @param from Where they come from, for the error: `the checkpoint run.safetensors`.
 */
export function assignArrays(
  parameters: ReadonlyMap<string, tf.Variable>,
  arrays: ReadonlyMap<string, StoredArray>,
  from: string,
): void {
  const unknown = [...arrays.keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) {
    throw new RangeError(`expected ${from} to fit the model, but this model has no ${unknown}`);
  }
  for (const [name, parameter] of parameters) {
    const array = arrays.get(name);
    if (array === undefined) {
      throw new RangeError(`expected ${from} to fit the model, but it holds no ${name}`);
    }
    if (!tf.util.arraysEqual([...array.shape], parameter.shape)) {
      throw new RangeError(
        `expected ${from} to fit the model, but ${name} is [${array.shape}] there and ` +
          `[${parameter.shape}] in the model`,
      );
    }
  }
  tf.tidy(() => {
    for (const [name, parameter] of parameters) {
      const array = arrays.get(name);
      if (array !== undefined) parameter.assign(tf.tensor(array.data, parameter.shape));
    }
  });
}

/** Writes a model's parameters to a safetensors file, as they are or in half precision. */
export async function saveWeights(
  path: string,
  parameters: ReadonlyMap<string, tf.Variable>,
  precision: Precision = "F32",
): Promise<void> {
  const content = { arrays: await storedArrays(parameters), metadata: {} };
  await writeSafetensors(path, content, precision);
}

/** Reads what {@linkcode saveWeights} wrote into a model with the same parameters. */
export async function loadWeights(
  path: string,
  parameters: ReadonlyMap<string, tf.Variable>,
): Promise<void> {
  const { arrays } = await readSafetensors(path);
  assignArrays(parameters, arrays, `the weights in ${path}`);
}
