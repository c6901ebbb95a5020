/**
 * A cell as a browser can run it: a script's text that gives an async function, in which what the cell declares at its
 * top is assigned to globals, so that the next cell sees it.
 *
 * Deno's kernel has an engine's own mode for that. Here `let a = 1` becomes `a = 1`, `class A {}` becomes
 * `A = class A {}`, and the last expression is what the function returns. What stands there already is the work of
 * `lib/jupyter/kernel`, which both kernels share. Where the engine does not know `using`, as Safari's, TypeScript writes
 * it out.
 *
 * @module
 */
import { decode } from "@jridgewell/sourcemap-codec";
import type ts from "typescript";
import { loadParser } from "lib/jupyter/kernel/cell_parser.ts";
import { symbolCode } from "lib/jupyter/inside/names.ts";
import type { Compiler } from "lib/jupyter/source/single_file.ts";

/** What {@linkcode compileCell} makes. */
export interface CompiledCell {
  /** An expression whose value is an async function without parameters. */
  readonly code: string;
  /** The names that the cell assigns to: they must be globals before it runs. */
  readonly names: readonly string[];
  /** For each line of {@linkcode CompiledCell.code} the line that it came from; both from 1. */
  readonly lines: readonly (number | undefined)[];
}

function knowsUsing(): boolean {
  try {
    new Function("{ using nothing = null; }");
    return true;
  } catch {
    return false;
  }
}
const hasUsing = knowsUsing();

/**
 * Makes a script of a cell whose declarations are replaceable already. Its syntax is right.
 *
 * @param mayUse Whether the engine knows `using`. Default: what this one knows.
 */
export async function compileCell(code: string, mayUse = hasUsing): Promise<CompiledCell> {
  const compiler = await loadParser();
  const names = new Set<string>();
  const { outputText, sourceMapText } = compiler.transpileModule(`(async () => { ${code}\n})`, {
    fileName: "cell.tsx".slice(0, needsElements(compiler, code) ? 8 : 7),
    compilerOptions: {
      target: mayUse ? compiler.ScriptTarget.ESNext : compiler.ScriptTarget.ES2022,
      module: compiler.ModuleKind.ESNext,
      jsx: compiler.JsxEmit.React,
      sourceMap: true,
      inlineSources: false,
      removeComments: false,
    },
    transformers: {
      before: [(context) => (file) => keepUsed(compiler, context, file)],
      after: [(context) => (file) => rewrite(compiler, context, file, names)],
    },
  });
  const mappings = decode(JSON.parse(sourceMapText ?? "{}").mappings ?? "");
  const lines = mappings.map((segments) => {
    const segment = segments.find((segment) => segment.length > 1);
    return segment && segment.length > 1 ? (segment[2] ?? 0) + 1 : undefined;
  });
  return {
    code: outputText.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, "\n").replace(/;\s*$/, ""),
    names: [...names],
    lines,
  };
}

function needsElements(compiler: Compiler, code: string): boolean {
  if (!/<\/|\/>/.test(code)) return false;
  const plain = compiler.transpileModule(`(async () => { ${code}\n})`, { reportDiagnostics: true });
  return (plain.diagnostics ?? []).length > 0;
}

/** At a cell's top `using` lasts beyond the cell, as on Deno: later cells need what it holds. It becomes `const`. */
function keepUsed(
  compiler: Compiler,
  context: ts.TransformationContext,
  file: ts.SourceFile,
): ts.SourceFile {
  const { factory } = context;
  const topStatement = (statement: ts.Statement): ts.Statement => {
    if (!compiler.isVariableStatement(statement)) return statement;
    const { flags, declarations } = statement.declarationList;
    if ((flags & compiler.NodeFlags.Using) === 0) return statement;
    const list = factory.createVariableDeclarationList(declarations, compiler.NodeFlags.Const);
    return compiler.setTextRange(
      factory.createVariableStatement(
        statement.modifiers,
        compiler.setTextRange(list, statement.declarationList),
      ),
      statement,
    );
  };
  const whole = (node: ts.Node): ts.Node => {
    if (!compiler.isArrowFunction(node) || !compiler.isBlock(node.body)) {
      return compiler.visitEachChild(node, whole, context);
    }
    return factory.updateArrowFunction(
      node,
      node.modifiers,
      node.typeParameters,
      node.parameters,
      node.type,
      node.equalsGreaterThanToken,
      factory.updateBlock(node.body, node.body.statements.map(topStatement)),
    );
  };
  return compiler.visitNode(file, whole, compiler.isSourceFile);
}

function rewrite(
  compiler: Compiler,
  context: ts.TransformationContext,
  file: ts.SourceFile,
  names: Set<string>,
): ts.SourceFile {
  const { factory } = context;

  /** `{ a, b: [c] }` as what can be assigned to. */
  function target(name: ts.BindingName): ts.Expression {
    if (compiler.isIdentifier(name)) {
      names.add(name.text);
      return name;
    }
    if (compiler.isObjectBindingPattern(name)) {
      return factory.createObjectLiteralExpression(name.elements.map((element) => {
        if (element.dotDotDotToken) return factory.createSpreadAssignment(target(element.name));
        if (element.propertyName || !compiler.isIdentifier(element.name)) {
          const property = element.propertyName;
          if (!property) throw new TypeError("expected a property's name before a pattern");
          return factory.createPropertyAssignment(property, withDefault(element));
        }
        names.add(element.name.text);
        return factory.createShorthandPropertyAssignment(element.name, element.initializer);
      }));
    }
    return factory.createArrayLiteralExpression(name.elements.map((element) => {
      if (compiler.isOmittedExpression(element)) return element;
      if (element.dotDotDotToken) return factory.createSpreadElement(target(element.name));
      return withDefault(element);
    }));
  }
  function withDefault({ name, initializer }: ts.BindingElement): ts.Expression {
    return initializer ? factory.createAssignment(target(name), initializer) : target(name);
  }

  function assign(left: ts.Expression, right: ts.Expression, from: ts.Node): ts.Statement {
    const value = compiler.setTextRange(factory.createAssignment(left, right), from);
    return compiler.setTextRange(
      factory.createExpressionStatement(factory.createParenthesizedExpression(value)),
      from,
    );
  }

  function topStatement(statement: ts.Statement): readonly ts.Statement[] {
    if (compiler.isVariableStatement(statement)) {
      const { declarations, flags } = statement.declarationList;
      const isVar = (flags & compiler.NodeFlags.BlockScoped) === 0;
      return declarations.flatMap(({ name, initializer }) => {
        const left = target(name);
        if (!initializer && isVar) return []; // of an enum: it may have parts already
        return [assign(left, initializer ?? factory.createVoidZero(), statement)];
      });
    }
    if (compiler.isClassDeclaration(statement) && statement.name) {
      names.add(statement.name.text);
      const { modifiers, name, typeParameters, heritageClauses, members } = statement;
      const expression = factory.createClassExpression(
        modifiers,
        name,
        typeParameters,
        heritageClauses,
        members,
      );
      return [assign(name, compiler.setTextRange(expression, statement), statement)];
    }
    return [statement];
  }

  const imports = (node: ts.Node): ts.Node => {
    if (
      compiler.isCallExpression(node) &&
      node.expression.kind === compiler.SyntaxKind.ImportKeyword
    ) {
      const own = factory.createIdentifier(symbolCode("importModule"));
      return factory.updateCallExpression(
        node,
        own,
        undefined,
        node.arguments.map((argument) =>
          compiler.visitNode(argument, imports, compiler.isExpression)
        ),
      );
    }
    return compiler.visitEachChild(node, imports, context);
  };

  const whole = (node: ts.Node): ts.Node => {
    if (!compiler.isArrowFunction(node) || !compiler.isBlock(node.body)) {
      return compiler.visitEachChild(node, whole, context);
    }
    const statements = [...node.body.statements];
    const last = statements.at(-1);
    const rewritten = statements.flatMap((statement) =>
      statement === last && compiler.isExpressionStatement(statement)
        ? [compiler.setTextRange(factory.createReturnStatement(statement.expression), statement)]
        : topStatement(statement)
    ).map((statement) => compiler.visitNode(statement, imports, compiler.isStatement));
    return factory.updateArrowFunction(
      node,
      node.modifiers,
      undefined,
      node.parameters,
      undefined,
      node.equalsGreaterThanToken,
      factory.updateBlock(node.body, rewritten),
    );
  };
  return compiler.visitNode(file, whole, compiler.isSourceFile);
}
