/**
 * Learned positions (Gehring et al., 2017; BERT; GPT): a table with a vector for each place. It knows
 * nothing of places beyond its end, and says so.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { parameter } from "lib/nn/initializers.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";

/** How {@linkcode LearnedPositions} are made. */
export interface LearnedPositionsConfig {
  /** How many positions there are. */
  readonly maximumLength: number;
  /** Length of a position's vector. */
  readonly modelSize: number;
  /** Spread of the first values. Default 0.02. */
  readonly standardDeviation?: number;
}

/** Which positions are wanted. */
export interface PositionOptions {
  /** The first position, counted from 0. Default 0. */
  readonly start?: number;
}

/**
 * A table with a vector for each position.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { LearnedPositions } from "lib/attention/learned_positions.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * using positions = new LearnedPositions({ maximumLength: 7, modelSize: 5 }, new Random(1));
 * assertEquals(positions.forward(3).shape, [3, 5]);
 * assertThrows(
 *   () => positions.forward(3, { start: 5 }),
 *   RangeError,
 *   "expected at most 7 positions, got 8",
 * );
 * ```
 */
export class LearnedPositions extends Module {
  /** [time, model] */
  readonly table: tf.Variable;

  constructor(config: LearnedPositionsConfig, random: Random) {
    super();
    const { maximumLength, modelSize, standardDeviation = 0.02 } = config;
    this.table = parameter(randomNormal(random, [maximumLength, modelSize], standardDeviation));
  }

  /**
   * The vectors of `length` positions: [time, model].
   *
   * @throws {RangeError} beyond the end of the table.
   */
  forward(length: number, { start = 0 }: PositionOptions = {}): Axes<"time model"> {
    const [maximumLength, modelSize] = this.table.shape;
    if (start + length > maximumLength) {
      throw new RangeError(
        `expected at most ${maximumLength} positions, got ${start + length}: learned positions ` +
          `know nothing beyond the length that they were made for`,
      );
    }
    return tf.slice(this.table, [start, 0], [length, modelSize]);
  }

  override signature(): Signature {
    const [maximumLength, model] = this.table.shape;
    return {
      kind: `learned positions, at most ${maximumLength}`,
      inputs: { length: {} },
      output: { time: null, model },
    };
  }
}
