import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  examCurves,
  handedOver,
  letterRun,
  meansAt,
  rightAt,
} from "lib/lessons/tasks/letter_run.ts";
import { examLengths, letters, letterSizes } from "lib/lessons/tasks/letter_task.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { copyTask } from "lib/text/tasks/sequences.ts";

await ready();

const plan = { task: copyTask, cell: "gru", hiddenSize: 5, steps: 2 } as const;

Deno.test("letterRun: a seed gives one run, and every run sits the same exam", async () => {
  const [run, again, other] = [
    await letterRun(plan, 1),
    await letterRun(plan, 1),
    await letterRun({ ...plan, cell: "rnn" }, 2),
  ];
  assertEquals(run.plan, plan);
  assertEquals(again.answers, run.answers);
  assertEquals(
    other.answers.map(({ sources }) => sources),
    run.answers.map(({ sources }) => sources),
  );
  const weights = run.model.outputLayer.parameters();
  for (const [name, parameter] of again.model.outputLayer.parameters()) {
    assertEquals(parameter.dataSync(), weights.get(name)?.dataSync());
  }
  for (const { model } of [run, again, other]) model[Symbol.dispose]();
});

/** Runs that got the whole sequence right in `share` of two questions at each length. */
function runWith(right: boolean) {
  const model = new Seq2Seq({ ...letterSizes, cell: "rnn", hiddenSize: 3 }, new Random(1));
  const wanted = [[4, 5], [5, 6]];
  const written = right ? wanted : [[4, 5], [5, 6, letters.sosId]];
  const answers = examLengths.map((length) => ({ length, sources: wanted, wanted, written }));
  return { plan, model, answers };
}

Deno.test("rightAt, meansAt: whole sequences of one length, by run and as a mean", () => {
  const runs = [runWith(true), runWith(false)];
  assertEquals(rightAt(runs, 10), [1, 1 / 2]);
  assertEquals(meansAt(runs, [1, 12]), "0.75  0.75");
  assertThrows(() => rightAt(runs, 13), RangeError, "got 13");
  for (const { model } of runs) model[Symbol.dispose]();
});

Deno.test("examCurves: a line for each kind, in its colour, over all lengths of the exam", () => {
  const run = runWith(false);
  const figure = examCurves([{ name: "RNN", colour: "#999999", runs: [run] }], "Which arrive?");
  assertStringIncludes(figure.summary, "Which arrive?: RNN 0.5 at length of the source 1");
  const [, line] = figure.data;
  assertEquals("x" in line && line.x, [...examLengths]);
  run.model[Symbol.dispose]();
});

Deno.test("handedOver: an LSTM hands over its memory, too", () => {
  assertEquals([handedOver({ ...plan, cell: "lstm" }), handedOver(plan)], [10, 5]);
});
