/**
 * What was pre-training good for? The same few labels, from the first rung, a model that has read
 * nothing, to the last, where all of a pre-trained one may move.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Bert } from "lib/models/bert.ts";
import { bertClassifier, gptClassifier, wordClassifier } from "lib/models/classifier.ts";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { copyParameters, selectParameters } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import type { Axes, Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { type Example, type ExampleBatch, exampleBatch, storyTopics } from "./story_lesson.ts";

/** One way to use a model. */
export interface Rung {
  /** Whether it begins with what was pre-trained, or with new numbers. */
  readonly pretrained: boolean;
  /** Whose vector the new layer reads: the input's (`[CLS]`, GPT's last token), or the thing's own. */
  readonly reads: "input" | "thing";
  /** What the labels may move; the new layer always. */
  readonly moves: "head" | "last layer" | "all";
}

/** The labels, the exam, and how a run is made. */
export interface Climb {
  /** The pre-trained model; it stays as it is. */
  readonly model: Bert | Gpt;
  /** How it is used. */
  readonly rung: Rung;
  /** What the models read. */
  readonly words: Tokenizer;
  /** Sentences that end with the thing, and their topics. */
  readonly labelled: readonly Example[];
  /** What is asked at the end. */
  readonly exam: readonly Example[];
  /** How many classes there are. */
  readonly classCount: number;
  /** How many steps, of 16 labels each. */
  readonly steps: number;
  /** Decides new numbers and batches. */
  readonly seed: number;
}

/** Shares of right answers. */
export interface Grade {
  /** About things that had a label. */
  readonly labelled: number;
  /** About things that had none. */
  readonly unlabelled: number;
  /** About all. */
  readonly all: number;
}

/**
 * The grade of somebody who learns the labels by heart: right about all things that had one, and a guess
 * about the others.
 *
 * @example
 * ```ts
 * import { memoriserGrade } from "lib/lessons/stories/topic_ladder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const labelled = [{ text: "Ben wanted a kite.", answer: 0 }];
 * const exam = [...labelled, { text: "Tom wanted a pie.", answer: 1 }];
 * assertEquals(memoriserGrade(labelled, exam), { labelled: 1, unlabelled: 0.25, all: 0.625 });
 * ```
 */
export function memoriserGrade(labelled: readonly Example[], exam: readonly Example[]): Grade {
  const things = new Set(labelled.map(thingOf));
  const guess = 1 / storyTopics.length;
  return {
    labelled: 1,
    unlabelled: guess,
    all: mean(exam.map((each) => things.has(thingOf(each)) ? 1 : guess)),
  };
}

/** Fine-tunes a copy of the model on the labels, and examines it. */
export async function climb(
  { model, rung, words, labelled, exam, classCount, steps, seed }: Climb,
): Promise<Grade> {
  const random = new Random(seed);
  using base = model instanceof Bert
    ? new Bert(model.config, random)
    : new Gpt(model.config, random);
  if (rung.pretrained) copyParameters(model, base);
  const reader = base instanceof Bert ? "bert" : "gpt";
  using classifier = classifierOn(base, rung.reads, classCount, random);
  using optimizer = new Adam(
    selectParameters(classifier.parameters(), (name) => movesWith(rung.moves, name, base)),
  );
  await train({
    batches: (_, random) => exampleBatch(words, random.shuffle(labelled).slice(0, 16), reader),
    loss: (batch): Scalar => crossEntropy(classifier.logits(batch), batch.answers),
    schedule: cosineSchedule({ peak: rung.moves === "head" ? 0.02 : 0.002, totalSteps: steps }),
    optimizer,
    random,
    steps,
    clipNorm: 1,
    progress: false,
  });
  using batch = exampleBatch(words, exam, reader);
  const given = tf.tidy(() => tf.argMax(classifier.logits(batch), -1).dataSync());
  const things = new Set(labelled.map(thingOf));
  const isRight = exam.map(({ answer }, i) => answer === given[i] ? 1 : 0);
  const ofThings = (known: boolean) =>
    mean(isRight.filter((_, i) => things.has(thingOf(exam[i])) === known));
  return { labelled: ofThings(true), unlabelled: ofThings(false), all: mean(isRight) };
}

/** `Yuna wanted a kite.` → `kite.` */
function thingOf({ text }: Example): string {
  return text.slice(text.lastIndexOf(" ") + 1);
}

/** A new layer on the model, and what it makes of a batch. */
function classifierOn(
  base: Bert | Gpt,
  reads: Rung["reads"],
  classCount: number,
  random: Random,
) {
  const head = { classCount, dropout: 0 };
  if (reads === "thing") {
    const classifier = wordClassifier(base, head, random);
    // Behind the thing stands the full stop, and behind that BERT's [SEP].
    const back = base instanceof Bert ? 2 : 1;
    return withLogits(classifier, ({ tokens, lastIndices }: ExampleBatch) => {
      const places: Axes<"batch"> = tf.sub(lastIndices, tf.scalar(back, "int32"));
      return classifier.logits({ tokens, places }, inference);
    });
  }
  if (base instanceof Bert) {
    const classifier = bertClassifier(base, head, random);
    return withLogits(classifier, (batch: ExampleBatch) => classifier.logits(batch, inference));
  }
  const classifier = gptClassifier(base, head, random);
  return withLogits(classifier, (batch: ExampleBatch) => classifier.logits(batch, inference));
}

/** What the ladder needs of a classifier. */
function withLogits(
  classifier: Disposable & { parameters(): ReadonlyMap<string, tf.Variable> },
  logits: (batch: ExampleBatch) => Axes<"batch class">,
) {
  return {
    logits,
    parameters: () => classifier.parameters(),
    [Symbol.dispose]: () => classifier[Symbol.dispose](),
  };
}

/** Whether a parameter may move. The last layer comes with what stands behind it. */
function movesWith(moves: Rung["moves"], name: string, base: Bert | Gpt): boolean {
  if (moves === "all" || name.startsWith("head.")) return true;
  if (moves === "head") return false;
  const stack = base instanceof Bert ? "base.encoder" : "base.decoder";
  const last = base.config.layerCount - 1;
  return [`${stack}.layers.${last}.`, `${stack}.finalNorm.`, "base.pooler."].some((part) =>
    name.startsWith(part)
  );
}
