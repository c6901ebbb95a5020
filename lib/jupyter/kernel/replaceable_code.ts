/**
 * Lets every declaration at the top of a cell replace an earlier one of the same name, whatever its keyword. A
 * learner turns a stub `function f` into `const f`, a `let` into a `const`, or runs a cell again in which an
 * import has become a class. JavaScript forbids that between scripts ("Identifier 'f' has already been
 * declared"); the stock kernel allows no more than `let` after `let`.
 *
 * So that is what all of them become:
 *
 * | in the cell | what runs |
 * |---|---|
 * | `const a = 1` | `let a = 1`; an assignment to `a`, here or in a later cell, throws as for a constant |
 * | `using a = f()` | the same: what a cell declares is there for the next one, and so it is not disposed of |
 * | `function f() {…}` | `let f = function() {…}`, before all else, since a function may be called above its place |
 * | `enum E {…}`, `namespace N {…}` | `let E = (() => { enum E {…} return E; })()` |
 * | `var a` | `let a`, and assignments where it stands in a block or more than once |
 * | `import { a } from "b"` | `let { a } = await …`, see `lib/jupyter/inside/imports.ts` |
 * | `class A {}`, `let a` | the same |
 *
 * Statements keep their lines but for functions, so {@linkcode ReplaceableCode.lines} says where each line of
 * the result stood.
 *
 * @module
 */
import type ts from "typescript";
import { globalNames, symbolCode } from "../inside/names.ts";
import { type Compiler, programOf } from "../source/single_file.ts";
import { parseCell, type ParsedCell } from "./cell_parser.ts";

/** What {@linkcode makeReplaceable} has made of a cell. */
export interface ReplaceableCode {
  readonly code: string;
  /** For each line of {@linkcode ReplaceableCode.code} the line of the cell that it came from; both from 1. */
  readonly lines: readonly number[];
  /** The names that the cell declares; true for constants. */
  readonly declared: ReadonlyMap<string, boolean>;
}

/** A piece of the cell and what stands in its place, with as many line breaks. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The cell with declarations that can be replaced. Code that does not parse is left as it is.
 *
 * @param code The cell.
 * @param constants Names that earlier cells have declared as constants.
 *
 * @example
 * ```ts
 * import { makeReplaceable } from "lib/jupyter/kernel/replaceable_code.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { code, lines } = await makeReplaceable("const a = f();\nfunction f() {\n  return 1;\n}");
 * assertEquals(code, "let f = function () {\n  return 1;\n};\nlet a = f();\n\n\n");
 * assertEquals(lines, [2, 3, 4, 1, 2, 3, 4]);
 * ```
 */
export async function makeReplaceable(
  code: string,
  constants: ReadonlySet<string> = new Set(),
): Promise<ReplaceableCode> {
  const cell = await parseCell(code);
  if (cell.problems.length > 0) return { code, lines: lineNumbers(code), declared: new Map() };
  return new Replacement(code, cell, constants).run();
}

/** One cell's rewriting. */
class Replacement {
  readonly #code: string;
  readonly #cell: ParsedCell;
  readonly #compiler: Compiler;
  readonly #constants: Set<string>;
  readonly #edits: Edit[] = [];
  readonly #functions: ts.FunctionDeclaration[] = [];
  readonly #hoisted = new Set<string>();
  readonly #declared = new Map<string, boolean>();
  #checker: ts.TypeChecker | undefined;

  constructor(code: string, cell: ParsedCell, constants: ReadonlySet<string>) {
    this.#code = code;
    this.#cell = cell;
    this.#compiler = cell.compiler;
    this.#constants = new Set(constants);
  }

  run(): ReplaceableCode {
    for (const statement of this.#cell.statements) this.#declare(statement);
    this.#replaceVariables();
    for (const [name, isConstant] of this.#declared) {
      if (isConstant) this.#constants.add(name);
      else this.#constants.delete(name);
    }
    if (this.#constants.size > 0) this.#guardConstants();
    return this.#result();
  }

  #text(node: ts.Node): string {
    return this.#code.slice(node.getStart(), node.getEnd());
  }

  #replace(start: number, end: number, text: string): void {
    const breaks = (piece: string) => piece.split("\n").length - 1;
    const missing = breaks(this.#code.slice(start, end)) - breaks(text);
    this.#edits.push({ start, end, text: text + "\n".repeat(Math.max(0, missing)) });
  }

  #declare(statement: ts.Statement): void {
    const compiler = this.#compiler;
    if (compiler.isImportDeclaration(statement)) return this.#replaceImport(statement);
    const modifiers = compiler.canHaveModifiers(statement) ? statement.modifiers ?? [] : [];
    const kinds = modifiers.map(({ kind }) => kind);
    if (kinds.includes(compiler.SyntaxKind.DeclareKeyword)) return;
    if (kinds.includes(compiler.SyntaxKind.DefaultKeyword)) return;
    // Nobody imports a cell.
    for (const modifier of modifiers) {
      if (modifier.kind === compiler.SyntaxKind.ExportKeyword) {
        this.#replace(modifier.getStart(), modifier.getEnd(), "");
      }
    }
    if (compiler.isFunctionDeclaration(statement) && statement.name) {
      this.#declared.set(statement.name.text, false);
      this.#functions.push(statement);
    } else if (compiler.isClassDeclaration(statement) && statement.name) {
      this.#declared.set(statement.name.text, false);
    } else if (compiler.isVariableStatement(statement)) {
      this.#replaceKeyword(statement.declarationList);
    } else if (
      compiler.isEnumDeclaration(statement) ||
      compiler.isModuleDeclaration(statement) && compiler.isIdentifier(statement.name)
    ) {
      this.#wrap(statement, statement.name.text);
    }
  }

  /** `const` and `using` become `let`. */
  #replaceKeyword(list: ts.VariableDeclarationList): void {
    const { NodeFlags } = this.#compiler;
    const kind = list.flags & NodeFlags.BlockScoped;
    if (kind === NodeFlags.None) return; // `var`
    const isConstant = kind !== NodeFlags.Let;
    for (const { name } of list.declarations) {
      for (const bound of this.#boundNames(name)) this.#declared.set(bound, isConstant);
    }
    if (!isConstant) return;
    const [keyword] = /^(?:const|(?:await\s+)?using)/.exec(this.#text(list)) ?? [""];
    this.#replace(list.getStart(), list.getStart() + keyword.length, "let");
  }

  /** Several declarations of one enum or namespace in a cell are one; they are left alone. */
  #wrap(statement: ts.EnumDeclaration | ts.ModuleDeclaration, name: string): void {
    const same = this.#cell.statements.filter((other) =>
      (this.#compiler.isEnumDeclaration(other) || this.#compiler.isModuleDeclaration(other) ||
        this.#compiler.isFunctionDeclaration(other) || this.#compiler.isClassDeclaration(other)) &&
      other.name?.text === name
    );
    if (same.length > 1) return;
    this.#declared.set(name, false);
    this.#replace(statement.getStart(), statement.getStart(), `let ${name} = (() => { `);
    this.#replace(statement.getEnd(), statement.getEnd(), ` return ${name}; })();`);
  }

  #replaceImport(statement: ts.ImportDeclaration): void {
    const compiler = this.#compiler;
    const { importClause: clause, moduleSpecifier, attributes } = statement;
    const [start, end] = [statement.getStart(), statement.getEnd()];
    if (clause?.isTypeOnly) return this.#replace(start, end, "");
    const bindings = clause?.namedBindings;
    const named = bindings && compiler.isNamedImports(bindings)
      ? bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly)
      : [];
    const pairs = named.map(({ name, propertyName }) => ({
      exported: (propertyName ?? name).text,
      local: name.text,
    }));
    if (clause?.name) pairs.unshift({ exported: "default", local: clause.name.text });
    for (const { local } of pairs) this.#declared.set(local, true);
    const specifier = this.#text(moduleSpecifier);
    const options = attributes
      ? `, { with: { ${
        attributes.elements.map(({ name, value }) => `${this.#text(name)}: ${this.#text(value)}`)
      } } }`
      : "";
    const wanted = pairs.map(({ exported, local }) => [exported, this.#isUsedAsType(local)]);
    // The stock kernel must not see the name of the module: of a package that does not exist it would say nothing.
    const load = `await ${symbolCode("stoppable")}(${
      symbolCode("importModule")
    }(${specifier}, (module) => import(module${options}), ${JSON.stringify(wanted)}))`;
    const pattern = pairs.map(({ exported, local }) => `${JSON.stringify(exported)}: ${local}`);
    const names = [
      ...pairs.length > 0 ? [`{ ${pattern.join(", ")} }`] : [],
      ...bindings && compiler.isNamespaceImport(bindings) ? [bindings.name.text] : [],
    ];
    if (bindings && compiler.isNamespaceImport(bindings)) {
      this.#declared.set(bindings.name.text, true);
    }
    const text = names.length === 0
      ? `${load};`
      : names.length === 1
      ? `let ${names[0]} = ${load};`
      : `let ${names[1]} = ${load}, ${names[0]} = ${names[1]};`;
    this.#replace(start, end, text);
  }

  /** True for an imported name that this cell mentions as a type and never as a value. */
  #isUsedAsType(name: string): boolean {
    const compiler = this.#compiler;
    let types = 0;
    let values = 0;
    const visit = (node: ts.Node): void => {
      if (compiler.isImportDeclaration(node)) return;
      if (compiler.isIdentifier(node) && node.text === name) {
        if (compiler.isTypeReferenceNode(node.parent)) types++;
        else if (!compiler.isPropertyAccessExpression(node.parent) || node.parent.name !== node) {
          values++;
        }
      }
      compiler.forEachChild(node, visit);
    };
    visit(this.#cell.file);
    return types > 0 && values === 0;
  }

  /** Turns `var` into `let` where it stands once at the top, else into `let` in front and assignments. */
  #replaceVariables(): void {
    const compiler = this.#compiler;
    const { NodeFlags } = compiler;
    const lists: { readonly list: ts.VariableDeclarationList; readonly atTop: boolean }[] = [];
    const visit = (node: ts.Node): void => {
      if (
        compiler.isFunctionLike(node) || compiler.isClassLike(node) ||
        compiler.isModuleDeclaration(node)
      ) {
        return;
      }
      if (compiler.isVariableDeclarationList(node) && !(node.flags & NodeFlags.BlockScoped)) {
        const isStatement = compiler.isVariableStatement(node.parent);
        lists.push({ list: node, atTop: isStatement && node.parent.parent === this.#cell.file });
      }
      compiler.forEachChild(node, visit);
    };
    for (const statement of this.#cell.statements) {
      if (!this.#isDeclared(statement)) visit(statement);
    }
    const namesIn = (list: ts.VariableDeclarationList) =>
      list.declarations.flatMap(({ name }) => this.#boundNames(name));
    const all = lists.flatMap(({ list }) => namesIn(list));
    for (const { list, atTop } of lists) {
      const names = namesIn(list);
      const once = names.every((name) =>
        !this.#declared.has(name) && all.indexOf(name) === all.lastIndexOf(name)
      );
      if (atTop && once) this.#replace(list.getStart(), list.getStart() + "var".length, "let");
      else this.#assign(list, names);
    }
    for (const name of all) this.#declared.set(name, false);
  }

  #isDeclared(statement: ts.Statement): boolean {
    const modifiers = this.#compiler.canHaveModifiers(statement) ? statement.modifiers : undefined;
    return modifiers?.some(({ kind }) => kind === this.#compiler.SyntaxKind.DeclareKeyword) ===
      true;
  }

  #assign(list: ts.VariableDeclarationList, names: readonly string[]): void {
    for (const name of names) if (!this.#declared.has(name)) this.#hoisted.add(name);
    const isHead = this.#compiler.isForInStatement(list.parent) ||
      this.#compiler.isForOfStatement(list.parent);
    const parts = list.declarations.map(({ name, initializer }) =>
      initializer
        ? `${this.#text(name)} = ${this.#text(initializer)}`
        : isHead
        ? this.#text(name)
        : "undefined"
    );
    const isStatement = this.#compiler.isVariableStatement(list.parent);
    const text = parts.join(", ");
    this.#replace(list.getStart(), list.getEnd(), isStatement ? `;void (${text})` : text);
  }

  /** The names in a pattern such as `{ a, b: [c] }`. */
  #boundNames(name: ts.BindingName): string[] {
    if (this.#compiler.isIdentifier(name)) return [name.text];
    return name.elements.flatMap((element) =>
      this.#compiler.isOmittedExpression(element) ? [] : this.#boundNames(element.name)
    );
  }

  /** Makes assignments to constants throw. */
  #guardConstants(): void {
    const compiler = this.#compiler;
    const { SyntaxKind } = compiler;
    const isStep = (operator: ts.SyntaxKind) =>
      operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken;
    const visit = (node: ts.Node): void => {
      if (compiler.isBinaryExpression(node) && this.#isConstant(node.left)) {
        const { kind } = node.operatorToken;
        if (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment) {
          const { right } = node;
          this.#replace(right.getStart(), right.getStart(), `${globalNames.constant}(`);
          this.#replace(right.getEnd(), right.getEnd(), ")");
        }
      }
      const isUnary = compiler.isPrefixUnaryExpression(node) ||
        compiler.isPostfixUnaryExpression(node);
      if (isUnary && isStep(node.operator) && this.#isConstant(node.operand)) {
        return this.#replace(node.getStart(), node.getEnd(), `${globalNames.constant}()`);
      }
      compiler.forEachChild(node, visit);
    };
    for (const statement of this.#cell.statements) visit(statement);
  }

  /** True for a name that means a constant at the top of this cell or of an earlier one. */
  #isConstant(node: ts.Node): boolean {
    const { isIdentifier } = this.#compiler;
    if (!isIdentifier(node) || !this.#constants.has(node.text)) return false;
    this.#checker ??= programOf(this.#compiler, this.#cell.file).getTypeChecker();
    const declarations = this.#checker.getSymbolAtLocation(node)?.declarations ?? [];
    return declarations.every((declaration) => this.#isAtTop(declaration));
  }

  #isAtTop(declaration: ts.Node): boolean {
    const compiler = this.#compiler;
    if (compiler.isFunctionExpression(declaration) || compiler.isClassExpression(declaration)) {
      return false; // its name is known inside alone
    }
    let node = declaration.parent;
    // Lists, patterns and the parts of an import are no scopes.
    while (
      compiler.isVariableDeclarationList(node) || compiler.isVariableStatement(node) ||
      compiler.isVariableDeclaration(node) || compiler.isBindingElement(node) ||
      compiler.isObjectBindingPattern(node) || compiler.isArrayBindingPattern(node) ||
      compiler.isNamedImports(node) || compiler.isImportClause(node) ||
      compiler.isImportDeclaration(node)
    ) node = node.parent;
    return node === this.#cell.file;
  }

  #result(): ReplaceableCode {
    const functions = this.#hoistedFunctions();
    const names = [...this.#hoisted];
    // On the cell's own first line, so that nothing moves.
    const front = names.length > 0 ? `let ${names.join(", ")};` : "";
    const rest = front + applyEdits(this.#code, this.#edits, 0, this.#code.length);
    const code = functions.map(({ text }) => `${text}\n`).join("") + rest;
    const lines = [
      ...functions.flatMap(({ text, line }) => text.split("\n").map((_, index) => line + index)),
      ...lineNumbers(this.#code),
    ];
    return { code, lines, declared: this.#declared };
  }

  /** Takes the functions out of the cell. Of several with one name the last one counts. */
  #hoistedFunctions(): { readonly text: string; readonly line: number }[] {
    const found = new Map<string, { readonly text: string; readonly line: number }>();
    for (const declaration of this.#functions) {
      const { name, body } = declaration;
      if (!name) continue;
      const [start, end] = [declaration.getStart(), declaration.getEnd()];
      const inner = this.#edits.filter((edit) => edit.start >= start && edit.end <= end);
      for (const edit of inner) this.#edits.splice(this.#edits.indexOf(edit), 1);
      if (body) {
        const head = applyEdits(this.#code, inner, start, name.getStart()).replace(/\s*$/, " ");
        const tail = applyEdits(this.#code, inner, name.getEnd(), end);
        const { line } = this.#cell.file.getLineAndCharacterOfPosition(start);
        found.delete(name.text);
        // Without a name of its own: inside, its name shall mean what it means outside.
        found.set(name.text, { text: `let ${name.text} = ${head}${tail};`, line: line + 1 });
      }
      this.#replace(start, end, "");
    }
    return [...found.values()];
  }
}

function lineNumbers(code: string): number[] {
  return code.split("\n").map((_, index) => index + 1);
}

/** The text from `start` to `end` with the edits in it; at one place, in the order in which they were made. */
function applyEdits(code: string, edits: readonly Edit[], start: number, end: number): string {
  const inside = edits.map((edit, index) => ({ ...edit, index }))
    .filter((edit) => edit.start >= start && edit.end <= end)
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let text = "";
  let position = start;
  for (const edit of inside) {
    if (edit.start < position) continue; // inside of what has been replaced as a whole
    text += code.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return text + code.slice(position, end);
}
