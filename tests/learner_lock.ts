/**
 * `deno run -A tests/learner_lock.ts`: writes `deno.lock`, the part of `tests/deno.lock` that learners need.
 *
 * Deno fetches all that a lock file lists as soon as one package is asked for. What only contributors use,
 * or what is fetched when it is first needed, therefore stands in another file.
 *
 * @module
 */

/** A lock file of Deno's fifth format, as far as it is used here. */
export interface LockFile {
  readonly version: string;
  readonly specifiers: Readonly<Record<string, string>>;
  readonly npm: Readonly<Record<string, LockedPackage>>;
  readonly workspace: unknown;
}

/** A package in a lock file. What it depends on is named with a version where there are several. */
export interface LockedPackage {
  readonly integrity: string;
  readonly dependencies?: readonly string[];
  readonly optionalDependencies?: readonly string[];
}

/** Packages that no learner's start fetches. `typescript@7`: see `lib/course/compiler_files.ts`. */
export const notForLearners: readonly string[] = [
  "npm:assemblyscript@",
  "npm:axe-core@",
  "npm:playwright-core@",
  "npm:typescript@7",
];

/** Where the two files lie. */
export const lockFiles = {
  everything: new URL("deno.lock", import.meta.url),
  learners: new URL("../deno.lock", import.meta.url),
};

/** The part of a lock file without the packages in `left`, and without what only they depend on. */
export function prunedLock(lock: LockFile, left: readonly string[] = notForLearners): LockFile {
  const specifiers = Object.entries(lock.specifiers)
    .filter(([specifier]) => !left.some((start) => specifier.startsWith(start)));
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

/** Reads a lock file. */
export async function readLock(file: URL): Promise<LockFile> {
  return JSON.parse(await Deno.readTextFile(file));
}

if (import.meta.main) {
  const pruned = prunedLock(await readLock(lockFiles.everything));
  await Deno.writeTextFile(lockFiles.learners, JSON.stringify(pruned, null, 2) + "\n");
}
