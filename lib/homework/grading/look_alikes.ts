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

/** The most pairs that are listed; a list that is longer nobody looks into. */
const mostPairs = 1000;

/** Answers that are the same but for names and layout. */
interface Group {
  /** Hashes of their runs. */
  readonly runs: ReadonlySet<number>;
  /** Whose they are, by place in the class. */
  readonly members: number[];
}

/** Who has a run: how many learners, and which groups. */
interface Holders {
  count: number;
  readonly groups: number[];
}

/** Groups of one exercise that look alike; a group of several looks like itself. */
interface AlikeGroups {
  readonly id: string;
  readonly first: Group;
  readonly second: Group;
  readonly similarity: number;
  readonly bits: number;
}

/** The pairs, the most unlikely first; {@linkcode mostPairs} of them at the most. */
export async function findLookAlikes(
  all: readonly Answers[],
  exercises: readonly Exercise[],
): Promise<LookAlike[]> {
  const found: AlikeGroups[] = [];
  for (const exercise of exercises) found.push(...await alikeGroups(all, exercise));
  const bits = new Map<number, number>();
  for (const pair of found) {
    for (const key of pairsOf(pair, all.length)) bits.set(key, (bits.get(key) ?? 0) + pair.bits);
  }
  // In the order of the class where they are equally unlikely.
  const listed = [...bits].filter(([, sum]) => sum >= alike.bits)
    .sort(([i, a], [j, b]) => b - a || i - j).slice(0, mostPairs);
  const where = new Map(listed.map(([key]) => [key, [] as LookAlike["exercises"][number][]]));
  for (const pair of found) {
    for (const key of pairsOf(pair, all.length)) {
      where.get(key)?.push({ id: pair.id, similarity: pair.similarity });
    }
  }
  return listed.map(([key, sum]) => ({
    learners: [all[Math.floor(key / all.length)].learner, all[key % all.length].learner],
    exercises: where.get(key) ?? [],
    bits: sum,
  }));
}

/** The pairs of learners that two groups make, each as one number. */
function* pairsOf({ first, second }: AlikeGroups, count: number): Generator<number> {
  for (const [i, a] of first.members.entries()) {
    const others = first === second ? first.members.slice(i + 1) : second.members;
    for (const b of others) yield Math.min(a, b) * count + Math.max(a, b);
  }
}

/** The groups of one exercise that look alike. */
async function alikeGroups(all: readonly Answers[], exercise: Exercise): Promise<AlikeGroups[]> {
  const own = await courseRuns(exercise);
  const groups = groupsOf(all, exercise, own);
  const holders = new Map<number, Holders>();
  for (const [at, { runs, members }] of groups.entries()) {
    for (const run of runs) {
      const held = holders.get(run) ?? { count: 0, groups: [] };
      held.count += members.length;
      held.groups.push(at);
      holders.set(run, held);
    }
  }
  const found: AlikeGroups[] = [];
  for (const [a, b] of candidates(groups, holders, all.length)) {
    const [first, second] = [groups[a], groups[b]];
    const { similarity, bits } = compare(first.runs, second.runs, holders, all.length);
    if (similarity >= alike.similarity) {
      found.push({ id: exercise.id, first, second, similarity, bits });
    }
  }
  return found;
}

/** The class's answers, those with the same runs as one. */
function groupsOf(
  all: readonly Answers[],
  exercise: Exercise,
  own: ReadonlySet<number>,
): Group[] {
  const byText = new Map<string, Group>();
  const byRuns = new Map<string, Group>();
  for (const [i, { cells }] of all.entries()) {
    const text = cells.get(exercise.id) ?? "";
    let group = byText.get(text);
    if (!group) {
      const runs = runsOf(text).difference(own);
      if (runs.size === 0) continue;
      const key = [...runs].sort((x, y) => x - y).join();
      group = byRuns.get(key) ?? { runs, members: [] };
      byRuns.set(key, group);
      byText.set(text, group);
    }
    group.members.push(i);
  }
  return [...byRuns.values()];
}

/** The share of an answer's weight, from the rarest run on, in which another that is alike must share a run. */
const rarest = 0.5;

/** Pairs of groups that share a rare run, each once. */
function* candidates(
  groups: readonly Group[],
  holders: ReadonlyMap<number, Holders>,
  count: number,
): Generator<readonly [number, number]> {
  const mostHolders = Math.max(2, common * count);
  const seen = new Set<number>();
  for (const [a, { runs, members }] of groups.entries()) {
    const weighed = [...runs].map((run) => ({ run, weight: weightOf(run, 1, holders, count) }))
      .sort((left, right) => right.weight - left.weight);
    let left = rarest * weighed.reduce((sum, { weight }) => sum + weight, 0);
    for (const { run, weight } of weighed) {
      if (left < 0) break;
      left -= weight;
      const held = holders.get(run);
      if (!held || held.count > mostHolders) continue;
      for (const b of held.groups) {
        if (a === b && members.length === 1) continue;
        const key = Math.min(a, b) * groups.length + Math.max(a, b);
        if (seen.has(key)) continue;
        seen.add(key);
        yield [Math.min(a, b), Math.max(a, b)];
      }
    }
  }
}

/** Bits of a run by the others: one that has it and one that has not are added, so that no share is 0 or 1. */
function weightOf(
  run: number,
  holding: number,
  holders: ReadonlyMap<number, Holders>,
  count: number,
): number {
  return -Math.log2(((holders.get(run)?.count ?? 0) - holding + 1) / count);
}

function compare(
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
  holders: ReadonlyMap<number, Holders>,
  count: number,
): { similarity: number; bits: number } {
  let shared = 0;
  const total = [0, 0];
  for (const run of first.union(second)) {
    const inFirst = first.has(run);
    const inSecond = second.has(run);
    const weight = weightOf(run, inFirst && inSecond ? 2 : 1, holders, count);
    if (inFirst) total[0] += weight;
    if (inSecond) total[1] += weight;
    if (inFirst && inSecond) shared += weight;
  }
  const shorter = Math.min(...total);
  return { similarity: shorter > 0 ? shared / shorter : 0, bits: shared / runLength };
}

const known = new WeakMap<Exercise, Promise<Set<number>>>();

/** Runs of what the course itself wrote for an exercise. */
function courseRuns(exercise: Exercise): Promise<Set<number>> {
  const runs = known.get(exercise) ?? readCourseRuns(exercise);
  known.set(exercise, runs);
  return runs;
}

async function readCourseRuns(exercise: Exercise): Promise<Set<number>> {
  const solution = await solutionCell(exercise.id).catch(() => "");
  const mistakes = await mistakeCells(exercise).catch(() => []);
  const texts = [exercise.stub, solution, ...mistakes.flatMap(({ cells }) => cells)];
  return texts.map(runsOf).reduce((all, runs) => all.union(runs));
}

/** Hashes of every run of {@linkcode runLength} words in a text. */
function runsOf(source: string): Set<number> {
  const words = wordsOf(source).map(hash);
  const count = Math.max(0, words.length - runLength + 1);
  return new Set(
    Array.from({ length: count }, (_, i) => hash(words.slice(i, i + runLength).join())),
  );
}

/** 53 bits of a text (cyrb53): two texts of a class have the same by chance in no class. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ high >>> 16, 2246822507) ^ Math.imul(low ^ low >>> 13, 3266489909);
  low = Math.imul(low ^ low >>> 16, 2246822507) ^ Math.imul(high ^ high >>> 13, 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
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
