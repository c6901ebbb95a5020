/**
 * Reads a homework cell without running it: its syntax errors, what it imports, what it declares. It
 * uses TypeScript's own parser, since a regular expression is fooled by a comment or a string.
 *
 * @module
 */
import ts from "typescript";
import { syntaxProblems } from "lib/jupyter/source/syntax_problems.ts";
import { type Declaration, declarationsOf, declaredNames, freeNames } from "./declarations.ts";

/** A place in a cell, counted from 1, and what is wrong there. */
export interface CellProblem {
  /** From 1, in the cell. */
  readonly line: number;
  /** From 1, in the line. */
  readonly column: number;
  /** The compiler's words. */
  readonly message: string;
}

/** What a cell says about itself. */
export interface CellSource {
  /** The first syntax error. */
  readonly syntaxError?: CellProblem;
  /** Every module that the cell names, by import, export, type or reference. */
  readonly imports: readonly string[];
  /** The first thing in the cell that no homework may hold: `import(…)`, `// @ts-types`. */
  readonly forbidden?: string;
  /** Names that the cell declares at its top. */
  readonly declared: ReadonlySet<string>;
  /** Those of them that it exports itself. */
  readonly exported: ReadonlySet<string>;
  /** Names that it imports, with what they stand for. */
  readonly imported: ReadonlyMap<string, Import>;
  /** What it declares at its top, in order. */
  readonly declarations: readonly Declaration[];
  /** Names that it takes from elsewhere: from the set-up, from other cells, from the language. */
  readonly uses: ReadonlySet<string>;
  /** True if it does more than to declare functions, classes and types: what it does may fail. */
  readonly runs: boolean;
}

/** What an imported name stands for. */
export interface Import {
  /** The module, as the cell writes it. */
  readonly module: string;
  /** What the module calls it: a name, `default`, or `*` for all of it. */
  readonly name: string;
}

/** Deeper than any homework; compilers, which call themselves for each level, end at a few thousand. */
const deepestNesting = 500;

/** Of so many texts what they say is kept: an answer is read once more for each answer that calls it. */
const most = 100;
const lastRead = new Map<string, CellSource>();

/** Parses the text of a cell. */
export function readCell(source: string): CellSource {
  const read = lastRead.get(source) ?? parseWhole(source);
  lastRead.delete(source);
  lastRead.set(source, read);
  const [oldest] = lastRead.keys();
  if (lastRead.size > most) lastRead.delete(oldest);
  return read;
}

function parseWhole(source: string): CellSource {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const syntaxError = { line: 1, column: 1, message: "nested too deeply to be read" };
    return {
      syntaxError,
      imports: [],
      declared: new Set(),
      exported: new Set(),
      imported: new Map(),
      declarations: [],
      uses: new Set(),
      runs: false,
    };
  }
}

/** Throws a `RangeError` where the text is nested too deeply: the parser's own, or the one below. */
function parse(source: string): CellSource {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  const imports = [
    ...file.referencedFiles,
    ...file.typeReferenceDirectives,
    ...file.libReferenceDirectives,
  ].map((reference) => reference.fileName);
  // A line `#!` may only begin a file, and the set-up comes before the cell.
  let forbidden = /^#!|@(?:ts|deno)-(?:self-)?types|@jsxImportSource/.exec(source)?.[0];
  let depth = 0;
  const visit = (node: ts.Node): void => {
    if (++depth > deepestNesting) throw new RangeError("nested too deeply");
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) imports.push(textOf(node.moduleSpecifier));
    } else if (ts.isImportTypeNode(node)) {
      imports.push(ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : "?");
    } else if (ts.isExternalModuleReference(node)) {
      imports.push(textOf(node.expression));
    } else if (ts.isModuleDeclaration(node)) {
      // `declare global` and `declare module "…"` would reach other learners' cells in one type check.
      if (ts.isStringLiteral(node.name)) imports.push(node.name.text);
      if (node.name.text === "global") forbidden ??= "declare global";
    } else if (ts.isCallExpression(node) && isImportCall(node.expression)) {
      forbidden ??= `${node.expression.getText(file)}(…)`;
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      forbidden ??= `import.${node.name.text}`;
    }
    ts.forEachChild(node, visit);
    depth--;
  };
  visit(file);
  return { syntaxError: syntaxError(file), imports, forbidden, ...names(file) };
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : "?";
}

/** `import(…)`, its phases such as `import.defer(…)`, and `require(…)`. */
function isImportCall(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword ||
    ts.isMetaProperty(callee) && callee.keywordToken === ts.SyntaxKind.ImportKeyword ||
    ts.isIdentifier(callee) && callee.text === "require";
}

type Names = Pick<
  CellSource,
  "declared" | "exported" | "imported" | "declarations" | "uses" | "runs"
>;

function names(file: ts.SourceFile): Names {
  const declarations = declarationsOf(file);
  const declared = new Set(declarations.flatMap((declaration) => declaration.names));
  const exported = new Set<string>();
  const imported = new Map<string, Import>();
  const uses = new Set(declarations.flatMap((declaration) => [...declaration.uses]));
  for (const statement of file.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) ?? [] : [];
    const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
    const own = declaredNames(statement);
    // One that is exported as the default is not exported by its name.
    if (has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword)) {
      own.forEach((name) => exported.add(name));
    }
    if (ts.isExportDeclaration(statement) && statement.exportClause) {
      if (ts.isNamedExports(statement.exportClause)) {
        statement.exportClause.elements.forEach(({ name }) => exported.add(name.text));
      }
    }
    if (ts.isImportDeclaration(statement)) {
      importsOf(statement).forEach(([name, what]) => imported.set(name, what));
    } else if (own.length === 0) {
      for (const name of freeNames(statement)) uses.add(name);
    }
  }
  for (const name of [...declared, ...imported.keys()]) uses.delete(name);
  const runs = file.statements.some((statement) => !onlyDeclares(statement));
  return { declared, exported, imported, declarations, uses, runs };
}

function onlyDeclares(statement: ts.Statement): boolean {
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ||
    ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ||
    ts.isEmptyStatement(statement);
}

function importsOf({ importClause, moduleSpecifier }: ts.ImportDeclaration): [string, Import][] {
  const module = textOf(moduleSpecifier);
  const named = importClause?.namedBindings;
  const imports: [string, Import][] = [];
  if (importClause?.name) imports.push([importClause.name.text, { module, name: "default" }]);
  if (named && ts.isNamespaceImport(named)) imports.push([named.name.text, { module, name: "*" }]);
  if (named && ts.isNamedImports(named)) {
    for (const { name, propertyName } of named.elements) {
      imports.push([name.text, { module, name: (propertyName ?? name).text }]);
    }
  }
  return imports;
}

/** The parser's first complaint, in the words of the notebook's kernel. */
function syntaxError(file: ts.SourceFile): CellProblem | undefined {
  const [first] = syntaxProblems(ts, file, file.text);
  return first && { line: first.place.line, column: first.place.column, message: first.message };
}

/**
 * The text of the top-level function `name` in `source`, with its comments and without `export`:
 * how a solution becomes a cell.
 */
export function functionText(source: string, name: string): string | undefined {
  const file = ts.createSourceFile("module.ts", source, ts.ScriptTarget.Latest, true);
  const found = file.statements.find((statement) =>
    ts.isFunctionDeclaration(statement) && statement.name?.text === name
  );
  if (!found) return undefined;
  const comments = source.slice(found.getFullStart(), found.getStart(file)).trim();
  const code = found.getText(file).replace(/^export\s+/, "");
  return comments ? `${comments}\n${code}` : code;
}
