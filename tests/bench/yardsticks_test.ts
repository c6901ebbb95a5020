/**
 * Whether the yardsticks are wired rightly: rows, marking, and a few steps of each training. The full
 * runs take minutes and belong to `deno task yardsticks`.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { Gpt } from "lib/models/gpt.ts";
import { Random } from "lib/random.ts";
import { nested } from "lib/tensor/axes.ts";
import { ready } from "lib/tensor/ready.ts";
import { addition, additionRow } from "./yardsticks/addition.ts";
import { characterIds, characters } from "./yardsticks/characters.ts";
import { copy, copyBatch, isCount } from "./yardsticks/copy.ts";
import { endings, twinsOf } from "./yardsticks/endings.ts";
import { isOfTheKind, lengthCurves, lengthRows, models } from "./yardsticks/lengths.ts";
import { isAnswer, MinGptOptimizer } from "./yardsticks/min_gpt.ts";
import { reverse, reverseRows } from "./yardsticks/reverse.ts";
import { isHeldOut, sort, sortRow } from "./yardsticks/sort.ts";
import { partOf, shareOf, type Yardstick } from "./yardsticks/yardstick.ts";

await ready();

const silent = { update() {}, finish() {} };

/** Runs a share; no tensor may be left behind. */
async function runShare(yardstick: Yardstick, share: number, text?: string) {
  const before = tf.memory().numTensors;
  const finding = await yardstick.run({ share, progress: silent, text });
  assertEquals(tf.memory().numTensors, before, "tensors left behind");
  assert(!finding.reached, `${yardstick.name} reached with a share of ${share}: ${finding.found}`);
  return finding;
}

/** The mean of the first and of the last third. */
function ends(losses: readonly number[]): [number, number] {
  const third = Math.floor(losses.length / 3);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  return [mean(losses.slice(0, third)), mean(losses.slice(-third))];
}

Deno.test("rows: questions with their right answers", () => {
  assertEquals(additionRow(85, 50), [8, 5, 5, 0, 1, 3, 5]);
  assertEquals(additionRow(6, 39), [0, 6, 3, 9, 0, 4, 5]);
  assertEquals(sortRow([0, 0, 2, 1, 0, 1]), [0, 0, 2, 1, 0, 1, 0, 0, 0, 1, 1, 2]);
  const { source, labels } = reverseRows(new Random(1), 3);
  assertEquals(labels.map((row) => row.toReversed()), source);
});

Deno.test("copyBatch: begins with 1, never holds padding, labels are one step ahead", () => {
  using batch = copyBatch(new Random(1), 7);
  const [source, target, labels] = [batch.source, batch.target, batch.labels]
    .map((tensor) => nested(tensor));
  assertEquals(target, source.map((row) => row.slice(0, 9)));
  assertEquals(labels, source.map((row) => row.slice(1)));
  assert(source.every((row) => row[0] === 1 && Math.min(...row) >= 1 && Math.max(...row) <= 10));
});

Deno.test("isHeldOut: about a quarter of the 729 questions", () => {
  const questions = Array.from(
    { length: 729 },
    (_, i) => [...i.toString(3).padStart(6, "0")].map(Number),
  );
  const share = questions.filter(isHeldOut).length / 729;
  assert(share > 0.2 && share < 0.3, `${share}`);
});

Deno.test("marking: only the whole right answer counts", () => {
  const row = additionRow(55, 45);
  assert(isAnswer(row, [1, 0, 0]));
  assert(!isAnswer(row, [0, 9, 0]));
  assert(!isAnswer(row, []));
  assert(isCount([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  assert(!isCount([1, 2, 3, 4, 5, 6, 7, 8, 9]));
  assert(!isCount([1, 2, 3, 4, 5, 6, 7, 8, 10, 9]));
});

Deno.test("shareOf, partOf: parts of the work and of its progress", () => {
  assertEquals([shareOf(900, 1), shareOf(900, 0.01), shareOf(3, 0.01)], [900, 9, 1]);
  assertThrows(() => shareOf(900, 0), RangeError, "(0, 1]");
  const done: number[] = [];
  partOf({ update: (value) => done.push(value), finish() {} }, 0.5, 0.9, 4).update(1);
  assertEquals(done, [600]);
});

Deno.test("MinGptOptimizer: matrices of linear layers decay, nothing else", () => {
  const sizes = { vocabularySize: 5, modelSize: 6, headCount: 2, layerCount: 1, maximumLength: 3 };
  using model = new Gpt(sizes, new Random(1));
  using optimizer = new MinGptOptimizer(model);
  const norms = () =>
    new Map([...model.parameters()].map(([name, it]) => [name, tf.norm(it).dataSync()[0]]));
  const before = norms();
  const zeros = new Map([...model.parameters()].map(([name, it]) => [name, tf.zerosLike(it)]));
  optimizer.step(zeros, 0.5);
  for (const [name, norm] of norms()) {
    const factor = norm / (before.get(name) ?? 0);
    if (/layers.*weights$/.test(name)) assert(Math.abs(factor - 0.95) < 1e-5, `${name}: ${factor}`);
    else assertEquals(norm, before.get(name), name);
  }
});

for (const [yardstick, share] of [[reverse, 0.02], [sort, 0.02], [addition, 0.007]] as const) {
  Deno.test(`${yardstick.name}: a small share of the training lowers the loss`, async () => {
    const [first, last] = ends((await runShare(yardstick, share)).losses);
    assert(last < 0.97 * first, `${first} → ${last}`);
  });
}

Deno.test("characters: nine tenths to learn from, and a few steps lower the loss", async () => {
  assertThrows(() => characterIds("to be"), RangeError, "expected more than 640 characters");
  const { training, validation, alphabet } = characterIds("ba\n".repeat(1000));
  assertEquals([training.length, validation.length, alphabet], [2700, 300, ["\n", "a", "b"]]);
  const text = Array.from({ length: 900 }, (_, i) => `${i * i}, `).join("");
  const [first, last] = ends((await runShare(characters, 0.008, text)).losses);
  assert(last < 0.97 * first, `${first} → ${last}`);
});

Deno.test("endings: a tale is asked beside its twin, and a few steps lower the loss", async () => {
  const story = (...sentences: string[]) => ({ sentences, cameTrue: true, topic: "snack" });
  const [one, other] = [story("a", "b", "c", "x", "happy"), story("a", "b", "c", "y", "sad")];
  assertEquals(twinsOf([one, story("a", "b", "d", "x", "happy"), other]), [
    { story: one, otherEnding: "sad" },
    { story: other, otherEnding: "happy" },
  ]);
  const [first, last] = ends((await runShare(endings, 0.003)).losses);
  assert(last < 0.97 * first, `${first} → ${last}`);
});

Deno.test("copy: begins near the loss of guessing among eleven", async () => {
  const { figures, found } = await runShare(copy, 0.01);
  assert(figures.first > 2 && figures.first < 4, `${figures.first}`);
  assertStringIncludes(found, "decodes");
});

Deno.test("lengths: equal parameters, rows reversed, and a run from end to end", async () => {
  const counts = Object.values(models).map((make) => {
    using model = make(new Random(1));
    return model.parameterCount();
  });
  assert(Math.max(...counts) / Math.min(...counts) < 1.03, counts.join(" "));
  const { source, target, labels } = lengthRows(new Random(1), 5, 2, 7);
  assertEquals(
    labels.map((row) => row.slice(0, -1).toReversed()),
    source.map((row) => row.slice(0, -1)),
  );
  assertEquals(target.map((row) => row.slice(1)), labels.map((row) => row.slice(0, -1)));
  const { figures } = await runShare(lengthCurves, 0.002);
  assertEquals(Object.keys(figures).length, 3 * 6);
});

Deno.test("isOfTheKind: each part of the shape must be there", () => {
  const curves = {
    "GRU": [99, 81, 22, 0, 0, 0],
    "GRU + attention": [100, 98, 95, 85, 51, 12],
    "Transformer": [100, 100, 99, 97, 1, 0],
  };
  assert(isOfTheKind(curves));
  for (
    const wrong of [
      { "GRU": [99, 99, 95, 90, 0, 0] }, // does not forget
      { "GRU": [50, 10, 0, 0, 0, 0] }, // has learned nothing
      { "GRU + attention": [100, 98, 80, 40, 0, 0] }, // does not hold
      { "Transformer": [100, 99, 98, 97, 90, 80] }, // goes on where none was trained
      { "Transformer": [100, 70, 20, 0, 0, 0] },
    ]
  ) assert(!isOfTheKind({ ...curves, ...wrong }), JSON.stringify(wrong));
});

Deno.test("yardsticks --json: a line per yardstick; status 1 when one is missed", async () => {
  const script = fileURLToPath(new URL("yardsticks_command.ts", import.meta.url));
  const { stdout, code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, "sort", "--json", "--share", "0.01"],
    signal: AbortSignal.timeout(300_000), // one that hangs fails
  }).output();
  const lines = new TextDecoder().decode(stdout).trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(lines.map(({ name, reached }) => [name, reached]), [["sort", false]]);
  assertEquals(lines[0].published, sort.published);
  assertEquals(code, 1);
});
