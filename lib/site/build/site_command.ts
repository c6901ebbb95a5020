/**
 * `deno task site DIR`: writes the course as a folder that any file server serves.
 *
 * @module
 */
import { basename, dirname, join, resolve } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { progressBar } from "lib/progress.ts";
import { buildSite } from "./site.ts";

const spec: CommandSpec = {
  name: "site",
  summary:
    "Writes the course as a static site, which runs in the browser without a server of its own.",
  usage: "DIR [options]",
  options: {
    address: {
      type: "text",
      value: "URL",
      help: "where the site will be: for its sitemap and for previews on other sites",
    },
  },
  notes: `DIR is made, or replaced as a whole if it is a site of this command already.
Any file server serves it, below any path:
  deno task site /tmp/site && cd /tmp/site && python3 -m http.server`,
};

/** A file that only this command writes: what stands beside it may be replaced. */
const mark = ".attention-course-site";

async function main(args: Arguments): Promise<void> {
  const [word, ...more] = args.words;
  if (word === undefined || more.length > 0) {
    throw new UserError(
      `expected one folder, got ${args.words.length}\nSee: deno task site --help`,
    );
  }
  const target = resolve(word);
  const isOld = await mayReplace(target);
  const address = wholeAddress(args.text("address"));
  await Deno.mkdir(dirname(target), { recursive: true });
  const beside = (kind: string) =>
    join(dirname(target), `.${basename(target)}.${crypto.randomUUID().slice(0, 8)}.${kind}`);
  const made = beside("part");
  await Deno.mkdir(made);
  try {
    const progress = progressBar({ total: 100, label: "building the site" });
    await buildSite(made, { address, progress });
    progress.finish("");
    await Deno.writeTextFile(
      join(made, mark),
      "Made by deno task site, which replaces this folder.\n",
    );
    if (!isOld) return await Deno.rename(made, target);
    const old = beside("old");
    await Deno.rename(target, old);
    await Deno.rename(made, target);
    await Deno.remove(old, { recursive: true });
  } finally {
    await Deno.remove(made, { recursive: true }).catch(() => {}); // it has its final name
  }
  console.log(`The site is in ${target}.`);
}

/** Whether there is a folder to replace. Throws where that holds anything else than a site. */
async function mayReplace(target: string): Promise<boolean> {
  try {
    const names = await Array.fromAsync(Deno.readDir(target), ({ name }) => name);
    if (names.length === 0 || names.includes(mark)) return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    if (error instanceof Deno.errors.NotADirectory) {
      throw new UserError(`expected a folder, got the file ${target}`);
    }
    throw error;
  }
  throw new UserError(
    `expected a folder that is empty, new or a site of this command; ${target} holds something else`,
  );
}

function wholeAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError(
      `--address expects an address such as https://example.org/course/, got "${text}"`,
    );
  }
  return url.href.replace(/\/?$/, "/");
}

if (import.meta.main) await runCommand(spec, main);
