/**
 * A cell without what only tries its function out: calls, prints, assertions. In a notebook such a line may fail, and the
 * function above it is there all the same and is checked. A module that fails gives nothing; so where a cell's
 * module fails, one of the bare cell takes its place.
 *
 * @module
 */
import ts from "typescript";
import { declaredNames, freeNames } from "./declarations.ts";

/**
 * The text with blanks for every statement that the function `name`, and what the cell exports, do without. Lines and
 * columns stay. Undefined where nothing can be left out.
 *
 * @example
 * ```ts
 * import { bareCell } from "lib/homework/cell/bare_cell.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const cell = "const two = 2;\nconst f = (x: number) => two * x;\nassert(f(3) === 7);";
 * assertEquals(bareCell(cell, "f"), "const two = 2;\nconst f = (x: number) => two * x;\n                   ");
 * assertEquals(bareCell("function f() {}", "f"), undefined);
 * ```
 */
export function bareCell(source: string, name: string): string | undefined {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const needed = neededBy(name, file.statements);
  const others = file.statements.filter((statement) => !needed.has(statement));
  if (others.length === 0) return undefined;
  let bare = source;
  for (const statement of others) {
    const [from, to] = [statement.getStart(file), statement.getEnd()];
    bare = bare.slice(0, from) + bare.slice(from, to).replace(/[^\r\n]/g, " ") + bare.slice(to);
  }
  return bare;
}

/** Imports and exports by name, and the declarations that the names lead to. */
function neededBy(name: string, statements: readonly ts.Statement[]): Set<ts.Statement> {
  const needed = new Set<ts.Statement>(
    statements.filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one)),
  );
  const names = [name, ...[...needed].flatMap(exportedNames)];
  for (const wanted of names) {
    for (const statement of statements) {
      if (needed.has(statement) || !declaredNames(statement).includes(wanted)) continue;
      needed.add(statement);
      names.push(...freeNames(statement)); // the loop goes on to them
    }
  }
  return needed;
}

/** `a` and `b` of `export { a, b as c }`. */
function exportedNames(statement: ts.Statement): string[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return [];
  const { exportClause } = statement;
  if (!exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}
