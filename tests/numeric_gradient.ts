/**
 * Gradients against differences: does the function rise as fast as its gradient says?
 *
 * Each input moves in random directions; Richardson's extrapolation of central differences makes up
 * for the few digits of 32-bit numbers. The outputs are summed with random weights, so that a swapped
 * axis cannot pass. Everything runs on the plain operations and again on the engine's.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { fastVersion, installFused } from "lib/engine/fused.ts";
import type { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";

/** How a gradient is compared. */
export interface GradientOptions {
  /** Largest difference, as a share of the gradient's length. Default 2e-3. */
  readonly tolerance?: number;
  /** How far inputs move. Default 0.03. */
  readonly distance?: number;
  /** How many directions are tried for each input. Default 3. */
  readonly directions?: number;
}

/**
 * Compares the gradient of a function with differences, for each of its inputs; afterwards no tensor
 * is left.
 *
 * @param what Names the function in messages.
 * @param inputs float32; freed at the end.
 * @param f Takes the inputs by name, returns one tensor.
 */
export function assertGradients(
  what: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  f: (inputs: Readonly<Record<string, tf.Tensor>>) => tf.Tensor,
  options: GradientOptions = {},
): void {
  const names = Object.keys(inputs);
  const before = tf.memory().numTensors;
  forEachPath((path) => {
    tf.tidy(() => {
      const random = new Random(5);
      const weights = randomNormal(random, f(inputs).shape);
      const total = (...tensors: tf.Tensor[]): tf.Scalar =>
        tf.sum(tf.mul(f(Object.fromEntries(names.map((name, i) => [name, tensors[i]]))), weights));
      const start = Object.values(inputs);
      const gradients = tf.grads(total)(start);
      for (const [i, name] of names.entries()) {
        assertEquals(gradients[i].shape, inputs[name].shape, `${what} (${path}): ${name}`);
        const along = (direction: tf.Tensor) => (distance: number) =>
          tf.tidy(() => {
            const moved = tf.add(inputs[name], tf.mul(direction, distance));
            return total(...start.map((tensor, k) => k === i ? moved : tensor)).dataSync()[0];
          });
        compare(`${what} (${path}): ${name}`, gradients[i], along, random, options);
      }
    });
  });
  assertEquals(tf.memory().numTensors, before, `${what}: tensors left`);
  tf.dispose(Object.values(inputs));
}

/** Compares the gradient of a scalar with respect to a module's parameters. */
export function assertParameterGradients(
  what: string,
  parameters: ReadonlyMap<string, tf.Variable>,
  loss: () => tf.Scalar,
  options: GradientOptions = {},
): void {
  const before = tf.memory().numTensors;
  forEachPath((path) => {
    tf.tidy(() => {
      const random = new Random(5);
      const { grads } = tf.variableGrads(loss, [...parameters.values()]);
      for (const [name, parameter] of parameters) {
        const gradient = grads[parameter.name];
        assert(gradient, `${what} (${path}): no gradient of ${name}`);
        const start = tf.clone(parameter);
        const along = (direction: tf.Tensor) => (distance: number) =>
          tf.tidy(() => {
            parameter.assign(tf.add(start, tf.mul(direction, distance)));
            const value = loss().dataSync()[0];
            parameter.assign(start);
            return value;
          });
        compare(`${what} (${path}): ${name}`, gradient, along, random, options);
      }
    });
  });
  assertEquals(tf.memory().numTensors, before, `${what}: tensors left`);
}

/**
 * Compares the gradients of a module's parameters; afterwards no tensor is left.
 *
 * @param make Makes the module, which is freed at the end.
 */
export function assertModuleGradients<M extends Module>(
  what: string,
  make: () => M,
  forward: (module: M) => tf.Tensor,
): void {
  const before = tf.memory().numTensors;
  const module = make();
  // Squares, so that every entry counts; moved, so that none stands where its square is flat.
  const loss = (): tf.Scalar => tf.mean(tf.square(tf.add(forward(module), 0.5)));
  assertParameterGradients(what, module.parameters(), loss);
  module[Symbol.dispose]();
  assertEquals(tf.memory().numTensors, before, `${what}: tensors left`);
}

/** Tensors of the given shapes by name, drawn from one normal distribution. */
export function normalTensors<const Name extends string>(
  shapes: Readonly<Record<Name, number[]>>,
): Record<Name, tf.Tensor>;
export function normalTensors(
  shapes: Readonly<Record<string, number[]>>,
): Record<string, tf.Tensor> {
  const random = new Random(3);
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, randomNormal(random, shape)]),
  );
}

/** Runs once with the plain operations and, where the engine has others, once with these. */
export function forEachPath(run: (path: string) => void): void {
  const reinstall = installFused({});
  try {
    run("plain");
  } finally {
    reinstall();
  }
  if (fastVersion("linear")) run("engine");
}

function compare(
  what: string,
  gradient: tf.Tensor,
  along: (direction: tf.Tensor) => (distance: number) => number,
  random: Random,
  { tolerance = 2e-3, distance = 0.03, directions = 3 }: GradientOptions,
): void {
  const length = tf.norm(gradient).dataSync()[0];
  for (let i = 0; i < directions; i++) {
    const direction = randomNormal(random, gradient.shape);
    const unit = tf.div(direction, tf.norm(direction));
    const value = along(unit);
    const difference = (h: number) => (value(h) - value(-h)) / (2 * h);
    const measured = (4 * difference(distance / 2) - difference(distance)) / 3;
    const claimed = tf.sum(tf.mul(gradient, unit)).dataSync()[0];
    assert(
      Math.abs(measured - claimed) <= tolerance * Math.max(length, 0.1),
      `${what}: the gradient says ${claimed}, the function rises by ${measured}`,
    );
  }
}
