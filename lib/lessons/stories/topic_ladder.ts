/**
 * What was pre-training good for? The same few labels, from the first rung, a model that has read
 * nothing, to the last, where all of a pre-trained one may move.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Data } from "plotly.js";
import stringWidth from "string-width";
import { Bert } from "lib/models/bert.ts";
import { bertClassifier, gptClassifier, wordClassifier } from "lib/models/classifier.ts";
import { Gpt } from "lib/models/gpt.ts";
import { inference } from "lib/nn/mode.ts";
import { copyParameters, selectParameters } from "lib/nn/module.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { bars, barsOverSeeds } from "lib/plots/bars.ts";
import { type Figure, figure } from "lib/plots/figure.ts";
import { modelColours } from "lib/plots/style.ts";
import { progressBar } from "lib/progress.ts";
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
  /** Whose vector the new layer reads: the whole text's (BERT's `[CLS]`, GPT's last token), or the thing's own. */
  readonly reads: "text" | "thing";
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
  /** Texts and their classes. A rung that reads the thing's vector needs texts that end with it and a full stop. */
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

/** Shares of right answers; NaN where nothing was asked. */
export interface Grade {
  /** About things that had a label. */
  readonly labelled: number;
  /** About things that had none. */
  readonly unlabelled: number;
  /** About all. */
  readonly all: number;
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
  const things = new Set(labelled.map(({ thing }) => thing));
  const isRight = exam.map(({ answer }, i) => answer === given[i] ? 1 : 0);
  const ofThings = (known: boolean) => {
    const chosen = isRight.filter((_, i) => things.has(exam[i].thing) === known);
    return chosen.length === 0 ? NaN : mean(chosen);
  };
  return { labelled: ofThings(true), unlabelled: ofThings(false), all: mean(isRight) };
}

/** What all rungs have in common. */
export type Ladder = Pick<Climb, "words" | "exam" | "steps"> & {
  /** The labels of a seed. */
  readonly labelled: (seed: number) => readonly Example[];
  /** Each decides the labels, new numbers and batches of one run. */
  readonly seeds: readonly number[];
};

/** Grades by model and rung, one for each seed. */
export type LadderGrades = Readonly<Record<string, Readonly<Record<string, readonly Grade[]>>>>;

/** Every model on every rung, once for each seed. */
export async function climbLadder(
  models: Readonly<Record<string, Bert | Gpt>>,
  rungs: Readonly<Record<string, Rung>>,
  { seeds, labelled, ...task }: Ladder,
): Promise<LadderGrades> {
  const total = Object.keys(models).length * Object.keys(rungs).length * seeds.length;
  const label = { en: "fine-tuning", ko: "미세 조정" }[notebookLanguage()];
  const bar = progressBar({ total, label, unit: "runs" });
  const grades: Record<string, Record<string, Grade[]>> = {};
  let done = 0;
  for (const [name, model] of Object.entries(models)) {
    grades[name] = {};
    for (const [way, rung] of Object.entries(rungs)) {
      const row: Grade[] = grades[name][way] = [];
      for (const seed of seeds) {
        const run = { labelled: labelled(seed), classCount: storyTopics.length, seed };
        row.push(await climb({ model, rung, ...task, ...run }));
        bar.update(++done);
      }
    }
  }
  bar.finish();
  return grades;
}

/** A line for each model and rung: per cent right of the things with a label and of those without, by seed. */
export function ladderTable(grades: LadderGrades): string {
  const says = {
    en: { labelled: "with a label %", unlabelled: "without %" },
    ko: { labelled: "레이블 있던 것 %", unlabelled: "없던 것 %" },
  }[notebookLanguage()];
  const percents = (row: readonly Grade[], kind: keyof Grade) =>
    row.map((grade) => `${Math.round(100 * grade[kind])}`.padStart(4)).join("");
  const longest = Math.max(
    ...Object.values(grades).flatMap((rows) => Object.keys(rows).map((way) => stringWidth(way))),
  );
  const lines = Object.entries(grades).flatMap(([name, rows]) =>
    Object.entries(rows).map(([way, row]) => {
      const [known, rest] = [percents(row, "labelled"), percents(row, "unlabelled")];
      const gap = " ".repeat(longest - stringWidth(way) + 2);
      return `${name.padEnd(5)}${way}${gap}${says.labelled}${known}   ${says.unlabelled}${rest}`;
    })
  );
  return lines.join("\n");
}

/** Bars for the things without a label, and a dashed line for a guess: means of the seeds, lines from the worst to the best. */
export function ladderFigure(grades: LadderGrades): Figure {
  const says = {
    en: {
      guess: "one of four",
      label: "rung",
      value: "topics right, of things without a label",
      title: "Without a label: which rung knows?",
    },
    ko: {
      guess: "넷 가운데 하나",
      label: "단",
      value: "레이블이 없던 물건 가운데 맞힌 주제",
      title: "레이블이 없던 물건: 어느 단이 알까?",
    },
  }[notebookLanguage()];
  const [rungs] = Object.values(grades).map((rows) => Object.keys(rows));
  const colours = [modelColours.bert, modelColours.gpt];
  const guess = 1 / storyTopics.length;
  const series = Object.entries(grades).map(([name, rows], i) => {
    const runs = Object.values(rows).map((row) => row.map(({ unlabelled }) => unlabelled));
    return barsOverSeeds(name, runs, colours[i]);
  });
  const { data, layout, summary } = bars(series, {
    labels: rungs,
    label: says.label,
    value: { name: says.value, range: [0, 1.02] },
    title: says.title,
  });
  const line: Data = {
    type: "scatter",
    mode: "lines",
    name: says.guess,
    x: [guess, guess],
    y: [-0.5, rungs.length - 0.5],
    line: { color: "#24292f", width: 1.5, dash: "dash" },
    hoverinfo: "name",
  };
  return figure({ data: [...data, line], layout, summary: `${summary}; ${says.guess} ${guess}` });
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
