import { assertEquals } from "@std/assert";
import {
  addCounts,
  countsIn,
  describeCounts,
  fileBegunBy,
  withoutOutputOfPassed,
  withoutPassed,
} from "./deno_report.ts";

const output = `running 3 tests from ./tests/a_test.ts
adds numbers ... ok (2ms)
left out ... ignored (0ms)
------- output -------
what it printed
----- output end -----
divides ... FAILED (13ms)

 ERRORS

divides => ./tests/a_test.ts:3:6
error: AssertionError: Values are not equal.

FAILED | 11 passed (20 steps) | 1 failed (2 steps) | 7 ignored (1m3s)

error: Test failed
`;

Deno.test("countsIn: tests, steps, and what was left out", () => {
  const counts = { passed: 11, failed: 1, skipped: 7, steps: 20 };
  assertEquals(countsIn(output), counts);
  assertEquals(countsIn("ok | 2 passed (1 step) | 0 failed (4s)\n"), {
    passed: 2,
    failed: 0,
    skipped: 0,
    steps: 1,
  });
  assertEquals(countsIn("ok | 0 passed | 0 failed | 3 ignored | 5 filtered out (4s)")?.skipped, 3);
  assertEquals(countsIn("running 3 tests from ./tests/a_test.ts\nKilled"), undefined);
  const sum = addCounts(counts, { passed: 2, failed: 0, skipped: 1, steps: 1 });
  assertEquals(describeCounts(sum), "13 passed (21 steps), 1 failed, 8 skipped");
});

Deno.test("fileBegunBy: the file whose tests follow", () => {
  assertEquals(fileBegunBy("running 1 test from ./tests/nn/a_test.ts"), "tests/nn/a_test.ts");
  assertEquals(fileBegunBy("running 13 tests from ./a_test.ts"), "a_test.ts");
  assertEquals(fileBegunBy("a test that is running 3 tests from ./a_test.ts"), undefined);
});

Deno.test("withoutPassed: leaves all that a failing test has to say", () => {
  const left = withoutPassed(output);
  assertEquals(left.includes("adds numbers") || left.includes("left out"), false);
  for (const said of ["what it printed", "divides ... FAILED", "Values are not equal"]) {
    assertEquals([said, left.includes(said)], [said, true]);
  }
});

Deno.test("withoutOutputOfPassed: what a test has printed is shown only where it failed", () => {
  const shown = withoutOutputOfPassed(`running 2 tests from ./tests/b_test.ts
good ...
------- output -------
fine
----- output end -----
good ... ok (1ms)
------- post-test output -------
as well
----- post-test output end -----
better ... ok (1ms)
bad ...
  step ...
------- output -------
almost ...
not fine
----- output end -----
  step ... FAILED (1ms)
bad ... FAILED (due to 1 failed step) (2ms)`);
  assertEquals(
    shown,
    `running 2 tests from ./tests/b_test.ts
good ... ok (1ms)
better ... ok (1ms)
bad ...
  step ...
------- output -------
almost ...
not fine
----- output end -----
  step ... FAILED (1ms)
bad ... FAILED (due to 1 failed step) (2ms)`,
  );
});
