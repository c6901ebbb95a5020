/**
 * Trains small models on the backend that the environment names, and prints one line of JSON: what it ran
 * on, the last loss, a hash over every bit of the weights, how many tensors and bytes the steps left behind.
 */
import * as tf from "@tensorflow/tfjs";
import { createHash } from "node:crypto";
import { openHeap } from "lib/engine/heap.ts";
import { Transformer } from "lib/models/transformer.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { lossAndGradients } from "lib/training/gradients.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

const steps = Number(Deno.args[0]), size = Number(Deno.args[1]);
const { name } = await ready();
const random = new Random(7), batch = 2 * size + 1, time = 11, vocab = 4 * size + 3;
const ids = () =>
  tf.tensor2d(Int32Array.from({ length: batch * time }, () => 1 + random.integer(vocab - 1)), [
    batch,
    time,
  ], "int32");
const transformer = new Transformer({
  sourceVocabularySize: vocab,
  targetVocabularySize: vocab,
  modelSize: size,
  headCount: 4,
  layerCount: 1,
  dropout: 0.1,
}, random);
const recurrent = (["lstm", "gru"] as const).map((kind) =>
  new Recurrent({ kind, inputSize: size, hiddenSize: size }, random)
);
const parameters = new Map(
  [transformer, ...recurrent].flatMap((module, i) =>
    [...module.parameters()].map(([key, variable]) => [`${i}.${key}`, variable] as const)
  ),
);
const source = ids();
const target = ids();
const wanted = ids();
const inputs = tf.tensor3d(random.normals(batch * time * size), [batch, time, size]);
const adam = new Adam(parameters);

const step = (): number =>
  tf.tidy(() => {
    const { value, gradients } = lossAndGradients(() => {
      const logits = transformer.logits({ source, target }, { training: true, random });
      const squares = recurrent.map((layer) => tf.mean(tf.square(layer.forward(inputs).hiddens)));
      return tf.addN([crossEntropy(logits, wanted, { ignoredIndex: 1 }), ...squares]).asScalar();
    }, parameters);
    adam.step(gradients, 1e-3);
    return value.dataSync()[0];
  });

/** Bytes of the WebAssembly memory that tfjs works in. */
const heapBytes = (): number => openHeap(tf.backend()).memory.buffer.byteLength;

let loss = NaN;
for (let i = 0; i < 5; i++) loss = step();
const before = { ...tf.memory() }, heapBefore = heapBytes();
for (let i = 5; i < steps; i++) loss = step();
const after = tf.memory();
const hash = createHash("sha256");
for (const variable of parameters.values()) hash.update(new Uint8Array(variable.dataSync().buffer));
console.log(JSON.stringify({
  name,
  loss,
  hash: hash.digest("hex"),
  tensors: after.numTensors - before.numTensors,
  bytes: after.numBytes - before.numBytes,
  heapGrowth: heapBytes() - heapBefore,
}));
