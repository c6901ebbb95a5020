/**
 * Makes a cell stoppable, so that it can end with an exception and its variables stay. The stock kernel has
 * nothing but V8's termination, which drops all that is under way: `finally` does not run, and a cell that
 * has awaited something hangs until the kernel is replaced.
 *
 * {@linkcode makeStoppable} puts a check into loops, and rewrites `await x` as `await stoppable(x)`; lines
 * stay where they are. Inside the kernel, `stoppable` (see `kernel_stop.ts`) is a promise that follows `x`,
 * or rejects when the learner presses stop.
 *
 * @module
 */

const stoppable = 'globalThis[Symbol.for("course-stoppable")]';
const stoppableItems = 'globalThis[Symbol.for("course-stoppable-items")]';
const stopCheck = "if ($courseStop[0]) $courseStopNow();";

let compiler: Promise<typeof import("typescript")> | undefined;

/** Loads the parser (about 0.1 s), so that the first cell need not wait for it. */
export async function loadParser(): Promise<void> {
  compiler ??= import("typescript").then((module) => module.default);
  await compiler;
}

/**
 * The same code with stoppable awaits and loops, in the cell itself and in functions it defines. Code that
 * does not parse comes back no better.
 *
 * @example
 * ```ts
 * import { makeStoppable } from "lib/jupyter/stoppable_code.ts";
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
  await loadParser();
  const ts = await compiler!;
  const insertions: { readonly at: number; readonly text: string; readonly opens: boolean }[] = [];
  const around = (node: import("typescript").Node, before: string, after: string) => {
    insertions.push({ at: node.getStart(), text: before, opens: true });
    insertions.push({ at: node.getEnd(), text: after, opens: false });
  };
  const visit = (node: import("typescript").Node): void => {
    if (ts.isAwaitExpression(node)) around(node.expression, `${stoppable}(`, ")");
    if (ts.isForOfStatement(node) && node.awaitModifier) {
      around(node.expression, `${stoppableItems}(`, ")");
    }
    if (ts.isIterationStatement(node, false) && isWorthChecking(ts, node)) {
      around(node.statement, `{${stopCheck}`, "}");
    }
    ts.forEachChild(node, visit);
  };
  // As a module: in a script, `await (x)` may be a call of a function named await.
  visit(ts.createSourceFile("cell.ts", `${code}\nexport {};`, ts.ScriptTarget.Latest, true));
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
function isWorthChecking(
  ts: typeof import("typescript"),
  loop: import("typescript").IterationStatement,
): boolean {
  if (/^(while\s*\(\s*(true|1)\s*\)|for\s*\(\s*;\s*;\s*\))/.test(loop.getText())) return true;
  const works = (node: import("typescript").Node): boolean =>
    ts.isIterationStatement(node, false) ||
    ts.isCallExpression(node) && !/^Math\./.test(node.expression.getText()) ||
    ts.forEachChild(node, (child) => works(child) || undefined) === true;
  return works(loop.statement);
}
