/**
 * Nothing is exported for nobody: each export of lib/ is imported somewhere (by another module, a test, a
 * generator of datasets or a notebook), or is a type that another export's signature names.
 * What a lesson's entry gathers is imported by a notebook.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { typescriptFiles } from "./modules.ts";
import { codeCells, courseNotebooks } from "./notebooks/course_notebooks.ts";

const root = new URL("../", import.meta.url).href;

/** Modules that are loaded by a computed name. */
const loadedByName: readonly RegExp[] = [
  /^lib\/homework\/exercises\/.*\/(homework|solution|mistakes)\.ts$/,
  // The bundler of a site puts these in the place of others, or writes what imports them.
  /^lib\/site\/(build\/bundles_of|kernel\/(kernel|stand_ins\/\w+)|page\/addresses)\.ts$/,
];

/** One module's text and where it stands: `lib/nn/linear.ts`. */
interface Source {
  readonly path: string;
  readonly file: ts.SourceFile;
}

function parse(path: string, text: string): Source {
  return { path, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

async function sources(): Promise<Source[]> {
  const urls = (await Promise.all(["lib/", "tests/", "datasets/"].map(typescriptFiles))).flat();
  const modules = urls.map(async (url) =>
    parse(url.slice(root.length), await Deno.readTextFile(fileURLToPath(url)))
  );
  const notebooks = (await courseNotebooks()).map((notebook) => {
    const code = codeCells(notebook).map(({ source }) => source);
    return parse(`notebooks/${notebook.stem}.ts`, code.join("\n"));
  });
  return [...await Promise.all(modules), ...notebooks];
}

/** The module that an import names, by its path; undefined for packages. */
function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("lib/")) return specifier;
  return specifier.startsWith(".") ? join(dirname(from), specifier) : undefined;
}

const exampleImport = /^ +\* import (?:type )?\{([^}]*)\} from "(lib\/[^"]+)"/gm;

/** What a module imports, as `path#name`; `path#*` where the whole namespace is taken. */
function* importsOf({ path, file }: Source): Generator<string> {
  for (const statement of file.statements) {
    const isExport = ts.isExportDeclaration(statement);
    if (!ts.isImportDeclaration(statement) && !isExport) continue;
    const specifier = statement.moduleSpecifier;
    const module = specifier && ts.isStringLiteral(specifier) && target(path, specifier.text);
    if (!module) continue;
    const bindings = isExport ? statement.exportClause : statement.importClause?.namedBindings;
    if (!bindings || ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) {
      yield `${module}#*`;
      continue;
    }
    for (const { name, propertyName } of bindings.elements) {
      yield `${module}#${(propertyName ?? name).text}`;
    }
  }
  // Doc examples are programs of their own.
  for (const [, names, module] of file.text.matchAll(exampleImport)) {
    for (const name of names.match(/\w+/g) ?? []) yield `${module}#${name}`;
  }
}

/** What a module exports by declaration, and whether a signature can name it. */
function* exportsOf({ file }: Source): Generator<{ name: string; isType: boolean }> {
  for (const statement of file.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      modifiers.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
    if (ts.isVariableStatement(statement)) {
      for (const { name, type } of statement.declarationList.declarations) {
        yield {
          name: name.getText(file),
          isType: isType || type?.getText(file) === "unique symbol",
        };
      }
    } else {
      const name = ts.getNameOfDeclaration(statement as ts.DeclarationStatement)?.getText(file);
      if (name !== undefined) yield { name, isType };
    }
  }
}

/** Names in a module's signatures: what stands outside of function bodies. */
function signatureNames({ file }: Source): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) return;
    if (ts.isIdentifier(node)) counts.set(node.text, (counts.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return counts;
}

Deno.test("every export of lib/ is imported somewhere, or its type stands in another's signature", async () => {
  const all = await sources();
  const imported = new Set(all.flatMap((source) => [...importsOf(source)]));
  const unused: string[] = [];
  for (const source of all) {
    const { path } = source;
    if (!path.startsWith("lib/") || loadedByName.some((pattern) => pattern.test(path))) continue;
    if (path.endsWith(".d.ts") || imported.has(`${path}#*`)) continue;
    const names = signatureNames(source);
    for (const { name, isType } of exportsOf(source)) {
      const isNamed = isType && (names.get(name) ?? 0) > 1;
      if (!imported.has(`${path}#${name}`) && !isNamed) unused.push(`${path}: ${name}`);
    }
  }
  assertEquals(unused, []);
});

Deno.test("a lesson's entry gathers what its notebook imports, and no more", async () => {
  const all = await sources();
  const notebooks = all.filter(({ path }) => path.startsWith("notebooks/"));
  const imported = new Set(notebooks.flatMap((source) => [...importsOf(source)]));
  const entries = all.filter(({ path }) => /^lib\/lessons\/\d\d\.ts$/.test(path));
  assertEquals(entries.length, notebooks.length);
  const unused = entries.flatMap(({ path, file }) =>
    file.statements.filter(ts.isExportDeclaration)
      .flatMap(({ exportClause }) =>
        exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : []
      )
      .map(({ name }) => `${path}#${name.text}`)
      .filter((name) => !imported.has(name))
  );
  assertEquals(unused, []);
});
