/**
 * The page's bundle: made on first start from `front/` and the packages that its `package.json` pins,
 * by Deno's own installer and esbuild, and kept in `.cache` under the hash of those sources. A build
 * happens in a folder of its own and takes its final name in one step, so an interrupted one leaves
 * nothing that looks finished.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "lib/command.ts";
import { type Progress, progressBar } from "lib/progress.ts";

/** A finished bundle. */
export interface Bundle {
  readonly folder: string;
  /** Changes whenever the bundle's sources change. */
  readonly version: string;
}

const front = fileURLToPath(new URL("front/", import.meta.url));
const project = fileURLToPath(new URL("../../", import.meta.url));

/** Finds the bundle, or makes it: some seconds on the first start. */
export async function ensureBundle(
  { cache = join(project, ".cache"), progress }: {
    /** The folder for bundles. Default: the project's `.cache`. */
    readonly cache?: string;
    readonly progress?: Progress;
  } = {},
): Promise<Bundle> {
  const files = await sourceFiles(front);
  const version = await hashFiles(files);
  const folder = join(cache, `lab-${version}`);
  if (await isFolder(folder)) return { folder, version };
  const bar = progress ?? progressBar({ total: 4, label: "preparing the page (first start only)" });
  await Deno.mkdir(cache, { recursive: true });
  await removeOld(cache);
  const workshop = await Deno.makeTempDir({ dir: cache, prefix: "lab-build-" });
  try {
    bar.update(0, "copying");
    for (const file of files) {
      const copy = join(workshop, relative(front, file));
      await Deno.mkdir(join(copy, ".."), { recursive: true });
      await Deno.copyFile(file, copy);
    }
    await Deno.writeTextFile(
      join(workshop, "deno.json"),
      JSON.stringify({ nodeModulesDir: "auto", lock: { path: "deno.lock", frozen: true } }),
    );
    bar.update(1, "fetching JupyterLab's notebook");
    await run(["install", "--quiet"], workshop, offlineHint);
    bar.update(2, "bundling");
    const output = join(workshop, "www");
    await run(["run", "--allow-all", "--quiet", "bundle.ts", output], workshop, "");
    bar.update(3, "cleaning up");
    try {
      await Deno.rename(output, folder);
    } catch (error) {
      if (!await isFolder(folder)) throw error; // else somebody else was faster
    }
  } finally {
    await Deno.remove(workshop, { recursive: true }).catch(() => {});
  }
  bar.update(4, "");
  bar.finish("");
  return { folder, version };
}

const offlineHint =
  "\nThe first start fetches the page's packages from the npm registry: is there a network?" +
  "\nLater starts need none.";

async function run(args: string[], cwd: string, hint: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  const words = new TextDecoder().decode(stderr).trim().split("\n").slice(0, 12).join("\n");
  throw new UserError(`The page could not be prepared (deno ${args[0]}):\n${words}${hint}`);
}

async function sourceFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile) files.push(path);
    else if (entry.isDirectory && entry.name !== "node_modules") {
      files.push(...await sourceFiles(path));
    }
  }
  return files.sort();
}

async function hashFiles(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(relative(front, file).replaceAll("\\", "/")).update("\0");
    hash.update(await Deno.readFile(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

/** Removes bundles of earlier versions and what an interrupted build left, once a day has passed. */
async function removeOld(cache: string): Promise<void> {
  const limit = Date.now() - 24 * 3600_000;
  for await (const entry of Deno.readDir(cache)) {
    if (!entry.isDirectory || !entry.name.startsWith("lab-")) continue;
    const path = join(cache, entry.name);
    const { mtime } = await Deno.stat(path);
    const abandoned = entry.name.startsWith("lab-build-") &&
      (mtime?.getTime() ?? 0) < Date.now() - 600_000;
    if (abandoned || (mtime?.getTime() ?? 0) < limit) {
      await Deno.remove(path, { recursive: true }).catch(() => {});
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then((info) => info.isDirectory, () => false);
}
