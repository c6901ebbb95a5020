/**
 * The calls by which an exercise is judged, for one seed. Everybody who gets the same seed gets the same list, so that
 * what the solution and the known mistakes give for it is computed once.
 *
 * @module
 */
import { Random } from "lib/random.ts";
import type { Case, Exercise } from "./exercise.ts";

/** Seeds of which the calls are kept. */
const most = 256;

const drawn = new WeakMap<Exercise["cases"], Map<string, readonly Case[]>>();

/**
 * The calls for a seed.
 *
 * @example
 * ```ts
 * import { casesFor } from "lib/homework/exercise/cases.ts";
 * import { loadExercise } from "lib/homework/exercises/catalogue.ts";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const entropy = await loadExercise("04.4");
 * assertEquals(casesFor(entropy, 3) === casesFor(entropy, 3), true);
 * assertNotEquals(casesFor(entropy, 3), casesFor(entropy, 4));
 * ```
 */
export function casesFor(exercise: Exercise, seed: number): readonly Case[] {
  const known = drawn.get(exercise.cases) ?? new Map<string, readonly Case[]>();
  drawn.set(exercise.cases, known);
  const key = `${exercise.id} ${seed}`;
  const cases = known.get(key) ?? exercise.cases(new Random(seed).fork(exercise.id));
  known.set(key, cases);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return cases;
}
