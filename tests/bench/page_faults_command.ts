/**
 * Is anything lost when a kernel or the server is killed, the disk is full, or two tabs write at once? Each
 * round a learner writes a line of its own into the page, and the fault comes in the middle; in the end every
 * line must be in the notebook's file or, where two versions met, in the copies beside it.
 *
 *     deno run -A --lock=tests/deno.lock tests/bench/page_faults_command.ts --rounds 20
 *
 * @module
 */
import type { Page } from "playwright-core";
import { join } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { delay } from "lib/platform/waiting.ts";
import { launchChromium, openPage, type Watched } from "../lab/chromium.ts";
import { KilledServer } from "../lab/killed_server.ts";
import { cell, notebook, openNotebook, output, saved } from "../lab/notebook_page.ts";
import { Staged } from "../lab/staging.ts";
import { mountTinyDisk } from "../lab/tiny_disk.ts";

/** The cells of the fixture that a learner writes into. */
const [first, second] = [8, 4];

/** What a number of rounds came to. */
interface Outcome {
  readonly lines: number;
  /** Those that are nowhere. */
  readonly lost: readonly string[];
  readonly problems: readonly string[];
}

/** Notes what the pages of a fault looked like when something went wrong. */
type Witness = (pages: readonly Watched[]) => Promise<void>;

const faults: Readonly<
  Record<string, (rounds: number, witness: Witness) => Promise<Outcome | undefined>>
> = {
  "kernel killed": killKernel,
  "server killed": killServer,
  "disk full": fillDisk,
  "two tabs": writeTwice,
};

const spec: CommandSpec = {
  name: "page-faults",
  summary: "Kills kernels and servers, fills disks and writes in two tabs, and looks what is lost.",
  usage: "[FAULT…] [--rounds N] [--pictures DIR]",
  options: {
    rounds: { type: "text", value: "N", help: "rounds of each fault (default 20)" },
    pictures: {
      type: "text",
      value: "DIR",
      help: "at a fault's first problem, writes what the page shows and its console there",
    },
  },
};

async function main(args: Arguments): Promise<void> {
  const rounds = args.number("rounds") ?? 20;
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new UserError(`--rounds expects a whole number from 1, got ${rounds}.`);
  }
  const unknown = args.words.filter((word) => !Object.hasOwn(faults, word));
  if (unknown.length > 0) {
    throw new UserError(`expected ${Object.keys(faults).join(", ")}, got ${unknown.join(", ")}.`);
  }
  for (const [name, run] of Object.entries(faults)) {
    if (args.words.length > 0 && !args.words.includes(name)) continue;
    const start = performance.now();
    const outcome = await run(rounds, witnessInto(args.text("pictures"), name));
    if (!outcome) {
      console.log(`${name}: cannot be tried here`);
      continue;
    }
    const { lines, lost, problems } = outcome;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `${name}: ${rounds} rounds, ${lines} lines, ${lost.length} lost, ${problems.length} problems, ${seconds} s`,
    );
    for (const text of [...lost.map((line) => `lost: ${line}`), ...problems]) {
      console.log(`  ${text}`);
    }
    if (lost.length + problems.length > 0) Deno.exitCode = 1;
  }
}

/** Adds a line to the end of a cell, as a person types. */
async function addLine(page: Page, index: number, line: string): Promise<void> {
  await cell(page, index).locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(`\n// ${line}`);
}

/** Writes a picture of each page and what its console said into `folder`, if there is one. */
function witnessInto(folder: string | undefined, fault: string): Witness {
  return async (pages) => {
    if (folder === undefined) return;
    await Deno.mkdir(folder, { recursive: true });
    for (const [index, { page, errors, warnings }] of pages.entries()) {
      const path = join(folder, `${fault.replace(" ", "-")}-${index}`);
      await page.screenshot({ path: `${path}.png` });
      await Deno.writeTextFile(`${path}.txt`, [...errors, ...warnings].join("\n"));
    }
  };
}

/**
 * Runs `body` for each round; a round that fails is a problem, and the next one goes on. `atFirst` is called when
 * the first one has failed.
 */
async function inRounds(
  rounds: number,
  body: (round: number) => Promise<void>,
  atFirst: () => Promise<void>,
): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < rounds; round++) {
    try {
      await body(round);
    } catch (error) {
      const text = error instanceof Error
        ? error.message.split("\n").slice(0, 2).join(" ")
        : `${error}`;
      problems.push(`round ${round}: ${text}`);
      if (problems.length === 1) await atFirst();
    }
  }
  return problems;
}

/** Which of `lines` are neither in the notebook's file nor in a copy of the page's version. */
async function lostOf(staged: Staged, lines: readonly string[]): Promise<string[]> {
  const texts = [await staged.read(notebook)];
  const copies = join(staged.root, ".backups");
  for await (const file of filesIn(copies)) texts.push(await Deno.readTextFile(file));
  return lines.filter((line) => !texts.some((text) => text.includes(line)));
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      const path = join(folder, name);
      if (isDirectory) yield* filesIn(path);
      else yield path;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function killKernel(rounds: number, witness: Witness): Promise<Outcome> {
  await using staged = await Staged.make();
  await using server = await staged.serve({ page: true });
  await using browser = await launchChromium();
  const watched = await openPage(browser, server.port);
  const { page } = watched;
  page.setDefaultTimeout(30_000);
  await openNotebook(page, server.port);
  const lines: string[] = [];
  const problems = await inRounds(rounds, async (round) => {
    const [before, after] = [`before ${round};`, `after ${round};`];
    // A kernel that dies more than three times in a minute stays dead, and the page offers to start one.
    const victim = round % 2 === 0 ? "pid" : "ppid";
    await cell(page, first).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(
      `console.log("printed ${round};"); await new Promise((go) => setTimeout(go, 300)); Deno.kill(Deno.${victim}, "SIGKILL");`,
    );
    await addLine(page, second, before);
    lines.push(before);
    await cell(page, first).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+Enter");
    await output(page, first, `printed ${round};`).waitFor();
    await page.locator(".banner:not([hidden])").waitFor();
    await addLine(page, second, after);
    lines.push(after);
    const again = page.locator(".banner").getByRole("button", { name: "Start the kernel again" });
    if (await again.isVisible()) await again.click();
    else await page.locator(".banner").getByRole("button", { name: "Dismiss" }).click();
    await page.locator(".kernel[data-state=idle]").waitFor();
    await output(page, first, `printed ${round};`).waitFor();
    await cell(page, 2).locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(`"alive in ${round};"`);
    await page.keyboard.press("ControlOrMeta+Enter");
    await output(page, 2, `alive in ${round};`).waitFor();
    await saved(page);
  }, () => witness([watched]));
  await page.waitForTimeout(2000);
  await saved(page);
  return { lines: lines.length, lost: await lostOf(staged, lines), problems };
}

async function killServer(rounds: number, witness: Witness): Promise<Outcome> {
  await using staged = await Staged.make();
  await using browser = await launchChromium();
  let server = await KilledServer.start(staged.root, { page: true });
  try {
    const { port } = server;
    const watched = await openPage(browser, port);
    const { page } = watched;
    page.setDefaultTimeout(40_000);
    await openNotebook(page, port);
    const lines: string[] = [];
    const problems = await inRounds(rounds, async (round) => {
      const add = async (when: string): Promise<void> => {
        lines.push(`${when} ${round};`);
        await addLine(page, second, `${when} ${round};`);
      };
      await cell(page, first).locator(".cm-content").click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(
        `for (let i = 0; ; i++) { console.log("step ${round}." + i + ";"); await new Promise((go) => setTimeout(go, 100)); }`,
      );
      await page.keyboard.press("ControlOrMeta+Enter");
      await output(page, first, `step ${round}.1;`).waitFor();
      await add("before");
      await delay(150 * (round % 10)); // at another moment of its saving each time
      await server.kill();
      await add("without");
      await page.locator(".banner", { hasText: "does not answer" }).waitFor();
      server = await KilledServer.start(staged.root, { page: true, port });
      await page.locator(".banner", { hasText: "started anew" }).waitFor();
      await page.locator(".kernel[data-state=idle]").waitFor();
      await page.waitForFunction(() => !document.querySelector(".course-running"));
      await output(page, first, `step ${round}.1;`).waitFor();
      await add("afterwards");
      await page.keyboard.press("ControlOrMeta+s");
      await saved(page);
      const text = await staged.read(notebook);
      for (const when of ["before", "without", "afterwards"]) {
        if (!text.includes(`${when} ${round};`)) throw new Error(`${when} is not in the file`);
      }
      if (!text.includes(`step ${round}.1;`)) throw new Error("the outputs are not in the file");
      parseNotebook(text);
    }, () => witness([watched]));
    return { lines: lines.length, lost: await lostOf(staged, lines), problems };
  } finally {
    await server.kill();
  }
}

async function fillDisk(rounds: number, witness: Witness): Promise<Outcome | undefined> {
  await using staged = await Staged.make();
  const folder = join(staged.root, "notebooks");
  const fixture = parseNotebook(await staged.read(notebook));
  await using disk = await mountTinyDisk(folder);
  if (!disk) return undefined;
  await writeNotebook(join(staged.root, notebook), fixture);
  await using server = await staged.serve({ page: true });
  await using browser = await launchChromium();
  const watched = await openPage(browser, server.port);
  const { page } = watched;
  page.setDefaultTimeout(30_000);
  await openNotebook(page, server.port);
  const filler = join(folder, "filler.bin");
  const lines: string[] = [];
  const problems = await inRounds(rounds, async (round) => {
    const before = await staged.read(notebook);
    await Deno.writeFile(filler, new Uint8Array(1 << 20)).catch(() => {}); // until nothing fits
    try {
      for (const part of ["one", "two"]) {
        lines.push(`${part} ${round};`);
        await addLine(page, second, `${part} ${round};`);
        await page.locator(".saved[data-state='Not saved']").waitFor();
        if (await staged.read(notebook) !== before) throw new Error("the file is another one");
      }
    } finally {
      await Deno.remove(filler);
    }
    const again = page.getByRole("button", { name: "Try again now" });
    if (await again.isVisible()) await again.click();
    await saved(page);
    const text = await staged.read(notebook);
    if (!text.includes(`two ${round};`)) throw new Error("the text is not in the file");
  }, () => witness([watched]));
  return { lines: lines.length, lost: await lostOf(staged, lines), problems };
}

async function writeTwice(rounds: number, witness: Witness): Promise<Outcome> {
  await using staged = await Staged.make();
  await using server = await staged.serve({ page: true });
  await using browser = await launchChromium();
  const tabs: Watched[] = [];
  for (const _tab of ["left", "right"]) {
    const watched = await openPage(browser, server.port);
    watched.page.setDefaultTimeout(30_000);
    await openNotebook(watched.page, server.port);
    tabs.push(watched);
  }
  const pages = tabs.map(({ page }) => page);
  const [left, right] = pages;
  const lines: string[] = [];
  const problems = await inRounds(rounds, async (round) => {
    const texts = [`left ${round};`, `right ${round};`];
    lines.push(...texts);
    await Promise.all([addLine(left, first, texts[0]), addLine(right, second, texts[1])]);
    // One of them saves first; the other one is asked, and takes either version in turns.
    const answer = round % 2 === 0 ? "Keep this page" : "Load from disk";
    for (let wait = 0; wait < 300; wait++) {
      for (const page of pages) {
        const button = page.locator(".jp-Dialog").getByRole("button", { name: answer });
        if (await button.isVisible()) await button.click();
      }
      const states = await Promise.all(
        pages.map(async (page) =>
          await page.locator(".saved[data-state=Saved]").isVisible() &&
          await page.locator(".jp-Dialog").count() === 0
        ),
      );
      const contents = await Promise.all(
        pages.map((page) =>
          page.evaluate(() =>
            [...document.querySelectorAll(".cm-content")].map((node) => node.textContent).join("\n")
          )
        ),
      );
      if (states.every(Boolean) && contents[0] === contents[1]) return;
      await delay(100);
    }
    throw new Error("the tabs do not agree within 30 s");
  }, () => witness(tabs));
  return { lines: lines.length, lost: await lostOf(staged, lines), problems };
}

if (import.meta.main) await runCommand(spec, main);
