import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";

Deno.test("Random: one seed, one stream", () => {
  const a = new Random(20261121);
  const b = new Random(20261121);
  const other = new Random(20261122);
  const numbers = Array.from({ length: 13 }, () => a.uniform());
  assertEquals(numbers, Array.from({ length: 13 }, () => b.uniform()));
  assert(numbers.every((number) => number !== other.uniform()));
});

Deno.test("Random: these are the numbers of seed 7, on every machine", () => {
  const random = new Random(7);
  assertEquals(Array.from({ length: 5 }, () => random.integer(1000)), [112, 347, 654, 676, 552]);
});

Deno.test("Random: state and fromState continue the stream through JSON", () => {
  const random = new Random(5);
  random.normals(11);
  const copy = Random.fromState(JSON.parse(JSON.stringify(random.state())));
  assertEquals(copy.normals(7), random.normals(7));
});

Deno.test("Random.fork: later draws of the parent do not change the child", () => {
  const a = new Random(3);
  const b = new Random(3);
  const child = a.fork("encoder");
  const twin = b.fork("encoder");
  b.uniforms(17);
  assertEquals(child.uniforms(5), twin.uniforms(5));
  assert(new Random(3).fork("decoder").uniform() !== new Random(3).fork("encoder").uniform());
});

Deno.test("Random.integer: every value of a prime range is equally likely", () => {
  const random = new Random(1);
  const counts = new Array<number>(7).fill(0);
  for (let i = 0; i < 70_000; i++) counts[random.integer(7)]++;
  // Five standard deviations of a binomial count.
  for (const count of counts) assertAlmostEquals(count, 10_000, 5 * Math.sqrt(70_000 * 6 / 49));
  assertThrows(() => random.integer(0), RangeError, "got 0");
  assertThrows(() => random.integer(2.5), RangeError, "got 2.5");
});

Deno.test("Random.normal: mean and variance", () => {
  const values = new Random(2).normals(100_000, 3, 2);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  assertAlmostEquals(mean, 3, 0.03);
  assertAlmostEquals(variance, 4, 0.1);
});

Deno.test("Random.weighted: never an item of weight 0, and the given proportions", () => {
  const random = new Random(4);
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) counts[random.weighted([1, 0, 2])]++;
  assertEquals(counts[1], 0);
  assertAlmostEquals(counts[0], 10_000, 400);
  assertThrows(() => random.weighted([0, 0]), RangeError, "positive sum");
});

Deno.test("Random.shuffle: a permutation, and the input stays as it was", () => {
  const items = [2, 3, 5, 7, 11, 13];
  const shuffled = new Random(6).shuffle(items);
  assertEquals(items, [2, 3, 5, 7, 11, 13]);
  assertEquals([...shuffled].sort((a, b) => a - b), items);
  assert(shuffled.join() !== items.join());
});
