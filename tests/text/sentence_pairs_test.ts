import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { drawSentencePair } from "lib/text/sentence_pairs.ts";

const stories = [["a1", "a2", "a3"], ["b1", "b2", "b3", "b4", "b5"], ["c1", "c2"]];

Deno.test("drawSentencePair: a true pair is one story, cut in two", () => {
  const random = new Random(1);
  const cuts = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const { first, second, isNext } = drawSentencePair(stories, random, true);
    assert(isNext && first.length > 0 && second.length > 0);
    assert(stories.some((story) => story.join() === [...first, ...second].join()));
    cuts.add(`${first[0]} ${first.length}`);
  }
  assertEquals(cuts.size, 2 + 4 + 1);
});

Deno.test("drawSentencePair: a false pair ends with the last sentences of another story", () => {
  const random = new Random(2);
  for (let i = 0; i < 200; i++) {
    const { first, second, isNext } = drawSentencePair(stories, random, false);
    assertEquals(isNext, false);
    const other = stories.find((story) => story.includes(second[0])) ?? [];
    assert(other[0][0] !== first[0][0], "expected another story");
    assertEquals(second, other.slice(-second.length));
  }
});

Deno.test("drawSentencePair: half of the pairs are true", () => {
  const random = new Random(3);
  const draws = Array.from({ length: 4000 }, () => drawSentencePair(stories, random).isNext);
  assertAlmostEquals(draws.filter(Boolean).length / 4000, 0.5, 4 * Math.sqrt(0.25 / 4000));
});

Deno.test("drawSentencePair: one story, or one of a single sentence, is too little", () => {
  assertThrows(() => drawSentencePair([["a", "b"]], new Random(1)), RangeError, "at least 2");
  assertThrows(() => drawSentencePair([["a", "b"], ["c"]], new Random(1)), RangeError, "[2, 1]");
});
