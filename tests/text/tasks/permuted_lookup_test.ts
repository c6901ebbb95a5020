import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { permutedLookup } from "lib/text/tasks/permuted_lookup.ts";

const sizes = { vocabularySize: 13, keyCount: 5, classCount: 3 };

Deno.test("permutedLookup: one fixed permutation answers every question", () => {
  const random = new Random(1);
  const { queries, keys, classes, answers } = permutedLookup(random, sizes).ask(random, 2000);
  const relation = new Map<number, Set<number>>();
  queries.forEach((query, i) => {
    const matching = new Set(keys[i].filter((_, j) => classes[i][j] === answers[i]));
    const earlier = relation.get(query);
    relation.set(query, earlier ? earlier.intersection(matching) : matching);
  });
  // What every question of a token allows is exactly one key, and no key serves two tokens.
  assertEquals([...relation.values()].map((candidates) => candidates.size), new Array(13).fill(1));
  assertEquals(new Set([...relation.values()].flatMap((one) => [...one])).size, 13);
});

Deno.test("permutedLookup: keys differ, and every position is asked for", () => {
  const random = new Random(2);
  const { keys, classes, answers } = permutedLookup(random, sizes).ask(random, 500);
  assert(keys.every((row) => new Set(row).size === 5));
  assert(classes.every((row, i) => row.includes(answers[i])));
});

Deno.test("permutedLookup: more keys than tokens are refused", () => {
  assertThrows(
    () => permutedLookup(new Random(1), { ...sizes, keyCount: 17 }),
    RangeError,
    "expected at most 13 keys, since all differ, got 17",
  );
});
