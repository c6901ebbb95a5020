/**
 * Brings along what an answer takes from elsewhere in its notebook: helpers of the learner's own, as a second
 * module beside the cell's, and names of the course's library, wherever in the notebook they are imported. What an
 * exercise withholds stays withheld, and then the message says so.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { type Text } from "lib/language.ts";
import { type CellSource, type Import, readCell } from "../cell/cell_source.ts";
import {
  type CellRules,
  type HomeworkModule,
  homeworkModule,
  importLent,
  readHomework,
  setupWithout,
} from "../cell/homework_module.ts";
import { forbiddenProblem, withheldProblem } from "../cell/refusals.ts";
import { type Surroundings, takeFrom, type Taken } from "../cell/surroundings.ts";
import { type Library, merged, reachable } from "../sandbox/library.ts";
import { type Export, exportsOfLesson, isLesson } from "./lesson_exports.ts";

/** A cell with all that it needs, as modules of a stage; or the reason why it cannot have it. */
export type Equipped =
  | {
    readonly kind: "module";
    readonly module: HomeworkModule;
    /** Further modules of the stage, by name: they lie beside the cell. */
    readonly beside: Readonly<Record<string, string>>;
    /** What it needs of the library beyond what every answer to this exercise may have. */
    readonly library?: Library;
    /** Earlier exercises' functions that come from the learner. */
    readonly own: readonly string[];
  }
  | { readonly kind: "refused"; readonly problem: Text };

/** Folders of the library that a cell may import from, unless its exercise withholds what they hold. */
const offered =
  /^lib\/(?:(?:tensor|nn|attention|models|training|decoding|text|plots)\/[\w/]+|random|statistics)\.ts$/;

/** What learners assert with, as the set-up of every notebook does, and the library's module of that name. */
const assertions = "@std/assert";
const assertionsModule = "lib/std/assert.ts";

/** Folders to which nothing that a cell imports may lead: exercises' answers, and what grades them. */
const closed = /^lib\/(?:homework|jupyter|lab|lessons)\//;

/** An answer to read, as plain data. */
export interface ReadRequest {
  /** What its cell may hold. */
  readonly rules: CellRules;
  /** Library modules that its exercise withholds. */
  readonly withheld: readonly string[];
  /** The cell. */
  readonly source: string;
  /** The other cells of its notebook. */
  readonly surroundings: Surroundings;
  /** True for the course's functions of earlier exercises, false for the learner's own where there are any. */
  readonly lent: boolean;
}

/** Reads an answer: in this thread {@linkcode readAnswer}, or in a process that can be ended. */
export type ReadAnswer = (request: ReadRequest) => Promise<Equipped>;

/** Reads an answer and equips it, or refuses what no homework may hold. */
export async function readAnswer(
  { rules, withheld, source, surroundings, lent }: ReadRequest,
): Promise<Equipped> {
  const read = readHomework(rules, source);
  if (read.kind === "refused") return read;
  const { cell } = read;
  const setup = new Set(rules.setup.flatMap(({ names }) => names));
  const known = (name: string): boolean =>
    setup.has(name) || standard.has(name) || name === rules.name ||
    lent && rules.lent.includes(name);
  const found = takeFrom(surroundings, cell.uses, known);
  // What is lent stands in for an earlier exercise that is not written yet.
  const unwritten = found.unwritten.filter((name) => !rules.lent.includes(name));
  const taken: Taken = { ...found, unwritten };
  const own = rules.lent.filter((name) =>
    taken.declarations.some(({ names }) => names.includes(name))
  );
  const mine = { ...rules, lent: rules.lent.filter((name) => !own.includes(name)) };
  const modules = await importsOf(withheld, rules, cell, taken);
  if (modules.kind === "refused") return modules;
  const lines = [...taken.imports.keys()].flatMap((name) => modules.lines.get(name) ?? []);
  const beside = besideModule(mine, taken, lines);
  if (beside?.kind === "refused") return beside;
  const needed = [...taken.imports.keys()].filter((name) => cell.uses.has(name));
  const module = homeworkModule(mine, source, cell, [
    ...needed.flatMap((name) => modules.lines.get(name) ?? []),
    ...(beside ? [beside.importLine] : []),
  ]);
  return {
    kind: "module",
    module,
    beside: beside ? { [beside.name]: beside.text } : {},
    ...(modules.library && { library: modules.library }),
    own,
  };
}

type Refused = Extract<Equipped, { kind: "refused" }>;

/** Import lines for names of the library that other cells import, and what all imports lead to. */
interface Imports {
  readonly kind: "imports";
  readonly lines: ReadonlyMap<string, string>;
  readonly library?: Library;
}

/** Looks each import up in the library. Refused where one is not offered, or leads to what is withheld. */
async function importsOf(
  withheld: readonly string[],
  { imports: allowed }: CellRules,
  cell: CellSource,
  taken: Taken,
): Promise<Imports | Refused> {
  const lines = new Map<string, string>();
  const libraries: Library[] = [];
  const entries = new Map<string, string[]>();
  const wanted = [
    ...cell.imports.map((module) => ({ name: "", what: { module, name: "" }, isOwn: true })),
    ...[...cell.imported].map(([name, what]) => ({ name, what, isOwn: true })),
    ...[...taken.imports].map(([name, what]) => ({ name, what, isOwn: false })),
  ];
  for (const { name, what, isOwn } of wanted) {
    const fromLesson = isLesson(what.module);
    if (fromLesson && name === "") continue; // its names are looked up one by one
    // A lesson's entry gathers names; each is taken from where it stands.
    const exported = fromLesson ? await exportsOfLesson(what.module, what.name) : undefined;
    if (fromLesson && !exported) return refusedImport(what, allowed);
    const source = exported ?? what;
    if (exported && isOwn) {
      entries.set(what.module, [
        ...entries.get(what.module) ?? [],
        exportLine(what.name, exported),
      ]);
    }
    if (!isOwn) lines.set(name, importLine(name, source));
    if (allowed.includes(source.module)) continue;
    if (!offered.test(source.module) && source.module !== assertions) {
      return refusedImport(source, allowed);
    }
    const module = source.module === assertions ? assertionsModule : source.module;
    const library = await reachable([module]).catch(() => undefined);
    if (!library) return refusedImport(source, allowed);
    const held = [...library.modules.keys()];
    if (held.some((module) => withheld.includes(module))) return withheldImport(source);
    if (held.some((module) => closed.test(module))) return refusedImport(source, allowed);
    libraries.push(library);
  }
  // In the place of a lesson's entry, which leads to everything, stands one with the names that are used.
  const modules = new Map([...entries].map(([module, names]) => [module, names.join("\n")]));
  if (modules.size > 0) libraries.push({ modules, packages: new Set() });
  return { kind: "imports", lines, ...(libraries.length > 0 && { library: merged(libraries) }) };
}

function exportLine(name: string, { module, name: exported, isType }: Export): string {
  const names = exported === name ? name : `${exported} as ${name}`;
  return `export ${isType ? "type " : ""}{ ${names} } from ${JSON.stringify(module)};`;
}

function importLine(name: string, { module, name: exported }: Import): string {
  const from = `from ${JSON.stringify(module)};`;
  if (exported === "*") return `import * as ${name} ${from}`;
  if (exported === name) return `import { ${name} } ${from}`;
  return `import { ${exported} as ${name} } ${from}`;
}

function refusedImport({ module }: Import, allowed: readonly string[]): Refused {
  const shown = JSON.stringify(module.slice(0, 80));
  const list = [...allowed, assertions].join(", ");
  return {
    kind: "refused",
    problem: {
      en: `forbidden import: ${shown}. A cell may import the course's library and ${list}`,
      ko: `금지된 import: ${shown}. 셀에서 불러올 수 있는 것은 강의 라이브러리와 ${list}`,
    },
  };
}

function withheldImport({ module, name }: Import): Refused {
  const what = name === "" || name === "*" ? module : `${name} (${module})`;
  return { kind: "refused", problem: withheldProblem(what) };
}

/** What other cells declare, as a module that lies beside the cell's. */
function besideModule(
  rules: CellRules,
  { declarations, unwritten }: Taken,
  imports: readonly string[],
): { kind: "module"; name: string; text: string; importLine: string } | Refused | undefined {
  if (declarations.length === 0 && unwritten.length === 0) return undefined;
  const declared = new Set(declarations.flatMap(({ names }) => names));
  const types = declarations.filter(({ isType }) => isType).flatMap(({ names }) => names);
  const values = [...declared, ...unwritten].filter((name) => !types.includes(name));
  const names = [...values, ...types.map((type) => `type ${type}`)].join(", ");
  const text = [
    ...setupWithout(rules, declared),
    importLent(rules),
    ...imports,
    ...declarations.map((declaration) => declaration.text),
    ...unwritten.map(notWritten),
    `export { ${names} };`,
  ].filter((line) => line !== "").join("\n");
  const { forbidden } = readCell(text);
  if (forbidden) return { kind: "refused", problem: forbiddenProblem(forbidden) };
  // Its name is what it holds: the same where types are checked and where it runs.
  const name = `beside_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  return {
    kind: "module",
    name,
    text,
    importLine: `import { ${names} } from "./${name}.ts";`,
  };
}

/** Stands in for a function that another exercise asks for. */
function notWritten(name: string): string {
  return `function ${name}() { throw new Error("${name} is not written yet, and this answer calls it"); }`;
}

/** Names that JavaScript and TypeScript have. */
const standard: ReadonlySet<string> = new Set(
  `Array ArrayBuffer BigInt Boolean Date Error Float32Array Float64Array Function Infinity Int32Array Int8Array Intl
  Iterable Iterator JSON Map Math NaN Number Object Parameters Partial Pick Omit Promise Proxy RangeError Readonly
  ReadonlyArray ReadonlyMap ReadonlySet Record Reflect RegExp ReturnType Set String Symbol TypeError Uint16Array
  Uint32Array Uint8Array WeakMap WeakSet arguments console const globalThis isFinite isNaN parseFloat parseInt
  performance structuredClone undefined`.split(/\s+/),
);
