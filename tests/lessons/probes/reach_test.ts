import { assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { layersToReach, recurrentRound } from "lib/lessons/probes/reach.ts";
import { Conv1d } from "lib/nn/conv1d.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { assertClose } from "../../assert_close.ts";

Deno.test("layersToReach: a window of 3 reaches one position a layer, a recurrent layer all", () => {
  for (const distance of [1, 2, 5]) {
    const convolution = layersToReach({
      newLayer: (random) => {
        const layer = new Conv1d({ inputSize: 3, outputSize: 3, width: 3 }, random);
        return (inputs) => tf.tanh(layer.forward(inputs));
      },
      size: 3,
      distance,
    });
    const recurrent = layersToReach({
      newLayer: (random) => {
        const layer = new Recurrent({ kind: "gru", inputSize: 3, hiddenSize: 3 }, random);
        return (inputs) => layer.forward(inputs).hiddens;
      },
      size: 3,
      distance,
    });
    assertEquals([convolution, recurrent], [distance, 1]);
  }
});

Deno.test("layersToReach: layers that mix no positions never reach", () => {
  assertThrows(
    () => layersToReach({ newLayer: () => (inputs) => tf.tanh(inputs), size: 3, distance: 2 }),
    RangeError,
    "expected at most 3 layers",
  );
});

Deno.test("recurrentRound: a round reaches one position, and stacked rounds are the layer", () => {
  for (const distance of [1, 2, 5]) {
    const newLayer = (random: Random) => recurrentRound(6, random);
    assertEquals(layersToReach({ newLayer, size: 6, distance }), distance);
  }
  tf.tidy(() => {
    // As many rounds as words, with the same weights, give the states of one pass.
    const round = recurrentRound(6, new Random(1));
    const layer = new Recurrent({ kind: "gru", inputSize: 3, hiddenSize: 3 }, new Random(1));
    const words = randomNormal(new Random(2), [2, 4, 3]);
    let stacked: tf.Tensor = tf.concat([words, tf.zeros([2, 4, 3])], -1);
    for (let i = 0; i < 4; i++) stacked = round(stacked);
    assertClose(tf.split(stacked, 2, -1)[1], layer.forward(words).hiddens, "states");
  });
});
