/**
 * Copy, reverse, sort: three tasks on sequences of letters, each harder for one vector to carry the
 * longer the sequence is.
 *
 * Copying and reversing ask for every symbol and its place. Sorting asks only how many there are of each,
 * but no output can be read off one input. All three have alignments that one can predict: a diagonal, an
 * anti-diagonal, blocks.
 *
 * @see Graves, Wayne and Danihelka, "Neural Turing Machines", 2014, section 4.1 (copy); Sutskever, Vinyals
 * and Le, "Sequence to Sequence Learning", 2014, section 3.3 (why the order of the source matters)
 * @module
 */
import { drawPairs, requireInteger, type TaskOptions, type TaskPair } from "./task.ts";

/** What the sequence tasks take. */
export interface SequenceOptions extends TaskOptions {
  /** How many different symbols there are, 1 to 26: the letters from a on. Default 10. */
  readonly symbolCount?: number;
  /** The shortest source. Default 1. */
  readonly minimumLength?: number;
  /**
   * The longest source; lengths in between are equally likely, unless `unique` runs out of short ones.
   * Default 10.
   */
  readonly maximumLength?: number;
}

/** The symbols of a task: the tokens for its vocabulary. */
export function symbols(symbolCount: number): string[] {
  requireInteger("symbolCount", symbolCount, 1, 26);
  return Array.from({ length: symbolCount }, (_, i) => String.fromCharCode(0x61 + i));
}

/**
 * The target is the source.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { copyTask } from "lib/text/tasks/sequences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [{ source, target }] = copyTask({ random: new Random(1), count: 1, maximumLength: 5 });
 * assertEquals(target, source);
 * ```
 */
export function copyTask(options: SequenceOptions): TaskPair[] {
  return drawSequences(options, (source) => source);
}

/** The target is the source from its end to its beginning. */
export function reverseTask(options: SequenceOptions): TaskPair[] {
  return drawSequences(options, (source) => source.toReversed());
}

/** The target is the source in the alphabet's order. */
export function sortTask(options: SequenceOptions): TaskPair[] {
  return drawSequences(options, (source) => source.toSorted());
}

/** Random sources with the targets that `solve` makes of them. */
function drawSequences(
  options: SequenceOptions,
  solve: (source: readonly string[]) => readonly string[],
): TaskPair[] {
  const { random, symbolCount = 10, minimumLength = 1, maximumLength = 10 } = options;
  const alphabet = symbols(symbolCount);
  requireInteger("minimumLength", minimumLength, 1);
  requireInteger("maximumLength", maximumLength, minimumLength);
  return drawPairs(options, () => {
    const length = minimumLength + random.integer(maximumLength - minimumLength + 1);
    const source = Array.from({ length }, () => random.choice(alphabet));
    return { source, target: solve(source) };
  });
}
