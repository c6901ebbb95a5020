import { assertEquals, assertStringIncludes } from "@std/assert";
import { describeSyntaxError, findOpenComment } from "lib/jupyter/kernel/syntax_error.ts";
import { said, withKernel } from "../with_kernel.ts";

for (
  const [name, code, expected] of [
    [
      "inside a template text",
      "const a = `b ${1 +} c`;",
      "Expression expected (line 1, column 19)",
    ],
    ["an open template text", "let a = `b\nc", "The template text is not closed: ` is missing"],
    ["JSX", "const a = <b>{1+}</b>;", "Expression expected (line 1, column 17)"],
    [
      "a type",
      "type A = {\n  a: number;\nlet b = 1;",
      "Property or signature expected (line 3, column 1)",
    ],
    ["a decorator", "class A { @b( c() {} }", "(line 1, column 19)"],
    ["an octal number", "\nlet a = 010;", "Octal literals are not allowed"],
    ["Python's magic", "%matplotlib inline", "Expression expected (line 1, column 1)"],
  ]
) {
  Deno.test(`describeSyntaxError: ${name}`, async () => {
    const { ename, evalue } = await describeSyntaxError(code);
    assertEquals(ename, "SyntaxError");
    assertStringIncludes(evalue, expected);
  });
}

Deno.test("describeSyntaxError: the caret stands below the place, also behind Hangul", async () => {
  assertEquals((await describeSyntaxError("let 값 = [1, 2;")).traceback, [
    "SyntaxError: Expected ',', got ';' (line 1, column 14)",
    "  |",
    "1 | let 값 = [1, 2;",
    "  |     \u3000        ^",
  ]);
});

Deno.test("findOpenComment: a comment without end, and none", async () => {
  const error = await findOpenComment("1; /* the rest\nof the cell");
  assertStringIncludes(error?.evalue ?? "", "*/ is missing (line 2, column 12)");
  assertEquals(await findOpenComment("1; /* a */ '/*'"), undefined);
});

Deno.test("hardened kernel: syntax errors that only the engine finds have a place, too", () =>
  withKernel(async (kernel) => {
    const errors = [];
    for (
      const code of ["let a = 1;\nlet a = 2;", "return 5;", "1;\nbreak;", "const b = /(/;", "await"]
    ) {
      errors.push((await kernel.execute(code)).error?.traceback);
    }
    const [twice, outside, loop, pattern, bare] = errors;
    assertEquals(twice, [
      "SyntaxError: Identifier 'a' has already been declared (line 2, column 5)",
      "  |",
      "2 | let a = 2;",
      "  |     ^",
    ]);
    assertStringIncludes(outside?.[0] ?? "", "Illegal return statement (line 1, column 1)");
    assertStringIncludes(loop?.[0] ?? "", "Illegal break statement (line 2, column 1)");
    assertStringIncludes(pattern?.[0] ?? "", "Unterminated group (line 1, column 13)");
    assertStringIncludes(bare?.[0] ?? "", "(line 1, column 6)");
    const comment = await kernel.execute("console.log(1); /* and so on");
    assertEquals(said(comment.outputs).length, 1, "a cell with an open comment does not run");
  }));

Deno.test("hardened kernel: what parses runs: types only, decorators, enums, JSX's own error", () =>
  withKernel(async (kernel) => {
    const run = async (code: string) => said((await kernel.execute(code)).outputs);
    assertEquals(await run("interface A { a: number }\ntype B = A[];"), []);
    assertEquals(await run("// nothing else"), []);
    assertEquals(
      await run(
        "const twice = (f: Function) => () => 2 * f();\n" +
          "class C { @twice one() { return 1 } }\nnew C().one()",
      ),
      ["execute_result: 2"],
    );
    assertEquals(await run("enum E { a, b }\nE.b"), ["execute_result: 1"]);
    const element = await kernel.execute("\nconst a = <b>{await 5}</b>;");
    assertEquals(element.error?.traceback, [
      "ReferenceError: React is not defined",
      "    at this cell, line 2",
    ]);
  }));

Deno.test("hardened kernel: errors that nobody caught, and causes, name the lines of the cells", () =>
  withKernel(async (kernel) => {
    await kernel.execute("\n\nfunction deep(): never {\n  throw new Error('deep');\n}");
    const lost = await kernel.execute(
      "type A = 1;\n\n(async () => {\n  await null;\n  deep();\n})();\n'now'",
    );
    assertEquals(lost.status, "ok");
    assertEquals(said(lost.outputs).toSorted(), [
      'execute_result: "now"',
      "stderr: Uncaught (in a promise that nobody awaited): Error: deep\n" +
      "    at deep (cell [1], line 4)\n    at this cell, line 5",
    ]);
    const timer = await kernel.execute(
      "interface B {}\n\nsetTimeout(() => {\n  deep();\n});\nawait new Promise((r) => setTimeout(r, 50));",
    );
    assertEquals(said(timer.outputs), [
      "stderr: Uncaught (outside of a cell's own run): Error: deep\n" +
      "    at deep (cell [1], line 4)\n    at this cell, line 4",
    ]);
    const tested = await kernel.execute(
      "Deno.test('a', () => {\n  throw new Error('b', { cause: new TypeError('c') });\n});",
    );
    assertEquals(said(tested.outputs), [
      "stdout: a ... FAILED\nError: b\n    at this cell, line 2 {\n" +
      "  [cause]: TypeError: c\n      at this cell, line 2\n}\n0 passed, 1 failed",
      "Error: 1 of 1 tests failed",
    ]);
  }));

Deno.test("hardened kernel: a result that cannot be displayed is an error", () =>
  withKernel(async (kernel) => {
    const { status, error } = await kernel.execute(
      "({ [Symbol.for('Jupyter.display')]() {\n  throw new RangeError('no figure');\n} })",
    );
    assertEquals([status, error?.ename, error?.evalue], ["error", "RangeError", "no figure"]);
  }));

Deno.test("hardened kernel: what a cell throws is told in full", () =>
  withKernel(async (kernel) => {
    const told = async (code: string) => {
      const { error } = await kernel.execute(code);
      return [`${error?.ename}: ${error?.evalue}`, ...error?.traceback ?? []];
    };
    assertEquals(
      await told("throw new Error('a', {\n  cause: new TypeError('b', { cause: { c: 1 } }),\n});"),
      [
        "Error: a",
        "Error: a",
        "    at this cell, line 1 {",
        "  [cause]: TypeError: b",
        "      at this cell, line 2 {",
        "    [cause]: { c: 1 }",
        "  }",
        "}",
      ],
    );
    assertEquals(
      await told("throw new AggregateError([\n  new Error('a'),\n  new RangeError('b'),\n], 'c');"),
      [
        "AggregateError: c",
        "AggregateError: c",
        "    at this cell, line 1 {",
        "  [errors]: [",
        "    Error: a",
        "        at this cell, line 2,",
        "    RangeError: b",
        "        at this cell, line 3",
        "  ]",
        "}",
      ],
    );
    assertEquals(await told("throw Object.assign(new Error('a'), { code: 'E' });"), [
      "Error: a",
      "Error: a",
      "    at this cell, line 1 {",
      '  code: "E"',
      "}",
    ]);
    assertEquals(await told("throw { code: 5, why: [1] };"), [
      "Error: { code: 5, why: [ 1 ] }",
      "Uncaught { code: 5, why: [ 1 ] }",
    ]);
    assertEquals(await told("throw 'a';"), ["Error: a", "a"]);
    assertEquals(await told("nowhere;"), [
      "ReferenceError: nowhere is not defined",
      "ReferenceError: nowhere is not defined",
      "    at this cell, line 1",
    ]);
  }));
