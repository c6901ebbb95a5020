/**
 * `deno task locks`: pins the versions of all packages.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { type CommandSpec, runCommand } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { projectFolder } from "lib/platform/project.ts";
import { typescriptFiles } from "./modules.ts";
import { partialLocks } from "./partial_locks.ts";

const spec: CommandSpec = {
  name: "locks",
  summary:
    "Pins the packages of lib/import_map.json, and what they bring along, in the lock files.",
  usage: "",
  options: {},
  notes: `For contributors, after a change of lib/import_map.json.
tests/deno.lock lists everything; deno.lock, what a learner's start fetches, and
native_compiler.lock, what the first check of homework fetches, are parts of it.
What no learner needs is named in tests/partial_locks.ts.`,
};

async function main(): Promise<void> {
  const modules = (await Promise.all(["lib/", "tests/", "datasets/"].map(typescriptFiles))).flat();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", "--lock=tests/deno.lock", ...modules],
    cwd: projectFolder,
  }).output();
  if (!success) throw new Error("deno cache could not fetch all packages");
  for (const [file, text] of await partialLocks()) {
    await writeAtomically(fileURLToPath(file), text);
    console.log(`wrote ${fileURLToPath(file).slice(projectFolder.length)}`);
  }
}

if (import.meta.main) await runCommand(spec, main);
