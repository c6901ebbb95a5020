import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import {
  exactByLength,
  examLengths,
  letterExam,
  letters,
  letterSizes,
  letterTraining,
  rightByPlace,
  sitExam,
  teacherForced,
  trainedLength,
} from "lib/lessons/tasks/letter_task.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Random } from "lib/random.ts";
import { nested } from "lib/tensor/axes.ts";
import { ready } from "lib/tensor/ready.ts";
import { copyTask, reverseTask } from "lib/text/tasks/sequences.ts";

await ready();

Deno.test("letterTraining: a batch's columns fit together, position by position", () => {
  using batch = letterTraining(reverseTask).batches(1, new Random(3));
  const [source, target, labels] = [batch.source, batch.target, batch.labels]
    .map((column) => nested(column));
  for (const [i, row] of source.entries()) {
    const words = row.filter((id) => id !== letters.padId);
    const answer = words.toReversed();
    assertEquals(target[i].slice(0, words.length + 1), [letters.sosId, ...answer]);
    assertEquals(labels[i].slice(0, words.length + 1), [...answer, letters.eosId]);
    assertEquals(new Set(labels[i].slice(words.length + 1)).size <= 1, true);
    assertEquals(words.length >= 1 && words.length <= trainedLength, true);
  }
});

Deno.test("letterTraining: one stream gives one run, whatever the number of steps", () => {
  const sources = [7, 700].map((steps) => {
    using batch = letterTraining(copyTask, steps).batches(1, new Random(5));
    return batch.source.arraySync();
  });
  assertEquals(sources[0], sources[1]);
  const rates = letterTraining(copyTask, 40).schedule;
  assertEquals([rates(2), rates(40) < 1e-4], [0.005, true]);
});

Deno.test("letterExam: every length, the same questions for the same seed", () => {
  const [exam, again] = [1, 1].map((seed) => letterExam(reverseTask, new Random(seed), 7));
  assertEquals(exam, again);
  assertEquals(exam.map(({ length }) => length), [...examLengths]);
  for (const { length, sources, wanted } of exam) {
    assertEquals([sources.length, wanted.length], [7, 7]);
    assertEquals(wanted, sources.map((row) => row.toReversed()));
    assertEquals(new Set(sources.map((row) => row.length)), new Set([length]));
  }
});

Deno.test("sitExam: writes at most three letters too many, and leaves no tensor", async () => {
  using model = new Seq2Seq({ ...letterSizes, cell: "gru", hiddenSize: 5 }, new Random(1));
  const before = tf.memory().numTensors;
  const answers = await sitExam(model, letterExam(copyTask, new Random(2), 3));
  assertEquals(tf.memory().numTensors, before);
  for (const { length, written } of answers) {
    assertEquals(written.length, 3);
    assertEquals(written.every((row) => row.length <= length + 3), true);
  }
});

Deno.test("teacherForced: the decoder's first letter is the one it writes on its own", async () => {
  using model = new Seq2Seq({ ...letterSizes, cell: "lstm", hiddenSize: 7 }, new Random(1));
  const exam = letterExam(reverseTask, new Random(2), 5);
  const before = tf.memory().numTensors;
  const free = (await sitExam(model, exam))[6];
  const forced = teacherForced(model, exam[6]);
  assertEquals(tf.memory().numTensors, before);
  assertEquals(forced.written.map((row) => row.length), [7, 7, 7, 7, 7]);
  for (const [i, [first]] of forced.written.entries()) {
    if (first !== letters.eosId) assertEquals(first, free.written[i][0]);
  }
});

Deno.test("exactByLength, rightByPlace: a letter missing or too many is wrong", () => {
  const sheet = {
    length: 2,
    sources: [],
    wanted: [[5, 6], [5, 6], [5, 6], [5, 6]],
    written: [[5, 6], [5], [5, 6, 7], [4, 6]],
  };
  assertEquals(exactByLength([sheet]), [1 / 4]);
  assertEquals(rightByPlace(sheet), [3 / 4, 3 / 4]);
});
