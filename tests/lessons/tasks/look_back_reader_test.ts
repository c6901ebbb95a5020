import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  askTwoBack,
  LookBackReader,
  marksByPlace,
  trainedLength,
} from "lib/lessons/tasks/look_back_reader.ts";
import { Random } from "lib/random.ts";
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
  assertEquals(tf.memory().numTensors, before);
});
