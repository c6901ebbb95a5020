/**
 * A name for everything of the course that a verdict may depend on.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";

/**
 * A digest of the library, the solutions that the sandbox lends, the dependencies and Deno's version. Any
 * change in them gives another one: that a verdict is found once more costs less than a wrong one.
 */
export async function courseVersion(): Promise<string> {
  const hash = createHash("sha256").update(Deno.version.deno);
  const files = await sourceFiles("lib");
  for (const path of [...files.sort(), "deno.json", "deno.lock"]) {
    hash.update(`\n${path}\n`).update(await Deno.readFile(join(projectFolder, path)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function sourceFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(projectFolder, folder))) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await sourceFiles(path));
    else if (name.endsWith(".ts")) found.push(path);
  }
  return found;
}
