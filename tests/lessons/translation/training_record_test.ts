import { assert, assertEquals, assertGreater, assertMatch } from "@std/assert";
import {
  checkpointPath,
  type Examination,
  TrainingRecord,
} from "lib/lessons/translation/training_record.ts";

const examination = (bleu: number, written: number[]): Examination => ({
  loss: 1 / 3,
  bleu,
  chrf: 2 * bleu,
  written,
});

/** Keeps the processor busy for about this many milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) Math.sqrt(end);
}

Deno.test("TrainingRecord: a resumed record holds the same marks and goes on", async () => {
  const record = new TrainingRecord();
  await record.mark(3, () => Promise.resolve(examination(5.25, [7, 11, 13])));
  await record.mark(6, () => Promise.resolve(examination(17, [])));
  const resumed = new TrainingRecord();
  resumed.restore(JSON.parse(JSON.stringify(record.state())));
  assertEquals(resumed.marks, record.marks);
  await resumed.mark(9, () => Promise.resolve(examination(23, [19])));
  assertEquals(resumed.marks.map(({ step, bleu, written }) => [step, bleu, written]), [
    [3, 5.25, [7, 11, 13]],
    [6, 17, []],
    [9, 23, [19]],
  ]);
  assertGreater(resumed.marks[2].seconds, resumed.marks[1].seconds);
});

Deno.test("TrainingRecord: examinations cost no training time", async () => {
  const record = new TrainingRecord();
  await record.mark(1, () => {
    work(300);
    return Promise.resolve(examination(1, []));
  });
  await record.mark(2, () => Promise.resolve(examination(2, [])));
  const [first, second] = record.marks;
  assert(second.seconds - first.seconds < 0.2, `${second.seconds - first.seconds} s`);
});

Deno.test("TrainingRecord: restoring an empty record leaves no marks", () => {
  const record = new TrainingRecord();
  record.restore(new TrainingRecord().state());
  assertEquals(record.marks, []);
});

Deno.test("checkpointPath: in the project's folder of checkpoints", () => {
  assertMatch(checkpointPath("09-gru"), /[/\\]\.checkpoints[/\\]09-gru\.safetensors$/);
});
