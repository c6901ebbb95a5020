import * as tf from "@tensorflow/tfjs";
import { assertThrows } from "@std/assert";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { assertGradients, assertParameterGradients } from "./numeric_gradient.ts";

/** The square, whose gradient is computed by `wrong`. */
function square(wrong: (upstream: tf.Tensor, x: tf.Tensor) => tf.Tensor) {
  return tf.customGrad((x, save) => {
    if (typeof x === "function" || typeof save !== "function") throw new TypeError();
    save([x]);
    return {
      value: tf.square(x),
      gradFunc: (upstream: tf.Tensor, [saved]: tf.Tensor[]) => wrong(upstream, saved),
    };
  });
}

const inputs = () => ({ x: randomNormal(new Random(1), [3, 3]) });

Deno.test("assertGradients: a right gradient passes", () => {
  const f = square((upstream, x) => tf.mul(upstream, tf.mul(2, x)));
  assertGradients("square", inputs(), ({ x }) => f(x));
});

Deno.test("assertGradients: wrong gradients fail", () => {
  const wrong: Record<string, (upstream: tf.Tensor, x: tf.Tensor) => tf.Tensor> = {
    "factor forgotten": (upstream, x) => tf.mul(upstream, x),
    "axes swapped": (upstream, x) => tf.mul(upstream, tf.mul(2, tf.transpose(x))),
    "sign": (upstream, x) => tf.mul(upstream, tf.mul(-2, x)),
    "one per cent off": (upstream, x) => tf.mul(upstream, tf.mul(2.02, x)),
    "upstream forgotten": (_, x) => tf.mul(2, x),
    "zero": (_, x) => tf.zerosLike(x),
  };
  for (const [name, gradient] of Object.entries(wrong)) {
    const f = square(gradient);
    assertThrows(() => assertGradients(name, inputs(), ({ x }) => f(x)), Error, name);
  }
});

Deno.test("assertGradients: a tensor that is left behind fails", () => {
  const kept: tf.Tensor[] = [];
  assertThrows(
    () =>
      assertGradients("leak", inputs(), ({ x }) => {
        kept.push(tf.keep(tf.add(x, 1)));
        return tf.square(x);
      }),
    Error,
    "tensors left",
  );
  tf.dispose(kept);
});

Deno.test("assertParameterGradients: the parameter keeps its value, a wrong gradient fails", () => {
  const x = tf.variable(randomNormal(new Random(1), [5]));
  const before = x.arraySync();
  const parameters = new Map([["x", x]]);
  assertParameterGradients("square", parameters, () => tf.sum(tf.square(x)));
  const wrong = square((upstream, saved) => tf.mul(upstream, saved));
  assertThrows(
    () => assertParameterGradients("wrong", parameters, () => tf.sum(wrong(x))),
    Error,
    "wrong",
  );
  if (JSON.stringify(x.arraySync()) !== JSON.stringify(before)) throw new Error("moved");
  x.dispose();
});
