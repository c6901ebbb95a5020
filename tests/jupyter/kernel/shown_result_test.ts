import { assertEquals } from "@std/assert";
import { showResult } from "lib/jupyter/kernel/shown_result.ts";

for (
  const [code, expected] of [
    ["a, b", "$courseResult((a, b))"],
    ["f();\n[1,\n2]; // end", "f();\n$courseResult(([1,\n2])); // end"],
    ["a = await b", "$courseResult((a = await b))"],
    ["const a = 1;", "const a = 1;"],
    ["{ a: 1 }", "{ a: 1 }"],
    ["{ a: 1; }", "{ a: 1; }\nvoid 0;"],
    ["while (a) b() // end", "while (a) b() // end\nvoid 0;"],
    ["if (a) b; else c;", "if (a) b; else c;\nvoid 0;"],
    ["try { a } finally { b }", "try { a } finally { b }\nvoid 0;"],
    ["out: for (const a of b) continue out;", "out: for (const a of b) continue out;\nvoid 0;"],
    ["function a() {}", "function a() {}"],
    ["type A = 1;\nclass B {}", "type A = 1;\nclass B {}"],
    ["for (const a of b) f(a);\nconst c = 1;", "for (const a of b) f(a);\nconst c = 1;\nvoid 0;"],
    ["a = 1;\nfunction b() {}", "a = 1;\nfunction b() {}\nvoid 0;"],
    ["enum A { B }", "enum A { B }\nvoid 0;"],
    ["a = ;", "a = ;"],
    ["", ""],
  ]
) {
  Deno.test(`showResult: ${code.replaceAll("\n", "⏎")}`, async () => {
    assertEquals(await showResult(code), expected);
  });
}
