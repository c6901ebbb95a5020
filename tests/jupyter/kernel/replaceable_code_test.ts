import { assertEquals } from "@std/assert";
import { makeReplaceable } from "lib/jupyter/kernel/replaceable_code.ts";
import { said, withKernel } from "../with_kernel.ts";

const short = (code: string) =>
  code.replaceAll('globalThis[Symbol.for("course-stoppable")]', "S")
    .replaceAll('globalThis[Symbol.for("course-import-module")]', "M")
    .replaceAll("$courseConstant", "C");

for (
  const [name, code, expected] of [
    ["const", "const a = 1, { b } = c;", "let a = 1, { b } = c;"],
    ["using", "using a = f();", "let a = f();"],
    ["await using", "await using a = f(), b = 1;", "let a = f(), b = 1;"],
    ["using in a block", "{ using a = f(); }", "{ using a = f(); }"],
    ["const in a block", "{ const a = 1; }", "{ const a = 1; }"],
    ["a function, above its place", "f();\nfunction f() {}", "let f = function () {};\nf();\n"],
    ["an async generator", "async function* f() {}", "let f = async function* () {};\n"],
    ["overloads", "function f(a: 1): void;\nfunction f() {}", "let f = function () {};\n\n"],
    ["the last of two", "function f() { 1 }\nfunction f() { 2 }", "let f = function () { 2 };\n\n"],
    ["an enum", "enum E { a }", "let E = (() => { enum E { a } return E; })();"],
    ["what is exported", "export const a = 1;", " let a = 1;"],
    ["what is only declared", "declare function f(): void;", "declare function f(): void;"],
    ["var", "var a = 1, b;", "let a = 1, b;"],
    ["var in a block", "if (a) { var b: number = 1; }", "let b;if (a) { ;void (b = 1); }"],
    ["var in a loop", "for (var i = 0; i < n; i++);", "let i;for (i = 0; i < n; i++);"],
    ["var in a function", "const f = () => { var a = 1; };", "let f = () => { var a = 1; };"],
    [
      "imports",
      'import a, { type b, c as d } from "e";',
      'let { "default": a, "c": d } = await S(M("e", (module) => import(module), ' +
      '[["default",false],["c",false]]));',
    ],
    ["types alone", 'import type { a } from "e";\n1', "\n1"],
    [
      "a namespace",
      'import * as a from "e"',
      'let a = await S(M("e", (module) => import(module), []));',
    ],
    ["an effect", 'import "e"', 'await S(M("e", (module) => import(module), []));'],
    [
      "an assignment to a constant",
      "const a = 1;\na += b(a = 2);",
      "let a = 1;\na += C(b(a = C(2)));",
    ],
    ["a step of a constant", "const a = 1;\na++;", "let a = 1;\nC();"],
    ["another variable of that name", "const a = 1;\n(a) => a++", "let a = 1;\n(a) => a++"],
    ["what does not parse", "const a = ;", "const a = ;"],
  ]
) {
  Deno.test(`makeReplaceable: ${name}`, async () => {
    assertEquals(short((await makeReplaceable(code)).code), expected);
  });
}

Deno.test("makeReplaceable: knows constants of earlier cells, and where each line stood", async () => {
  const { code, lines, declared } = await makeReplaceable(
    "import {\n  a,\n} from 'b';\nfunction f() {\n  return a;\n}\nconst c = 1; d = 2;",
    new Set(["d"]),
  );
  assertEquals(short(code).split("\n").slice(0, 3), ["let f = function () {", "  return a;", "};"]);
  assertEquals(short(code).split("\n").at(-1), "let c = 1; d = C(2);");
  assertEquals(lines, [4, 5, 6, 1, 2, 3, 4, 5, 6, 7]);
  assertEquals([...declared], [["a", true], ["f", false], ["c", true]]);
});

Deno.test("hardened kernel: every declaration replaces every other", () =>
  withKernel(async (kernel) => {
    const declarations = [
      "let it = 1;",
      "const it = 1;",
      "var it = 1;",
      "function it() {}",
      "async function it() {}",
      "class it {}",
      "using it = { [Symbol.dispose]() {} };",
      "enum it { a }",
      "const { it } = { it: 1 };",
      "import { join as it } from 'node:path';",
      "import * as it from 'node:path';",
      "let it = (() => { throw new Error('failed'); })();",
    ];
    for (const first of declarations) {
      for (const second of declarations.slice(0, -1)) {
        await kernel.execute(first);
        const { error } = await kernel.execute(`${second} typeof it;`);
        assertEquals(error, undefined, `${second} after ${first}`);
      }
    }
  }));

Deno.test("hardened kernel: a function that is replaced is replaced inside of itself, too", () =>
  withKernel(async (kernel) => {
    await kernel.execute(
      "let calls = 0;\nfunction fib(n: number): number { calls++; return n < 2 ? n : fib(n - 1) + fib(n - 2); }",
    );
    await kernel.execute(
      "const known = new Map(), slow = fib;\n" +
        "fib = (n) => { if (!known.has(n)) known.set(n, slow(n)); return known.get(n); };",
    );
    assertEquals(said((await kernel.execute("[fib(20), calls]")).outputs), [
      "execute_result: [ 6765, 21 ]",
    ]);
  }));

Deno.test("hardened kernel: a constant stays one in later cells, until it is declared anew", () =>
  withKernel(async (kernel) => {
    await kernel.execute("const a = 1;");
    const { error } = await kernel.execute("\n\na = 2;");
    assertEquals(error?.traceback, [
      "TypeError: Assignment to constant variable.",
      "    at this cell, line 3",
    ]);
    assertEquals(said((await kernel.execute("let a = 2; a = 3; a")).outputs), [
      "execute_result: 3",
    ]);
    assertEquals(said((await kernel.execute("a++; a")).outputs), ["execute_result: 4"]);
  }));
