/**
 * `deno task kernel`: makes the hardened kernel known to JupyterLab, VS Code, the classic Notebook and
 * JupyterHub.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import type { JsonObject } from "lib/jupyter/json.ts";
import { KernelClient } from "lib/jupyter/kernel_client.ts";
import {
  courseKernel,
  courseKernelspec,
  defaultKernel,
  installKernelspec,
  isOurs,
  kernelArguments,
  kernelsFolder,
  readKernelspec,
  removeKernelspec,
} from "lib/jupyter/kernelspec.ts";
import { denoVersion, mayVanish, stableDeno } from "lib/jupyter/stable_deno.ts";

/** How the command is typed. */
export const kernelSpec: CommandSpec = {
  name: "kernel",
  summary: "Installs the hardened Deno kernel for JupyterLab, VS Code and JupyterHub.",
  usage: "[options]",
  options: {
    "as-default": {
      type: "flag",
      help: `also under the name "${defaultKernel}", which the notebooks ask for`,
    },
    user: { type: "flag", help: "for you alone (the default)" },
    system: { type: "flag", help: "for everybody on this machine, as JupyterHub needs it" },
    check: { type: "flag", help: "install nothing; check what is installed and try it" },
    remove: { type: "flag", help: "take it away; a former kernel of that name comes back" },
  },
  notes: `
Without it, a stock "deno jupyter --install" opens the notebooks too, but loses some output under
"Run all" and cannot stop a cell. The kernel runs from this folder: install it again after moving it.`,
};

/** Does what `deno task kernel` does; returns the exit status. */
export async function runKernelCommand(args: Arguments): Promise<number> {
  if (args.words.length > 0) throw new UserError(`Expected options only, got ${args.words[0]}.`);
  if (args.flag("system") && args.flag("user")) {
    throw new UserError("Expected --user or --system, got both.");
  }
  const folder = kernelsFolder(args.flag("system") ? "system" : "user");
  try {
    if (args.flag("remove")) return await remove(folder);
    if (args.flag("check")) return await check(folder);
    return await install(folder, args.flag("as-default"));
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    throw new UserError(`No permission to write to ${folder}: ${error.message}`);
  }
}

async function install(folder: string, asDefault: boolean): Promise<number> {
  const deno = await stableDeno();
  console.log(await installKernelspec(folder, courseKernel, courseKernelspec(deno)));
  if (asDefault) {
    console.log(await installKernelspec(folder, defaultKernel, courseKernelspec(deno, "Deno")));
  }
  return await check(folder);
}

async function remove(folder: string): Promise<number> {
  let removed = 0;
  for (const name of [courseKernel, defaultKernel]) {
    if (!await removeKernelspec(folder, name)) continue;
    removed++;
    console.log(`Removed ${name} from ${folder}.`);
  }
  if (removed === 0) console.log(`Nothing to remove in ${folder}.`);
  return 0;
}

/** Checks every kernelspec of ours in `folder`, then runs a cell. */
async function check(folder: string): Promise<number> {
  let [found, problems] = [0, 0];
  for (const name of [courseKernel, defaultKernel]) {
    const spec = await readKernelspec(folder, name);
    if (!spec || !isOurs(spec)) continue;
    found++;
    const problem = await problemOf(spec);
    if (problem) problems++;
    console.log(`${name}: ${problem ?? "ready"}`);
  }
  if (found === 0) {
    console.error(`Not installed in ${folder}. Install it with: deno task kernel`);
    return 1;
  }
  if (problems > 0) {
    console.error("Install it again from this folder: deno task kernel");
    return 1;
  }
  await using kernel = await KernelClient.start({ cwd: Deno.cwd() });
  const { outputs } = await kernel.execute("6 * 7");
  const works = outputs.some((output) =>
    output.output_type === "execute_result" && output.data["text/plain"] === "42"
  );
  console.log(works ? "A cell ran." : `A cell did not run: ${JSON.stringify(outputs)}`);
  return works ? 0 : 1;
}

/** Why a kernelspec would not start; undefined if it would. */
async function problemOf(spec: JsonObject): Promise<string | undefined> {
  const [deno = "", ...args] = kernelArguments(spec);
  const version = await denoVersion(deno);
  if (version === undefined) return `${deno} does not run`;
  if (mayVanish(deno)) return `${deno} is in a cache that may vanish`;
  const main = args.find((arg) => arg.endsWith(".ts")) ?? "";
  const there = await Deno.stat(main).then((info) => info.isFile, () => false);
  if (!there) return `${main || "the kernel's file"} is not there any more`;
  if (version !== Deno.version.deno) {
    return `it runs Deno ${version}; the course was made for ${Deno.version.deno}`;
  }
  return undefined;
}

if (import.meta.main) await runCommand(kernelSpec, runKernelCommand);
