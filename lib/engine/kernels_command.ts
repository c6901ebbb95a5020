/**
 * `deno task kernels`: compiles the engine's AssemblyScript to the WebAssembly that is committed.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { basename } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { compile, MODULES } from "./build.ts";

const spec: CommandSpec = {
  name: "kernels",
  summary: "Compiles the engine's WebAssembly kernels from lib/engine/assembly/.",
  usage: "[--check]",
  options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
  notes: "The compiled modules are committed: whoever takes the course needs no compiler.",
};

async function main({ flag }: Arguments): Promise<void> {
  for (const variant of ["single", "threads"] as const) {
    const path = fileURLToPath(MODULES[variant]);
    const module = await compile(variant);
    if (flag("check")) {
      const committed = await Deno.readFile(path);
      if (module.length !== committed.length || module.some((byte, i) => byte !== committed[i])) {
        throw new UserError(
          `${basename(path)} differs from what its source gives; run deno task kernels.`,
        );
      }
    } else await writeAtomically(path, module);
    console.log(`${basename(path)}: ${module.length} bytes${flag("check") ? ", unchanged" : ""}`);
  }
}

if (import.meta.main) await runCommand(spec, main);
