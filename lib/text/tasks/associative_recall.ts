/**
 * Associative recall: keys with their values, then one key; what was its value?
 *
 * `d 3 a 7 f 1 ? a` → `7`. One look at the right place answers it at any length, which is what
 * attention does; a recurrent state has to keep all pairs, for it does not know which will be asked.
 *
 * Keys and values are also given apart, slot by slot, for models whose input holds a key and its value at
 * one position: then a single attention head can match the query with the keys. In the flat source a value
 * stands one position after its key, which takes a model with two layers (or a convolution) to bridge.
 *
 * @see Graves, Wayne and Danihelka, "Neural Turing Machines", 2014, section 4.3; Ba et al., "Using Fast
 * Weights to Attend to the Recent Past", 2016, section 4.1
 * @module
 */
import { drawPairs, requireInteger, type TaskOptions, type TaskPair } from "./task.ts";
import { symbols } from "./sequences.ts";

/** What stands before the key that is asked for. */
export const queryMark = "?";

/** What associative recall takes. */
export interface RecallOptions extends TaskOptions {
  /** The fewest pairs of key and value. Default 1. */
  readonly minimumSlotCount?: number;
  /** The most, at most `keyCount`, for the keys of a source differ. Default 6. */
  readonly maximumSlotCount?: number;
  /** How many different keys there are, 1 to 26: the letters from a on. Default 10. */
  readonly keyCount?: number;
  /** How many different values there are, 1 to 10: the digits from 0 on. Default 10. */
  readonly valueCount?: number;
}

/** A pair whose source is also given slot by slot. */
export interface RecallPair extends TaskPair {
  /** `[slot]`: all different. */
  readonly keys: readonly string[];
  /** `[slot]`: the value of each key. */
  readonly values: readonly string[];
  /** The key that is asked for. */
  readonly query: string;
}

/**
 * Sources `key value key value … ? key` with that key's value as target.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { associativeRecallTask } from "lib/text/tasks/associative_recall.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const [{ source, target, keys, values, query }] = associativeRecallTask({
 *   random: new Random(1),
 *   count: 1,
 *   minimumSlotCount: 3,
 *   maximumSlotCount: 3,
 * });
 * assertEquals(source.length, 3 * 2 + 2);
 * assertEquals(target, [values[keys.indexOf(query)]]);
 * ```
 */
export function associativeRecallTask(options: RecallOptions): RecallPair[] {
  const { random, minimumSlotCount = 1, maximumSlotCount = 6, keyCount = 10, valueCount = 10 } =
    options;
  const alphabet = symbols(keyCount);
  requireInteger("valueCount", valueCount, 1, 10);
  requireInteger("minimumSlotCount", minimumSlotCount, 1);
  requireInteger("maximumSlotCount", maximumSlotCount, minimumSlotCount, keyCount);
  return drawPairs(options, () => {
    const slotCount = minimumSlotCount + random.integer(maximumSlotCount - minimumSlotCount + 1);
    const keys = random.shuffle(alphabet).slice(0, slotCount);
    const values = keys.map(() => String(random.integer(valueCount)));
    const slot = random.integer(slotCount);
    return {
      source: [...keys.flatMap((key, i) => [key, values[i]]), queryMark, keys[slot]],
      target: [values[slot]],
      keys,
      values,
      query: keys[slot],
    };
  });
}
