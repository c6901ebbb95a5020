/**
 * Named axes in types: `Axes<"batch query key">` is a tensor whose axes are batch, query and key, in
 * that order. The names are erased at run time; the compiler checks them where two claims meet.
 *
 * The course has one axis vocabulary, {@linkcode AxisName}, used in types, comments, plots, errors and
 * tests. `...` stands for any leading axes.
 *
 * What is checked, and what is not:
 * - A name that is not in the vocabulary does not compile: `Axes<"batch qeury">` is an error.
 * - A tensor with names fits only where the same names are expected, in the same order.
 * - A tensor without names fits everywhere, whatever its shape. So the claim on what tfjs returns,
 *   `const scores: Axes<"query key"> = tf.matMul(queries, keys)`, is its author's word: the compiler
 *   notices neither a wrong rank nor swapped axes. `assertShape` of `lib/tensor/shape.ts` backs claims
 *   at public boundaries; {@linkcode nested} and {@linkcode rename} check the rank, given the names.
 *
 * Write `tf.f(x)` rather than `x.f()`: tfjs functions return the type that the annotation asks for.
 * A few (`tf.transpose`, `tf.concat`) would keep the names of what they get: there, ask for a plain
 * tensor, `tf.transpose<tf.Tensor>(x)`, and the annotation names the new axes; or {@linkcode rename}.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";

/** Every name that an axis can have. */
export type AxisName =
  // One entry for each …
  | "batch" // … example that is computed together with others
  | "example" // … example of a data set
  | "time" // … position of a sequence
  | "position" // … position of a sequence that something is predicted for
  | "row" // … combination of all leading axes, merged into one
  | "query" // … position that asks, in attention
  | "key" // … position that is asked: keys and their values share this axis
  | "head" // … head of multi-head attention
  | "vocab" // … token of the vocabulary
  | "class" // … class of a classification
  | "width" // … position under the kernel of a convolution
  // One entry for each number in …
  | "model" // … a token's vector between the layers (d_model)
  | "dim" // … a query or a key (d_k)
  | "value" // … a value (d_v)
  | "state" // … an encoder state that a recurrent decoder attends to
  | "attention" // … the hidden layer of additive attention
  | "hidden" // … a hidden layer, or the state of a recurrent network
  | "gates" // … all gates of a recurrent network, side by side
  | "feature" // … a vector that describes something, whatever each number stands for
  | "in" // … what a layer gets
  | "out" // … what a layer returns
  | "window" // … all vectors under the kernel of a convolution, side by side
  // Exactly one entry:
  | "one"; // an axis that is there to broadcast

/** `string` where `Names` lists known axes, otherwise a text that names the unknown one. */
export type AxisNames<Names> = [UnknownAxis<Names>] extends [never] ? string
  : `unknown axis: ${UnknownAxis<Names>}`;

/** The first word of `Names` that is not an axis, `never` where all are. */
export type UnknownAxis<Names, Dots = "..."> = Names extends `${infer First} ${infer Rest}`
  ? First extends AxisName | Dots ? UnknownAxis<Rest, never> : First
  : Names extends AxisName ? never
  : Names & string;

/** Carries the names in {@linkcode Axes}; it exists for the compiler alone. */
export declare const axisNames: unique symbol;

/** `"... dim"` allows any axes before `dim`, and none. */
export type Spread<Names> = Names extends `... ${infer Own}` ? Own | `${string} ${Own}` : Names;

/**
 * A tensor with named axes, from the outermost to the innermost.
 *
 * As a parameter, `Axes<"... query dim">` takes any leading axes. A function whose result keeps the
 * caller's leading axes returns a plain `tf.Tensor`: the annotation at the call names them.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import type { Axes } from "lib/tensor/axes.ts";
 *
 * const queries: Axes<"batch query dim"> = tf.ones([2, 3, 5]);
 * const keys: Axes<"batch key dim"> = tf.ones([2, 7, 5]);
 * const scores: Axes<"batch query key"> = tf.matMul(queries, keys, false, true);
 * ```
 */
export type Axes<Names extends AxisNames<Names>> = tf.Tensor & {
  /** The length of each axis. tfjs's own type, a union over ranks, cannot be indexed. */
  readonly shape: number[];
  readonly [axisNames]?: Spread<Names>;
};

/** A single number, such as a loss: no axes at all. */
export type Scalar = tf.Scalar & { readonly [axisNames]?: "" };

/** What {@linkcode nested} returns: {@linkcode Levels}, or `never` where the names do not tell the rank. */
export type Nested<Names> = [UnknownAxis<Names, never>] extends [never] ? Levels<Names> : never;

/** Arrays in arrays, as many levels as there are names. */
export type Levels<Names> = Names extends `${string} ${infer Rest}` ? Levels<Rest>[] : number[];

/** Nothing more than a tensor where `Names` tell its rank, otherwise a text that says what is missing. */
export type TellsRank<Names> = [UnknownAxis<Names, never>] extends [never] ? unknown
  : "name every axis, as in nested(x, 'query key')";

/**
 * The numbers of a tensor in nested arrays, typed by its rank: `number[][]` for two axes.
 *
 * A tensor without names needs them as the second argument. Given there, they are also checked at run
 * time; the names of a type are not, because they are erased.
 *
 * @param names The axes that `x` must have.
 * @throws {RangeError} Where `x` has another number of axes than `names`.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { type Axes, nested } from "lib/tensor/axes.ts";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const weights: Axes<"query key"> = tf.tensor([[1, 0], [0.5, 0.5]]);
 * const rows: number[][] = nested(weights);
 * assertEquals(rows, [[1, 0], [0.5, 0.5]]);
 * assertEquals(nested(tf.sum(weights, 1), "query"), [1, 1]);
 * assertThrows(
 *   () => nested(tf.sum(weights, 1), "query key"),
 *   RangeError,
 *   "expected the axes [query, key], got the shape [2]",
 * );
 * ```
 */
export function nested<const Names extends AxisNames<Names>>(
  x: Axes<NoInfer<Names>> & TellsRank<NoInfer<Names>>,
  names: Names,
): Nested<Names>;
/** The same for a tensor whose type names its axes. */
export function nested<const Names extends AxisNames<Names>>(
  x: Axes<Names> & TellsRank<Names>,
): Nested<Names>;
export function nested(x: tf.Tensor, names?: string): unknown {
  if (names !== undefined) checkRank(x, names);
  return x.arraySync();
}

/**
 * The same tensor, whose axes play other roles from here on: the times of the encoder are the keys
 * of the decoder.
 *
 * The names are a string and no type argument, because types are erased: only so can the number of
 * axes be checked at run time. Which axis is which stays the author's word.
 *
 * @throws {RangeError} Where `x` has another number of axes than `names`, or fewer after `...`.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { type Axes, rename } from "lib/tensor/axes.ts";
 * import { assertThrows } from "@std/assert";
 *
 * const states: Axes<"batch time model"> = tf.ones([2, 3, 5]);
 * const keys: Axes<"batch key model"> = rename(states, "batch key model");
 * assertThrows(
 *   () => rename(states, "key model"),
 *   RangeError,
 *   "expected the axes [key, model], got the shape [2, 3, 5]",
 * );
 * ```
 */
export function rename<const Names extends AxisNames<Names>>(
  x: tf.Tensor,
  names: Names,
): Axes<Names> {
  checkRank(x, names);
  return x;
}

function checkRank(x: tf.Tensor, names: string): void {
  const axes = names.split(" ");
  const fits = axes[0] === "..." ? x.rank >= axes.length - 1 : x.rank === axes.length;
  if (fits) return;
  throw new RangeError(
    `expected the axes [${axes.join(", ")}], got the shape [${x.shape.join(", ")}]`,
  );
}
