/**
 * The pre-training that notebook 10 gives to BERT and GPT alike: the same stories, optimiser, schedule and
 * probe. What differs is what a model reads and what it is asked.
 *
 * @module
 */
import type { Bert } from "lib/models/bert.ts";
import type { Gpt } from "lib/models/gpt.ts";
import type { Mode } from "lib/nn/mode.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { curves } from "lib/plots/curves.ts";
import type { SliderStop } from "lib/plots/slider.ts";
import { modelColours } from "lib/plots/style.ts";
import { progressBar } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import { blockMeans } from "lib/statistics.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { ProbeRecord } from "./topic_probe.ts";

/** How one model is pre-trained. */
export interface Pretraining {
  /** What the progress bar calls it. */
  readonly name: string;
  /** Who learns. */
  readonly model: Bert | Gpt;
  /** What it learns from: 32 of them a step. */
  readonly stories: readonly Story[];
  /** How many steps the schedule of the learning rate has. */
  readonly total: number;
  /** After which step the training ends. Default: all. */
  readonly stop?: number;
  /** Decides which stories are drawn, and what is hidden in them. */
  readonly seed: number;
  /** What is asked every 250 steps. */
  readonly probe: () => number;
  /** The file in which it is kept; a training that was stopped goes on from there. */
  readonly checkpoint: string;
}

/** How a pre-training went. */
export interface Pretrained {
  /** Of each step. */
  readonly losses: readonly number[];
  /** What the probe found. */
  readonly probe: ProbeRecord;
}

/**
 * Pre-trains a model.
 *
 * @param plan How.
 * @param batch Makes of 32 stories what the model reads.
 * @param loss What is asked of it.
 */
export async function pretrain<Batch extends Disposable>(
  { name, model, stories, total, stop = total, seed, probe, checkpoint }: Pretraining,
  batch: (chosen: Story[], random: Random) => Batch,
  loss: (batch: Batch, mode: Mode) => Scalar,
): Promise<Pretrained> {
  using optimizer = new Adam(model.parameters());
  const record = new ProbeRecord(250, probe);
  const draw = (random: Random) => Array.from({ length: 32 }, () => random.choice(stories));
  const { losses } = await train({
    batches: (_step, random) => batch(draw(random), random),
    loss: (chosen, { random }) => loss(chosen, { training: true, random }),
    schedule: cosineSchedule({ peak: 0.003, totalSteps: total, warmupSteps: total / 20 }),
    optimizer,
    steps: stop,
    clipNorm: 1,
    random: new Random(seed),
    onStep: ({ step }) => record.mark(step),
    progress: progressBar({ total: stop, label: name }),
    checkpoint: { path: checkpoint, also: { probe: record } },
  });
  return { losses, probe: record };
}

/** A slider's stops: how both losses fell, fifty steps a point, and what the probes found. */
export function pretrainingStops(bert: Pretrained, gpt: Pretrained): SliderStop[] {
  const says = {
    en: {
      bert: "BERT: blanks and pairs",
      gpt: "GPT: next words",
      step: "training step",
      loss: "loss",
      nats: "loss in nats",
      falls: "How does each loss fall? (BERT's is a sum: do not compare)",
      probe: "probe",
      chance: "probability of the right topic",
      knows: "When does each know which things go together?",
      noIdea: "no idea",
    },
    ko: {
      bert: "BERT: 빈칸과 문장 쌍",
      gpt: "GPT: 다음 단어",
      step: "학습 단계",
      loss: "손실",
      nats: "손실(nat)",
      falls: "손실은 어떻게 줄어드는가? (BERT의 것은 합이라 견줄 수 없음)",
      probe: "탐침",
      chance: "맞는 주제의 확률",
      knows: "어떤 물건끼리 어울리는지 언제 알게 되는가?",
      noIdea: "모를 때",
    },
  }[notebookLanguage()];
  const steps = Math.max(bert.losses.length, gpt.losses.length);
  const width = Math.min(50, steps);
  const x = { name: says.step };
  const models = [
    { name: says.bert, colour: modelColours.bert, run: bert },
    { name: says.gpt, colour: modelColours.gpt, run: gpt },
  ];
  const losses = models.map(({ run, ...line }) => ({ ...line, ...blockMeans(run.losses, width) }));
  const probes = models.map(({ run: { probe }, ...line }) => ({
    ...line,
    x: probe.steps,
    y: probe.values,
  }));
  const noIdea = { name: says.noIdea, x: [0, steps], y: [0.25, 0.25], reference: true };
  return [{
    label: says.loss,
    figure: curves(losses, { title: says.falls, x, y: { name: says.nats } }),
  }, {
    label: says.probe,
    figure: curves([...probes, noIdea], {
      title: says.knows,
      x,
      y: { name: says.chance, range: [0, 1.02] },
    }),
  }];
}
