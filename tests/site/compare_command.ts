/**
 * Runs notebooks on a site in Chromium and compares their text outputs cell by cell: with those of Deno, or with those
 * that the course has stored. It is no part of the tests, for which it takes too long.
 *
 * @module
 */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { statusIn } from "lib/homework/exercise/in_notebook.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { type CodeCell, hasTag, type Output, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { serializeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { type Arguments, type CommandSpec, runCommand } from "lib/command.ts";
import { projectFolder } from "lib/platform/project.ts";
import { launchChromium } from "../lab/chromium.ts";
import { ready, runAll } from "../lab/notebook_page.ts";
import { untilKept } from "./site_page.ts";
import { runWhole, SiteServer, storedNotebook } from "./site_server.ts";

const spec: CommandSpec = {
  name: "compare",
  summary: "Runs notebooks on a site in Chromium and compares what their cells say.",
  usage: "[NN…] [options]",
  options: {
    site: {
      type: "text",
      value: "DIR",
      help: "a site that was built before (default: builds one)",
    },
    full: {
      type: "flag",
      help:
        "solved, with the full budget, compared with the outputs that are stored (minutes each)",
    },
  },
  notes: `Without --full a notebook runs with the small budget, here and on Deno.
  deno run -A --lock=tests/deno.lock tests/site/compare_command.ts --full 04 05`,
};

/** What is said of one notebook. */
interface Comparison {
  /** Cells that say the same. */
  readonly same: number;
  readonly of: number;
  readonly differences: readonly string[];
}

async function main(args: Arguments): Promise<void> {
  const wanted = new RegExp(`^(?:${args.words.join("|") || "\\d\\d"})-.*\\.ipynb$`);
  const names = [...Deno.readDirSync(join(projectFolder, "notebooks"))].map(({ name }) => name)
    .filter((name) => wanted.test(name)).sort();
  const built = args.text("site");
  await using server = built === undefined ? await SiteServer.build() : new SiteServer(built);
  for (const name of names) {
    const since = performance.now();
    const compare = args.flag("full") ? compareWithStored : compareWithDeno;
    const { same, of, differences } = await compare(server, name);
    for (const difference of differences) console.log(`${name}, ${difference}`);
    const seconds = Math.round((performance.now() - since) / 1000);
    console.log(`${name}: ${same} of ${of} cells with the same text, ${seconds} s`);
    if (differences.length > 0) Deno.exitCode = 1;
  }
}

/** What a cell shows, as text; a time left in a progress bar is no part of it. */
function textOf(outputs: readonly Output[]): string {
  return outputs.map((output) => {
    if (output.output_type === "stream") return output.text;
    if (output.output_type === "error") return output.traceback.join("\n");
    const text = output.data["text/plain"];
    return typeof text === "string" ? text : JSON.stringify(output.data);
  }).join("").replace(/\n+$/, "");
}

function codeCells(text: string): CodeCell[] {
  return parseNotebook(text).cells.filter((cell) => cell.cell_type === "code");
}

/** The first lines in which the two differ, and how many do in all. */
function differenceOf(cell: CodeCell, site: string, other: string): string {
  const [here, there] = [site.split("\n"), other.split("\n")];
  const lines = Array.from({ length: Math.max(here.length, there.length) }, (_, line) => line)
    .filter((line) => here[line] !== there[line]);
  const shown = lines.slice(0, 3).map((line) =>
    `\n  line ${line + 1}\n    site:  ${here[line] ?? "(none)"}\n    other: ${
      there[line] ?? "(none)"
    }`
  );
  return `cell ${cell.id}, ${lines.length} of ${there.length} lines:${shown.join("")}`;
}

/** With the small budget, and the homework as it is. */
async function compareWithDeno(server: SiteServer, name: string): Promise<Comparison> {
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const path = `notebooks/${name}`;
  const text = await Deno.readTextFile(join(projectFolder, path));
  await page.goto(server.address(`${path.replace(/ipynb$/, "html")}?COURSE_BUDGET=small`));
  await runWhole(page, codeCells(text).length, 800_000);
  const here = codeCells(await storedNotebook(page, path));
  const there = codeCells(await runOnDeno(name));
  const compared = there.flatMap((cell, index) => hasTag(cell, "timing") ? [] : [index]);
  const differences = compared.flatMap((index) => {
    const [site, deno] = [here[index], there[index]].map(({ outputs }) => textOf(outputs));
    return site === deno ? [] : [differenceOf(there[index], site, deno)];
  });
  return { same: compared.length - differences.length, of: compared.length, differences };
}

/** The notebook's text after a run on Deno, in a copy. */
async function runOnDeno(name: string): Promise<string> {
  const folder = await Deno.makeTempDir({
    dir: join(projectFolder, ".staging"),
    prefix: "compare-",
  });
  try {
    const from = join(projectFolder, "notebooks");
    await Deno.copyFile(join(from, name), join(folder, name));
    const config = await Deno.readTextFile(join(from, "deno.json"));
    await Deno.writeTextFile(join(folder, "deno.json"), config.replaceAll('"../', '"../../'));
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "notebooks", join(folder, name), "--write"],
      cwd: projectFolder,
      env: { COURSE_BUDGET: "small" },
      stdout: "null",
      stderr: "inherit",
    }).output();
    if (!success) console.log(`${name}: Deno reports an error`);
    return await Deno.readTextFile(join(folder, name));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Solved, with the full budget; every check must pass. */
async function compareWithStored(server: SiteServer, name: string): Promise<Comparison> {
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const path = `notebooks/${name}`;
  const stored = codeCells(await Deno.readTextFile(join(projectFolder, path)));
  await page.goto(server.address());
  await untilKept(page); // then the kernel has threads
  await bringSolved(page, name);
  await page.goto(server.address(path.replace(/ipynb$/, "html")));
  await ready(page);
  await runAll(page, 3_600_000);
  const here = codeCells(await storedNotebook(page, path));
  const compared = stored.flatMap((cell, index) =>
    hasTag(cell, "timing") || hasTag(cell, "homework") ? [] : [index]
  );
  const differences = compared.flatMap((index) => {
    const site = textOf(here[index].outputs);
    if (hasTag(stored[index], "check")) {
      const hasPassed = here[index].outputs.some((output) => statusIn(output) === "passed");
      return hasPassed ? [] : [differenceOf(stored[index], site, "a check that passes")];
    }
    const other = textOf(stored[index].outputs);
    return site === other ? [] : [differenceOf(stored[index], site, other)];
  });
  return { same: compared.length - differences.length, of: compared.length, differences };
}

/** Uploads the notebook with its exercises solved, on the list's page. */
async function bringSolved(page: Page, name: string): Promise<void> {
  const notebook = parseNotebook(await Deno.readTextFile(join(projectFolder, "notebooks", name)));
  for (const cell of notebook.cells) {
    const { exercise } = cell.metadata;
    if (typeof exercise === "string" && hasTag(cell, "homework")) {
      cell.source = await solutionCell(exercise);
    }
  }
  const folder = await Deno.makeTempDir();
  try {
    const file = join(folder, name);
    await Deno.writeTextFile(file, serializeNotebook(notebook, { metadata: "all" }));
    await page.locator(".own-work input").setInputFiles(file);
    await page.locator(".own-work li", { hasText: name }).waitFor();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) await runCommand(spec, main);
