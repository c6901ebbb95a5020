/**
 * A small run for `checkpoint_test.ts`, which kills it: two layers with dropout, an extra stream, a
 * moving schedule. Prints every step; the checkpoint in the folder named by the first argument decides
 * where it starts.
 */
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import { randomNormal, randomUniform } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { noamSchedule } from "lib/training/optimizers/schedule.ts";

const [path] = Deno.args;
await ready();
const random = new Random(7);
const initial = random.fork("weights");
const noise = random.fork("noise");
const variable = (shape: number[]) => tf.variable(randomNormal(initial, shape, 0.5));
const parameters = new Map([
  ["first", variable([5, 37])],
  ["second", variable([37, 3])],
  ["idle", variable([2])],
]);
const [first, second] = parameters.values();
using optimizer = new Adam(parameters, { weightDecay: 0.01 });
let lowest = 1e9;
const lowestLoss = {
  state: () => [lowest],
  restore: ([saved]: readonly number[]) => void (lowest = saved),
};
await train({
  batches: (_step, random) => {
    const x = randomNormal(random, [13, 5]);
    const y = tf.tidy(() =>
      tf.add(tf.slice(x, [0, 1], [13, 3]), randomNormal(noise, [13, 3], 0.1))
    );
    return { x, y, [Symbol.dispose]: () => tf.dispose([x, y]) };
  },
  loss: ({ x, y }, { random }) => {
    const hidden = tf.relu(tf.matMul(x, first));
    const kept = tf.greater(randomUniform(random, hidden.shape), 0.3);
    const dropped = tf.mul(hidden, tf.cast(kept, "float32"));
    return tf.mean(tf.squaredDifference(tf.matMul(dropped, second), y)).asScalar();
  },
  optimizer,
  schedule: noamSchedule({ modelSize: 37, warmupSteps: 20 }),
  steps: 60,
  random,
  clipNorm: 1,
  progress: false,
  checkpoint: { path, everySteps: 3, also: { noise, lowestLoss } },
  onStep: async ({ step, loss }) => {
    console.log(`step ${step}`);
    // Leaves time for the kill to arrive before the run is over.
    await new Promise((resolve) => setTimeout(resolve, 5));
    lowest = Math.min(lowest, loss);
  },
});
