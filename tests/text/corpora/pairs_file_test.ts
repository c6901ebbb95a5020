import { assertEquals, assertThrows } from "@std/assert";
import { comparisonKey } from "lib/text/corpora/comparison.ts";
import { formatPairs, parsePairs } from "lib/text/corpora/pairs_file.ts";

const pairs = [
  {
    source: "피곤해서 잤어",
    targets: ["I was tired, so I slept.", "I slept because I was tired."],
    clauses: 2,
    pattern: "because",
  },
  { source: "가자", targets: ["Let's go."], clauses: 1, pattern: "suggestion" },
];

Deno.test("formatPairs, parsePairs: there and back", () => {
  assertEquals(parsePairs(formatPairs(pairs)), pairs);
  assertEquals(parsePairs(formatPairs([])), []);
});

Deno.test("formatPairs: a field that would break the format is refused", () => {
  for (const source of ["가\t자", "가\n자", "가 | 자"]) {
    assertThrows(() => formatPairs([{ ...pairs[1], source }]), TypeError, "without tabs");
  }
});

Deno.test("parsePairs: errors name the line and what came", () => {
  const text = formatPairs(pairs);
  assertThrows(() => parsePairs("source\ttarget\n"), TypeError, "expected the header");
  assertThrows(() => parsePairs(`${text}하나\ttwo\n`), TypeError, "line 4, got 2");
  assertThrows(() => parsePairs(`${text}하나\tone\t\tmany\tx\n`), TypeError, '"many"');
});

Deno.test("comparisonKey: case, punctuation, spaces and composition do not count; words do", () => {
  assertEquals(comparisonKey("Let’s  GO!"), comparisonKey("let's go."));
  assertEquals(comparisonKey("가자".normalize("NFD")), comparisonKey("가 자!"));
  assertEquals(comparisonKey("갔어") === comparisonKey("갔었어"), false);
});
