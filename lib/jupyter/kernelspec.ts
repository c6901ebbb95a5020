/**
 * Kernelspecs: the folders in which Jupyter front ends find the kernels that they can start
 * (https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs).
 *
 * @module
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAtomically } from "lib/atomic_write.ts";
import { asObject, asStrings, isJsonObject, type JsonObject, parseJson } from "lib/jupyter/json.ts";

/** The name under which the hardened kernel is installed. */
export const courseKernel = "deno-course";
/** The name of the stock kernel, and of every notebook of the course. */
export const defaultKernel = "deno";
/** What stood under a name before us, kept beside our own file. */
const formerFile = "kernel.json.before-course";

/** For whom a kernel is installed: the user, or everybody on this machine (JupyterHub). */
export type Scope = "user" | "system";

/** The folder that holds kernelspecs. */
export function kernelsFolder(
  scope: Scope,
  os: typeof Deno.build.os = Deno.build.os,
  environment: (name: string) => string | undefined = (name) => Deno.env.get(name),
): string {
  if (scope === "system") {
    return os === "windows"
      ? join(environment("PROGRAMDATA") ?? "C:\\ProgramData", "jupyter", "kernels")
      : "/usr/local/share/jupyter/kernels";
  }
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

/** The content of the hardened kernel's `kernel.json`, run by the Deno at `denoPath`. */
export function courseKernelspec(denoPath: string, displayName = "Deno (course)"): JsonObject {
  const main = fileURLToPath(new URL("hardened_kernel_main.ts", import.meta.url));
  return {
    argv: [denoPath, "run", "--quiet", "--allow-all", "--no-lock", main, "{connection_file}"],
    display_name: displayName,
    language: "typescript",
    interrupt_mode: "message",
    metadata: { course: true },
  };
}

/** Writes a kernelspec. One that is not ours is kept beside it, for {@linkcode removeKernelspec}. */
export async function installKernelspec(
  folder: string,
  name: string,
  spec: JsonObject,
): Promise<string> {
  const own = join(folder, name);
  const path = join(own, "kernel.json");
  const former = await readKernelspec(folder, name);
  await Deno.mkdir(own, { recursive: true });
  if (former && !isOurs(former)) await Deno.rename(path, join(own, formerFile));
  await writeAtomically(path, JSON.stringify(spec, null, 2) + "\n");
  return path;
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

/** The command line of a kernelspec. */
export function kernelArguments(spec: JsonObject): string[] {
  return asStrings(spec.argv);
}
