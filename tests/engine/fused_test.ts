import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { fastVersion, type FusedOperations } from "lib/engine/fused.ts";
import { plainCrossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { plainEmbedding } from "lib/tensor/ops/embedding.ts";
import { plainGelu, plainGeluTanh } from "lib/tensor/ops/gelu.ts";
import { plainGruSequence } from "lib/tensor/ops/gru.ts";
import { plainLayerNorm } from "lib/tensor/ops/layer_norm.ts";
import { plainLinear } from "lib/tensor/ops/linear.ts";
import { plainLstmSequence } from "lib/tensor/ops/lstm.ts";
import { ready } from "lib/tensor/ready.ts";
import { agreesWithCpu, floats, type Given, onCpu } from "./against_cpu.ts";

/** The engine's version of an operation; a test without it would compare the plain one with itself. */
function engine<Name extends keyof FusedOperations>(name: Name): FusedOperations[Name] {
  const operation = fastVersion(name);
  if (!operation) throw new Error(`the engine offers no ${name}`);
  return operation;
}

Deno.test("linear: any leading axes, bias or none, ReLU, and gradients", async () => {
  for (const shape of [[7, 13], [1, 13], [2, 3, 13], [5, 2, 3, 13], [13]]) {
    for (const activation of ["none", "relu"] as const) {
      await agreesWithCpu(
        floats(shape, [13, 11], [11]),
        ([x, w, b]) => engine("linear")(x, w, b, activation),
        { expected: ([x, w, b]) => plainLinear(x, w, b, activation) },
      );
      await agreesWithCpu(
        floats(shape, [13, 1]),
        ([x, w]) => engine("linear")(x, w, undefined, activation),
        { expected: ([x, w]) => plainLinear(x, w, undefined, activation) },
      );
    }
  }
});

Deno.test("linear: no rows at all", () =>
  agreesWithCpu(floats([0, 13], [13, 11], [11]), ([x, w, b]) => engine("linear")(x, w, b, "none"), {
    expected: ([x, w, b]) => plainLinear(x, w, b, "none"),
  }));

Deno.test("embedding: repeated ids add their gradients", async () => {
  const ids: Given = { shape: [2, 3], dtype: "int32", values: [4, 0, 4, 1, 4, 2] };
  for (const length of [1, 7, 8]) {
    await agreesWithCpu(
      [{ shape: [5, length] }, ids],
      ([table, i]) => engine("embedding")(table, i),
      { expected: ([table, i]) => plainEmbedding(table, i) },
    );
  }
});

Deno.test("embedding: an id outside the table is named", async () => {
  await ready();
  tf.tidy(() => {
    for (const lookUp of [engine("embedding"), plainEmbedding]) {
      for (const id of [7, -1, 5]) {
        const call = () => lookUp(tf.ones([5, 2]), tf.tensor1d([1, id], "int32"));
        assertThrows(call, RangeError, `expected ids in [0, 5), the rows of the table, got ${id}`);
      }
    }
  });
});

Deno.test("layerNorm: any length of the last axis, and gradients", async () => {
  for (const shape of [[3, 5, 13], [7, 16], [2, 3], [1, 5]]) {
    const length = shape[shape.length - 1];
    await agreesWithCpu(
      floats(shape, [length], [length]),
      ([x, g, b]) => engine("layerNorm")(x, g, b, 1e-5),
      { expected: ([x, g, b]) => plainLayerNorm(x, g, b, 1e-5) },
    );
  }
});

Deno.test("gelu and geluTanh: any number of numbers, and gradients", async () => {
  for (const [name, plain] of [["gelu", plainGelu], ["geluTanh", plainGeluTanh]] as const) {
    for (const shape of [[3, 5, 7], [4], [1], [0, 7]]) {
      await agreesWithCpu(floats(shape), ([x]) => engine(name)(x), {
        expected: ([x]) => plain(x),
      });
    }
  }
});

Deno.test("gelu and geluTanh: near 0, where the slope is 0, and far out, to a millionth", async () => {
  await ready();
  const values = [0, -0.5, 0.5, -0.75, 0.75, -1.5, 1.5, -3, 3, -5.5, 5.5, -11, 11, -60, 60];
  for (const [name, plain] of [["gelu", plainGelu], ["geluTanh", plainGeluTanh]] as const) {
    tf.tidy(() => {
      const x = tf.tensor1d(values);
      const [found, wanted] = [engine(name), plain].map((f) => {
        const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => f(x))(x, tf.onesLike(x));
        return [...value.dataSync(), ...grad.dataSync()];
      });
      for (const [i, number] of wanted.entries()) {
        const bound = 1e-6 * Math.max(1, Math.abs(number));
        assert(Math.abs(found[i] - number) <= bound, `${name}, ${i}: ${found[i]}, not ${number}`);
      }
    });
  }
});

Deno.test("gelu and geluTanh: what is not a number stays none", async () => {
  await ready();
  tf.tidy(() => {
    for (const name of ["gelu", "geluTanh"] as const) {
      assertEquals([...engine(name)(tf.tensor1d([NaN, 0])).dataSync()], [NaN, 0]);
    }
  });
});

/** Multi-head attention with reshapes, transpositions and a plain softmax. */
function plainAttention(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  headCount: number,
  keep?: tf.Tensor,
) {
  const heads = (x: tf.Tensor) => {
    const [batch, length, model] = x.shape;
    return tf.transpose(tf.reshape(x, [batch, length, headCount, model / headCount]), [0, 2, 1, 3]);
  };
  const dim = queries.shape[2]! / headCount;
  const scores = tf.div(tf.matMul(heads(queries), heads(keys), false, true), Math.sqrt(dim));
  const masked = keep ? tf.where(tf.broadcastTo(keep, scores.shape), scores, -1e9) : scores;
  const weights = tf.softmax(masked);
  const output = tf.reshape(
    tf.transpose(tf.matMul(weights, heads(values)), [0, 2, 1, 3]),
    queries.shape,
  );
  return { output, weights };
}

Deno.test("multiHeadAttention: outputs, weights and gradients, for every kind of mask", async () => {
  const batch = 2;
  const head = 3;
  const query = 5;
  const key = 7;
  const dim = 11;
  const model = head * dim;
  const tensors = floats([batch, query, model], [batch, key, model], [batch, key, model]);
  const masks: number[][] = [[batch, head, query, key], [query, key], [batch, 1, 1, key], [
    1,
    1,
    query,
    key,
  ], [key]];
  for (const shape of [undefined, ...masks]) {
    const mask: Given[] = !shape ? [] : [{
      shape,
      dtype: "bool",
      // The first key may always be seen.
      values: Array.from(
        { length: shape.reduce((a, b) => a * b, 1) },
        (_, i) => i % key === 0 || i % 3 !== 1 ? 1 : 0,
      ),
    }];
    await agreesWithCpu([...tensors, ...mask], ([q, k, v, keep]) => {
      const found = engine("multiHeadAttention")(q, k, v, head, keep);
      assert(found, "the engine does not apply");
      return [found.output];
    }, { expected: ([q, k, v, keep]) => plainAttention(q, k, v, head, keep).output });
    await agreesWithCpu([...tensors, ...mask], ([q, k, v, keep]) => {
      const found = engine("multiHeadAttention")(q, k, v, head, keep);
      assert(found, "the engine does not apply");
      return found.weights;
    }, {
      expected: ([q, k, v, keep]) => plainAttention(q, k, v, head, keep).weights,
      gradients: false,
    });
  }
  await agreesWithCpu(floats([1, 1, 4], [1, 1, 4], [1, 1, 4]), ([q, k, v]) => {
    const found = engine("multiHeadAttention")(q, k, v, 1, undefined);
    return found?.output ?? q;
  }, { expected: ([q, k, v]) => plainAttention(q, k, v, 1).output });
});

Deno.test("multiHeadAttention: a query with nothing to see gives zeros and gradients of zero", async () => {
  await ready();
  tf.tidy(() => {
    const keep = tf.tensor2d([[1, 1, 0], [0, 0, 0]], [2, 3], "bool");
    const attend = (q: tf.Tensor, k: tf.Tensor, v: tf.Tensor) =>
      engine("multiHeadAttention")(q, k, v, 2, keep)?.output ?? tf.scalar(NaN);
    const inputs = [tf.ones([1, 2, 4]), tf.ones([1, 3, 4]), tf.ones([1, 3, 4])];
    const output = attend(inputs[0], inputs[1], inputs[2]);
    assertEquals([...output.dataSync()], [1, 1, 1, 1, 0, 0, 0, 0]);
    const [, , dvalues] = tf.grads((q, k, v) => tf.sum(attend(q, k, v)))(inputs);
    assertEquals([...dvalues.dataSync()], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0]);
  });
});

Deno.test("multiHeadAttention: NaN is not hidden by a mask", async () => {
  await ready();
  tf.tidy(() => {
    const spoiled = tf.fill([1, 2, 4], NaN), keep = tf.tensor2d([[1, 0], [1, 1]], [2, 2], "bool");
    const found = engine("multiHeadAttention")(
      spoiled,
      tf.ones([1, 2, 4]),
      tf.ones([1, 2, 4]),
      2,
      keep,
    );
    assertEquals(found?.output.dataSync().every(Number.isNaN), true);
  });
});

Deno.test("crossEntropy: smoothing, ignored rows, and gradients", async () => {
  const targets: Given = { shape: [5], dtype: "int32", values: [2, 0, 6, 0, 3] };
  for (const labelSmoothing of [0, 0.1]) {
    for (const ignoredIndex of [undefined, 0, 5]) {
      const options = { ignoredIndex, labelSmoothing };
      await agreesWithCpu(
        [{ shape: [5, 7] }, targets],
        ([x, y]) => engine("crossEntropy")(x, y, options),
        { expected: ([x, y]) => plainCrossEntropy(x, y, options) },
      );
      // A loss that is scaled afterwards: the gradient that the kernel kept must follow.
      await agreesWithCpu(
        [{ shape: [5, 7] }, targets],
        ([x, y]) => tf.mul(3, engine("crossEntropy")(x, y, options)),
        { expected: ([x, y]) => tf.mul(3, plainCrossEntropy(x, y, options)) },
      );
    }
  }
  const ignored: Given = { shape: [2], dtype: "int32", values: [1, 1] };
  const options = { ignoredIndex: 1, labelSmoothing: 0 };
  await agreesWithCpu(
    [{ shape: [2, 3] }, ignored],
    ([x, y]) => engine("crossEntropy")(x, y, options),
    {
      expected: ([x, y]) => plainCrossEntropy(x, y, options),
    },
  );
});

Deno.test("crossEntropy: a target outside the classes is named with its row", async () => {
  await ready();
  tf.tidy(() => {
    for (const loss of [engine("crossEntropy"), plainCrossEntropy]) {
      const of = (target: number, ignoredIndex?: number) => () =>
        loss(tf.ones([2, 3]), tf.tensor1d([0, target], "int32"), {
          ignoredIndex,
          labelSmoothing: 0,
        });
      for (const target of [3, -1]) {
        const says =
          `expected targets in [0, 3), the classes of the logits, got ${target} in row 1`;
        assertThrows(of(target), RangeError, says);
        assertThrows(of(target, 2), RangeError, says);
        of(target, target)(); // ignored, it need not name a class
      }
    }
  });
});

const RECURRENT = [[5, 3, 7], [1, 1, 1], [13, 2, 8], [2, 11, 6]];

Deno.test("lstmSequence: all states, and gradients through time", async () => {
  for (const [batch, time, hidden] of RECURRENT) {
    const states = (
      { hiddens, hidden, cell }: ReturnType<typeof plainLstmSequence>,
    ) => [hiddens, hidden, cell];
    const given = floats([batch, time, 4 * hidden], [hidden, 4 * hidden], [4 * hidden], [
      batch,
      hidden,
    ], [batch, hidden]);
    await agreesWithCpu(given, ([x, w, b, h, c]) => states(engine("lstmSequence")(x, w, b, h, c)), {
      expected: ([x, w, b, h, c]) => states(plainLstmSequence(x, w, b, h, c)),
    });
    // Only the last cell is used, as by an encoder that hands over its state.
    await agreesWithCpu(given, ([x, w, b, h, c]) => engine("lstmSequence")(x, w, b, h, c).cell, {
      expected: ([x, w, b, h, c]) => plainLstmSequence(x, w, b, h, c).cell,
    });
  }
});

Deno.test("gruSequence: all states, and gradients through time", async () => {
  for (const [batch, time, hidden] of RECURRENT) {
    const states = ({ hiddens, hidden }: ReturnType<typeof plainGruSequence>) => [hiddens, hidden];
    const given = floats([batch, time, 3 * hidden], [hidden, 3 * hidden], [3 * hidden], [
      batch,
      hidden,
    ]);
    await agreesWithCpu(given, ([x, w, b, h]) => states(engine("gruSequence")(x, w, b, h)), {
      expected: ([x, w, b, h]) => states(plainGruSequence(x, w, b, h)),
    });
  }
});

Deno.test("adamStep: agrees with the formula over several steps, and leaves clones alone", async () => {
  await ready();
  for (const size of [1, 7, 16, 23]) {
    const start = Array.from({ length: size }, (_, i) => Math.sin(i + 1));
    const parameter = tf.variable(tf.tensor1d(start));
    const mean = tf.variable(tf.zeros([size])), variance = tf.variable(tf.zeros([size]));
    const kept = parameter.clone();
    const p = [...start];
    const m = start.map(() => 0);
    const v = start.map(() => 0);
    for (let t = 1; t <= 3; t++) {
      const g = start.map((_, i) => Math.cos(i * t));
      const gradient = tf.tensor1d(g);
      engine("adamStep")(parameter, gradient, mean, variance, {
        learningRate: 0.01,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: 0.1,
        correction1: 1 - 0.9 ** t,
        correction2: 1 - 0.999 ** t,
      });
      gradient.dispose();
      for (let i = 0; i < size; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] ** 2;
        const step = m[i] / (1 - 0.9 ** t) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8);
        p[i] -= 0.01 * 0.1 * p[i] + 0.01 * step;
      }
    }
    const found = parameter.dataSync();
    p.forEach((want, i) => assert(Math.abs(found[i] - want) < 1e-6, `${found[i]} is not ${want}`));
    assertEquals([...kept.dataSync()], [...Float32Array.from(start)]);
    tf.dispose([parameter, mean, variance, kept]);
  }
});

Deno.test("fused: the seam looks empty on another backend", async () => {
  await ready();
  assert(fastVersion("linear"));
  assertEquals(await onCpu(() => fastVersion("linear")), undefined);
});
