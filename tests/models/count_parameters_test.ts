import { assert, assertEquals } from "@std/assert";
import { Bert } from "lib/models/bert.ts";
import {
  countBertParameters,
  countGptParameters,
  countSeq2SeqParameters,
  countTransformerParameters,
} from "lib/models/count_parameters.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import { recurrents, stack, transformers } from "./variants.ts";

for (const [name, config] of Object.entries(transformers)) {
  Deno.test(`countTransformerParameters: formula and count agree (${name})`, () => {
    using model = new Transformer(config, new Random(1));
    assertEquals(countTransformerParameters(config), model.parameterCount());
  });
}

for (const [name, config] of Object.entries(recurrents)) {
  Deno.test(`countSeq2SeqParameters: formula and count agree (${name})`, () => {
    using model = new Seq2Seq(config, new Random(1));
    assertEquals(countSeq2SeqParameters(config), model.parameterCount());
  });
}

Deno.test("countGptParameters and countBertParameters: formula and count agree", () => {
  for (const normFirst of [true, false, undefined]) {
    const config = { ...stack, vocabularySize: 13, maximumLength: 17, normFirst };
    using gpt = new Gpt(config, new Random(1));
    assertEquals(countGptParameters(config), gpt.parameterCount(), `gpt, normFirst ${normFirst}`);
    using bert = new Bert({ ...config, segmentCount: 3 }, new Random(1));
    assertEquals(countBertParameters({ ...config, segmentCount: 3 }), bert.parameterCount());
  }
});

Deno.test("countGptParameters and countBertParameters: published sizes, within two per cent", () => {
  const gpt = (
    modelSize: number,
    layerCount: number,
    maximumLength: number,
    vocabularySize = 50257,
  ) =>
    countGptParameters({
      vocabularySize,
      modelSize,
      layerCount,
      headCount: 1,
      maximumLength,
      normFirst: vocabularySize === 50257,
    });
  const bert = (modelSize: number, layerCount: number) =>
    countBertParameters({ vocabularySize: 30522, modelSize, layerCount, headCount: 1 });
  const published: [string, number, number][] = [
    ["GPT (2018)", gpt(768, 12, 512, 40478), 117e6],
    ["GPT-2 small", gpt(768, 12, 1024), 124e6],
    ["GPT-2", gpt(1600, 48, 1024), 1.558e9],
    ["GPT-3", gpt(12288, 96, 2048), 175e9],
    ["BERT-base", bert(768, 12), 110e6],
    ["BERT-large", bert(1024, 24), 340e6],
  ];
  for (const [name, count, size] of published) {
    assert(Math.abs(count / size - 1) < 0.02, `${name}: ${count} against ${size}`);
  }
});
