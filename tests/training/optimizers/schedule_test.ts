import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  constantSchedule,
  cosineSchedule,
  noamSchedule,
} from "lib/training/optimizers/schedule.ts";

Deno.test("noamSchedule: rises in a line, then falls with the root of the step", () => {
  const schedule = noamSchedule({ modelSize: 128, warmupSteps: 400 });
  assertAlmostEquals(schedule(100) / schedule(1), 100, 1e-9);
  assertAlmostEquals(schedule(400) / schedule(1600), 2, 1e-12);
  assertAlmostEquals(schedule(400), 1 / Math.sqrt(128 * 400), 1e-15);
});

Deno.test("noamSchedule: a factor multiplies, and a step from 0 is refused", () => {
  const plain = noamSchedule({ modelSize: 64, warmupSteps: 30 });
  const doubled = noamSchedule({ modelSize: 64, warmupSteps: 30, factor: 2 });
  assertAlmostEquals(doubled(77) / plain(77), 2, 1e-12);
  assertThrows(() => plain(0), RangeError, "expected a step counted from 1, got 0");
  assertThrows(() => noamSchedule({ modelSize: 64, warmupSteps: 0 }), RangeError, "warmupSteps");
});

Deno.test("cosineSchedule: starts, peaks, halves and ends where it should", () => {
  const schedule = cosineSchedule({ peak: 1, warmupSteps: 20, totalSteps: 120, floor: 0.1 });
  assertAlmostEquals(schedule(1), 1 / 20, 1e-12);
  assertAlmostEquals(schedule(20), 1, 1e-12);
  assertAlmostEquals(schedule(70), 0.55, 1e-12);
  assertAlmostEquals(schedule(120), 0.1, 1e-12);
  assertAlmostEquals(schedule(1000), 0.1, 1e-12);
});

Deno.test("cosineSchedule: a warm-up longer than the run is refused", () => {
  assertThrows(
    () => cosineSchedule({ peak: 1, warmupSteps: 9, totalSteps: 9 }),
    RangeError,
    "expected 0 ≤ warmupSteps < totalSteps, got 9 and 9",
  );
});

Deno.test("constantSchedule: does not move", () => {
  assertEquals([1, 7, 1000].map(constantSchedule(0.003)), [0.003, 0.003, 0.003]);
});
