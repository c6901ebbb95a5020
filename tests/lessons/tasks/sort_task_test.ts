import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { learnToSort, withoutMeeting } from "lib/lessons/tasks/sort_task.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { sortTask } from "lib/text/tasks/sequences.ts";

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

Deno.test("withoutMeeting: what counting place, own letter and answer in many sentences gives", () => {
  const sizes = { symbolCount: 8, minimumLength: 8, maximumLength: 8 };
  const counts = new Map<string, Map<string, number>>();
  for (const { source, target } of sortTask({ random: new Random(1), count: 50_000, ...sizes })) {
    for (const [place, own] of source.entries()) {
      const answers = counts.get(`${place} ${own}`) ?? new Map<string, number>();
      counts.set(`${place} ${own}`, answers);
      answers.set(target[place], (answers.get(target[place]) ?? 0) + 1);
    }
  }
  let [right, loss, all] = [0, 0, 0];
  for (const answers of counts.values()) {
    const here = [...answers.values()];
    const total = here.reduce((sum, count) => sum + count, 0);
    right += Math.max(...here);
    loss -= here.reduce((sum, count) => sum + count * Math.log(count / total), 0);
    all += total;
  }
  const computed = withoutMeeting();
  assertAlmostEquals(computed.right, right / all, 0.005);
  assertAlmostEquals(computed.loss, loss / all, 0.005);
});
