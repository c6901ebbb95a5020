/**
 * The folder that a learner's process can see: its cells, the few library modules that they may use, and
 * the module that runs them. Nothing else of the project is copied, and nothing outside can be read.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { projectFolder } from "lib/platform/project.ts";
import { projectConfig } from "./project_config.ts";
import { tfjsBundle } from "./tfjs_bundle.ts";

/** Folders of one grading run: an own cache for Deno, and the stages. Removed when disposed. */
export class Workspace implements AsyncDisposable {
  #count = 0;
  /** What each stage holds: paths below it. */
  readonly #written = new Map<string, Set<string>>();

  private constructor(
    /** The run's temporary folder. */
    readonly folder: string,
    /** Modules that processes load in the place of packages, by the package's name. */
    private readonly bundles: ReadonlyMap<string, string>,
  ) {}

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

  /** Makes a stage with the given cells: module name (`04_2`) to text. One to check `types` cannot run. */
  async stage(content: StageContent, purpose: "run" | "types" = "run"): Promise<string> {
    const folder = join(this.folder, `stage-${this.#count++}`);
    this.#written.set(folder, new Set());
    if (purpose === "types") {
      this.#write(folder, new Map([["deno.d.ts", await denoTypes()]]));
    } else {
      const { packages } = await reachable([childModule, ...content.modules]);
      const offered = new Set([...packages, ...content.packages ?? []]);
      const config = JSON.stringify(await stageConfig(offered, this.bundles));
      this.#write(folder, new Map([["deno.json", config], ["deno.lock", await lockFile()]]));
    }
    await this.extend(folder, content);
    return folder;
  }

  /**
   * Adds to a stage, whose process may be running: what its later cells see, and what the cells before
   * them must not have seen. Packages cannot be added: `content.packages` of the first stage names all.
   */
  async extend(folder: string, content: StageContent): Promise<void> {
    const { modules } = await reachable([childModule, ...content.modules]);
    const written = this.#written.get(folder) ?? new Set();
    const leaked = content.withheld.find((module) => modules.has(module) || written.has(module));
    if (leaked) {
      throw new Error(`expected ${leaked} to stay out of the sandbox; an import leads there`);
    }
    const files = new Map(modules);
    if (content.earlier) files.set("earlier.ts", content.earlier);
    for (const [name, text] of Object.entries(content.cells)) files.set(`cells/${name}.ts`, text);
    this.#write(folder, files);
  }

  /** At once: to wait for files that are so small takes more time than to write them. */
  #write(folder: string, files: ReadonlyMap<string, string>): void {
    const written = this.#written.get(folder);
    const folders = new Set<string>();
    for (const [path, text] of files) {
      if (written?.has(path)) continue;
      const place = join(folder, path);
      if (!folders.has(dirname(place))) Deno.mkdirSync(dirname(place), { recursive: true });
      folders.add(dirname(place));
      Deno.writeTextFileSync(place, text);
      written?.add(path);
    }
  }

  /** Removes a stage whose process has ended. */
  async unstage(folder: string): Promise<void> {
    this.#written.delete(folder);
    await Deno.remove(folder, { recursive: true });
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

/** What a stage holds. */
export interface StageContent {
  /** Module names to texts. */
  readonly cells: Readonly<Record<string, string>>;
  /** What the cells may import: library modules (`lib/tensor/axes.ts`) and packages of the import map. */
  readonly modules: readonly string[];
  /** Packages of the import map that `modules` do not lead to, and later additions need. */
  readonly packages?: readonly string[];
  /** Modules that must not be reached from `modules`, nor be there already. */
  readonly withheld: readonly string[];
  /** A module with the functions of earlier exercises. */
  readonly earlier?: string;
}

/** The module that runs in the stage. */
export const childModule = "lib/homework/sandbox/sandbox_child.ts";

/** What some entries lead to. */
export interface Reachable {
  /** Library modules, by their alias (`lib/tensor/axes.ts`), with their texts. */
  readonly modules: ReadonlyMap<string, string>;
  /** npm packages, by their names in the import map. */
  readonly packages: ReadonlySet<string>;
}

const reached = new Map<string, Promise<Reachable>>();

/** Everything that `entries` (library modules and packages) lead to. Each list is followed once. */
export function reachable(entries: readonly string[]): Promise<Reachable> {
  const key = [...new Set(entries)].sort().join();
  const known = reached.get(key) ?? follow(entries);
  reached.set(key, known);
  return known;
}

async function follow(entries: readonly string[]): Promise<Reachable> {
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  const queue = [...entries];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (!name.startsWith("lib/")) {
      packages.add(name);
    } else if (!modules.has(name)) {
      const text = await Deno.readTextFile(join(projectFolder, name));
      modules.set(name, text);
      const from = new URL(name, "file:///");
      const imports = ts.preProcessFile(text, true, true).importedFiles
        .map(({ fileName }) => fileName).filter((imported) => !imported.startsWith("node:"));
      queue.push(
        ...imports.map((imported) =>
          imported.startsWith(".") ? new URL(imported, from).pathname.slice(1) : imported
        ),
      );
    }
  }
  return { modules, packages };
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
      "lib/": "./lib/",
      ...Object.fromEntries([...bundles].filter(([name]) => packages.has(name))),
      ...Object.fromEntries(aliases),
    },
    nodeModulesDir: "none",
  };
}

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
