/**
 * Small made-up tasks in which a model's failings can be seen: every answer is known, every length can be
 * had, and nothing has to be downloaded.
 *
 * A task is a function `({ random, count, … }) → pairs`. It draws all it needs from `random`, so one seed
 * always gives the same pairs. For a held-out set ask for `unique` pairs and `exclude` the training set:
 * no source then occurs twice, nor in both.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** A sequence and what a model should make of it, both as tokens for a `Vocabulary`. */
export interface TaskPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** What every task takes. */
export interface TaskOptions {
  /** The stream that all draws come from. */
  readonly random: Random;
  /** How many pairs. */
  readonly count: number;
  /** Whether no source may come twice. Default false: drawn independently. */
  readonly unique?: boolean;
  /** Pairs whose sources must not come, such as those trained on. Default: none. */
  readonly exclude?: readonly TaskPair[];
}

/** After so many draws in a row that gave nothing new, there is nothing new. */
const patience = 200_000;

/**
 * `count` pairs out of `draw`, as the options ask. Each task is a call of this.
 *
 * @param draw One pair, from the random stream alone.
 * @throws {RangeError} If `count` is no whole number, or there are not enough different sources.
 */
export function drawPairs<Pair extends TaskPair>(
  { count, unique = false, exclude = [] }: TaskOptions,
  draw: () => Pair,
): Pair[] {
  requireInteger("count", count, 0);
  const taken = new Set(exclude.map(sourceKey));
  const pairs: Pair[] = [];
  for (let failures = 0; pairs.length < count;) {
    const pair = draw();
    const key = sourceKey(pair);
    if (taken.has(key)) {
      if (++failures < patience) continue;
      const kind = unique ? "different sources" : "sources that are not excluded";
      throw new RangeError(
        `expected ${count} ${kind}, got ${pairs.length}: the task seems to have no more`,
      );
    }
    failures = 0;
    if (unique) taken.add(key);
    pairs.push(pair);
  }
  return pairs;
}

/** Equal for equal sources only: a space would join what a token may hold. */
function sourceKey({ source }: TaskPair): string {
  return JSON.stringify(source);
}

/** Throws a {@linkcode RangeError} unless `value` is a whole number from `minimum` to `maximum`. */
export function requireInteger(
  name: string,
  value: number,
  minimum: number,
  maximum = Number.MAX_SAFE_INTEGER,
): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    const range = maximum === Number.MAX_SAFE_INTEGER
      ? `${minimum} or more`
      : `from ${minimum} to ${maximum}`;
    throw new RangeError(`expected ${name} to be a whole number ${range}, got ${value}`);
  }
}
