/**
 * Makes the `await`s of a cell stoppable, so that a cell which waits can end and its variables stay. The
 * stock kernel cannot end such a cell: V8 drops the rest of it, and it hangs until the kernel is replaced.
 *
 * {@linkcode wrapAwaits} rewrites `await x` as `await stoppable(x)`, on the same line. Inside the kernel,
 * `stoppable` (see `kernel_stop.ts`) is a promise that follows `x`, or rejects when the learner presses stop.
 *
 * @module
 */

const stoppable = 'globalThis[Symbol.for("course-stoppable")]';
const stoppableItems = 'globalThis[Symbol.for("course-stoppable-items")]';

let compiler: Promise<typeof import("typescript")> | undefined;

/** Loads the parser (about 0.1 s), so that the first cell need not wait for it. */
export async function loadParser(): Promise<void> {
  compiler ??= import("typescript").then((module) => module.default);
  await compiler;
}

/**
 * The same code with stoppable awaits: in the cell itself and in functions it defines. Code that does not
 * parse comes back no better.
 *
 * @example
 * ```ts
 * import { wrapAwaits } from "lib/jupyter/stoppable_awaits.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   await wrapAwaits("const a = await train();"),
 *   'const a = await globalThis[Symbol.for("course-stoppable")](train());',
 * );
 * ```
 */
export async function wrapAwaits(code: string): Promise<string> {
  if (!/\bawait\b/.test(code)) return code;
  await loadParser();
  const ts = await compiler!;
  const insertions: { readonly at: number; readonly text: string }[] = [];
  const wrap = (expression: import("typescript").Node, call: string) => {
    insertions.push({ at: expression.getStart(), text: `${call}(` });
    insertions.push({ at: expression.getEnd(), text: ")" });
  };
  const visit = (node: import("typescript").Node): void => {
    if (ts.isAwaitExpression(node)) wrap(node.expression, stoppable);
    if (ts.isForOfStatement(node) && node.awaitModifier) wrap(node.expression, stoppableItems);
    ts.forEachChild(node, visit);
  };
  // As a module: in a script, `await (x)` may be a call of a function named await.
  visit(ts.createSourceFile("cell.ts", `${code}\nexport {};`, ts.ScriptTarget.Latest, true));
  // From the end to the start, so that earlier positions stay right. At one position, an outer call
  // opens before an inner one (visited first, so inserted last) and closes after it.
  const order = insertions.map((insertion, index) => ({ ...insertion, index }));
  order.sort((a, b) => b.at - a.at || (a.text === ")" ? a.index - b.index : b.index - a.index));
  return order.reduce(
    (text, { at, text: added }) => text.slice(0, at) + added + text.slice(at),
    code,
  );
}
