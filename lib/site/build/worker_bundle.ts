/**
 * The worker of a site that runs the course in a browser, where each module of
 * `lib/platform` gives way to its twin in `lib/platform/browser`.
 *
 * @module
 */
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { isRecord, readJson } from "lib/platform/json_file.ts";
import { packageFolder, projectFile } from "lib/platform/project.ts";
import { forOlderEngines } from "./older_engines.ts";

/** The package whose compiled modules a worker fetches. */
const wasmBackend = "@tensorflow/tfjs-backend-wasm";

/** What threads run: a bundle of its own, at the path by which `startThread` names it. */
const threadModule = "lib/engine/thread_worker";

/**
 * Writes the worker of a site to `worker.js` in `folder`: a module with all that it imports, and beside it
 * what the engine fetches when it starts.
 *
 * @param entry The module, as a path below the course's folder.
 * @param folder What the site will serve; it must exist. Files that the module reads by
 * `projectFile("a/b.tsv")` are to be put there as `a/b.tsv`.
 */
export async function bundleWorker(entry: string, folder: string): Promise<void> {
  await bundleText(`import ${JSON.stringify(pathToFileURL(projectFile(entry)).href)};`, folder);
}

/**
 * Writes the worker that is the kernel of a page, in the same way: it holds all modules of the course that a cell can
 * import.
 */
export async function bundleKernel(folder: string): Promise<void> {
  const names = [...await courseModuleNames(), ...packages];
  const own = (name: string) =>
    name.startsWith("lib/") ? pathToFileURL(projectFile(name)).href : name;
  const lines = [
    `import { startKernel } from "lib/site/kernel/kernel.ts";`,
    ...names.map((name, index) => `import * as module${index} from ${JSON.stringify(own(name))};`),
    `await startKernel(new Map([`,
    ...names.map((name, index) => `  [${JSON.stringify(name)}, () => module${index}],`),
    `]));`,
  ];
  await Promise.all([
    bundleText(lines.join("\n"), folder),
    bundleTypeScript(folder),
  ]);
}

/** What cells can import besides the course's own modules. */
const packages: readonly string[] = [
  "@std/assert",
  "@std/csv",
  "@std/html",
  "@tensorflow/tfjs",
];

/** The folders of `lib/` whose modules run in a browser, and the modules outside of them. */
const portable: readonly string[] = [
  ...["attention", "decoding", "engine", "lessons", "models", "nn", "plots", "tensor", "text"],
  ...["training", "homework/exercise", "homework/exercises"],
];
const single: readonly string[] = [
  ...["homework/check.ts", "language.ts", "progress.ts", "random.ts", "statistics.ts"],
];
/** Those among them that only build or start something, or look for files. */
const notForCells =
  /^lib\/(?:engine\/(?:assembly\/|build|kernels_command|thread_worker|webgpu)|homework\/exercises\/(?:catalogue|mistake_cells|solutions)\.ts)|_command\.ts$/;

async function courseModuleNames(): Promise<string[]> {
  const found: string[] = single.map((name) => `lib/${name}`);
  const visit = async (folder: string): Promise<void> => {
    for await (const { name, isDirectory } of Deno.readDir(projectFile(folder))) {
      const path = `${folder}/${name}`;
      if (isDirectory) await visit(path);
      else if (/\.ts$/.test(name) && !/\.d\.ts$/.test(name) && !notForCells.test(path)) {
        found.push(path);
      }
    }
  };
  await Promise.all(portable.map((folder) => visit(`lib/${folder}`)));
  return found.sort();
}

/**
 * TypeScript in a file of its own: see `kernel/stand_ins/typescript.ts`. Its script is taken as a module, not imported:
 * a bundler puts what is no module into a function, and an engine reads through a function once before it is called and
 * once when it is, which takes a browser a quarter of a second here.
 */
async function bundleTypeScript(folder: string): Promise<void> {
  const script = await Deno.readTextFile(join(packageFolder("typescript"), "typescript.js"));
  await inWorkshop({}, async (workshop, importMap) => {
    const entry = join(workshop, "typescript.js");
    // By these it would know that it runs in Node.
    const notInNode = "const require = undefined, module = undefined;";
    await Deno.writeTextFile(entry, `${notInNode}\n${script}\nexport default ts;\n`);
    await bundle(importMap, entry, folder, ["--minify"]);
  });
}

async function bundleText(text: string, folder: string): Promise<void> {
  await inWorkshop(await browserImports(), async (workshop, importMap) => {
    const entry = join(workshop, "worker.ts");
    await Deno.writeTextFile(entry, text);
    const thread = projectFile(`${threadModule}.ts`);
    await Promise.all([
      bundleForAll(workshop, importMap, entry, folder),
      bundleForAll(workshop, importMap, thread, join(folder, dirname(threadModule))),
    ]);
  });
  await copyModules(projectFile("lib/engine"), join(folder, "lib", "engine"));
  await copyModules(packageFolder(wasmBackend), join(folder, "packages", wasmBackend));
}

/** Runs `action` in a folder that is there as long, with an import map. */
async function inWorkshop(
  imports: Readonly<Record<string, string>>,
  action: (workshop: string, importMap: string) => Promise<void>,
): Promise<void> {
  const workshop = await Deno.makeTempDir();
  try {
    const importMap = join(workshop, "import_map.json");
    await Deno.writeTextFile(importMap, JSON.stringify({ imports }));
    await action(workshop, importMap);
  } finally {
    await Deno.remove(workshop, { recursive: true });
  }
}

/** Bundles a module for engines of several ages. Functions and classes have the names of their sources. */
async function bundleForAll(
  workshop: string,
  importMap: string,
  entry: string,
  folder: string,
): Promise<void> {
  const whole = join(workshop, "whole", basename(entry, ".ts"));
  await bundle(importMap, entry, whole, ["--keep-names"]);
  const file = join(whole, `${basename(entry, ".ts")}.js`);
  await Deno.writeTextFile(file, forOlderEngines(await Deno.readTextFile(file)));
  await bundle(importMap, file, folder, ["--minify"]); // whose names have been kept already
}

async function bundle(
  importMap: string,
  entry: string,
  folder: string,
  options: readonly string[],
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", ...options],
      ...["--no-config", "--import-map", importMap, "--lock", projectFile("deno.lock"), "--frozen"],
      ...["--outdir", folder, entry],
    ],
    stdin: "null",
    stdout: "null",
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return;
  throw new UserError(`${entry} could not be bundled:\n${new TextDecoder().decode(stderr)}`);
}

/** Copies the WebAssembly modules of a folder. */
async function copyModules(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name } of Deno.readDir(from)) {
    if (name.endsWith(".wasm")) await Deno.copyFile(join(from, name), join(to, name));
  }
}

/** The course's import map with absolute addresses. */
async function courseImports(): Promise<Record<string, string>> {
  const map = await readJson(projectFile("lib/import_map.json"));
  if (!isRecord(map) || !isRecord(map.imports)) {
    throw new TypeError("expected lib/import_map.json to hold imports");
  }
  const lib = pathToFileURL(projectFile("lib/")).href;
  const imports: Record<string, string> = {};
  for (const [name, target] of Object.entries(map.imports)) {
    imports[name] = `${target}`.startsWith(".") ? new URL(`${target}`, lib).href : `${target}`;
  }
  return imports;
}

/** What stands in for packages in a browser: files of `kernel/stand_ins`. */
const standIns: Readonly<Record<string, string>> = {
  "node:path": "node_path.ts",
  "node:util": "node_util.ts",
  typescript: "typescript.ts",
  "@tensorflow/tfjs-backend-webgpu": "webgpu.ts",
  // A page draws figures itself.
  "plotly.js-cartesian-dist-min": "plotly.txt",
};

/** As {@linkcode courseImports}, with the twins in the place of the modules. */
async function browserImports(): Promise<Record<string, string>> {
  const imports = await courseImports();
  const lib = pathToFileURL(projectFile("lib/")).href;
  for (const [name, file] of Object.entries(standIns)) {
    imports[name] = `${lib}site/kernel/stand_ins/${file}`;
  }
  for await (const { name } of Deno.readDir(projectFile("lib/platform/browser"))) {
    const twin = `${lib}platform/browser/${name}`;
    // Other folders name the module by its alias, its neighbours by its address.
    imports[`lib/platform/${name}`] = imports[`${lib}platform/${name}`] = twin;
  }
  return imports;
}
