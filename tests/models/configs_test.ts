import { assertEquals } from "@std/assert";
import { Bert } from "lib/models/bert.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";

const sizes = { modelSize: 6, headCount: 2, layerCount: 1 };
const vocabularies = { sourceVocabularySize: 11, targetVocabularySize: 13 };
const layerDefaults = {
  feedForwardSize: 24,
  activation: "relu",
  dropout: 0.1,
  normFirst: false,
  epsilon: 1e-5,
  norm: "layer",
  residual: true,
};

Deno.test("Transformer.config: what it was made from, defaults included", () => {
  using model = new Transformer({ ...sizes, ...vocabularies, dropout: undefined }, new Random(1));
  assertEquals(model.config, {
    ...sizes,
    ...vocabularies,
    ...layerDefaults,
    positions: "sinusoidal",
    maximumLength: 512,
    tiedEmbeddings: "none",
    padId: 0,
    causal: true,
  });
});

Deno.test("Seq2Seq.config: what it was made from, defaults included", () => {
  const given = { ...vocabularies, cell: "gru", embeddingSize: 3, hiddenSize: 5 } as const;
  using model = new Seq2Seq(given, new Random(1));
  assertEquals(model.config, {
    ...given,
    attention: "none",
    attentionSize: 5,
    layerCount: 1,
    dropout: 0,
    padId: 0,
  });
});

Deno.test("Gpt.config, Bert.config: the published defaults", () => {
  const given = { ...sizes, vocabularySize: 11, maximumLength: 7 };
  const shared = { ...layerDefaults, ...given, standardDeviation: 0.02 };
  using gpt = new Gpt(given, new Random(1));
  assertEquals(gpt.config, {
    ...shared,
    activation: "gelu tanh",
    normFirst: true,
    causal: true,
  });
  using bert = new Bert(given, new Random(1));
  assertEquals(bert.config, {
    ...shared,
    activation: "gelu",
    epsilon: 1e-12,
    segmentCount: 2,
    padId: 0,
  });
});
