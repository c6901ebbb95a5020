/**
 * `deno task graph`: who imports whom in lib/.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { importsInLib, roomEdges, withAllowedEdges } from "./rooms.ts";

const spec: CommandSpec = {
  name: "graph",
  summary: "Prints who imports whom in lib/: its rooms, or one room or file.",
  usage: "[NAME…] [options]",
  options: {
    write: { type: "flag", help: "write the allowed edges into .github/CONTRIBUTING.md" },
  },
  notes:
    `NAME is a room or a file: nn, homework/judge, lib/nn/linear.ts. A room is a folder of lib/, or a
subfolder of homework, jupyter and lab. Which edges are allowed stands in tests/rooms.ts.`,
};

const contributing = fileURLToPath(new URL("../.github/CONTRIBUTING.md", import.meta.url));

async function main({ words, flag }: Arguments): Promise<void> {
  if (flag("write")) {
    await writeAtomically(contributing, withAllowedEdges(await Deno.readTextFile(contributing)));
    return;
  }
  const imports = await importsInLib();
  const rooms = roomEdges(imports);
  const files = new Map(
    [...imports].map(([file, targets]) => [file, targets.map(({ target }) => target)]),
  );
  if (words.length === 0) {
    for (const [from, to] of rooms) console.log(`${from} → ${to.join(", ")}`);
  }
  for (const word of words) {
    const name = word.replace(/^lib\/|\/$/g, "");
    const edges = name.endsWith(".ts") ? files : rooms;
    const targets = edges.get(name) ?? [];
    const importers = [...edges].filter(([, to]) => to.includes(name)).map(([from]) => from);
    if (!edges.has(name) && importers.length === 0) {
      throw new UserError(`Expected a room or a file of lib/, got "${word}". See: deno task graph`);
    }
    console.log(`${name}\n  imports      ${targets.join(", ") || "nothing"}`);
    console.log(`  imported by  ${importers.join(", ") || "nothing but commands"}`);
  }
}

if (import.meta.main) await runCommand(spec, main);
