/**
 * The folder that a learner's process can see: its cells, the few library modules that they may use, and
 * the module that runs them. Nothing else of the project is copied, and nothing outside can be read.
 *
 * @module
 */
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "lib/platform/project.ts";
import { type Library, reachable } from "./library.ts";
import { projectConfig } from "./project_config.ts";
import { tfjsBundle } from "./tfjs_bundle.ts";

/** Folders of one grading run: an own cache for Deno, and the stages. Removed when disposed. */
export class Workspace implements AsyncDisposable {
  /** The run's temporary folder. */
  readonly folder: string;
  /** Modules that processes load in the place of packages, by the package's name. */
  readonly #bundles: ReadonlyMap<string, string>;
  #count = 0;

  private constructor(folder: string, bundles: ReadonlyMap<string, string>) {
    this.folder = folder;
    this.#bundles = bundles;
  }

  /** Deno's cache of this run; packages come from the course's own cache through a link. */
  get cache(): string {
    return join(this.folder, "cache");
  }

  /**
   * Makes the folder. Packages that are not there yet are downloaded once, by Deno itself.
   *
   * With `many` processes to come, they load tfjs as one file, where it can be made.
   */
  static async create({ many = false }: { readonly many?: boolean } = {}): Promise<Workspace> {
    const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "course-homework-" }));
    const workspace = new Workspace(folder, many ? await makeBundles() : new Map());
    await Deno.mkdir(workspace.cache);
    // A file where Deno would make the folder of web storage: what a learner's code stores fills no disk.
    await Deno.writeTextFile(join(workspace.cache, "location_data"), "");
    await deno(["cache", "--quiet", join(projectFolder, childModule)]);
    const places: { npmCache?: string } = JSON.parse(await deno(["info", "--json"]));
    if (!places.npmCache) throw new Error("expected deno info to name its npm cache");
    // A junction is a link that Windows lets everybody make.
    const type = Deno.build.os === "windows" ? "junction" : "dir";
    await Deno.symlink(places.npmCache, join(workspace.cache, "npm"), { type });
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
    return new Stage(join(this.folder, `stage-${this.#count++}`), this.cache, new Map(files));
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** Ctrl-C and SIGTERM leave no folder behind; the sandbox's process ends with its standard input. */
export function removeOnSignal(workspace: Workspace): void {
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  for (const signal of signals) {
    Deno.addSignalListener(signal, () => {
      Deno.removeSync(workspace.folder, { recursive: true });
      Deno.exit(signal === "SIGINT" ? 130 : 143);
    });
  }
}

/** A workspace made when it is first asked for: where every verdict is known, nothing needs one. */
export class LazyWorkspace implements AsyncDisposable {
  #made: Promise<Workspace> | undefined;

  /** The workspace, the same for all who ask. */
  get(): Promise<Workspace> {
    return this.#made ??= Workspace.create({ many: true }).then((workspace) => {
      removeOnSignal(workspace);
      return workspace;
    });
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
  /** A module with the functions of earlier exercises; it cannot be replaced by another one. */
  readonly earlier?: string;
}

/** A folder with cells and what they may see. A process that runs on it must have ended when it is disposed. */
export class Stage implements AsyncDisposable {
  readonly #written = new Set<string>();

  /** Makes the folder and writes `files`, by their paths below it. */
  constructor(
    /** Where it lies. */
    readonly folder: string,
    /** Deno's cache for processes that run on it. */
    readonly cache: string,
    files: ReadonlyMap<string, string>,
  ) {
    this.#write(files);
  }

  /**
   * Adds to the stage, whose process may be running: what its later cells see, and what the cells before them
   * must not have seen.
   */
  add({ cells, library, withheld = [], earlier }: StageContent): void {
    const files = new Map(library?.modules);
    const leaked = withheld.find((module) => files.has(module) || this.#written.has(module));
    if (leaked) {
      throw new Error(`expected ${leaked} to stay out of the sandbox; an import leads there`);
    }
    if (earlier) files.set("earlier.ts", earlier);
    for (const [name, text] of Object.entries(cells)) files.set(`cells/${name}.ts`, text);
    this.#write(files);
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }

  /** At once: to wait for files that are so small takes more time than to write them. */
  #write(files: ReadonlyMap<string, string>): void {
    const folders = new Set<string>();
    for (const [path, text] of files) {
      if (this.#written.has(path)) continue;
      const place = join(this.folder, path);
      if (!folders.has(dirname(place))) Deno.mkdirSync(dirname(place), { recursive: true });
      folders.add(dirname(place));
      Deno.writeTextFileSync(place, text);
      this.#written.add(path);
    }
  }
}

/** The module that runs in the stage. */
export const childModule = "lib/homework/sandbox/sandbox_child.ts";

let types: Promise<string> | undefined;

/** The types of what Deno itself offers. */
function denoTypes(): Promise<string> {
  return types ??= deno(["types"]);
}

let lock: Promise<string> | undefined;

function lockFile(): Promise<string> {
  return lock ??= Deno.readTextFile(join(projectFolder, "deno.lock"));
}

/** What needs a bundle: the one package that is large. */
async function makeBundles(): Promise<Map<string, string>> {
  const { imports } = await projectConfig();
  const folder = join(projectFolder, ".cache/sandbox");
  const path = await tfjsBundle(folder, imports["@tensorflow/tfjs"]);
  return new Map(path ? [["@tensorflow/tfjs", pathToFileURL(path).href]] : []);
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
