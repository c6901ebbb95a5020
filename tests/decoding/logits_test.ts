import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  argMax,
  compose,
  type Logits,
  logSoftmax,
  sample,
  softmax,
  temperature,
  topIndices,
  topK,
  topP,
} from "lib/decoding/logits.ts";
import { Random } from "lib/random.ts";

/** Logits whose softmax is `probabilities`. */
const logitsOf = (...probabilities: number[]) => probabilities.map(Math.log);
const kept = (logits: Logits) =>
  Array.from(logits, (value, token) => value > -Infinity ? token : -1).filter((i) => i >= 0);

Deno.test("temperature: sharpens below 1, flattens above, keeps the order", () => {
  const logits = [1, 3, 2];
  const entropy = (values: Logits) => -softmax(values).reduce((sum, p) => sum + p * Math.log(p), 0);
  const cold = temperature(0.5)(logits);
  const hot = temperature(2)(logits);
  assert(entropy(cold) < entropy(logits) && entropy(logits) < entropy(hot));
  assertEquals(Array.from(cold), [2, 6, 4]);
  assertAlmostEquals(softmax(temperature(0.01)(logits))[1], 1, 1e-12);
  for (const wrong of [0, -1, NaN]) {
    assertThrows(() => temperature(wrong), RangeError, `above 0, got ${wrong}`);
  }
});

Deno.test("topK: keeps the best and their values, ties by place, all when there are fewer", () => {
  const logits = [0.5, 2, -1, 2, 2, 0.7];
  assertEquals(kept(topK(2)(logits)), [1, 3]);
  assertEquals(kept(topK(4)(logits)), [1, 3, 4, 5]);
  assertEquals(Array.from(topK(60)(logits)), logits);
  assertEquals(topK(1)(logits)[1], 2);
  assertThrows(() => topK(0), RangeError, "at least 1 token, got 0");
});

Deno.test("topP: keeps the fewest tokens that reach the mass", () => {
  const logits = logitsOf(0.1, 0.5, 0.25, 0.15);
  assertEquals(kept(topP(0.49)(logits)), [1]);
  assertEquals(kept(topP(0.51)(logits)), [1, 2]);
  assertEquals(kept(topP(0.76)(logits)), [1, 2, 3]);
  assertEquals(kept(topP(0.95)(logits)), [0, 1, 2, 3]);
});

Deno.test("topP: edges: a tiny mass keeps one, 1 keeps all, equal tokens go in order", () => {
  const logits = logitsOf(0.2, 0.2, 0.2, 0.2, 0.2);
  assertEquals(kept(topP(1e-9)(logits)), [0]);
  assertEquals(kept(topP(0.5)(logits)), [0, 1, 2]);
  assertEquals(kept(topP(1)(logits)), [0, 1, 2, 3, 4]);
  assertEquals(kept(topP(1 - 1e-16)(logits)), [0, 1, 2, 3, 4]);
  assertEquals(kept(topP(0.3)([0, -Infinity, -Infinity])), [0]);
  for (const wrong of [0, 1.1, NaN]) assertThrows(() => topP(wrong), RangeError, "in (0, 1]");
});

Deno.test("topP: after topK it looks at the renormalised probabilities", () => {
  const logits = logitsOf(0.4, 0.3, 0.2, 0.1);
  // Of 0.4 and 0.3 alone, the first has 0.57.
  assertEquals(kept(compose(topK(2), topP(0.55))(logits)), [0]);
  assertEquals(kept(compose(topP(0.55), topK(2))(logits)), [0, 1]);
});

Deno.test("compose: none changes nothing", () => {
  assertEquals(compose()([1, 2]), [1, 2]);
});

Deno.test("sample: as often as the softmax says, never what is forbidden", () => {
  const random = new Random(4);
  const transform = topK(2);
  const logits = transform(logitsOf(0.6, 0.1, 0.3));
  const counts = [0, 0, 0];
  for (let i = 0; i < 6000; i++) counts[sample(logits, random)]++;
  assertEquals(counts[1], 0);
  assertAlmostEquals(counts[0] / 6000, 2 / 3, 0.02);
});

Deno.test("logSoftmax: safe against large logits, and refuses NaN", () => {
  assertAlmostEquals(logSoftmax([1000, 1000])[1], -Math.log(2), 1e-12);
  assertEquals([...softmax([-Infinity, -1e30])], [0, 1]);
  assertThrows(() => logSoftmax([0, NaN]), RangeError, "got NaN for token 1");
  assertThrows(() => logSoftmax([-Infinity]), RangeError, "at least one token to be possible");
});

Deno.test("topIndices, argMax: largest first, of equal ones the first", () => {
  const random = new Random(8);
  for (let round = 0; round < 50; round++) {
    const values = Array.from({ length: 23 }, () => random.integer(7));
    const sorted = [...values.keys()].sort((a, b) => values[b] - values[a]);
    for (const count of [1, 5, 23, 40]) {
      assertEquals(topIndices(values, count), sorted.slice(0, count));
    }
    assertEquals(argMax(values), sorted[0]);
  }
});
