/**
 * The folder that a learner's process can see: its cells, the few library modules that they may use, and
 * the module that runs them. Nothing else of the project is copied, and nothing outside can be read.
 *
 * @module
 */
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "lib/platform/cache_folder.ts";
import { projectFolder } from "lib/platform/project.ts";
import { FolderKeeper } from "./folder_keeper.ts";
import { minimalEnvironment } from "./environment.ts";
import { type Library, reachable } from "./library.ts";
import { projectConfig } from "./project_config.ts";
import { drawUser, type Enclosure, findSecondWall, makePlaces } from "./second_wall.ts";
import { tfjsBundle } from "./tfjs_bundle.ts";

/** Folders of one grading run: an own cache for Deno, and the stages. Removed when disposed. */
export class Workspace implements AsyncDisposable {
  /** The run's temporary folder. */
  readonly folder: string;
  /** Modules that processes load in the place of packages, by the package's name. */
  readonly #bundles: ReadonlyMap<string, string>;
  /** What its processes are put into, where the machine lends a second wall. */
  #enclosure: Omit<Enclosure, "user"> | undefined;
  #hasOwnUsers = false;
  #count = 0;
  readonly #keeper: FolderKeeper;

  private constructor(
    folder: string,
    bundles: ReadonlyMap<string, string>,
    keeper: FolderKeeper,
  ) {
    this.folder = folder;
    this.#bundles = bundles;
    this.#keeper = keeper;
  }

  /** Deno's cache of this run; packages come from the course's own cache through a link. */
  get cache(): string {
    return join(this.folder, "cache");
  }

  /**
   * Makes the folder. Packages that are not there yet are downloaded once, by Deno itself.
   *
   * With `many` processes to come, for a class, they load tfjs as one file, where it can be made, and run behind the
   * second wall, where the machine lends it.
   */
  static async create({ many = false }: { readonly many?: boolean } = {}): Promise<Workspace> {
    const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "course-homework-" }));
    const keeper = new FolderKeeper(folder);
    const bundles = many ? await makeBundles(folder) : new Map();
    const workspace = new Workspace(folder, bundles, keeper);
    await Deno.mkdir(workspace.cache);
    // A file where Deno would make the folder of web storage: what a learner's code stores fills no disk.
    await Deno.writeTextFile(join(workspace.cache, "location_data"), "");
    const lock = ["--lock=deno.lock", "--frozen"];
    await deno(["cache", "--quiet", ...lock, join(projectFolder, childModule)]);
    const places: { npmCache?: string } = JSON.parse(await deno(["info", "--json"]));
    if (!places.npmCache) throw new Error("expected deno info to name its npm cache");
    const wall = await findSecondWall();
    // A junction is a link that Windows lets everybody make.
    const type = Deno.build.os === "windows" ? "junction" : "dir";
    await Deno.symlink(places.npmCache, join(workspace.cache, "npm"), { type });
    // Whoever checks answers of their own needs no wall, and waits for the start.
    if (many && wall.ownTemporaryFolders) {
      const enclosure = { workspace: folder, npmCache: places.npmCache };
      await makePlaces(wall, enclosure);
      // What processes behind the wall write, none after them finds.
      await warmUp(await workspace.stage());
      await Deno.remove(join(workspace.cache, "npm"));
      workspace.#enclosure = enclosure;
      workspace.#hasOwnUsers = wall.ownUser;
    }
    return workspace;
  }

  /**
   * Makes a stage for a process to run on. It offers the packages of the import map that `packages` names, to
   * which none can be added.
   */
  async stage(packages: Iterable<string> = []): Promise<Stage> {
    const child = await reachable([childModule]);
    const offered = new Set([...child.packages, ...packages]);
    const config = JSON.stringify(await stageConfig(offered, this.#bundles));
    return this.#newStage([
      ["deno.json", config],
      ["denied.ts", denied],
      ["deno.lock", await lockFile()],
      ...child.modules,
    ]);
  }

  /** Makes a stage on which types are checked and nothing can run. */
  async typeStage(): Promise<Stage> {
    return this.#newStage([["deno.d.ts", await denoTypes()]]);
  }

  #newStage(files: readonly (readonly [path: string, text: string])[]): Stage {
    const folder = join(this.folder, `stage-${this.#count++}`);
    const user = this.#hasOwnUsers ? drawUser() : undefined;
    const enclosure = this.#enclosure && { ...this.#enclosure, user };
    return new Stage(folder, this.cache, new Map(files), enclosure);
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
    await this.#keeper[Symbol.asyncDispose]();
  }
}

/** A workspace made when it is first asked for: where every verdict is known, nothing needs one. */
export class LazyWorkspace implements AsyncDisposable {
  #made: Promise<Workspace> | undefined;

  /** The workspace, the same for all who ask. */
  get(): Promise<Workspace> {
    return this.#made ??= Workspace.create({ many: true });
  }

  /** Removes the workspace, if there is one. */
  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#made)?.[Symbol.asyncDispose]();
  }
}

/** What is added to a stage. */
export interface StageContent {
  /** Module names (`04_2`) to texts. */
  readonly cells: Readonly<Record<string, string>>;
  /** What the cells may import, with all that it leads to. */
  readonly library?: Library;
  /** Modules that must not be there, nor have come earlier. */
  readonly withheld?: readonly string[];
  /** Modules with functions of earlier exercises, by name. */
  readonly lent?: Readonly<Record<string, string>>;
}

/** A folder with cells and what they may see. A process that runs on it must have ended when it is disposed. */
export class Stage implements AsyncDisposable {
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();

  /** Makes the folder and writes `files`, by their paths below it. */
  constructor(
    /** Where it lies. */
    readonly folder: string,
    /** Deno's cache for processes that run on it. */
    readonly cache: string,
    files: ReadonlyMap<string, string>,
    /** What such processes are put into, where the machine lends it. */
    readonly enclosure?: Enclosure,
  ) {
    this.#write(files);
    if (enclosure?.user === undefined) return;
    // Its user may look into it, others may not, and neither may change it.
    Deno.chownSync(folder, null, enclosure.user);
    Deno.chmodSync(folder, 0o750);
  }

  /**
   * Adds to the stage, whose process may be running: what its later cells see, and what the cells before them
   * must not have seen.
   */
  add({ cells, library, withheld = [], lent = {} }: StageContent): void {
    const files = new Map(library?.modules);
    const leaked = withheld.find((module) => files.has(module) || this.#written.has(module));
    if (leaked) {
      throw new Error(`expected ${leaked} to stay out of the sandbox; an import leads there`);
    }
    for (const [name, text] of Object.entries(lent)) files.set(`${name}.ts`, text);
    for (const [name, text] of Object.entries(cells)) files.set(`cells/${name}.ts`, text);
    this.#write(files);
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }

  /** At once: to wait for files that are so small takes more time than to write them. */
  #write(files: ReadonlyMap<string, string>): void {
    const hasUser = this.enclosure?.user !== undefined;
    for (const [path, text] of files) {
      if (this.#written.has(path)) continue;
      const place = join(this.folder, path);
      this.#makeFolder(dirname(place), hasUser);
      Deno.writeTextFileSync(place, text);
      if (hasUser) Deno.chmodSync(place, 0o644); // the grader's own files may be closed to others
      this.#written.add(path);
    }
  }

  #makeFolder(folder: string, isForUser: boolean): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    if (folder !== this.folder) this.#makeFolder(dirname(folder), isForUser);
    Deno.mkdirSync(folder, { recursive: true });
    if (isForUser && folder !== this.folder) Deno.chmodSync(folder, 0o755);
  }
}

/** The module that runs in the stage. */
const childModule = "lib/homework/sandbox/sandbox_child.ts";

/**
 * Loads tfjs once and ends, so that Deno's cache keeps it compiled: it writes that down only when a program has been
 * loaded to its end, which the child never is. A quarter of the time that a process takes to start.
 */
async function warmUp(stage: Stage): Promise<void> {
  await using _ = stage;
  const module = "cells/warm_up.ts";
  stage.add({ cells: { warm_up: `import "@tensorflow/tfjs";` } });
  await new Deno.Command(Deno.execPath(), {
    args: childArguments(stage.folder, module),
    cwd: stage.folder,
    clearEnv: true,
    env: { ...minimalEnvironment(), DENO_DIR: stage.cache },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
}

/** What Deno is told to run on a stage, and how: the child, or another module of the stage. */
export function childArguments(folder: string, module = childModule): string[] {
  return [
    "run",
    "--no-prompt",
    "--cached-only",
    "--no-remote",
    "--no-check",
    "--quiet",
    `--config=${join(folder, "deno.json")}`,
    `--allow-read=${folder}`,
    "--v8-flags=--max-old-space-size=384,--single-threaded",
    join(folder, module),
  ];
}

let types: Promise<string> | undefined;

/** The types of what Deno itself offers. */
function denoTypes(): Promise<string> {
  return types ??= deno(["types"]);
}

let lock: Promise<string> | undefined;

function lockFile(): Promise<string> {
  return lock ??= Deno.readTextFile(join(projectFolder, "deno.lock"));
}

/** What needs a bundle: the one package that is large. It is copied into the workspace: all may read it there. */
async function makeBundles(workspace: string): Promise<Map<string, string>> {
  const { imports } = await projectConfig();
  const folder = join(await cacheFolder(), "sandbox");
  const path = await tfjsBundle(folder, imports["@tensorflow/tfjs"]);
  if (!path) return new Map();
  const copy = join(workspace, "tfjs.js");
  await Deno.copyFile(path, copy);
  if (Deno.build.os !== "windows") await Deno.chmod(copy, 0o644);
  return new Map([["@tensorflow/tfjs", pathToFileURL(copy).href]]);
}

/** A deno.json with the aliases and packages of the stage alone. */
async function stageConfig(
  packages: ReadonlySet<string>,
  bundles: ReadonlyMap<string, string>,
): Promise<unknown> {
  const { imports } = await projectConfig();
  // A package that the stage does not offer gets an alias that no cell may import. It has to be named at
  // all, or Deno drops it from the lock file, resolves the rest anew and needs the network for that.
  const aliases = Object.entries(imports).filter(([, target]) => target.startsWith("npm:"))
    .map(([name, target]) => [
      packages.has(name) && !bundles.has(name) ? name : `locked/${name}`,
      target,
    ]);
  return {
    imports: {
      ...deniedExcept(usedInChild),
      "lib/": "./lib/",
      "@std/assert": "./lib/std/assert.ts", // which is there where a cell asks for it
      ...Object.fromEntries([...bundles].filter(([name]) => packages.has(name))),
      ...Object.fromEntries(aliases),
    },
    scopes: { "./cells/": deniedExcept([]) },
    nodeModulesDir: "none",
  };
}

/** Built-in modules that tfjs and the child itself import. Cells may not, and the child closes what they offer. */
const usedInChild: readonly string[] = [
  "crypto",
  "fs",
  "http",
  "https",
  "module",
  "process",
  "punycode",
  "stream",
  "string_decoder",
  "url",
  "util",
  "zlib",
];

/**
 * What stands in the place of the modules that Deno has built in, with and without `node:`. Homework needs none,
 * and not all of them ask for a permission: `node:sqlite` writes temporary files of any size.
 */
function deniedExcept(names: readonly string[]): Record<string, string> {
  const all = [...builtinModules, "sqlite", "sea", "test", "test/reporters"]
    .map((name) => name.replace(/^node:/, "")).filter((name) => !names.includes(name));
  return Object.fromEntries(
    all.flatMap((name) => [name, `node:${name}`]).map((name) => [name, "./denied.ts"]),
  );
}

/** What stands in their place. */
const denied = `throw new Deno.errors.NotCapable("Requires access to a built-in module");\n`;

async function deno(args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: projectFolder,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`deno ${args[0]} failed: ${decoder.decode(stderr).trim()}`);
  return decoder.decode(stdout);
}
