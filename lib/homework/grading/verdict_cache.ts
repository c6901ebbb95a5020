/**
 * What earlier runs found, so that a cell already seen is neither checked nor run again.
 *
 * A verdict is kept under what it depends on, and nothing else: the course's version, the seed of the
 * inputs, the exercise and the cell's text. Cells of one submission share a process, and although one that
 * meddles with the next is noticed, it might hide. So there are three kinds of key:
 *
 * - The *cell key* names the cell and those around it in the notebook, of which it may use what they declare; the
 *   *text key* names what of all this really runs, and holds for every learner. A verdict is kept under both where
 *   nothing was run, and where the cell was the first to run in its process.
 * - The *context key* names the cells that ran before it as well. Any other verdict is kept under this one, a
 *   pass as well: a cell may have put something right or wrong for the next one and taken back its traces.
 *
 * The seed is the same for every learner and every run, or no verdict could be used twice; and it is drawn at
 * random on the instructor's machine, since an answer may not be written for inputs that are known.
 *
 * Each verdict is one line, appended as soon as it is known: a killed run loses nothing, and a line that was
 * cut short is ignored.
 *
 * @module
 */
import { createHash, hash } from "node:crypto";
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { isJsonObject } from "lib/jupyter/format/json.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { projectFolder } from "lib/platform/project.ts";
import type { Exercise } from "../exercise/exercise.ts";
import type { Verdict } from "../judge/judge.ts";

/** What is known about a key. */
export interface CacheEntry {
  /** True for a cell that can be run: a module without type errors. */
  readonly runs: boolean;
  /** Missing where only that is known. */
  readonly verdict?: Verdict;
}

/** A verdict as it is stored: the exercise is the reader's, and what was printed concerns nobody later. */
type StoredVerdict = Omit<Verdict, "exercise" | "printed">;

interface StoredEntry {
  readonly key: string;
  readonly runs: boolean;
  readonly verdict?: StoredVerdict;
}

/** Days after which another version's verdicts are removed. */
const keptDays = 60;

/** The verdicts of one version of the course. */
export class VerdictCache implements Disposable {
  readonly #entries = new Map<string, Omit<StoredEntry, "key">>();

  private constructor(
    readonly version: string,
    readonly seed: number,
    readonly file: Deno.FsFile,
  ) {}

  /**
   * Opens the files of `version` in `folder`, and makes both where they are missing. A fresh cache knows
   * nothing; what it finds replaces what was there. Of runs that go on at the same time each has a file of its own, with
   * its `part` in the name, and reads those of the others as they are when it begins.
   */
  static async open(
    folder: string,
    version: string,
    seed: number,
    { fresh = false, part }: { readonly fresh?: boolean; readonly part?: string } = {},
  ): Promise<VerdictCache> {
    await Deno.mkdir(folder, { recursive: true });
    const name = part ? `${version}.${part}.jsonl` : `${version}.jsonl`;
    await removeOld(folder, version);
    const text = await Deno.readTextFile(join(folder, name)).catch(() => "");
    const others = fresh ? [] : await textsBeside(folder, version, name);
    const file = await Deno.open(join(folder, name), { append: true, create: true });
    const cache = new VerdictCache(version, seed, file);
    for (const known of fresh ? [] : [...others, text]) {
      for (const line of known.split("\n")) {
        const entry = parseEntry(line);
        if (entry) cache.#entries.set(entry.key, entry);
      }
    }
    // A line that a killed process left without its end must not swallow the next one.
    if (text !== "" && !text.endsWith("\n")) file.writeSync(new TextEncoder().encode("\n"));
    return cache;
  }

  /** The key of an answer as it was handed in: its cell, and a digest of the cells around it. */
  cellKey(exercise: Exercise, source: string, around: string): string {
    return digest(this.version, String(this.seed), exercise.id, "handed in", source, around);
  }

  /** The key of an answer as it runs: the texts of its modules, which are the same for many learners. */
  textKey(exercise: Exercise, texts: readonly string[]): string {
    return digest(this.version, String(this.seed), exercise.id, "runs", ...texts);
  }

  /** The key of a cell after others, given by their cell keys in the order in which they ran. */
  contextKey(cell: string, before: readonly string[]): string {
    return digest(cell, ...before);
  }

  /** True if anything is known. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** What is known, if anything. */
  get(key: string, exercise: Exercise): CacheEntry | undefined {
    const entry = this.#entries.get(key);
    if (!entry?.verdict) return entry && { runs: entry.runs };
    return { runs: entry.runs, verdict: { ...entry.verdict, exercise } };
  }

  /** Keeps an entry: in memory, and as a line of the file before this returns. */
  put(key: string, { runs, verdict }: CacheEntry): void {
    const stored = verdict && toStored(verdict);
    this.#entries.set(key, { runs, verdict: stored });
    const line = `${JSON.stringify({ key, runs, verdict: stored })}\n`;
    const bytes = new TextEncoder().encode(line);
    for (let written = 0; written < bytes.length;) {
      written += this.file.writeSync(bytes.subarray(written));
    }
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.file.close();
  }
}

function toStored({ exercise: _, printed: __, ...verdict }: Verdict): StoredVerdict {
  return verdict;
}

/** A line of the file, or undefined for one that was cut short. */
function parseEntry(line: string): StoredEntry | undefined {
  if (line === "") return undefined;
  try {
    const entry: StoredEntry = JSON.parse(line);
    return isJsonObject(entry) && typeof entry.key === "string" ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** In one piece: a key holds the keys of all cells before it, and they are many. */
function digest(...parts: readonly string[]): string {
  // With its length before it, no part can run into the next.
  return hash("sha256", parts.map((part) => `${part.length}:${part}`).join(""), "base64url")
    .slice(0, 32);
}

/** What other runs have found with the same version. */
async function textsBeside(folder: string, version: string, own: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  const others = names.filter((name) =>
    name !== own && name.startsWith(`${version}.`) && name.endsWith(".jsonl")
  );
  return await Promise.all(others.sort().map((name) => Deno.readTextFile(join(folder, name))));
}

async function removeOld(folder: string, version: string): Promise<void> {
  const oldest = Date.now() - keptDays * 24 * 3600 * 1000;
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || !name.endsWith(".jsonl") || name.startsWith(`${version}.`)) continue;
    const path = join(folder, name);
    const { mtime } = await Deno.stat(path);
    // Another run may have removed it.
    if (mtime && mtime.getTime() < oldest) await Deno.remove(path).catch(() => {});
  }
}

/**
 * The seed to use: the one that is `requested` (a whole number, or `new` for another one), or the one that is kept in
 * `folder`. The first is drawn; `new` replaces it. A `UserError` says what was expected.
 */
export async function gradingSeed(folder: string, requested?: string): Promise<number> {
  if (requested !== undefined && requested !== "new") {
    if (!/^\d+$/.test(requested) || Number(requested) >= 2 ** 32) {
      throw new UserError(`--seed expects a whole number or "new", got "${requested}".`);
    }
    return Number(requested);
  }
  const path = join(folder, "seed");
  const kept = await Deno.readTextFile(path).catch(() => "");
  if (requested === undefined && /^\d+\n$/.test(kept)) return Number(kept);
  const [drawn] = crypto.getRandomValues(new Uint32Array(1));
  await Deno.mkdir(folder, { recursive: true });
  if (requested === "new" || kept !== "") {
    await writeAtomically(path, `${drawn}\n`);
    return drawn;
  }
  // Of several that begin at the same time, the first decides for all.
  const own = join(folder, `.seed-${crypto.randomUUID()}`);
  await Deno.writeTextFile(own, `${drawn}\n`);
  try {
    await Deno.link(own, path);
    return drawn;
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) return await gradingSeed(folder);
    await writeAtomically(path, `${drawn}\n`); // a disk without links
    return drawn;
  } finally {
    await Deno.remove(own);
  }
}

/** What decides which versions of what run. */
const settings: readonly string[] = [
  "deno.json",
  "deno.lock",
  "lib/import_map.json",
  "lib/homework/evaluation/native_compiler.lock",
];

/**
 * A digest of the library, the solutions that the sandbox lends, the dependencies and Deno's version. Any
 * change in them gives another one, and so does whether types decide: that a verdict is found once more costs less than a wrong one.
 */
export async function courseVersion(
  { demandTypes }: { readonly demandTypes: boolean } = { demandTypes: false },
): Promise<string> {
  const hash = createHash("sha256").update(`${Deno.version.deno} ${demandTypes}`);
  const files = await sourceFiles("lib");
  for (const path of [...files.sort(), ...settings]) {
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
