/**
 * What a module or a cell declares at its top, and which names each of these declarations takes from outside of
 * itself. So a function can be carried somewhere else together with what it needs.
 *
 * @module
 */
import ts from "typescript";

/** A statement at the top of a text that gives something a name. */
export interface Declaration {
  /** The names that it declares. */
  readonly names: readonly string[];
  /** Its text, without comments before it and without `export`. */
  readonly text: string;
  /** The names that it uses and does not declare. */
  readonly uses: ReadonlySet<string>;
  /** True for a type, which is nothing where the text runs. */
  readonly isType: boolean;
}

/** The declarations of a parsed text, in order. Imports are none. */
export function declarationsOf(file: ts.SourceFile): Declaration[] {
  return file.statements.flatMap((statement) => {
    const names = declaredNames(statement);
    if (names.length === 0) return [];
    const text = statement.getText(file).replace(/^(?:export\s+)?(?:default\s+)?(?=\S)/, "");
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    return [{ names, text, uses: freeNames(statement), isType }];
  });
}

/** The names that a statement declares in the scope that it stands in; none where it declares nothing. */
export function declaredNames(statement: ts.Node): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) || ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    return statement.name ? [statement.name.text] : [];
  }
  return [];
}

/** The names of `x`, of `{ x, y: z }` and of `[x, ...y]`. */
function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(element.name) : []
  );
}

/** The names that a node takes from outside of itself: values and types. */
export function freeNames(root: ts.Node): Set<string> {
  const free = new Set<string>();
  const visit = (node: ts.Node, outer: ReadonlySet<string>): void => {
    if (ts.isIdentifier(node)) {
      if (isReference(node) && !outer.has(node.text)) free.add(node.text);
      return;
    }
    const own = namesIn(node);
    const scope = own.length > 0 ? new Set([...outer, ...own]) : outer;
    ts.forEachChild(node, (child) => visit(child, scope));
  };
  visit(root, new Set(declaredNames(root)));
  return free;
}

/** The names that are known inside of a node and not around it. */
function namesIn(node: ts.Node): string[] {
  const names: string[] = [];
  if (ts.isFunctionLike(node)) {
    names.push(...node.parameters.flatMap(({ name }) => boundNames(name)));
    names.push(...node.typeParameters?.map(({ name }) => name.text) ?? []);
    if (!ts.isFunctionExpression(node) || !node.name) return names;
    return [...names, node.name.text];
  }
  if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
    names.push(...node.typeParameters?.map(({ name }) => name.text) ?? []);
    return node.name ? [...names, node.name.text] : names;
  }
  if (ts.isBlock(node) || ts.isCaseBlock(node)) {
    const statements = ts.isBlock(node)
      ? node.statements
      : node.clauses.flatMap((clause) => [...clause.statements]);
    return statements.flatMap(declaredNames);
  }
  if (ts.isForStatement(node) || ts.isForInStatement(node) || ts.isForOfStatement(node)) {
    const { initializer } = node;
    if (!initializer || !ts.isVariableDeclarationList(initializer)) return [];
    return initializer.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (ts.isCatchClause(node)) {
    return node.variableDeclaration ? boundNames(node.variableDeclaration.name) : [];
  }
  if (ts.isMappedTypeNode(node)) return [node.typeParameter.name.text];
  if (ts.isInferTypeNode(node)) return [node.typeParameter.name.text];
  return [];
}

/** False for an identifier that names a property, a label or what it declares itself. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isParameter(parent)) return parent.initializer === node;
  if (ts.isPropertyDeclaration(parent)) return parent.initializer === node;
  if (ts.isExportAssignment(parent)) return true;
  const declares = ts.isFunctionLike(parent) || ts.isClassLike(parent) ||
    ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent) ||
    ts.isEnumDeclaration(parent) || ts.isEnumMember(parent) || ts.isPropertySignature(parent) ||
    ts.isTypeParameterDeclaration(parent) || ts.isNamedTupleMember(parent);
  if (declares) return parent.name !== node;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent) &&
    !ts.isJSDoc(parent);
}

/**
 * Of `declarations`, those that `names` need, with what they need in turn, in their order. Where a name is declared
 * several times the last one counts.
 */
export function neededFor(
  names: Iterable<string>,
  declarations: readonly Declaration[],
): Declaration[] {
  const needed = new Set<Declaration>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const wanted = name;
    const found = declarations.findLast((declaration) => declaration.names.includes(wanted));
    if (!found || needed.has(found)) continue;
    needed.add(found);
    queue.push(...found.uses);
  }
  return declarations.filter((declaration) => needed.has(declaration));
}
