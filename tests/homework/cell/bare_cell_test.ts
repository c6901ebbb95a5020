import { assertEquals } from "@std/assert";
import { bareCell } from "lib/homework/cell/bare_cell.ts";
import { readCell } from "lib/homework/cell/cell_source.ts";

/** Blanks, shown. */
const shown = (text: string | undefined) => text?.replaceAll(" ", "·");

Deno.test("bareCell: what the function needs stays in its place, whatever declares it", () => {
  const cell = `import { g } from "g";
type Row = number[];
const two = 2, three = 3;
const { half } = { half: (x: number) => x / two };
class Pair {}
function f(row: Row) { return half(g(row[0]) + new Pair().x); }`;
  assertEquals(bareCell(cell, "f"), undefined);
});

Deno.test("bareCell: calls, prints, assertions and what only they use become blanks; lines and columns stay", () => {
  const cell = [
    "const tried = f([1]);",
    "const f = (x: number[]) => x;",
    "console.log(tried,",
    "  f([2]));",
    "if (tried) throw 1;",
  ].join("\n");
  assertEquals(
    shown(bareCell(cell, "f")),
    [
      "·".repeat(21),
      shown("const f = (x: number[]) => x;"),
      "·".repeat(18),
      "·".repeat(10),
      "·".repeat(19),
    ].join("\n"),
  );
});

Deno.test("bareCell: what the cell exports stays, since the module would fail without it", () => {
  const cell = "const a = 1;\nconst f = () => 2;\nexport { a, f as g };\nf();";
  assertEquals(
    bareCell(cell, "f"),
    "const a = 1;\nconst f = () => 2;\nexport { a, f as g };\n    ",
  );
});

Deno.test("readCell: knows whether a cell does more than to declare", () => {
  const runs = (text: string) => readCell(text).runs;
  assertEquals(
    ["function f() {}\nclass A {}\ntype B = 1;\nexport default function g() {}", ""].map(runs),
    [false, false],
  );
  assertEquals(["f();", "const a = f();", "if (a) b;", "export default f();"].map(runs), [
    true,
    true,
    true,
    true,
  ]);
});
