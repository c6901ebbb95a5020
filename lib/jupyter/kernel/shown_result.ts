/**
 * Which result a cell shows: that of its last line, if it is an expression. The stock kernel leaves out `NaN`,
 * `Infinity`, `-0`, every bigint, and `null`, and shows what a loop or an `if` has computed last, also one that
 * declarations follow.
 *
 * {@linkcode showResult} wraps a cell's last expression; the wrapper (see `results.ts`) runs in
 * the kernel and gives such values a display. Lines stay where they are.
 *
 * @module
 */
import type ts from "typescript";
import { globalNames } from "../inside/names.ts";
import { parseCell } from "./cell_parser.ts";

/**
 * The same code, with its result made visible. Code that does not parse is left as it is, and so is an object
 * alone (`{ a: 1 }`), which the stock kernel does not take for a block.
 *
 * @example
 * ```ts
 * import { showResult } from "lib/jupyter/kernel/shown_result.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await showResult("let a = 0;\na / 0; // why?"), "let a = 0;\n$courseResult((a / 0)); // why?");
 * assertEquals(await showResult("let a = 0;"), "let a = 0;");
 * assertEquals(await showResult("for (const a of b) f(a);"), "for (const a of b) f(a);\nvoid 0;");
 * assertEquals(await showResult("f(a);\nlet b = 0;"), "f(a);\nlet b = 0;\nvoid 0;");
 * ```
 */
export async function showResult(code: string): Promise<string> {
  const { compiler, statements, problems } = await parseCell(code);
  const last = statements.at(-1);
  if (problems.length > 0 || !last) return code;
  if (compiler.isExpressionStatement(last)) {
    const start = last.expression.getStart();
    const end = last.expression.getEnd();
    const shown = `${globalNames.result}((${code.slice(start, end)}))`;
    return code.slice(0, start) + shown + code.slice(end);
  }
  if (statements.every((statement) => computesNothing(compiler, statement))) return code;
  if (statements.length === 1 && await isObject(last, code)) return code;
  return `${code}\nvoid 0;`;
}

/** True for a declaration, which leaves no value behind. An enum does: it becomes code that fills an object. */
function computesNothing(compiler: typeof ts, statement: ts.Statement): boolean {
  return compiler.isVariableStatement(statement) || compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) || compiler.isInterfaceDeclaration(statement) ||
    compiler.isTypeAliasDeclaration(statement) || compiler.isImportDeclaration(statement) ||
    compiler.isEmptyStatement(statement);
}

/** True for what reads as a block and as an object. */
async function isObject(statement: ts.Statement, code: string): Promise<boolean> {
  const { compiler, problems } = await parseCell(`(${code})`);
  return compiler.isBlock(statement) && problems.length === 0;
}
