/**
 * The imports that a cell begins with, and the line that stands for them where they are folded. Pages share this
 * module, so it imports nothing.
 *
 * @module
 */

/** Lines that imports may take before a page folds them. */
export const shownImportLines = 4;

/** An import, with all its lines. */
const oneImport = /^import\b(?:[^"'`;]*?\bfrom)?\s*(?:"[^"\n]*"|'[^'\n]*')[^\n]*\n?/;
/** What may stand between two imports: blank lines and comments. */
const between = /^(?:\s*\n|\/\/[^\n]*\n)*/;

/** Where imports stand at the beginning of a cell. */
export interface ImportBlock {
  readonly from: number;
  /** The end of the last one's line. */
  readonly to: number;
  /** How many there are. */
  readonly count: number;
}

/** The imports that a cell begins with, after comments; undefined if it begins with something else. */
export function importBlock(code: string): ImportBlock | undefined {
  let at = between.exec(code)?.[0].length ?? 0;
  const from = at;
  let [to, count] = [at, 0];
  for (let found = oneImport.exec(code.slice(at)); found; found = oneImport.exec(code.slice(at))) {
    count++;
    at += found[0].length;
    to = found[0].endsWith("\n") ? at - 1 : at;
    at += between.exec(code.slice(at))?.[0].length ?? 0;
  }
  return count === 0 ? undefined : { from, to, count };
}

/** The line that stands for `count` imports, whose text is `code`. */
export function importsInALine(code: string, count: number): string {
  const names = [...code.matchAll(/(?:from|import)\s*["']([^"']+)["']/g)]
    .map(([, module]) => module.replace(/^.*\/(?=[^/]+$)/, ""));
  return `import … ${names.slice(0, 3).join(", ")}${count > 3 ? " …" : ""}`;
}
