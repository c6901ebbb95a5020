/**
 * Masks say what a query may see. One convention everywhere: bool, `true` = may be seen, axes
 * [batch, query, key], where an axis of length 1 (or a missing batch axis) means "the same for all".
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";

/** What each query may see; bool, broadcasts to [batch, query, key]. */
export type Mask = Axes<"batch query key"> | Axes<"query key">;

/**
 * Hides padding: keys whose id is `padId`.
 *
 * @param ids int32 [batch, key]
 * @param padId The id of padding. Default 0.
 * @returns bool [batch, 1, key]: every query sees the same keys.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { paddingMask } from "lib/attention/masks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const keep = paddingMask(tf.tensor2d([[7, 5, 0]], [1, 3], "int32"));
 * assertEquals(keep.arraySync(), [[[1, 1, 0]]]);
 * ```
 */
export function paddingMask(
  ids: Axes<"batch key"> | Axes<"batch time">,
  padId = 0,
): Axes<"batch query key"> {
  assertShape("ids", ids, { batch: undefined, key: undefined });
  return tf.expandDims(tf.notEqual(ids, tf.scalar(padId, "int32")), 1);
}

/**
 * Hides padding behind the first `lengths[b]` keys of each sentence.
 *
 * @param lengths Real keys of each sentence.
 * @param keyLength Length of the key axis, padding included. Default: the longest.
 * @returns bool [batch, 1, key]
 *
 * @example
 * ```ts
 * import { lengthMask } from "lib/attention/masks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(lengthMask([1, 3]).arraySync(), [[[1, 0, 0]], [[1, 1, 1]]]);
 * ```
 */
export function lengthMask(
  lengths: readonly number[],
  keyLength = Math.max(...lengths),
): Axes<"batch query key"> {
  const ends: Axes<"batch query key"> = tf.tensor3d(
    lengths.map((length) => [[length]]),
    undefined,
    "int32",
  );
  return tf.less(tf.range(0, keyLength, 1, "int32"), ends);
}

/**
 * Hides the future: query i sees keys 0 … i. With more keys than queries (the earlier keys are cached),
 * the last query sees every key.
 *
 * @param queryLength Length of the query axis.
 * @param keyLength Length of the key axis. Default: as many keys as queries.
 * @returns bool [query, key]
 *
 * @example
 * ```ts
 * import { causalMask } from "lib/attention/masks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(causalMask(3).arraySync(), [[1, 0, 0], [1, 1, 0], [1, 1, 1]]);
 * assertEquals(causalMask(1, 3).arraySync(), [[1, 1, 1]]);
 * ```
 */
export function causalMask(queryLength: number, keyLength = queryLength): Axes<"query key"> {
  const queries: Axes<"query key"> = tf.expandDims(tf.range(0, queryLength, 1, "int32"), 1);
  const keys: Axes<"key"> = tf.range(0, keyLength, 1, "int32");
  return tf.lessEqual(keys, tf.add(queries, tf.scalar(keyLength - queryLength, "int32")));
}

/**
 * What both masks allow: a key must be kept by the one *and* the other.
 *
 * @returns bool; the axes to which both broadcast.
 *
 * @example
 * ```ts
 * import { causalMask, combineMasks, lengthMask } from "lib/attention/masks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const keep = combineMasks(causalMask(3), lengthMask([2], 3));
 * assertEquals(keep.arraySync(), [[[1, 0, 0], [1, 1, 0], [1, 1, 0]]]);
 * ```
 */
export function combineMasks(a: Mask, b: Mask): Mask {
  const both: Mask = tf.logicalAnd(a, b);
  return both;
}
