/**
 * A decoding under way: keeps the model's state and frees the tensors that a step leaves behind.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { yieldToEventLoop } from "lib/platform/event_loop.ts";
import { type DecodeState, type DecodeStep, gatherState, mapTensors, tensorsOf } from "./step.ts";

/** What one step of a session brings to the JavaScript side, one entry per row of the batch. */
export interface StepScores {
  /** Unnormalised scores of the next token [vocab]. */
  readonly logits: readonly Float32Array[];
  /** Cross-attention [head][key], where it was asked for and the model has it. */
  readonly weights?: readonly number[][][];
}

/** Owns a model's state while it decodes: bind it with `using`. */
export class DecodeSession<State extends DecodeState> implements Disposable {
  #step: DecodeStep<State>;
  #state: State;
  #keepWeights: boolean;

  /**
   * Starts a decoding.
   *
   * @param start Makes the first state; called once, inside a tidy.
   * @param step The model's step.
   * @param keepWeights Whether the attention weights are wanted.
   */
  constructor(start: () => State, step: DecodeStep<State>, keepWeights: boolean) {
    this.#step = step;
    this.#keepWeights = keepWeights;
    // Clones, for a state may hold what the caller owns, such as the source.
    this.#state = tidied(() => mapTensors(start(), (tensor) => tf.clone(tensor)), tensorsOf);
  }

  /** Feeds one token to each row. */
  async advance(tokens: readonly number[]): Promise<StepScores> {
    const { state, scores, attention } = tidied(() => {
      const output = this.#step(tf.tensor1d([...tokens], "int32"), this.#state);
      const wanted = this.#keepWeights ? output.weights : undefined;
      return {
        state: output.state,
        scores: tf.clone(output.logits),
        attention: wanted === undefined ? [] : [tf.clone(wanted)],
      };
    }, ({ state, scores, attention }) => [...tensorsOf(state), scores, ...attention]);
    this.#replaceBy(state);
    try {
      const [batch, vocabulary] = scores.shape;
      if (batch !== tokens.length || vocabulary === undefined) {
        throw new RangeError(
          `expected logits [batch, vocab] = [${tokens.length}, any], got [${scores.shape}]`,
        );
      }
      const values = Float32Array.from(await scores.data());
      const logits = tokens.map((_, i) => values.subarray(i * vocabulary, (i + 1) * vocabulary));
      return { logits, weights: attention.length > 0 ? await perHead(attention[0]) : undefined };
    } finally {
      tf.dispose([scores, ...attention]);
      await yieldToEventLoop(); // decoding a test set takes seconds
    }
  }

  /** Makes row i what was row `rows[i]`. */
  reorder(rows: readonly number[], rowCount: number): void {
    if (rows.length === rowCount && rows.every((row, i) => row === i)) return;
    this.#replaceBy(gatherState(this.#state, rows));
  }

  /** Frees the state. */
  [Symbol.dispose](): void {
    tf.dispose(tensorsOf(this.#state));
  }

  #replaceBy(next: State): void {
    const kept = new Set(tensorsOf(next));
    tf.dispose(tensorsOf(this.#state).filter((tensor) => !kept.has(tensor)));
    this.#state = next;
  }
}

/** Runs `compute` in a tidy that leaves the tensors which `kept` lists; its value may be anything. */
function tidied<T>(compute: () => T, kept: (value: T) => readonly tf.Tensor[]): T {
  const values: T[] = [];
  tf.tidy(() => {
    const value = compute();
    values.push(value);
    return [...kept(value)];
  });
  return values[0];
}

/** [row][head][key] on the JavaScript side; waits for the numbers, as WebGPU needs. */
async function perHead(weights: tf.Tensor): Promise<number[][][]> {
  const [batch, heads, keys] = weights.shape;
  const values = await weights.data();
  return Array.from({ length: batch }, (_, row) =>
    Array.from({ length: heads }, (_, head) => {
      const start = (row * heads + head) * keys;
      return [...values.subarray(start, start + keys)];
    }));
}
