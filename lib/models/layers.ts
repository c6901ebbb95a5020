/**
 * What the encoder and the decoder share: how their layers are configured, how a stack of layers is
 * run, and the cache of keys and values.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { KeysAndValues, MultiHeadAttentionConfig } from "lib/attention/multi_head.ts";
import type { BatchNorm } from "lib/nn/batch_norm.ts";
import { type FeedForwardConfig, resolveFeedForward } from "lib/nn/feed_forward.ts";
import type { LayerNorm } from "lib/nn/layer_norm.ts";
import type { Mode } from "lib/nn/mode.ts";
import type { Signature } from "lib/nn/module.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { type ResidualConfig, resolveResidual } from "./residual.ts";

/** The hyperparameters of every Transformer layer: those of its parts. */
export interface LayerConfig extends MultiHeadAttentionConfig, FeedForwardConfig, ResidualConfig {}

/** A stack of layers. */
export interface StackConfig extends LayerConfig {
  /** How many layers. */
  readonly layerCount: number;
}

/** The configuration with its defaults. */
export function resolveLayer(config: LayerConfig): Required<LayerConfig> {
  return {
    ...resolveFeedForward(config),
    ...resolveResidual(config),
    headCount: config.headCount,
  };
}

/** The configuration with its defaults. */
export function resolveStack(config: StackConfig): Required<StackConfig> {
  return { ...resolveLayer(config), layerCount: config.layerCount };
}

/** What a pass through a layer may be told besides its inputs. */
export interface LayerOptions {
  /** What each position may see, as attention takes it. Default: everything. */
  readonly keep?: tf.Tensor;
  /** Keys and values of earlier positions, when the inputs continue a sequence. Default: none. */
  readonly past?: KeysAndValues;
}

/** What a pass through a stack may be told besides its inputs. */
export interface StackOptions {
  /** What each position may see, as attention takes it. Default: everything. */
  readonly keep?: tf.Tensor;
  /** Each layer's keys and values of earlier positions. Default: none. */
  readonly past?: readonly KeysAndValues[];
}

/** The cache of a sequence that goes on: earlier keys and values, followed by those of new positions. */
export function appendToCache(past: KeysAndValues | undefined, now: KeysAndValues): KeysAndValues {
  if (past === undefined) return now;
  return {
    keys: tf.concat([past.keys, now.keys], 1),
    values: tf.concat([past.values, now.values], 1),
  };
}

/** Layers, and with pre-norm a norm: nothing has normalised the last layer's sum. */
export interface Stack<Layer> {
  /** From the first to the last. */
  readonly layers: readonly Layer[];
  /** Only with pre-norm. */
  readonly finalNorm: LayerNorm | BatchNorm | undefined;
}

/**
 * Runs a stack: each layer on the output of the one before, then the final norm.
 *
 * @param stack The layers and the norm.
 * @param inputs [batch, time, model]
 * @param mode Learning or answering.
 * @param pass Runs the layer of the given index on its inputs [batch, time, model].
 * @returns `output` [batch, time, model], and what each pass returned, from the first to the last.
 */
export function runStack<Layer, Pass extends { readonly output: Axes<"batch time model"> }>(
  { layers, finalNorm }: Stack<Layer>,
  inputs: Axes<"batch time model">,
  mode: Mode,
  pass: (layer: Layer, inputs: Axes<"batch time model">, index: number) => Pass,
): { readonly output: Axes<"batch time model">; readonly passes: readonly Pass[] } {
  const passes: Pass[] = [];
  let output = inputs;
  for (const [index, layer] of layers.entries()) {
    const made = pass(layer, output, index);
    output = made.output;
    passes.push(made);
  }
  return { output: finalNorm?.forward(output, mode) ?? output, passes };
}

/** Axes of what keeps a sequence's shape. */
export function sequenceSignature(kind: string, model: number): Signature {
  const axes = { batch: null, time: null, model };
  return { kind, inputs: { inputs: axes }, output: axes };
}
