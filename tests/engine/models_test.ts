import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals } from "@std/assert";
import { Transformer } from "lib/models/transformer.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { lossAndGradients } from "lib/training/gradients.ts";
import { onCpu, relativeError } from "./against_cpu.ts";

type Parameters = ReadonlyMap<string, tf.Variable>;

/** Every gradient of a loss on the engine against the same on the cpu backend, 1e-5 of each one's norm. */
async function gradientsAgree(parameters: Parameters, loss: () => tf.Scalar): Promise<void> {
  const all = (): Map<string, Float32Array> => {
    const found = new Map<string, Float32Array>();
    tf.tidy(() => {
      const { value, gradients } = lossAndGradients(loss, parameters);
      for (const [name, tensor] of [["loss", value] as const, ...gradients]) {
        found.set(name, Float32Array.from(tensor.dataSync()));
      }
    });
    return found;
  };
  const found = all();
  const expected = await onCpu(all);
  assertEquals([...found.keys()], [...expected.keys()]);
  assertEquals(found.size, parameters.size + 1, "every parameter has a gradient");
  const largest = Math.max(...[...expected.values()].map(norm));
  for (const [name, want] of expected) {
    // What is zero but for rounding (a bias before a softmax) has no digits to compare.
    if (norm(want) < 1e-6 * largest) continue;
    const error = relativeError(found.get(name) ?? [], want);
    assert(error <= 1e-5, `${name} differs by ${error}`);
  }
}

const norm = (values: Float32Array) => Math.hypot(...values);

for (const normFirst of [false, true]) {
  Deno.test(`Transformer, ${normFirst ? "pre" : "post"}-norm: every gradient agrees with plain JavaScript`, async () => {
    await ready();
    const random = new Random(5),
      sizes = { modelSize: 21, headCount: 3, feedForwardSize: 29, layerCount: 2 };
    using model = new Transformer({
      ...sizes,
      sourceVocabularySize: 17,
      targetVocabularySize: 19,
      dropout: 0,
      normFirst,
    }, random);
    const ids = (time: number, vocab: number) =>
      tf.tensor2d(
        Int32Array.from({ length: 3 * time }, () => random.integer(vocab)),
        [3, time],
        "int32",
      );
    const source = ids(7, 17);
    const target = ids(5, 19);
    const wanted = ids(5, 19);
    const mode = { training: true, random } as const;
    await gradientsAgree(
      model.parameters(),
      () =>
        crossEntropy(model.logits({ source, target }, mode), wanted, {
          ignoredIndex: 0,
          labelSmoothing: 0.1,
        }),
    );
    tf.dispose([source, target, wanted]);
  });
}

for (const kind of ["lstm", "gru"] as const) {
  Deno.test(`Recurrent, ${kind}: every gradient agrees with plain JavaScript`, async () => {
    await ready();
    const random = new Random(5);
    using layer = new Recurrent({ kind, inputSize: 7, hiddenSize: 13 }, random);
    const inputs = tf.tensor3d(random.normals(5 * 11 * 7), [5, 11, 7]);
    await gradientsAgree(
      layer.parameters(),
      () => tf.mean(tf.square(layer.forward(inputs).hiddens)).asScalar(),
    );
    inputs.dispose();
  });
}
