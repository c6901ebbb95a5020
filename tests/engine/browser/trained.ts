/**
 * A small training that runs in Deno and in a browser's worker alike, by the doors that a notebook uses.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Transformer } from "lib/models/transformer.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { rename } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";
import { makeBatch } from "lib/training/batches.ts";
import { isFullBudget } from "lib/training/budget.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

/** What came of it. */
export interface Trained {
  /** What `ready()` says. */
  readonly description: string;
  /** The loss of every step, those before and after the interruption. */
  readonly losses: readonly number[];
  /** Numbers of operations that the WebAssembly backend lacks. */
  readonly lacking: readonly number[];
  /** How many stories the corpus holds. */
  readonly storyCount: number;
  /** Whether `COURSE_BUDGET` asks for whole lessons. */
  readonly isFull: boolean;
}

/** Trains some steps, stops, and goes on from the checkpoint, which must not be there yet. */
export async function trained(checkpointPath: string): Promise<Trained> {
  const { description } = await ready();
  const losses = [...await steps(5, checkpointPath), ...await steps(8, checkpointPath)];
  const lacking = tf.tidy(() => {
    const x = tf.reshape(tf.sin(tf.range(0, 30)), [5, 6]);
    return [...tf.einsum("ij,ik->jk", x, x).dataSync(), ...tf.abs(tf.rfft(x)).dataSync()];
  });
  const { train: stories } = await loadStories();
  return { description, losses, lacking, storyCount: stories.length, isFull: isFullBudget() };
}

/** The losses of a model that a checkpoint brings back; sizes at which threads take part. */
async function steps(count: number, path: string): Promise<readonly number[]> {
  const random = new Random(3), vocabulary = 211, modelSize = 48;
  using model = new Transformer({
    sourceVocabularySize: vocabulary,
    targetVocabularySize: vocabulary,
    modelSize,
    headCount: 4,
    feedForwardSize: 96,
    layerCount: 1,
    dropout: 0.1,
  }, random);
  using layer = new Recurrent({ kind: "gru", inputSize: modelSize, hiddenSize: modelSize }, random);
  using optimizer = new Adam(new Map([...model.parameters(), ...prefixed(layer.parameters())]));
  const rows = (random: Random) =>
    Array.from(
      { length: 24 },
      () => Array.from({ length: 13 }, () => 1 + random.integer(vocabulary - 1)),
    );
  const { losses } = await train({
    optimizer,
    schedule: 1e-3,
    steps: count,
    batches: (_, random) =>
      makeBatch({ source: rows(random), target: rows(random), wanted: rows(random) }, 0),
    loss: ({ source, target, wanted }, { random }) => {
      const logits = model.logits({ source, target }, { training: true, random });
      const states =
        layer.forward(rename(tf.slice(logits, [0, 0, 0], [-1, -1, modelSize]), "batch time in"))
          .hiddens;
      return tf.add(crossEntropy(logits, wanted), tf.mean(tf.square(states)));
    },
    clipNorm: 1,
    checkpoint: { path, everySteps: 5 },
    random,
    progress: false,
  });
  return losses;
}

function prefixed(parameters: ReadonlyMap<string, tf.Variable>) {
  return [...parameters].map(([name, variable]) => [`gru.${name}`, variable] as const);
}
