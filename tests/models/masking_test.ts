import * as tf from "@tensorflow/tfjs";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { causalMask } from "lib/attention/masks.ts";
import { Bert } from "lib/models/bert.ts";
import { Encoder } from "lib/models/encoder.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertClose } from "../assert_close.ts";
import { forEachPath } from "../numeric_gradient.ts";
import { ids, recurrents, source, stack, target, transformers } from "./variants.ts";

await ready();

Deno.test("Encoder under a causal mask: no output depends on a later input, exactly", () => {
  forEachPath((path) =>
    tf.tidy(() => {
      using encoder = new Encoder({ ...stack, normFirst: true }, new Random(1));
      const x = randomNormal(new Random(2), [1, 5, 6]);
      for (let t = 0; t < 5; t++) {
        const influence = tf.grad((x: tf.Tensor) => {
          const { output } = encoder.forward(x, inference, { keep: causalMask(5) });
          const probe = randomNormal(new Random(3), [1, 1, 6]);
          return tf.sum(tf.mul(probe, tf.slice(output, [0, t, 0], [1, 1, 6])));
        })(x);
        const strengths = [...tf.sum(tf.abs(influence), -1).dataSync()];
        strengths.forEach((strength, s) => {
          if (s > t) assertEquals(strength, 0, `${path}: output ${t}, input ${s}`);
          else assert(strength > 0, `${path}: output ${t}, input ${s}`);
        });
      }
    })
  );
});

Deno.test("Gpt and Transformer: logits of a prefix do not change when the text goes on", () => {
  tf.tidy(() => {
    using gpt = new Gpt({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(1));
    const long = ids([[1, 12, 4, 7]]);
    const short = ids([[1, 12]]);
    const prefix = (logits: tf.Tensor) => tf.slice(logits, [0, 0, 0], [1, 2, 13]);
    const gptLogits = (tokens: tf.Tensor2D) => gpt.logits({ tokens }, inference);
    assertClose(prefix(gptLogits(long)), gptLogits(short), "gpt");
    using transformer = new Transformer(transformers["post-norm"], new Random(1));
    const logits = (written: tf.Tensor2D) =>
      transformer.logits({ source: ids([[5, 7]]), target: written }, inference);
    assertClose(prefix(logits(long)), logits(short), "transformer");
  });
});

Deno.test("Gpt and Transformer: without the causal mask, the future leaks", () => {
  tf.tidy(() => {
    const peeking = { causal: false } as const;
    const config = { ...stack, ...peeking, vocabularySize: 13, maximumLength: 17 };
    using gpt = new Gpt(config, new Random(1));
    using transformer = new Transformer(
      { ...transformers["post-norm"], ...peeking },
      new Random(1),
    );
    const first = (logits: tf.Tensor) => [
      ...tf.slice(logits, [0, 0, 0], [1, 1, 13]).dataSync(),
    ];
    for (
      const logits of [
        (tokens: tf.Tensor2D) => gpt.logits({ tokens }, inference),
        (target: tf.Tensor2D) => transformer.logits({ source: ids([[5]]), target }, inference),
      ]
    ) {
      assertNotEquals(first(logits(ids([[1, 12]]))), first(logits(ids([[1, 4]]))));
    }
  });
});

Deno.test("Encoder: without residuals, the gradient of a deep stack fades", () => {
  tf.tidy(() => {
    const strength = (residual: boolean) => {
      const config = { ...stack, layerCount: 7, norm: "none", residual } as const;
      using encoder = new Encoder(config, new Random(1));
      const influence = tf.grad((x: tf.Tensor) => tf.sum(encoder.forward(x, inference).output));
      return tf.norm(influence(randomNormal(new Random(2), [2, 5, 6]))).dataSync()[0];
    };
    assert(strength(true) > 100 * strength(false));
  });
});

Deno.test("Transformer, Seq2Seq, Bert: padding changes nothing for the other tokens", () => {
  tf.tidy(() => {
    const padded = ids([[5, 3, 2, 0, 0]]);
    const bare = ids([[5, 3, 2]]);
    const written = ids([target[0]]);
    for (const [name, config] of Object.entries(transformers)) {
      using model = new Transformer(config, new Random(1));
      const logits = (source: tf.Tensor2D) => model.logits({ source, target: written }, inference);
      assertClose(logits(padded), logits(bare), name);
    }
    for (const [name, config] of Object.entries(recurrents)) {
      using model = new Seq2Seq(config, new Random(1));
      const logits = (source: tf.Tensor2D) => model.logits({ source, target: written }, inference);
      assertClose(logits(padded), logits(bare), name);
    }
    using bert = new Bert({ ...stack, vocabularySize: 13, maximumLength: 17 }, new Random(1));
    const pooled = (tokens: tf.Tensor2D) => bert.forward({ tokens }, inference).pooled;
    assertClose(pooled(padded), pooled(bare), "bert");
  });
});

Deno.test("Transformer: weights of every attention are returned, and padding gets none", () => {
  tf.tidy(() => {
    using model = new Transformer(transformers["pre-norm"], new Random(1));
    const pairs = { source: ids(source), target: ids(target) };
    const { encoderWeights, decoderWeights, crossWeights } = model.forward(pairs, inference);
    const shapes = (all: readonly tf.Tensor[]) => all.map((each) => each.shape);
    assertEquals(shapes(encoderWeights), [[2, 2, 5, 5], [2, 2, 5, 5]]);
    assertEquals(shapes(decoderWeights), [[2, 2, 3, 3], [2, 2, 3, 3]]);
    assertEquals(shapes(crossWeights), [[2, 2, 3, 5], [2, 2, 3, 5]]);
    for (const weights of [...encoderWeights, ...decoderWeights, ...crossWeights]) {
      tf.sum(weights, -1).dataSync().forEach((sum) => assertAlmostEquals(sum, 1, 1e-5));
    }
    const paddedKeys = tf.slice(crossWeights[1], [1, 0, 0, 3], [1, 2, 3, 2]);
    assert(paddedKeys.dataSync().every((weight) => weight === 0));
  });
});

Deno.test("Encoder: without positions, a permuted sentence gives permuted outputs", () => {
  tf.tidy(() => {
    using encoder = new Encoder(stack, new Random(1));
    const x = randomNormal(new Random(2), [2, 5, 6]);
    const order = tf.tensor1d([3, 0, 4, 1, 2], "int32");
    const permuted = encoder.forward(tf.gather(x, order, 1), inference).output;
    assertClose(permuted, tf.gather(encoder.forward(x, inference).output, order, 1), "permuted");
  });
});

Deno.test("Transformer: a source without any real token gives numbers, not NaN", () => {
  tf.tidy(() => {
    using model = new Transformer(transformers["post-norm"], new Random(1));
    const logits = model.logits({ source: ids([[0, 0], [5, 0]]), target: ids(target) }, inference);
    assert(logits.dataSync().every(Number.isFinite));
  });
});

Deno.test("learned positions: a clear error beyond the end, also while decoding", () => {
  using model = new Gpt({ ...stack, vocabularySize: 13, maximumLength: 2 }, new Random(1));
  const message = "expected at most 2 positions, got 3";
  assertThrows(() => model.logits({ tokens: ids([[1, 2, 3]]) }, inference), RangeError, message);
  let state = model.startDecoding();
  const token = tf.tensor1d([1], "int32");
  for (let i = 0; i < 2; i++) state = model.decodeStep(token, state).state;
  assertThrows(() => model.decodeStep(token, state), RangeError, message);
});

Deno.test("Transformer: one vocabulary is asked for when all tables are one", () => {
  const config = { ...transformers["post-norm"], tiedEmbeddings: "all" } as const;
  assertThrows(() => new Transformer(config, new Random(1)), RangeError, "expected one vocabulary");
});
