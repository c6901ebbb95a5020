import * as tf from "@tensorflow/tfjs";
import stringWidth from "string-width";
import { assert, assertEquals } from "@std/assert";
import { storyWords, topicTask } from "lib/lessons/stories/story_lesson.ts";
import {
  climb,
  climbLadder,
  ladderFigure,
  ladderTable,
  type Rung,
} from "lib/lessons/stories/topic_ladder.ts";
import { Bert } from "lib/models/bert.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { loadStories } from "lib/text/corpora/stories.ts";

await ready();
const stories = (await loadStories()).validation;
const words = storyWords(stories);
const size = { modelSize: 16, headCount: 2, layerCount: 2, maximumLength: 16, dropout: 0 };
const config = { ...size, normFirst: true, vocabularySize: words.vocabulary.size };
const examples = topicTask(stories);
const labelled = examples.slice(0, 20);
const task = { words, labelled, exam: examples.slice(0, 60), classCount: 4, seed: 1 };

Deno.test("climb: every rung runs on both models, which stay as they are, and no tensor is left", async () => {
  for (const model of [new Bert(config, new Random(1)), new Gpt(config, new Random(1))]) {
    using _model = model;
    const sums = () =>
      [...model.parameters().values()].map((each) => tf.tidy(() => tf.sum(each).dataSync()[0]));
    const before = sums();
    const tensors = tf.memory().numTensors;
    for (const reads of ["text", "thing"] as const) {
      for (const moves of ["head", "last layer", "all"] as const) {
        const rung: Rung = { pretrained: true, reads, moves };
        const { all, labelled, unlabelled } = await climb({ ...task, model, rung, steps: 1 });
        for (const share of [all, labelled, unlabelled]) assert(share >= 0 && share <= 1);
      }
    }
    assertEquals(sums(), before);
    assertEquals(tf.memory().numTensors, tensors);
  }
});

Deno.test("climb: all that may move learns the labels by heart; an untrained model knows no more; equal seeds, equal runs", async () => {
  using model = new Bert(config, new Random(1));
  const run = (moves: Rung["moves"]) =>
    climb({ ...task, model, rung: { pretrained: true, reads: "thing", moves }, steps: 60 });
  const [all, again] = [await run("all"), await run("all")];
  assertEquals(all, again);
  assert(all.labelled > 0.9, `labelled things: ${all.labelled}`);
  assert(all.unlabelled < all.labelled);
});

Deno.test("climb: where every thing has a label, or the task has no things, none is without", async () => {
  using model = new Gpt(config, new Random(1));
  const rung: Rung = { pretrained: true, reads: "text", moves: "head" };
  const run = (examples: typeof labelled) =>
    climb({ ...task, labelled: examples, exam: examples, model, rung, steps: 1 });
  for (const examples of [labelled, labelled.map(({ thing: _, ...rest }) => rest)]) {
    const { all, labelled, unlabelled } = await run(examples);
    assertEquals([labelled, unlabelled], [all, NaN]);
  }
});

Deno.test("climbLadder: each model's grades on each rung, one for each seed, as alone", async () => {
  using model = new Bert(config, new Random(1));
  const rungs: Record<string, Rung> = {
    "from scratch": { pretrained: false, reads: "text", moves: "all" },
    "frozen": { pretrained: true, reads: "thing", moves: "head" },
  };
  const { words, exam } = task;
  const ofSeed = (seed: number) => examples.slice(20 * seed, 20 * seed + 20);
  const ladder = { words, exam, labelled: ofSeed, seeds: [1, 2], steps: 2 };
  const grades = await climbLadder({ BERT: model }, rungs, ladder);
  assertEquals(Object.keys(grades.BERT), ["from scratch", "frozen"]);
  const alone = { ...task, labelled: ofSeed(2), seed: 2, steps: 2 };
  assertEquals(grades.BERT.frozen[1], await climb({ model, rung: rungs.frozen, ...alone }));
});

Deno.test("ladderTable, ladderFigure: per cent by seed, labelled and unlabelled apart; a line for a guess", () => {
  const grade = (labelled: number, unlabelled: number) => ({ labelled, unlabelled, all: 0.5 });
  const grades = {
    BERT: { frozen: [grade(0.5, 0.25), grade(1, 0.75)] },
    GPT: { frozen: [grade(1, 0), grade(1, 0.5)] },
  };
  const [bert, gpt] = ladderTable(grades).split("\n").map((line) => line.match(/\d+/g));
  assertEquals([bert, gpt], [["50", "100", "25", "75"], ["100", "100", "0", "50"]]);
  const ways = { "frozen": grades.BERT.frozen, "동결, 글": grades.GPT.frozen };
  const [english, korean] = ladderTable({ BERT: ways }).split("\n").map((line) =>
    stringWidth(line.slice(0, line.indexOf("with")))
  );
  assertEquals([english, korean], [5 + 8 + 2, 5 + 8 + 2]);
  const { summary, data } = ladderFigure(grades);
  assertEquals(data.length, 3);
  assertEquals(
    summary.split(": ")[2],
    "frozen BERT 0.5, GPT 0.25; one of four 0.25",
  );
});
