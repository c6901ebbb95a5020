import { assert, assertEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { twoRelations } from "lib/text/tasks/two_relations.ts";

const sizes = { vocabularySize: 13, keyCount: 5, classCount: 3 };

Deno.test("twoRelations: two permutations that never agree", () => {
  for (let seed = 0; seed < 50; seed++) {
    const [f, g] = twoRelations(new Random(seed), sizes).relations;
    assertEquals([new Set(f).size, new Set(g).size], [13, 13]);
    assert(f.every((token, i) => token !== g[i]), `seed ${seed}`);
  }
});

Deno.test("twoRelations: the pair is what stands beside f(query) and g(query), in this order", () => {
  const { relations: [f, g], ask } = twoRelations(new Random(1), sizes);
  const { queries, keys, classes, answers } = ask(new Random(2), 300);
  queries.forEach((query, i) => {
    assertEquals(new Set(keys[i]).size, 5);
    assertEquals(
      answers[i],
      [f, g].map((relation) => classes[i][keys[i].indexOf(relation[query])]),
    );
  });
  // Without order-sensitive questions the task would be no test of order.
  assert(answers.filter(([first, second]) => first !== second).length > 150);
});

Deno.test("twoRelations: fewer than two keys, or more than tokens, are refused", () => {
  for (const keyCount of [1, 17]) {
    assertThrows(
      () => twoRelations(new Random(1), { ...sizes, keyCount }),
      RangeError,
      `expected 2 to 13 keys, since all differ, got ${keyCount}`,
    );
  }
});
