import { assertEquals } from "@std/assert";
import { showEveryResult } from "lib/jupyter/kernel/shown_result.ts";

for (
  const [code, expected] of [
    ["a, b", "$courseResult((a, b))"],
    ["f();\n[1,\n2]; // end", "f();\n$courseResult(([1,\n2])); // end"],
    ["a = await b", "$courseResult((a = await b))"],
    ["const a = 1;", "const a = 1;"],
    ["{ a: 1 }", "{ a: 1 }"],
    ["a = ;", "a = ;"],
    ["", ""],
  ]
) {
  Deno.test(`showEveryResult: ${code.replaceAll("\n", "⏎")}`, async () => {
    assertEquals(await showEveryResult(code), expected);
  });
}
