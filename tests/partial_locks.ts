/**
 * The lock files that are parts of `tests/deno.lock`, which lists everything. `deno task locks` writes them.
 *
 * Deno fetches all that a lock file lists as soon as one package is asked for. `deno.lock` therefore lists
 * what every learner needs, and `native_compiler.lock` what the first check of homework fetches.
 *
 * @module
 */
import { UserError } from "lib/command.ts";

/** A lock file of Deno's fifth format, as far as it is used here. */
export interface LockFile {
  readonly version: string;
  readonly specifiers: Readonly<Record<string, string>>;
  readonly npm: Readonly<Record<string, LockedPackage>>;
  readonly workspace?: unknown;
}

/** A package in a lock file. What it depends on is named with a version where there are several. */
export interface LockedPackage {
  readonly integrity: string;
  readonly dependencies?: readonly string[];
  readonly optionalDependencies?: readonly string[];
}

const compiler = "npm:typescript@7";
/** Packages that no learner's start fetches. */
export const notForLearners: readonly string[] = [
  "npm:@lezer/highlight@",
  "npm:@lezer/javascript@",
  "npm:assemblyscript@",
  "npm:axe-core@",
  "npm:katex@",
  "npm:marked@",
  "npm:playwright-core@",
  compiler,
];

const everything = new URL("deno.lock", import.meta.url);

/** `tests/deno.lock` as it is now. */
export async function completeLock(): Promise<LockFile> {
  return JSON.parse(await Deno.readTextFile(everything));
}

/**
 * All lock files, and what belongs into them, in one format: Deno's own differs with what it was asked to do.
 */
export async function lockFiles(): Promise<Map<URL, string>> {
  const lock = await completeLock();
  const text = (part: LockFile) => JSON.stringify(part, null, 2) + "\n";
  const learners = partOf(
    lock,
    (specifier) => !notForLearners.some((start) => specifier.startsWith(start)),
  );
  // It is used without a configuration, and so without a word on the workspace.
  const { workspace: _, ...native } = partOf(lock, (specifier) => specifier.startsWith(compiler));
  return new Map([
    [everything, text(lock)],
    [new URL("../deno.lock", import.meta.url), text(learners)],
    [new URL("../lib/homework/evaluation/native_compiler.lock", import.meta.url), text(native)],
  ]);
}

/** The packages that an import map names, as a lock file's specifiers. Throws where a version is not exact. */
export function packagesOf(imports: Readonly<Record<string, string>>): string[] {
  const targets = Object.values(imports).filter((target) => target.startsWith("npm:"));
  return [
    ...new Set(targets.map((target) => {
      const [specifier] = /^npm:@?[^@]+@\d+\.\d+\.\d+[^/]*/.exec(target) ?? [];
      if (specifier === undefined) {
        throw new UserError(`expected an exact version in lib/import_map.json, got "${target}"`);
      }
      return specifier;
    })),
  ];
}

/** The part of a lock file that lists some packages and what they depend on. */
export function partOf(lock: LockFile, wanted: (specifier: string) => boolean): LockFile {
  const specifiers = Object.entries(lock.specifiers).filter(([specifier]) => wanted(specifier));
  const needed = new Set<string>();
  const visit = (key: string) => {
    if (needed.has(key)) return;
    needed.add(key);
    const { dependencies = [], optionalDependencies = [] } = lock.npm[key];
    for (const name of [...dependencies, ...optionalDependencies]) visit(keyOf(lock, name));
  };
  for (const [specifier, version] of specifiers) {
    visit(`${nameOf(specifier.slice("npm:".length))}@${version}`);
  }
  const kept = Object.entries(lock.npm).filter(([key]) => needed.has(key));
  const versions = Map.groupBy(kept, ([key]) => nameOf(key));
  /** A dependency is named by its version only where there are several. */
  const shortName = (dependency: string) => {
    const name = nameOf(dependency);
    return versions.get(name)?.length === 1 ? name : dependency;
  };
  const npm = Object.fromEntries(kept.map(([key, { dependencies, ...rest }]) => {
    return [key, dependencies ? { ...rest, dependencies: dependencies.map(shortName) } : rest];
  }));
  return { ...lock, specifiers: Object.fromEntries(specifiers), npm };
}

/** `@scope/name` of `@scope/name@1.2.3`. */
function nameOf(text: string): string {
  const at = text.indexOf("@", 1);
  return at < 0 ? text : text.slice(0, at);
}

/** The key under which a dependency stands. */
function keyOf({ npm }: LockFile, dependency: string): string {
  if (dependency in npm) return dependency;
  const found = Object.keys(npm).filter((key) => nameOf(key) === dependency);
  if (found.length !== 1) throw new Error(`expected one ${dependency}, got ${found.join(", ")}`);
  return found[0];
}
