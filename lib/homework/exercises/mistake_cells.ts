/**
 * Known mistakes as the cells of learners who make them: cut from `mistakes.ts`, each with the functions at the
 * top of the file that it calls.
 *
 * @module
 */
import { join } from "node:path";
import ts from "typescript";
import { declarationsOf, freeNames, neededFor } from "../cell/declarations.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { exerciseFolder } from "./catalogue.ts";

/** The cells of one mistake. */
export interface MistakeCells {
  /** The mistake's name in English. */
  readonly name: string;
  /** Its answer, and its variants. */
  readonly cells: readonly string[];
}

const known = new Map<string, Promise<readonly MistakeCells[]>>();

/** The cells of each mistake of an exercise, in their order. */
export function mistakeCells(exercise: Exercise): Promise<readonly MistakeCells[]> {
  const cells = known.get(exercise.id) ?? readMistakes(exercise);
  known.set(exercise.id, cells);
  return cells;
}

async function readMistakes(exercise: Exercise): Promise<readonly MistakeCells[]> {
  const path = join(exerciseFolder(exercise), "mistakes.ts");
  return mistakeCellsIn(await Deno.readTextFile(path), exercise.name);
}

/**
 * The cells of the mistakes that a module's text exports as the list `mistakes`, each as a cell that declares
 * the function `name`.
 *
 * @example
 * ```ts
 * import { mistakeCellsIn } from "lib/homework/exercises/mistake_cells.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = `const half = (x: number) => x / 2;
 * export const mistakes = [{ name: { en: "halves" }, answer: (x: number) => half(x) }];`;
 * assertEquals(mistakeCellsIn(text, "double"), [{
 *   name: "halves",
 *   cells: ["const half = (x: number) => x / 2;\n\nconst double = (x: number) => half(x);"],
 * }]);
 * ```
 */
export function mistakeCellsIn(text: string, name: string): MistakeCells[] {
  const file = ts.createSourceFile("mistakes.ts", text, ts.ScriptTarget.Latest, true);
  const declarations = declarationsOf(file).filter(({ names }) => !names.includes("mistakes"));
  const cellOf = (node: ts.Node): string => {
    const helpers = neededFor(freeNames(node), declarations).map((helper) => helper.text);
    return [...helpers, asDeclaration(node, file, name)].join("\n\n");
  };
  return elementsOf(listNamed("mistakes", file)).map((element) => {
    const variants = propertyOf(element, "variants");
    return {
      name: englishOf(propertyOf(element, "name"), file),
      cells: [required(propertyOf(element, "answer"), "an answer"), ...elementsOf(variants)]
        .map(cellOf),
    };
  });
}

/** `answer(x) { … }` is a function declaration, any other expression the value of a constant. */
function asDeclaration(node: ts.Node, file: ts.SourceFile, name: string): string {
  if (!ts.isMethodDeclaration(node)) return `const ${name} = ${node.getText(file)};`;
  const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  const rest = file.text.slice(node.name.end, node.end);
  return `${isAsync ? "async " : ""}function ${name}${rest}`;
}

function listNamed(name: string, file: ts.SourceFile): ts.Node {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(declared) && declared.text === name && initializer) return initializer;
    }
  }
  throw new Error(`expected a list ${name}`);
}

function elementsOf(list: ts.Node | undefined): readonly ts.Node[] {
  return list && ts.isArrayLiteralExpression(list) ? list.elements : [];
}

/** The value of an object's property, or the method itself. */
function propertyOf(object: ts.Node, name: string): ts.Node | undefined {
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const property = object.properties.find((one) =>
    one.name !== undefined && ts.isIdentifier(one.name) && one.name.text === name
  );
  if (property && ts.isPropertyAssignment(property)) return property.initializer;
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : property;
}

function englishOf(name: ts.Node | undefined, file: ts.SourceFile): string {
  const english = name && propertyOf(name, "en");
  if (english && ts.isStringLiteralLike(english)) return english.text;
  throw new Error(`expected a name in English, got ${name?.getText(file)}`);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`expected ${what}`);
  return value;
}
