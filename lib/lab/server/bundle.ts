/**
 * The page's bundle: made on first start from `front/` and the packages that its `package.json` pins,
 * by Deno's own installer and esbuild, and kept in `.cache` under the hash of those sources. A build
 * happens in a folder of its own and takes its final name in one step, so an interrupted one leaves
 * nothing that looks finished.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "lib/platform/cache_folder.ts";
import { projectFolder } from "lib/platform/project.ts";
import { type Progress, progressBar } from "lib/progress.ts";
import { offlineHint, runDeno } from "./run_deno.ts";

/** A finished bundle. */
export interface Bundle {
  readonly folder: string;
  /** Changes whenever the bundle's sources change. */
  readonly version: string;
}

const front = fileURLToPath(new URL("../front/", import.meta.url));
/** Modules that the page shares with the rest of the course, with what they import, as it imports them. */
const shared: readonly string[] = [
  "lib/homework/exercise/in_notebook.ts",
  "lib/jupyter/source/import_block.ts",
  "lib/language.ts",
  "lib/lessons/glossary/terms.ts",
];

/** What is bundled in the page's place. */
export interface OtherBundle {
  /** Begins the name of its folder in the cache. */
  readonly prefix: string;
  /** Further sources: their paths in the workshop, and where they lie. */
  readonly sources: ReadonlyMap<string, string>;
  /** The one among them that exports `bundlesOf`, see `front/bundle.ts`. */
  readonly module: string;
}

/** Finds the bundle, or makes it: some seconds on the first start. */
export async function ensureBundle(
  { cache: given, progress, environment, other }: {
    readonly other?: OtherBundle;
    /** The folder for bundles. Default: see {@linkcode cacheFolder}. */
    readonly cache?: string;
    readonly progress?: Progress;
    /** Additions to the installer's environment, asked for if there is something to fetch. */
    readonly environment?: () => Record<string, string>;
  } = {},
): Promise<Bundle> {
  const cache = given ?? await cacheFolder();
  const sources = new Map([...await pageSources(), ...other?.sources ?? []]);
  const version = await hashFiles(sources);
  const prefix = other?.prefix ?? "lab-";
  const folder = join(cache, prefix + version);
  if (await isFolder(folder)) return { folder, version };
  const bar = progress ??
    progressBar({ total: 100, label: "preparing the page (first start only)" });
  await Deno.mkdir(cache, { recursive: true });
  await removeOld(cache, prefix);
  const workshop = await Deno.makeTempDir({ dir: cache, prefix: `${prefix}build-` });
  try {
    bar.update(0, "fetching packages");
    await prepareWorkshop(workshop, environment?.(), sources);
    bar.update(70, "bundling"); // percent of the time that it takes with a fast network
    const output = join(workshop, "www");
    const args = [output, ...other ? [other.module] : []];
    await runDeno(["run", "--allow-all", "--quiet", "bundle.ts", ...args], { cwd: workshop });
    bar.update(95, "cleaning up");
    try {
      await Deno.rename(output, folder);
    } catch (error) {
      if (!await isFolder(folder)) throw error; // else somebody else was faster
    }
  } finally {
    await Deno.remove(workshop, { recursive: true }).catch(() => {});
  }
  bar.update(100);
  bar.finish("");
  return { folder, version };
}

/** Copies the front end's sources to `folder` and installs their packages beside them. */
export async function prepareWorkshop(
  folder: string,
  environment?: Readonly<Record<string, string>>,
  sources?: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, file] of sources ?? await pageSources()) {
    const copy = join(folder, path);
    await Deno.mkdir(dirname(copy), { recursive: true });
    await Deno.copyFile(file, copy);
  }
  await Deno.writeTextFile(join(folder, "deno.json"), JSON.stringify(workshopConfig));
  await runDeno(["install", "--quiet"], { cwd: folder, environment, hint: offlineHint });
}

/** Packages go to `node_modules`, exactly as locked; the sources run in a browser. */
const workshopConfig = {
  nodeModulesDir: "auto",
  imports: { "lib/": "./lib/" },
  lock: { path: "deno.lock", frozen: true },
  compilerOptions: { lib: ["dom", "dom.iterable", "esnext", "deno.ns"] },
};

/** The page's sources: their paths in the workshop, and where they lie. */
async function pageSources(): Promise<ReadonlyMap<string, string>> {
  const own = (await sourceFiles(front)).map((file) =>
    [relative(front, file).replaceAll("\\", "/"), file] as const
  );
  return new Map([...own, ...shared.map((path) => [path, join(projectFolder, path)] as const)]);
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

async function hashFiles(files: ReadonlyMap<string, string>): Promise<string> {
  const hash = createHash("sha256");
  for (const [path, file] of files) {
    hash.update(path).update("\0");
    hash.update(await Deno.readFile(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

/** Removes what an interrupted build left, and bundles of earlier versions once a day has passed. */
async function removeOld(cache: string, prefix: string): Promise<void> {
  for await (const { name, isDirectory } of Deno.readDir(cache)) {
    if (!isDirectory || !name.startsWith(prefix)) continue;
    const { mtime } = await Deno.stat(join(cache, name));
    const minutes = (Date.now() - (mtime?.getTime() ?? 0)) / 60_000;
    if (minutes > (name.startsWith(`${prefix}build-`) ? 10 : 24 * 60)) {
      await Deno.remove(join(cache, name), { recursive: true }).catch(() => {});
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await Deno.stat(path).then((info) => info.isDirectory, () => false);
}
