/**
 * Checkpoints: everything that a training run needs to go on as if it had never stopped. That is the
 * parameters, what the optimiser remembers, the place of the random stream, the losses so far, and
 * whatever else the run's decisions depend on.
 *
 * A checkpoint is one safetensors file (see {@link "./safetensors.ts"}):
 *
 * | name | holds |
 * |---|---|
 * | `parameters.<name>` | a parameter |
 * | `optimizer.<name>` | a tensor of the optimiser's state |
 * | `losses` | the loss of every step so far [step] |
 * | metadata `counts` | the optimiser's counters, JSON |
 * | metadata `random`, `also.<name>` | the state of the stream and of each extra part, JSON |
 * | metadata `endedBy` | what ended the run, or nothing while it is under way |
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { isFileMissing } from "lib/platform/files.ts";
import type { Optimizer } from "../optimizers/optimizer.ts";
import { readSafetensors, type StoredArray, writeSafetensors } from "./safetensors.ts";
import { assignArrays, storedArrays } from "./weights.ts";

/** Something whose state a checkpoint keeps: such as a `Random`. Finite numbers only. */
export interface Savable {
  /** The state, as plain numbers. */
  state(): readonly number[];
  /** Goes back to where `state` was taken. */
  restore(state: readonly number[]): void;
}

/** The parts of a run that a checkpoint keeps. */
export interface Run {
  /** What is trained, and whatever else belongs to the weights, such as running means. */
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  /** The optimiser. */
  readonly optimizer: Optimizer;
  /** The run's random stream. */
  readonly random: Savable;
  /** Anything else that decides how the run goes on, by name. */
  readonly also: Readonly<Record<string, Savable>>;
}

/** How far a run had come when its checkpoint was written. */
export interface Progressed {
  /** The loss of every step so far. */
  readonly losses: readonly number[];
  /** What ended the run, or `""` while it is under way. */
  readonly endedBy: string;
}

/** Writes a checkpoint, atomically: the one before stays until the new one is whole. */
export async function saveCheckpoint(
  path: string,
  { parameters, optimizer, random, also }: Run,
  { losses, endedBy }: Progressed,
): Promise<void> {
  const { tensors, counts } = optimizer.state();
  const arrays = new Map<string, StoredArray>([
    ...prefixed("parameters.", await storedArrays(parameters)),
    ...prefixed("optimizer.", await storedArrays(tensors)),
    ["losses", { shape: [losses.length], data: Float32Array.from(losses) }],
  ]);
  const metadata: Record<string, string> = {
    counts: JSON.stringify(Object.fromEntries(counts)),
    random: JSON.stringify(random.state()),
    endedBy,
  };
  for (const [name, part] of Object.entries(also)) {
    metadata[`also.${name}`] = JSON.stringify(part.state());
  }
  await writeSafetensors(path, { arrays, metadata });
}

/**
 * Puts a run back to where its checkpoint was written.
 *
 * @returns How far it had come; `undefined` when there is no file at `path`.
 */
export async function restoreCheckpoint(
  path: string,
  { parameters, optimizer, random, also }: Run,
): Promise<Progressed | undefined> {
  let file;
  try {
    file = await readSafetensors(path);
  } catch (error) {
    if (isFileMissing(error)) return undefined;
    throw error;
  }
  const { arrays, metadata } = file;
  const from = `the checkpoint ${path} (delete it to start anew)`;
  const losses = arrays.get("losses");
  if (losses === undefined) throw new RangeError(`expected ${from} to hold losses, got none`);
  // The states are parsed first, so that a file that does not fit changes nothing.
  const randomState = numbers(metadata.random, from, "random");
  const states = Object.entries(also).map(([name, part]) => ({
    part,
    state: numbers(metadata[`also.${name}`], from, `also.${name}`),
  }));
  const counts = new Map<string, number>(Object.entries(JSON.parse(metadata.counts ?? "{}")));
  assignArrays(parameters, unprefixed("parameters.", arrays), from);
  const optimizerArrays = unprefixed("optimizer.", arrays);
  tf.tidy(() => {
    const tensors = new Map(
      [...optimizerArrays].map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]),
    );
    optimizer.restore({ tensors, counts });
  });
  random.restore(randomState);
  for (const { part, state } of states) part.restore(state);
  return { losses: [...losses.data], endedBy: metadata.endedBy ?? "" };
}

function prefixed(prefix: string, arrays: ReadonlyMap<string, StoredArray>) {
  return [...arrays].map(([name, array]): [string, StoredArray] => [prefix + name, array]);
}

function unprefixed(prefix: string, arrays: ReadonlyMap<string, StoredArray>) {
  return new Map(
    [...arrays].filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
}

function numbers(json: string | undefined, from: string, name: string): number[] {
  const value: unknown = JSON.parse(json ?? "null");
  if (!Array.isArray(value) || !value.every((item) => typeof item === "number")) {
    throw new RangeError(`expected ${from} to hold the state of ${name}, got ${json}`);
  }
  return value;
}
