import * as tf from "@tensorflow/tfjs";
import { assertThrows } from "@std/assert";
import { type CellKind, Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertClose } from "../assert_close.ts";
import { assertParameterGradients, forEachPath } from "../numeric_gradient.ts";

await ready();

const kinds: readonly CellKind[] = ["rnn", "gru", "lstm"];

function layerOf(kind: CellKind): Recurrent {
  return new Recurrent({ kind, inputSize: 3, hiddenSize: 5 }, new Random(1));
}

Deno.test("Recurrent: gradients of every parameter, with padding", () => {
  const x = randomNormal(new Random(2), [2, 7, 3]);
  const keep = tf.tensor2d([[1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1]], [2, 7], "bool");
  for (const kind of kinds) {
    using layer = layerOf(kind);
    assertParameterGradients(kind, layer.parameters(), (): tf.Scalar => {
      const { state } = layer.forward(x, { keep });
      const end: tf.Scalar = tf.mean(tf.square(tf.add(state.hidden, 0.5)));
      return state.cell ? tf.add(end, tf.mean(tf.square(tf.add(state.cell, 0.5)))) : end;
    });
  }
  tf.dispose([x, keep]);
});

Deno.test("Recurrent: the state after a padded sentence is that of the sentence alone", () => {
  for (const kind of kinds) {
    forEachPath((path) =>
      tf.tidy(() => {
        using layer = layerOf(kind);
        const x = randomNormal(new Random(2), [2, 7, 3]);
        const keep = tf.tensor2d([[1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1]], [2, 7], "bool");
        const together = layer.forward(x, { keep });
        const alone = layer.forward(tf.slice(x, [0, 0, 0], [1, 3, 3]));
        const first = (tensor: tf.Tensor) => tf.slice(tensor, [0, 0], [1, 5]);
        assertClose(
          first(together.state.hidden),
          alone.state.hidden,
          `${kind}, ${path}: hidden`,
          1e-6,
        );
        if (together.state.cell && alone.state.cell) {
          assertClose(first(together.state.cell), alone.state.cell, `${kind}, ${path}: cell`, 1e-6);
        }
      })
    );
  }
});

Deno.test("Recurrent: a sentence without any real step keeps its first state", () => {
  tf.tidy(() => {
    for (const kind of kinds) {
      using layer = layerOf(kind);
      const start = layer.forward(randomNormal(new Random(3), [2, 2, 3])).state;
      const keep = tf.tensor2d([[0, 0], [1, 0]], [2, 2], "bool");
      const { state } = layer.forward(tf.ones([2, 2, 3]), { state: start, keep });
      const first = (tensor: tf.Tensor) => tf.slice(tensor, [0, 0], [1, 5]);
      assertClose(first(state.hidden), first(start.hidden), kind, 1e-6);
      if (state.cell && start.cell) assertClose(first(state.cell), first(start.cell), kind, 1e-6);
    }
  });
});

Deno.test("Recurrent: step by step is the same as all at once", () => {
  tf.tidy(() => {
    for (const kind of kinds) {
      using layer = layerOf(kind);
      const x = randomNormal(new Random(2), [2, 7, 3]);
      const { hiddens, state } = layer.forward(x);
      let current = layer.startState(2);
      const outputs = tf.unstack(x, 1).map((inputs) => {
        current = layer.step(inputs, current);
        return current.hidden;
      });
      assertClose(tf.stack(outputs, 1), hiddens, kind, 1e-6);
      assertClose(current.hidden, state.hidden, kind, 1e-6);
      if (current.cell && state.cell) assertClose(current.cell, state.cell, kind, 1e-6);
    }
  });
});

Deno.test("Recurrent: errors name what was expected", () => {
  using layer = layerOf("lstm");
  assertThrows(
    () => layer.forward(tf.ones([2, 7, 5])),
    RangeError,
    "expected inputs [batch, time, in]",
  );
  assertThrows(
    () => layer.forward(tf.ones([2, 7, 3]), { state: { hidden: tf.zeros([2, 5]) } }),
    TypeError,
    "expected an LSTM state with a cell",
  );
});
