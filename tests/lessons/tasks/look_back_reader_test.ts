import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  askedShare,
  askTwoBack,
  firstStepWith,
  LookBackReader,
  lookShares,
  marksByPlace,
  readerMap,
  shareRight,
  trainedLength,
} from "lib/lessons/tasks/look_back_reader.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const { sentences } = askTwoBack(new Random(2), 5, 7);

/** The scores of sentences that begin at a position. */
function logitsFrom(reader: LookBackReader, start: number, read = sentences): Float32Array {
  return tf.tidy(() => reader.answer(read, start).logits.dataSync<"float32">());
}

Deno.test("LookBackReader: only without positions it does not matter where a sentence stands, or its order", () => {
  using none = new LookBackReader("none", new Random(1));
  using sinusoidal = new LookBackReader("sinusoidal", new Random(1));
  assertEquals(logitsFrom(none, 0), logitsFrom(none, 9));
  const moved = logitsFrom(sinusoidal, 9);
  assert(logitsFrom(sinusoidal, 0).some((score, i) => Math.abs(score - moved[i]) > 1e-3));
});

Deno.test("LookBackReader: learned positions end with the longest sentence of the training", () => {
  using reader = new LookBackReader("learned", new Random(1));
  assertEquals(reader.table?.parameterCount(), trainedLength * 64);
  assertEquals(logitsFrom(reader, trainedLength - 7).length, 5 * 7 * 8);
  assertThrows(() => logitsFrom(reader, trainedLength - 6), RangeError, "got 17");
});

Deno.test("marksByPlace: a share for each place with an answer, and nothing is left behind", () => {
  using reader = new LookBackReader("sinusoidal", new Random(1));
  const before = tf.memory().numTensors;
  const marks = marksByPlace(reader, 9);
  assertEquals(marks.length, 7);
  assert(
    marks.every((mark) => mark >= 0 && mark < 0.5),
    `an untrained reader guesses, got ${marks}`,
  );
  assertEquals(shareRight(reader, 9), mean(marks));
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("readerMap: one row for each symbol, each sums to 1, and nothing is left behind", () => {
  using reader = new LookBackReader("sinusoidal", new Random(1));
  const before = tf.memory().numTensors;
  const map = readerMap(reader, sentences[0]);
  assertEquals([map.length, map[0].length], [7, 7]);
  for (const row of map) assertAlmostEquals(mean(row) * 7, 1, 1e-5);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("lookShares: two back, beside it and elsewhere, from the fourth query on", () => {
  const nothing = [0, 0, 0, 0, 0];
  const shares = lookShares([
    nothing,
    nothing,
    nothing,
    [0.125, 0.5, 0.25, 0.125, 0],
    [0.25, 0, 0.5, 0, 0.25],
  ]);
  assertEquals(shares, { back: 0.5, beside: 0.1875, elsewhere: 0.3125 });
});

Deno.test("askedShare: how often a place was asked, by the lengths and starts of a training", () => {
  assertEquals(askedShare("sinusoidal", 1), 0);
  assertEquals(askedShare("sinusoidal", 2), 1);
  assertAlmostEquals(askedShare("sinusoidal", trainedLength - 1), 1 / 13);
  assertEquals(askedShare("sinusoidal", trainedLength), 0);
  const anywhere = Array.from({ length: 50 }, (_, place) => askedShare("anywhere", place));
  assertEquals(anywhere.filter((share) => share === 0).length, 4); // 0, 1, 48 and 49
  assertAlmostEquals(anywhere[2], anywhere[47]);
  // A sentence of 4 to 16 symbols asks 2 to 14 places.
  assertAlmostEquals(anywhere.reduce((sum, share) => sum + share), 8);
});

Deno.test("firstStepWith: the first mark that is high enough", () => {
  using reader = new LookBackReader("none", new Random(1));
  const run = { reader, steps: [0, 40, 80], marks: [0.1, 0.9, 0.8] };
  assertEquals(firstStepWith(0.8, run), 40);
  assertEquals(firstStepWith(0.95, run), undefined);
});
