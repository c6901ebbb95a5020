/**
 * Answers of different learners that look alike: copied, or written together.
 *
 * A cell is read with TypeScript's scanner. Comments, blanks and layout go; every name becomes the same word,
 * except what follows a dot (`tf.matMul` is what somebody chose to call). What is compared are runs of
 * eight such words. Runs of the course's own texts (stub, solution, known wrong answers) count for nothing:
 * short and obvious answers consist of them.
 *
 * Two things must come together. The answers are *similar*: shared runs over all runs of the shorter one, so
 * that lines put in hide nothing, each weighed by how rare it is in the class. And they are *unlikely* to be
 * so by chance: `−log₂` of the share of the others who have each run, summed over all exercises of the two and
 * divided by eight, since each word is part of eight runs. This is a list to look into, never a proof.
 *
 * @module
 */
import ts from "typescript";
import type { Exercise } from "../exercise/exercise.ts";
import { mistakeCells } from "../exercises/mistake_cells.ts";
import { solutionCell } from "../exercises/solutions.ts";

/** Two learners with answers that look alike. */
export interface LookAlike {
  /** Who, in the order of the submissions. */
  readonly learners: readonly [string, string];
  /** Where, with the similarity from {@linkcode alike}'s threshold to 1. */
  readonly exercises: readonly { readonly id: string; readonly similarity: number }[];
  /** How unlikely it is, in bits. */
  readonly bits: number;
}

/** From where on answers count as alike. */
const alike = { similarity: 0.8, bits: 20 } as const;

/** Words in a run. */
const runLength = 8;
/** Runs that more of the class share start no comparison. */
const common = 0.25;

/** One learner's answers: the texts by exercise. */
export interface Answers {
  /** The folder's name. */
  readonly learner: string;
  /** Cell texts by exercise id. */
  readonly cells: ReadonlyMap<string, string>;
}

/** The pairs, the most unlikely first. */
export async function findLookAlikes(
  all: readonly Answers[],
  exercises: readonly Exercise[],
): Promise<LookAlike[]> {
  const pairs = new Map<number, { exercises: LookAlike["exercises"][number][]; bits: number }>();
  for (const exercise of exercises) {
    const own = await courseRuns(exercise);
    const runs = all.map(({ cells }) => runsOf(cells.get(exercise.id) ?? "").difference(own));
    const holders = new Map<string, number[]>();
    for (const [i, mine] of runs.entries()) {
      for (const run of mine) holders.set(run, [...holders.get(run) ?? [], i]);
    }
    for (const [a, b] of candidates(holders, all.length)) {
      const { similarity, bits } = compare(runs[a], runs[b], holders, all.length);
      if (similarity < alike.similarity) continue;
      const key = a * all.length + b;
      const pair = pairs.get(key) ?? { exercises: [], bits: 0 };
      pair.exercises.push({ id: exercise.id, similarity });
      pairs.set(key, { ...pair, bits: pair.bits + bits });
    }
  }
  return [...pairs].filter(([, { bits }]) => bits >= alike.bits)
    .sort(([, a], [, b]) => b.bits - a.bits)
    .map(([key, pair]) => ({
      learners: [all[Math.floor(key / all.length)].learner, all[key % all.length].learner],
      ...pair,
    }));
}

/** Pairs that share a run which few others have, each once. */
function candidates(
  holders: ReadonlyMap<string, readonly number[]>,
  count: number,
): [number, number][] {
  const found = new Set<number>();
  for (const who of holders.values()) {
    if (who.length > Math.max(2, common * count)) continue;
    for (const [i, a] of who.entries()) for (const b of who.slice(i + 1)) found.add(a * count + b);
  }
  return [...found].map((key) => [Math.floor(key / count), key % count]);
}

function compare(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly number[]>,
  count: number,
): { similarity: number; bits: number } {
  // By the others: one that has it and one that has not are added, so that no share is 0 or 1.
  const bits = (run: string, holding: number): number =>
    -Math.log2(((holders.get(run)?.length ?? 0) - holding + 1) / (count - 2 + 2));
  let shared = 0;
  const total = [0, 0];
  for (const run of first.union(second)) {
    const inFirst = first.has(run);
    const inSecond = second.has(run);
    const weight = bits(run, inFirst && inSecond ? 2 : 1);
    if (inFirst) total[0] += weight;
    if (inSecond) total[1] += weight;
    if (inFirst && inSecond) shared += weight;
  }
  const shorter = Math.min(...total);
  return { similarity: shorter > 0 ? shared / shorter : 0, bits: shared / runLength };
}

const known = new WeakMap<Exercise, Promise<Set<string>>>();

/** Runs of what the course itself wrote for an exercise. */
function courseRuns(exercise: Exercise): Promise<Set<string>> {
  const runs = known.get(exercise) ?? readCourseRuns(exercise);
  known.set(exercise, runs);
  return runs;
}

async function readCourseRuns(exercise: Exercise): Promise<Set<string>> {
  const solution = await solutionCell(exercise.id).catch(() => "");
  const mistakes = await mistakeCells(exercise).catch(() => []);
  const texts = [exercise.stub, solution, ...mistakes.flatMap(({ cells }) => cells)];
  return texts.map(runsOf).reduce((all, runs) => all.union(runs));
}

/** Every run of {@linkcode runLength} words in a text. */
function runsOf(source: string): Set<string> {
  const words = wordsOf(source);
  const count = Math.max(0, words.length - runLength + 1);
  return new Set(
    Array.from({ length: count }, (_, i) => words.slice(i, i + runLength).join(" ")),
  );
}

const scanner = ts.createScanner(ts.ScriptTarget.Latest, true);

/** A text without names and layout. */
function wordsOf(source: string): string[] {
  scanner.setText(source);
  const words: string[] = [];
  let afterDot = false;
  for (
    let kind = scanner.scan();
    kind !== ts.SyntaxKind.EndOfFileToken;
    kind = scanner.scan()
  ) {
    words.push(kind === ts.SyntaxKind.Identifier && !afterDot ? "name" : scanner.getTokenText());
    afterDot = kind === ts.SyntaxKind.DotToken || kind === ts.SyntaxKind.QuestionDotToken;
  }
  return words;
}
