import { assertEquals, assertThrows } from "@std/assert";
import { numberBlocks } from "lib/plots/number_blocks.ts";

const options = {
  groupOf: (value: number) => Math.floor(value / 3),
  group: "word",
  title: "Whose?",
};

Deno.test("numberBlocks: blocks stand side by side, colours follow the group", () => {
  const drawn = numberBlocks([
    { name: "all", rows: [[0, 1, 2], [3, 4, 5]] },
    { name: "right<br>head 0", rows: [[0], [3]] },
  ], options);
  const shapes = drawn.layout.shapes ?? [];
  assertEquals(shapes.map(({ x0 }) => Math.floor(Number(x0))), [0, 1, 2, 0, 1, 2, 4, 4]);
  const colours = shapes.map(({ fillcolor }) => fillcolor);
  assertEquals(colours[6], colours[0]);
  assertEquals(colours[7], colours[3]);
  assertEquals(new Set(colours).size, 2);
  assertEquals(
    drawn.summary,
    "Whose?: all [0 1 2, 3 4 5]; right head 0 [0, 3]; colours tell the word",
  );
});

Deno.test("numberBlocks: nothing to draw is refused", () => {
  assertThrows(() => numberBlocks([], options), RangeError, "at least one number");
  assertThrows(
    () => numberBlocks([{ name: "a", rows: [[]] }], options),
    RangeError,
    "at least one",
  );
});
