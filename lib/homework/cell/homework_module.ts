/**
 * A homework cell as a module: the pristine set-up before it, its function exported after it. Line n of
 * the module is line n of the cell, so that errors name lines that the learner sees.
 *
 * @module
 */
import { type CellSource, readCell } from "./cell_source.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";

/** A cell that can be run, or the reason why it cannot. */
export type HomeworkModule =
  | {
    readonly kind: "module";
    readonly text: string;
    /** How many characters precede the cell on the first line. */
    readonly firstColumn: number;
  }
  | { readonly kind: "refused"; readonly problem: string };

/** The longest cell that is read at all. */
const longestCell = 100_000;

/** Aliases that the cell of `exercise` may import. */
export function allowedImports(homework: Homework, exercise: Exercise): string[] {
  const setup = setupLines(homework).flatMap(({ modules }) => modules);
  return [...new Set([...setup, "lib/tensor/shape.ts", ...exercise.imports ?? []])];
}

interface ImportLine {
  readonly text: string;
  readonly modules: readonly string[];
  readonly names: readonly string[];
}

const parsed = new WeakMap<Homework, readonly ImportLine[]>();

/** The set-up, parsed once: it precedes every cell of every learner. */
function setupLines(homework: Homework): readonly ImportLine[] {
  const lines = parsed.get(homework) ?? homework.setup.split("\n").map((text) => {
    const { imports, imported } = readCell(text);
    return { text, modules: imports, names: [...imported] };
  });
  parsed.set(homework, lines);
  return lines;
}

/** What the exercises in `uses` are imported as, in front of the cell. */
export function earlierImports(names: readonly string[]): string {
  return names.length === 0 ? "" : `import { ${names.join(", ")} } from "../earlier.ts";`;
}

/**
 * Makes the module of a cell. `earlier` names the functions of exercises that it may use.
 *
 * A cell that repeats an import of the set-up keeps its own, as in the notebook.
 */
export function homeworkModule(
  homework: Homework,
  exercise: Exercise,
  source: string,
  earlier: readonly string[] = [],
): HomeworkModule {
  const refused = (problem: string): HomeworkModule => ({ kind: "refused", problem });
  if (source.length > longestCell) {
    return refused(`the cell holds ${source.length} characters; at most ${longestCell} are read`);
  }
  const cell = readCell(source);
  if (cell.syntaxError) {
    const { line, column, message } = cell.syntaxError;
    return refused(`syntax error at line ${line}, column ${column}: ${message}`);
  }
  const refusal = importRefusal(cell, allowedImports(homework, exercise));
  if (refusal) return refused(refusal);
  if (!cell.declared.has(exercise.name)) {
    return refused(
      `the cell no longer declares ${exercise.name}; ` +
        `deno task reset ${exercise.id} brings the stub back`,
    );
  }
  const taken = new Set([...cell.declared, ...cell.imported]);
  const setup = setupLines(homework).filter(({ names }) => names.every((name) => !taken.has(name)))
    .map(({ text }) => text);
  const lent = earlierImports(earlier.filter((name) => !taken.has(name)));
  const prefix = [...setup, ...(lent ? [lent] : []), ""].join(" ");
  const suffix = cell.exported.has(exercise.name) ? "" : `\nexport { ${exercise.name} };`;
  return { kind: "module", text: `${prefix}${source}${suffix}\n`, firstColumn: prefix.length };
}

function importRefusal(cell: CellSource, allowed: readonly string[]): string | undefined {
  const list = allowed.join(", ");
  if (cell.forbidden) {
    return `forbidden in homework: ${cell.forbidden}. A cell may import only ${list}`;
  }
  const other = cell.imports.find((name) => !allowed.includes(name));
  if (other === undefined) return undefined;
  return `forbidden import: ${JSON.stringify(other.slice(0, 80))}. A cell may import only ${list}`;
}
