/**
 * TypeScript's view of one file that imports nothing: what its parser complains about, and which declaration
 * a name means. It looks at no other file, and knows no library.
 *
 * @module
 */
import type ts from "typescript";

/** The TypeScript compiler. */
export type Compiler = typeof ts;

/** A program of this one file, which resolves nothing and writes nothing. */
export function programOf(compiler: Compiler, file: ts.SourceFile): ts.Program {
  const host: ts.CompilerHost = {
    getSourceFile: (name) => name === file.fileName ? file : undefined,
    fileExists: (name) => name === file.fileName,
    readFile: () => undefined,
    writeFile: () => {},
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => "",
    getDefaultLibFileName: () => "lib.d.ts",
    getNewLine: () => "\n",
    useCaseSensitiveFileNames: () => true,
  };
  const options = {
    noLib: true,
    noResolve: true,
    noEmit: true,
    target: compiler.ScriptTarget.ESNext,
    module: compiler.ModuleKind.ESNext,
    types: [],
  };
  return compiler.createProgram([file.fileName], options, host);
}
