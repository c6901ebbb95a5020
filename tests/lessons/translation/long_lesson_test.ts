import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { longLesson } from "lib/lessons/translation/long_lesson.ts";
import { checkpointPath } from "lib/lessons/translation/training_record.ts";
import { Linear } from "lib/nn/linear.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const name = "test of longLesson";

async function lesson(steps: number) {
  using model = new Linear({ inputSize: 2, outputSize: 3 }, new Random(1));
  return await longLesson(name, model, {
    batches: (step) => step,
    loss: (step) => tf.sum(tf.square(model.forward(tf.tensor2d([[step, 1]])))),
    schedule: 0.01,
    steps,
    every: 2,
    examine: () => Promise.resolve({ loss: 1, bleu: 2, chrf: 3, written: [4] }),
    seed: 5,
  });
}

Deno.test("longLesson: a mark every so many steps, with the mean loss since the last; a finished run is read back", async () => {
  const path = checkpointPath(`09 ${name}, 4 steps`);
  const before = tf.memory().numTensors;
  try {
    const { losses, marks } = await lesson(4);
    assertEquals(marks.map(({ step, trainingLoss }) => [step, trainingLoss]), [
      [2, (losses[0] + losses[1]) / 2],
      [4, (losses[2] + losses[3]) / 2],
    ]);
    assertEquals(await lesson(4), { losses, marks });
    assertEquals(tf.memory().numTensors, before);
  } finally {
    await Deno.remove(path);
  }
});
