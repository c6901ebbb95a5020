import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { countingShare, lookBack } from "lib/text/tasks/look_back.ts";

const options = { count: 5, length: 7, symbolCount: 3, offset: 2 };

Deno.test("lookBack: each target stands offset places to the left, -1 where there is none", () => {
  const { sentences, targets } = lookBack(new Random(4), options);
  assertEquals([sentences.length, sentences[0].length], [5, 7]);
  for (const [i, sentence] of sentences.entries()) {
    assertEquals(targets[i], [-1, -1, ...sentence.slice(0, 5)]);
    assert(sentence.every((symbol) => symbol >= 0 && symbol < 3));
  }
});

Deno.test("lookBack: equal seeds give equal sentences, others do not", () => {
  const draw = (seed: number) => lookBack(new Random(seed), options).sentences.flat().join("");
  assertEquals(draw(4), draw(4));
  assert(draw(4) !== draw(5));
});

Deno.test("countingShare: a place does not count its own symbol", () => {
  // Among 1, 2 and 2 the most frequent is 2; with the place's own 1 it would be a tie that 1 wins.
  assertEquals(countingShare({ sentences: [[1, 2, 1, 2]], targets: [[-1, -1, 1, 2]] }), 0);
  assertEquals(countingShare({ sentences: [[2, 2, 1, 1]], targets: [[-1, -1, 2, 2]] }), 1);
});

Deno.test("countingShare: better than chance, far from knowing", () => {
  const batch = lookBack(new Random(7), { count: 500, length: 16, symbolCount: 8, offset: 2 });
  const share = countingShare(batch);
  assert(share > 0.22 && share < 0.32, `got ${share}`);
});

Deno.test("countingShare: nothing to answer is refused", () => {
  assertThrows(() => countingShare({ sentences: [[1]], targets: [[-1]] }), RangeError);
});
