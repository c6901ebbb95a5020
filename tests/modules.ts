/**
 * Which TypeScript files the course consists of.
 *
 * @module
 */

/** Programs of their own: AssemblyScript, and what uses the packages of the page's front end. */
const programsOfTheirOwn = ["lib/engine/assembly/", "lib/lab/front/", "tests/lab/api/services/"];

const root = new URL("../", import.meta.url);

/**
 * The TypeScript files below `folder`, as URLs, without hidden ones and without programs that another
 * compiler reads.
 *
 * @param folder A path below the project's root, such as `lib/`.
 */
export async function typescriptFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, root))) {
    const path = folder + name + (isDirectory ? "/" : "");
    if (name.startsWith(".") || name === "node_modules") continue;
    if (programsOfTheirOwn.includes(path)) continue;
    if (isDirectory) found.push(...await typescriptFiles(path));
    else if (name.endsWith(".ts")) found.push(new URL(path, root).href);
  }
  return found.sort();
}
