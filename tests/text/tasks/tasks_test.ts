import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { dateTask, dateTokens } from "lib/text/tasks/dates.ts";
import { copyTask, reverseTask, sortTask, symbols } from "lib/text/tasks/sequences.ts";
import type { TaskOptions, TaskPair } from "lib/text/tasks/task.ts";

/** Every task, and the tokens that its pairs may hold. */
const tasks: Record<string, {
  task: (options: TaskOptions) => readonly TaskPair[];
  tokens: readonly string[];
}> = {
  copy: { task: copyTask, tokens: symbols(10) },
  reverse: { task: reverseTask, tokens: symbols(10) },
  sort: { task: sortTask, tokens: symbols(10) },
  dates: { task: dateTask, tokens: dateTokens },
};

for (const [name, { task, tokens }] of Object.entries(tasks)) {
  Deno.test(`${name}: one seed gives one set of pairs, another seed another`, () => {
    const draw = (seed: number) => task({ random: new Random(seed), count: 37 });
    assertEquals(draw(3), draw(3));
    assertNotEquals(draw(3), draw(4));
    assertEquals(draw(3).length, 37);
    assertEquals(task({ random: new Random(3), count: 0 }), []);
  });

  Deno.test(`${name}: its pairs hold its tokens only, and all of them come`, () => {
    const seen = new Set(
      task({ random: new Random(5), count: 2003 }).flatMap(({ source, target }) => [
        ...source,
        ...target,
      ]),
    );
    assertEquals([...seen].sort(), [...tokens].sort());
  });

  Deno.test(`${name}: unique pairs are unique, and none is of the excluded`, () => {
    const random = new Random(7);
    const key = ({ source }: TaskPair) => source.join(" ");
    const training = task({ random, count: 503, unique: true });
    const heldOut = task({ random, count: 211, unique: true, exclude: training });
    assertEquals(new Set([...training, ...heldOut].map(key)).size, 503 + 211);
    // Without `unique` the excluded stay out as well.
    const more = task({ random, count: 211, exclude: training });
    const trained = new Set(training.map(key));
    assert(more.every((pair) => !trained.has(key(pair))));
  });

  Deno.test(`${name}: a wrong count is refused`, () => {
    for (const count of [-1, 1.5, NaN]) {
      assertThrows(() => task({ random: new Random(1), count }), RangeError, `got ${count}`);
    }
  });
}

Deno.test("copyTask, reverseTask, sortTask: right answers at every length asked for", () => {
  const options = { count: 607, symbolCount: 3, minimumLength: 2, maximumLength: 7 };
  const lengths = new Set<number>();
  for (const { source, target } of copyTask({ ...options, random: new Random(1) })) {
    assertEquals(target, source);
    lengths.add(source.length);
  }
  assertEquals([...lengths].sort(), [2, 3, 4, 5, 6, 7]);
  for (const { source, target } of reverseTask({ ...options, random: new Random(1) })) {
    assertEquals(target.map((_, i) => target[target.length - 1 - i]), source);
  }
  for (const { source, target } of sortTask({ ...options, random: new Random(1) })) {
    assert(target.every((token, i) => i === 0 || target[i - 1] <= token));
    for (const symbol of symbols(3)) {
      const count = (tokens: readonly string[]) => tokens.filter((t) => t === symbol).length;
      assertEquals(count(target), count(source));
    }
  }
});

Deno.test("copyTask: all of a small space can be had, and no more", () => {
  const space = { symbolCount: 2, minimumLength: 1, maximumLength: 3, unique: true };
  const all = copyTask({ ...space, random: new Random(2), count: 2 + 4 + 8 });
  assertEquals(new Set(all.map(({ source }) => source.join(""))).size, 14);
  assertThrows(
    () => copyTask({ ...space, random: new Random(2), count: 15 }),
    RangeError,
    "expected 15 different sources, got 14",
  );
  assertThrows(
    () => copyTask({ ...space, unique: false, random: new Random(2), count: 1, exclude: all }),
    RangeError,
    "not excluded, got 0",
  );
});

Deno.test("copyTask: without unique, sources come again", () => {
  const pairs = copyTask({ random: new Random(9), count: 17, symbolCount: 2, maximumLength: 1 });
  assertEquals(new Set(pairs.map(({ source }) => source.join(""))).size, 2);
});

Deno.test("copyTask: ranges are checked", () => {
  const wrong = [
    { symbolCount: 27 },
    { symbolCount: 0 },
    { minimumLength: 0 },
    { minimumLength: 5, maximumLength: 4 },
    { maximumLength: 2.5 },
  ];
  for (const options of wrong) {
    assertThrows(() => copyTask({ random: new Random(1), count: 1, ...options }), RangeError);
  }
});
