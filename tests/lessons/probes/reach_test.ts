import { assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { layersToReach } from "lib/lessons/probes/reach.ts";
import { Conv1d } from "lib/nn/conv1d.ts";
import { Recurrent } from "lib/nn/recurrent.ts";

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
