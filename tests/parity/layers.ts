/**
 * Attention, recurrent layers and Transformer layers against PyTorch.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { additiveScores, mixStates } from "lib/attention/additive.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";
import { MultiHeadAttention } from "lib/attention/multi_head.ts";
import { multiplicativeScores } from "lib/attention/multiplicative.ts";
import { sinusoidalEncoding } from "lib/attention/positions.ts";
import { DecoderLayer } from "lib/models/decoder.ts";
import { EncoderLayer } from "lib/models/encoder.ts";
import { inference } from "lib/nn/mode.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { assign, compareTensors, type Comparison, variables } from "./compare.ts";
import { assertAgrees } from "./golden.ts";

/** Our names of attention's parameters → the files'. */
function attentionNames(prefix = "", golden = ""): Record<string, string> {
  const roles = { queries: "q", keys: "k", values: "v", output: "o" };
  return Object.fromEntries(
    Object.entries(roles).flatMap(([role, letter]) => [
      [`${prefix}${role}.weights`, `${golden}w${letter}`],
      [`${prefix}${role}.bias`, `${golden}b${letter}`],
    ]),
  );
}

function layerNames(golden: "encoder" | "decoder"): Record<string, string> {
  const attentions = golden === "encoder"
    ? [["selfAttention", "self_attention"]]
    : [["selfAttention", "self_attention"], ["crossAttention", "cross_attention"]];
  const norms = [...attentions.map(([ours]) => ours), "feedForward"];
  return {
    ...Object.assign(
      {},
      ...attentions.map(([ours, theirs]) => attentionNames(`${ours}.`, `${golden}.${theirs}.`)),
    ),
    ...Object.fromEntries(norms.flatMap((ours, i) => [
      [`${ours}Residual.norm.gain`, `${golden}.norm${i + 1}.gain`],
      [`${ours}Residual.norm.bias`, `${golden}.norm${i + 1}.bias`],
    ])),
    "feedForward.hidden.weights": `${golden}.feed_forward.w1`,
    "feedForward.hidden.bias": `${golden}.feed_forward.b1`,
    "feedForward.output.weights": `${golden}.feed_forward.w2`,
    "feedForward.output.bias": `${golden}.feed_forward.b2`,
  };
}

/** PyTorch's causal mask: query i sees keys 0 … i, also where there are more keys than queries. */
function pastMask(queryLength: number, keyLength: number): Axes<"query key"> {
  const square = causalMask(Math.max(queryLength, keyLength));
  return tf.slice(square, [0, 0], [queryLength, keyLength]);
}

/** By file name. */
export const layers: Readonly<Record<string, Comparison>> = {
  "multi_head_attention.json"(what, golden) {
    const self = golden.boolean("self_attention");
    const [, queryLength, modelSize] = golden.array("query").shape;
    const headCount = golden.number("num_heads");
    using attention = new MultiHeadAttention({ modelSize, headCount }, new Random(1));
    const inputs = new Map([
      ...assign(attention, golden.record("params"), attentionNames()),
      ...variables(golden, self ? ["query"] : ["query", "key_value"]),
    ]);
    const query = inputs.get("query") ?? golden.tensor("query");
    const keyLength = golden.array("key_value").shape[1];
    const keep = golden.boolean("causal") ? pastMask(queryLength, keyLength) : undefined;
    compareTensors(what, golden, inputs, () => {
      const { output, weights } = attention.forward(query, inputs.get("key_value") ?? query, {
        keep,
      });
      return { probed: output, outputs: { output, weights_per_head: weights } };
    }, golden.record("grads"));
  },

  "positional_encoding.json"(what, golden) {
    const encoding = sinusoidalEncoding(golden.number("length"), golden.number("d_model"));
    assertAgrees(what, encoding, golden.array("encoding"));
  },

  "recurrent_cells.json"(what, golden) {
    const kind = golden.string("kind");
    if (kind !== "rnn" && kind !== "gru" && kind !== "lstm") throw new Error(`unknown ${kind}`);
    const inputSize = golden.array("wx").shape[0];
    const hiddenSize = golden.array("wh").shape[0];
    using layer = new Recurrent({ kind, inputSize, hiddenSize }, new Random(1));
    const names = {
      inputWeights: "wx",
      inputBias: "bx",
      recurrentWeights: "wh",
      recurrentBias: "bh",
    };
    const values = new Map(Object.values(names).map((name) => [name, golden.array(name)]));
    const starts = variables(golden, kind === "lstm" ? ["x", "h0", "c0"] : ["x", "h0"]);
    const inputs = new Map([...assign(layer, values, names), ...starts]);
    const start = (name: string) => starts.get(name) ?? golden.tensor(name);
    compareTensors(what, golden, inputs, () => {
      const cell = kind === "lstm" ? { cell: start("c0") } : {};
      const begin = { hidden: start("h0"), ...cell };
      const { hiddens, state } = layer.forward(start("x"), { state: begin });
      const last: Record<string, tf.Tensor> = state.cell ? { c_last: state.cell } : {};
      return { probed: hiddens, outputs: { outputs: hiddens, h_last: state.hidden, ...last } };
    }, golden.record("grads"));
  },

  "rnn_attention.json"(what, golden) {
    const keep = tf.expandDims(golden.bool("keep"), 1);
    const compare = (
      kind: "additive" | "general",
      names: readonly string[],
      score: (input: (name: string) => tf.Tensor, query: tf.Tensor) => tf.Tensor,
    ) => {
      const gradients = golden.record(kind === "additive" ? "grads" : "general_grads");
      const inputs = new Map(names.map((name) => {
        const field = kind === "general" && name === "w" ? "general_w" : name;
        return [name, tf.variable(golden.tensor(field))];
      }));
      const input = (name: string) => inputs.get(name) ?? golden.tensor(name);
      compareTensors(`${what}: ${kind}`, golden, inputs, () => {
        const scores: tf.Tensor = score(input, tf.expandDims(input("query"), 1));
        const { output, weights } = mixStates(scores, input("states"), keep);
        const context = tf.squeeze(output, [1]);
        const each = tf.squeeze(weights, [1]);
        return {
          probed: context,
          outputs: { [`${kind}_context`]: context, [`${kind}_weights`]: each },
        };
      }, gradients);
    };
    compare(
      "additive",
      ["query", "states", "wq", "wk", "v"],
      (input, query) =>
        additiveScores(query, input("states"), {
          queryWeights: input("wq"),
          keyWeights: input("wk"),
          scoreWeights: input("v"),
        }),
    );
    compare(
      "general",
      ["query", "states", "w"],
      (input, query) => multiplicativeScores(query, input("states"), input("w")),
    );
  },

  "scaled_dot_product_attention.json"(what, golden) {
    const inputs = variables(golden, ["q", "k", "v"]);
    const [queries, keys, values] = inputs.values();
    const keep = golden.has("mask_keep") ? golden.bool("mask_keep") : undefined;
    compareTensors(`${what} (${golden.string("mode")})`, golden, inputs, () => {
      const { output, weights } = scaledDotProductAttention({ queries, keys, values, keep });
      return { probed: output, outputs: { output, weights } };
    }, golden.record("grads"));
  },

  "transformer_layers.json"(what, golden) {
    const params = golden.record("params");
    const config = {
      modelSize: golden.array("source").shape[2],
      headCount: golden.number("num_heads"),
      feedForwardSize: golden.record("params").get("encoder.feed_forward.w1")?.shape[1],
      normFirst: golden.boolean("norm_first"),
      dropout: 0,
      epsilon: 1e-5,
    };
    using encoder = new EncoderLayer(config, new Random(1));
    using decoder = new DecoderLayer(config, new Random(2));
    const sequences = variables(golden, ["source", "target"]);
    const inputs = new Map([
      ...assign(encoder, params, layerNames("encoder")),
      ...assign(decoder, params, layerNames("decoder")),
      ...sequences,
    ]);
    const [source, target] = sequences.values();
    const sourceKeep: tf.Tensor = tf.expandDims(golden.bool("source_keep"), 1);
    const keep = causalMask(golden.array("target").shape[1]);
    compareTensors(what, golden, inputs, () => {
      const { output: memory } = encoder.forward(source, inference, { keep: sourceKeep });
      const projected = decoder.crossAttention.project(memory);
      const { output } = decoder.forward(target, projected, inference, {
        keep,
        memoryKeep: sourceKeep,
      });
      return { probed: output, outputs: { memory, output } };
    }, golden.record("grads"));
  },
};
