import { fileURLToPath } from "node:url";
import { assert, assertEquals, assertRejects } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import type { Progress } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { restoreCheckpoint, saveCheckpoint } from "lib/training/checkpoints/checkpoint.ts";
import { readSafetensors } from "lib/training/checkpoints/safetensors.ts";
import { loadWeights, saveWeights } from "lib/training/checkpoints/weights.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

await ready();

const program = fileURLToPath(new URL("resume_program.ts", import.meta.url));

/** Runs the program until it has printed `lines` lines, then kills it; true when it ended by itself. */
async function runAndKill(checkpoint: string, lines: number): Promise<boolean> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", program, checkpoint],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let seen = 0;
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    seen += text.split("\n").length - 1;
    if (seen >= lines) {
      try {
        child.kill("SIGKILL");
      } catch {
        // it has just ended by itself
      }
      break;
    }
  }
  return (await child.status).success;
}

Deno.test("checkpoint: a run killed again and again ends with the uninterrupted run's bits", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const whole = join(folder, "whole");
    const killed = join(folder, "killed");
    assert(await runAndKill(whole, Infinity), "the uninterrupted run failed");
    // 2: before the first checkpoint; 10, 17: after some; then until the end.
    assertEquals(await runAndKill(killed, 2), false);
    assertEquals(await runAndKill(killed, 10), false);
    assertEquals(await runAndKill(killed, 17), false);
    const { losses } = Object.fromEntries((await readSafetensors(killed)).arrays);
    assert(losses.data.length >= 9 && losses.data.length < 60, `${losses.data.length} steps kept`);
    await Deno.writeTextFile(
      `${killed}.part`,
      "a checkpoint that was cut off while it was written",
    );
    assert(await runAndKill(killed, Infinity), "the last run failed");
    assertEquals(await Deno.readFile(killed), await Deno.readFile(whole));
    const { arrays } = await readSafetensors(whole);
    assertEquals(arrays.get("losses")?.shape, [60]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** A run of one parameter [3], with a checkpoint in a folder of its own. */
async function inRun(
  act: (
    run: {
      path: string;
      weights: tf.Variable;
      go: (
        steps: number,
        stopAt?: number,
        progress?: Progress,
      ) => ReturnType<typeof train>;
    },
  ) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const weights = tf.tidy(() => tf.variable(tf.ones([3])));
  using optimizer = new Adam(new Map([["weights", weights]]));
  const path = join(folder, "run.safetensors");
  try {
    await act({
      path,
      weights,
      go: (steps, stopAt, progress) =>
        train({
          loss: (target: number) => tf.sum(tf.squaredDifference(weights, target)).asScalar(),
          batches: (_step, random) => random.uniform(),
          optimizer,
          schedule: 0.1,
          steps,
          random: new Random(3),
          progress: progress ?? false,
          checkpoint: { path, everySteps: 1000 },
          onStep: ({ step }) => step === stopAt ? "stop" : undefined,
        }),
    });
  } finally {
    weights.dispose();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("checkpoint: a finished run is not run again, a longer one goes on", async () => {
  await inRun(async ({ weights, go }) => {
    const { losses } = await go(7);
    const after = await weights.data();
    assertEquals(await go(7), { losses, step: 7, endedBy: "steps" });
    assertEquals(await weights.data(), after);
    const longer = await go(9);
    assertEquals(longer.losses.slice(0, 7), losses);
    assertEquals(longer.step, 9);
  });
});

Deno.test("checkpoint: a resumed run's progress begins where it stopped", async () => {
  await inRun(async ({ go }) => {
    const told: string[] = [];
    const progress: Progress = {
      update: (done, note) => void told.push(`${done} ${note}`),
      finish: () => void told.push("finish"),
    };
    const { losses } = await go(3);
    await go(3, undefined, progress);
    assertEquals(told, [`3 loss ${losses[2].toPrecision(3)}`, "finish"]);
    told.length = 0;
    await go(4, undefined, progress);
    assertEquals(told.map((line) => line.split(" ")[0]), ["3", "4", "finish"]);
  });
});

Deno.test("checkpoint: a run that stopped early stays stopped", async () => {
  await inRun(async ({ go }) => {
    assertEquals((await go(20, 5)).endedBy, "onStep");
    assertEquals((await go(20)).step, 5);
  });
});

Deno.test("checkpoint: one that does not fit is refused and changes nothing", async () => {
  await inRun(async ({ path, go }) => {
    await go(4);
    const check = async (name: string, shape: number[], message: string) => {
      const other = tf.tidy(() => tf.variable(tf.zeros(shape)));
      const parameters = new Map([[name, other]]);
      using optimizer = new Adam(parameters);
      const run = { parameters, optimizer, random: new Random(1), also: {} };
      await assertRejects(() => restoreCheckpoint(path, run), RangeError, message);
      assert((await other.data()).every((value) => value === 0));
      other.dispose();
    };
    await check("weights", [5], "weights is [3] there and [5] in the model");
    await check("bias", [3], "but this model has no weights");
    await check("weights", [5], "(delete it to start anew)");
  });
});

Deno.test("checkpoint: saving and restoring leave no tensor behind", async () => {
  await inRun(async ({ path, weights, go }) => {
    await go(2);
    const parameters = new Map([["weights", weights]]);
    using optimizer = new Adam(parameters);
    const run = { parameters, optimizer, random: new Random(1), also: {} };
    await restoreCheckpoint(path, run);
    const before = tf.memory().numTensors;
    await saveCheckpoint(path, run, { losses: [1, 2], endedBy: "" });
    assertEquals(await restoreCheckpoint(path, run), { losses: [1, 2], endedBy: "" });
    assertEquals(tf.memory().numTensors, before);
    assertEquals(await restoreCheckpoint(`${path}.none`, run), undefined);
  });
});

Deno.test("saveWeights, loadWeights: carry a model's values over, and name what is missing", async () => {
  await inRun(async ({ path, weights }) => {
    tf.tidy(() => weights.assign(tf.tensor([0.1, -7, 1e-20])));
    await saveWeights(path, new Map([["층.weights", weights]]));
    const copy = tf.tidy(() => tf.variable(tf.zeros([3])));
    await loadWeights(path, new Map([["층.weights", copy]]));
    assertEquals(await copy.data(), await weights.data());
    const both = new Map([["층.weights", copy], ["bias", weights]]);
    await assertRejects(() => loadWeights(path, both), RangeError, "but it holds no bias");
    copy.dispose();
  });
});
