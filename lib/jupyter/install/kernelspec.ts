/**
 * Kernelspecs: the folders in which Jupyter front ends find the kernels that they can start
 * (https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs).
 *
 * @module
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { asObject, asStrings, isJsonObject, type JsonObject, parseJson } from "../format/json.ts";
import { letAllRead, makeFolderForAll } from "./files_for_all.ts";

/** The name under which the hardened kernel is installed. */
export const courseKernel = "deno-course";
/** The name of the stock kernel, and of every notebook of the course. */
export const defaultKernel = "deno";
const ownMain = fileURLToPath(new URL("../kernel/hardened_kernel_main.ts", import.meta.url));
/** What stood under a name before us, kept beside our own file. */
const formerFile = "kernel.json.before-course";

/**
 * For whom a kernel is installed: the user, everybody on this machine, or everybody whose Jupyter lives
 * under a prefix (Python's `sys.prefix`, such as `/opt/conda`).
 */
export type Scope = "user" | "system" | { readonly prefix: string };

/** The folder for data that a kernel shared by everybody keeps beside its kernelspec. */
export function sharedDataFolder(
  scope: Exclude<Scope, "user">,
  os: typeof Deno.build.os = Deno.build.os,
  environment: (name: string) => string | undefined = (name) => Deno.env.get(name),
): string {
  if (scope !== "system") return join(scope.prefix, "share");
  return os === "windows" ? environment("PROGRAMDATA") ?? "C:\\ProgramData" : "/usr/local/share";
}

/** The folder that holds kernelspecs. */
export function kernelsFolder(
  scope: Scope,
  os: typeof Deno.build.os = Deno.build.os,
  environment: (name: string) => string | undefined = (name) => Deno.env.get(name),
): string {
  if (scope !== "user") return join(sharedDataFolder(scope, os, environment), "jupyter", "kernels");
  const dataFolder = environment("JUPYTER_DATA_DIR");
  if (dataFolder) return join(dataFolder, "kernels");
  if (os === "windows") {
    return join(
      environment("APPDATA") ?? join(homedir(), "AppData", "Roaming"),
      "jupyter",
      "kernels",
    );
  }
  if (os === "darwin") return join(homedir(), "Library", "Jupyter", "kernels");
  const data = environment("XDG_DATA_HOME") || join(homedir(), ".local", "share");
  return join(data, "jupyter", "kernels");
}

/** What {@linkcode courseKernelspec} may be told. */
export interface KernelspecOptions {
  /** What front ends call the kernel. Default: `Deno (course)`. */
  readonly displayName?: string;
  /** Path of `hardened_kernel_main.ts`. Default: the one beside this file. */
  readonly main?: string;
}

/** The content of the hardened kernel's `kernel.json`, run by the Deno at this path. */
export function courseKernelspec(deno: string, options: KernelspecOptions = {}): JsonObject {
  const { displayName = "Deno (course)", main = ownMain } = options;
  return {
    argv: [deno, "run", "--quiet", "--allow-all", "--no-lock", main, "{connection_file}"],
    display_name: displayName,
    language: "typescript",
    interrupt_mode: "message",
    metadata: { course: true },
  };
}

/** What {@linkcode installKernelspec} did. */
export interface Installed {
  /** Path of our `kernel.json`. */
  readonly path: string;
  /** Where the file of a kernel that is not ours lies now. */
  readonly former?: string;
}

/**
 * Writes a kernelspec, which with `forAll` every user may read. A `kernel.json` that is not ours is kept
 * beside it, for {@linkcode removeKernelspec}.
 */
export async function installKernelspec(
  folder: string,
  name: string,
  spec: JsonObject,
  forAll = false,
): Promise<Installed> {
  const own = join(folder, name);
  const path = join(own, "kernel.json");
  const found = await readKernelspec(folder, name);
  if (forAll) await makeFolderForAll(own);
  else await Deno.mkdir(own, { recursive: true });
  let former: string | undefined;
  if (!(found && isOurs(found)) && await exists(path)) {
    former = join(own, formerFile);
    await Deno.rename(path, former);
  }
  await writeAtomically(path, JSON.stringify(spec, null, 2) + "\n");
  if (forAll) await letAllRead(path);
  return { path, former };
}

/** Takes our kernelspec away and puts back what stood there before. False if there was none of ours. */
export async function removeKernelspec(folder: string, name: string): Promise<boolean> {
  const spec = await readKernelspec(folder, name);
  if (!spec || !isOurs(spec)) return false;
  const own = join(folder, name);
  try {
    await Deno.rename(join(own, formerFile), join(own, "kernel.json"));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    await Deno.remove(own, { recursive: true });
  }
  return true;
}

/** The installed `kernel.json` of that name; undefined if there is none or it is not JSON. */
export async function readKernelspec(
  folder: string,
  name: string,
): Promise<JsonObject | undefined> {
  try {
    const spec = parseJson(await Deno.readTextFile(join(folder, name, "kernel.json")));
    return isJsonObject(spec) ? spec : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** True if this kernelspec was written by {@linkcode installKernelspec} with the hardened kernel. */
export function isOurs(spec: JsonObject): boolean {
  return asObject(spec.metadata).course === true;
}

/** The command line of a kernelspec, in which `{connection_file}` stands for a path. */
export function kernelArguments(spec: JsonObject): string[] {
  return asStrings(spec.argv);
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}
