/**
 * What the page's editor must know to help while typing: the declarations of packages, of TypeScript's and
 * Deno's own library, and the course's modules. The page's language service has no other files, so nothing
 * that a notebook names is ever fetched.
 *
 * Paths are those that the language service sees: `/node_modules/…`, `/typescript/…`, `/deno.d.ts`, `/lib/…`.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { isRecord, readJson } from "lib/platform/json_file.ts";
import { projectFolder } from "lib/platform/project.ts";
import { findPlace } from "../api/paths.ts";

/** Texts by the paths under which the language service finds them. */
export type Texts = Readonly<Record<string, string>>;

/** The course's modules, and how they are to be read. */
export interface LibrarySources {
  readonly files: Texts;
  /** The course's import map. */
  readonly imports: Readonly<Record<string, string>>;
  /** How strictly types are checked, as in `deno.json`. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

/**
 * The course's modules that notebooks lead to: their entries, and what the import map names without `npm:`.
 * They are read anew each time, since a learner may change them.
 */
export async function librarySources(): Promise<LibrarySources> {
  const config = await readJson(join(projectFolder, "deno.json"));
  const options = isRecord(config) ? config.compilerOptions : undefined;
  const imports = await importMap();
  const files: Record<string, string> = {};
  const queue = [
    ...[...Deno.readDirSync(join(projectFolder, "lib", "lessons"))]
      .filter(({ name }) => /^\d+\.ts$/.test(name)).map(({ name }) => `/lib/lessons/${name}`),
    ...Object.values(imports).filter((target) => target.endsWith(".ts")).map(inLibrary),
  ];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (path in files) continue;
    const text = await Deno.readTextFile(join(projectFolder, path)).catch(() => undefined);
    if (text === undefined) continue; // named in a comment
    files[path] = text;
    for (const name of namedModules(text)) {
      const target = imports[name] ?? name;
      if (name.startsWith("lib/")) queue.push(`/${name}`);
      else if (name.startsWith(".")) queue.push(posix.join(posix.dirname(path), name));
      else if (target.startsWith("./")) queue.push(inLibrary(target));
    }
  }
  return { files, imports, compilerOptions: isRecord(options) ? options : {} };
}

/** What a learner's own modules may be: more, or larger ones, are no modules for one notebook. */
const ownLimits = { files: 50, bytes: 200_000 };

/**
 * The learner's own modules: the TypeScript files beside a notebook, which lies in `folder` below `root`.
 * Throws {@linkcode HttpError} as {@linkcode findPlace} does.
 */
export async function modulesBeside(root: string, folder: string): Promise<Texts> {
  const { file: place, path } = await findPlace(root, folder);
  const names = [...Deno.readDirSync(place)]
    .filter(({ name, isFile }) => isFile && name.endsWith(".ts") && !name.startsWith("."))
    .map(({ name }) => name).sort().slice(0, ownLimits.files);
  const modules: Record<string, string> = {};
  for (const name of names) {
    const file = join(place, name);
    if ((await Deno.stat(file)).size > ownLimits.bytes) continue;
    modules[posix.join("/", path, name)] = await Deno.readTextFile(file);
  }
  return modules;
}

/**
 * The declarations of the packages that the course's modules use, and of what those use, as JSON of
 * {@linkcode Texts}. They are gathered once for each set of packages, and kept in `cache`.
 */
export async function packageTypings(
  cache: string = join(projectFolder, ".cache"),
): Promise<string> {
  const lock = await Deno.readFile(join(projectFolder, "deno.lock"));
  const digest = createHash("sha256").update(lock).update(Deno.version.deno).update(gathering);
  const kept = join(cache, `typings-${digest.digest("hex").slice(0, 12)}.json`);
  const known = await Deno.readTextFile(kept).catch(() => undefined);
  if (known !== undefined) return known;
  const text = JSON.stringify(await gatherTypings());
  try {
    await Deno.mkdir(cache, { recursive: true });
    for await (const { name } of Deno.readDir(cache)) {
      if (/^typings-\w+\.json$/.test(name)) await Deno.remove(join(cache, name));
    }
    await writeAtomically(kept, text);
  } catch {
    // Where nothing can be written, they are gathered again the next time.
  }
  return text;
}

/** Changes when other files are gathered than before. */
const gathering = "1";

async function gatherTypings(): Promise<Texts> {
  const { files, imports } = await librarySources();
  const texts: Record<string, string> = { "/deno.d.ts": await denoTypes() };
  const compiler = packageFolder(imports.typescript);
  for (
    const [path, text] of declarations(join(compiler, "lib"), /^lib\.(es|decorators).*\.d\.ts$/)
  ) {
    texts[`/typescript/${path}`] = text;
  }
  const seen = new Set<string>();
  const add = (name: string, folder: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const own = declarations(folder, /(^package\.json|(?<!_test)\.d\.[cm]?ts)$/);
    for (const [path, text] of own) texts[`/node_modules/${name}/${path}`] = text;
    const used = [...own.values()].flatMap(namedModules).filter((path) => /^[@\w]/.test(path));
    for (const name of new Set(used.map(packageName))) {
      for (const candidate of [name, typesOf(name)]) {
        const place = dependencyFolder(folder, candidate);
        if (place !== undefined) add(candidate, place);
      }
    }
  };
  const named = new Set(Object.values(files).flatMap(namedModules));
  for (const name of named) {
    const target = imports[name];
    if (!target?.startsWith("npm:")) continue;
    add(packageName(target.slice("npm:".length)), packageFolder(target));
  }
  return texts;
}

/** The modules that a text names. Comments and strings may name more; those lead nowhere. */
function namedModules(text: string): string[] {
  const pattern = /(?:\bfrom|\bimport|@ts-types=|<reference\s+types=)\s*\(?\s*(["'])([^"'\s]+)\1/g;
  return [...text.matchAll(pattern)].map(([, , name]) => name);
}

/** `@scope/name` of `@scope/name@1.2.3/path`. */
function packageName(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/@]+/.exec(specifier)?.[0] ?? specifier;
}

/** The package with the declarations of a package that has none. */
function typesOf(name: string): string {
  return `@types/${name.replace(/^@/, "").replace("/", "__")}`;
}

/** The folder of an npm package in Deno's own store, which need not have been loaded. */
function packageFolder(specifier: string): string {
  const name = packageName(specifier.slice("npm:".length));
  return folderAbove(fileURLToPath(import.meta.resolve(specifier)), name);
}

/** The folder of a package that another package uses; undefined where there is none. */
function dependencyFolder(user: string, name: string): string | undefined {
  const require = createRequire(join(user, "package.json"));
  for (const file of [`${name}/package.json`, name]) {
    try {
      return folderAbove(require.resolve(file), name);
    } catch {
      // It has no such file, or keeps it to itself.
    }
  }
  return undefined;
}

/** The folder of the package called `name` in which a file of it lies. */
function folderAbove(file: string, name: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const description = readText(join(folder, "package.json"));
    if (description !== undefined && JSON.parse(description).name === name) return folder;
  }
  throw new Error(`expected ${file} in a package called ${name}`);
}

/** The files below `folder` whose path matches, by their path. Packages inside of it are not its own. */
function declarations(folder: string, pattern: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (place: string): void => {
    for (const { name, isDirectory, isFile } of Deno.readDirSync(place)) {
      const path = join(place, name);
      const below = relative(folder, path).replaceAll("\\", "/");
      if (isDirectory && name !== "node_modules") visit(path);
      else if (isFile && pattern.test(below)) found.set(below, Deno.readTextFileSync(path));
    }
  };
  visit(folder);
  return found;
}

/** The declarations that Deno carries inside. */
async function denoTypes(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["types"],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout);
}

function inLibrary(target: string): string {
  return posix.join("/lib", target);
}

async function importMap(): Promise<Readonly<Record<string, string>>> {
  const map = await readJson(join(projectFolder, "lib", "import_map.json"));
  const imports = isRecord(map) && isRecord(map.imports) ? Object.entries(map.imports) : [];
  return Object.fromEntries(
    imports.flatMap(([name, target]) => typeof target === "string" ? [[name, target]] : []),
  );
}

function readText(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
}
