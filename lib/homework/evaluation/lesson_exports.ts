/**
 * What a lesson's entry, such as `lib/lessons/04.ts`, gathers: each name and the module that it stands in.
 *
 * @module
 */
import { join } from "node:path";
import { dirname, join as joinAlias } from "node:path/posix";
import ts from "typescript";
import { projectFolder } from "lib/platform/project.ts";
import type { Import } from "../cell/cell_source.ts";

/** Where a name stands. */
export interface Export extends Import {
  /** True for a type, of which nothing is left when the module runs. */
  readonly isType: boolean;
}

const entries = new Map<string, Promise<ReadonlyMap<string, Export>>>();

/** True for a lesson's entry. */
export function isLesson(module: string): boolean {
  return /^lib\/lessons\/\d\d\.ts$/.test(module);
}

/** Where the export `name` of a lesson's entry stands; undefined if there is none. */
export async function exportsOfLesson(module: string, name: string): Promise<Export | undefined> {
  const entry = entries.get(module) ?? readEntry(module);
  entries.set(module, entry);
  return (await entry).get(name);
}

async function readEntry(module: string): Promise<ReadonlyMap<string, Export>> {
  const text = await Deno.readTextFile(join(projectFolder, module)).catch(() => "");
  const file = ts.createSourceFile(module, text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, Export>();
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause)) continue;
    if (!ts.isStringLiteral(moduleSpecifier)) continue;
    const named = moduleSpecifier.text;
    const from = named.startsWith(".") ? joinAlias(dirname(module), named) : named;
    for (const { name, propertyName, isTypeOnly } of exportClause.elements) {
      const isType = statement.isTypeOnly || isTypeOnly;
      found.set(name.text, { module: from, name: (propertyName ?? name).text, isType });
    }
  }
  return found;
}
