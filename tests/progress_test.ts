import { assertEquals } from "@std/assert";
import { formatSeconds, progressLine } from "lib/progress.ts";

Deno.test("formatSeconds: seconds, minutes, hours", () => {
  assertEquals(
    [0.04, 3.21, 9.97, 59.4, 59.6, 125, 3840].map(formatSeconds),
    ["0.0 s", "3.2 s", "10 s", "59 s", "1 min 00 s", "2 min 05 s", "1 h 04 min"],
  );
});

Deno.test("progressLine: bar, count, note and the time left", () => {
  assertEquals(
    progressLine({ label: "training", done: 3, total: 5, elapsedMs: 6000, note: "loss 0.41" }),
    "training ████████████░░░░░░░░ 60 % · 3/5 · loss 0.41 · 4.0 s left",
  );
});

Deno.test("progressLine: nothing done yet promises no time; the end tells the whole time", () => {
  assertEquals(
    progressLine({ label: "grading", done: 0, total: 5, elapsedMs: 50 }),
    "grading ░░░░░░░░░░░░░░░░░░░░ 0 % · 0/5",
  );
  assertEquals(
    progressLine({ label: "grading", done: 5, total: 5, elapsedMs: 2500 }),
    "grading ████████████████████ 100 % · 5/5 · 2.5 s in all",
  );
});
