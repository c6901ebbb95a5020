import { assertAlmostEquals, assertThrows } from "@std/assert";
import { unigramLoss } from "lib/text/unigram.ts";

Deno.test("unigramLoss: frequent tokens surprise less, unseen ones as if seen once", () => {
  const training = [5, 5, 5, 7];
  assertAlmostEquals(unigramLoss(training, [5]), -Math.log(3 / 4), 1e-12);
  assertAlmostEquals(unigramLoss(training, [5, 7]), -Math.log(3 / 16) / 2, 1e-12);
  assertAlmostEquals(unigramLoss(training, [9]), Math.log(4), 1e-12);
});

Deno.test("unigramLoss: nothing to count or to guess is refused", () => {
  assertThrows(() => unigramLoss([], [1]), RangeError, "got 0 and 1");
  assertThrows(() => unigramLoss([1], []), RangeError, "got 1 and 0");
});
