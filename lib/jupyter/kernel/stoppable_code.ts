/**
 * Makes a cell stoppable, so that it can end with an exception and its variables stay. The stock kernel has
 * nothing but V8's termination, which drops all that is under way: `finally` does not run, and a cell that
 * has awaited something hangs until the kernel is replaced.
 *
 * {@linkcode makeStoppable} puts a check into loops, and rewrites `await x` as `await stoppable(x)`; lines
 * stay where they are. Inside the kernel, `stoppable` (see `stop.ts`) is a promise that follows `x`,
 * or rejects when the learner presses stop.
 *
 * @module
 */
import type ts from "typescript";
import { globalNames, symbolCode } from "../inside/names.ts";
import type { Compiler } from "../source/single_file.ts";
import { parseCell } from "./cell_parser.ts";

const stoppable = symbolCode("stoppable");
const stoppableItems = symbolCode("stoppableItems");
const stopCheck = `if (${globalNames.stop}[0]) ${globalNames.stopNow}();`;

/**
 * The same code with stoppable awaits and loops, in the cell itself and in functions it defines. Code that
 * does not parse is left as it is.
 *
 * @example
 * ```ts
 * import { makeStoppable } from "lib/jupyter/kernel/stoppable_code.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   await makeStoppable("const a = await train();"),
 *   'const a = await globalThis[Symbol.for("course-stoppable")](train());',
 * );
 * ```
 */
export async function makeStoppable(code: string): Promise<string> {
  if (!/\b(await|for|while|do)\b/.test(code)) return code;
  const { compiler, file, problems } = await parseCell(code);
  if (problems.length > 0) return code;
  const insertions: { readonly at: number; readonly text: string; readonly opens: boolean }[] = [];
  const around = (node: ts.Node, before: string, after: string) => {
    insertions.push({ at: node.getStart(), text: before, opens: true });
    insertions.push({ at: node.getEnd(), text: after, opens: false });
  };
  const visit = (node: ts.Node): void => {
    if (compiler.isAwaitExpression(node)) around(node.expression, `${stoppable}(`, ")");
    if (compiler.isForOfStatement(node) && node.awaitModifier) {
      around(node.expression, `${stoppableItems}(`, ")");
    }
    if (compiler.isIterationStatement(node, false) && isWorthChecking(compiler, node)) {
      around(node.statement, `{${stopCheck}`, "}");
    }
    compiler.forEachChild(node, visit);
  };
  visit(file);
  // From the end to the start, so that earlier positions stay right. At one position, what closes stands
  // before what opens; an outer part (visited first) opens before an inner one, and closes after it.
  const order = insertions.map((insertion, index) => ({ ...insertion, index }));
  order.sort((a, b) =>
    b.at - a.at || Number(b.opens) - Number(a.opens) ||
    (a.opens ? b.index - a.index : a.index - b.index)
  );
  return order.reduce(
    (text, { at, text: added }) => text.slice(0, at) + added + text.slice(at),
    code,
  );
}

/**
 * A check in a tight inner loop would make it two to three times slower, which nobody should measure in a
 * lesson. So loops are checked that hold a loop or a call (other than of `Math`), and those without an end.
 */
function isWorthChecking(compiler: Compiler, loop: ts.IterationStatement): boolean {
  if (/^(while\s*\(\s*(true|1)\s*\)|for\s*\(\s*;\s*;\s*\))/.test(loop.getText())) return true;
  const works = (node: ts.Node): boolean =>
    compiler.isIterationStatement(node, false) ||
    compiler.isCallExpression(node) && !/^Math\./.test(node.expression.getText()) ||
    compiler.forEachChild(node, (child) => works(child) || undefined) === true;
  return works(loop.statement);
}
