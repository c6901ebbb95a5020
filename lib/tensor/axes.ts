/**
 * Named axes in types: `Axes<"batch query key">` is a tensor whose axes are batch, query and key, in
 * that order. The names are erased at run time; the compiler checks them where two claims meet.
 *
 * The course has one axis vocabulary — `batch time query key head dim model vocab` — used in types,
 * comments, plots, errors and tests. `...` stands for any leading axes.
 *
 * Write `tf.f(x)` rather than `x.f()`: tfjs functions return the type that the annotation asks for.
 * A few (`tf.transpose`, `tf.concat`) would keep the names of what they get: there, ask for a plain
 * tensor, `tf.transpose<tf.Tensor>(x)`, and the annotation names the new axes.
 * A claim in a type is backed by {@link "./shape.ts".assertShape} at public boundaries.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";

/** Carries the names in {@linkcode Axes}; it exists for the compiler alone. */
export declare const axisNames: unique symbol;

/** `"... dim"` allows any axes before `dim`, and none. */
export type Spread<Names extends string> = Names extends `... ${infer Own}`
  ? Own | `${string} ${Own}`
  : Names;

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
export type Axes<Names extends string> = tf.Tensor & {
  /** The length of each axis. tfjs's own type, a union over ranks, cannot be indexed. */
  readonly shape: number[];
  readonly [axisNames]?: Spread<Names>;
};

/** A single number, such as a loss: no axes at all. */
export type Scalar = tf.Scalar & { readonly [axisNames]?: "" };
