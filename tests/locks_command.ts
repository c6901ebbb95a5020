/**
 * `deno task locks`: pins the versions of all packages.
 *
 * @module
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import importMap from "lib/import_map.json" with { type: "json" };
import { type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { projectFolder } from "lib/platform/project.ts";
import { typescriptFiles } from "./modules.ts";
import { completeLock, lockFiles, packagesOf } from "./partial_locks.ts";

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
  const wanted = packagesOf(importMap.imports);
  const modules = (await Promise.all(["lib/", "tests/", "datasets/"].map(typescriptFiles))).flat();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", "--lock=tests/deno.lock", ...modules],
    cwd: projectFolder,
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) {
    const reason = new TextDecoder().decode(stderr).trim();
    throw new UserError(`Not all packages could be fetched, and nothing is pinned.\n${reason}`);
  }
  for (const [file, text] of await lockFiles()) {
    const path = fileURLToPath(file);
    await writeAtomically(path, text);
    console.log(`wrote ${relative(projectFolder, path)}`);
  }
  const { specifiers } = await completeLock();
  const unused = wanted.filter((specifier) => !(specifier in specifiers));
  if (unused.length > 0) {
    throw new UserError(`Not pinned, since no file imports it: ${unused.join(", ")}.`);
  }
}

if (import.meta.main) await runCommand(spec, main);
