/**
 * A notebook's cells as modules, so that TypeScript sees them as the kernel does: one scope from top to
 * bottom, in which a later declaration replaces an earlier one.
 *
 * Each cell becomes a module. It imports, in a first line of its own, every name from the nearest cell above
 * that declares it, and exports what it declares itself. What a cell says of a name is thus right for
 * the cells up to the next declaration, and a mistake in one cell is none in another.
 *
 * @module
 */
import ts from "typescript";
import type { CellText } from "./questions.ts";

/** A cell as a module. */
export interface CellModule {
  readonly text: string;
  /** Where the cell's own text begins. */
  readonly start: number;
  /** The cells whose names it uses. */
  readonly uses: ReadonlySet<number>;
}

/** What a cell declares at its top, and what it mentions. */
interface Names {
  /** Declared names; true for those that may be assigned to. */
  readonly declared: ReadonlyMap<string, boolean>;
  /** Those of them that it exports by itself. */
  readonly exported: ReadonlySet<string>;
  /** Every word in it. */
  readonly words: ReadonlySet<string>;
}

/** Where a name comes from. */
interface Source {
  readonly cell: number;
  /** True if it may be assigned to. */
  readonly variable: boolean;
}

/** Turns cells into modules, and reads again only what has changed. */
export class CellModules {
  readonly #names = new Map<
    number,
    { readonly text: string; readonly names: Names }
  >();

  /** The modules of all code cells, which come from top to bottom; `nameOf` names a cell's module. */
  make(cells: readonly CellText[], nameOf: (cell: number) => string): Map<number, CellModule> {
    const all = cells.map((cell) => ({ ...cell, ...this.#read(cell) }));
    return new Map(all.map(({ cell, text, declared, exported, words }, index) => {
      const sources = new Map<string, Source>();
      const offer = (from: typeof all[number], wanted: (name: string) => boolean): void => {
        for (const [name, variable] of from.declared) {
          if (!declared.has(name) && wanted(name)) sources.set(name, { cell: from.cell, variable });
        }
      };
      // A function may use what a cell further down declares, if that has run before it is called.
      for (const below of all.slice(index + 1).reverse()) offer(below, (name) => words.has(name));
      for (const above of all.slice(0, index)) offer(above, () => true);
      const head = [...sources].map(([name, { cell, variable }]) =>
        take(name, nameOf(cell), variable)
      );
      const start = head.join(" ").length + 1;
      const shown = [...declared.keys()].filter((name) => !exported.has(name));
      return [cell, {
        text: `${head.join(" ")}\n${text}\nexport { ${shown.join(", ")} };`,
        start,
        uses: new Set([...sources].flatMap(([name, { cell }]) => words.has(name) ? [cell] : [])),
      }];
    }));
  }

  #read({ cell, text }: CellText): Names {
    const known = this.#names.get(cell);
    if (known?.text === text) return known.names;
    const names = namesIn(text);
    this.#names.set(cell, { text, names });
    return names;
  }
}

/** How a name comes into a cell. An import could not be assigned to; a variable can. */
function take(name: string, module: string, variable: boolean): string {
  return variable
    ? `declare let ${name}: typeof import("${module}").${name};`
    : `import { ${name} } from "${module}";`;
}

function namesIn(text: string): Names {
  const file = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.Latest);
  const declared = new Map<string, boolean>();
  const exported = new Set<string>();
  for (const statement of file.statements) {
    const names = declaredBy(statement);
    const variable = ts.isVariableStatement(statement) &&
      isAssignable(statement.declarationList.flags & ts.NodeFlags.BlockScoped);
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    const exports = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    for (const name of names) {
      declared.set(name, variable);
      if (exports) exported.add(name);
    }
  }
  const words = new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu));
  return { declared, exported, words };
}

/** True for `let` and `var`; false for `const` and `using`. */
function isAssignable(flags: ts.NodeFlags): boolean {
  return flags === ts.NodeFlags.Let || flags === ts.NodeFlags.None;
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (ts.isImportDeclaration(statement)) {
    return importedNames(statement.importClause);
  }
  const declares = ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement);
  const name = declares ? statement.name : undefined;
  return name && ts.isIdentifier(name) && name.text !== "" &&
      name.text !== "global"
    ? [name.text]
    : [];
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return name.text === "" ? [] : [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(element.name) : []
  );
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  const names = [clause?.name];
  if (bindings && ts.isNamespaceImport(bindings)) names.push(bindings.name);
  else names.push(...bindings?.elements.map(({ name }) => name) ?? []);
  return names.flatMap((name) => name === undefined || name.text === "" ? [] : [name.text]);
}
