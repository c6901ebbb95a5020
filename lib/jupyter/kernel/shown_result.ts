/**
 * Results that the stock kernel does not show: `NaN`, `Infinity`, `-0`, every bigint, and `null`. A cell
 * whose last line says NaN should say so.
 *
 * {@linkcode showEveryResult} wraps a cell's last expression; the wrapper (see `results.ts`) runs in
 * the kernel and gives such values a display. Lines stay where they are.
 *
 * @module
 */
import { globalNames } from "../inside/names.ts";
import { parseCell } from "./cell_parser.ts";

/**
 * The same code, with its result made visible. Code that does not parse is left as it is.
 *
 * @example
 * ```ts
 * import { showEveryResult } from "lib/jupyter/kernel/shown_result.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await showEveryResult("let a = 0;\na / 0; // why?"), "let a = 0;\n$courseResult((a / 0)); // why?");
 * assertEquals(await showEveryResult("let a = 0;"), "let a = 0;");
 * ```
 */
export async function showEveryResult(code: string): Promise<string> {
  const { compiler, statements, problems } = await parseCell(code);
  const last = statements.at(-1);
  if (problems.length > 0 || !last || !compiler.isExpressionStatement(last)) return code;
  const start = last.expression.getStart();
  const end = last.expression.getEnd();
  const shown = `${globalNames.result}((${code.slice(start, end)}))`;
  return code.slice(0, start) + shown + code.slice(end);
}
