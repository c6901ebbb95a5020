/**
 * Type-checks planned cells with TypeScript's native compiler, and says which line of which cell is wrong.
 * It starts in a third of a second and then takes less than a millisecond a cell: an eighth of
 * what `deno check` takes. The types that it knows are the same, Deno's own among them.
 *
 * The text is not run. Cells are parsed and their imports checked before they come here, since a type
 * checker reads every file that a cell names.
 *
 * @module
 */
import { join } from "node:path";
import { settlesWithin } from "lib/platform/waiting.ts";
import type { CellProblem } from "../cell/cell_source.ts";
import { Budget } from "../sandbox/budget.ts";
import { findLimits } from "../sandbox/limits.ts";
import { projectConfig } from "../sandbox/project_config.ts";
import { merged } from "../sandbox/library.ts";
import type { Workspace } from "../sandbox/stage.ts";
import { compilerPath, typePaths } from "./compiler_files.ts";
import { stageFor } from "./exercise_plan.ts";
import type { PlannedCell } from "./plan.ts";

/** Seconds of processor time that one type check may take, and each cell more. */
const checkSeconds = { start: 4, cell: 0.005 };
/** On a busy machine, a second of processor time takes a while. */
const wallFactor = 10;
/** Bytes that the compiler may hold. A class of 40 takes 150 MB. */
const memoryLimit = 4 * 1024 ** 3;
/** Bytes of a report that are read: some 20,000 errors. */
const longestReport = 4 * 1024 ** 2;
/** Characters of one message. */
const longestMessage = 2000;

/** A cell as a module of the stage. */
interface StagedCell {
  /** The module's name in the stage. Where learners do not trust each other, one that none can guess. */
  readonly name: string;
  /** How many characters precede the cell on its first line. */
  readonly firstColumn: number;
  /** True if errors of it may be missing in a report. */
  readonly hidesErrors: boolean;
}

/**
 * Errors of a limit that the compiler ran into. What it was comparing then, such as `Tensor1D` with `Tensor`,
 * it takes to be different from there on, in every cell.
 */
const spreading = /error TS(?:2321|2589|2590|2859): /;
/** Comments that keep errors out of the report, those that spread among them. */
const hiding = /@ts-/i;

/**
 * The first type error of each cell that has one. The cells, of any number of learners, are checked together. What it
 * takes is charged to the `budget`; an error where that is spent.
 */
export async function typeCheck(
  workspace: Workspace,
  cells: readonly PlannedCell[],
  budget = new Budget(Infinity),
): Promise<ReadonlyMap<PlannedCell, CellProblem>> {
  if (cells.length === 0) return new Map();
  // A message can hold any text that a cell holds: nobody else's cell can be named in it.
  const check = crypto.randomUUID().replaceAll("-", "");
  const names = new Map(cells.map((cell, i) => [cell, `cell_${check}_${i}`]));
  await using stage = await workspace.typeStage();
  const content = await stageFor(cells);
  stage.add({
    ...content,
    library: merged(
      [content.library, ...cells.map(({ library }) => library)].flatMap((one) => one ?? []),
    ),
    cells: {
      ...Object.assign({}, ...cells.map(({ beside }) => beside)),
      ...Object.fromEntries([...names].map(([{ text }, name]) => [name, text])),
    },
    withheld: [], // nothing is run here
  });
  const staged = [...names].map(([{ text, firstColumn }, name]): StagedCell => (
    { name, firstColumn, hidesErrors: hiding.test(text) }
  ));
  const problems = await typeProblems(stage.folder, staged, budget);
  return new Map([...names].flatMap(([cell, name]) => {
    const problem = problems.get(name);
    return problem ? [[cell, problem]] : [];
  }));
}

/**
 * The problems of staged cells, by their names. Cells are checked together, but for those that hide errors:
 * what they do to others would not show.
 */
async function typeProblems(
  stage: string,
  cells: readonly StagedCell[],
  budget: Budget,
): Promise<Map<string, CellProblem>> {
  const together = cells.filter((cell) => !cell.hidesErrors);
  const alone = cells.filter((cell) => cell.hidesErrors);
  const found = new Map<string, CellProblem>();
  for (const some of [together, ...alone.map((cell) => [cell])]) {
    for (const [name, problem] of await problemsOf(stage, some, budget)) found.set(name, problem);
  }
  return found;
}

/**
 * The problems of cells in one check. Where it fails for a reason that belongs to no cell, and where one
 * cell's error may have become another's, each eighth of the cells in doubt is checked by itself.
 */
async function problemsOf(
  stage: string,
  cells: readonly StagedCell[],
  budget: Budget,
): Promise<Map<string, CellProblem>> {
  const found = new Map<string, CellProblem>();
  if (cells.length === 0) return found;
  const report = await compile(stage, cells.map((cell) => cell.name), budget);
  if (report === "") return found;
  for (const [name, { message, ...place }] of errorsByCell(report ?? "", cells)) {
    if (!found.has(name)) found.set(name, { ...place, message: withoutFolders(message, stage) });
  }
  if (cells.length === 1 && found.size === 0) {
    const message = report === undefined
      ? "the type check took too long or too much memory: simplify the types"
      : `the type check failed: ${withoutFolders(report, stage).trim().split("\n")[0]}`;
    return new Map([[cells[0].name, { line: 1, column: 1, message }]]);
  }
  if (cells.length === 1 || found.size > 0 && !spreading.test(report ?? "")) return found;
  const doubtful = found.size > 0 ? cells.filter(({ name }) => found.has(name)) : cells;
  found.clear();
  const share = Math.ceil(doubtful.length / 8);
  for (let start = 0; start < doubtful.length; start += share) {
    const some = await problemsOf(stage, doubtful.slice(start, start + share), budget);
    for (const [name, problem] of some) found.set(name, problem);
  }
  return found;
}

/** A message whose types are named without the folders in which they lie on this machine. */
function withoutFolders(message: string, stage: string): string {
  return message.replaceAll(`${stage.replaceAll("\\", "/")}/`, "")
    .replace(/import\("cells\/\w+"\)\./g, "")
    .replace(/(?<=import\(")[^"]*\/npm\/[^"/]+\//g, "");
}

/**
 * What the compiler reports of the cells: nothing where all is well, undefined where it took too long or too
 * much.
 */
async function compile(
  stage: string,
  names: readonly string[],
  budget: Budget,
): Promise<string | undefined> {
  if (budget.left <= 0) throw new Error("the types took all the time of a submission");
  const path = join(stage, "tsconfig.json");
  await Deno.writeTextFile(path, JSON.stringify(await compilerConfig(names)));
  const { prefix } = await findLimits();
  const seconds = Math.ceil(checkSeconds.start + names.length * checkSeconds.cell);
  const [command, ...args] = [
    ...prefix.map((word) =>
      word.startsWith("--data")
        ? `--data=${memoryLimit}`
        : word.startsWith("--cpu")
        ? `--cpu=${seconds}`
        : word
    ),
    await compilerPath(),
    "--project",
    path,
    "--pretty",
    "false",
    "--singleThreaded",
  ];
  const process = new Deno.Command(command, {
    args,
    cwd: stage,
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const begun = performance.now();
  const end = (): void => {
    try {
      process.kill("SIGKILL");
    } catch {
      // ended at the last moment
    }
  };
  const reading = readReport(process.stdout, end);
  const output = Promise.all([reading, process.status]);
  if (!await settlesWithin(output, wallFactor * seconds * 1000)) end();
  const [report, { signal, success }] = await output;
  budget.charge(Math.min(seconds, (performance.now() - begun) / 1000));
  if (signal) return undefined; // SIGXCPU, SIGKILL
  if (success) return "";
  return report || undefined; // a crash writes to stderr alone
}

/** What the compiler writes, unless it is too long: then it is ended. */
async function readReport(stream: ReadableStream<Uint8Array>, end: () => void): Promise<string> {
  const decoder = new TextDecoder();
  let report = "";
  for await (const bytes of stream) {
    report += decoder.decode(bytes, { stream: true });
    if (report.length <= longestReport) continue;
    end();
    return report;
  }
  return report;
}

/** As strict as the course, except for what a half-written function cannot meet. */
async function compilerConfig(names: readonly string[]): Promise<unknown> {
  return {
    compilerOptions: {
      ...(await projectConfig()).compilerOptions,
      noUnusedParameters: false,
      noImplicitReturns: false,
      // As Deno reads modules.
      target: "esnext",
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
      allowImportingTsExtensions: true,
      lib: ["esnext", "dom", "dom.iterable", "dom.asynciterable"],
      types: [],
      paths: {
        "lib/*": ["./lib/*"],
        "@std/assert": ["./lib/std/assert.d.ts"],
        ...await typePaths(),
      },
      skipLibCheck: true,
      noEmit: true,
    },
    files: ["deno.d.ts", ...names.map((name) => `cells/${name}.ts`)],
  };
}

/**
 * Splits a report into its errors. Each looks like this, with its reasons below it:
 *
 *     cells/04_2.ts(14,7): error TS2322: Type 'number' is not assignable to type 'string'.
 *
 * A name or type with a line break in it goes on in the next line.
 */
function errorsByCell(
  report: string,
  cells: readonly StagedCell[],
): [name: string, problem: CellProblem][] {
  const byName = new Map(cells.map((cell) => [cell.name, cell]));
  return report.split(/\n(?=cells\/)/).flatMap((block): [string, CellProblem][] => {
    const [first, ...chain] = block.trim().split("\n");
    const place = /^cells\/(\w+)\.ts\((\d+),(\d+)\): error (TS\d+): (.*)$/.exec(first);
    const cell = byName.get(place?.[1] ?? "");
    if (!place || !cell) return [];
    const line = Number(place[2]);
    const column = Number(place[3]);
    // From the whole down to the reason.
    const message = [place[5], chain.at(-1)?.trim()].filter(Boolean).join(" ")
      .slice(0, longestMessage);
    return [[cell.name, {
      line,
      column: line === 1 ? Math.max(1, column - cell.firstColumn) : column,
      message: `${message} (${place[4]})`,
    }]];
  });
}
