/**
 * The seam between readable mathematics and fast kernels.
 *
 * The library defines each operation in plain tfjs and calls it through {@linkcode fused}:
 *
 *     fused("linear", plainLinear)(inputs, weights, bias, activation)
 *
 * Where the engine has a faster version of the same function, `ready()` installs it here, and it is
 * used instead; nothing else in the library knows. Nothing installed means: plain tfjs everywhere.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

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
  /** `x · Φ(x)`, exactly. */
  gelu(inputs: tf.Tensor): tf.Tensor;
  /** The same, approximated by tanh. */
  geluTanh(inputs: tf.Tensor): tf.Tensor;
  /** Normalises the last axis; gain and bias have its length. */
  layerNorm(inputs: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor, epsilon: number): tf.Tensor;
  /**
   * Scaled dot-product attention of all heads at once, without transposing: queries
   * [batch, query, model], keys and values [batch, key, model], heads are contiguous slices of the
   * model axis, `keep` (bool, true = may be seen) broadcasts to [batch, head, query, key]. `weights`
   * [batch, head, query, key] carries no gradient. Returns undefined where the kernels do not apply,
   * such as for a mask that is the same for all keys.
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

let installed: Partial<FusedOperations> = {};

/**
 * Puts fast versions in use, in place of those in use before.
 *
 * @returns Puts the versions before in use again.
 */
export function installFused(operations: Partial<FusedOperations>): () => void {
  const before = installed;
  installed = operations;
  return () => {
    installed = before;
  };
}

/**
 * The fast version of an operation, where one is in use. The kernels work in the memory of tfjs's wasm
 * backend: on another backend (a test that compares with plain JavaScript) nothing is in use.
 */
export function fastVersion<Name extends keyof FusedOperations>(
  name: Name,
): FusedOperations[Name] | undefined {
  return tf.getBackend() === "wasm" ? installed[name] : undefined;
}

/** The fast version of an operation where one is in use, else `plain`, its readable definition. */
export function fused<Name extends keyof FusedOperations>(
  name: Name,
  plain: FusedOperations[Name],
): FusedOperations[Name] {
  return fastVersion(name) ?? plain;
}
