import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { Adam, type AdamOptions } from "lib/training/optimizers/adam.ts";

await ready();

/** Kingma and Ba's algorithm 1 in double precision, with both kinds of decay, one weight at a time. */
function reference(start: number, gradients: number[], rate: number, options: AdamOptions): number {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 } = options;
  let weight = start;
  let mean = 0;
  let variance = 0;
  gradients.forEach((given, i) => {
    const gradient = options.decoupledWeightDecay === false ? given + weightDecay * weight : given;
    if (options.decoupledWeightDecay !== false) weight -= rate * weightDecay * weight;
    mean = beta1 * mean + (1 - beta1) * gradient;
    variance = beta2 * variance + (1 - beta2) * gradient ** 2;
    const unbiasedMean = mean / (1 - beta1 ** (i + 1));
    const unbiasedVariance = variance / (1 - beta2 ** (i + 1));
    weight -= rate * unbiasedMean / (Math.sqrt(unbiasedVariance) + epsilon);
  });
  return weight;
}

const cases: Record<string, AdamOptions> = {
  "defaults": {},
  "the Transformer's": { beta1: 0.9, beta2: 0.98, epsilon: 1e-9 },
  "an epsilon as large as the gradients": { epsilon: 0.5 },
  "decoupled decay": { weightDecay: 0.3 },
  "decay in the gradient": { weightDecay: 0.3, decoupledWeightDecay: false },
};

for (const [name, options] of Object.entries(cases)) {
  Deno.test(`Adam: five steps with ${name} are the published algorithm's`, async () => {
    const random = new Random(5);
    const start = random.normals(6);
    const gradients = Array.from({ length: 5 }, () => random.normals(6));
    const weights = tf.variable(tf.tensor(start, [2, 3]));
    using optimizer = new Adam(new Map([["weights", weights]]), options);
    for (const gradient of gradients) {
      tf.tidy(() => optimizer.step(new Map([["weights", tf.tensor(gradient, [2, 3])]]), 0.05));
    }
    const values = await weights.data();
    start.forEach((value, i) => {
      const expected = reference(value, gradients.map((gradient) => gradient[i]), 0.05, options);
      assertAlmostEquals(values[i], expected, 2e-6);
    });
    weights.dispose();
  });
}

Deno.test("Adam: a parameter without a gradient keeps its value and its place in time", async () => {
  const moved = tf.variable(tf.ones([3]));
  const frozen = tf.variable(tf.ones([5]));
  using optimizer = new Adam(new Map([["moved", moved], ["frozen", frozen]]), { weightDecay: 0.1 });
  tf.tidy(() => optimizer.step(new Map([["moved", tf.ones([3])]]), 0.1));
  assertEquals([...await frozen.data()], [1, 1, 1, 1, 1]);
  assertEquals(optimizer.state().counts, new Map([["moved", 1], ["frozen", 0]]));
  tf.dispose([moved, frozen]);
});

Deno.test("Adam: a restored state goes on bit for bit, and is a copy", async () => {
  const random = new Random(11);
  const gradients = Array.from({ length: 6 }, () => tf.tensor(random.normals(7)));
  const one = tf.variable(tf.ones([7]));
  const other = tf.variable(tf.ones([7]));
  using first = new Adam(new Map([["weights", one]]));
  using second = new Adam(new Map([["weights", other]]));
  const step = (optimizer: Adam, i: number) =>
    tf.tidy(() => optimizer.step(new Map([["weights", gradients[i]]]), 0.01));
  for (const i of [0, 1, 2]) step(first, i);
  second.restore(first.state());
  other.assign(one);
  for (const i of [3, 4, 5]) step(first, i);
  for (const i of [3, 4, 5]) step(second, i);
  assertEquals(await other.data(), await one.data());
  tf.dispose([one, other, ...gradients]);
});

Deno.test("Adam: steps leave no tensor behind, disposal leaves none at all", () => {
  const before = tf.memory().numTensors;
  const weights = tf.tidy(() => tf.variable(tf.ones([3])));
  {
    using optimizer = new Adam(new Map([["weights", weights]]));
    const gradient = tf.ones([3]);
    optimizer.step(new Map([["weights", gradient]]), 0.1);
    const afterOne = tf.memory().numTensors;
    for (let i = 0; i < 5; i++) optimizer.step(new Map([["weights", gradient]]), 0.1);
    assertEquals(tf.memory().numTensors, afterOne);
    gradient.dispose();
  }
  weights.dispose();
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("Adam: refuses what does not fit, by name", () => {
  const weights = tf.variable(tf.ones([2, 3]));
  using optimizer = new Adam(new Map([["weights", weights]]));
  assertThrows(
    () => optimizer.step(new Map([["bias", tf.ones([2])]]), 0.1),
    RangeError,
    `expected gradients of this optimiser's parameters, got "bias"`,
  );
  assertThrows(
    () => optimizer.step(new Map([["weights", tf.ones([3, 2])]]), 0.1),
    RangeError,
    "expected a gradient of weights [2,3], got [3,2]",
  );
  assertThrows(() => new Adam(new Map(), { beta1: 1 }), RangeError, "expected beta1 in [0, 1)");
  weights.dispose();
});
