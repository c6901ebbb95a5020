import { assertEquals } from "@std/assert";
import type { LessonMark } from "lib/lessons/translation/long_lesson.ts";
import { bleuAfter, raceStop } from "lib/lessons/translation/race.ts";

const mark = (step: number, bleu: number): LessonMark => (
  { step, seconds: 2 * step, bleu, loss: 1, chrf: 0, written: [], trainingLoss: 3 }
);
const contestants = [
  { name: "slow", colour: "#111111", run: { losses: [], marks: [mark(50, 4), mark(100, 60.18)] } },
  { name: "fast", colour: "#222222", run: { losses: [], marks: [mark(50, 9), mark(100, 90.04)] } },
];

Deno.test("raceStop: the title says how each ended", () => {
  const axes = { label: "BLEU", range: [0, 100] as [number, number], over: "step" };
  const { label, figure } = raceStop(contestants, ({ bleu }) => bleu, axes);
  assertEquals([label, figure.summary.startsWith("BLEU: slow 60.2, fast 90.0:")], ["BLEU", true]);
});

Deno.test("raceStop: a line for each, with a point for each of its marks", () => {
  const axes = { label: "chrF", range: [0, 100] as [number, number], over: "step" };
  const { figure } = raceStop(contestants, ({ bleu }) => bleu, axes);
  const [slow] = figure.data;
  const drawn = "x" in slow && "y" in slow ? [slow.name, slow.x, slow.y] : [];
  assertEquals(drawn, ["slow", [50, 100], [4, 60.18]]);
});

Deno.test("bleuAfter: from 0, straight from mark to mark, and level after the last", () => {
  const run = { marks: [mark(50, 4), mark(100, 60)] }; // after 100 and 200 seconds
  const bleus = [0, 25, 100, 150, 200, 999].map((seconds) => bleuAfter(run, seconds));
  assertEquals(bleus, [0, 1, 4, 32, 60, 60]);
});
