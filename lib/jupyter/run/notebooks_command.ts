/**
 * `deno task notebooks`: runs notebooks headless, each in a fresh hardened kernel, and writes their
 * outputs. What the repository shows under a cell was made by this command.
 *
 * @module
 */
import { join, relative } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { projectFolder } from "lib/platform/project.ts";
import { formatSeconds, terminalProgress } from "lib/progress.ts";
import { NotebookFormatError, readNotebook } from "../format/notebook.ts";
import { writeCleared } from "./cleared_copies.ts";
import { findNotebooks, type NotebookFile } from "./find_notebooks.ts";
import { type NotebookReport, runNotebookFile } from "./run_notebook.ts";
import { FigurePainter } from "./still_pictures.ts";

/** The course's own notebooks. */
const ownFolder = join(projectFolder, "notebooks");
const defaultTimeout = 600;

/** How the command is typed. */
const notebooksSpec: CommandSpec = {
  name: "notebooks",
  summary: "Runs notebooks headless, each in a fresh kernel, and writes their outputs.",
  usage: "[03 | ko/03 | PATH …] [options]",
  options: {
    dir: { type: "text", value: "DIR", help: "run all notebooks in DIR; writes only with --write" },
    write: { type: "flag", help: "write outputs (the default for the course's own notebooks)" },
    check: { type: "flag", help: "write nothing; compare text outputs with the stored ones" },
    clear: { type: "text", value: "DIR", help: "run nothing; write copies without outputs to DIR" },
    json: { type: "flag", help: "one JSON object per notebook and line, no progress bar" },
    timeout: { type: "text", value: "SECONDS", help: `limit of one cell (${defaultTimeout})` },
  },
  notes: `
Each notebook runs in its own folder. A notebook is written only if all of its cells ran, and cells
tagged "timing" may differ under --check. COURSE_BUDGET=small shortens every training and
writes nothing unless --write says so. Pictures of figures need Chromium (CHROME_PATH names another).
Ends with status 0 only if every notebook is ok.`,
};

/** Does what `deno task notebooks` does; returns the exit status. */
async function runNotebooks(args: Arguments): Promise<number> {
  const timeout = args.number("timeout") ?? defaultTimeout;
  if (timeout <= 0) throw new UserError(`--timeout expects seconds above 0, got ${timeout}.`);
  const json = args.flag("json");
  const check = args.flag("check");
  if (check && args.flag("write")) {
    throw new UserError("--check writes nothing: leave out --write.");
  }
  const shortened = Deno.env.get("COURSE_BUDGET") === "small";
  if (shortened && !check && !args.flag("write") && args.text("dir") === undefined) {
    // The stored outputs show full runs; a shortened one must be asked for by name to replace them.
    console.error(
      "COURSE_BUDGET=small: outputs are not written (--write writes them all the same).",
    );
  }
  const files = await findNotebooks(args.text("dir") ?? ownFolder, args.words);
  const target = args.text("clear");
  if (target !== undefined) {
    for (const file of files) console.log(await writeCleared(file, target));
    return 0;
  }

  const stop = new AbortController();
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  for (const signal of signals) Deno.addSignalListener(signal, () => stop.abort());

  await using painter = new FigurePainter();
  const cellCounts = await Promise.all(files.map(countCells));
  const total = cellCounts.reduce((sum, count) => sum + count, 0);
  const progress = json ? undefined : terminalProgress({ total, label: "notebooks" });
  let cellsDone = 0;
  let allOk = true;
  // Some cells train for minutes: the line says that they still do, and for how long.
  let running: { place: string; cellsBefore: number; since: number } | undefined;
  const timer = setInterval(() => {
    if (!running) return;
    const { place, cellsBefore, since } = running;
    const seconds = (Date.now() - since) / 1000;
    if (seconds > 2) progress?.update(cellsBefore, `${place} for ${formatSeconds(seconds)}`);
  }, 1000);
  for (const [index, file] of files.entries()) {
    let cells = 0;
    const own = !relative(ownFolder, file.path).startsWith("..");
    const { report, remarks } = await runNotebookFile(file, {
      timeout,
      check,
      write: args.flag("write") || !check && !shortened && own && args.text("dir") === undefined,
      metadata: own ? "course" : "all",
      painter,
      signal: stop.signal,
      onCell(cell) {
        const place = `${file.name}, cell ${cell}`;
        running = { place, cellsBefore: cellsDone + cells++, since: Date.now() };
        progress?.update(running.cellsBefore, place);
      },
    });
    running = undefined;
    if (stop.signal.aborted) break;
    cellsDone += cellCounts[index];
    progress?.update(cellsDone, file.name);
    allOk &&= report.status === "ok";
    if (json) {
      console.log(JSON.stringify(report));
    } else {
      if (Deno.stderr.isTerminal()) Deno.stderr.writeSync(new TextEncoder().encode("\r\x1b[K"));
      console.log([describeReport(report), ...remarks].join("\n  "));
    }
  }
  clearInterval(timer);
  progress?.finish();
  if (stop.signal.aborted) {
    console.error("Stopped. Notebooks that had not ended are unchanged.");
    return 130;
  }
  return allOk ? 0 : 1;
}

/** The number of cells that will run; 0 for a broken file, which is reported when its turn comes. */
async function countCells({ path }: NotebookFile): Promise<number> {
  try {
    const { cells } = await readNotebook(path);
    return cells.filter((cell) => cell.cell_type === "code" && cell.source.trim() !== "").length;
  } catch (error) {
    if (error instanceof NotebookFormatError) return 0;
    throw error;
  }
}

function describeReport({ notebook, status, cell, error, seconds }: NotebookReport): string {
  const place = cell === undefined ? "" : `cell ${cell}: `;
  return `${status.padEnd(7)} ${notebook}  ${formatSeconds(seconds)}` +
    (error === undefined ? "" : `\n  ${place}${error}`);
}

if (import.meta.main) await runCommand(notebooksSpec, runNotebooks);
