/**
 * The worker of a site that runs the course in a browser, where each module of
 * `lib/platform` gives way to its twin in `lib/platform/browser`.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "lib/command.ts";
import { isRecord, readJson } from "lib/platform/json_file.ts";
import { packageFolder, projectFile } from "lib/platform/project.ts";

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
  const workshop = await Deno.makeTempDir();
  try {
    const importMap = join(workshop, "import_map.json");
    await Deno.writeTextFile(importMap, JSON.stringify({ imports: await browserImports() }));
    await Promise.all([
      bundle(importMap, entry, join(folder, "worker.js")),
      bundle(importMap, `${threadModule}.ts`, join(folder, `${threadModule}.js`)),
    ]);
  } finally {
    await Deno.remove(workshop, { recursive: true });
  }
  await copyModules(projectFile("lib/engine"), join(folder, "lib", "engine"));
  await copyModules(packageFolder(wasmBackend), join(folder, "packages", wasmBackend));
}

async function bundle(importMap: string, entry: string, output: string): Promise<void> {
  await Deno.mkdir(dirname(output), { recursive: true });
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", "--minify"],
      ...["--no-config", "--import-map", importMap, "--lock", projectFile("deno.lock"), "--frozen"],
      ...["--output", output, projectFile(entry)],
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

/** The course's import map with absolute addresses, and the twins in the place of the modules. */
async function browserImports(): Promise<Record<string, string>> {
  const map = await readJson(projectFile("lib/import_map.json"));
  if (!isRecord(map) || !isRecord(map.imports)) {
    throw new TypeError("expected lib/import_map.json to hold imports");
  }
  const lib = pathToFileURL(projectFile("lib/")).href;
  const imports: Record<string, string> = {};
  for (const [name, target] of Object.entries(map.imports)) {
    imports[name] = `${target}`.startsWith(".") ? new URL(`${target}`, lib).href : `${target}`;
  }
  for await (const { name } of Deno.readDir(projectFile("lib/platform/browser"))) {
    const twin = `${lib}platform/browser/${name}`;
    // Other folders name the module by its alias, its neighbours by its address.
    imports[`lib/platform/${name}`] = imports[`${lib}platform/${name}`] = twin;
  }
  return imports;
}
