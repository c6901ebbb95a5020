/**
 * Reference values and gradients, made with PyTorch: reading them, and comparing with them.
 *
 * A file holds `cases`; a tensor in it is `{ shape, data }`. Gradients are those of
 * `sum(output * probe)`, so that every entry of the output counts with a weight of its own, or, where
 * there is no probe, those of the output's sum or of a loss.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { isRecord } from "lib/platform/json_file.ts";

/** Values agree to this share of the expected value, plus {@linkcode absoluteTolerance}. */
const relativeTolerance = 1e-4;
/** See {@linkcode relativeTolerance}. */
export const absoluteTolerance = 1e-5;

/** One case of a golden file: typed access, with errors that name the missing field. */
export class GoldenCase {
  readonly #fields: Record<string, unknown>;
  readonly #where: string;

  constructor(fields: unknown, where: string) {
    if (!isRecord(fields)) throw new TypeError(`expected an object at ${where}`);
    this.#fields = fields;
    this.#where = where;
  }

  /** Whether the field is there and not null. */
  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null;
  }

  number(name: string): number {
    const value = this.#fields[name];
    if (typeof value !== "number") throw this.#missing(name, "a number");
    return value;
  }

  string(name: string): string {
    const value = this.#fields[name];
    if (typeof value !== "string") throw this.#missing(name, "a string");
    return value;
  }

  boolean(name: string): boolean {
    const value = this.#fields[name];
    if (typeof value !== "boolean") throw this.#missing(name, "true or false");
    return value;
  }

  numbers(name: string): number[] {
    const value = this.#fields[name];
    if (!isNumbers(value)) throw this.#missing(name, "a list of numbers");
    return value;
  }

  /** The tensor as its file holds it. */
  array(name: string): GoldenTensor {
    return goldenTensor(this.#fields[name], `${this.#where}: ${name}`);
  }

  /** The tensors of a list. */
  arrays(name: string): GoldenTensor[] {
    const value = this.#fields[name];
    if (!Array.isArray(value)) throw this.#missing(name, "a list of tensors");
    return value.map((item, i) => goldenTensor(item, `${this.#where}: ${name}.${i}`));
  }

  /** The tensors of an object, by name. */
  record(name: string): Map<string, GoldenTensor> {
    const value = this.#fields[name];
    if (!isRecord(value)) throw this.#missing(name, "an object of tensors");
    return new Map(
      Object.entries(value).map((
        [key, item],
      ) => [key, goldenTensor(item, `${this.#where}: ${name}.${key}`)]),
    );
  }

  tensor(name: string): tf.Tensor {
    return toTensor(this.array(name));
  }

  int32(name: string): tf.Tensor {
    return toTensor(this.array(name), "int32");
  }

  bool(name: string): tf.Tensor {
    return toTensor(this.array(name), "bool");
  }

  #missing(name: string, what: string): TypeError {
    return new TypeError(`expected ${what} at ${this.#where}: ${name}`);
  }
}

/** A tensor as a golden file holds it. */
export interface GoldenTensor {
  readonly shape: number[];
  readonly data: number[];
}

/** The cases of a file's text. */
export function goldenCases(text: string, file: string): GoldenCase[] {
  const content: unknown = JSON.parse(text);
  if (!isRecord(content) || !Array.isArray(content.cases) || content.cases.length === 0) {
    throw new TypeError(`expected ${file} to hold "cases"`);
  }
  return content.cases.map((fields, i) => new GoldenCase(fields, `${file} case ${i}`));
}

export function toTensor(
  { data, shape }: GoldenTensor,
  dtype: "float32" | "int32" | "bool" = "float32",
): tf.Tensor {
  return tf.tensor(data, shape, dtype);
}

/** Compares the tensor's shape and every number; the message names the first number that differs. */
export function assertAgrees(what: string, actual: tf.Tensor, expected: GoldenTensor): void {
  assertEquals(actual.shape, expected.shape, `${what}: shape`);
  assertNumbersAgree(what, actual.dataSync(), expected.data, relativeTolerance, absoluteTolerance);
}

/** Compares numbers: |actual − expected| ≤ relative · |expected| + absolute, and NaN fails. */
export function assertNumbersAgree(
  what: string,
  actual: ArrayLike<number>,
  expected: readonly number[],
  relative: number,
  absolute: number,
): void {
  assertEquals(actual.length, expected.length, `${what}: how many numbers`);
  expected.forEach((value, i) => {
    const difference = Math.abs(actual[i] - value);
    assert(
      difference <= relative * Math.abs(value) + absolute,
      `${what}, number ${i}: expected ${value}, got ${actual[i]}`,
    );
  });
}

/**
 * Runs `forward`, compares its outputs, then compares the gradients of `sum(probed · probe)` with
 * respect to `variables`. The names of variables and of expected gradients must be the same.
 */
export function assertParity(
  what: string,
  variables: ReadonlyMap<string, tf.Variable>,
  forward: () => { readonly probed: tf.Tensor; readonly outputs: Record<string, tf.Tensor> },
  expected: {
    readonly probe: GoldenTensor | undefined;
    readonly outputs: Record<string, GoldenTensor>;
    readonly gradients: ReadonlyMap<string, GoldenTensor>;
  },
): void {
  const { outputs } = forward();
  assertEquals(Object.keys(outputs).sort(), Object.keys(expected.outputs).sort(), what);
  for (const [name, output] of Object.entries(outputs)) {
    assertAgrees(`${what}: ${name}`, output, expected.outputs[name]);
  }
  const { grads } = tf.variableGrads(() => {
    const { probed } = forward();
    return expected.probe ? tf.sum(tf.mul(probed, toTensor(expected.probe))) : tf.sum(probed);
  }, [...variables.values()]);
  assertEquals([...variables.keys()].sort(), [...expected.gradients.keys()].sort(), what);
  for (const [name, variable] of variables) {
    const gradient = expected.gradients.get(name);
    assert(gradient, `${what}: no expected gradient of ${name}`);
    assertAgrees(`${what}: gradient of ${name}`, grads[variable.name], gradient);
  }
}

function goldenTensor(value: unknown, where: string): GoldenTensor {
  if (!isRecord(value) || !isNumbers(value.shape) || !isNumbers(value.data)) {
    throw new TypeError(`expected a tensor { shape, data } at ${where}`);
  }
  return { shape: value.shape, data: value.data };
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
