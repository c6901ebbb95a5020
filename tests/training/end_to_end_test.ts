/**
 * The parts together, wired as a notebook wires them: a small Transformer learns to reverse sequences,
 * and is decoded with and without its cache.
 */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { beamDecode } from "lib/decoding/beam.ts";
import { greedyDecode } from "lib/decoding/generate.ts";
import { prefixDecoder } from "lib/decoding/prefix.ts";
import type { DecodeState } from "lib/decoding/step.ts";
import { Gpt } from "lib/models/gpt.ts";
import type { PairModel } from "lib/models/pair_model.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { makeBatch } from "lib/training/batches.ts";
import { train } from "lib/training/loop.ts";
import { exactMatch } from "lib/training/metrics/metrics.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { noamSchedule } from "lib/training/optimizers/schedule.ts";

await ready();

const padId = 0;
const startId = 1;
const endId = 2;
const firstId = 3;
const vocabularySize = 11;
const sizes = { modelSize: 32, headCount: 2, layerCount: 1, dropout: 0 };
const config = {
  ...sizes,
  sourceVocabularySize: vocabularySize,
  targetVocabularySize: vocabularySize,
};

/** `count` sequences of 1 to 5 tokens. */
function sequences(random: Random, count: number): number[][] {
  const token = () => firstId + random.integer(vocabularySize - firstId);
  return Array.from({ length: count }, () => Array.from({ length: 1 + random.integer(5) }, token));
}

function reversalBatch(rows: readonly number[][]) {
  const reversed = rows.map((row) => row.toReversed());
  const target = reversed.map((row) => [startId, ...row]);
  return makeBatch({ source: rows, target, labels: reversed.map((row) => [...row, endId]) }, padId);
}

/** How a notebook hands a model to decoding. */
function decodingOf(model: PairModel, source: Axes<"batch time">) {
  return {
    start: () => model.startDecoding(source),
    step: (tokens: Axes<"batch">, state: DecodeState) => model.decodeStep(tokens, state),
    prompts: new Array(source.shape[0]).fill([startId]),
    endId,
    maxLength: 9,
  };
}

Deno.test("train, greedyDecode, beamDecode: a Transformer learns to reverse", async () => {
  const before = tf.memory().numTensors;
  {
    using model = new Transformer(config, new Random(1));
    using optimizer = new Adam(model.parameters(), { beta2: 0.98, epsilon: 1e-9 });
    const { losses } = await train({
      batches: (_step, random) => reversalBatch(sequences(random, 64)),
      loss: (batch, { random }) =>
        crossEntropy(model.logits(batch, { training: true, random }), batch.labels, {
          ignoredIndex: padId,
        }),
      optimizer,
      schedule: noamSchedule({ modelSize: 32, warmupSteps: 60, factor: 0.15 }),
      steps: 350,
      clipNorm: 1,
      progress: false,
    });
    assert(losses[0] > 2 && losses[349] < 0.2, `losses ${losses[0]} … ${losses[349]}`);
    const held = sequences(new Random(2), 53);
    const wanted = held.map((row) => row.toReversed());
    using batch = makeBatch({ source: held }, padId);
    const options = decodingOf(model, batch.source);
    const greedy = (await greedyDecode(options)).map(({ tokens }) => tokens);
    assert(exactMatch(greedy, wanted) > 0.9, `exact match ${exactMatch(greedy, wanted)}`);
    const beams = await beamDecode({ ...options, width: 3 });
    assert(exactMatch(beams.map(([{ tokens }]) => tokens), wanted) > 0.9);
  }
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("greedyDecode: a Transformer's cache changes nothing, nor does padding a batch", async () => {
  using model = new Transformer(config, new Random(3));
  const rows = sequences(new Random(4), 17);
  using batch = makeBatch({ source: rows }, padId);
  const options = decodingOf(model, batch.source);
  const cached = await greedyDecode({ ...options, keepWeights: true });
  const { start, step } = prefixDecoder((target, [source]) =>
    model.logits({ source, target }, inference)
  );
  const again = await greedyDecode({ ...options, start: () => start([batch.source]), step });
  assertEquals(again.map(({ tokens }) => tokens), cached.map(({ tokens }) => tokens));
  for (const [i, row] of rows.entries()) {
    assertAlmostEquals(again[i].logProbability, cached[i].logProbability, 1e-4);
    using single = makeBatch({ source: [row] }, padId);
    const [alone] = await greedyDecode(decodingOf(model, single.source));
    assertEquals(alone.tokens, cached[i].tokens);
    for (const heads of cached[i].weights ?? []) {
      for (const weights of heads) {
        assertAlmostEquals(weights.reduce((sum, weight) => sum + weight, 0), 1, 1e-5);
        assert(weights.slice(row.length).every((weight) => weight === 0), "padding was looked at");
      }
    }
  }
});

Deno.test("beamDecode: a Transformer's beam of 1 is its greedy decoding", async () => {
  using model = new Transformer(config, new Random(5));
  using batch = makeBatch({ source: sequences(new Random(6), 13) }, padId);
  const options = decodingOf(model, batch.source);
  const greedy = await greedyDecode(options);
  const beams = await beamDecode({ ...options, width: 1 });
  assertEquals(beams.map(([{ tokens }]) => tokens), greedy.map(({ tokens }) => tokens));
});

const sizesOfRecurrent = {
  sourceVocabularySize: vocabularySize,
  targetVocabularySize: vocabularySize,
  embeddingSize: 13,
  hiddenSize: 17,
};
const translators = {
  "GRU": () => new Seq2Seq({ ...sizesOfRecurrent, cell: "gru" }, new Random(7)),
  "LSTM with attention": () =>
    new Seq2Seq({ ...sizesOfRecurrent, cell: "lstm", attention: "additive" }, new Random(8)),
  "Transformer": () => new Transformer(config, new Random(9)),
};

for (const [name, make] of Object.entries(translators)) {
  Deno.test(`beamDecode: step by step or over the whole prefix, a ${name} says the same`, async () => {
    using model = make();
    using batch = makeBatch({ source: sequences(new Random(10), 7) }, padId);
    const options = { ...decodingOf(model, batch.source), width: 3 };
    const before = tf.memory().numTensors;
    const stepwise = await beamDecode(options);
    const { start, step } = prefixDecoder((target, [source]) =>
      model.logits({ source, target }, inference)
    );
    const whole = await beamDecode({ ...options, start: () => start([batch.source]), step });
    stepwise.flat().forEach((hypothesis, i) => {
      assertEquals(hypothesis.tokens, whole.flat()[i].tokens);
      assertAlmostEquals(hypothesis.score, whole.flat()[i].score, 1e-4);
    });
    assertEquals(tf.memory().numTensors, before);
  });
}

Deno.test("greedyDecode: a GPT continues a prompt with its cache as without", async () => {
  using model = new Gpt({ ...sizes, vocabularySize }, new Random(11));
  const prompts = [[3, 4, 5], [6, 6, 7]];
  const options = { prompts, endId: undefined, maxLength: 8 };
  const step = model.decodeStep.bind(model);
  const cached = await greedyDecode({ ...options, start: () => model.startDecoding(), step });
  const prefix = prefixDecoder((tokens) => model.logits({ tokens }, inference));
  const again = await greedyDecode({ ...options, ...prefix });
  assertEquals(again.map(({ tokens }) => tokens), cached.map(({ tokens }) => tokens));
  assertEquals(cached.map(({ tokens }) => tokens.length), [8, 8]);
});
