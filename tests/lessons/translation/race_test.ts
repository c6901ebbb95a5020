import { assertEquals } from "@std/assert";
import type { LessonMark } from "lib/lessons/translation/long_lesson.ts";
import { leadsFrom, raceLines, raceStop } from "lib/lessons/translation/race.ts";

const mark = (step: number, bleu: number): LessonMark => (
  { step, seconds: 2 * step, bleu, loss: 1, chrf: 0, written: [], trainingLoss: 3 }
);
const contestants = [
  { name: "slow", colour: "#111111", run: { losses: [], marks: [mark(50, 4), mark(100, 60.18)] } },
  { name: "fast", colour: "#222222", run: { losses: [], marks: [mark(50, 9), mark(100, 90.04)] } },
];

Deno.test("raceLines: a point for each mark, at what is asked", () => {
  assertEquals(raceLines(contestants, ({ bleu }) => bleu, ({ seconds }) => seconds), [
    { name: "slow", colour: "#111111", x: [100, 200], y: [4, 60.18] },
    { name: "fast", colour: "#222222", x: [100, 200], y: [9, 90.04] },
  ]);
});

Deno.test("raceStop: the title says how each ended", () => {
  const axes = { label: "BLEU", range: [0, 100] as [number, number], over: "step" };
  const { label, figure } = raceStop(contestants, ({ bleu }) => bleu, axes);
  assertEquals([label, figure.summary.startsWith("BLEU: slow 60.2, fast 90.0:")], ["BLEU", true]);
});

Deno.test("leadsFrom: not from a point after which another line was in front again", () => {
  const other = { name: "other", x: [0, 10, 20], y: [0, 10, 10] };
  const line = (y: number[]) => ({ name: "line", x: [5, 15, 25, 35], y });
  assertEquals(leadsFrom([other, line([6, 11, 12, 13])], "line"), 5);
  assertEquals(leadsFrom([other, line([6, 9, 12, 13])], "line"), 25); // behind at 15
  assertEquals(leadsFrom([other, line([6, 11, 12, 9])], "line"), Infinity);
});
