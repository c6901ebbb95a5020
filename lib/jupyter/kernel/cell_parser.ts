/**
 * A cell's syntax tree, by TypeScript's own parser. A cell is parsed as a module, as TypeScript or, if that
 * fails and it is better that way, with JSX.
 *
 * @module
 */
import type ts from "typescript";
import { type Compiler, programOf } from "../source/single_file.ts";
import { problemOf, type SyntaxProblem, syntaxProblems } from "../source/syntax_problems.ts";

/** A parsed cell. */
export interface ParsedCell {
  readonly compiler: Compiler;
  /** Ends with a statement that is not the cell's, see {@linkcode ParsedCell.statements}. */
  readonly file: ts.SourceFile;
  /** The cell's own statements. */
  readonly statements: readonly ts.Statement[];
  /** What the parser complains about. The kernel's parser is another one, and may see it differently. */
  readonly problems: readonly SyntaxProblem[];
}

/** Makes the cell a module: in a script, `await (x)` may be a call of a function named await. */
const moduleMark = "\nexport {};";
/** Duplicate names, targets that nothing can be assigned to, `-1 ** 2`. */
const grammarBeyond: readonly number[] = [2300, 2357, 2364, 2451, 2492, 17006];

let compiler: Promise<Compiler> | undefined;

/** Loads the parser (about 0.1 s), so that the first cell need not wait for it. */
export async function loadParser(): Promise<Compiler> {
  compiler ??= import("typescript").then((module) => module.default);
  return await compiler;
}

/** Parses a cell. */
export async function parseCell(code: string): Promise<ParsedCell> {
  const compiler = await loadParser();
  const parseFile = (name: string, text: string): ts.SourceFile =>
    compiler.createSourceFile(name, text, compiler.ScriptTarget.Latest, true);
  const parse = (name: string): ParsedCell => {
    const file = parseFile(name, code + moduleMark);
    const marked = syntaxProblems(compiler, file, code);
    // What is missing at the end is told as if nothing came after it.
    const own = marked.length > 0 ? syntaxProblems(compiler, parseFile(name, code), code) : [];
    return {
      compiler,
      file,
      statements: file.statements.slice(0, -1),
      problems: own.length > 0 ? own : marked,
    };
  };
  const plain = parse("cell.ts");
  if (plain.problems.length === 0) return plain;
  const withElements = parse("cell.tsx");
  return withElements.problems.length < plain.problems.length ? withElements : plain;
}

/**
 * The first thing in a cell that no engine would compile: what the parser finds, and what only a look at the
 * whole cell shows, such as a name declared twice or a `return` outside of a function.
 */
export async function findSyntaxProblem(code: string): Promise<SyntaxProblem | undefined> {
  const { compiler, file, problems } = await parseCell(code);
  if (problems.length > 0) return problems[0];
  const found = programOf(compiler, file).getSemanticDiagnostics(file).flatMap((diagnostic) =>
    diagnostic.file && diagnostic.start !== undefined && isGrammar(diagnostic.code)
      ? [problemOf(compiler, diagnostic, code)]
      : []
  );
  // Of a name declared twice, the second place is the wrong one.
  return found.findLast(({ message }) => message === found[0].message);
}

/** Numbers below 2000 are about grammar; some others are errors of JavaScript, too. */
function isGrammar(code: number): boolean {
  return code < 2000 || grammarBeyond.includes(code);
}
