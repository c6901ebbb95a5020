import { assertEquals } from "@std/assert";
import type { Ended } from "./lanes.ts";
import { countLines, countsOf, failures, times, wholeOutput } from "./summary.ts";

/** A job of a stage that ended after two seconds. */
function ended(stage: string, args: string[], success: boolean, output: string): Ended {
  return { job: { stage, title: `${stage} 1`, args, seconds: 1 }, success, output, seconds: 2 };
}

const tests = ended(
  "tests",
  ["test"],
  false,
  "running 2 tests from ./tests/a_test.ts\nadds ... ok (2ms)\nleft ... ignored (0ms)\n" +
    "divides ... FAILED (3ms)\n\n ERRORS\n\ndivides: 3 is not 4\n\n" +
    "FAILED | 1 passed (2 steps) | 1 failed | 1 ignored (4s)\n\nerror: Test failed\n",
);
const killed = ended("tests", ["test"], false, "running 2 tests from ./tests/b_test.ts\n");
const page = ended("tests", ["run"], true, "");
const types = ended("types", ["check"], true, "");
const notebooks = ended(
  "notebooks",
  ["task"],
  false,
  "ok      01-a.ipynb  12 s\nerror   02-b.ipynb  4.9 s\n  cell 3: no\nok      03-c.ipynb  1 s\n",
);

Deno.test("countsOf: tests, notebooks, whole stages, and processes that were killed", () => {
  const counts = [tests, killed, page, types, notebooks].map((end) => {
    const { passed, failed, skipped } = countsOf(end);
    return [passed, failed, skipped];
  });
  assertEquals(counts, [[1, 1, 1], [0, 1, 0], [0, 0, 0], [1, 0, 0], [2, 1, 0]]);
});

Deno.test("countLines: one for each stage, and the sum alone on the last line", () => {
  assertEquals(countLines(["types", "tests"], [tests, killed, page, types]), [
    "types      ok      1 passed, 0 failed, 0 skipped · 2.0 s",
    "tests      FAILED  1 passed (2 steps), 2 failed, 1 skipped · 6.0 s",
    "",
    "2 passed, 2 failed, 1 skipped",
  ]);
});

Deno.test("times: elapsed time of all, and that of processors where each is known", () => {
  assertEquals(
    times([{ ...types, processorSeconds: 3 }, { ...page, processorSeconds: 70 }]),
    "4.0 s, processors 1 min 13 s",
  );
  assertEquals(times([{ ...types, processorSeconds: 3 }, page]), "4.0 s");
});

Deno.test("wholeOutput and failures: everything once, and what failed once more", () => {
  assertEquals(
    wholeOutput(tests).includes("adds ... ok") && !wholeOutput(tests).includes("| 1 passed"),
    true,
  );
  assertEquals(wholeOutput(types), "\n── types: types 1: ok (2.0 s)");
  const again = failures([tests, types, notebooks]);
  for (
    const [text, isThere] of [
      ["adds", false],
      ["divides ... FAILED", true],
      ["3 is not 4", true],
      ["types", false],
      ["cell 3: no", true],
    ] as const
  ) {
    assertEquals([text, again.includes(text)], [text, isThere]);
  }
});
