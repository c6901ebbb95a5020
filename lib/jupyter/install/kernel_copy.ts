/**
 * A copy of the kernel that depends on nobody's home folder: its modules, the parser that they load, and
 * Deno itself if the one that runs here is not for everybody. Other users of the machine start it without
 * network, and their own Deno cache stays theirs.
 *
 * ```
 * share/deno-course/
 *   kernel/deno.json, typescript.cjs, lib/…   replaced as a whole by the next installation
 *   deno-2.9.6/deno                           only where needed
 * ```
 *
 * @module
 */
import { dirname, join } from "node:path";
import { letAllRead, makeFolderForAll } from "./files_for_all.ts";
import { stableDeno } from "./stable_deno.ts";

const library = new URL("../../", import.meta.url);
/** What runs in the kernel's two processes. */
const entries = ["jupyter/kernel/hardened_kernel_main.ts", "jupyter/inside/prelude.ts"];

/** What a kernelspec of the copy names. */
export interface KernelCopy {
  /** Path of Deno. */
  readonly deno: string;
  /** Path of the copy's `hardened_kernel_main.ts`. */
  readonly main: string;
}

/** Makes or renews the copy in `folder`. A kernel that runs from it is not disturbed. */
export async function copyKernel(folder: string): Promise<KernelCopy> {
  await makeFolderForAll(folder);
  const current = join(folder, "kernel");
  const next = join(folder, "kernel.new");
  const former = join(folder, "kernel.old");
  await removeFolder(next);
  await makeFolderForAll(next);
  for (const module of await kernelModules()) {
    await copyFile(new URL(module, library), join(next, "lib", module));
  }
  const { default: parser } = await import("typescript");
  await copyFile(parser.sys.getExecutingFilePath(), join(next, "typescript.cjs"));
  const imports = { "lib/": "./lib/", "typescript": "./typescript.cjs" };
  await Deno.writeTextFile(join(next, "deno.json"), JSON.stringify({ imports }, null, 2) + "\n");
  await letAllRead(join(next, "deno.json"));
  const deno = await stableDeno({ copyFolder: folder, forAll: true });
  await removeFolder(former);
  await Deno.rename(current, former).catch(ignoreMissing);
  await Deno.rename(next, current);
  await removeFolder(former);
  return { deno, main: join(current, "lib", entries[0]) };
}

/** Takes the copy away. */
export async function removeKernelCopy(folder: string): Promise<void> {
  await removeFolder(folder);
}

/** The kernel's own modules, as paths below `lib/`. */
async function kernelModules(): Promise<string[]> {
  const modules = new Set<string>();
  for (const entry of entries) {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--no-lock", new URL(entry, library).href],
      cwd: library,
      env: { NO_COLOR: "1" },
    }).output();
    if (!success) throw new Error(`deno info ${entry}: ${new TextDecoder().decode(stderr)}`);
    const graph: { readonly modules: readonly { readonly specifier: string }[] } = JSON.parse(
      new TextDecoder().decode(stdout),
    );
    for (const { specifier } of graph.modules) {
      if (specifier.startsWith(library.href)) modules.add(specifier.slice(library.href.length));
    }
  }
  return [...modules].sort();
}

async function copyFile(from: string | URL, to: string): Promise<void> {
  await makeFolderForAll(dirname(to));
  await Deno.writeFile(to, await Deno.readFile(from));
  await letAllRead(to);
}

async function removeFolder(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
