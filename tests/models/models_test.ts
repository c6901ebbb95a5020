import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { mapTensors, tensorsOf } from "lib/decoding/step.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { lossAndGradients } from "lib/training/gradients.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { assertClose } from "../assert_close.ts";
import { assertParameterGradients } from "../numeric_gradient.ts";
import { ids, subjects, target } from "./variants.ts";

await ready();

const labels = () => ids([[12, 4, 2], [6, 9, 2]]);
const training = (seed: number): Mode => ({ training: true, random: new Random(seed) });

for (const [name, make] of Object.entries(subjects)) {
  Deno.test(`${name}: the gradient of every parameter agrees with differences`, () => {
    using subject = make(1);
    const loss = () => crossEntropy(subject.logits(inference), labels());
    // BERT normalises its small embeddings at once: there, a step must be small, too.
    const distance = name === "bert" ? 0.004 : 0.01;
    const options = { directions: 1, distance, tolerance: 5e-3 };
    assertParameterGradients(name, subject.model.parameters(), loss, options);
  });

  Deno.test(`${name}: one seed gives the same weights and outputs bit for bit`, () => {
    tf.tidy(() => {
      const run = (seed: number) => {
        using subject = make(seed);
        const weights = [...subject.model.parameters()].map(([key, value]) => [
          key,
          [...value.dataSync()],
        ]);
        return { weights, outputs: [...subject.logits(training(3)).dataSync()] };
      };
      assertEquals(run(7), run(7));
      assertNotEquals(run(7).weights, run(8).weights);
    });
  });

  Deno.test(`${name}: nothing but parameters is left after making, running, disposal`, () => {
    const before = tf.memory().numTensors;
    {
      using subject = make(1);
      const made = tf.memory().numTensors;
      // Batch norm keeps running averages, which are not learned.
      const kept = name.includes("batch norm") ? 2 * 2 * 2 + 2 * 3 * 2 : 0;
      assertEquals(made, before + subject.model.parameters().size + kept);
      tf.dispose(tf.tidy(() => subject.logits(training(1))));
      assertEquals(tf.memory().numTensors, made);
    }
    assertEquals(tf.memory().numTensors, before);
  });

  Deno.test(`${name}: a few steps of training lower the loss and leave no tensor`, () => {
    using subject = make(1);
    const parameters = subject.model.parameters();
    const losses: number[] = [];
    {
      using optimizer = new Adam(parameters);
      let count = 0;
      for (let step = 0; step < 12; step++) {
        tf.tidy(() => {
          const loss = () => crossEntropy(subject.logits(training(step)), labels());
          const { value, gradients } = lossAndGradients(loss, parameters);
          optimizer.step(gradients, 0.01);
          losses.push(value.dataSync()[0]);
        });
        if (step === 0) count = tf.memory().numTensors;
        assertEquals(tf.memory().numTensors, count, `step ${step}`);
      }
    }
    assert(losses[11] < losses[0], String(losses));
  });

  Deno.test(`${name}: parameters have unique readable names, and describe() counts them`, () => {
    using subject = make(1);
    const tree = subject.model.describe();
    assertEquals(tree.parameterCount, subject.model.parameterCount());
    assertEquals(JSON.parse(JSON.stringify(tree)), tree);
    for (const key of subject.model.parameters().keys()) assert(/^[a-zA-Z0-9.]+$/.test(key), key);
  });

  const { decoding } = make(1);
  if (!decoding) continue;

  Deno.test(`${name}: decoding token by token gives the logits of the whole prefix`, () => {
    tf.tidy(() => {
      using subject = make(1);
      const whole = tf.unstack(subject.logits(inference), 1);
      let state = subject.decoding?.start();
      for (const [i, expected] of whole.entries()) {
        const tokens = tf.tensor1d(target.map((row) => row[i]), "int32");
        const output = state && subject.decoding?.step(tokens, state);
        assert(output);
        assertClose(output.logits, expected, `step ${i}`, 2e-5);
        assertEquals(output.state.step, i + 1);
        for (const tensor of tensorsOf(output.state)) {
          assertEquals(tensor.shape[0], 2, "batch first");
        }
        state = output.state;
      }
    });
  });

  Deno.test(`${name}: gathered rows of the state go on like those sentences`, () => {
    tf.tidy(() => {
      using subject = make(1);
      const step = (tokens: number[], state: Parameters<typeof decoding.step>[1]) => {
        const output = subject.decoding?.step(tf.tensor1d(tokens, "int32"), state);
        assert(output);
        return output;
      };
      const start = subject.decoding?.start();
      assert(start);
      const { state } = step([1, 1], start);
      const rows = tf.tensor1d([1, 0, 1], "int32");
      const gathered = mapTensors(state, (each) => tf.gather(each, rows));
      const expected = tf.gather(step([12, 6], state).logits, rows);
      assertClose(step([6, 12, 6], gathered).logits, expected, name, 2e-5);
    });
  });
}
