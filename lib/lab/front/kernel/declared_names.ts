/**
 * The names that a cell declares at its top, read with the parser that also colours the editors.
 *
 * @module
 */
import { typescriptLanguage } from "@codemirror/lang-javascript";

/** Patterns, in which names stand: `{ a, b: [c] }`. */
const patterns: ReadonlySet<string> = new Set(["ObjectPattern", "ArrayPattern", "PatternProperty"]);

/** Statements that declare a value. What is imported is the library's, and no variable of the learner's. */
const declarations: ReadonlySet<string> = new Set([
  "VariableDeclaration",
  "FunctionDeclaration",
  "ClassDeclaration",
]);

/** The names in the order in which they stand there. */
export function declaredNames(code: string): string[] {
  const names: string[] = [];
  const collect = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "VariableDefinition") names.push(code.slice(child.from, child.to));
      else if (patterns.has(child.name)) collect(child);
    }
  };
  const top = typescriptLanguage.parser.parse(code).topNode;
  for (let statement = top.firstChild; statement; statement = statement.nextSibling) {
    const declared = statement.name === "ExportDeclaration"
      ? statement.getChild("VariableDeclaration") ?? statement.getChild("FunctionDeclaration") ??
        statement.getChild("ClassDeclaration")
      : statement;
    if (declared && declarations.has(declared.name)) collect(declared);
  }
  return [...new Set(names)];
}

/** A node of the parser's tree. */
type Node = ReturnType<typeof typescriptLanguage.parser.parse>["topNode"];
