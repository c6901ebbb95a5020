import { assert, assertEquals } from "@std/assert";
import { functionText, readCell } from "lib/homework/cell/cell_source.ts";

Deno.test("readCell: sees every way to name a module, and no name in comments or strings", () => {
  const source = `import a from "m1"; import type { B } from "m2"; export * from "m3";
import c = require("m4"); type D = import("m5").D; import * as e from "m6"; import "m7";
// import f from "no1"
const text = 'import g from "no2"'; const regex = /import h from "no3"/; const t = \`import("no4")\`;`;
  assertEquals([...readCell(source).imports].sort(), ["m1", "m2", "m3", "m4", "m5", "m6", "m7"]);
  assertEquals(readCell(source).forbidden, undefined);
  for (
    const call of [
      'import("m")',
      "import(name)",
      "import.defer('m')",
      'require("m")',
      "import.meta",
    ]
  ) {
    assert(readCell(`const x = ${call};`).forbidden, `expected ${call} to be forbidden`);
  }
});

Deno.test("functionText: a function with its comment, without export", () => {
  const source =
    `import x from "y";\n\n/** Says. */\nexport function one(): void {\n  // why\n}\nfunction two() {}\n`;
  assertEquals(functionText(source, "one"), "/** Says. */\nfunction one(): void {\n  // why\n}");
  assertEquals(functionText(source, "three"), undefined);
});
