import { assertEquals, assertStringIncludes } from "@std/assert";
import { checkFunction } from "lib/homework/check.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { reportVerdict, verdictMessage } from "lib/homework/judge/report.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const entropy = homework.exercises[3];

Deno.test("reportVerdict: shows as many hints as asked for, in one language", async () => {
  const verdict = await checkFunction(entropy, () => 0);
  const hints = (count: number) => reportVerdict(verdict, { hints: count }).match(/Hint \d of 3/g);
  assertEquals([hints(0), hints(2)?.length, hints(3)?.length], [null, 2, 3]);
  const english = reportVerdict(verdict, { hints: 3 });
  assertEquals(/[가-힣]/.test(english), false);
  const korean = reportVerdict(verdict, { hints: 3, language: "ko" });
  assertStringIncludes(korean, entropy.hints[0].ko.slice(0, 10));
  assertEquals(/properties|expected|got|Hint|points/.test(korean), false, korean);
});

Deno.test("reportVerdict: one point is no points", async () => {
  const exercise = { ...entropy, points: 1 };
  assertStringIncludes(reportVerdict(await checkFunction(exercise, () => 0)), " of 1 point\n");
});

Deno.test("verdictMessage: one line that says how much holds and what fails first", async () => {
  assertEquals(
    verdictMessage(await checkFunction(entropy, () => 0)),
    "2 of 8 properties hold. Two equal weights: ln 2 = 0.6931: entropy: expected 0.69315, got 0",
  );
});
