/**
 * What of the whole proof has passed already: a proof that was stopped goes on where it was, and one of what has not
 * changed since takes no time. A file of `.cache/proof` for each exercise and backend holds the answers and seeds that
 * passed, under a fingerprint of all that decides about them; where that is another one, nothing is known. Only
 * `COURSE_PROOF=whole` remembers: the ordinary tests try everything that they try.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import { exerciseFolder } from "lib/homework/exercises/catalogue.ts";
import { earlierModule } from "lib/homework/exercises/solutions.ts";
import { reachable } from "lib/homework/sandbox/library.ts";
import { cacheFolder } from "lib/platform/cache_folder.ts";
import { projectFolder } from "lib/platform/project.ts";
import { type Progress, terminalProgress } from "lib/progress.ts";
import { isWhole } from "./seeds.ts";

/** In whose backend answers are called, and the modules that call and judge them there. */
const judges = {
  notebook: ["lib/homework/check.ts"],
  sandbox: ["lib/homework/evaluation/judge_cells.ts", "lib/homework/sandbox/sandbox_child.ts"],
} as const;

/** The name of a backend. */
export type Backend = keyof typeof judges;

/** Where memories lie. */
export interface MemoryOptions {
  /** Default: `.cache/proof` of the course where the proof is whole, else nowhere. */
  readonly folder?: string;
}

/** What one exercise has passed in one backend. */
export class ProofMemory {
  readonly #file: string | undefined;
  readonly #known: Set<string>;

  private constructor(file: string | undefined, known: Iterable<string>) {
    this.#file = file;
    this.#known = new Set(known);
  }

  /** What is known of an exercise; everything of it is forgotten where something that decides has changed. */
  static async of(
    homework: Homework,
    exercise: Exercise,
    backend: Backend,
    { folder }: MemoryOptions = {},
  ): Promise<ProofMemory> {
    const place = folder ?? (isWhole ? join(await cacheFolder(), "proof") : undefined);
    if (place === undefined) return new ProofMemory(undefined, []);
    await Deno.mkdir(place, { recursive: true });
    const file = join(place, `${exercise.id}-${backend}.txt`);
    const now = await fingerprint(homework, exercise, backend);
    const [before, ...lines] = (await Deno.readTextFile(file).catch(() => "")).split("\n");
    if (before === now) {
      // What a killed process left without its end is known to be nothing.
      lines.pop();
      await Deno.writeTextFile(file, [now, ...lines, ""].join("\n"));
      return new ProofMemory(file, lines);
    }
    await Deno.writeTextFile(file, `${now}\n`);
    return new ProofMemory(file, []);
  }

  /** Of `count` seeds from `first` on, those on which this answer has not passed yet. */
  left(answer: string, count: number, first = 0): number[] {
    const seeds = Array.from({ length: count }, (_, i) => first + i);
    return seeds.filter((seed) => !this.#known.has(keyOf(answer, seed)));
  }

  /** Remembers that an answer has passed. */
  passed(answer: string, seed: number): void {
    const key = keyOf(answer, seed);
    this.#known.add(key);
    if (this.#file) Deno.writeTextFileSync(this.#file, `${key}\n`, { append: true });
  }

  /** Proves an answer on each seed on which it has not passed yet. */
  async eachSeed(
    answer: string,
    count: number,
    prove: (seed: number) => Promise<void>,
  ): Promise<void> {
    const left = this.left(answer, count);
    advance(count - left.length, true);
    for (const seed of left) {
      await prove(seed);
      this.passed(answer, seed);
      advance(1);
    }
  }
}

/** An answer by what is asked of it and its text. */
function keyOf(answer: string, seed: number): string {
  return `${createHash("sha256").update(answer).digest("hex").slice(0, 16)} ${seed}`;
}

/** A digest of all that decides whether an answer to the exercise passes, but for the answer itself. */
async function fingerprint(
  { setup }: Homework,
  exercise: Exercise,
  backend: Backend,
): Promise<string> {
  const folder = exerciseFolder(exercise).slice(projectFolder.length + 1).replaceAll("\\", "/");
  const { modules } = await reachable([
    ...judges[backend],
    ...["exercise", "solution", "mistakes"].map((name) => `${folder}/${name}.ts`),
    ...exercise.imports ?? [],
  ]);
  const hash = createHash("sha256").update(`${Deno.version.deno}\n${setup}\n`);
  hash.update((await earlierModule(exercise.uses ?? [])).text);
  for (const path of [...modules.keys()].sort()) hash.update(`\n${path}\n${modules.get(path)}`);
  hash.update(await Deno.readFile(join(projectFolder, "lib/import_map.json")));
  return hash.digest("hex");
}

const steps = { all: 0, done: 0, known: 0 };
let bar: Progress | undefined;

/** Announces that answers will be tried on so many seeds in all. */
export function announce(count: number): void {
  steps.all += count;
}

/** So many are done; of them some were `known` before. */
export function advance(count: number, known = false): void {
  if (!isWhole) return;
  steps.done += count;
  if (known) steps.known += count;
  bar ??= terminalProgress({ total: steps.all, label: "proof" });
  bar.update(steps.done);
}

/** Declares that the file's proof ends here, and what it says then where it is whole. */
export function tellAtEnd(what: string): void {
  if (!isWhole) return;
  Deno.test.afterAll(() => {
    bar?.finish();
    const { all, done, known } = steps;
    console.log(`proof of ${what}: ${done} of ${all} answers × seeds hold, ${known} known before`);
  });
}
