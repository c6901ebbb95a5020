/**
 * `deno task kernels`: compiles the engine's AssemblyScript to the WebAssembly that is committed.
 *
 * @module
 */
import { basename } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { compile } from "./build.ts";
import { moduleFile, VARIANTS } from "./modules.ts";

const spec: CommandSpec = {
  name: "kernels",
  summary: "Compiles the engine's WebAssembly kernels from lib/engine/assembly/.",
  usage: "[--check]",
  options: { check: { type: "flag", help: "compare with the files instead of writing them" } },
  notes: `The compiled modules are committed: whoever takes the course needs no compiler.
deno task test tests/engine compares what they compute with plain JavaScript.`,
};

async function main({ flag }: Arguments): Promise<void> {
  console.log("Compiling lib/engine/assembly/ …");
  for (const variant of VARIANTS) {
    const path = moduleFile(variant);
    const module = await compile(variant);
    const former = await Deno.readFile(path).catch(() => new Uint8Array());
    const differs = module.length !== former.length || module.some((byte, i) => byte !== former[i]);
    if (differs && flag("check")) {
      throw new UserError(
        `${basename(path)} differs from what its source gives; run deno task kernels.`,
      );
    }
    if (differs) await writeAtomically(path, module);
    const said = differs ? "written" : "unchanged";
    console.log(`${basename(path)}: ${module.length} bytes, ${said}`);
  }
}

if (import.meta.main) await runCommand(spec, main);
