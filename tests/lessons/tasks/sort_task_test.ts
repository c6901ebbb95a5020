import { assert, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { learnToSort } from "lib/lessons/tasks/sort_task.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const layer = { modelSize: 16, headCount: 2, dropout: 0, normFirst: true };

Deno.test("learnToSort: a shallow stack soon does better than a guess, and leaves nothing behind", async () => {
  const before = tf.memory().numTensors;
  const run = { seed: 1, layer, layerCount: 1, steps: 60, learningRate: 0.01 };
  const { grades, losses } = await learnToSort(run);
  assertEquals([grades.length, losses.length], [4, 60]);
  assert(grades[0] < 0.3 && grades[3] > 0.4, `got ${grades}`);
  assertEquals((await learnToSort({ ...run, steps: 20 })).grades, grades.slice(0, 2));
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("learnToSort: without networks a stack is another one, and leaves nothing behind either", async () => {
  const before = tf.memory().numTensors;
  const run = { seed: 1, layer, layerCount: 2, steps: 1, learningRate: 0.01 };
  const [whole, attention] = [
    await learnToSort(run),
    await learnToSort({ ...run, network: false }),
  ];
  assert(Math.abs(whole.losses[0] - attention.losses[0]) > 1e-3);
  assertEquals(tf.memory().numTensors, before);
});
