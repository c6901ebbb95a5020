/**
 * One seeded stream of random numbers. Everything random in the course takes it as an argument, so
 * that one seed at the top of a notebook decides every weight, every batch and every figure.
 *
 * The generator is xoroshiro128+ (Blackman and Vigna, 2018) from `pure-rand`; it uses integer
 * arithmetic only, so a stream is the same on every machine. No tensor appears here: `lib/text`
 * knows none. `lib/tensor/random.ts` fills tensors from a stream.
 *
 * @module
 */
import { xoroshiro128plus, xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A stream's place, as {@linkcode Random.state} saves it: plain numbers that survive JSON. */
export type RandomState = readonly number[];

/**
 * A seeded stream of random numbers.
 *
 * @example Two streams of one seed agree
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const a = new Random(7);
 * const b = new Random(7);
 * assertEquals([a.uniform(), a.integer(10)], [b.uniform(), b.integer(10)]);
 * ```
 */
export class Random {
  #generator: ReturnType<typeof xoroshiro128plus>;

  /**
   * Begins a stream.
   *
   * @param seed An integer; equal seeds give equal streams.
   */
  constructor(seed: number) {
    if (!Number.isInteger(seed)) {
      throw new RangeError(`expected an integer seed, got ${seed}`);
    }
    this.#generator = xoroshiro128plus(seed);
    // Small seeds differ in few bits; the first numbers out of such a state are alike.
    for (let i = 0; i < 16; i++) this.#generator.next();
  }

  /** The stream's place; {@linkcode Random.fromState} continues from it. Checkpoints keep it. */
  state(): RandomState {
    return [...this.#generator.getState()];
  }

  /** A stream that continues where {@linkcode Random.state} was taken. */
  static fromState(state: RandomState): Random {
    const random = new Random(0);
    random.restore(state);
    return random;
  }

  /** Puts this stream back to the place where `state` was taken. */
  restore(state: RandomState): void {
    this.#generator = xoroshiro128plusFromState(state);
  }

  /**
   * A stream of its own, decided by this stream's next number and `label`. Drawing more from the
   * parent later does not change it: two models that each own a fork do not disturb one another.
   */
  fork(label = ""): Random {
    let hash = this.#generator.next() | 0;
    for (const character of label) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return new Random(hash);
  }

  /** A number in [low, high), uniform, with 32 random bits. */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * ((this.#generator.next() >>> 0) / 2 ** 32);
  }

  /** An integer in [0, limit), each equally likely. */
  integer(limit: number): number {
    if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
      throw new RangeError(`expected an integer limit from 1 to 2^32, got ${limit}`);
    }
    const fair = 2 ** 32 - (2 ** 32 % limit);
    let bits: number;
    do bits = this.#generator.next() >>> 0; while (bits >= fair);
    return bits % limit;
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** A draw from the normal distribution (Box and Muller, 1958). */
  normal(mean = 0, standardDeviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return mean + standardDeviation * radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** `count` draws from the normal distribution. */
  normals(count: number, mean = 0, standardDeviation = 1): Float32Array {
    return Float32Array.from({ length: count }, () => this.normal(mean, standardDeviation));
  }

  /** `count` uniform numbers in [low, high). */
  uniforms(count: number, low = 0, high = 1): Float32Array {
    return Float32Array.from({ length: count }, () => this.uniform(low, high));
  }

  /** One of `items`, each equally likely. */
  choice<T>(items: readonly T[]): T {
    if (items.length === 0) {
      throw new RangeError("expected at least one item to choose from, got 0");
    }
    return items[this.integer(items.length)];
  }

  /** The index of one of `weights`, likelier the larger its weight; they need not sum to 1. */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i];
    if (!(total > 0) || !Number.isFinite(total)) {
      throw new RangeError(`expected weights with a positive sum, got ${total}`);
    }
    let rest = this.uniform() * total;
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i];
      if (rest < 0 && weights[i] > 0) return i;
    }
    for (let i = weights.length - 1; i >= 0; i--) if (weights[i] > 0) return i;
    throw new RangeError("expected at least one positive weight");
  }

  /** A shuffled copy (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
}
