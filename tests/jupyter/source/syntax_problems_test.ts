/** One wording of a syntax error, wherever a learner meets it. */
import { assertEquals } from "@std/assert";
import { readCell } from "lib/homework/cell/cell_source.ts";
import { describeSyntaxError } from "lib/jupyter/kernel/syntax_error.ts";

const broken = {
  "const x = ;": "Expression expected (line 1, column 11)",
  "function f() {\n  return 1;\n": "Expected '}', got the end of the cell (line 2, column 12)",
  "function f() {\n}\n}": "Declaration or statement expected (line 3, column 1)",
  "foo(1, 2": "Expected ')', got the end of the cell (line 1, column 9)",
  "const o = { a: 1 b: 2 };": "Expected ',', got 'b' (line 1, column 18)",
  "let 값 = [1, 2;": "Expected ',', got ';' (line 1, column 14)",
  "let a = `b\nc": "The template text is not closed: ` is missing (line 2, column 2)",
  "let a = 'abc": "Unterminated string literal (line 1, column 13)",
  "def f(x):\n  return x": "Unexpected keyword or identifier (line 1, column 1)",
  "1; /* abc": "The comment is not closed: */ is missing (line 1, column 10)",
};

Deno.test("syntaxProblems: the kernel and the grader say the same, and where", async () => {
  for (const [code, expected] of Object.entries(broken)) {
    const { evalue } = await describeSyntaxError(code);
    const { syntaxError } = readCell(code);
    const { message, line, column } = syntaxError ?? { message: "nothing", line: 0, column: 0 };
    assertEquals([code, evalue], [code, expected]);
    assertEquals([code, `${message} (line ${line}, column ${column})`], [code, expected]);
  }
});
