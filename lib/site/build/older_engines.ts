/**
 * What Safari's engine lacks, made of what it has: `using` becomes `try` and `finally`, and the symbols that it calls
 * by are there.
 *
 * @module
 */
import ts from "typescript";

/** Where an engine knows `using`, it has these. */
const symbols = `for (const name of ["dispose", "asyncDispose"]) {
  if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: Symbol("Symbol." + name) });
}
`;

/** A bundle's text as each browser's present engine understands it. */
export function forOlderEngines(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    fileName: "bundle.js",
    compilerOptions: {
      allowJs: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
    },
  });
  return symbols + outputText;
}
