/**
 * Runs notebooks on a site in Chromium and on Deno, both with the small budget, and compares their text outputs cell by
 * cell: `deno run -A --lock=tests/deno.lock tests/site/compare_command.ts [--site=DIR] [04 …]`, where `DIR` holds a site
 * that was built before. It is no part of the tests, for which it takes too long.
 *
 * @module
 */
import { join } from "node:path";
import { type CodeCell, hasTag, type Output, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFolder } from "lib/platform/project.ts";
import { launchChromium } from "../lab/chromium.ts";
import { runWhole, SiteServer, storedNotebook } from "./site_server.ts";

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

/** The configuration of a folder that lies one folder deeper. */
function deeper(config: string): string {
  return config.replaceAll('"../', '"../../');
}

const built = Deno.args.find((argument) => argument.startsWith("--site="))?.slice(7);
const numbers = Deno.args.filter((argument) => /^\d\d$/.test(argument));
const wanted = new RegExp(`^(?:${numbers.join("|") || "\\d\\d"})-.*\\.ipynb$`);
const names = [...Deno.readDirSync(join(projectFolder, "notebooks"))].map(({ name }) => name)
  .filter((name) => wanted.test(name)).sort();
const folder = await Deno.makeTempDir({ dir: join(projectFolder, ".staging"), prefix: "compare-" });
let differences = 0;
try {
  for (const name of [...names, "deno.json"]) {
    const text = await Deno.readTextFile(join(projectFolder, "notebooks", name));
    await Deno.writeTextFile(join(folder, name), name === "deno.json" ? deeper(text) : text);
  }
  await using server = built === undefined ? await SiteServer.build() : new SiteServer(built);
  for (const name of names) {
    await using browser = await launchChromium();
    const path = `notebooks/${name}`;
    const page = await browser.newPage();
    const since = performance.now();
    await page.goto(server.address(`${path.replace(/ipynb$/, "html")}?COURSE_BUDGET=small`));
    const text = await Deno.readTextFile(join(folder, name));
    await runWhole(page, codeCells(text).length, 800_000);
    const seconds = Math.round((performance.now() - since) / 1000);
    const here = codeCells(await storedNotebook(page, path));
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "notebooks", join(folder, name), "--write"],
      cwd: projectFolder,
      env: { COURSE_BUDGET: "small" },
      stdout: "null",
      stderr: "inherit",
    }).output();
    const there = codeCells(await Deno.readTextFile(join(folder, name)));
    let same = 0;
    for (const [index, cell] of there.entries()) {
      if (hasTag(cell, "timing")) continue;
      const [one, other] = [textOf(here[index].outputs), textOf(cell.outputs)];
      if (one === other) {
        same++;
        continue;
      }
      differences++;
      console.log(
        `${name}, cell ${cell.id}:\n  site: ${one.slice(0, 300)}\n  Deno: ${other.slice(0, 300)}`,
      );
    }
    console.log(
      `${name}: ${same} of ${there.length} cells with the same text, ${seconds} s` +
        (success ? "" : "; Deno reports an error"),
    );
  }
} finally {
  await Deno.remove(folder, { recursive: true });
}
Deno.exitCode = differences > 0 ? 1 : 0;
