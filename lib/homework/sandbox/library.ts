/**
 * What a module of the library leads to by its imports, so that a stage can hold just that.
 *
 * @module
 */
import { join } from "node:path";
import { dirname, join as joinAlias } from "node:path/posix";
import ts from "typescript";
import { projectFolder } from "lib/platform/project.ts";

/** What some entries lead to. */
export interface Library {
  /** Library modules, by their alias (`lib/tensor/axes.ts`), with their texts. */
  readonly modules: ReadonlyMap<string, string>;
  /** npm packages, by their names in the import map. */
  readonly packages: ReadonlySet<string>;
}

const reached = new Map<string, Promise<Library>>();

/** Everything that `entries` (library modules and packages) lead to. Each list is followed once. */
export function reachable(entries: readonly string[]): Promise<Library> {
  const key = [...new Set(entries)].sort().join();
  const known = reached.get(key) ?? follow(entries);
  reached.set(key, known);
  return known;
}

async function follow(entries: readonly string[]): Promise<Library> {
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  const queue = [...entries];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (!name.startsWith("lib/")) {
      packages.add(name);
    } else if (!modules.has(name)) {
      const text = await Deno.readTextFile(join(projectFolder, name));
      modules.set(name, text);
      const types = /^\/\/ @ts-types="([^"]+)"/m.exec(text)?.slice(1) ?? [];
      const imports = ts.preProcessFile(text, true, true).importedFiles
        .map(({ fileName }) => fileName).filter((imported) => !imported.startsWith("node:"))
        .concat(types);
      queue.push(
        ...imports.map((imported) =>
          imported.startsWith(".") ? joinAlias(dirname(name), imported) : imported
        ),
      );
    }
  }
  return { modules, packages };
}

/** What several together lead to. */
export function merged(libraries: readonly Library[]): Library {
  return {
    modules: new Map(libraries.flatMap(({ modules }) => [...modules])),
    packages: new Set(libraries.flatMap(({ packages }) => [...packages])),
  };
}
