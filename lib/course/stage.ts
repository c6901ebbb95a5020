/**
 * The folder that a learner's process can see: its cells, the few library modules that they may use, and
 * the module that runs them. Nothing else of the project is copied, and nothing outside can be read.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Folders of one grading run: an own cache for Deno, and the stages. Removed when disposed. */
export class Workspace implements AsyncDisposable {
  #count = 0;

  private constructor(
    /** The run's temporary folder. */
    readonly folder: string,
  ) {}

  /** Deno's cache of this run; packages come from the course's own cache through a link. */
  get cache(): string {
    return join(this.folder, "cache");
  }

  /** Makes the folder. Packages that are not there yet are downloaded once, by Deno itself. */
  static async create(): Promise<Workspace> {
    const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "course-homework-" }));
    const workspace = new Workspace(folder);
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

  /** Makes a stage with the given cells: module name (`04_2`) to text. */
  async stage(content: StageContent): Promise<string> {
    const folder = join(this.folder, `stage-${this.#count++}`);
    const modules = await closure([childModule, ...content.modules]);
    const leaked = content.withheld.find((module) => modules.has(module));
    if (leaked) {
      throw new Error(`expected ${leaked} to stay out of the sandbox; an import leads there`);
    }
    const files = new Map<string, string>([...modules].map(([path, { text }]) => [path, text]));
    if (content.earlier) files.set("earlier.ts", content.earlier);
    for (const [name, text] of Object.entries(content.cells)) files.set(`cells/${name}.ts`, text);
    const packages = new Set([
      ...content.modules,
      ...[...modules.values()].flatMap(({ packages }) => packages),
    ]);
    files.set("deno.json", JSON.stringify(await stageConfig(packages)));
    files.set("deno.lock", await Deno.readTextFile(join(projectFolder, "deno.lock")));
    for (const [path, text] of files) {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    }
    return folder;
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
  /** Modules that must not be reached from `modules`. */
  readonly withheld: readonly string[];
  /** A module with the functions of earlier exercises. */
  readonly earlier?: string;
}

/** The module that runs in the stage. */
export const childModule = "lib/course/sandbox_child.ts";

/** The repository's root. */
export const projectFolder: string = fileURLToPath(new URL("../../", import.meta.url));

interface StagedModule {
  readonly text: string;
  /** npm packages that it imports, by their name in the import map. */
  readonly packages: readonly string[];
}

/** Every library module that `entries` lead to. */
async function closure(entries: readonly string[]): Promise<Map<string, StagedModule>> {
  const modules = new Map<string, StagedModule>();
  const queue = entries.filter((name) => name.startsWith("lib/"));
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (modules.has(path)) continue;
    const text = await readModule(path);
    const imports = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
    const from = new URL(path, "file:///");
    const own = imports.filter((name) => name.startsWith("."));
    queue.push(...own.map((name) => new URL(name, from).pathname.slice(1)));
    queue.push(...imports.filter((name) => name.startsWith("lib/")));
    modules.set(path, {
      text,
      packages: imports.filter((name) => !/^(lib\/|\.|node:)/.test(name)),
    });
  }
  return modules;
}

const read = new Map<string, Promise<string>>();

function readModule(path: string): Promise<string> {
  const known = read.get(path) ?? Deno.readTextFile(join(projectFolder, path));
  read.set(path, known);
  return known;
}

/** What a stage takes from the project's deno.json. */
interface ProjectConfig {
  readonly imports: Readonly<Record<string, string>>;
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

/** A deno.json with the aliases and packages of the stage alone. */
async function stageConfig(packages: ReadonlySet<string>): Promise<unknown> {
  const path = join(projectFolder, "deno.json");
  // TypeScript's reader, since deno.json may hold comments and trailing commas.
  const { config }: { config?: ProjectConfig } = ts.parseConfigFileTextToJson(
    path,
    await Deno.readTextFile(path),
  );
  if (!config?.imports) throw new Error(`expected imports in ${path}`);
  const { imports, compilerOptions } = config;
  // A package that the stage does not offer gets an alias that no cell may import. It has to be named at
  // all, or Deno drops it from the lock file, resolves the rest anew and needs the network for that.
  const aliases = Object.entries(imports).filter(([, target]) => target.startsWith("npm:"))
    .map(([name, target]) => [packages.has(name) ? name : `locked/${name}`, target]);
  return {
    imports: { "lib/": "./lib/", ...Object.fromEntries(aliases) },
    // As strict as the course, except for what a half-written function cannot meet.
    compilerOptions: {
      ...compilerOptions,
      noUnusedParameters: false,
      noImplicitReturns: false,
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
