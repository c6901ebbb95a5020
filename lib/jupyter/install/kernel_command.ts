/**
 * `deno task kernel`: makes the hardened kernel known to JupyterLab, VS Code, the classic Notebook and
 * JupyterHub.
 *
 * @module
 */
import { join, resolve } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { checkKernels } from "./kernel_check.ts";
import { copyKernel, removeKernelCopy } from "./kernel_copy.ts";
import {
  courseKernel,
  courseKernelspec,
  defaultKernel,
  installKernelspec,
  kernelsFolder,
  readKernelspec,
  removeKernelspec,
  type Scope,
  sharedDataFolder,
} from "./kernelspec.ts";
import { stableDeno } from "./stable_deno.ts";

/** How the command is typed. */
const kernelSpec: CommandSpec = {
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
    prefix: {
      type: "text",
      value: "DIR",
      help: "for everybody whose Jupyter lives in DIR (Python's sys.prefix, as /opt/conda)",
    },
    check: { type: "flag", help: "install nothing; check what is installed and try it" },
    remove: { type: "flag", help: "take it away; a former kernel of that name comes back" },
  },
  notes: `
Without it, a stock "deno jupyter --install" opens the notebooks too, but loses some output under
"Run all" and cannot stop a cell. Your own kernel runs from this folder: install it again after moving
it. With --system or --prefix the kernel is copied to share/deno-course, and Deno too if others may
not read yours: nothing of it lies in your home folder, and starting it needs no network.`,
};

/** Does what `deno task kernel` does; returns the exit status. */
async function runKernelCommand(args: Arguments): Promise<number> {
  if (args.words.length > 0) throw new UserError(`Expected options only, got ${args.words[0]}.`);
  const scope = scopeOf(args);
  const folder = kernelsFolder(scope);
  try {
    if (args.flag("remove")) return await remove(folder, scope);
    if (!args.flag("check")) await install(folder, scope, args.flag("as-default"));
    return await check(folder, scope);
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied)) throw error;
    throw new UserError(`No permission to write to ${folder}: ${error.message}`);
  }
}

function scopeOf(args: Arguments): Scope {
  const prefix = args.text("prefix");
  const given = ["user", "system"].filter((name) => args.flag(name));
  if (prefix !== undefined) given.push("prefix");
  if (given.length > 1) {
    throw new UserError(`Expected one of --user, --system, --prefix; got --${given.join(", --")}.`);
  }
  if (prefix !== undefined) return { prefix: resolve(prefix) };
  return args.flag("system") ? "system" : "user";
}

/** Where a copy of the kernel for everybody lies. */
function copyFolder(scope: Exclude<Scope, "user">): string {
  return join(sharedDataFolder(scope), courseKernel);
}

async function install(folder: string, scope: Scope, asDefault: boolean): Promise<void> {
  const { deno, main } = scope === "user"
    ? { deno: await stableDeno(), main: undefined }
    : await copyKernel(copyFolder(scope));
  const names = asDefault ? [courseKernel, defaultKernel] : [courseKernel];
  for (const name of names) {
    const displayName = name === defaultKernel ? "Deno" : undefined;
    const spec = courseKernelspec(deno, { displayName, main });
    const { path, former } = await installKernelspec(folder, name, spec, scope !== "user");
    console.log(`Installed ${path}`);
    if (former) {
      console.log(
        `  Another kernel was called ${name}: it is kept in ${former}, and --remove brings it back.`,
      );
    }
  }
}

async function remove(folder: string, scope: Scope): Promise<number> {
  let removed = 0;
  for (const name of [courseKernel, defaultKernel]) {
    if (!await removeKernelspec(folder, name)) continue;
    removed++;
    console.log(`Removed ${name} from ${folder}.`);
  }
  if (scope !== "user") await removeKernelCopy(copyFolder(scope));
  if (removed === 0) console.log(`Nothing to remove in ${folder}.`);
  return 0;
}

/** Says what is installed in `folder` and whether it works. */
async function check(folder: string, scope: Scope): Promise<number> {
  const findings = await checkKernels(folder, scope !== "user");
  for (const { name, path, problem, report } of findings) {
    console.log(`${name}: ${problem ? `does not work: ${problem}` : `works (${report})`}`);
    if (scope !== "user" && await isHidden(name)) {
      console.log(`  For you, ${name} in ${kernelsFolder("user")} comes before ${path}.`);
    }
  }
  const option = scope === "user"
    ? ""
    : scope === "system"
    ? " --system"
    : ` --prefix ${scope.prefix}`;
  if (findings.length === 0) {
    console.error(`Not installed in ${folder}. Install it with: deno task kernel${option}`);
    return 1;
  }
  if (findings.every(({ problem }) => problem === undefined)) return 0;
  console.error(`Install it again from this folder: deno task kernel${option}`);
  return 1;
}

/** True if this user has a kernel of that name of their own, which Jupyter prefers. */
async function isHidden(name: string): Promise<boolean> {
  return await readKernelspec(kernelsFolder("user"), name) !== undefined;
}

if (import.meta.main) await runCommand(kernelSpec, runKernelCommand);
