import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Progress } from "lib/progress.ts";
import type { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { NotFiniteError } from "lib/training/gradients.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

await ready();

/** Fits y = 3x₀ − 2x₁ + 0.5 with two parameters. */
class Line implements Disposable {
  readonly slopes = tf.tidy(() => tf.variable(tf.zeros([2, 1])));
  readonly offset = tf.tidy(() => tf.variable(tf.zeros([1])));
  readonly parameters = new Map([["line.slopes", this.slopes], ["line.offset", this.offset]]);
  loss = ({ x, y }: Batch) =>
    tf.mean(tf.squaredDifference(tf.add(tf.matMul(x, this.slopes), this.offset), y)).asScalar();
  [Symbol.dispose](): void {
    tf.dispose([this.slopes, this.offset]);
  }
}

interface Batch extends Disposable {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

function drawBatch(_step: number, random: Random): Batch {
  const x = tf.tensor2d(random.normals(22), [11, 2]);
  const y = tf.tidy(() => tf.add(tf.matMul(x, tf.tensor2d([[3], [-2]])), 0.5).as2D(11, 1));
  return { x, y, [Symbol.dispose]: () => tf.dispose([x, y]) };
}

Deno.test("train: finds the parameters, and reports every step", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const reports: StepReport[] = [];
  const { losses, step, endedBy } = await train({
    loss: line.loss,
    batches: drawBatch,
    optimizer,
    schedule: (step) => 0.1 * Math.min(1, 20 / step),
    steps: 300,
    progress: false,
    onStep: (report) => void reports.push(report),
  });
  assertEquals([step, endedBy, losses.length], [300, "steps", 300]);
  assert(losses[299] < 1e-3, `the last loss is ${losses[299]}`);
  const [first, second] = await line.slopes.data();
  assertAlmostEquals(first, 3, 0.05);
  assertAlmostEquals(second, -2, 0.05);
  assertEquals(reports.map((report) => report.step), Array.from({ length: 300 }, (_, i) => i + 1));
  assertEquals(reports.map((report) => report.loss), losses);
  assertAlmostEquals(reports[39].learningRate, 0.05, 1e-12);
});

Deno.test("train: no tensor is left behind, with clipping and without", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const counts: number[] = [];
  for (const clipNorm of [undefined, 0.5]) {
    await train({
      loss: line.loss,
      batches: drawBatch,
      optimizer,
      schedule: 0.01,
      steps: 7,
      clipNorm,
      progress: false,
    });
    counts.push(tf.memory().numTensors);
  }
  const before = tf.memory().numTensors;
  await train({
    loss: line.loss,
    batches: drawBatch,
    optimizer,
    schedule: 0.01,
    steps: 3,
    progress: false,
  });
  assertEquals([...counts, tf.memory().numTensors], [before, before, before]);
});

Deno.test("train: equal seeds give equal losses, and clipping reports the norm before it", async () => {
  const run = async (clipNorm?: number) => {
    using line = new Line();
    using optimizer = new Adam(line.parameters);
    const norms: (number | undefined)[] = [];
    const { losses } = await train({
      loss: line.loss,
      batches: drawBatch,
      optimizer,
      schedule: 0.01,
      steps: 5,
      clipNorm,
      progress: false,
      onStep: ({ gradientNorm }) => void norms.push(gradientNorm),
    });
    return { losses, norms };
  };
  const plain = await run();
  const measured = await run(Infinity);
  assertEquals(measured.losses, plain.losses);
  assertEquals(plain.norms[0], undefined);
  assert((measured.norms[0] ?? 0) > 1);
});

Deno.test("train: NaN stops with the step and the parameter, and leaves the weights alone", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const before = tf.memory().numTensors;
  const atStep4: number[] = [];
  const error = await assertRejects(
    () =>
      train({
        // √(−1) is no number, and it hangs on the offset only.
        loss: (batch, { step }) =>
          step < 5 ? line.loss(batch) : tf.add(
            line.loss(batch),
            tf.sqrt(tf.sum(tf.sub(line.offset, tf.add(line.offset, 1)))),
          ).asScalar(),
        batches: drawBatch,
        optimizer,
        schedule: 0.01,
        steps: 9,
        progress: false,
        onStep: async ({ step }) => {
          if (step === 4) atStep4.push(...await line.slopes.data());
        },
      }),
    NotFiniteError,
    "the loss is NaN at step 5: the gradient of line.offset is not finite",
  );
  assertEquals(error.step, 5);
  assertEquals([...await line.slopes.data()], atStep4);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("train: a parameter that is already broken is named first", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  tf.tidy(() => line.slopes.assign(tf.tensor2d([[1], [NaN]])));
  await assertRejects(
    () =>
      train({
        loss: line.loss,
        batches: drawBatch,
        optimizer,
        schedule: 1,
        steps: 3,
        progress: false,
      }),
    NotFiniteError,
    "at step 1: the parameter line.slopes is not finite",
  );
});

Deno.test("train: a gradient that is not finite stops a clipped run before it harms", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  await assertRejects(
    () =>
      train({
        // √0 is 0, but its gradient is infinite.
        loss: () => tf.sum(tf.sqrt(line.slopes)).asScalar(),
        batches: drawBatch,
        optimizer,
        schedule: 0.01,
        steps: 3,
        clipNorm: 1,
        progress: false,
      }),
    NotFiniteError,
    "the gradients' norm is Infinity at step 1: the gradient of line.slopes is not finite",
  );
  assertEquals([...await line.slopes.data()], [0, 0]);
});

Deno.test("train: onStep can end the run, and so can a signal", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const shared = { loss: line.loss, batches: drawBatch, optimizer, schedule: 0.01, steps: 50 };
  const stopped = await train({
    ...shared,
    progress: false,
    onStep: ({ step }) => step === 7 ? "stop" : undefined,
  });
  assertEquals([stopped.step, stopped.endedBy], [7, "onStep"]);
  const controller = new AbortController();
  const aborted = await train({
    ...shared,
    progress: false,
    signal: controller.signal,
    onStep: ({ step }) => step === 3 ? controller.abort() : undefined,
  });
  assertEquals([aborted.step, aborted.endedBy, aborted.losses.length], [3, "signal", 3]);
});

Deno.test("train: a cell's Stop ends the run after the step under way", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const controller = new AbortController();
  const key = Symbol.for("course-stop-signal");
  Object.defineProperty(globalThis, key, { value: controller.signal, configurable: true });
  try {
    const stopped = await train({
      loss: line.loss,
      batches: drawBatch,
      optimizer,
      schedule: 0.01,
      steps: 100,
      progress: false,
      onStep: ({ step }) => {
        if (step === 5) controller.abort();
      },
    });
    assertEquals([stopped.step, stopped.endedBy], [5, "signal"]);
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
});

Deno.test("train: progress is told every step, and finished also after an error", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const told: string[] = [];
  const progress: Progress = {
    update: (done, note) => void told.push(`${done} ${note?.split(" ")[0]}`),
    finish: (note) => void told.push(`finish ${note?.split(" · ")[0]}`),
  };
  await assertRejects(
    () =>
      train({
        loss: line.loss,
        batches: (step, random) => {
          if (step === 3) throw new Error("no more data");
          return drawBatch(step, random);
        },
        optimizer,
        schedule: 0.01,
        steps: 5,
        progress,
      }),
    Error,
    "no more data",
  );
  assertEquals(told, ["1 loss", "2 loss", "finish stopped after step 2"]);
});

Deno.test("train: a schedule that gives no number is refused before it harms", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  const schedule = (step: number) => step < 3 ? 0.1 : Math.sqrt(-step);
  const options = { batches: drawBatch, loss: line.loss, optimizer, schedule, steps: 5 };
  await assertRejects(
    () => train({ ...options, progress: false }),
    RangeError,
    "expected a learning rate for step 3, got NaN",
  );
});

Deno.test("train: timers run while it trains", async () => {
  using line = new Line();
  using optimizer = new Adam(line.parameters);
  let ticks = 0;
  const timer = setInterval(() => ticks++, 10);
  const end = performance.now() + 250;
  await train({
    loss: line.loss,
    batches: drawBatch,
    optimizer,
    schedule: 0.01,
    steps: 1e6,
    progress: false,
    onStep: () => performance.now() > end ? "stop" : undefined,
  });
  clearInterval(timer);
  assert(ticks >= 3, `a timer of 10 ms ran ${ticks} times in 250 ms`);
});
