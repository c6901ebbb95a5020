/**
 * A homework cell as a module: the pristine set-up before it, its function exported after it. Line n of
 * the module is line n of the cell, so that errors name lines that the learner sees.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { bareCell } from "./bare_cell.ts";
import { type CellSource, readCell } from "./cell_source.ts";
import { forbiddenProblem } from "./refusals.ts";

/** A homework cell that was read, or the reason why it is not. */
export type HomeworkCell =
  | { readonly kind: "cell"; readonly cell: CellSource }
  | { readonly kind: "refused"; readonly problem: Text };

/** A homework cell as a module. */
export interface HomeworkModule {
  /** Set-up, cell, export. */
  readonly text: string;
  /** The same of the bare cell, for where the module fails; missing where that leaves nothing out. */
  readonly bare?: string;
  /** How many characters precede the cell on the first line. */
  readonly firstColumn: number;
}

/** The longest cell that is read at all. */
const longestCell = 100_000;

/** What the course says about the cell of an exercise, as plain data: the same for every learner. */
export interface CellRules {
  /** The exercise. */
  readonly id: string;
  /** The function that the cell declares. */
  readonly name: string;
  /** The lines that precede the cell. */
  readonly setup: readonly ImportLine[];
  /** Everything that the cell may import. */
  readonly imports: readonly string[];
  /** Functions of earlier exercises that it may use. */
  readonly lent: readonly string[];
}

/** A line of the set-up. */
interface ImportLine {
  readonly text: string;
  readonly modules: readonly string[];
  readonly names: readonly string[];
}

const parsed = new Map<string, readonly ImportLine[]>();

/** The set-up, parsed once: it precedes every cell of every learner. */
function setupLines(setup: string): readonly ImportLine[] {
  const lines = parsed.get(setup) ?? setup.split("\n").map((text) => {
    const { imports, imported } = readCell(text);
    return { text, modules: imports, names: [...imported.keys()] };
  });
  parsed.set(setup, lines);
  return lines;
}

/** The rules of an exercise's cell. `lent` names the functions of earlier exercises that it may use. */
export function cellRules(
  homework: Homework,
  { id, name, imports = [] }: Exercise,
  lent: readonly string[] = [],
): CellRules {
  const setup = setupLines(homework.setup);
  const modules = setup.flatMap((line) => line.modules);
  const allowed = new Set([...modules, "lib/tensor/shape.ts", ...imports]);
  return { id, name, setup, imports: [...allowed], lent };
}

/** The name of the module with the functions that are lent to an exercise; it lies above the cells. */
export function lentModule(id: string): string {
  return `lent_to_${id.replace(".", "_")}`;
}

/** How functions that are lent to the exercise `id` are imported. */
export function importLent({ id, lent }: Pick<CellRules, "id" | "lent">): string {
  return lent.length === 0 ? "" : `import { ${lent.join(", ")} } from "../${lentModule(id)}.ts";`;
}

/** The lines of the set-up that import none of these names, which somebody else declares. */
export function setupWithout(rules: CellRules, taken: ReadonlySet<string>): string[] {
  return rules.setup.filter(({ names }) => names.every((one) => !taken.has(one)))
    .map(({ text }) => text);
}

/** Reads an answer, and refuses what no homework may hold. What it may import is not decided here. */
export function readHomework(rules: CellRules, source: string): HomeworkCell {
  const refused = (problem: Text): HomeworkCell => ({ kind: "refused", problem });
  if (source.length > longestCell) {
    return refused({
      en: `the cell holds ${source.length} characters; at most ${longestCell} are read`,
      ko: `셀이 ${source.length}자입니다. ${longestCell}자까지만 읽습니다`,
    });
  }
  const cell = readCell(source);
  if (/^\s*```/.test(source)) {
    return refused({
      en: "the cell begins with ```: take out the lines ``` that came along with the code",
      ko: "셀이 ```로 시작합니다. 코드와 함께 복사된 ``` 줄을 지우세요",
    });
  }
  if (cell.syntaxError) {
    const { line, column, message } = cell.syntaxError;
    return refused({
      en: `syntax error at line ${line}, column ${column}: ${message}`,
      ko: `${line}번째 줄 ${column}번째 글자에 문법 오류: ${message}`,
    });
  }
  if (cell.forbidden) return refused(forbiddenProblem(cell.forbidden));
  if (!cell.declared.has(rules.name)) return refused(notDeclared(cell, rules));
  return { kind: "cell", cell };
}

/**
 * Makes the module of a cell. One that repeats an import of the set-up keeps its own, as in the notebook.
 *
 * @param along Import lines for what the cell takes from other cells.
 */
export function homeworkModule(
  rules: CellRules,
  source: string,
  cell: CellSource,
  along: readonly string[] = [],
): HomeworkModule {
  const { id, name } = rules;
  const taken = new Set([...cell.declared, ...cell.imported.keys()]);
  const setup = setupWithout(rules, taken);
  const lent = importLent({ id, lent: rules.lent.filter((one) => !taken.has(one)) });
  const prefix = [...setup, ...(lent ? [lent] : []), ...along, ""].join(" ");
  const suffix = cell.exported.has(name) ? "" : `\nexport { ${name} };`;
  const module = (text: string): string => `${prefix}${text}${suffix}\n`;
  const bare = cell.runs ? bareCell(source, name) : undefined;
  return {
    text: module(source),
    ...(bare !== undefined && { bare: module(bare) }),
    firstColumn: prefix.length,
  };
}

/** A renamed function is the likeliest reason; to lose the work in the cell would be the worst advice. */
function notDeclared({ declared }: CellSource, { id, name }: CellRules): Text {
  const others = [...declared];
  if (others.length === 0) {
    return {
      en: `the cell no longer declares ${name}; deno task reset ${id} brings the stub back`,
      ko: `셀에 ${name} 선언이 없습니다. deno task reset ${id}로 처음 상태로 되돌릴 수 있습니다`,
    };
  }
  const list = others.slice(0, 5).join(", ");
  return {
    en: `the cell declares ${list}, and no ${name}: was the function renamed?`,
    ko: `셀에 ${list} 선언은 있지만 ${name} 선언이 없습니다. 함수 이름이 바뀌었나요?`,
  };
}
