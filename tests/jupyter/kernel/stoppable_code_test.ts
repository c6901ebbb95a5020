import { assertEquals } from "@std/assert";
import { makeStoppable } from "lib/jupyter/kernel/stoppable_code.ts";

const short = async (code: string) =>
  (await makeStoppable(code))
    .replaceAll('globalThis[Symbol.for("course-stoppable")]', "S")
    .replaceAll('globalThis[Symbol.for("course-stoppable-items")]', "ITEMS")
    .replaceAll("if ($courseStop[0]) $courseStopNow();", "C;");

for (
  const [name, code, expected] of [
    ["an await", "const a = await f(1);", "const a = await S(f(1));"],
    ["awaits in one another", "await (await a).b", "await S((await S(a)).b)"],
    ["an await in a function", "async () => await f()", "async () => await S(f())"],
    ["an endless loop", "while (true) n++;", "while (true) {C;n++;}"],
    ["a loop around a loop", "for (;a;) for (;b;) n++;", "for (;a;) {C;for (;b;) n++;}"],
    ["a loop with an await, no semicolon", "while (a) await f()", "while (a) {C;await S(f())}"],
    ["do", "do await f()\nwhile (a)", "do {C;await S(f())}\nwhile (a)"],
    [
      "for await",
      "for await (const x of y()) f(x);",
      "for await (const x of ITEMS(y())) {C;f(x);}",
    ],
    ["else after a loop", "if (a) for (;;) n++; else m++;", "if (a) for (;;) {C;n++;} else m++;"],
    ["a label", "out: for (;;) { continue out; }", "out: for (;;) {C;{ continue out; }}"],
    ["a tight loop is left alone", "for (;a;) n += Math.abs(m);", "for (;a;) n += Math.abs(m);"],
    ["words in texts are left alone", "'await for while'", "'await for while'"],
    ["한글 before an await", "const 값 = '가'; await 값", "const 값 = '가'; await S(값)"],
  ]
) {
  Deno.test(`makeStoppable: ${name}`, async () => {
    assertEquals(await short(code), expected);
  });
}

Deno.test("makeStoppable: keeps every line where it is", async () => {
  const code = "for (const a of b) {\n  await f(\n    a,\n  );\n}\n\n// end";
  assertEquals((await makeStoppable(code)).split("\n").length, code.split("\n").length);
});
