/**
 * A class that is graded in parts, on as many machines or at as many times as one likes: each part writes what it found
 * into one file, and all files together give what one run would have given. That is what batch systems need, whichever
 * it is.
 *
 * A file holds one JSON object a line: what was graded and by which rules, then each submission with its place in the
 * class, its verdicts and the code that reports show. It appears when the part is done, whole.
 *
 * @module
 */
import { join } from "node:path";
import { UserError } from "lib/command.ts";
import { isJsonObject, type JsonObject, parseJson } from "lib/jupyter/format/json.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import { type GradedSubmission, notHandedIn } from "./grade.ts";

/** A part of a class: every `count`-th submission, from the `number`-th on. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  /** How many parts there are. */
  readonly count: number;
}

/** What all parts of one class have in common. */
export interface ShardedClass {
  /** The course's version. */
  readonly version: string;
  /** Of the inputs. */
  readonly seed: number;
  /** How many submissions there are in all. */
  readonly submissions: number;
  /** The file with the class's rules; null without any. */
  readonly rules: string | null;
}

/** What a part found. */
export interface ShardResults {
  /** Each with its place in the class. */
  readonly graded: readonly (readonly [place: number, GradedSubmission])[];
  /** Sentences about files that were left out. */
  readonly strays: readonly string[];
  /** What stood between learners' code and the machine, in lines. */
  readonly limits: string;
}

/** Reads `2/4`. A `UserError` says what was expected. */
export function parseShard(text: string): Shard {
  const [number, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (!number || !count || number > count) {
    throw new UserError(`--shard expects K/N with K from 1 to N, such as 2/4, got "${text}".`);
  }
  return { number, count };
}

/** The part's share, with the places in the whole. */
export function shareOf<T>(all: readonly T[], { number, count }: Shard): [place: number, T][] {
  return [...all.entries()].filter(([place]) => place % count === number - 1);
}

function fileName({ number, count }: Shard): string {
  return `shard-${number}-of-${count}.jsonl`;
}

/** Writes what a part found into `folder`, which is made; the file's path. */
export async function writeShard(
  folder: string,
  shard: Shard,
  whole: ShardedClass,
  { graded, strays, limits }: ShardResults,
): Promise<string> {
  const lines = [
    { ...shard, ...whole, here: graded.length, strays, limits },
    ...graded.map(([place, { learner, notebooks, verdicts }]) => ({
      place,
      learner,
      notebooks: [...notebooks].map(([number, { cells }]) => [number, [...cells]]),
      verdicts: verdicts.map(({ exercise, printed: _, ...rest }) => ({ id: exercise.id, ...rest })),
    })),
  ];
  const path = join(folder, fileName(shard));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  await writeAtomically(path, text, { makeFolder: true });
  return path;
}

/**
 * All parts in `folder` as one class, in its order. A `UserError` says which part is missing, or that they are not
 * parts of the same.
 */
export async function readShards(
  folder: string,
  homeworks: readonly Homework[],
): Promise<ShardedClass & Omit<ShardResults, "graded"> & { readonly graded: GradedSubmission[] }> {
  const names = await namesIn(folder);
  if (names.length === 0) {
    throw new UserError(
      `Expected files such as shard-1-of-4.jsonl in ${folder}, which "grade --shard" writes; got none.`,
    );
  }
  const exercises = new Map(
    homeworks.flatMap((homework) => homework.exercises.map((one) => [one.id, one] as const)),
  );
  const places = new Map<number, GradedSubmission>();
  const strays = new Map<number, readonly string[]>();
  const machines = new Set<string>();
  let whole: (ShardedClass & { readonly count: number }) | undefined;
  for (const name of names) {
    const path = join(folder, name);
    const [first, ...lines] = (await Deno.readTextFile(path)).trimEnd().split("\n")
      .map((line) => parseLine(line, path));
    const { number, here, strays: mine, limits, ...rest } = headOf(first, path);
    machines.add(limits);
    if (here !== lines.length) {
      throw new UserError(`${path}: expected ${here} submissions, got ${lines.length}.`);
    }
    whole ??= rest;
    if (JSON.stringify(rest) !== JSON.stringify(whole)) {
      throw new UserError(
        `Expected parts of one class, graded with the same course, seed and rules; got ${
          names[0]
        } and ${name} in ${folder}. Remove what is old.`,
      );
    }
    strays.set(number, mine);
    for (const line of lines) {
      const [place, graded] = gradedOf(line, exercises, path);
      places.set(place, graded);
    }
  }
  if (!whole) throw new Error("expected a part");
  const { count, ...common } = whole;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((i) => !strays.has(i));
  if (missing.length > 0 || places.size !== whole.submissions) {
    throw new UserError(
      `Expected ${count} parts with ${whole.submissions} submissions in ${folder}, got ${strays.size} with ${places.size}. ${
        missing.length > 0 ? `Missing: ${missing.map((i) => `${i}/${count}`).join(", ")}.` : ""
      }`.trim(),
    );
  }
  const inOrder = [...places].sort(([a], [b]) => a - b).map(([, graded]) => graded);
  return {
    ...common,
    graded: withAllNotebooks(inOrder, homeworks),
    strays: [...strays].sort(([a], [b]) => a - b).flatMap(([, mine]) => mine),
    limits: [...machines].sort().join("\n\n"),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    return names.filter((name) => /^shard-\d+-of-\d+\.jsonl$/.test(name)).sort();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(`Expected a folder of results, got ${folder}: ${error.message}`);
  }
}

function parseLine(line: string, path: string): JsonObject {
  try {
    const value = parseJson(line);
    if (isJsonObject(value)) return value;
  } catch {
    // told below
  }
  throw new UserError(`${path}: expected one JSON object a line. Grade this part again.`);
}

function headOf(
  line: JsonObject,
  path: string,
): Shard & ShardedClass & Omit<ShardResults, "graded"> & { readonly here: number } {
  const { number, count, version, seed, submissions, rules, here, strays, limits } = line;
  if (
    typeof number !== "number" || typeof count !== "number" || typeof version !== "string" ||
    typeof seed !== "number" || typeof submissions !== "number" || typeof here !== "number" ||
    !(rules === null || typeof rules === "string") || !Array.isArray(strays) ||
    typeof limits !== "string"
  ) {
    throw new UserError(`${path}: expected what "grade --shard" writes. Grade this part again.`);
  }
  const all = strays.map(String);
  return { number, count, version, seed, submissions, rules, here, strays: all, limits };
}

/** A line that {@linkcode writeShard} wrote: files of results are the instructor's. */
type GradedLine = {
  readonly place: number;
  readonly learner: string;
  readonly notebooks: readonly (readonly [string, readonly (readonly [string, string[]])[]])[];
  readonly verdicts: readonly (Omit<Verdict, "exercise"> & { readonly id: string })[];
};

function isGradedLine(line: object): line is GradedLine {
  return ["place", "learner", "notebooks", "verdicts"].every((name) => Object.hasOwn(line, name));
}

function gradedOf(
  line: object,
  exercises: ReadonlyMap<string, Exercise>,
  path: string,
): [number, GradedSubmission] {
  if (!isGradedLine(line)) {
    throw new UserError(`${path}: expected what "grade --shard" writes. Grade this part again.`);
  }
  const { place, learner, notebooks, verdicts } = line;
  return [place, {
    learner,
    notebooks: new Map(notebooks.map(([number, cells]) => [number, { cells: new Map(cells) }])),
    verdicts: verdicts.map(({ id, ...verdict }): Verdict => {
      const exercise = exercises.get(id);
      if (!exercise) throw new UserError(`${path}: expected an exercise of the course, got ${id}.`);
      return { ...verdict, exercise };
    }),
  }];
}

/** Of notebooks that anybody handed in, who did not has the verdicts of one run: a part does not know the others. */
function withAllNotebooks(
  all: readonly GradedSubmission[],
  homeworks: readonly Homework[],
): GradedSubmission[] {
  const numbers = new Set(all.flatMap(({ notebooks }) => [...notebooks.keys()]));
  const known = homeworks.filter(({ notebook }) => numbers.has(notebook));
  return all.map((graded) => {
    const verdicts = new Map(graded.verdicts.map((verdict) => [verdict.exercise.id, verdict]));
    return {
      ...graded,
      verdicts: known.flatMap(({ notebook, exercises }) =>
        exercises.map((exercise) =>
          verdicts.get(exercise.id) ??
            verdictWithout(exercise, "error", notHandedIn(notebook))
        )
      ),
    };
  });
}
