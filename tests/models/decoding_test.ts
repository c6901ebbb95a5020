import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { beamDecode } from "lib/decoding/beam.ts";
import { greedyDecode } from "lib/decoding/generate.ts";
import { prefixDecoder } from "lib/decoding/prefix.ts";
import { Gpt } from "lib/models/gpt.ts";
import type { PairModel } from "lib/models/pair_model.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { ids, recurrents, source, stack, transformers } from "./variants.ts";

await ready();

const models: Record<string, () => PairModel> = {
  ...Object.fromEntries(
    Object.entries(transformers).filter(([, { positions }]) => positions !== "learned").map((
      [name, config],
    ) => [name, () => new Transformer(config, new Random(5))]),
  ),
  ...Object.fromEntries(
    Object.entries(recurrents).map((
      [name, config],
    ) => [name, () => new Seq2Seq(config, new Random(5))]),
  ),
};

for (const [name, make] of Object.entries(models)) {
  Deno.test(`${name}: greedy and beam decoding agree with running the whole prefix`, async () => {
    using model = make();
    const read = ids(source);
    const before = tf.memory().numTensors;
    const options = { prompts: [[1], [1]], endId: 2, maxLength: 7, keepWeights: true };
    const cached = {
      ...options,
      start: () => model.startDecoding(read),
      step: model.decodeStep.bind(model),
    };
    const { start, step } = prefixDecoder((target, [rows]) =>
      model.logits({ source: rows, target }, inference)
    );
    const anew = { ...options, start: () => start([tf.clone(read)]), step };
    const tokens = (decoded: readonly { readonly tokens: readonly number[] }[]) =>
      decoded.map((each) => each.tokens);

    assertEquals(tokens(await greedyDecode(cached)), tokens(await greedyDecode(anew)));
    const beams = await beamDecode({ ...cached, width: 3 });
    const expected = await beamDecode({ ...anew, width: 3 });
    assertEquals(beams.map(tokens), expected.map(tokens));
    beams.flat().forEach((beam, i) =>
      assertAlmostEquals(beam.score, expected.flat()[i].score, 1e-4)
    );
    assertEquals(tf.memory().numTensors, before, "tensors left");
    read.dispose();
  });
}

Deno.test("Gpt: greedy decoding from prompts of several tokens agrees with the whole prefix", async () => {
  using model = new Gpt({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(5));
  const before = tf.memory().numTensors;
  const options = { prompts: [[1, 5, 7], [1, 6, 3]], endId: 2, maxLength: 7 };
  const cached = await greedyDecode({
    ...options,
    start: () => model.startDecoding(),
    step: model.decodeStep.bind(model),
  });
  const { start, step } = prefixDecoder((tokens) => model.logits({ tokens }, inference));
  const anew = await greedyDecode({ ...options, start: () => start(), step });
  assertEquals(cached.map((each) => each.tokens), anew.map((each) => each.tokens));
  assert(cached[0].tokens.length > 0);
  assertEquals(tf.memory().numTensors, before);
});
