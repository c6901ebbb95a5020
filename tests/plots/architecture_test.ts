import { assert, assertEquals, assertThrows } from "@std/assert";
import { architecture, type ModuleTree } from "lib/plots/architecture.ts";

const leaf = (name: string, kind: string, parameterCount: number): ModuleTree => ({
  name,
  kind,
  parameterCount,
  children: [],
});

const layer = (i: number, count = 7): ModuleTree => ({
  ...leaf(`encoder.layers.${i}`, "encoder layer", count),
  children: [leaf(`encoder.layers.${i}.selfAttention`, "multi-head attention, 2 heads", count)],
});

const encoder = (layers: ModuleTree[]): ModuleTree => ({
  ...leaf("encoder", "encoder", 1021),
  children: layers,
});

const model = (...children: ModuleTree[]): ModuleTree => ({
  ...leaf("", "transformer", 1032),
  children,
});

const texts = (figure: ReturnType<typeof architecture>) =>
  figure.layout.annotations?.map((annotation) => annotation.text) ?? [];

Deno.test("architecture: equal layers are one box, a different one is another", () => {
  const tree = model(encoder([layer(0), layer(1), layer(2, 5)]));
  const drawn = architecture(tree, { title: "Nested", depth: 2 });
  assertEquals(texts(drawn), [
    "<b>encoder</b> · encoder, 1,021 numbers",
    "<b>layers × 2</b><br>encoder layer, 7 numbers each",
    "<b>layers</b><br>encoder layer, 5 numbers",
  ]);
  assertEquals(drawn.layout.shapes?.length, 3);
});

Deno.test("architecture: boxes lie inside their parents and do not overlap with siblings", () => {
  const tree = model(encoder([layer(0), layer(2, 5)]), leaf("outputLayer", "linear", 11));
  const drawn = architecture(tree, { title: "Nested" });
  const [outer, first, , second, , last] = drawn.layout.shapes ?? [];
  const within = (inner: typeof outer, box: typeof outer) =>
    Number(inner.x0) > Number(box.x0) && Number(inner.x1) < Number(box.x1) &&
    Number(inner.y0) > Number(box.y0) && Number(inner.y1) < Number(box.y1);
  assert(within(first, outer) && within(second, outer) && !within(last, outer));
  assert(Number(first.y1) < Number(second.y0) && Number(outer.y1) < Number(last.y0));
});

Deno.test("architecture: depth cuts the tree, columns put modules side by side", () => {
  const tree = model(encoder([layer(0)]), leaf("decoder", "decoder", 11));
  const drawn = architecture(tree, {
    title: "Side by side",
    depth: 1,
    columns: [["encoder"], ["decoder"]],
    arrows: [{ from: "encoder", to: "decoder" }],
  });
  const [left, right] = drawn.layout.shapes ?? [];
  assert(Number(left.x1) < Number(right.x0));
  assertEquals([left.y0, right.y0], [0, 0]);
  const arrow = drawn.layout.annotations?.at(-1);
  assertEquals([arrow?.ax, arrow?.x], [left.x1, right.x0]);
  assertEquals(
    drawn.summary,
    "Side by side: transformer, 1,032 numbers learned: encoder (encoder, 1,021), decoder (decoder, 11)",
  );
});

Deno.test("architecture: within a column an arrow points down, from box to box", () => {
  const tree = model(leaf("embedding", "embedding", 3), leaf("encoder", "encoder", 5));
  const drawn = architecture(tree, { title: "Down", columns: [["embedding", "encoder"]] });
  const [above, below] = drawn.layout.shapes ?? [];
  const arrow = drawn.layout.annotations?.at(-1);
  assertEquals([arrow?.ax, arrow?.ay], [arrow?.x, above.y1]);
  assertEquals(arrow?.y, below.y0);
  assert(Number(below.y0) - Number(above.y1) > 20, "there is room for the arrow");
});

Deno.test("architecture: names the module that is not there", () => {
  const tree = model(leaf("encoder", "encoder", 3));
  const title = "Wrong";
  const wrongColumn = () => architecture(tree, { title, columns: [["decoder"]] });
  assertThrows(wrongColumn, RangeError, `modules encoder, got "decoder"`);
  const wrongArrow = () =>
    architecture(tree, { title, arrows: [{ from: "encoder", to: "decoder" }] });
  assertThrows(wrongArrow, RangeError, `drawn modules, got "decoder"`);
});

Deno.test("architecture: a line leads around what stands above a residual connection, and a label stays a label", () => {
  const parts = [
    leaf("selfAttention", "multi-head attention, 2 heads", 7),
    leaf("selfAttentionResidual", "add, norm", 3),
  ];
  const drawn = architecture(model(...parts), { title: "Around" });
  const [attention, residual, skip] = drawn.layout.shapes ?? [];
  assertEquals(skip.type, "path");
  assert(Number(attention.x1) < Number(residual.x1), "there is room for the line");
  const bare = architecture(model(parts[0], leaf("norm", "no sum, norm", 3)), {
    title: "Bare",
  });
  assertEquals(bare.layout.shapes?.length, 2);
});
