import { assertEquals } from "@std/assert";
import { formatSeconds, progressLine } from "lib/progress.ts";

Deno.test("formatSeconds: seconds, minutes, hours", () => {
  assertEquals(
    [0.04, 3.21, 9.97, 59.4, 59.6, 125, 3840].map((seconds) => formatSeconds(seconds)),
    ["0.0 s", "3.2 s", "10 s", "59 s", "1 min 00 s", "2 min 05 s", "1 h 04 min"],
  );
  assertEquals(
    [3.21, 48, 125, 3840].map((seconds) => formatSeconds(seconds, "ko")),
    ["3.2초", "48초", "2분 05초", "1시간 04분"],
  );
});

Deno.test("progressLine: bar, count, note and the time left", () => {
  assertEquals(
    progressLine({ label: "training", done: 3, total: 5, elapsedMs: 6000, note: "loss 0.41" }),
    "training ████████████░░░░░░░░ 60 % · 3/5 · loss 0.41 · 4.0 s left",
  );
});

Deno.test("progressLine: times are told in the language that is asked for", () => {
  const line = { label: "학습", total: 5, elapsedMs: 6000, language: "ko" } as const;
  assertEquals(
    progressLine({ ...line, done: 3 }),
    "학습 ████████████░░░░░░░░ 60 % · 3/5 · 4.0초 남음",
  );
  assertEquals(
    progressLine({ ...line, done: 5 }),
    "학습 ████████████████████ 100 % · 5/5 · 6.0초 걸림",
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
