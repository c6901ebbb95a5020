import { assertEquals } from "@std/assert";
import { cafePairs } from "lib/text/tasks/cafe.ts";

Deno.test("cafePairs: every sentence once, six words into eleven, no word twice within one side's slot", () => {
  const pairs = cafePairs();
  assertEquals(new Set(pairs.map(({ source }) => source.join(" "))).size, 3 * 4 * 3 * 3 * 3);
  assertEquals(new Set(pairs.map(({ target }) => target.join(" "))).size, 324);
  assertEquals(new Set(pairs.map(({ source }) => source.length)), new Set([6]));
  assertEquals(new Set(pairs.map(({ target }) => target.length)), new Set([11]));
});

Deno.test("cafePairs: a Korean word always brings its own English word", () => {
  for (const [korean, english] of [["카페", "cafe"], ["아까", "earlier"], ["없더라", "no"]]) {
    for (const { source, target } of cafePairs()) {
      assertEquals(source.includes(korean), target.includes(english));
    }
  }
});
