import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { beamDecode, beamStep, lengthPenalty } from "lib/decoding/beam.ts";
import { greedyDecode } from "lib/decoding/generate.ts";
import { ready } from "lib/tensor/ready.ts";
import { endId, everySequence, startId, toyStart, toyStep } from "./toy_model.ts";

await ready();

const vocab = 3;
const sources = [3, 7, 2, 18, 4, 31, 15];

function options(chosen = sources, maxLength = 5) {
  return {
    start: () => toyStart(chosen),
    step: toyStep(vocab),
    prompts: chosen.map(() => [startId]),
    endId,
    maxLength,
  };
}

Deno.test("lengthPenalty: Wu et al.'s formula", () => {
  assertEquals(lengthPenalty(1, 0.6), 1);
  assertAlmostEquals(lengthPenalty(7, 1), 2, 1e-12);
  assertAlmostEquals(lengthPenalty(19, 0.5), 2, 1e-12);
  assertEquals(lengthPenalty(1000, 0), 1);
});

for (const alpha of [0, 0.6, 2]) {
  Deno.test(`beamDecode: wide enough, it is the exhaustive search (α = ${alpha})`, async () => {
    const decoded = await beamDecode({ ...options(), width: 3 ** 5, alpha });
    sources.forEach((source, i) => {
      const expected = everySequence(source, 5, vocab).map(({ tokens, logProbability }) => ({
        tokens: tokens.filter((token) => token !== endId),
        score: logProbability / lengthPenalty(tokens.length, alpha),
      })).sort((a, b) => b.score - a.score);
      assertEquals(decoded[i].length, expected.length);
      assertEquals(
        decoded[i].slice(0, 9).map(({ tokens }) => tokens),
        expected.slice(0, 9).map(({ tokens }) => tokens),
      );
      assertAlmostEquals(decoded[i][0].score, expected[0].score, 1e-5);
    });
  });
}

Deno.test("beamDecode: the length penalty changes which sequence wins", async () => {
  const best = async (alpha: number) =>
    (await beamDecode({ ...options(), width: 3 ** 5, alpha }))
      .map(([{ tokens }]) => tokens.length);
  const plain = await best(0);
  const penalised = await best(2);
  assert(penalised.every((length, i) => length >= plain[i]));
  assert(penalised.some((length, i) => length > plain[i]));
});

Deno.test("beamDecode: a width of 1 is greedy decoding", async () => {
  for (const maxLength of [1, 2, 5, 9]) {
    const beams = await beamDecode({ ...options(sources, maxLength), width: 1 });
    const greedy = await greedyDecode(options(sources, maxLength));
    assertEquals(
      beams.map(([{ tokens, logProbability, finished }]) => ({ tokens, logProbability, finished })),
      greedy,
    );
  }
});

Deno.test("beamDecode: the wider the beam, the likelier the best, on average", async () => {
  const many = Array.from({ length: 101 }, (_, i) => i);
  const mean = async (width: number) => {
    const decoded = await beamDecode({ ...options(many), width, alpha: 0 });
    return decoded.reduce((sum, [{ score }]) => sum + score, 0) / many.length;
  };
  const one = await mean(1);
  const two = await mean(2);
  const four = await mean(4);
  const all = await mean(3 ** 5);
  assert(one + 0.05 < two && two + 0.01 < four && four <= all, `${[one, two, four, all]}`);
});

Deno.test("beamDecode: a sentence does not depend on its neighbours", async () => {
  const together = await beamDecode({ ...options(), width: 3, keepWeights: true });
  for (const [i, source] of sources.entries()) {
    const alone = await beamDecode({ ...options([source]), width: 3, keepWeights: true });
    assertEquals(alone, [together[i]]);
  }
});

Deno.test("beamDecode: at most width sequences, best first, all different", async () => {
  for (const decoded of await beamDecode({ ...options(sources, 9), width: 3 })) {
    const scores = decoded.map(({ score }) => score);
    assertEquals(scores, [...scores].sort((a, b) => b - a));
    assertEquals(decoded.length, 3);
    assertEquals(
      new Set(decoded.map(({ tokens, finished }) => `${tokens} ${finished}`)).size,
      3,
    );
  }
});

Deno.test("beamDecode: the weights are those of a sequence's own ancestors", async () => {
  for (const decoded of await beamDecode({ ...options(), width: 4, keepWeights: true })) {
    for (const { tokens, finished, weights } of decoded) {
      assertEquals(weights?.length, tokens.length + (finished ? 1 : 0));
      weights?.forEach(([[length], [sum]], t) => {
        assertEquals(length, t + 1);
        assertEquals(sum, tokens.slice(0, t).reduce((total, token) => total + token, startId));
      });
    }
  }
});

const live = (tokens: number[], logProbability: number) => ({
  tokens,
  logProbability,
  finished: false,
});
const plain = { alpha: 0, endId: 0 };

Deno.test("beamStep: what has ended is carried on, not extended, until it is pushed out", () => {
  const beam = [{ tokens: [5, 0], logProbability: -1, finished: true }, live([6, 6], -0.9)];
  // Were the first extended, [5, 0, 1] would win with −1.01.
  const next = beamStep(beam, [[-5, -0.01], [-0.2, -3]], { ...plain, width: 2 });
  assertEquals(next, [
    { tokens: [5, 0], logProbability: -1, finished: true, parent: 0 },
    { tokens: [6, 6, 0], logProbability: -1.1, finished: true, parent: 1 },
  ]);
  const pushed = beamStep(beam, [[], [-0.05, -0.06]], { ...plain, width: 2 });
  assertEquals(pushed.map(({ tokens }) => tokens), [[6, 6, 0], [6, 6, 1]]);
});

Deno.test("beamStep: hypotheses of different lengths are compared after normalisation", () => {
  const beam = [{ tokens: [0], logProbability: -1, finished: true }, live([6, 6, 6], -1.1)];
  const best = (alpha: number) =>
    beamStep(beam, [[], [-9, -0.1]], { width: 1, alpha, endId: 0 })[0].tokens;
  assertEquals(best(0), [0]); // −1 against −1.2
  assertEquals(best(1), [6, 6, 6, 1]); // −1 / 1 against −1.2 / 1.5
});

Deno.test("beamStep: of one parent several may go on, and impossible tokens are never taken", () => {
  const beam = [live([1], -1), live([2], -4)];
  const scores = [[-Infinity, -0.7, -0.7], [-0.1, -9, -9]];
  const next = beamStep(beam, scores, { ...plain, width: 3 });
  assertEquals(next.map(({ tokens, parent }) => ({ tokens, parent })), [
    { tokens: [1, 1], parent: 0 },
    { tokens: [1, 2], parent: 0 },
    { tokens: [2, 0], parent: 1 },
  ]);
  assertEquals(beamStep([live([], 0)], [[-Infinity, 0]], { ...plain, width: 3 }).length, 1);
});

Deno.test("beamDecode: leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  await beamDecode({ ...options(), width: 3, keepWeights: true });
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("beamDecode: a width of 0 is refused", async () => {
  await assertRejects(
    () => beamDecode({ ...options(), width: 0 }),
    RangeError,
    "at least 1, got 0",
  );
});
