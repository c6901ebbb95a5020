/**
 * How a comparison with PyTorch is made: a case's tensors become variables, an operation or a module
 * runs on them, and outputs and gradients are compared.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import type { Module } from "lib/nn/module.ts";
import { assertParity, type GoldenCase, type GoldenTensor, toTensor } from "./golden.ts";

/** Compares the library with one case; throws where they differ. */
export type Comparison = (what: string, golden: GoldenCase) => void;

/** A variable for each named tensor of the case. */
export function variables(golden: GoldenCase, names: readonly string[]): Map<string, tf.Variable> {
  return new Map(names.map((name) => [name, tf.variable(golden.tensor(name))]));
}

/** An operation with one output, all of whose differentiable inputs are fields of the case. */
export function compareOperation(
  what: string,
  golden: GoldenCase,
  operation: (input: (name: string) => tf.Tensor) => tf.Tensor,
  options: { gradients?: string; output?: string } = {},
): void {
  const { gradients = "grads", output = "output" } = options;
  const expected = golden.record(gradients);
  const inputs = variables(golden, [...expected.keys()]);
  compareTensors(what, golden, inputs, () => {
    const result = operation((name) => inputs.get(name) ?? golden.tensor(name));
    return { probed: result, outputs: { [output]: result } };
  }, expected);
}

export function compareTensors(
  what: string,
  golden: GoldenCase,
  inputs: ReadonlyMap<string, tf.Variable>,
  forward: () => { probed: tf.Tensor; outputs: Record<string, tf.Tensor> },
  gradients: ReadonlyMap<string, GoldenTensor>,
): void {
  const names = Object.keys(tf.tidy(() => forward().outputs));
  assertParity(what, inputs, forward, {
    probe: golden.has("probe") ? golden.array("probe") : undefined,
    outputs: Object.fromEntries(names.map((name) => [name, golden.array(name)])),
    gradients,
  });
}

/**
 * Gives a module the case's parameters; returns its variables under the case's names.
 *
 * @param names Our name of each parameter → the case's. Default: the case uses ours, and has no others.
 */
export function assign(
  module: Module,
  values: ReadonlyMap<string, GoldenTensor>,
  names: Readonly<Record<string, string>> = ownNames(values),
): Map<string, tf.Variable> {
  const own = module.parameters();
  assertEquals([...own.keys()].sort(), Object.keys(names).sort());
  return new Map(
    [...own].map(([name, variable]) => {
      const value = values.get(names[name]);
      if (!value) throw new Error(`expected a value for ${names[name]}`);
      variable.assign(toTensor(value));
      return [names[name], variable];
    }),
  );
}

function ownNames(values: ReadonlyMap<string, GoldenTensor>): Record<string, string> {
  return Object.fromEntries([...values.keys()].map((name) => [name, name]));
}
