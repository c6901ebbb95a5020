/**
 * The seam between readable mathematics and fast kernels.
 *
 * `lib/tensor/ops` defines each operation in plain tfjs. Where the engine has a faster version of the
 * same function, `ready()` puts it here and the operation uses it; nothing else in the library knows.
 * An empty record means: plain tfjs everywhere.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";

/** What the engine can replace. Each must give the values and gradients of its plain twin. */
export interface FusedOperations {
  /** `activation(inputs · weights + bias)`; inputs [..., in], weights [in, out], bias [out]. */
  linear(
    inputs: tf.Tensor,
    weights: tf.Tensor,
    bias: tf.Tensor | undefined,
    activation: "none" | "relu",
  ): tf.Tensor;
  /** Rows of `table` [vocab, model] named by int32 `ids` [...]; the gradient adds up repeated ids. */
  embedding(table: tf.Tensor, ids: tf.Tensor): tf.Tensor;
  /** Normalises the last axis; gain and bias have its length. */
  layerNorm(inputs: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor, epsilon: number): tf.Tensor;
  /**
   * Scaled dot-product attention of all heads at once, without transposing: queries
   * [batch, query, model], keys and values [batch, key, model], heads are contiguous slices of the
   * model axis, `keep` (bool, true = may be seen) broadcasts to [batch, head, query, key]. `weights`
   * [batch, head, query, key] carries no gradient. Returns undefined where it does not apply.
   */
  multiHeadAttention(
    queries: tf.Tensor,
    keys: tf.Tensor,
    values: tf.Tensor,
    headCount: number,
    keep: tf.Tensor | undefined,
  ): { output: tf.Tensor; weights: tf.Tensor } | undefined;
  /**
   * Mean cross-entropy of logits [row, vocab] against int32 targets [row] over the rows whose target
   * is not `ignoredIndex`, with label smoothing in [0, 1).
   */
  crossEntropy(
    logits: tf.Tensor,
    targets: tf.Tensor,
    options: { readonly ignoredIndex: number | undefined; readonly labelSmoothing: number },
  ): tf.Scalar;
  /**
   * A recurrent layer over time: projected inputs [batch, time, gates·hidden] (bias included), the
   * recurrent weights [hidden, gates·hidden] and bias, the first state; returns all hidden states
   * [batch, time, hidden]. LSTM gates: input, forget, candidate, output; GRU: reset, update, candidate.
   */
  lstmSequence(
    projected: tf.Tensor,
    recurrentWeights: tf.Tensor,
    recurrentBias: tf.Tensor,
    hidden: tf.Tensor,
    cell: tf.Tensor,
  ): { hiddens: tf.Tensor; hidden: tf.Tensor; cell: tf.Tensor };
  /** The same for a GRU, which has no cell; the reset gate is applied after the product. */
  gruSequence(
    projected: tf.Tensor,
    recurrentWeights: tf.Tensor,
    recurrentBias: tf.Tensor,
    hidden: tf.Tensor,
  ): { hiddens: tf.Tensor; hidden: tf.Tensor };
  /**
   * One Adam step in place on `parameter`, `mean` and `variance` (all of one shape); `correction1` and
   * `correction2` are 1 − β₁ᵗ and 1 − β₂ᵗ. `weightDecay` is decoupled (AdamW).
   */
  adamStep(
    parameter: tf.Variable,
    gradient: tf.Tensor,
    mean: tf.Variable,
    variance: tf.Variable,
    options: {
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      readonly weightDecay: number;
      readonly correction1: number;
      readonly correction2: number;
    },
  ): void;
}

/** The fast versions in use. Filled by the engine's `install`, read by `lib/tensor/ops`. */
export const fused: Partial<FusedOperations> = {};
