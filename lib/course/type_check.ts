/**
 * Type-checks staged cells with the compiler that everything else in the course uses, `deno check`, and
 * says which line of which cell is wrong.
 *
 * The text is not run. Cells are parsed and their imports checked before they come here, since a type
 * checker reads every file that a cell names.
 *
 * @module
 */
import { join } from "node:path";
import { findLimits } from "./limits.ts";
import type { CellProblem } from "./cell_source.ts";

/** Seconds of processor time that one type check may take, and each cell more. */
const checkSeconds = { start: 20, cell: 0.02 };
/** On a busy machine, a second of processor time takes a while. */
const wallFactor = 5;

/** Where a cell starts in its module. */
export interface StagedCell {
  /** The module's name in the stage, `04_2`. */
  readonly name: string;
  /** How many characters precede the cell on its first line. */
  readonly firstColumn: number;
}

/**
 * The first type error of each staged cell that has one, by the cell's name. Cells are checked together;
 * where that fails for a reason that belongs to no cell, each eighth of them is checked by itself.
 */
export async function typeProblems(
  stage: string,
  cache: string,
  cells: readonly StagedCell[],
): Promise<Map<string, CellProblem>> {
  const found = new Map<string, CellProblem>();
  if (cells.length === 0) return found;
  const report = await denoCheck(stage, cache, cells.map((cell) => cell.name));
  if (report === "") return found;
  for (const [name, problem] of errorsByCell(report ?? "", cells)) {
    if (!found.has(name)) found.set(name, problem);
  }
  if (found.size > 0) return found;
  if (cells.length === 1) {
    const message = report === undefined
      ? `the type check did not finish within ${limitFor(1)} s of computing: simplify the types`
      : `the type check failed: ${report.trim().split("\n")[0]}`;
    return new Map([[cells[0].name, { line: 1, column: 1, message }]]);
  }
  const share = Math.ceil(cells.length / 8);
  for (let start = 0; start < cells.length; start += share) {
    const some = await typeProblems(stage, cache, cells.slice(start, start + share));
    for (const [name, problem] of some) found.set(name, problem);
  }
  return found;
}

function limitFor(cells: number): number {
  return Math.ceil(checkSeconds.start + cells * checkSeconds.cell);
}

/** What `deno check` reports: nothing where all is well, undefined where it took too long. */
async function denoCheck(
  stage: string,
  cache: string,
  names: readonly string[],
): Promise<string | undefined> {
  const { prefix } = await findLimits();
  const seconds = limitFor(names.length);
  const [command, ...args] = [
    // Memory is left alone: a type checker reserves more than it uses.
    ...prefix.filter((word) => !word.startsWith("--data"))
      .map((word) => word.startsWith("--cpu") ? `--cpu=${seconds}` : word),
    Deno.execPath(),
    ...["check", "--quiet", "--cached-only", "--no-remote"],
    `--config=${join(stage, "deno.json")}`,
    ...names.map((name) => join(stage, "cells", `${name}.ts`)),
  ];
  const process = new Deno.Command(command, {
    args,
    cwd: stage,
    env: { DENO_DIR: cache, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => {
    process.kill("SIGKILL");
    resolve(undefined);
  }, wallFactor * seconds * 1000);
  try {
    const output = process.output();
    const done = await Promise.race([output, late]);
    await output;
    if (!done || done.signal) return undefined; // SIGXCPU, SIGKILL
    return done.success ? "" : new TextDecoder().decode(done.stderr);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Splits a report into its errors. Each looks like this:
 *
 *     TS2322 [ERROR]: Type 'number' is not assignable to type 'string'.
 *     const count: string = 1;
 *           ~~~~~
 *         at file:///…/cells/04_2.ts:14:7
 */
function errorsByCell(
  report: string,
  cells: readonly StagedCell[],
): [name: string, problem: CellProblem][] {
  return report.split(/\n\n(?=TS\d+ )/).flatMap((block): [string, CellProblem][] => {
    const place = /\n +at .*\/cells\/(\w+)\.ts:(\d+):(\d+)/.exec(block);
    const cell = cells.find(({ name }) => name === place?.[1]);
    if (!place || !cell) return [];
    const [line, column] = [Number(place[2]), Number(place[3])];
    const lines = block.split("\n");
    // Above the line of code and its ~~~ stands the message, from the whole down to the reason.
    const marker = lines.findIndex((line) => /^ *[~^]+ *$/.test(line));
    const [first, ...chain] = lines.slice(0, Math.max(1, marker - 1));
    const [, code, whole] = /^(TS\d+) \[ERROR\]: (.*)$/.exec(first) ?? [, "", first];
    const message = [whole, chain.at(-1)?.trim()].filter(Boolean).join(" ");
    return [[cell.name, {
      line,
      column: line === 1 ? Math.max(1, column - cell.firstColumn) : column,
      message: code ? `${message} (${code})` : message,
    }]];
  });
}
